"""What people do with the minutes of a session: add to them, put them right, answer that, open them again. Drafted and sealed they are by the clock."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4, uuid5

from aggregates.attendance import Attendance, attendance_id
from aggregates.base import Act
from aggregates.errors import MinutesAreSealed, NotThere, NotYours, SessionIsNotOver, SessionIsNotRunning
from aggregates.minutes import Minutes, minutes_id
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.session import Session
from aggregates.sheet import Sheet

from . import counts, members, memberships, sessions
from .application import Receipt, Workspace, by_the_clock, command
from .texts import write, write_each

LONGEST = {"note": 5000, "correction": 2000, "answer": 2000, "reason": 500}


@command
def draft(workspace: Workspace, session: UUID, *, happened_at: datetime | None = None) -> Receipt:
    """By the clock, when the session is over. Safe to repeat. Refused: SessionIsNotOver."""
    going = workspace.load(Proceedings, proceedings_id(session))
    if not going.is_over:
        raise SessionIsNotOver
    counts.count_what_was_left(workspace, session)
    by = by_the_clock(workspace, going.project, uuid5(going.id, "draft"), session=session, happened_at=happened_at)
    minutes = workspace.find(Minutes, minutes_id(session)) or Minutes.draft(by, session)
    return workspace.commit(minutes)


@command
def note(workspace: Workspace, by: Act, session: UUID, block: UUID | None, words: Mapping[str, str]) -> Receipt:
    """Whoever led adds to a part of the agenda, or to the whole. `words`: {language: text}; none takes it away. Refused: NotYours, MinutesAreSealed,
    BadWords, NotFound."""
    sessions.led(workspace, by, session)
    minutes = _load(workspace, by, session, block)
    written = write_each(words, by, longest=LONGEST["note"], required=False)
    minutes.note(by, block, [each.reference for each in written])
    return workspace.commit(minutes, words=written)


@command
def put_right(workspace: Workspace, by: Act, session: UUID, block: UUID | None, text: str, is_named: bool) -> Receipt:
    """By anybody who was there, also without an account, and for somebody who was. Refused: NotThere, MinutesAreSealed, BadWords, NotFound."""
    minutes = _load(workspace, by, session, block)
    must_have_been_there(workspace, by, session)
    words = write(text, by, longest=LONGEST["correction"])
    minutes.put_right(by, uuid4(), block, words.reference, is_named)
    return workspace.commit(minutes, words=[words])


@command
def answer(workspace: Workspace, by: Act, session: UUID, correction: UUID, is_taken_in: bool, text: str) -> Receipt:
    """Refused: NotYours, MinutesAreSealed, BadWords, NotFound."""
    sessions.led(workspace, by, session)
    minutes = _load(workspace, by, session)
    words = write(text, by, longest=LONGEST["answer"])
    minutes.answer(by, correction, is_taken_in, words.reference)
    return workspace.commit(minutes, words=[words])


@command
def reopen(workspace: Workspace, by: Act, session: UUID, reason: str) -> Receipt:
    """Refused: NotYours, MinutesAreOpen, BadWords."""
    sessions.led(workspace, by, session)
    minutes = _load(workspace, by, session)
    words = write(reason, by, longest=LONGEST["reason"])
    minutes.reopen(by, words.reference)
    return workspace.commit(minutes, words=[words])


@command
def seal(workspace: Workspace, session: UUID, *, happened_at: datetime | None = None) -> Receipt:
    """By the clock, when their week is over, with every sheet that was typed in until then counted. Safe to repeat. Refused: MinutesAreOpen."""
    position = workspace.head()
    minutes = workspace.load(Minutes, minutes_id(session))
    once = uuid5(minutes.id, f"seal {minutes.sealed + 1}")
    by = by_the_clock(workspace, minutes.project, once, session=session, happened_at=happened_at)
    minutes.seal(by)
    counts.count_paper(workspace, by, session)
    return workspace.commit(minutes, also=[workspace.none_since(position, Sheet.TypedIn)])


def must_have_been_there(workspace: Workspace, by: Act, session: UUID) -> None:
    """Whoever came and was let in, whether or not they stayed, and whoever led. Refused: NotThere."""
    found = workspace.find(Attendance, attendance_id(session, by.author))
    if found is None and by.voice is None:
        try:
            sessions.led(workspace, by, session)
        except NotYours:
            raise NotThere from None
    elif found is None or not found.is_let_in:
        raise NotThere


def open_record(workspace: Workspace, by: Act, session: UUID) -> tuple[Session, Proceedings, memberships.Also]:
    """A session to whose record whoever leads can still add what came without the network: while it runs, and until its minutes are sealed. What is
    committed goes with the last of the three, so that it is refused where they are sealed meanwhile.
    Refused: NotYours, SessionIsNotRunning (its doors were never opened), MinutesAreSealed."""
    position = workspace.head()
    found = sessions.led(workspace, by, session)
    going, minutes = workspace.find(Proceedings, proceedings_id(session)), workspace.find(Minutes, minutes_id(session))
    if going is None:
        raise SessionIsNotRunning
    if minutes is not None and minutes.is_sealed:
        raise MinutesAreSealed
    return found, going, [workspace.none_since(position, Minutes.Sealed)]


def _load(workspace: Workspace, by: Act, session: UUID, block: UUID | None = None) -> Minutes:
    """Refused: NotFound, also where the session has no such part."""
    if block is not None:
        sessions.load(workspace, by, session).block(block)
    return members.in_project(workspace.load(Minutes, minutes_id(session)), by)
