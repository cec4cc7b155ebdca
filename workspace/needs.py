"""What somebody needs to take part: said once, kept with their account, and shown to those who lead a session where the person ticks it. Ordinary rows,
never events: they may tell of health and home. They go with the account, and what was shown for a session goes a month after it. That something is
arranged is told by mail, which says nothing of what it is."""

from collections.abc import Collection, Mapping
from typing import Any, LiteralString
from uuid import UUID, uuid5

from psycopg import Connection
from psycopg.types.json import Jsonb

from aggregates.base import Act
from aggregates.errors import NotFound, SessionIsCancelled, SessionIsNotRunning

from . import memberships, sessions
from .application import Workspace
from .texts import clean

NEED_ARRANGED = "need arranged"
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

TELL_OF_IT: LiteralString = """
insert into outbox (id, occasion, recipient, project, refs, created_at)
select gen_random_uuid(), %(occasion)s, m.member, m.project, %(refs)s, clock_timestamp()
from session_needs s join session_coming w on w.session = s.session and w.account = s.account
join memberships m on m.project = w.project and m.account = w.account
where s.session = %(session)s and s.need = %(need)s and m.member <> %(by)s and not exists (
    select from outbox o where o.occasion = %(occasion)s and o.recipient = m.member and o.refs ->> 'session' = %(refs)s ->> 'session'
      and o.sent_at is null and o.failed_at is null)
"""
"""Once for all that is arranged before the mail goes, and while it can still be of use; nobody writes to themselves."""


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
    """Say that somebody's need is met for this session, and write to them; who said so first stays. Refused: NotYours, NotFound (not shown for it)."""
    found = sessions.led(workspace, by, session)
    refs = Jsonb({"session": session.hex, "closes_at": found.starts_at.isoformat()})
    with workspace.pool.connection() as db, db.transaction():
        if _change(db, session, need, ARRANGE, (by.member, session, need)):
            db.execute(TELL_OF_IT, {"occasion": NEED_ARRANGED, "session": session, "need": need, "by": by.member, "refs": refs})


def unarrange(workspace: Workspace, by: Act, session: UUID, need: UUID) -> None:
    """It has yet to be arranged. Refused: NotYours, NotFound."""
    undo: LiteralString = "update session_needs set arranged_by = null, arranged_at = null where session = %s and need = %s"
    sessions.led(workspace, by, session)
    with workspace.pool.connection() as db:
        _change(db, session, need, undo, (session, need))


def forget_old(db: Connection[Any]) -> None:
    """What was shown for a session that was over a month ago; and that somebody was written to about it, once they were."""
    db.execute("delete from session_coming where forget_at < clock_timestamp()")
    db.execute("delete from outbox where occasion = %s and (sent_at is not null or failed_at is not null)", (NEED_ARRANGED,))


def _change(db: Connection[Any], session: UUID, need: UUID, sql: LiteralString, values: tuple[UUID, ...]) -> int:
    if db.execute("select 1 from session_needs where session = %s and need = %s", (session, need)).fetchone() is None:
        raise NotFound
    return db.execute(sql, values).rowcount


def _account(db: Connection[Any], by: Act) -> UUID:
    account = memberships.account_of(db, by.member)
    if account is None:
        raise NotFound
    return account
