"""A rule shown at work before anybody votes: made-up ballots, really counted."""

from collections.abc import Mapping
from typing import Any

from ..base import SIDES
from . import count
from .base import Ballots, Rule
from .consent import quorum_needed
from .qualified import needed


def worked_example(rule: Mapping[str, Any], roll_sizes: Mapping[str, int]) -> dict[str, Any]:
    """The outcome of a vote in which enough of both sides take part, the citizens would agree and the professionals just do not.

    Chosen because it tells the rules apart: where each side must agree it fails; counted together, one side may be outvoted.
    """
    read = Rule.from_dict(rule)
    sizes = {side: max(roll_sizes.get(side, 0), read.least) for side in SIDES}
    citizens, professionals = SIDES
    if read.method == "consent":
        return _one_objection(read, sizes)
    return _count(read, {citizens: _willing(read, citizens, sizes[citizens]), professionals: _one_short(read, professionals, sizes[professionals])})


def _turnout(rule: Rule, side: str, size: int) -> int:
    return max(rule.quorum_needed(side, size), -(-2 * size // 3))


def _willing(rule: Rule, side: str, size: int) -> Ballots:
    """About four in five for; fewer against, and then more taking part, until that is enough on this side."""
    for present in range(_turnout(rule, side, size), size + 1):
        for no in range(present // 5, -1, -1):
            ballots = Ballots(size, yes=present - no, no=no)
            if ballots.yes >= needed(rule, ballots):
                return ballots
    return Ballots(size, yes=size)


def _one_short(rule: Rule, side: str, size: int) -> Ballots:
    """As many for as there can be without being enough on this side."""
    present = _turnout(rule, side, size)
    splits = (Ballots(size, yes=yes, no=present - yes) for yes in range(present, -1, -1))
    return next(ballots for ballots in splits if ballots.yes < needed(rule, ballots))


def _one_objection(rule: Rule, sizes: Mapping[str, int]) -> dict[str, Any]:
    """Enough of both sides answer; all consent but one professional, whose objection nobody has closed."""
    roll = {f"{side} {number}": side for side, people in sizes.items() for number in range(people)}
    turnout = {side: max(quorum_needed(rule, side, people), -(-2 * people // 3)) for side, people in sizes.items()}
    votes = {f"{side} {number}": "consent" for side, people in turnout.items() for number in range(people)}
    return count(rule, roll, votes | {f"{SIDES[1]} 0": "object"}).to_dict()


def _count(rule: Rule, sides: Mapping[str, Ballots]) -> dict[str, Any]:
    roll = {f"{side} {number}": side for side, ballots in sides.items() for number in range(ballots.roll)}
    votes: dict[str, str] = {}
    for side, ballots in sides.items():
        choices = ["yes"] * ballots.yes + ["no"] * ballots.no
        votes |= {f"{side} {number}": choice for number, choice in enumerate(choices)}
    return count(rule, roll, votes).to_dict()
