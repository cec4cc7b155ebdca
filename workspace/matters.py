"""What people do with what matters to them: say it, with an account or before any; let it be quoted, or not; read it and put it under a theme."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import NotFound
from aggregates.matter import Matter
from aggregates.member import Member
from aggregates.words import Words as TakenDown
from aggregates.words import words_id

from . import members, memberships, slips, themes
from .accounts import checked_name
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .texts import write

LONGEST = 2000
FROM_ONE_PLACE = Limit("matter", 20, timedelta(hours=1))
IN_ONE_PROJECT = Limit("matters of a project", 300, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, and whether others may read it. `prompt`: what they were asked; None is the project's own question."""

    text: str
    may_quote: bool
    prompt: str | None = None


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody without an account: a first name if they like, and the group they are here as. `network`: where they come from, to count tries."""

    name: str
    side: str
    network: str
    language: str
    command: UUID
    happened_at: datetime | None = None  # only stories say so


@command
def say(workspace: Workspace, by: Act, said: Said) -> Receipt:
    """A member says it, or somebody writes it down for them. Refused: BadWords (2,000 characters at most)."""
    words = write(said.text, by, longest=LONGEST)
    matter = Matter.say(by, words.reference, said.prompt, said.may_quote)
    slip, also = slips.beside(workspace, by, matter.id, "matter", words.id)
    return workspace.commit(matter, *slip, words=[words], also=also)


def say_as_visitor(workspace: Workspace, project: UUID, visitor: Visitor, said: Said) -> Receipt:
    """Before any account: a place on the record, the words, and a slip by which they can be changed, taken back or claimed. The name is kept from
    view with the words. Refused: BadWords, TooOften."""
    done = workspace.recorded(visitor.command)
    if done:
        return done
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, visitor.network)
        hold_to(db, workspace.settings.secret, IN_ONE_PROJECT, project.hex)
    now, side = workspace.now(), members.one_of(visitor.side, members.MEMBER_SIDES)
    by = Act(project, uuid4(), side, "web", visitor.command, visitor.happened_at or now, now, language=visitor.language)
    words = write(said.text, by, longest=LONGEST)
    matter = Matter.say(by, words.reference, said.prompt, said.may_quote)
    place = Member.record(by, by.member, side, "what matters")
    slip, also = slips.given(workspace, by, matter.id, "matter", words.id)
    also += [*memberships.enrol(by.member, project, None, checked_name(visitor.name)), *memberships.show_name(by.member, True)]
    return workspace.commit(matter, place, slip, words=[words], also=also)


@command
def reword(workspace: Workspace, by: Act, matter: UUID, text: str) -> Receipt:
    """Refused: NotYours, MatterIsTakenBack, BadWords."""
    found = load(workspace, by, matter)
    words = write(text, by, longest=LONGEST)
    found.reword(by, words.reference)
    also = name_as_shown(workspace, found)
    return workspace.commit(found, *slips.settled(workspace, by, matter), words=[words], also=also)


@command
def allow_quote(workspace: Workspace, by: Act, matter: UUID) -> Receipt:
    found = load(workspace, by, matter)
    found.allow_quote(by)
    return workspace.commit(found, also=name_as_shown(workspace, found))


@command
def take_back_quote(workspace: Workspace, by: Act, matter: UUID) -> Receipt:
    """From now on it is quoted nowhere. Refused: NotYours."""
    found = load(workspace, by, matter)
    found.take_back_quote(by)
    return workspace.commit(found, also=name_as_shown(workspace, found))


@command
def put_under(workspace: Workspace, by: Act, matter: UUID, theme: UUID | None = None) -> Receipt:
    """Read it, and put it under a theme or under none: a facilitator's task, and only then is it shown to others, with consent. Refused: NotYourTask,
    ThemeIsClosed."""
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, matter)
    themes.must_be_open(workspace, by, theme)
    found.put_under(by, theme)
    return workspace.commit(found, also=name_as_shown(workspace, found))


@command
def take_back(workspace: Workspace, by: Act, matter: UUID) -> Receipt:
    """It is shown to nobody any more. Refused: NotYours."""
    found = load(workspace, by, matter)
    found.take_back(by)
    return workspace.commit(found, also=[*name_as_shown(workspace, found), *withheld(found.words.id)])


def load(workspace: Workspace, by: Act, matter: UUID) -> Matter:
    return members.in_project(workspace.load(Matter, matter), by)


def must_be_quoted(workspace: Workspace, by: Act, matter: UUID) -> None:
    """Refused: NotFound, unless its author lets others read it and somebody has read it, or it is the author's own."""
    found = load(workspace, by, matter)
    if by.author != found.author and not (found.may_quote and found.is_read):
        raise NotFound


def withheld(text: UUID) -> memberships.Also:
    return [("update texts set is_hidden = true where id = %s", (text,))]


def name_as_shown(workspace: Workspace, matter: Matter) -> memberships.Also:
    """The name of somebody who is only on the record by what they said is shown where their words are: with consent, once read. A name that was
    taken down stays down."""
    place, name = workspace.load(Member, matter.author), workspace.find(TakenDown, words_id(matter.author))
    if place.state != "recorded" or place.source != "what matters" or (name is not None and name.is_hidden):
        return []
    return memberships.show_name(matter.author, not (matter.may_quote and matter.is_read))
