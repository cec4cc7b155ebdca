"""A temperature check: how it feels to people just now, from -2 to 2. Advisory: it tells a group whether to go on talking, and decides nothing."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..base import SIDES

LEVELS = (-2, -1, 0, 1, 2)
"""From "this worries me a lot" to "let us do it"."""

FEW = 5
"""Of a side with fewer answers it is not told how it feels to them."""


def count_temperature(answers: Mapping[str, int], sides: Mapping[str, str]) -> dict[str, Any]:
    """`answers`: person -> level; `sides`: person -> side. How many at each level, of all and of each side; a side is told only where it and all the others
    are at least FEW, so that nobody's answer follows from what is shown. `median`: of all, the lower of two in the middle; None without answers."""
    levels = sorted(answers.values())
    of_sides = {side: [level for person, level in answers.items() if sides.get(person) == side] for side in SIDES}
    return {
        "method": "temperature",
        "people": len(levels),
        "levels": _each(levels),
        "median": levels[(len(levels) - 1) // 2] if levels else None,
        "sides": {side: _each(theirs) if len(theirs) >= FEW and len(levels) - len(theirs) not in range(1, FEW) else None for side, theirs in of_sides.items()},
    }


def _each(levels: list[int]) -> dict[str, int]:
    counted = Counter(levels)
    return {str(level): counted[level] for level in LEVELS}
