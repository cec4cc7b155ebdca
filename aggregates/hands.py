"""Hands that were counted in a room: a count is whole, and stands once one person of each side has counted the same."""

from collections import Counter
from collections.abc import Mapping

from .base import SIDES
from .counting import YES_OR_NO
from .errors import MoreHandsThanPeople, UnknownChoice

Counts = Mapping[str, Mapping[str, int]]
"""side -> choice -> hands."""


def checked(counts: Counts, roll: Mapping[str, str]) -> Counts:
    """A count of every side and choice, as it is recorded. Refused: UnknownChoice, MoreHandsThanPeople."""
    people = Counter(roll.values())
    found = {side: {choice: counts.get(side, {}).get(choice) for choice in YES_OR_NO} for side in SIDES}
    for side, hands in found.items():
        if not all(type(number) is int and number >= 0 for number in hands.values()):
            raise UnknownChoice(value=side)
        if sum(number or 0 for number in hands.values()) > people[side]:
            raise MoreHandsThanPeople(side=side, people=people[side])
    return {side: {choice: number or 0 for choice, number in hands.items()} for side, hands in found.items()}


def agreed(reports: Mapping[str, Counts]) -> Counts | None:
    """What one of each side counted alike: two different people, since nobody is on both sides. `reports`: side -> the last count by somebody of it."""
    counts = list(reports.values())
    return counts[0] if len(counts) == len(SIDES) and counts[0] == counts[1] else None
