"""Dots: each has some, and puts them where they like. Advisory; dots and people are both told, since one person's dots may all be in one place."""

from collections.abc import Collection, Mapping
from typing import Any

from ..base import SIDES
from ..errors import TooManyDots, UnknownChoice
from .few import may_be_told_apart


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
    `ballots`: person -> option -> dots; `sides`: person -> side. Most dots first, then most people, then the order in which they were shown.
    Of each option how many people of each side chose it, or None where few.py keeps the sides apart."""
    chosen = {person: marks for person, marks in ballots.items() if marks}
    are_told = may_be_told_apart(sides.get(person, "none") for person in chosen)
    found = [_dotted(option, chosen, sides, are_told) for option in options]
    dots = sum(each["dots"] for each in found)
    return {
        "method": "dots",
        "people": len(chosen),
        "dots": dots,
        "gone_back": sum(sum(marks.values()) for marks in chosen.values()) - dots,
        "options": sorted(found, key=lambda each: (-each["dots"], -each["people"])),
    }


def _dotted(option: str, chosen: Mapping[str, Mapping[str, int]], sides: Mapping[str, str], are_told: bool) -> dict[str, Any]:
    theirs = {person: marks[option] for person, marks in chosen.items() if option in marks}
    people = {side: sum(sides.get(person) == side for person in theirs) if are_told else None for side in SIDES}
    return {"option": option, "dots": sum(theirs.values()), "people": len(theirs), "sides": people}
