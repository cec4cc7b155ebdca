"""What is to come, for calendars: the sessions of a project; and of one person the sessions, votes and commitments of all their projects."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Coming:
    id: UUID
    project: UUID
    kind: str  # session, decision, commitment
    title: dict[str, str]
    place: dict[str, str]
    access: dict[str, str]
    starts_at: datetime | None
    ends_at: datetime | None
    day: date | None
    sequence: int
    is_cancelled: bool
    is_discreet: bool  # of a sensitive project


SESSIONS: LiteralString = """
select a.id, a.project, 'session' as kind, a.title, a.place, a.access, a.starts_at, a.ends_at, null::date as day, a.sequence,
       a.cancelled_at is not null as is_cancelled
from agendas a where a.ends_at > clock_timestamp() - interval '90 days'
"""

WORDS: LiteralString = """
select c.id, c.project, c.kind, coalesce(said(c.title), '{}') as title, coalesce(said(c.place), '{}') as place, coalesce(said(c.access), '{}') as access,
       c.starts_at, c.ends_at, c.day, c.sequence, c.is_cancelled, p.visibility = 'sensitive' as is_discreet
from coming c join projects p on p.id = c.project order by coalesce(c.starts_at, c.day), c.id limit 500
"""

OWN: LiteralString = """
with mine as (
    select m.member, m.project from memberships m join people p on p.id = m.member and p.standing = 'here' where m.account = %(account)s
), coming as (
    select s.* from mine join (
"""

DUE: LiteralString = """
    ) s on s.project = mine.project
    union all
    select d.id, d.project, 'decision', d.question, '{}', '{}', d.closes_at, d.closes_at, null, 0, false
    from mine join decisions_roll r on r.member = mine.member join decisions d on d.id = r.decision where d.closed_at is null
    union all
    select c.id, c.project, 'commitment', c.what, '{}', '{}', null, null, c.due_on, 0, false
    from mine join commitments c on c.keeper = mine.member where c.over_at is null
)
"""


def of_project(db: Connection[Any], project: UUID) -> list[Coming]:
    """Its sessions, also those that are just over or were cancelled (one statement)."""
    sql: LiteralString = "with coming as (" + SESSIONS + " and a.project = %s)" + WORDS
    return db.cursor(row_factory=class_row(Coming)).execute(sql, (project,)).fetchall()


def of_account(db: Connection[Any], account: UUID) -> list[Coming]:
    """In all the projects where they are: sessions, votes that are open to them, what they took on (one statement)."""
    sql: LiteralString = OWN + SESSIONS + DUE + WORDS
    return db.cursor(row_factory=class_row(Coming)).execute(sql, {"account": account}).fetchall()
