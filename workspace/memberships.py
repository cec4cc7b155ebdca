"""Which person holds which place: the only rows that join an account to a membership id, and the links and codes by which a place is claimed.

What belongs to an event is answered as statements (`Also`), to be given to `Workspace.commit(also=...)`: row and event stand or fall together. Two people
who use one link at once meet on the Member's stream: one of them is told that the place is taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.errors import PlaceIsTaken

from .addresses import address
from .tokens import plain, sealed

Also = list[tuple[str, Sequence[Any]]]

LASTS = timedelta(days=30)
RECALL = "delete from places where member = %s and is_mailed and used_at is null"


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be claimed now."""

    member: UUID
    project: UUID
    name: str
    token_hash: bytes
    signed_by: UUID | None  # who made the link, where they say so
    newcomer: str  # the address that this very link was mailed to, where nobody has an account there yet; else empty


def membership(db: Connection[Any], account: UUID, project: UUID) -> tuple[UUID | None, datetime]:
    """The membership of an account in a project (None: no row) and the database's clock, in one statement."""
    row = db.execute("select (select member from memberships where account = %s and project = %s), clock_timestamp()", (account, project)).fetchone()
    assert row is not None  # a select without from has one row
    return row[0], row[1]


def stream(db: Connection[Any], account: UUID, project: UUID) -> tuple[datetime, list[tuple[Any, ...]]]:
    """The database's clock and the stored events of that membership (none: no row), in one statement: every act begins with it."""
    rows = db.execute(
        "select clock_timestamp(), e.originator_id, e.originator_version, e.topic, e.state from (select) one "
        "left join memberships m on m.account = %s and m.project = %s left join public.stored_events e on e.originator_id = m.member "
        "order by e.originator_version",
        (account, project),
        binary=True,
    ).fetchall()
    return rows[0][0], [row[1:] for row in rows if row[1]]


def account_of(db: Connection[Any], member: UUID) -> UUID | None:
    row = db.execute("select account from memberships where member = %s", (member,)).fetchone()
    return row[0] if row else None


def project_of(db: Connection[Any], member: UUID) -> UUID | None:
    row = db.execute("select project from memberships where member = %s", (member,)).fetchone()
    return row[0] if row else None


def identity(db: Connection[Any], member: UUID) -> tuple[UUID | None, str]:
    """The account behind a membership and the name it goes by."""
    row = db.execute("select account, name from memberships where member = %s", (member,)).fetchone()
    return (row[0], row[1]) if row else (None, "")


def with_accounts(db: Connection[Any], project: UUID) -> list[UUID]:
    """Everybody of a project who can sign in, in the order of their ids."""
    return [row[0] for row in db.execute("select member from memberships where project = %s and account is not null order by member", (project,))]


def place(db: Connection[Any], secret: bytes, typed: str) -> Place:
    """The place behind a link's token or a printed code. Looking consumes nothing. Refused: PlaceIsTaken (used, run out, or never was)."""
    token_hash = sealed(secret, "place", plain(typed))
    row = db.execute(
        "select m.member, m.project, coalesce(n.name, ''), p.signed_by, "
        "(select i.email from invitations i where i.member = p.member and p.is_mailed "
        "and not exists (select from accounts a where a.email = i.email)) from places p "
        "join memberships m on m.member = p.member join names n on n.member = m.member "
        "where p.token_hash = %s and p.used_at is null and m.account is null and p.expires_at > clock_timestamp()",
        (token_hash,),
    ).fetchone()
    if row is None:
        raise PlaceIsTaken
    member, project, name, signed_by, newcomer = row
    return Place(member, project, name, token_hash, signed_by, newcomer or "")


def place_hash(secret: bytes, token_or_code: str) -> bytes:
    """What is stored of a link's token or a printed code."""
    return sealed(secret, "place", plain(token_or_code))


def enrol(member: UUID, project: UUID, account: UUID | None, name: str) -> Also:
    return [("insert into memberships (member, project, account, name) values (%s, %s, %s, %s)", (member, project, account, name))]


