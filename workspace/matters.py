"""What people do with what matters to them: say it, with an account or before any; let it be quoted, or not; read it and put it under a theme."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from aggregates.base import Act, today
from aggregates.errors import NotFound
from aggregates.matter import Matter
from aggregates.member import Member
from aggregates.words import Words as TakenDown
from aggregates.words import words_id

from . import files, members, memberships, slips, themes
from .accounts import checked_name
from .application import Receipt, Words, Workspace, command
from .limits import Limit, hold_to
from .texts import write

LONGEST = 2000
YEARS = (2, 1)
"""For how long others may be let read it, if not until it is taken back; the first is offered."""
FROM_ONE_PLACE = Limit("matter", 20, timedelta(hours=1))
IN_ONE_PROJECT = Limit("matters of a project", 300, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said or showed, and whether others may read it. `prompt`: what they were asked; None is the project's own question."""

    text: str
    may_quote: bool
    prompt: str | None = None
    years: int | None = None  # for how long others may read it; None: until its author takes that back
    photo: bytes | None = None
    sound: bytes | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """The same as rows to be."""

    words: list[Words]
    matter: Matter
    also: memberships.Also


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
    """A member says it, or somebody writes it down for them. Refused: BadWords (2,000 characters at most), BadFile."""
    written = _written(by, said)
    matter, words = written.matter, written.words
    slip, also = slips.beside(workspace, by, matter.id, "matter", words[0].id if words else None)
    return workspace.commit(matter, *slip, words=words, also=[*written.also, *also])


def say_as_visitor(workspace: Workspace, project: UUID, visitor: Visitor, said: Said) -> Receipt:
    """Before any account: a place on the record, the words, and a slip by which they can be changed, taken back or claimed. The name is kept from
    view with the words. Refused: BadWords, BadFile, TooOften."""
    done = workspace.recorded(visitor.command)
    if done:
        return done
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, visitor.network)
        hold_to(db, workspace.settings.secret, IN_ONE_PROJECT, project.hex)
    now, side = workspace.now(), members.one_of(visitor.side, members.MEMBER_SIDES)
    by = Act(project, uuid4(), side, "web", visitor.command, visitor.happened_at or now, now, language=visitor.language)
    written = _written(by, said)
    matter, words = written.matter, written.words
    place = Member.record(by, by.member, side, "what matters")
    slip, also = slips.given(workspace, by, matter.id, "matter", words[0].id if words else None)
    also += [*memberships.enrol(by.member, project, None, checked_name(visitor.name)), *memberships.show_name(by.member, True), *written.also]
    return workspace.commit(matter, place, slip, words=words, also=also)


@command
def reword(workspace: Workspace, by: Act, matter: UUID, text: str) -> Receipt:
    """Refused: NotYours, MatterIsTakenBack, BadWords."""
    found = load(workspace, by, matter)
    words = write(text, by, longest=LONGEST)
    found.reword(by, words.reference)
    also = name_as_shown(workspace, found)
    return workspace.commit(found, *slips.settled(workspace, by, matter), words=[words], also=also)


@command
def transcribe(workspace: Workspace, by: Act, matter: UUID, kind: str, text: str) -> Receipt:
    """Type what is said in the voice note, or what is to be seen on the photo, for whoever cannot hear or see it: a facilitator's task.
    Refused: NotYourTask, NotFound, BadWords."""
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, matter)
    words = write(text, by, longest=LONGEST)
    found.transcribe(by, members.one_of(kind, files.KINDS), words.reference)
    return workspace.commit(found, words=[words])


@command
def allow_quote(workspace: Workspace, by: Act, matter: UUID, years: int | None = None) -> Receipt:
    """For so many years, or until it is taken back. Refused: NotYours."""
    found = load(workspace, by, matter)
    found.allow_quote(by, _in_years(by, years))
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
    return workspace.commit(found, also=[*name_as_shown(workspace, found), *all_withheld(found)])


def load(workspace: Workspace, by: Act, matter: UUID) -> Matter:
    return members.in_project(workspace.load(Matter, matter), by)


def must_be_quoted(workspace: Workspace, by: Act, matter: UUID) -> None:
    """Refused: NotFound, unless its author lets others read it and somebody has read it, or it is the author's own."""
    found = load(workspace, by, matter)
    if by.author != found.author and not found.is_quoted(today(by)):
        raise NotFound


def withheld(text: UUID) -> memberships.Also:
    """The words, and a photo on which they are to be read."""
    return [("update texts set is_hidden = true where id = %s", (text,)), *files.covered(text)]


def all_withheld(matter: Matter) -> memberships.Also:
    """The words, the photo and the voice."""
    shown = [statement for file in matter.files.values() for statement in files.withheld(file.id)]
    return [*(withheld(matter.words.id) if matter.words else []), *shown]


def name_as_shown(workspace: Workspace, matter: Matter) -> memberships.Also:
    """The name of somebody who is only on the record by what they said is shown where their words are: with consent, as long as it lasts, once read.
    A name that was taken down stays down."""
    place, name = workspace.load(Member, matter.author), workspace.find(TakenDown, words_id(matter.author))
    if place.state != "recorded" or place.source != "what matters" or (name is not None and name.is_hidden):
        return []
    return memberships.show_name(matter.author, not (matter.may_quote and matter.is_read), until_on=matter.until_on)


def _written(by: Act, said: Said) -> Written:
    words = [write(said.text, by, longest=LONGEST)] if said.text.strip() or not (said.photo or said.sound) else []
    photo = files.photo(said.photo, by) if said.photo else None
    sound = files.sound(said.sound, by) if said.sound else None
    made = [file for file in (photo, sound) if file]
    shown = {file.reference.kind: file.reference for file in made}
    until_on = _in_years(by, said.years)
    matter = Matter.say(by, words[0].reference if words else None, said.prompt, said.may_quote, shown.get("photo"), shown.get("sound"), until_on)
    return Written(words, matter, [statement for file in made for statement in file.also])


def _in_years(by: Act, years: int | None) -> date | None:
    if years is None:
        return None
    day = today(by)
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap else day.day)
