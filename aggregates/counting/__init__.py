"""Counting: pure functions of a rule, a roll and the votes. No clock, no chance, no floats; the same facts give the same outcome for ever."""

from collections import Counter
from collections.abc import Mapping

from ..base import SIDES
from ..errors import Refused, SideIsEmpty, TooFewOnASide, UnknownRule
from .base import AGREED, CODE_VERSION, FOUNDING, INVALID, NO_DECISION, NOT_AGREED, ONE_SIDE_ONLY, Ballots, Outcome, Rule, Tally
from .judging import judge
from .soundness import asked_for, is_sound
from .swings import would_change
from .tracing import trace

__all__ = [
    "AGREED",
    "CODE_VERSION",
    "FOUNDING",
    "INVALID",
    "NOT_AGREED",
    "NO_DECISION",
    "ONE_SIDE_ONLY",
    "Outcome",
    "Rule",
    "Tally",
    "asked_for",
    "can_open",
    "count",
    "is_sound",
]

CHOICES = ("yes", "no", "abstain")


def count(rule: Rule, roll: Mapping[str, str], votes: Mapping[str, str]) -> Outcome:
    """`roll`: member -> side, as frozen at the opening. `votes`: member -> the last valid choice; who withdrew is not in it."""
    sides = _ballots(roll, votes)
    judgement = judge(rule, sides)
    strays = sum(member not in roll for member in votes)
    return Outcome(judgement.result, judgement.tally, tuple(trace(rule, judgement, strays)), would_change(rule, sides))


def can_open(rule: Rule, roll: Mapping[str, str]) -> Refused | None:
    """Why a decision may not open under this rule with this roll, to be raised by the caller; or nothing."""
    if not is_sound(rule):
        return UnknownRule()
    people = Counter(roll.values())
    for side in SIDES:
        if not people[side]:
            return SideIsEmpty(side=side)
        if people[side] < rule.least:
            return TooFewOnASide(side=side, least=rule.least, people=people[side])
    return None


def _ballots(roll: Mapping[str, str], votes: Mapping[str, str]) -> dict[str, Ballots]:
    if unknown := (set(roll.values()) - set(SIDES)) | (set(votes.values()) - set(CHOICES)):
        raise ValueError(f"not a side or not a choice: {sorted(unknown)}")
    people = Counter(roll.values())
    chosen = Counter((roll[member], choice) for member, choice in votes.items() if member in roll)
    return {side: Ballots(people[side], *(chosen[side, choice] for choice in CHOICES)) for side in SIDES}
