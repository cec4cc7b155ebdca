"""The network's methods: for what each is right, its versions, and what those who used it say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import NETWORK
from aggregates.method import SECTIONS
from aggregates.method import Method as Told

from .base import ReadModel, Rows

SCHEMA = """
create table methods (
    id uuid primary key, position bigint not null, version int not null, author uuid not null, added_at timestamptz not null,
    reason uuid, aside_by uuid, aside_at timestamptz
);
create table methods_versions (
    method uuid not null, version int not null, name uuid[] not null, purpose uuid[] not null, steps uuid[] not null, access uuid[] not null,
    records uuid[] not null, watch uuid[] not null, kind text not null, minutes_least int not null, minutes_most int not null, people_least int not null,
    people_most int, ways text[] not null, why uuid, author uuid not null, written_at timestamptz not null, primary key (method, version)
);
create table methods_notes (
    id uuid primary key, method uuid not null, position bigint not null, author uuid not null, went text not null, at timestamptz not null
);
create index on methods_notes (method, position desc);
"""


def added(rows: Rows, e: Told.Added) -> None:
    rows.insert("methods", id=e.originator_id, position=rows.position, version=1, author=e.by.author, added_at=e.by.happened_at)
    _version(rows, e, 1, None)


def revised(rows: Rows, e: Told.Revised) -> None:
    rows.set("methods", e.originator_id, version=e.version)
    _version(rows, e, e.version, e.why.id if e.why else None)


def set_aside(rows: Rows, e: Told.SetAside) -> None:
    rows.set("methods", e.originator_id, reason=e.reason.id, aside_by=e.by.author, aside_at=e.by.happened_at)


def brought_back(rows: Rows, e: Told.BroughtBack) -> None:
    rows.set("methods", e.originator_id, reason=None, aside_by=None, aside_at=None)


def noted(rows: Rows, e: Told.Noted) -> None:
    rows.insert("methods_notes", id=e.words.id, method=e.originator_id, position=rows.position, author=e.by.author, went=e.went, at=e.by.happened_at)


def note_taken_back(rows: Rows, e: Told.NoteTakenBack) -> None:
    rows.remove("methods_notes", e.note)


def _version(rows: Rows, e: Told.Added | Told.Revised, version: int, why: UUID | None) -> None:
    words = {section: [text.id for text in e.words.get(section, [])] for section in SECTIONS}
    written = {"author": e.by.author, "written_at": e.by.happened_at}
    rows.insert("methods_versions", method=e.originator_id, version=version, **words, **e.fits, why=why, **written)


METHODS = ReadModel(
    "methods",
    version=1,
    schema=SCHEMA,
    handlers={
        Told.Added: added,
        Told.Revised: revised,
        Told.SetAside: set_aside,
        Told.BroughtBack: brought_back,
        Told.Noted: noted,
        Told.NoteTakenBack: note_taken_back,
    },
)


@dataclass(frozen=True, slots=True)
class Line:
    """A method in the list. Words are {language: text}; {} = taken down."""

    id: UUID
    name: dict[str, str]
    purpose: dict[str, str]
    kind: str
    minutes_least: int
    minutes_most: int
    people_least: int
    people_most: int | None  # None: as many as come
    ways: list[str]
    is_aside: bool
    went_well: int
    notes: int
    sessions: int  # in which a group came to it


@dataclass(frozen=True, slots=True)
class Method:
    """One version of a method."""

    id: UUID
    version: int
    newest: int
    name: dict[str, str]
    purpose: dict[str, str]
    steps: dict[str, str]  # one a line
    access: dict[str, str]
    records: dict[str, str]
    watch: dict[str, str]
    texts: dict[str, list[str]]  # section -> the ids of its words
    kind: str
    minutes_least: int
    minutes_most: int
    people_least: int
    people_most: int | None
    ways: list[str]
    author: UUID  # of the method
    author_name: str | None
    is_of_the_house: bool
    added_at: datetime
    aside_at: datetime | None
    aside_name: str | None
    reason: dict[str, str]  # why it was set aside


@dataclass(frozen=True, slots=True)
class Version:
    version: int
    name: str | None
    is_of_the_house: bool
    written_at: datetime
    why: dict[str, str]


@dataclass(frozen=True, slots=True)
class Note:
    id: UUID  # of its words
    words: dict[str, str]
    went: str
    author: UUID
    name: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for; what they say nothing about does not matter."""

    find: str = ""
    kind: str = ""
    minutes: int | None = None  # at most so long
    people: int | None = None  # for so many
    way: str = ""


