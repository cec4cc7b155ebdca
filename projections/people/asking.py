"""Who asks to take part, for facilitators; and what became of one's own request. Their names are read here alone, since nobody else sees them yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Request:
    id: UUID
    name: str
    side: str
    is_both: bool  # belongs to the other group too
    words: dict[str, str]  # why they would take part; {} = they did not say
    standing: str  # asking, turned away
    asked_at: datetime
    answered_at: datetime | None
    reason: dict[str, str]  # why they were turned away


READ: LiteralString = """
select p.id, case when not exists (select from taken_down d where d.id = p.id) then m.name else coalesce(n.name, '') end as name, p.side, p.is_both,
       coalesce(said(array[p.asked]), '{}') as words, p.standing, p.placed_at as asked_at, p.gone_at as answered_at,
       coalesce(said(array[p.reason]), '{}') as reason
from people p join memberships m on m.member = p.id join names n on n.member = p.id
where p.project = %(project)s and
"""
WAITING: LiteralString = READ + "p.standing = 'asking' and (%(member)s::uuid is null or p.id = %(member)s) order by p.placed_at, p.id"
OWN: LiteralString = READ + "p.standing in ('asking', 'turned away') and m.account = %(account)s"


def requests(db: Connection[Any], project: UUID) -> list[Request]:
    """Those that wait for an answer, who has waited longest first (one statement)."""
    return db.cursor(row_factory=class_row(Request)).execute(WAITING, {"project": project, "member": None}).fetchall()


def request(db: Connection[Any], project: UUID, member: UUID) -> Request | None:
    return db.cursor(row_factory=class_row(Request)).execute(WAITING, {"project": project, "member": member}).fetchone()


def own_request(db: Connection[Any], project: UUID, account: UUID) -> Request | None:
    """The latest of somebody who is not here: it waits, or they were turned away."""
    return db.cursor(row_factory=class_row(Request)).execute(OWN, {"project": project, "account": account}).fetchone()
