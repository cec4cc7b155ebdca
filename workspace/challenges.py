"""What people do where it does not feel as it is written: say so, to the facilitators alone or to everybody; answer; settle it."""

from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.challenge import ABOUT as ABOUT
from aggregates.challenge import Challenge
from aggregates.errors import NotFound
from aggregates.member import Member

from . import members
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 2000


@command
def raise_(workspace: Workspace, by: Act, text: str, *, is_public: bool, about: str = "other") -> Receipt:
    """Say that it is not how it feels. Refused: UnknownChoice, BadWords."""
    words = write(text, by, longest=LONGEST)
    return workspace.commit(Challenge.raise_(by, words.reference, is_public, about), words=[words])


@command
def answer(workspace: Workspace, by: Act, challenge: UUID, text: str) -> Receipt:
    """Anybody who is here answers a public one; one to the facilitators they and whoever raised it. Refused: NotFound, ChallengeIsSettled, BadWords."""
    found = load(workspace, by, challenge)
    words = write(text, by, longest=LONGEST)
    found.answer(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def settle(workspace: Workspace, by: Act, challenge: UUID) -> Receipt:
    """Whoever raised it says that it is settled. Refused: NotFound, NotYours, ChallengeIsSettled."""
    found = load(workspace, by, challenge)
    found.settle(by)
    return workspace.commit(found)


def load(workspace: Workspace, by: Act, challenge: UUID) -> Challenge:
    """Refused: NotFound, also where it is between others and the facilitators."""
    found = members.in_project(workspace.load(Challenge, challenge), by)
    if not found.is_public and by.author != found.raised_by and "facilitator" not in workspace.load(Member, by.member).tasks:
        raise NotFound
    return found
