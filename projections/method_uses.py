"""Where methods were used: the sessions in which a group came to a block that follows one; and the sessions to come into whose agenda one can be put."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Use:
    """In one project that is open to everybody, or, without a project, in all the others together."""

    project: UUID | None
    name: dict[str, str]
    sessions: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Ahead:
    """A session to come, of a project in which somebody is."""

    id: UUID
    title: dict[str, str]
    project_name: dict[str, str]
    starts_at: datetime


USES: LiteralString = """
select p.id as project, coalesce(said(p.name), '{}') as name, count(distinct b.session) as sessions, max(b.begun_at) as last_at
from agendas_blocks b join agendas a on a.id = b.session left join projects p on p.id = a.project and p.visibility = 'public'
where b.method = %s and b.begun_at is not null group by p.id, p.name order by p.id is null, max(b.begun_at) desc, p.id limit 50
"""

AHEAD: LiteralString = """
select a.id, said(a.title) as title, coalesce(said(p.name), '{}') as project_name, a.starts_at
from memberships m join people h on h.id = m.member and h.standing = 'here' join agendas a on a.project = m.project join projects p on p.id = a.project
where m.account = %s and a.cancelled_at is null and a.over_at is null and a.ends_at > clock_timestamp() order by a.starts_at, a.id limit 20
"""


def uses(db: Connection[Any], method: UUID) -> list[Use]:
    """Each public project, the latest first, then the others as one (one statement)."""
    return db.cursor(row_factory=class_row(Use)).execute(USES, (method,)).fetchall()


def ahead(db: Connection[Any], account: UUID) -> list[Ahead]:
    """Sessions to come of the projects in which this person is (one statement)."""
    return db.cursor(row_factory=class_row(Ahead)).execute(AHEAD, (account,)).fetchall()


def project_of(db: Connection[Any], session: UUID) -> UUID | None:
    row = db.execute("select project from agendas where id = %s", (session,)).fetchone()
    return row[0] if row else None
