"""What people do with ideas. Conversation needs no charter: whoever is here may post, support and reply."""

from datetime import date
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import MemberIsNotHere
from aggregates.idea import ANSWERS as ANSWERS
from aggregates.idea import Idea

from . import charters, matters, members, slips, themes
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 2000


@command
def post(workspace: Workspace, by: Act, text: str, theme: UUID | None = None, matter: UUID | None = None) -> Receipt:
    """Put an idea on the project's board, under a theme or under none yet; `matter`: what somebody said matters, from which it grew.
    Refused: BadWords (2,000 characters at most), ThemeIsClosed, NotFound (a matter that may not be quoted)."""
    words = write(text, by, longest=LONGEST)
    themes.must_be_open(workspace, by, theme)
    if matter is not None:
        matters.must_be_quoted(workspace, by, matter)
    idea = Idea.post(by, words.reference, grew_from=matter)
    idea.move(by, theme)
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
    """Where the charter says how much support is enough, whoever makes it enough moves the idea on."""
    found = load(workspace, by, idea)
    found.support(by, charters.terms(workspace, by.project).enough_support)
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
def ask_for_answer(workspace: Workspace, by: Act, idea: UUID, of: UUID, until_on: date) -> Receipt:
    """Whoever is here asks whoever is here. Refused: MemberIsNotHere, DayHasPassed."""
    found = load(workspace, by, idea)
    if members.load(workspace, by, of).state != "here":
        raise MemberIsNotHere
    found.ask_for_answer(by, of, until_on)
    return workspace.commit(found)


@command
def answer(workspace: Workspace, by: Act, idea: UUID, text: str, kind: str = "", on: date | None = None) -> Receipt:
    """Answer an idea formally: one of ANSWERS, why, and on which day it happens or is talked about. It is for whoever was asked, and else a facilitator's or
    commissioner's task, since an answer is owed. Refused: NotYourTask, DayIsMissing, DayHasPassed."""
    found = load(workspace, by, idea)
    if by.author not in found.asked:
        members.must_have_task(workspace, by, "facilitator", "commissioner")
    words = write(text, by, longest=LONGEST)
    found.answer(by, words.reference, kind, on)
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
