"""Counting: pure functions of a rule, a roll and the votes. No clock, no chance, no floats; the same facts give the same outcome for ever."""

from collections import Counter
from collections.abc import Collection, Mapping

from ..base import SIDES
from ..errors import Refused, SideIsEmpty, TooFewOnASide, UnknownRule
from . import consent
from .base import AGREED, CODE_VERSION, FOUNDING, INVALID, NO_DECISION, NOT_AGREED, ONE_SIDE_ONLY, Ballots, Outcome, Rule, Tally
from .consent import Answers
from .hands import count_hands, outcome
from .judging import METHODS
from .soundness import asked_for, is_sound

__all__ = [
    "AGREED",
    "CHOICES",
    "CODE_VERSION",
    "FOUNDING",
    "INVALID",
    "NOT_AGREED",
    "NO_DECISION",
    "ONE_SIDE_ONLY",
    "YES_OR_NO",
    "Answers",
    "Outcome",
    "Rule",
    "Tally",
    "asked_for",
    "by_consent",
    "can_open",
    "count",
    "count_hands",
    "is_sound",
]

YES_OR_NO = ("yes", "no", "abstain")

CHOICES: Mapping[str, tuple[str, ...]] = {**dict.fromkeys(METHODS, YES_OR_NO), "consent": consent.CHOICES}
"""What can be chosen, by method."""


def count(rule: Rule, roll: Mapping[str, str], votes: Mapping[str, str], settled: Collection[str] = ()) -> Outcome:
    """`roll`: member -> side, as frozen at the opening. `votes`: member -> the last valid choice; who withdrew is not in it. `settled`: under
    consent, the members whose objection was met, or found unreasoned, before the close."""
    if unknown := (set(roll.values()) - set(SIDES)) | (set(votes.values()) - set(CHOICES[rule.method])):
        raise ValueError(f"not a side or not a choice: {sorted(unknown)}")
    if rule.method == "consent":
        return consent.count(rule, roll, votes, settled)
    sides = _ballots(roll, votes)
    return outcome(rule, sides, strays=sum(member not in roll for member in votes))


def by_consent(rule: Rule) -> Rule:
    """The consent that is asked before a decision under this rule: as many must answer as would have to take part."""
    return Rule("consent", quorum=rule.quorum, least=rule.least)


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
    people = Counter(roll.values())
    chosen = Counter((roll[member], choice) for member, choice in votes.items() if member in roll)
    return {side: Ballots(people[side], *(chosen[side, choice] for choice in YES_OR_NO)) for side in SIDES}
