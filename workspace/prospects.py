"""A decision before it is opened: the rule it would be under, who could vote, the rule shown at work, and what stands in its way."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aggregates.base import SIDES
from aggregates.charter import Charter, charter_id
from aggregates.counting import FOUNDING, Rule, by_consent, can_open
from aggregates.counting.examples import worked_example
from aggregates.counting.indices import Share, shares
from aggregates.counting.power import Power, power
from aggregates.errors import BeingAsked, EasyReadIsMissing, NoCharter, NothingToAdopt, NotYourTask, Refused, SentencesWait
from aggregates.member import Member
from aggregates.proposal import Proposal

from . import charters, members, proposals
from .application import Workspace


@dataclass(frozen=True, slots=True)
class AtWork:
    """A rule shown at work: the outcome of made-up ballots, really counted, what each side could do alone, and its share of the power to decide."""

    example: dict[str, Any]
    power: dict[str, Power]
    shares: dict[str, Share]


@dataclass(frozen=True, slots=True)
class Prospect:
    """`why_not`: what would refuse it now; the roll is frozen only when it opens."""

    rule: dict[str, Any]
    charter: int  # the version whose rule it is; 0: the founding rule
    roll: dict[str, int]
    why_not: Refused | None

    @property
    def is_by_consent(self) -> bool:
        return bool(self.rule["method"] == "consent")


def prospect(
    workspace: Workspace,
    project: UUID,
    member: UUID,
    *,
    adopts: int | None = None,
    after_consent: bool = False,
    in_round: bool = False,
    proposal: UUID | None = None,
) -> Prospect:
    """What would happen if this member opened a decision now, read from the store (three to five statements). `after_consent`: one that follows a
    consent which failed; `in_round`: one to which a consent round leads."""
    roll = members.roll(workspace, project)
    charter = workspace.find(Charter, charter_id(project))
    in_force = charter.in_force if charter else None
    rule = _rule(charter, adopts is not None or after_consent, in_round) if charter and in_force else FOUNDING
    why_not = (
        _not_by_charter(workspace, charter, adopts)
        or _not_by_task(workspace, charter, member, proposal)
        or _not_by_proposal(workspace, charter, proposal)
        or can_open(rule, roll)
    )
    people = Counter(roll.values())
    return Prospect(rule.to_dict(), in_force or 0, {side: people[side] for side in SIDES}, why_not)


def _rule(charter: Charter, is_own: bool, in_round: bool) -> Rule:
    """`is_own`: the charter's own rule, and not consent before it."""
    if in_round:
        return by_consent(charter.rule)
    return charter.rule if is_own else charter.rule_of_opening


def at_work(rule: Mapping[str, Any], roll: Mapping[str, int]) -> AtWork:
    return AtWork(worked_example(rule, roll), power(rule, roll), shares(rule, roll))


def _not_by_charter(workspace: Workspace, charter: Charter | None, adopts: int | None) -> Refused | None:
    if adopts is None:
        return NoCharter() if charter is None or charter.in_force is None else None
    if charter is None:
        return NothingToAdopt()
    try:
        charter.must_be_adoptable(adopts)
        charters.must_not_be_asked(workspace, charter, adopts)
        charters.must_be_finished(workspace, charter, adopts)
    except (NothingToAdopt, BeingAsked, SentencesWait) as refused:
        return refused
    return None


def _not_by_proposal(workspace: Workspace, charter: Charter | None, proposal: UUID | None) -> Refused | None:
    """Only a charter that wants something of proposals has one read for it."""
    found = workspace.find(Proposal, proposal) if proposal and charter and charter.terms.wants_easy_read else None
    if charter is None or found is None:
        return None
    try:
        found.must_be_as_wanted(charter.terms)
    except EasyReadIsMissing as refused:
        return refused
    return None


def _not_by_task(workspace: Workspace, charter: Charter | None, member: UUID, proposal: UUID | None) -> Refused | None:
    if charter is None or charter.in_force is None or charter.openers[charter.in_force] != "facilitators":
        return None
    is_free = "facilitator" in workspace.load(Member, member).tasks or proposals.may_take_on(workspace, member, proposal)
    return None if is_free else NotYourTask(task="facilitator")
