"""Scoring offers: each person gives each criterion 0 to 5; each side has its own mean, and both sides weigh the same, however many they are.

An offer has a mark where enough people of both sides scored it. It comes first where both sides put it first; else the scoring chooses nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ..base import SIDES

MOST = 5
LEAST = 2
"""So many people of each side must have scored an offer; the mean of one would be that person's own."""

Sheets = Mapping[str, Mapping[str, Mapping[str, int]]]
"""member -> offer -> criterion -> 0..5: what stood at the close."""


def result(
    weights: Mapping[str, int], offers: Sequence[str], sides: Mapping[str, str], sheets: Sheets, interests: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """What is recorded at the close: the offers in the order of their marks, and whether both sides put the same one first. Fractions are [above, below]."""
    marked = [_marked(weights, offer, _scorers(offer, sides, sheets, interests), sheets) for offer in offers]
    whole = [each for each in marked if each["mark"] is not None]
    first = [each["offer"] for each in whole if all(_is_first(each, whole, side) for side in SIDES)]
    ranked = sorted(whole, key=lambda each: -each["mark"]) + [each for each in marked if each["mark"] is None]
    told = [_told(each, 1 + sum(other["mark"] > each["mark"] for other in whole) if each["mark"] is not None else None) for each in ranked]
    came_out = "both" if len(first) == 1 else "tie" if first else "differ" if whole else "too few"
    return {"result": came_out, "first": first[0] if came_out == "both" else None, "offers": told}


def _scorers(offer: str, sides: Mapping[str, str], sheets: Sheets, interests: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Who scored it, by side; whoever has an interest in it did not, whatever they sent."""
    able = [member for member in sheets if offer in sheets[member] and offer not in interests.get(member, ())]
    return {side: [member for member in able if sides[member] == side] for side in SIDES}


def _marked(weights: Mapping[str, int], offer: str, scorers: Mapping[str, Sequence[str]], sheets: Sheets) -> dict[str, Any]:
    sides = {side: _side(weights, [sheets[member][offer] for member in members]) for side, members in scorers.items()}
    marks = [side["mark"] for side in sides.values()]
    return {"offer": offer, "mark": None if None in marks else Fraction(sum(marks)) / len(marks), "sides": sides}


def _side(weights: Mapping[str, int], sheets: Sequence[Mapping[str, int]]) -> dict[str, Any]:
    people = len(sheets)
    if people < LEAST:
        return {"people": people, "mark": None, "criteria": {}}
    criteria = {name: Fraction(sum(sheet[name] for sheet in sheets), MOST * people) for name in weights}
    mark = sum((criteria[name] * weight for name, weight in weights.items()), Fraction(0)) / sum(weights.values())
    return {"people": people, "mark": mark, "criteria": criteria}


def _is_first(one: Mapping[str, Any], others: Sequence[Mapping[str, Any]], side: str) -> bool:
    return all(one["sides"][side]["mark"] >= other["sides"][side]["mark"] for other in others)


def _told(each: Mapping[str, Any], rank: int | None) -> dict[str, Any]:
    sides = {
        side: {"people": said["people"], "mark": _pair(said["mark"]), "criteria": {name: _pair(mark) for name, mark in said["criteria"].items()}}
        for side, said in each["sides"].items()
    }
    return {"offer": each["offer"], "rank": rank, "mark": _pair(each["mark"]), "sides": sides}


def _pair(mark: Fraction | None) -> list[int] | None:
    return None if mark is None else [mark.numerator, mark.denominator]
