"""What people do with objections: raise one with their vote, reply, accept a change that meets it, or say that it shows no harm."""

from dataclasses import replace
from uuid import UUID, uuid4

from aggregates import ballot_box
from aggregates.base import Act, Text
from aggregates.decision import Decision
from aggregates.errors import Empty
from aggregates.objection import Objection, objection_id

from . import members
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 1000


def moved(workspace: Workspace, by: Act, decision: UUID, choice: str | None, aim: str, words: Text | None) -> list[Objection]:
    """What becomes of somebody's objection by a choice of theirs, to be committed with the vote: raised, raised again, withdrawn, or nothing.
    Refused: Empty (an objection without words), UnknownChoice."""
    found = workspace.find(Objection, objection_id(decision, by.author))
    if choice != "object":
        if found is not None:
            found.withdraw(by)
        return [found] if found is not None else []
    if words is None:
        raise Empty
    if found is None:
        return [Objection.raise_(by, decision, aim, words)]
    found.raise_again(by, aim, words)
    return [found]


def settled(workspace: Workspace, decision: Decision, up_to: int) -> set[str]:
    """Whose objection was met or found unreasoned before the close at `up_to`: from their streams in the store, never from a read model."""
    if not decision.is_by_consent:
        return set()
    streams = ballot_box.objections_of(decision.id, decision.roll)
    return ballot_box.settled(streams, workspace.events_of(streams), up_to)


@command
def reply(workspace: Workspace, by: Act, objection: UUID, text: str) -> Receipt:
    """Anybody of the project answers it, also when it is over."""
    found = load(workspace, by, objection)
    words = write(text, by, longest=LONGEST)
    found.reply(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def accept(workspace: Workspace, by: Act, objection: UUID, text: str = "", *, amendment: UUID | None = None) -> Receipt:
    """Its author says that a change meets it; it stops nothing any more. Refused: NotYours, ObjectionIsClosed, VotingIsOver."""
    found = load(workspace, by, objection)
    by = _elector(workspace, by, found)
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    found.accept(by, amendment, words[0].reference if words else None)
    return workspace.commit(found, words=words)


@command
def doubt(workspace: Workspace, by: Act, objection: UUID, text: str) -> Receipt:
    """Somebody on the roll sees no harm in it, and says why; when one of each side has, it stops nothing any more.
    Refused: NotOnTheRoll, VotingIsOver, YourOwnObjection, ObjectionIsClosed, AlreadyDoubted."""
    found = load(workspace, by, objection)
    by = _elector(workspace, by, found)
    words = write(text, by, longest=LONGEST)
    found.doubt(by, words.reference)
    return workspace.commit(found, words=[words])


def load(workspace: Workspace, by: Act, objection: UUID) -> Objection:
    return members.in_project(workspace.load(Objection, objection), by)


def _elector(workspace: Workspace, by: Act, objection: Objection) -> Act:
    """The act on the side that was frozen. Refused: NotOnTheRoll, VotingIsOver."""
    return replace(by, side=workspace.load(Decision, objection.subject).side_of(by))
