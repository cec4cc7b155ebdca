"""Declining to act on what was agreed: only where the charter lets commissioners, in the open, with a reason and a day to talk."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.charter import Charter, charter_id
from aggregates.decline import Decline, decline_id
from aggregates.errors import AlreadyDeclined, MayNotDecline, NotAgreed

from . import decisions, members
from .application import Receipt, Workspace, command
from .texts import write, write_each

LONGEST = 2000


@command
def declare(workspace: Workspace, by: Act, decision: UUID, reason: str, talk_on: date, will_do: Mapping[str, str]) -> Receipt:
    """Say why it will not be done, when to talk about it, and what will be done. Everybody who voted is told.
    Refused: MayNotDecline, NotYourTask, NotAgreed, AlreadyDeclined, TalkIsTooLate, DayHasPassed, BadWords."""
    found = decisions.load(workspace, by, decision)
    members.must_have_task(workspace, by, "commissioner")
    within = days_to_talk(workspace, by.project)
    if within is None:
        raise MayNotDecline
    if found.outcome is None or found.result != "agreed":
        raise NotAgreed
    if workspace.find(Decline, decline_id(decision)):
        raise AlreadyDeclined
    why, instead = write(reason, by, longest=LONGEST), write_each(will_do, by, longest=LONGEST)
    decline = Decline.declare(by, decision, why.reference, talk_on, [each.reference for each in instead], within)
    return workspace.commit(decline, words=[why, *instead])


@command
def reply(workspace: Workspace, by: Act, decision: UUID, text: str) -> Receipt:
    """What the group says to it: anybody who is here may."""
    found = load(workspace, by, decision)
    words = write(text, by, longest=LONGEST)
    found.reply(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def talk(workspace: Workspace, by: Act, decision: UUID, text: str) -> Receipt:
    """What was said in the conversation, written down by a facilitator or a commissioner. Refused: NotYourTask."""
    members.must_have_task(workspace, by, "facilitator", "commissioner")
    found = load(workspace, by, decision)
    words = write(text, by, longest=LONGEST)
    found.talk(by, words.reference)
    return workspace.commit(found, words=[words])


def days_to_talk(workspace: Workspace, project: UUID) -> int | None:
    """In how many days the conversation must be; None: the charter in force lets nobody decline."""
    charter = workspace.find(Charter, charter_id(project))
    return charter.terms.decline_days if charter and charter.in_force else None


def load(workspace: Workspace, by: Act, decision: UUID) -> Decline:
    return members.in_project(workspace.load(Decline, decline_id(decision)), by)
