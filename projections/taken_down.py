"""Words that were taken down: by whom, when and why; whether they were put back, or erased for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.words import Words

from .base import ReadModel, Rows

SCHEMA = """
create table taken_down (
    id uuid primary key, project uuid not null, owner uuid not null, kind text not null, subject uuid not null, state text not null,
    member uuid not null, side text not null, at timestamptz not null, reason uuid not null, ground text
);
create index on taken_down (project, at desc);
"""


def hidden(rows: Rows, e: Words.Hidden) -> None:
    facts = {"project": e.by.project, "owner": e.owner, "kind": e.kind, "subject": e.subject}
    rows.insert("taken_down", id=e.text, **facts, state="hidden", member=e.by.member, side=e.by.side, at=e.by.happened_at, reason=e.reason.id)


def hidden_again(rows: Rows, e: Words.HiddenAgain) -> None:
    rows.set("taken_down", e.text, state="hidden", member=e.by.member, side=e.by.side, at=e.by.happened_at, reason=e.reason.id)


def shown(rows: Rows, e: Words.Shown) -> None:
    rows.set("taken_down", e.text, state="shown", member=e.by.member, side=e.by.side, at=e.by.happened_at, reason=e.reason.id)


def erased(rows: Rows, e: Words.Erased) -> None:
    rows.set("taken_down", e.text, state="erased", member=e.by.member, side=e.by.side, at=e.by.happened_at, ground=e.ground)


TAKEN_DOWN = ReadModel(
    "taken_down",
    version=1,
    schema=SCHEMA,
    handlers={Words.Hidden: hidden, Words.HiddenAgain: hidden_again, Words.Shown: shown, Words.Erased: erased},
)


@dataclass(frozen=True, slots=True)
class TakenDown:
    id: UUID
    owner: UUID
    kind: str
    subject: UUID
    state: str  # hidden, shown, erased
    member: UUID  # who did it last
    name: str | None
    side: str
    at: datetime
    reason: dict[str, str]
    ground: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that stand somewhere: whose they are, and how they read; None while they are hidden."""

    id: UUID
    owner: UUID
    name: str | None
    language: str
    body: str | None


def taken_down(db: Connection[Any], project: UUID, text: UUID) -> TakenDown | None:
    return (
        db.cursor(row_factory=class_row(TakenDown))
        .execute(
            "select t.id, t.owner, t.kind, t.subject, t.state, t.member, n.name, t.side, t.at, said(array[t.reason]) as reason, t.ground "
            "from taken_down t left join names n on n.member = t.member where t.project = %s and t.id = %s",
            (project, text),
        )
        .fetchone()
    )


def standing(db: Connection[Any], project: UUID, text: UUID) -> Standing | None:
    """The words (or the name of a member, under the member's id) of this project; None once they are erased, or where there never were any."""
    return (
        db.cursor(row_factory=class_row(Standing))
        .execute(
            """
            select t.id, t.owner, n.name, t.language, case when not t.is_hidden then t.body end as body
            from texts t left join names n on n.member = t.owner where t.id = %(text)s and t.project = %(project)s
            union all
            select m.member, m.member, n.name, '', n.name from memberships m join names n on n.member = m.member
            where m.member = %(text)s and m.project = %(project)s and m.name <> ''
            """,
            {"text": text, "project": project},
        )
        .fetchone()
    )
