"""Dots: each has some, and puts them where they like. Advisory; dots and people are both told, since one person's dots may all be in one place."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..base import SIDES
from ..errors import TooManyDots, UnknownChoice


@dataclass(frozen=True, slots=True)
class Dotted:
    """What one option got."""

    option: str
    dots: int
    people: int
    sides: Mapping[str, int]  # people of each side


def must_be_dots(marks: Mapping[str, int], options: Collection[str], dots: int, cap: int) -> None:
    """`marks`: option -> dots, whole and above nought; `cap`: of one person for one option, 0 for none. Refused: UnknownChoice, TooManyDots."""
    for option, given in marks.items():
        if option not in options or given < 1:
            raise UnknownChoice(value=given)
        if cap and given > cap:
            raise TooManyDots(most=cap, given=given)
    if sum(marks.values()) > dots:
        raise TooManyDots(most=dots, given=sum(marks.values()))


def count_dots(options: Collection[str], ballots: Mapping[str, Mapping[str, int]], sides: Mapping[str, str]) -> dict[str, Any]:
    """`options`: those that still stand, in the order in which they were shown; dots for others have gone back to their people and are told apart.
    `ballots`: person -> option -> dots; `sides`: person -> side. Most dots first, then most people, then the order in which they were shown."""
    standing = list(options)
    found = [_dotted(option, ballots, sides) for option in standing]
    ranked = sorted(found, key=lambda each: (-each.dots, -each.people, standing.index(each.option)))
    back = sum(given for marks in ballots.values() for option, given in marks.items() if option not in standing)
    return {
        "method": "dots",
        "people": sum(1 for marks in ballots.values() if sum(marks.values())),
        "dots": sum(each.dots for each in found),
        "gone_back": back,
        "options": [{"option": each.option, "dots": each.dots, "people": each.people, "sides": dict(each.sides)} for each in ranked],
    }


def _dotted(option: str, ballots: Mapping[str, Mapping[str, int]], sides: Mapping[str, str]) -> Dotted:
    theirs = {person: marks[option] for person, marks in ballots.items() if marks.get(option)}
    people = {side: sum(1 for person in theirs if sides.get(person) == side) for side in SIDES}
    return Dotted(option, sum(theirs.values()), len(theirs), people)
