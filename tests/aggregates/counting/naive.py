"""The rules once more, written as differently as possible: with fractions, straight from the words, and by trying everything."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement

from aggregates.counting import Rule

from .ballots import SIDES, numbers


def result(rule: Rule, citizens: str, professionals: str) -> str:
    sides = numbers(citizens, professionals)
    if any(sum(side.values()) < rule.least for side in sides.values()):
        return "invalid"
    for side in SIDES:
        took_part = sides[side]["+"] + sides[side]["-"] + sides[side]["0"]
        if Fraction(took_part, sum(sides[side].values())) < Fraction(*rule.quorum[side]):
            return "no decision"
    if rule.method != "dual":
        return "agreed" if _agrees(rule, citizens + professionals) else "not agreed"
    return ["not agreed", "one side only", "agreed"][_agrees(rule, citizens) + _agrees(rule, professionals)]


def _agrees(rule: Rule, votes: str) -> bool:
    if votes.count("+") <= votes.count("-"):
        return False
    if rule.method == "majority":
        return True
    counted = {"cast": "+-", "present": "+-0", "eligible": "+-0."}[rule.base]
    share = Fraction(votes.count("+"), sum(votes.count(mark) for mark in counted))
    return share > Fraction(*rule.threshold) if rule.strict else share >= Fraction(*rule.threshold)


def least_to_turn(rule: Rule, citizens: str, professionals: str, movable: tuple[str, ...]) -> int | None:
    """The least number of people who would have had to do otherwise, by trying every other vote that there could have been."""
    agreed = result(rule, citizens, professionals) == "agreed"
    found = None
    for others in _others(citizens, "citizen" in movable):
        for more in _others(professionals, "professional" in movable):
            people = _differ(citizens, others) + _differ(professionals, more)
            if (found is None or people < found) and (result(rule, others, more) == "agreed") is not agreed:
                found = people
    return found


def _others(votes: str, may_move: bool) -> Iterator[str]:
    if not may_move:
        yield votes
        return
    for marks in combinations_with_replacement("+-0.", len(votes)):
        yield "".join(marks)


def _differ(votes: str, others: str) -> int:
    """How many people at least voted otherwise, when only the numbers are known."""
    return sum(max(0, others.count(mark) - votes.count(mark)) for mark in "+-0.")
