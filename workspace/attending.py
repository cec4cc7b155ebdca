"""Coming to a session: by its code without an account, or as somebody of the project; being let in, sitting at a table, asking to speak."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from aggregates.attendance import HOW as HOW
from aggregates.attendance import MOST_TABLES as MOST_TABLES
from aggregates.attendance import Attendance, attendance_id
from aggregates.base import Act, Aggregate
from aggregates.errors import CodeIsDead, NotFound, NotThere, SessionIsFull
from aggregates.member import Member
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.session import Session

from . import members, memberships, minutes, proceedings, sessions, voices
from .accounts import checked_name
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .texts import write
from .tokens import sealed, token_for
from .voices import Voice

GUESSES = Limit("session code", 60, timedelta(minutes=15))
"""A whole room may share one address, and some of it mistypes."""

LASTS = timedelta(days=10)
"""A guest's browser is known for so long: the session, and the week in which its minutes can be put right."""


@dataclass(frozen=True, slots=True)
class Coming:
    """How somebody comes: by first name if they like, and the group they are here as."""

    name: str
    side: str
    how: str
    is_helped: bool = False
    is_borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """`cookie`: what the guest's browser keeps."""

    receipt: Receipt
    session: UUID
    cookie: str


@dataclass(frozen=True, slots=True)
class Guest:
    """Who a browser is that came by a code."""

    session: UUID
    project: UUID
    member: UUID
    is_borrowed: bool


def look_at_code(workspace: Workspace, typed: str, network: str) -> tuple[UUID, UUID]:
    """(session, project) behind a code; wrong ones are counted by where they come from. Refused: CodeIsDead, TooOften."""
    try:
        return proceedings.behind_code(workspace, typed)
    except CodeIsDead:
        with workspace.reading() as db:
            hold_to(db, workspace.settings.secret, GUESSES, network)
        raise


@command
def come_by_code(workspace: Workspace, typed: str, coming: Coming, *, command: UUID, language: str, network: str) -> Arrived:
    """Somebody without an account is here, waiting to be let in: a place on the record, and a cookie by which their browser is known. A second press
    answers with the same. Refused: CodeIsDead, SessionIsFull, TooOften, UnknownChoice."""
    session, project = look_at_code(workspace, typed, network)
    cookie = token_for(workspace.settings.secret, f"guest {command.hex}")
    done = workspace.recorded(command)
    if done:
        return Arrived(done, session, cookie)
    now, side = workspace.now(), members.one_of(coming.side, members.MEMBER_SIDES)
    by = Act(project, uuid4(), side, "session", command, now, now, session=session, language=language)
    attendance = Attendance.come(by, session, members.one_of(coming.how, HOW), False, coming.is_helped, coming.is_borrowed)
    place = Member.record(by, by.member, side, "session")
    known = (
        "insert into guests (token_hash, session, project, member, is_borrowed, language, expires_at) values (%s, %s, %s, %s, %s, %s, clock_timestamp() + %s)",
        (sealed(workspace.settings.secret, "guest", cookie), session, project, by.member, coming.is_borrowed, language, LASTS),
    )
    also = [*memberships.enrol(by.member, project, None, checked_name(coming.name)), known, _seat(workspace, session)]
    return Arrived(workspace.commit(attendance, place, also=also), session, cookie)


@command
def come(workspace: Workspace, by: Act, session: UUID, coming: Coming) -> Receipt:
    """Somebody of the project is here, or comes back. Refused: SessionIsNotRunning, NotThere (turned away)."""
    proceedings.running(workspace, by, session)
    found = workspace.find(Attendance, attendance_id(session, by.author))
    if found is None:
        found = Attendance.come(by, session, coming.how, True, coming.is_helped, coming.is_borrowed)
    else:
        found.come_back(by, coming.how, coming.is_helped, coming.is_borrowed)
    return workspace.commit(found)


@command
def bring(workspace: Workspace, by: Act, session: UUID, coming: Coming) -> Receipt:
    """Whoever leads puts somebody on the record who is in the room without a phone, or was there: what they say and choose is written down for them.
    Refused: NotYours, SessionIsNotRunning (the doors were never open), MinutesAreSealed."""
    *_, unsealed = minutes.open_record(workspace, by, session)
    side = members.one_of(coming.side, members.MEMBER_SIDES)
    theirs = replace(by, voice=uuid4(), side=side, agreed="said so", source="spoken")
    place = Member.record(replace(by, side=side), theirs.author, side, "session")
    attendance = Attendance.come(theirs, session, coming.how, True, False, False)
    enrolled = memberships.enrol(theirs.author, by.project, None, checked_name(coming.name))
    return workspace.commit(attendance, place, also=[*enrolled, *unsealed])


