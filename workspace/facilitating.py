"""Asking somebody to facilitate too, and what they answer. Nobody is given the task without having said yes, but by hand in a hurry: members.give_task."""

from uuid import UUID

from aggregates.base import Act

from . import members
from .application import Receipt, Workspace, command


@command
def ask(workspace: Workspace, by: Act, member: UUID) -> Receipt:
    """Theirs is the answer. Refused: NotYourTask, MemberIsNotHere."""
    members.must_have_task(workspace, by, "facilitator")
    found = members.load(workspace, by, member)
    found.ask_to_take(by, "facilitator")
    return workspace.commit(found)


@command
def answer(workspace: Workspace, by: Act, is_yes: bool) -> Receipt:
    """Refused: NobodyAsks."""
    found = members.load(workspace, by, by.member)
    found.answer(by, "facilitator", is_yes)
    return workspace.commit(found)
