"""What a group does after a count: the way it takes where only one side agreed, and what the minority has to say."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.minority import LASTS, stands_with
from aggregates.minority import ROUTES as ROUTES
from aggregates.objection import Objection, objection_id

from . import decisions, members
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 1000


def as_counted(choice: str | None, *, is_met: bool) -> str | None:
    """Whoever says that a change meets their objection consents, and need not vote again."""
    return "consent" if choice == "object" and is_met else choice


def may_state(result: str, choice: str | None, counted_at: datetime, now: datetime) -> bool:
    """Whether somebody who chose so, as it was counted, may still say why they do not stand with the outcome."""
    return not stands_with(result, choice) and now <= counted_at + LASTS


@command
def take_route(workspace: Workspace, by: Act, decision: UUID, route: str, text: str = "") -> Receipt:
    """Revise, mediate, or record the disagreement: by anybody who was on the roll, or a facilitator.
    Refused: NotYourTask, UnknownChoice, NotDeadlocked, RouteIsTaken."""
    found = decisions.load(workspace, by, decision)
    if by.author.hex not in found.roll:
        members.must_have_task(workspace, by, "facilitator")
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    about = found.proposal if route == "revise" else None
    found.take_route(by, members.one_of(route, ROUTES), words[0].reference if words else None, about)
    return workspace.commit(found, words=words)


@command
def state_minority(workspace: Workspace, by: Act, decision: UUID, text: str) -> Receipt:
    """Say, with one's name, why one does not stand with the outcome. One's vote is asked of the store, as it was counted.
    Refused: NotOnTheRoll, NotCounted, NotInTheMinority, StatementsAreOver, AlreadyStated."""
    found = decisions.load(workspace, by, decision)
    words = write(text, by, longest=LONGEST)
    ballot, raised = decisions.on_record(workspace, decision, by.author), workspace.find(Objection, objection_id(decision, by.author))
    choice = as_counted(ballot.choice if ballot else None, is_met=raised is not None and raised.state == "met")
    found.state_minority(replace(by, side=found.roll.get(by.author.hex, by.side)), uuid4(), words.reference, choice)
    return workspace.commit(found, words=[words])
