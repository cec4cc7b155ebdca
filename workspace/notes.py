"""What somebody who leads a session notes for themselves alone: read by nobody else, no part of the record, and forgotten a month after."""

from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.base import Act
from aggregates.errors import NotFound

from . import memberships, sessions
from .application import Workspace
from .texts import clean

LONGEST = 5000


def keep(workspace: Workspace, by: Act, session: UUID, text: str) -> None:
    """In place of what stood there; nothing takes it away. Refused: NotYours, NotFound, BadWords."""
    found = sessions.led(workspace, by, session)
    words = clean(text, longest=LONGEST) if text.strip() else ""
    with workspace.pool.connection() as db:
        account = memberships.account_of(db, by.member)
        if account is None:
            raise NotFound
        db.execute("delete from session_notes where session = %s and account = %s", (session, account))
        if words:
            written = (session, account, words, found.ends_at + sessions.FORGOTTEN_AFTER)
            db.execute("insert into session_notes (session, account, words, forget_at) values (%s, %s, %s, %s)", written)


def own(db: Connection[Any], session: UUID, account: UUID | None) -> str:
    """What this person noted; empty where that is nothing."""
    row = db.execute("select words from session_notes where session = %s and account = %s", (session, account)).fetchone()
    return str(row[0]) if row else ""


def forget_old(db: Connection[Any]) -> None:
    """Of sessions that were over a month ago."""
    db.execute("delete from session_notes where forget_at < clock_timestamp()")
