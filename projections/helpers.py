"""Who may write down what somebody says: whom they chose. Facilitators may do it for everybody."""

from dataclasses import dataclass
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.member import Member

from .base import ReadModel, Rows

SPOKEN = ("written down", "what matters", "when can we meet")
"""Where somebody on the record comes from who can be asked; not those of an import."""

SCHEMA = """
create table helpers (member uuid not null, helper uuid not null, primary key (member, helper));
create index on helpers (helper);
"""


def chosen(rows: Rows, e: Member.HelperChosen) -> None:
    rows.put("helpers", {"member": e.originator_id, "helper": e.helper})


def released(rows: Rows, e: Member.HelperReleased) -> None:
    rows.remove("helpers", {"member": e.originator_id, "helper": e.helper})


HELPERS = ReadModel("helpers", version=1, schema=SCHEMA, handlers={Member.HelperChosen: chosen, Member.HelperReleased: released})


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody by the name they go by."""

    id: UUID
    name: str | None
    side: str
    standing: str


NAMED: LiteralString = "select p.id, n.name, p.side, p.standing from people p left join names n on n.member = p.id "
BY_NAME: LiteralString = " order by lower(n.name) nulls last, p.id"


def voices(db: Connection[Any], project: UUID, writer: UUID, *, is_facilitator: bool, decision: UUID | None = None) -> list[Chosen]:
    """For whom this member may write: whoever chose them; for a facilitator everybody who is here or on the record by something written down.
    `decision`: who is on its roll instead, also those who came to a session by its code or without a phone."""
    which: LiteralString = (
        "where p.project = %(project)s and p.id <> %(writer)s "
        "and case when %(decision)s::uuid is null then p.standing = 'here' or (p.standing = 'recorded' and p.source = any(%(spoken)s)) "
        "else p.standing in ('here', 'recorded') and p.id in (select member from decisions_roll where decision = %(decision)s) end "
        "and (%(all)s or exists (select from helpers h where h.member = p.id and h.helper = %(writer)s))"
    )
    given = {"project": project, "writer": writer, "all": is_facilitator, "spoken": list(SPOKEN), "decision": decision}
    return db.cursor(row_factory=class_row(Chosen)).execute(NAMED + which + BY_NAME, given).fetchall()


def helpers(db: Connection[Any], member: UUID) -> list[Chosen]:
    """Whom this member chose (one statement)."""
    which: LiteralString = "where p.id in (select helper from helpers where member = %s)"
    return db.cursor(row_factory=class_row(Chosen)).execute(NAMED + which + BY_NAME, (member,)).fetchall()


def choosable(db: Connection[Any], project: UUID, member: UUID, *, facilitators_only: bool = False) -> list[Chosen]:
    """Who is here and could be chosen; in a sensitive project nobody else learns of more than the facilitators (one statement)."""
    which: LiteralString = (
        "where p.project = %(project)s and p.standing = 'here' and p.id <> %(member)s and p.id not in (select helper from helpers where member = %(member)s) "
        "and (not %(facilitators_only)s or p.tasks ? 'facilitator')"
    )
    return (
        db.cursor(row_factory=class_row(Chosen))
        .execute(NAMED + which + BY_NAME, {"project": project, "member": member, "facilitators_only": facilitators_only})
        .fetchall()
    )
