"""A consent round in a session: whoever leads takes a proposal up and goes from step to step; everybody who was let in asks and says how it feels."""

from datetime import datetime
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.counting import by_consent
from aggregates.errors import NotThatStep
from aggregates.round import Round

from . import attending, opening, proceedings, proposals, rounds
from .application import Receipt, Workspace, command
from .opening import Question
from .texts import write


@command
def take_up(workspace: Workspace, by: Act, session: UUID, proposal: UUID, version: int) -> Receipt:
    """Begin a round about the version of a proposal that was read. Refused: NotYours, NotThatStep, TextMovedOn, ProposalIsWithdrawn."""
    going = proceedings.led(workspace, by, session)
    proposals.load(workspace, by, proposal).must_be_open_to_decision(version)
    found = Round.begin(by, proposal, version)
    going.take_up(by, found.id, found.step)
    return workspace.commit(found, going)


@command
def go_on(workspace: Workspace, by: Act, session: UUID, block: UUID, step: str) -> Receipt:
    """To the next step of the round, or back to an earlier one. Refused: NotYours, NotThatStep, RoundIsOver."""
    found = rounds.load(workspace, by, proceedings.led(workspace, by, session).must_be_in_round(block))
    found.go_on(by, step)
    return workspace.commit(found)


@command
def ask(workspace: Workspace, by: Act, session: UUID, block: UUID, text: str) -> Receipt:
    """By whoever was let in. Refused: NotThere, NotLetIn, NotThatStep, PhonesAreFrozen, BadWords."""
    found = _here(workspace, by, session, block)
    words = write(text, by, longest=rounds.LONGEST)
    found.ask(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def sense(workspace: Workspace, by: Act, session: UUID, block: UUID, level: int) -> Receipt:
    """How it feels to somebody just now; the last one stands. Refused: as for `ask`, and NotOnTheRoll (on no side)."""
    found = _here(workspace, by, session, block)
    found.sense(by, level)
    return workspace.commit(found)


@command
def ask_for_consent(workspace: Workspace, by: Act, session: UUID, question: Question, closes_at: datetime, version: int) -> Receipt:
    """Put the proposal of the round to everybody of the project and to the guests who were let in, by consent, whatever the charter's rule.
    Refused: NotYours, NotThatStep (also of the round), and as for `opening.open`."""
    going = proceedings.led(workspace, by, session)
    now = going.must_be_at("decide")
    if now.block not in going.rounds:
        raise NotThatStep
    found = rounds.load(workspace, by, going.rounds[now.block])
    charter, in_force = opening.charter_in_force(workspace, by, found.subject)
    about = {"charter": in_force, "proposal": found.subject, "version": version}
    guests = proceedings.guests(workspace, by.project, session)
    decision, words = opening.put(workspace, by, question, by_consent(charter.rule), closes_at, about, guests)
    found.consent(by, decision.id)
    going.decide(by, decision.id)
    return workspace.commit(decision, found, going, words=words)


def _here(workspace: Workspace, by: Act, session: UUID, block: UUID) -> Round:
    going, attendance = attending.here(workspace, by, session)
    attendance.must_be_let_in()
    going.must_take("talk", block)
    return rounds.load(workspace, by, going.must_be_in_round(block))
