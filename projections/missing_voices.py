"""Who is not here: whom a group named, how many of them there are, who reaches out, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.missing_voice import MissingVoice as Aggregate

from .base import ReadModel, Rows

SCHEMA = """
create table missing_voices (
    id uuid primary key, project uuid not null, position bigint not null, who uuid[] not null, why uuid, people int, area uuid[] not null,
    namer uuid not null, side text not null, at timestamptz not null, state text not null, ended_at timestamptz, reason uuid
);
create index on missing_voices (project, position);
create table missing_voices_takers (voice uuid not null, member uuid not null, side text not null, position bigint not null, primary key (voice, member));
create table missing_voices_reports (
    id uuid primary key, voice uuid not null, position bigint not null, words uuid not null, member uuid not null, side text not null, at timestamptz not null
);
create index on missing_voices_reports (voice, position);
"""


def named(rows: Rows, e: Aggregate.Named) -> None:
    said = {"who": [text.id for text in e.who], "why": e.why.id if e.why else None, "people": e.people, "area": [text.id for text in e.area]}
    who = {"namer": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("missing_voices", id=e.originator_id, project=e.by.project, position=rows.position, **said, **who, state="missing")


def taken_on(rows: Rows, e: Aggregate.TakenOn) -> None:
    rows.insert("missing_voices_takers", voice=e.originator_id, member=e.by.author, side=e.by.side, position=rows.position)


def told(rows: Rows, e: Aggregate.Told) -> None:
    who = {"member": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("missing_voices_reports", id=e.report, voice=e.originator_id, position=rows.position, words=e.words.id, **who)


def here(rows: Rows, e: Aggregate.Here) -> None:
    rows.set("missing_voices", e.originator_id, state="here", ended_at=e.by.happened_at)


def closed(rows: Rows, e: Aggregate.Closed) -> None:
    rows.set("missing_voices", e.originator_id, state="closed", ended_at=e.by.happened_at, reason=e.reason.id)


MISSING_VOICES = ReadModel(
    "missing_voices",
    version=1,
    schema=SCHEMA,
    handlers={Aggregate.Named: named, Aggregate.TakenOn: taken_on, Aggregate.Told: told, Aggregate.Here: here, Aggregate.Closed: closed},
)


@dataclass(frozen=True, slots=True)
class Taker:
    """Who said that they will reach out."""

    member: UUID
    name: str | None
    side: str


@dataclass(frozen=True, slots=True)
class Report:
    words: dict[str, str]
    text: UUID
    name: str | None
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MissingVoice:
    """Words are {language: text}; {} = not said, or taken down."""

    id: UUID
    who: dict[str, str]
    text: UUID  # of `who`, in the language that was written first
    why: dict[str, str]
    people: int | None
    area: dict[str, str]
    namer: UUID
    side: str
    at: datetime
    state: str  # missing, here, closed
    ended_at: datetime | None
    reason: dict[str, str]
    takers: list[Taker]
    reports: list[Report]

    def is_taken_by(self, member: UUID | None) -> bool:
        return any(taker.member == member for taker in self.takers)


READ: LiteralString = """
select v.id, coalesce(said(v.who), '{}') as who, v.who[1] as text, coalesce(said(array[v.why]), '{}') as why, v.people, coalesce(said(v.area), '{}') as area,
       v.namer, v.side, v.at, v.state, v.ended_at, coalesce(said(array[v.reason]), '{}') as reason,
       (select coalesce(jsonb_agg(jsonb_build_object('member', t.member, 'name', n.name, 'side', t.side) order by t.position), '[]')
        from missing_voices_takers t left join names n on n.member = t.member where t.voice = v.id) as takers,
       (select coalesce(jsonb_agg(jsonb_build_object('words', coalesce(said(array[r.words]), '{}'), 'text', r.words, 'name', n.name, 'side', r.side, 'at', r.at)
                                  order by r.position), '[]')
        from missing_voices_reports r left join names n on n.member = r.member where r.voice = v.id) as reports
from missing_voices v where v.project = %(project)s and (%(id)s::uuid is null or v.id = %(id)s)
order by array_position(array['missing', 'here', 'closed'], v.state), v.position
"""


def missing_voices(db: Connection[Any], project: UUID, id: UUID | None = None) -> list[MissingVoice]:
    """Those who are still missing first, in the order in which they were named (one statement)."""
    return [_voice(row) for row in db.cursor(row_factory=dict_row).execute(READ, {"project": project, "id": id}).fetchall()]


def missing_voice(db: Connection[Any], project: UUID, id: UUID) -> MissingVoice | None:
    found = missing_voices(db, project, id)
    return found[0] if found else None


def _voice(row: dict[str, Any]) -> MissingVoice:
    takers = [Taker(**{**taker, "member": UUID(taker["member"])}) for taker in row["takers"]]
    reports = [Report(**{**report, "text": UUID(report["text"]), "at": datetime.fromisoformat(report["at"])}) for report in row["reports"]]
    return MissingVoice(**{**row, "takers": takers, "reports": reports})
