"""A temperature check: how it feels to people just now, from -2 to 2. Advisory: it tells a group whether to go on talking, and decides nothing."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..base import SIDES
from .few import may_be_told_apart

LEVELS = (-2, -1, 0, 1, 2)
"""From "this worries me a lot" to "let us do it"."""


def count_temperature(answers: Mapping[str, int], sides: Mapping[str, str]) -> dict[str, Any]:
    """`answers`: person -> level; `sides`: person -> side. How many at each level, of all and of each side, or None where few.py keeps the sides apart.
    `median`: of all, the lower of two in the middle; None without answers."""
    levels = sorted(answers.values())
    are_told = may_be_told_apart(sides.get(person, "none") for person in answers)
    return {
        "method": "temperature",
        "people": len(levels),
        "levels": _each(levels),
        "median": levels[(len(levels) - 1) // 2] if levels else None,
        "sides": {side: _each([level for person, level in answers.items() if sides.get(person) == side]) if are_told else None for side in SIDES},
    }


def _each(levels: list[int]) -> dict[str, int]:
    counted = Counter(levels)
    return {str(level): counted[level] for level in LEVELS}