LINES: LiteralString = """
select m.id, said(v.name) as name, said(v.purpose) as purpose, v.kind, v.minutes_least, v.minutes_most, v.people_least, v.people_most, v.ways,
       m.aside_at is not null as is_aside, n.went_well, n.notes,
       (select count(distinct session) from agendas_blocks where method = m.id and begun_at is not null) as sessions
from methods m join methods_versions v on v.method = m.id and v.version = m.version
cross join lateral (select count(*) filter (where went = 'well') as went_well, count(*) as notes from methods_notes where method = m.id) n
where (m.aside_at is not null) = %(aside)s
  and (%(kind)s = '' or v.kind = %(kind)s)
  and (%(way)s = '' or %(way)s = any (v.ways))
  and (%(minutes)s::int is null or v.minutes_least <= %(minutes)s)
  and (%(people)s::int is null or (v.people_least <= %(people)s and coalesce(v.people_most, %(people)s) >= %(people)s))
  and (%(find)s = '' or exists (
      select from words w where w.id = any (v.name || v.purpose || v.steps || v.access || v.records || v.watch) and strpos(lower(w.body), lower(%(find)s)) > 0))
order by array_position(%(kinds)s, v.kind), v.minutes_least, m.position limit 500
"""

METHOD: LiteralString = """
select m.id, v.version, m.version as newest, said(v.name) as name, said(v.purpose) as purpose, said(v.steps) as steps, said(v.access) as access,
       said(v.records) as records, said(v.watch) as watch, jsonb_build_object('name', v.name, 'purpose', v.purpose, 'steps', v.steps,
       'access', v.access, 'records', v.records, 'watch', v.watch) as texts, v.kind,
       v.minutes_least, v.minutes_most, v.people_least, v.people_most, v.ways, m.author, n.name as author_name, m.author = %(network)s as is_of_the_house,
       m.added_at, m.aside_at, b.name as aside_name, coalesce(said(array[m.reason]), '{}') as reason
from methods m join methods_versions v on v.method = m.id and v.version = coalesce(%(version)s, m.version)
left join names n on n.member = m.author left join names b on b.member = m.aside_by
where m.id = %(method)s
"""

VERSIONS: LiteralString = """
select v.version, n.name, v.author = %s as is_of_the_house, v.written_at, coalesce(said(array[v.why]), '{}') as why
from methods_versions v left join names n on n.member = v.author where v.method = %s order by v.version desc limit 100
"""

NOTES: LiteralString = """
select e.id, said(array[e.id]) as words, e.went, e.author, n.name, e.at
from methods_notes e left join names n on n.member = e.author where e.method = %s order by e.position desc limit 100
"""


def methods(db: Connection[Any], sought: Sought, *, kinds: Sequence[str], aside: bool = False) -> list[Line]:
    """Those that fit, in the order of `kinds`, the shortest first (one statement)."""
    given = {name: getattr(sought, name) for name in Sought.__slots__} | {"kinds": list(kinds), "aside": aside}
    return db.cursor(row_factory=class_row(Line)).execute(LINES, given).fetchall()


def method(db: Connection[Any], id: UUID, version: int | None = None) -> Method | None:
    """The version asked for, or the newest (one statement)."""
    return db.cursor(row_factory=class_row(Method)).execute(METHOD, {"method": id, "version": version, "network": NETWORK}).fetchone()


def versions(db: Connection[Any], method: UUID) -> list[Version]:
    """The newest first (one statement)."""
    return db.cursor(row_factory=class_row(Version)).execute(VERSIONS, (NETWORK, method)).fetchall()


def notes(db: Connection[Any], method: UUID) -> list[Note]:
    """The newest first (one statement)."""
    return db.cursor(row_factory=class_row(Note)).execute(NOTES, (method,)).fetchall()
