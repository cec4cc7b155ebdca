"""Votes written short: "++-0." is two for, one against, one abstaining, one who did not vote."""

from collections.abc import Mapping

from aggregates.counting import Outcome, Rule, count

SIDES = ("citizen", "professional")
CHOICE = {"+": "yes", "-": "no", "0": "abstain"}
NOBODY = {"citizen": (0, 1), "professional": (0, 1)}
HALF = {"citizen": (1, 2), "professional": (1, 2)}


def members(citizens: str, professionals: str) -> tuple[dict[str, str], dict[str, str]]:
    """The roll and the votes."""
    people = [(f"{side}{number}", side, mark) for side, marks in zip(SIDES, (citizens, professionals), strict=True) for number, mark in enumerate(marks)]
    return {member: side for member, side, _ in people}, {member: CHOICE[mark] for member, _, mark in people if mark in CHOICE}


def counted(rule: Rule, citizens: str, professionals: str) -> Outcome:
    return count(rule, *members(citizens, professionals))


def marks(yes: int = 0, no: int = 0, abstain: int = 0, absent: int = 0) -> str:
    return "+" * yes + "-" * no + "0" * abstain + "." * absent


def numbers(citizens: str, professionals: str) -> Mapping[str, Mapping[str, int]]:
    return {side: {mark: votes.count(mark) for mark in "+-0."} for side, votes in zip(SIDES, (citizens, professionals), strict=True)}
