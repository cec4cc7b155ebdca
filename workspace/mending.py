"""The frozen question: a slip of the pen is mended by one person of each side; anything else is a restart, which asks everybody again."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.charter import Charter, charter_id
from aggregates.counting import FOUNDING, Rule, by_consent
from aggregates.decision import Decision

from . import decisions, members, opening, proposals
from .application import Receipt, Workspace, command
from .opening import LONGEST, Question
from .texts import write


@command
def ask_mend(workspace: Workspace, by: Act, decision: UUID, question: Question) -> Receipt:
    """The words as they should read. Refused: NotOnTheRoll, VotingIsOver, LanguageIsMissing, BadWords."""
    found = decisions.load(workspace, by, decision)
    by = replace(by, side=found.side_of(by))
    asked = opening.asking(by, question)
    found.ask_mend(by, uuid4(), *asked.frozen)
    return workspace.commit(found, words=asked.words)


@command
def mend(workspace: Workspace, by: Act, decision: UUID, mend: UUID) -> Receipt:
    """Somebody of the other side agrees that nothing but a slip of the pen is put right. Votes stay.
    Refused: NotOnTheRoll, VotingIsOver, NothingToMend, MendNeedsTheOtherSide."""
    found = decisions.load(workspace, by, decision)
    found.mend(replace(by, side=found.side_of(by)), mend)
    return workspace.commit(found)


@command
def restart(workspace: Workspace, by: Act, decision: UUID, question: Question, closes_at: datetime, reason: str, version: int | None = None) -> Receipt:
    """Ask everybody again, in other words or about a newer version of the proposal: the ballots are void and voters are told. By whoever opened it, or
    a facilitator. Answers with the new decision, which is asked by the same method under the charter as it is now.
    Refused: NotYourTask, VotingIsOver, TextMovedOn, LanguageIsMissing, ClosesTooSoon."""
    found = decisions.load(workspace, by, decision)
    if by.author != found.opener:
        members.must_have_task(workspace, by, "facilitator")
    version = version or found.proposal_version
    if found.proposal is not None:
        proposals.load(workspace, by, found.proposal).must_be_open_to_decision(version or 0)
    asked, why = opening.asking(by, question), write(reason, by, longest=LONGEST["reason"])
    charter = workspace.load(Charter, charter_id(found.project))
    rule, in_force = _rule(charter, found)
    about = {"charter": in_force, "adopts": found.adopts, "proposal": found.proposal, "version": version, "after": found.after, "way": found.way}
    successor = opening.opened(workspace, by, asked, rule, closes_at, {**about, "restarts": decision})
    found.restart(by, why.reference, successor.id)
    if found.adopts is not None:
        charter.ask(by, found.adopts, successor.id)
    return workspace.commit(successor, found, charter, words=[*asked.words, why])


def _rule(charter: Charter, found: Decision) -> tuple[Rule, int]:
    if found.adopts is not None:
        charter.must_be_adoptable(found.adopts)
    if charter.in_force is None:
        return FOUNDING, 0
    return by_consent(charter.rule) if found.is_by_consent else charter.rule, charter.in_force
