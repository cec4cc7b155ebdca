"""The charter of a project: its versions, which of them is in force, since when and by which decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.charter import SECTIONS, Charter, Terms
from aggregates.decision import Decision

from .base import ReadModel, Rows

SCHEMA = """
create table charters (project uuid primary key, drafted int not null, in_force int);
create table charters_versions (
    project uuid not null, version int not null, aim uuid[] not null, together uuid[] not null, who uuid[] not null, open_and_fixed uuid[] not null,
    how uuid[] not null, rule jsonb not null, terms jsonb not null, opened_by text not null, author uuid not null, side text not null,
    written_at timestamptz not null, decision uuid, adopted_at timestamptz, primary key (project, version)
);
create table charters_asked (
    decision uuid primary key, project uuid not null, version int not null, position bigint not null, closes_at timestamptz not null, way text not null,
    result text
);
create index on charters_asked (project, version, position desc);
"""


def drafted(rows: Rows, e: Charter.Drafted) -> None:
    rows.insert("charters", project=e.by.project, drafted=1)
    _version(rows, e, 1)


def redrafted(rows: Rows, e: Charter.Redrafted) -> None:
    rows.set("charters", {"project": e.by.project}, drafted=e.version)
    _version(rows, e, e.version)


def adopted(rows: Rows, e: Charter.Adopted) -> None:
    rows.set("charters", {"project": e.by.project}, in_force=e.version)
    rows.set("charters_versions", {"project": e.by.project, "version": e.version}, decision=e.decision, adopted_at=e.by.happened_at)


def asked(rows: Rows, e: Decision.Opened) -> None:
    if e.adopts is not None:
        way = getattr(e, "way", "ballots")
        about = {"decision": e.originator_id, "project": e.by.project, "version": e.adopts, "closes_at": e.closes_at, "way": way}
        rows.insert("charters_asked", position=rows.position, **about)


def counted(rows: Rows, e: Decision.Counted) -> None:
    rows.set("charters_asked", {"decision": e.originator_id}, result=str(e.outcome["result"]))


def _version(rows: Rows, e: Charter.Drafted | Charter.Redrafted, version: int) -> None:
    rows.insert(
        "charters_versions",
        project=e.by.project,
        version=version,
        rule=e.rule,
        terms=Terms(**(getattr(e, "terms", None) or {})).to_dict(),
        opened_by=e.opened_by,
        author=e.by.author,
        side=e.by.side,
        written_at=e.by.happened_at,
        **{section: [text.id for text in e.sections.get(section, [])] for section in SECTIONS},
    )


CHARTERS = ReadModel(
    "charters",
    version=4,
    schema=SCHEMA,
    handlers={
        Charter.Drafted: drafted,
        Charter.Redrafted: redrafted,
        Charter.Adopted: adopted,
        Decision.Opened: asked,
        Decision.Counted: counted,
    },
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a charter. Words are {language: text}; `rule` and `terms` as recorded."""

    project: UUID
    version: int
    aim: dict[str, str]
    together: dict[str, str]
    who: dict[str, str]
    open_and_fixed: dict[str, str]
    how: dict[str, str]
    rule: dict[str, Any]
    terms: dict[str, Any]
    opened_by: str
    author: UUID
    name: str | None
    side: str
    written_at: datetime
    drafted: int  # the newest version
    in_force: int | None
    decision: UUID | None  # by which this version came into force
    adopted_at: datetime | None
    asked: UUID | None  # the newest decision about adopting this version
    way: str | None  # how people answer there: ballots, or hands in a room
    closes_at: datetime | None
    result: str | None  # of that decision; None: not counted yet

    @property
    def standing(self) -> str:
        """in force, asked (a vote on it is under way), draft (newer than what is in force), or earlier."""
        if self.version == self.in_force:
            return "in force"
        if self.version < (self.in_force or 0):
            return "earlier"
        return "asked" if self.asked and self.result is None else "draft"


@dataclass(frozen=True, slots=True)
class Written:
    """A version in the list of all."""

    version: int
    name: str | None
    side: str
    written_at: datetime
    decision: UUID | None
    adopted_at: datetime | None


CHARTER: LiteralString = """
select v.project, v.version, said(v.aim) as aim, said(v.together) as together, said(v.who) as who, said(v.open_and_fixed) as open_and_fixed,
       said(v.how) as how, v.rule, v.terms, v.opened_by, v.author, n.name, v.side, v.written_at, c.drafted, c.in_force, v.decision, v.adopted_at,
       a.decision as asked, a.way, a.closes_at, a.result
from charters c join charters_versions v on v.project = c.project and v.version = coalesce(%(version)s, c.in_force, c.drafted)
left join names n on n.member = v.author
left join lateral (
    select decision, way, closes_at, result from charters_asked where project = v.project and version = v.version order by position desc limit 1
) a on true
where c.project = %(project)s
"""

VERSIONS: LiteralString = """
select v.version, n.name, v.side, v.written_at, v.decision, v.adopted_at
from charters_versions v left join names n on n.member = v.author where v.project = %s order by v.version desc limit 100
"""


def charter(db: Connection[Any], project: UUID, version: int | None = None) -> Version | None:
    """The version asked for; without one, that in force, or else the newest draft. None where nobody has written one (one statement)."""
    return db.cursor(row_factory=class_row(Version)).execute(CHARTER, {"project": project, "version": version}).fetchone()


def versions(db: Connection[Any], project: UUID) -> list[Written]:
    """All versions, newest first (one statement)."""
    return db.cursor(row_factory=class_row(Written)).execute(VERSIONS, (project,)).fetchall()