@command
def note_who_came(workspace: Workspace, by: Act, session: UUID, *here: UUID) -> Receipt:
    """Whoever leads notes that people of the project are in the room, or were, who did not say so themselves on a phone.
    Refused: NotYours, SessionIsNotRunning, MinutesAreSealed, NotTheirHelper, MemberIsNotHere, NotFound."""
    *_, unsealed = minutes.open_record(workspace, by, session)
    known = workspace.find_all(Attendance, [attendance_id(session, member) for member in here])
    new = [member for member in here if attendance_id(session, member) not in known]
    theirs = [by if member == by.member else voices.speaking(workspace, by, Voice(member, "said so", "paper")) for member in new]
    return workspace.commit(*[Attendance.come(each, session, "room", True, False, False) for each in theirs], also=unsealed)


@command
def let_in(workspace: Workspace, by: Act, session: UUID, *waiting: UUID) -> Receipt:
    """From now on they may write, choose and vote. Refused: NotYours, NotFound, where one of them has not come."""
    proceedings.led(workspace, by, session)
    streams = [attendance_id(session, member) for member in waiting]
    found = workspace.find_all(Attendance, streams)
    if found.keys() != set(streams):
        raise NotFound
    for each in found.values():
        members.in_project(each, by).let_in(by)
    return workspace.commit(*found.values())


@command
def turn_away(workspace: Workspace, by: Act, session: UUID, member: UUID, reason: str) -> Receipt:
    """With a reason that the history keeps. Refused: NotYours, NotFound, BadWords."""
    proceedings.led(workspace, by, session)
    found = load(workspace, by, session, member)
    words = write(reason, by, longest=sessions.LONGEST["reason"])
    found.turn_away(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def leave(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    found = load(workspace, by, session, by.author)
    found.leave(by)
    return workspace.commit(found)


@command
def sit_at(workspace: Workspace, by: Act, session: UUID, member: UUID, table: int) -> Receipt:
    """Oneself; whoever leads may seat anybody. 0: all together. Refused: NotYours, NotThere, UnknownChoice."""
    if member != by.author:
        proceedings.led(workspace, by, session)
    found = load(workspace, by, session, member)
    found.sit_at(by, table)
    return workspace.commit(found)


@command
def ask_to_speak(workspace: Workspace, by: Act, session: UUID, wants: bool) -> Receipt:
    """I'd rather say it aloud: into the queue, or out of it. Refused: NotThere, NotLetIn."""
    proceedings.running(workspace, by, session)
    found = load(workspace, by, session, by.author)
    (found.ask_to_speak if wants else found.speak_no_more)(by)
    return workspace.commit(found)


@command
def refuse_turns(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """Nobody notes which side speaks, for the rest of the session: anybody who is here may say so. Refused: NotThere, SessionIsNotRunning."""
    going, _ = here(workspace, by, session)
    going.refuse_turns(by)
    return workspace.commit(going)


@command
def hear(workspace: Workspace, by: Act, session: UUID, member: UUID) -> Receipt:
    """It is their turn to speak now. Refused: NotYours, NotThere."""
    proceedings.led(workspace, by, session)
    found = load(workspace, by, session, member)
    found.hear(by)
    return workspace.commit(found)


def load(workspace: Workspace, by: Act, session: UUID, member: UUID) -> Attendance:
    return members.in_project(workspace.load(Attendance, attendance_id(session, member)), by)


def here(workspace: Workspace, by: Act, session: UUID) -> tuple[Proceedings, Attendance]:
    """How the session goes and the attendance of whose act this is, in one statement. Refused: NotThere, NotFound."""
    found = workspace.find_all(Aggregate, [proceedings_id(session), attendance_id(session, by.author)])
    going, attendance = found.get(proceedings_id(session)), found.get(attendance_id(session, by.author))
    if not isinstance(going, Proceedings):
        raise NotFound
    if not isinstance(attendance, Attendance) or attendance.state != "here":
        raise NotThere
    return members.in_project(going, by), attendance


def guest(workspace: Workspace, cookie: str) -> Guest | None:
    """Whose cookie this is, in one statement."""
    asked = "select session, project, member, is_borrowed from guests where token_hash = %s and expires_at > clock_timestamp()"
    with workspace.reading() as db:
        row = db.execute(asked, (sealed(workspace.settings.secret, "guest", cookie),)).fetchone()
    return Guest(*row) if row else None


def project_of(workspace: Workspace, session: UUID) -> UUID:
    """Refused: NotFound."""
    return workspace.load(Session, session).project


def act_of(workspace: Workspace, guest: Guest, *, command: UUID, language: str) -> Act:
    """An act of somebody who came by a code, in the session."""
    now = workspace.now()
    side = workspace.load(Member, guest.member).side
    return Act(guest.project, guest.member, side, "session", command, now, now, session=guest.session, language=language)


def in_session(by: Act, session: UUID) -> Act:
    """The act of somebody of the project, done in a session."""
    return replace(by, channel="session" if by.channel == "web" else by.channel, session=session)


def _seat(workspace: Workspace, session: UUID) -> tuple[str, Sequence[Any]]:
    """One is taken in the same transaction, and no more than there are: whoever was a moment too late for the last one is told as the command looks again.
    Refused: SessionIsFull."""
    with workspace.reading() as db:
        if db.execute("select from session_codes where session = %s and taken < seats", (session,)).fetchone() is None:
            raise SessionIsFull
    return "update session_codes set taken = taken + 1 where session = %s", (session,)
