"""Hands in a room: two people, one of each side, write down what they counted. Where it is the same, it is the count."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from aggregates.base import Act
from aggregates.counting import YES_OR_NO as CHOICES
from aggregates.errors import CountedDifferently

from . import decisions
from .application import Receipt, Workspace, command

__all__ = ["CHOICES", "people", "report"]


def report(workspace: Workspace, by: Act, decision: UUID, counts: Mapping[str, Mapping[str, int]]) -> Receipt:
    """Write down the hands that one counted: {side: {"yes", "no", "abstain"}}. The second count that is the same closes the decision, and it is counted.
    Refused: CountedDifferently (both counts are on record; either counts again), NotOnTheRoll, VotingIsOver, NothingToCount, MoreHandsThanPeople."""
    receipt = _report(workspace, by, decision, counts)
    found = decisions.load(workspace, by, decision)
    if found.is_closed:
        counted = decisions.count(workspace, decision, happened_at=by.happened_at)
        return replace(receipt, position=counted.position if counted else workspace.head())
    if len(found.hands) > 1:
        raise CountedDifferently
    return receipt


def people(workspace: Workspace, by: Act, decision: UUID) -> Mapping[str, int]:
    """side -> how many are on the frozen roll, and so how many hands there can be. Refused: NotFound."""
    return Counter(decisions.load(workspace, by, decision).roll.values())


@command
def _report(workspace: Workspace, by: Act, decision: UUID, counts: Mapping[str, Mapping[str, int]]) -> Receipt:
    found = decisions.load(workspace, by, decision)
    found.report_hands(decisions.under_the_frozen_side(found, by), counts)
    return workspace.commit(found)
