"""Hands counted in a room: the same rule, on numbers instead of votes."""

from collections import Counter
from collections.abc import Mapping

from ..base import SIDES
from .base import Ballots, Outcome, Rule
from .judging import judge
from .swings import would_change
from .tracing import trace


def outcome(rule: Rule, sides: Mapping[str, Ballots], strays: int = 0) -> Outcome:
    """What a rule that is no consent makes of the ballots of each side, however they came in."""
    judgement = judge(rule, sides)
    return Outcome(judgement.result, judgement.tally, tuple(trace(rule, judgement, strays)), would_change(rule, sides))


def count_hands(rule: Rule, roll: Mapping[str, str], hands: Mapping[str, Mapping[str, int]]) -> Outcome:
    """`hands`: side -> choice -> how many; a side that is missing raised none. Whoever raised none was not there, or kept out of it."""
    people = Counter(roll.values())
    return outcome(rule, {side: Ballots(people[side], **hands.get(side, {})) for side in SIDES})
