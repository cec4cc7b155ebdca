"""A text in paragraphs: where each went when the text moved on, and how a change to one is made to the paragraph that it became."""

import re

from diff_match_patch import diff_match_patch

from aggregates.credit import aligned

__all__ = ["aligned", "became", "moves", "paragraphs", "rebased", "replaced"]

LIKE = 0.4
"""How much of a paragraph must still be there for it to be the same one in other words."""

FIRST_SIGN = 0x10000
"""Beyond everything that the tool itself would write into a text."""

_WORD = re.compile(r"\n|[^\S\n]*\S+|[^\S\n]+")
_BETWEEN = re.compile(r"\n(?:[^\S\n]*\n)+")


def paragraphs(text: str) -> list[str]:
    """What stands between blank lines. The first one is number 1."""
    return _BETWEEN.split(text.strip()) if text.strip() else []


def replaced(text: str, number: int, words: str) -> str:
    """The text with other words in place of a paragraph."""
    kept = paragraphs(text)
    return "\n\n".join([*kept[: number - 1], words.strip(), *kept[number:]])


def moves(before: str, after: str) -> list[int | None]:
    """The new number of each paragraph of a text; None where it stands nowhere any more as it was."""
    old, new = paragraphs(before), paragraphs(after)
    found: list[int | None] = [None] * len(old)
    for i, j, length in aligned(old, new):
        found[i : i + length] = range(j + 1, j + length + 1)
    free: dict[str, list[int]] = {}
    for number, words in enumerate(new, 1):
        if number not in found:
            free.setdefault(words, []).append(number)
    return [place or (free[words].pop(0) if free.get(words) else None) for words, place in zip(old, found, strict=True)]


def became(before: str, number: int, after: str) -> int | None:
    """The number of the paragraph that one turned into: the most like it of those that are new. None where none is like it."""
    old, new = paragraphs(before), paragraphs(after)
    fresh = set(new) - set(old)
    likeness = {place: _likeness(old[number - 1], words) for place, words in enumerate(new, 1) if words in fresh}
    best = max(likeness, key=lambda place: likeness[place], default=0)
    return best if likeness.get(best, 0) >= LIKE else None


def rebased(before: str, changed: str, now: str) -> str | None:
    """The change that somebody made to a paragraph, made to the words that stand there now: whole words, never parts of them. None where it does not
    fit any more."""
    signs: dict[str, str] = {}
    one, other, third = (_signs(text, signs) for text in (before, changed, now))
    tool = diff_match_patch()
    found, fits = tool.patch_apply(tool.patch_make(one, other), third)
    said = {sign: words for words, sign in signs.items()}
    words = "".join(said.get(sign, "") for sign in found).strip()
    return words if all(fits) and words else None


def _signs(text: str, signs: dict[str, str]) -> str:
    """The text with one sign for each word, since the tool compares signs."""
    return "".join(signs.setdefault(word, chr(FIRST_SIGN + len(signs))) for word in _WORD.findall(text))


def _likeness(one: str, other: str) -> float:
    """From 0 to 1: how much of their words they share."""
    words, others = one.split(), other.split()
    return 2 * sum(length for _, _, length in aligned(words, others)) / (len(words) + len(others))
