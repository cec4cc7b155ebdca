"""What became of words: which stayed, which went, which came. Two texts in, marked words out."""

import re

from workspace.paragraphs import aligned

_WORD = re.compile(r"\S+\s*|^\s+")


def difference(before: str, after: str) -> list[tuple[str, str]]:
    """The words of both texts in their order, each run with what became of it: "same", "removed" or "added"."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    found: list[tuple[str, str]] = []
    i = j = 0
    for at, to, length in aligned([word.strip() for word in old], [word.strip() for word in new]):
        if length or (at, to) == (len(old), len(new)):
            found += [("removed", "".join(old[i:at])), ("added", "".join(new[j:to])), ("same", "".join(new[to : to + length]))]
            i, j = at + length, to + length
    found = [(what, words) for what, words in found if words]
    return [(what, words if words[-1].isspace() else f"{words} ") for what, words in found[:-1]] + found[-1:]
