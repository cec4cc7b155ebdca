"""Signing in by mail: ask, then prove the address by the link or the six digits. Whoever proves an address has an account; it gives no right by itself.

The answer to asking never depends on whether the address is known, since nothing that is done does. A link works once, for ten minutes, in the
browser that asked; on another device the mail shows digits to type in that browser. Looking at a link consumes nothing.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, LiteralString
from uuid import UUID, uuid4

from psycopg import Connection

from aggregates.base import NETWORK
from aggregates.errors import Refused

from . import devices
from .addresses import address
from .application import Workspace
from .limits import Limit, hold_to
from .tokens import digits, sealed, token

SIGN_IN = "sign in"
"""The occasion of the mail; asked for by a person, not by an event."""
BY_ADDRESS = Limit("sign in, address", 6, timedelta(minutes=15))
BY_NETWORK = Limit("sign in, network", 60, timedelta(minutes=15))
PROOFS = Limit("sign in, proof", 60, timedelta(minutes=15))
TRIES = 5


class ProofFailed(Refused):
    """The link or the code does not sign anybody in."""


class LinkIsOver(ProofFailed): ...


class OtherBrowser(ProofFailed): ...


class CodeIsWrong(ProofFailed): ...


class TooManyTries(ProofFailed): ...


@dataclass(frozen=True, slots=True)
class Secrets:
    """What one mail carries."""

    email: str
    language: str | None
    token: str
    digits: str


def ask(workspace: Workspace, typed: str, browser: str, language: str | None, network: str) -> None:
    """Have a link and digits mailed; the newest makes older ones void. `browser`: the cookie's secret; `network`: where the request comes from.
    Refused: NotAnAddress, TooOften."""
    email, secret, asking = address(typed), workspace.settings.secret, uuid4()
    with workspace.pool.connection() as db:
        hold_to(db, secret, BY_NETWORK, network)
        hold_to(db, secret, BY_ADDRESS, email)
        with db.transaction():
            db.execute("update sign_ins set ended_at = clock_timestamp() where email = %s and ended_at is null", (email,))
            db.execute(
                "insert into sign_ins (id, email, browser_hash, language) values (%s, %s, %s, %s)",
                (asking, email, sealed(secret, "browser", browser), language),
            )
            db.execute(
                "insert into outbox (id, occasion, recipient, project, created_at) values (%s, 'sign in', %s, %s, clock_timestamp())",
                (uuid4(), asking, NETWORK),
            )


def arm(db: Connection[Any], secret: bytes, asking: UUID) -> Secrets | None:
    """Make the secrets of one asking at the moment they are mailed: only their hashes stay. None: used, replaced or asked too long ago."""
    link, six = token(), digits()
    row = db.execute(
        "update sign_ins set token_hash = %s, code_hash = %s, expires_at = clock_timestamp() + interval '10 minutes' "
        "where id = %s and ended_at is null and asked_at > clock_timestamp() - interval '1 hour' returning email, language",
        (sealed(secret, "link", link), sealed(secret, f"digits {asking}", six), asking),
    ).fetchone()
    return Secrets(row[0], row[1], link, six) if row else None


def asked(db: Connection[Any], secret: bytes, browser: str) -> str | None:
    """The address that this browser's newest open asking was for."""
    row = db.execute(
        "select email from sign_ins where browser_hash = %s and ended_at is null and expires_at > clock_timestamp() order by asked_at desc limit 1",
        (sealed(secret, "browser", browser),),
    ).fetchone()
    return row[0] if row else None


def look(db: Connection[Any], secret: bytes, link: str, browser: str) -> None:
    """What pressing the button would say, consuming nothing. Refused: LinkIsOver, OtherBrowser."""
    _found(db, secret, link, browser, "")


def by_link(workspace: Workspace, link: str, browser: str, device: str, network: str) -> str:
    """Sign in by the mailed link; answers with the cookie of a new session. Refused: LinkIsOver, OtherBrowser (which consumes nothing), TooOften."""
    secret = workspace.settings.secret
    with workspace.pool.connection() as db:
        hold_to(db, secret, PROOFS, network)
        with db.transaction():
            return _let_in(db, secret, _found(db, secret, link, browser, "for update"), device)


def by_digits(workspace: Workspace, typed: str, browser: str, device: str, network: str) -> str:
    """Sign in by the mailed digits, in the browser that asked. Refused: CodeIsWrong, TooManyTries (the fifth wrong one ends it), LinkIsOver, TooOften."""
    secret, six = workspace.settings.secret, re.sub(r"\D", "", typed)
    with workspace.pool.connection() as db:
        hold_to(db, secret, PROOFS, network)
        with db.transaction():
            row = db.execute(
                "select id, code_hash, tries from sign_ins where browser_hash = %s and ended_at is null and expires_at > clock_timestamp() "
                "order by asked_at desc limit 1 for update",
                (sealed(secret, "browser", browser),),
            ).fetchone()
            if row is None:
                raise LinkIsOver
            asking, code_hash, tries = row
            if code_hash == sealed(secret, f"digits {asking}", six):
                return _let_in(db, secret, asking, device)
            db.execute("update sign_ins set tries = tries + 1, ended_at = case when tries + 1 >= %s then clock_timestamp() end where id = %s", (TRIES, asking))
    if tries + 1 >= TRIES:
        raise TooManyTries
    raise CodeIsWrong(left=TRIES - tries - 1)


def account_at(db: Connection[Any], email: str, language: str | None = None) -> UUID:
    """The account of a proven address, made if need be."""
    row = db.execute(
        "insert into accounts (id, email, language) values (%s, %s, %s) "
        "on conflict (email) do update set language = coalesce(accounts.language, excluded.language) returning id",
        (uuid4(), email, language),
    ).fetchone()
    assert row is not None  # the statement always answers with the row
    return UUID(str(row[0]))


def forget_old(db: Connection) -> None:
    db.execute("delete from sign_ins where asked_at < clock_timestamp() - interval '1 day'")
    db.execute("delete from outbox where occasion = 'sign in' and created_at < clock_timestamp() - interval '1 day'")


def _found(db: Connection[Any], secret: bytes, link: str, browser: str, lock: LiteralString) -> UUID:
    found: LiteralString = "select id, browser_hash from sign_ins where token_hash = %s and ended_at is null and expires_at > clock_timestamp() "
    row = db.execute(found + lock, (sealed(secret, "link", link),)).fetchone()
    if row is None:
        raise LinkIsOver
    if row[1] != sealed(secret, "browser", browser):
        raise OtherBrowser
    return UUID(str(row[0]))


def _let_in(db: Connection[Any], secret: bytes, asking: UUID, device: str) -> str:
    row = db.execute("update sign_ins set ended_at = clock_timestamp() where id = %s returning email, language", (asking,)).fetchone()
    assert row is not None
    return devices.start(db, secret, account_at(db, row[0], row[1]), device)
