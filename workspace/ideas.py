"""What people do with ideas. Conversation needs no charter: whoever is here may post, support and reply."""

from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.idea import Idea

from . import members, slips
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 2000


@command
def post(workspace: Workspace, by: Act, text: str) -> Receipt:
    """Put an idea on the project's board. Refused: BadWords (2,000 characters at most)."""
    words = write(text, by, longest=LONGEST)
    idea = Idea.post(by, words.reference)
    slip, also = slips.beside(workspace, by, idea.id, "idea", words.id)
    return workspace.commit(idea, *slip, words=[words], also=also)


@command
def reword(workspace: Workspace, by: Act, idea: UUID, text: str) -> Receipt:
    """Say one's own idea in other words; earlier words stay in the history. Refused: NotYours, IdeaIsSetAside, BadWords."""
    found = load(workspace, by, idea)
    words = write(text, by, longest=LONGEST)
    found.reword(by, words.reference)
    return workspace.commit(found, *slips.settled(workspace, by, idea), words=[words])


@command
def support(workspace: Workspace, by: Act, idea: UUID) -> Receipt:
    found = load(workspace, by, idea)
    found.support(by)
    return workspace.commit(found)


@command
def take_back_support(workspace: Workspace, by: Act, idea: UUID) -> Receipt:
    found = load(workspace, by, idea)
    found.take_back_support(by)
    return workspace.commit(found)


@command
def reply(workspace: Workspace, by: Act, idea: UUID, text: str) -> Receipt:
    found = load(workspace, by, idea)
    words = write(text, by, longest=LONGEST)
    found.reply(by, uuid4(), words.reference)
    slip, also = slips.beside(workspace, by, idea, "reply", words.id)
    return workspace.commit(found, *slip, words=[words], also=also)


@command
def answer(workspace: Workspace, by: Act, idea: UUID, text: str) -> Receipt:
    """Answer an idea formally: why, why not, or let's talk. A facilitator's or commissioner's task, since an answer is owed. Refused: NotYourTask."""
    members.must_have_task(workspace, by, "facilitator", "commissioner")
    found = load(workspace, by, idea)
    words = write(text, by, longest=LONGEST)
    found.answer(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def set_aside(workspace: Workspace, by: Act, idea: UUID, reason: str) -> Receipt:
    """Its author may, or a facilitator, with a reason that everybody can read. Refused: NotYourTask, Empty."""
    found = load(workspace, by, idea)
    if by.author != found.author:
        members.must_have_task(workspace, by, "facilitator")
    words = write(reason, by, longest=LONGEST)
    found.set_aside(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def take_up_again(workspace: Workspace, by: Act, idea: UUID, reason: str) -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, idea)
    words = write(reason, by, longest=LONGEST)
    found.take_up_again(by, words.reference)
    return workspace.commit(found, words=[words])


def load(workspace: Workspace, by: Act, idea: UUID) -> Idea:
    """The idea, if it is of the act's project; an idea of another project is NotFound."""
    return members.in_project(workspace.load(Idea, idea), by)
