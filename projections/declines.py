"""Where whoever commissions declined to act on what was agreed: why, the day to talk, what they will do, and what the group said."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.decline import Decline

from .base import ReadModel, Rows

SCHEMA = """
create table declines (
    decision uuid primary key, project uuid not null, position bigint not null, reason uuid not null, talk_on date not null, will_do uuid[] not null,
    member uuid not null, side text not null, at timestamptz not null
);
create index on declines (project, position desc);
create table declines_notes (
    position bigint primary key, decision uuid not null, kind text not null, words uuid not null, member uuid not null, side text not null,
    at timestamptz not null
);
create index on declines_notes (decision, position);
"""


def declared(rows: Rows, e: Decline.Declared) -> None:
    will_do = [text.id for text in e.will_do]
    what = {"project": e.by.project, "position": rows.position, "reason": e.reason.id, "talk_on": date.fromisoformat(e.talk_on), "will_do": will_do}
    rows.insert("declines", decision=e.subject, **what, member=e.by.author, side=e.by.side, at=e.by.happened_at)


def replied(rows: Rows, e: Decline.Replied) -> None:
    _note(rows, e, "reply")


def talked(rows: Rows, e: Decline.Talked) -> None:
    _note(rows, e, "talk")


def _note(rows: Rows, e: Any, kind: str) -> None:
    rows.insert(
        "declines_notes",
        position=rows.position,
        decision=e.subject,
        kind=kind,
        words=e.words.id,
        member=e.by.author,
        side=e.by.side,
        at=e.by.happened_at,
    )


DECLINES = ReadModel("declines", version=1, schema=SCHEMA, handlers={Decline.Declared: declared, Decline.Replied: replied, Decline.Talked: talked})


@dataclass(frozen=True, slots=True)
class Note:
    kind: str  # reply, talk
    words: dict[str, str]
    text: UUID
    name: str | None
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Declined:
    """Words are {language: text}; {} = taken down."""

    decision: UUID
    question: dict[str, str]
    reason: dict[str, str]
    text: UUID  # of the reason
    talk_on: date
    will_do: dict[str, str]
    name: str | None
    side: str
    at: datetime
    notes: list[Note]

    @property
    def has_talked(self) -> bool:
        return any(note.kind == "talk" for note in self.notes)


READ: LiteralString = """
select d.decision, coalesce(said(q.question), '{}') as question, coalesce(said(array[d.reason]), '{}') as reason, d.reason as text, d.talk_on,
       said(d.will_do) as will_do, n.name, d.side, d.at,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'words', coalesce(said(array[o.words]), '{}'), 'text', o.words, 'name', m.name,
                                                     'side', o.side, 'at', o.at) order by o.position), '[]')
        from declines_notes o left join names m on m.member = o.member where o.decision = d.decision) as notes
from declines d left join names n on n.member = d.member left join decisions q on q.id = d.decision
"""
OF_PROJECT: LiteralString = "where d.project = %s order by d.position desc"
OF_DECISION: LiteralString = "where d.decision = %s"


def decline(db: Connection[Any], decision: UUID) -> Declined | None:
    """Whether somebody declined to act on this decision (one statement)."""
    row = db.cursor(row_factory=dict_row).execute(READ + OF_DECISION, (decision,)).fetchone()
    return _declined(row) if row else None


def declines(db: Connection[Any], project: UUID) -> list[Declined]:
    """All of a project, the newest first (one statement)."""
    return [_declined(row) for row in db.cursor(row_factory=dict_row).execute(READ + OF_PROJECT, (project,)).fetchall()]


def _declined(row: dict[str, Any]) -> Declined:
    notes = [Note(**{**note, "text": UUID(note["text"]), "at": datetime.fromisoformat(note["at"])}) for note in row["notes"]]
    return Declined(**{**row, "notes": notes})