def let_go(member: UUID | None) -> Also:
    """A place that its person left, or was not given, is nobody's from now on: they have another."""
    return [("update memberships set account = null where member = %s", (member,))] if member else []


def enrol_many(project: UUID, members: Sequence[tuple[UUID, str]]) -> Also:
    """Many people without accounts, as an import brings them: one statement."""
    ids, names = [member for member, _ in members], [name for _, name in members]
    return [("insert into memberships (member, project, name) select m, %s, n from unnest(%s::uuid[], %s::text[]) t(m, n)", (project, ids, names))]


def invite(member: UUID, email: str) -> Also:
    """Keep the address until the place is taken; the mail, with a link of its own, follows from the event. What was mailed before stops working.
    Refused: NotAnAddress."""
    keep = "insert into invitations (member, email) values (%s, %s) on conflict (member) do update set email = excluded.email"
    return [(RECALL, (member,)), (keep, (member, address(email)))]


def mail_place(token_hash: bytes, member: UUID, signed_by: UUID | None = None) -> Also:
    """The newest link that is mailed is the only one that works; those that were handed over stay as they are."""
    return [
        (RECALL, (member,)),
        (
            "insert into places (token_hash, member, expires_at, is_mailed, signed_by) values (%s, %s, clock_timestamp() + %s, true, %s)",
            (token_hash, member, LASTS, signed_by),
        ),
    ]


def offer_place(token_hash: bytes, member: UUID, lasts: timedelta = LASTS, signed_by: UUID | None = None) -> Also:
    sql = "insert into places (token_hash, member, expires_at, signed_by) values (%s, %s, clock_timestamp() + %s, %s)"
    return [(sql, (token_hash, member, lasts, signed_by))]


def take_place(member: UUID, project: UUID, account: UUID, name: str) -> Also:
    """Every link to the place is used up, and the address it was sent to is forgotten. An earlier place of the same person, which they left, is nobody's
    from now on. An empty name keeps the one on record."""
    take = "update memberships set account = %s, name = coalesce(nullif(%s, ''), name) where member = %s and account is null"
    return [
        ("update memberships set account = null where project = %s and account = %s", (project, account)),
        (take, (account, name, member)),
        ("update places set used_at = clock_timestamp() where member = %s and used_at is null", (member,)),
        ("delete from invitations where member = %s", (member,)),
    ]


def withdraw_places(member: UUID) -> Also:
    """Links and codes that were not used stop working: the invitation was taken back, or the person was removed."""
    return [("delete from places where member = %s and used_at is null", (member,)), ("delete from invitations where member = %s", (member,))]


def rename(member: UUID, name: str) -> Also:
    return [("update memberships set name = %s where member = %s", (name, member))]


def show_name(member: UUID, is_hidden: bool, *, until_on: str | None = None) -> Also:
    """`until_on`: the last day on which it is shown."""
    return [("update memberships set is_hidden = %s, shown_until = %s where member = %s", (is_hidden, until_on, member))]


def forget(member: UUID) -> Also:
    """Erase the identity behind a membership: what the member did stays, and nobody can say any more who it was."""
    return [*withdraw_places(member), ("update memberships set account = null, name = '' where member = %s", (member,))]


def forget_guest(member: UUID) -> Also:
    """The name, and the mailed link with its address, of somebody who came without an account and took no place since."""
    return [*withdraw_places(member), ("update memberships set name = '' where member = %s and account is null", (member,))]


def never_here(member: UUID, project: UUID) -> Also:
    """Whoever only asked leaves nothing behind: neither who it was nor what they wrote."""
    return [*words_gone(member, project), *forget(member)]


def words_gone(member: UUID, project: UUID) -> Also:
    """All that somebody wrote or showed who was never here."""
    return [(f"delete from {table} where owner = %s and project = %s", (member, project)) for table in ("texts", "files")]


def erase_name(member: UUID) -> Also:
    """The name goes; the place stays its holder's, who may take another name."""
    return [("update memberships set name = '' where member = %s", (member,))]
