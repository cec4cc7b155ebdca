"""What people do in a consent round: a facilitator leads it from step to step; anybody asks, answers and says how it feels."""

from datetime import datetime
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.counting import by_consent
from aggregates.counting.temperature import LEVELS as LEVELS
from aggregates.round import STEPS as STEPS
from aggregates.round import Round

from . import members, opening, proposals
from .application import Receipt, Workspace, command
from .opening import Question
from .texts import write

LONGEST = 1000


@command
def begin(workspace: Workspace, by: Act, proposal: UUID, version: int) -> Receipt:
    """Refused: NotYourTask, TextMovedOn, ProposalIsWithdrawn."""
    members.must_have_task(workspace, by, "facilitator")
    proposals.load(workspace, by, proposal).must_be_open_to_decision(version)
    return workspace.commit(Round.begin(by, proposal, version))


@command
def go_on(workspace: Workspace, by: Act, round: UUID, step: str) -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, round)
    found.go_on(by, step)
    return workspace.commit(found)


@command
def ask(workspace: Workspace, by: Act, round: UUID, text: str) -> Receipt:
    found = load(workspace, by, round)
    words = write(text, by, longest=LONGEST)
    found.ask(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def reply(workspace: Workspace, by: Act, round: UUID, question: UUID, text: str) -> Receipt:
    found = load(workspace, by, round)
    words = write(text, by, longest=LONGEST)
    found.reply(by, question, words.reference)
    return workspace.commit(found, words=[words])


@command
def sense(workspace: Workspace, by: Act, round: UUID, level: int) -> Receipt:
    found = load(workspace, by, round)
    found.sense(by, level)
    return workspace.commit(found)


@command
def ask_for_consent(workspace: Workspace, by: Act, round: UUID, question: Question, closes_at: datetime, version: int) -> Receipt:
    """Open the decision to which a round leads: by consent, whatever the charter's rule, about the version that was read.
    Refused: NotThatStep, NoCharter, NotYourTask, TextMovedOn, LanguageIsMissing, ClosesTooSoon."""
    charter, in_force = opening.charter_in_force(workspace, by)
    found = load(workspace, by, round)
    about = {"charter": in_force, "proposal": found.subject, "version": version}
    decision, words = opening.put(workspace, by, question, by_consent(charter.rule), closes_at, about)
    found.consent(by, decision.id)
    return workspace.commit(decision, found, words=words)


@command
def end(workspace: Workspace, by: Act, round: UUID, text: str = "") -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, round)
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    found.end(by, words[0].reference if words else None)
    return workspace.commit(found, words=words)


def load(workspace: Workspace, by: Act, round: UUID) -> Round:
    return members.in_project(workspace.load(Round, round), by)
