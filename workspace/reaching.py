"""How somebody wants to be reached: which mail about each project, at which hours none, on which day the weekly one. Ordinary rows, never in events."""

from dataclasses import dataclass
from datetime import time
from hmac import compare_digest
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

from aggregates.errors import NotFound, UnknownChoice

from .application import Workspace
from .hours import Quiet, next_weekly
from .tokens import sealed, unpacked

MAILS = ("everything", "my turn", "weekly", "nothing")
"""`my turn`: only what needs an answer or concerns one's own words. `weekly`: everything, once a week."""

ENDS = {"project": "unsubscribe", "account": "unsubscribe account"}
"""What one press ends: mail about one project, or about all of somebody's projects."""

ANEW: LiteralString = """
update outbox o set due_at = null, next_at = 'epoch' from memberships m
where m.member = o.recipient and m.account = %s and o.sent_at is null and o.failed_at is null
"""
"""What waits for somebody is looked at again."""


@dataclass(frozen=True, slots=True)
class Reach:
    quiet: Quiet | None
    weekly_on: int  # 1 is Monday


def reach(db: Connection[Any], account: UUID) -> Reach:
    """Refused: NotFound."""
    row = db.execute("select quiet_from, quiet_until, weekly_on from accounts where id = %s", (account,)).fetchone()
    if row is None:
        raise NotFound
    return Reach(Quiet(row[0], row[1]) if row[0] is not None else None, row[2])


def choose_mails(workspace: Workspace, account: UUID, project: UUID, mails: str) -> None:
    """Refused: UnknownChoice, NotFound (no place there)."""
    if mails not in MAILS:
        raise UnknownChoice(value=mails)
    with workspace.pool.connection() as db, db.transaction():
        if not db.execute("update memberships set mails = %s where account = %s and project = %s", (mails, account, project)).rowcount:
            raise NotFound
        db.execute(ANEW, (account,))


def choose_hours(workspace: Workspace, account: UUID, quiet: tuple[time, time] | None, weekly_on: int) -> None:
    """From when until when no mail comes (None: it may at any hour), and the day of the weekly mail. Refused: UnknownChoice."""
    if weekly_on not in range(1, 8) or (quiet and quiet[0] == quiet[1]):
        raise UnknownChoice(value=str(weekly_on))
    with workspace.pool.connection() as db, db.transaction():
        chosen = (*(quiet or (None, None)), weekly_on, account)
        db.execute("update accounts set quiet_from = %s, quiet_until = %s, weekly_on = %s where id = %s", chosen)
        db.execute(ANEW, (account,))


def unsubscribe_token(secret: bytes, of: UUID, ends: str = "project") -> str:
    """For the link that every mail carries: needs no sign-in, can do one thing, and is stored nowhere. `of`: a membership, or an account."""
    return _token(secret, ENDS[ends], of)


def unsubscribed(secret: bytes, token: str) -> tuple[str, UUID]:
    """What a token would end, and of whom. Refused: NotFound."""
    for ends, purpose in ENDS.items():
        of = _opened(secret, purpose, token)
        if of is not None:
            return ends, of
    raise NotFound


def unsubscribe(workspace: Workspace, token: str) -> tuple[str, UUID]:
    """No more mail about a project, or about any. Safe to repeat. Refused: NotFound."""
    ends, of = unsubscribed(workspace.settings.secret, token)
    sql: LiteralString = "update memberships set mails = 'nothing' where account = %s"
    if ends == "project":
        sql = "update memberships set mails = 'nothing' where member = %s"
    with workspace.pool.connection() as db:
        db.execute(sql, (of,))
    return ends, of


def not_yet_token(secret: bytes, row: UUID) -> str:
    """For the link "Not yet" beside one thing in a weekly mail."""
    return _token(secret, "not yet", row)


def not_yet(db: Connection[Any], secret: bytes, token: str) -> UUID:
    """The project of the thing that a token would put off. Refused: NotFound."""
    row = _opened(secret, "not yet", token)
    found = db.execute("select project from outbox where id = %s", (row,)).fetchone()
    if found is None:
        raise NotFound
    project: UUID = found[0]
    return project


def put_off(workspace: Workspace, token: str) -> None:
    """Let the next weekly mail ask again. Safe to repeat. Refused: NotFound."""
    with workspace.pool.connection() as db, db.transaction():
        not_yet(db, workspace.settings.secret, token)
        row = unpacked(token)
        find = "select a.weekly_on from outbox o join memberships m on m.member = o.recipient join accounts a on a.id = m.account where o.id = %s"
        found = db.execute(find, (row,)).fetchone()
        if found is None:
            raise NotFound
        again = "update outbox set sent_at = null, due_at = %(at)s, next_at = %(at)s, tries = 0 where id = %(row)s and sent_at is not null"
        db.execute(again, {"at": next_weekly(workspace.now(), found[0]), "row": row})


def _token(secret: bytes, purpose: str, of: UUID) -> str:
    return of.hex + sealed(secret, purpose, of.hex)[:16].hex()


def _opened(secret: bytes, purpose: str, token: str) -> UUID | None:
    """The id that this token may act on, for this purpose alone."""
    of = unpacked(token)
    return of if of and compare_digest(token.encode(), _token(secret, purpose, of).encode()) else None
