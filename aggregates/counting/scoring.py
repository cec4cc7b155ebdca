"""Scoring offers: each person gives each criterion 0 to 5; each side has its own mean, and both sides weigh the same, however many they are.

An offer has a mark where enough people of both sides scored it. It comes first where both sides put it first; else the scoring chooses nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ..base import SIDES

MOST = 5
LEAST = 3
"""So many people of a side must have scored an offer for its mean to be told: of two, each would know what the other gave."""

Sheets = Mapping[str, Mapping[str, Mapping[str, int]]]
"""member -> offer -> criterion -> 0..5: what stood at the close."""


def result(
    weights: Mapping[str, int], offers: Sequence[str], sides: Mapping[str, str], sheets: Sheets, interests: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    """What is recorded at the close: the offers in the order of their marks, and whether both sides put the same one first. Fractions are [above, below]."""
    return _compared([_marked(weights, offer, _scorers(offer, sides, sheets, interests), sheets) for offer in offers])


def told_again(outcome: Mapping[str, Any], offers: Sequence[str]) -> dict[str, Any]:
    """What was recorded, as it is told now: some of it was recorded when fewer people of a side were enough. `offers`: as they were named, since the
    order of what was recorded tells who came before whom."""
    recorded = {each["offer"]: each for each in outcome["offers"]}
    return _compared([_recorded(recorded[offer]) for offer in offers])


def _compared(marked: Sequence[dict[str, Any]]) -> dict[str, Any]:
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
    return _halved(offer, {side: _side(weights, [sheets[member][offer] for member in members]) for side, members in scorers.items()})


def _halved(offer: str, sides: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """No mark where a side has none: the other's would be all that it takes to work it out."""
    marks = [side["mark"] for side in sides.values()]
    return {"offer": offer, "mark": None if None in marks else Fraction(sum(marks)) / len(marks), "sides": sides}


def _side(weights: Mapping[str, int], sheets: Sequence[Mapping[str, int]]) -> dict[str, Any]:
    people = len(sheets)
    if people < LEAST:
        return _too_few(people)
    criteria = {name: Fraction(sum(sheet[name] for sheet in sheets), MOST * people) for name in weights}
    mark = sum((criteria[name] * weight for name, weight in weights.items()), Fraction(0)) / sum(weights.values())
    return {"people": people, "mark": mark, "criteria": criteria}


def _too_few(people: int) -> dict[str, Any]:
    return {"people": people, "mark": None, "criteria": {}}


def _recorded(each: Mapping[str, Any]) -> dict[str, Any]:
    return _halved(each["offer"], {side: _recorded_side(said) for side, said in each["sides"].items()})


def _recorded_side(said: Mapping[str, Any]) -> dict[str, Any]:
    if said["people"] < LEAST:
        return _too_few(said["people"])
    return {"people": said["people"], "mark": Fraction(*said["mark"]), "criteria": {name: Fraction(*mark) for name, mark in said["criteria"].items()}}


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
