"""The charter of a project: its versions, which of them is in force, and by which decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.charter import SECTIONS, Charter

from .base import ReadModel, Rows

SCHEMA = """
create table charters (project uuid primary key, drafted int not null, in_force int, decision uuid, adopted_at timestamptz);
create table charters_versions (
    project uuid not null, version int not null, aim uuid[] not null, together uuid[] not null, who uuid[] not null, open_and_fixed uuid[] not null,
    how uuid[] not null, rule jsonb not null, opened_by text not null, author uuid not null, side text not null, written_at timestamptz not null,
    primary key (project, version)
);
"""


def drafted(rows: Rows, e: Charter.Drafted) -> None:
    rows.insert("charters", project=e.by.project, drafted=1)
    _version(rows, e, 1)


def redrafted(rows: Rows, e: Charter.Redrafted) -> None:
    rows.set("charters", {"project": e.by.project}, drafted=e.version)
    _version(rows, e, e.version)


def adopted(rows: Rows, e: Charter.Adopted) -> None:
    rows.set("charters", {"project": e.by.project}, in_force=e.version, decision=e.decision, adopted_at=e.by.happened_at)


def _version(rows: Rows, e: Charter.Drafted | Charter.Redrafted, version: int) -> None:
    rows.insert(
        "charters_versions",
        project=e.by.project,
        version=version,
        rule=e.rule,
        opened_by=e.opened_by,
        author=e.by.author,
        side=e.by.side,
        written_at=e.by.happened_at,
        **{section: [text.id for text in e.sections.get(section, [])] for section in SECTIONS},
    )


CHARTERS = ReadModel("charters", version=1, schema=SCHEMA, handlers={Charter.Drafted: drafted, Charter.Redrafted: redrafted, Charter.Adopted: adopted})


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a charter. Words are {language: text}; `rule` as recorded."""

    project: UUID
    version: int
    aim: dict[str, str]
    together: dict[str, str]
    who: dict[str, str]
    open_and_fixed: dict[str, str]
    how: dict[str, str]
    rule: dict[str, Any]
    opened_by: str
    author: UUID
    name: str | None
    side: str
    written_at: datetime
    drafted: int  # the newest version
    in_force: int | None
    decision: UUID | None  # by which the one in force was adopted
    adopted_at: datetime | None


def charter(db: Connection[Any], project: UUID, version: int | None = None) -> Version | None:
    """The version asked for; without one, that in force, or else the newest draft. None where nobody has written one."""
    return (
        db.cursor(row_factory=class_row(Version))
        .execute(
            """
            select v.project, v.version, said(v.aim) as aim, said(v.together) as together, said(v.who) as who, said(v.open_and_fixed) as open_and_fixed,
                   said(v.how) as how, v.rule, v.opened_by, v.author, n.name, v.side, v.written_at, c.drafted, c.in_force, c.decision, c.adopted_at
            from charters c join charters_versions v on v.project = c.project and v.version = coalesce(%(version)s, c.in_force, c.drafted)
            left join names n on n.member = v.author
            where c.project = %(project)s
            """,
            {"project": project, "version": version},
        )
        .fetchone()
    )
