"""Where somebody is signed in: sessions in PostgreSQL, each the row of a cookie of which only a keyed hash is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID, uuid4

from psycopg import Connection

from .tokens import sealed, token

START: LiteralString = """
insert into sessions (token_hash, id, account, device, expires_at) values (%s, %s, %s, %s, clock_timestamp() + interval '30 days')
"""
READ = "select session, account, email, name, language, theme, is_stale from signed_in where token_hash = %s"
SEEN = """
update sessions set seen_at = clock_timestamp(), expires_at = least(clock_timestamp() + interval '30 days', made_at + interval '180 days') where id = %s
"""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who a request comes from."""

    session: UUID
    account: UUID
    email: str
    name: str
    language: str | None
    theme: str | None


@dataclass(frozen=True, slots=True)
class Device:
    id: UUID
    device: str
    made_at: datetime
    seen_at: datetime


def start(db: Connection[Any], secret: bytes, account: UUID, device: str) -> str:
    """A new session; answers with what the cookie holds."""
    cookie = token()
    db.execute(START, opening(secret, cookie, account, device))
    return cookie


def opening(secret: bytes, cookie: str, account: UUID, device: str) -> tuple[Any, ...]:
    """What START stores of a cookie."""
    return hash_of(secret, cookie), uuid4(), account, device[:100]


def signed_in(db: Connection[Any], secret: bytes, cookie: str) -> SignedIn | None:
    """Whose cookie this is: one statement. Lasts 30 days from the last visit, 180 at most; the visit is noted once an hour."""
    row = db.execute(READ, (hash_of(secret, cookie),)).fetchone()
    return visiting(db, row) if row else None


def hash_of(secret: bytes, cookie: str) -> bytes:
    """What is stored of a cookie."""
    return sealed(secret, "session", cookie)


def visiting(db: Connection[Any], row: Sequence[Any]) -> SignedIn:
    """Who a row of the view `signed_in` is, but for its hash; the visit is noted."""
    *who, is_stale = row
    if is_stale:
        db.execute(SEEN, (row[0],))
    return SignedIn(*who)


def devices(db: Connection[Any], account: UUID) -> list[Device]:
    mine = "select id, device, made_at, seen_at from sessions where account = %s and expires_at > clock_timestamp() order by seen_at desc"
    return [Device(*row) for row in db.execute(mine, (account,))]


def sign_out(db: Connection[Any], secret: bytes, cookie: str) -> None:
    db.execute("delete from sessions where token_hash = %s", (hash_of(secret, cookie),))


def end(db: Connection[Any], account: UUID, session: UUID) -> None:
    """Sign one device out; somebody else's is not found, and nothing happens."""
    db.execute("delete from sessions where account = %s and id = %s", (account, session))


def sign_out_everywhere(db: Connection[Any], account: UUID) -> None:
    db.execute("delete from sessions where account = %s", (account,))


def forget_old(db: Connection[Any]) -> None:
    db.execute("delete from sessions where expires_at < clock_timestamp()")
