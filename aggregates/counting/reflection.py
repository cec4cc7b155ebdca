"""How a session went for those who were there, by three questions. It measures no person and no facilitator: it is for a group to talk about."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..base import SIDES
from .few import FEW, may_be_told_apart

QUESTIONS = ("heard", "power", "worth")
"""Were you heard? Was power shared? Was it worth your time?"""

ANSWERS = (1, 2, 3, 4, 5)
"""From "not at all" to "fully"."""

SO = 4
"""Whoever answers so or more says that it was so."""


def count_reflection(answers: Mapping[str, Mapping[str, int]], sides: Mapping[str, str]) -> dict[str, Any]:
    """`answers`: person -> question -> answer, of the questions that they answered; `sides`: person -> side. For each question `people`: how many answered
    it; `all` and each side: as `_told`, or None where it would give somebody away: all where they are fewer than FEW, sides where few.py keeps them apart."""
    return {question: _question({person: each[question] for person, each in answers.items() if question in each}, sides) for question in QUESTIONS}


def _question(answers: Mapping[str, int], sides: Mapping[str, str]) -> dict[str, Any]:
    are_told = may_be_told_apart(sides.get(person, "none") for person in answers)
    of_sides = {side: [answer for person, answer in answers.items() if sides.get(person) == side] for side in SIDES}
    return {
        "people": len(answers),
        "all": _told(list(answers.values())) if len(answers) >= FEW else None,
        "sides": {side: _told(each) if each and are_told else None for side, each in of_sides.items()},
    }


def _told(answers: list[int]) -> dict[str, Any]:
    """`so`: how many say that it was so; `answers`: how many gave each; `median`: the lower of two in the middle."""
    counted = Counter(answers)
    return {
        "people": len(answers),
        "so": sum(answer >= SO for answer in answers),
        "answers": {str(answer): counted[answer] for answer in ANSWERS},
        "median": sorted(answers)[(len(answers) - 1) // 2],
    }
