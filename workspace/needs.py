"""What somebody needs to take part: said once, kept with their account, and shown to those who lead a session where the person ticks it. Ordinary rows,
never events: they may tell of health and home. They go with the account, and what was shown for a session goes a month after it."""

from collections.abc import Collection, Mapping
from typing import Any, LiteralString
from uuid import UUID, uuid5

from psycopg import Connection

from aggregates.base import Act
from aggregates.errors import NotFound, SessionIsCancelled, SessionIsNotRunning

from . import memberships, sessions
from .application import Workspace
from .texts import clean

KINDS = ("access", "interpreter", "travel", "care", "food", "other")
LONGEST = 500

TELL: LiteralString = """
insert into needs (id, account, kind, words) values (%s, %s, %s, %s)
on conflict (account, kind) do update set words = excluded.words, told_at = clock_timestamp() where needs.words <> excluded.words returning id
"""

COMING: LiteralString = """
insert into session_coming (session, account, project, forget_at) values (%s, %s, %s, %s)
on conflict (session, account) do update set forget_at = excluded.forget_at
"""

SHOW: LiteralString = """
insert into session_needs (session, need, account) select %s, id, account from needs where account = %s and id = any(%s) on conflict do nothing
"""

ARRANGE: LiteralString = """
update session_needs set arranged_by = %s, arranged_at = clock_timestamp() where session = %s and need = %s and arranged_at is null
"""


def need_id(account: UUID, kind: str) -> UUID:
    return uuid5(account, f"need {kind}")


def tell(workspace: Workspace, account: UUID, said: Mapping[str, str]) -> None:
    """Say what one needs, by kind; what is left out is not needed any more. What is said in other words than before is arranged anew. Refused: BadWords."""
    written = {kind: clean(said[kind], longest=LONGEST) for kind in KINDS if kind in said}
    with workspace.pool.connection() as db, db.transaction():
        db.execute("delete from needs where account = %s and kind <> all(%s)", (account, list(written)))
        for kind, words in written.items():
            told = db.execute(TELL, (need_id(account, kind), account, kind, words)).fetchone()
            if told:
                db.execute("update session_needs set arranged_by = null, arranged_at = null where need = %s", told)


def come(workspace: Workspace, by: Act, session: UUID, shown: Collection[UUID]) -> None:
    """Say that one comes, and which of one's needs those who lead it may see: none but these. Refused: SessionIsCancelled, SessionIsNotRunning (over)."""
    found = sessions.load(workspace, by, session)
    if found.is_cancelled:
        raise SessionIsCancelled
    if found.ends_at <= by.happened_at:
        raise SessionIsNotRunning
    with workspace.pool.connection() as db, db.transaction():
        account = _account(db, by)
        db.execute(COMING, (session, account, found.project, found.ends_at + sessions.FORGOTTEN_AFTER))
        db.execute("delete from session_needs where session = %s and account = %s and need <> all(%s)", (session, account, list(shown)))
        db.execute(SHOW, (session, account, list(shown)))


def stay_away(workspace: Workspace, by: Act, session: UUID) -> None:
    """Say that one does not come after all: nothing is left of it, and nothing of what was shown."""
    sessions.load(workspace, by, session)
    with workspace.pool.connection() as db:
        db.execute("delete from session_coming where session = %s and account = %s", (session, _account(db, by)))


def arrange(workspace: Workspace, by: Act, session: UUID, need: UUID) -> None:
    """Say that somebody's need is met for this session; who said so first stays. Refused: NotYours, NotFound (not shown for it)."""
    _change(workspace, by, session, need, ARRANGE, (by.member, session, need))


def unarrange(workspace: Workspace, by: Act, session: UUID, need: UUID) -> None:
    """It has yet to be arranged. Refused: NotYours, NotFound."""
    undo: LiteralString = "update session_needs set arranged_by = null, arranged_at = null where session = %s and need = %s"
    _change(workspace, by, session, need, undo, (session, need))


def forget_old(db: Connection[Any]) -> None:
    """What was shown for a session that was over a month ago."""
    db.execute("delete from session_coming where forget_at < clock_timestamp()")


def _change(workspace: Workspace, by: Act, session: UUID, need: UUID, sql: LiteralString, values: tuple[UUID, ...]) -> None:
    sessions.led(workspace, by, session)
    with workspace.pool.connection() as db:
        if db.execute("select 1 from session_needs where session = %s and need = %s", (session, need)).fetchone() is None:
            raise NotFound
        db.execute(sql, values)


def _account(db: Connection[Any], by: Act) -> UUID:
    account = memberships.account_of(db, by.member)
    if account is None:
        raise NotFound
    return account
