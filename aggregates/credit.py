"""Who wrote which words: runs of words with their authors, carried from one version of a text to the next.

Words that stand in both versions stay their author's, in whatever order they come to stand beside new ones; new words are whoever's brought them.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from uuid import UUID

Credit = list[list[str | int]]
"""Runs of words in their order: whose they are (the membership id in hex, or NOBODY), and how many. As it is recorded, so for ever."""

NOBODY = ""
"""Of words from before anybody was credited."""

MOVED = 3
"""So many words in a row that went elsewhere in the text are still their author's, and not new words that happen to be the same."""

MOVES = 6
"""How often it is looked for what moved past something else."""


def written(text: str, author: UUID | None) -> Credit:
    """All of it by one person."""
    return _runs([author.hex if author else NOBODY] * len(text.split()))


def carried(before: str, credit: Credit, after: str, author: UUID) -> Credit:
    """The credit of a text that grew out of another: what is new in it is by `author`."""
    old, new = before.split(), after.split()
    owners = _owners(credit) or [NOBODY] * len(old)
    found = [author.hex] * len(new)
    was, now = list(range(len(old))), list(range(len(new)))
    for time in range(MOVES):
        kept = [pair for pair in aligned([old[i] for i in was], [new[j] for j in now]) if pair[2] >= (MOVED if time else 1)]
        for i, j, length in kept:
            for at, to in zip(was[i : i + length], now[j : j + length], strict=True):
                found[to] = owners[at]
        if not kept:
            break
        was, now = _without(was, [(i, length) for i, _, length in kept]), _without(now, [(j, length) for _, j, length in kept])
    return _runs(found)


def voices(credits: Iterable[Credit]) -> list[UUID]:
    """Everybody whose words stand in these texts, in the order of their first words."""
    return list(dict.fromkeys(UUID(str(owner)) for credit in credits for owner, _ in credit if owner != NOBODY))


def aligned(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """What stands in both, as (where in the one, where in the other, how many): both ends first, then the longest runs between them."""
    least = min(len(before), len(after))
    start = next((n for n in range(least) if before[n] != after[n]), least)
    end = next((n for n in range(least - start) if before[-1 - n] != after[-1 - n]), least - start)
    yield 0, 0, start
    between = SequenceMatcher(None, before[start : len(before) - end], after[start : len(after) - end])
    yield from ((start + i, start + j, length) for i, j, length in between.get_matching_blocks())
    yield len(before) - end, len(after) - end, end


def _owners(credit: Credit) -> list[str]:
    return [str(owner) for owner, count in credit for _ in range(int(count))]


def _without(places: list[int], taken: list[tuple[int, int]]) -> list[int]:
    gone = {n for start, length in taken for n in range(start, start + length)}
    return [place for n, place in enumerate(places) if n not in gone]


def _runs(owners: Iterable[str]) -> Credit:
    return [[owner, len(list(run))] for owner, run in groupby(owners)]
