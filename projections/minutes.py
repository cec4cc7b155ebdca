"""Minutes of sessions: what was added to the record, what those who were there would have put right, and which version is sealed. The cards of a sealed
version are kept by the room (rooms/)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from aggregates.minutes import Minutes as Stream

from .base import ReadModel, Rows

SCHEMA = """
create table minutes (
    session uuid primary key, project uuid not null, drafted_at timestamptz not null, until timestamptz not null, is_sealed bool not null,
    version int not null, reason uuid
);
create index on minutes (until) where not is_sealed;
create table minutes_versions (session uuid not null, version int not null, at timestamptz not null, primary key (session, version));
create table minutes_notes (session uuid not null, version int not null, block uuid not null, words uuid[] not null, primary key (session, version, block));
create table minutes_corrections (
    id uuid not null, version int not null, session uuid not null, block uuid, position bigint not null, author uuid not null, side text not null,
    is_named bool not null, words uuid not null, at timestamptz not null, writer uuid, is_taken_in bool, answer uuid, primary key (id, version)
);
create index on minutes_corrections (session, version, position);
"""

OPEN = 0
"""The version that is worked on; sealed ones are counted from 1."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`is_taken_in`: None = nobody has answered. `name`: None where its author's does not go with it."""

    id: UUID
    block: UUID | None
    author: UUID
    name: str | None
    side: str
    words: dict[str, str]
    is_written_down: bool
    at: datetime
    is_taken_in: bool | None
    answer: dict[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Minutes:
    """`shown`: which version this is; 0 = the one that is worked on. `notes`: block -> words; the whole has the session's own id."""

    session: UUID
    drafted_at: datetime
    until: datetime
    is_sealed: bool
    version: int  # the last that was sealed
    reason: dict[str, str]  # why they were opened again
    shown: int
    versions: list[Version]
    notes: dict[UUID, dict[str, str]]
    corrections: list[Correction]


def drafted(rows: Rows, e: Stream.Drafted) -> None:
    when = {"drafted_at": e.by.happened_at, "until": e.until}
    rows.insert("minutes", session=e.subject, project=e.by.project, **when, is_sealed=False, version=0, reason=None)


def noted(rows: Rows, e: Stream.Noted) -> None:
    key = {"session": e.subject, "version": OPEN, "block": e.block or e.subject}
    if e.words:
        rows.put("minutes_notes", key, words=[text.id for text in e.words])
    else:
        rows.remove("minutes_notes", key)


def put_right(rows: Rows, e: Stream.PutRight) -> None:
    rows.insert(
        "minutes_corrections",
        id=e.correction,
        version=OPEN,
        session=e.subject,
        block=e.block,
        position=rows.position,
        author=e.by.author,
        side=e.by.side,
        is_named=e.is_named,
        words=e.words.id,
        at=e.by.happened_at,
        writer=e.by.member if e.by.voice else None,
        is_taken_in=None,
        answer=None,
    )


def answered(rows: Rows, e: Stream.Answered) -> None:
    rows.set("minutes_corrections", {"id": e.correction, "version": OPEN}, is_taken_in=e.is_taken_in, answer=e.words.id)


def sealed(rows: Rows, e: Stream.Sealed) -> None:
    """What was worked on stands beside it from now on as the version that it became."""
    rows.set("minutes", {"session": e.subject}, is_sealed=True, version=e.version, reason=None)
    rows.insert("minutes_versions", session=e.subject, version=e.version, at=e.by.happened_at)
    for block, words in rows.all("select block, words from minutes_notes where session = %s and version = 0 order by block", e.subject):
        rows.insert("minutes_notes", session=e.subject, version=e.version, block=block, words=words)
    for row in rows.all(f"select {CORRECTED} from minutes_corrections where session = %s and version = 0 order by position", e.subject):
        rows.insert("minutes_corrections", **dict(zip(CORRECTED.split(", "), row, strict=True)), version=e.version)


CORRECTED: LiteralString = "id, session, block, position, author, side, is_named, words, at, writer, is_taken_in, answer"


def reopened(rows: Rows, e: Stream.Reopened) -> None:
    rows.set("minutes", {"session": e.subject}, is_sealed=False, until=e.until, reason=e.reason.id)


MINUTES = ReadModel(
    "minutes",
    version=1,
    schema=SCHEMA,
    handlers={
        Stream.Drafted: drafted,
        Stream.Noted: noted,
        Stream.PutRight: put_right,
        Stream.Answered: answered,
        Stream.Sealed: sealed,
        Stream.Reopened: reopened,
    },
)

SHOWN: LiteralString = """
select m.session, m.drafted_at, m.until, m.is_sealed, m.version, coalesce(said(array[m.reason]), '{}') as reason, s.shown,
       (select coalesce(jsonb_object_agg(n.block, said(n.words)), '{}') from minutes_notes n where n.session = m.session and n.version = s.shown) as notes
from minutes m cross join lateral (select coalesce(%(version)s::int, case when m.is_sealed then m.version else 0 end) as shown) s
where m.session = %(session)s and s.shown <= m.version
"""

VERSIONS: LiteralString = "select version as number, at from minutes_versions where session = %s order by version"

CORRECTIONS: LiteralString = """
select c.id, c.block, c.author, case when c.is_named then n.name end as name, c.side, said(array[c.words]) as words, c.writer is not null as is_written_down,
       c.at, c.is_taken_in, coalesce(said(array[c.answer]), '{}') as answer
from minutes_corrections c left join names n on n.member = c.author where c.session = %(session)s and c.version = %(shown)s order by c.position
"""


def minutes(db: Connection[Any], session: UUID, version: int | None = None) -> Minutes | None:
    """As they are worked on, or a version that was sealed; by default what stands: the last sealed version, until they are opened again. None where there
    are none (yet), or no such version (three statements)."""
    row = db.cursor(row_factory=dict_row).execute(SHOWN, {"session": session, "version": version}).fetchone()
    if row is None:
        return None
    versions = db.cursor(row_factory=class_row(Version)).execute(VERSIONS, (session,)).fetchall()
    which = {"session": session, "shown": row["shown"]}
    corrections = db.cursor(row_factory=class_row(Correction)).execute(CORRECTIONS, which).fetchall()
    notes = {UUID(block): said for block, said in row.pop("notes").items()}
    return Minutes(**row, versions=versions, notes=notes, corrections=corrections)


def until(db: Connection[Any], session: UUID) -> datetime | None:
    """Until when they can be put right; None where there are none yet, or they are sealed (one statement)."""
    row = db.execute("select until from minutes where session = %s and not is_sealed", (session,)).fetchone()
    return row[0] if row else None


def are_sealed(db: Connection[Any], session: UUID) -> bool:
    """Whether nothing is added to the record of a session any more, unless somebody opens its minutes again."""
    return db.execute("select from minutes where session = %s and is_sealed", (session,)).fetchone() is not None


def is_there(db: Connection[Any]) -> bool:
    """Whether its tables are made: not yet in the first second of a new database."""
    return db.execute("select to_regclass('minutes') is not null").fetchone() == (True,)


def to_draft(db: Connection[Any]) -> list[UUID]:
    """Sessions that are over and have no minutes."""
    asked: LiteralString = "select a.id from agendas a left join minutes m on m.session = a.id where a.over_at is not null and m.session is null limit 50"
    return [row[0] for row in db.execute(asked)]


def to_seal(db: Connection[Any]) -> list[UUID]:
    """Sessions whose minutes had their week."""
    return [row[0] for row in db.execute("select session from minutes where not is_sealed and until <= clock_timestamp() order by until limit 50")]
