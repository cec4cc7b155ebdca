"""The big screen of a session on a computer of its own, where nobody signs in: a code that opens it and nothing else, while the session goes on. It is a way
to look, by which nothing is done, so it is a row and never an event."""

from datetime import timedelta
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

from aggregates.base import Act
from aggregates.errors import CodeIsDead

from . import proceedings, sessions
from .application import Workspace
from .limits import Limit, hold_to
from .tokens import code_for, plain, sealed

GUESSES = Limit("screen code", 60, timedelta(minutes=15))

KEEP: LiteralString = """
insert into session_screens (session, project, code_hash, press, until) values (%s, %s, %s, %s, %s)
on conflict (session) do update set code_hash = excluded.code_hash, press = excluded.press, until = excluded.until
"""


def make(workspace: Workspace, by: Act, session: UUID) -> None:
    """A code for its big screen; one that was made before is dead. Refused: NotYours, SessionIsNotRunning."""
    found = sessions.led(workspace, by, session)
    proceedings.running(workspace, by, session)
    code = _sealed(workspace, _code(workspace, session, by.command))
    with workspace.pool.connection() as db:
        db.execute(KEEP, (session, found.project, code, by.command, found.ends_at + proceedings.GRACE))


def take_back(workspace: Workspace, by: Act, session: UUID) -> None:
    """From now on the big screen is open only to those who lead. Refused: NotYours."""
    sessions.led(workspace, by, session)
    with workspace.pool.connection() as db:
        db.execute("delete from session_screens where session = %s", (session,))


def code_of(workspace: Workspace, session: UUID) -> str:
    """The code that opens its big screen now, for those who lead; empty where there is none."""
    with workspace.reading() as db:
        row = db.execute("select press from session_screens where session = %s and until > clock_timestamp()", (session,)).fetchone()
    return _code(workspace, session, row[0]) if row else ""


def behind_code(workspace: Workspace, typed: str, network: str) -> tuple[UUID, UUID]:
    """(session, project) whose big screen a code opens; wrong ones are counted by where they come from. Refused: CodeIsDead, TooOften."""
    with workspace.reading() as db:
        asked = "select session, project from session_screens where code_hash = %s and until > clock_timestamp()"
        row = db.execute(asked, (_sealed(workspace, typed),)).fetchone()
        if row is None:
            hold_to(db, workspace.settings.secret, GUESSES, network)
            raise CodeIsDead
    return row[0], row[1]


def forget_old(db: Connection[Any]) -> None:
    """Codes that are long dead."""
    db.execute("delete from session_screens where until < clock_timestamp()")


def _code(workspace: Workspace, session: UUID, press: UUID) -> str:
    return code_for(workspace.settings.secret, f"screen {session} {press}")


def _sealed(workspace: Workspace, typed: str) -> bytes:
    return sealed(workspace.settings.secret, "screen", plain(typed))
