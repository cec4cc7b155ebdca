"""Projects: what they are for, their stages, and the frame that every page of a project stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from aggregates.base import Text
from aggregates.project import Project

from .base import ReadModel, Rows

PAGE = 30

SCHEMA = """
create table projects (
    id uuid primary key, name uuid[] not null, purpose uuid[] not null, question uuid[] not null, place uuid[] not null,
    contact uuid[] not null, telephone uuid[] not null, citizen uuid[] not null, professional uuid[] not null,
    visibility text not null, source text, started_at timestamptz not null
);
create table projects_stages (
    project uuid not null, stage text not null, is_open bool not null, opened_at timestamptz not null, closed_at timestamptz,
    reason uuid not null, times int not null, primary key (project, stage)
);
"""


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("projects", id=e.originator_id, visibility=e.visibility, source=e.source, started_at=e.by.happened_at, **_description(e))


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("projects", e.originator_id, **_description(e))


def shown_to(rows: Rows, e: Project.ShownTo) -> None:
    rows.set("projects", e.originator_id, visibility=e.visibility)


def stage_opened(rows: Rows, e: Project.StageOpened) -> None:
    rows.insert("projects_stages", project=e.originator_id, stage=e.stage, is_open=True, opened_at=e.by.happened_at, reason=e.reason.id, times=1)


def stage_closed(rows: Rows, e: Project.StageClosed) -> None:
    rows.set("projects_stages", {"project": e.originator_id, "stage": e.stage}, is_open=False, closed_at=e.by.happened_at, reason=e.reason.id)


def went_back(rows: Rows, e: Project.WentBack) -> None:
    key = {"project": e.originator_id, "stage": e.stage}
    rows.set("projects_stages", key, is_open=True, opened_at=e.by.happened_at, closed_at=None, reason=e.reason.id)
    rows.add("projects_stages", key, times=1)


def _description(e: Project.Started | Project.Described) -> dict[str, list[UUID]]:
    details = {name: _ids(getattr(e, name)) for name in ("name", "purpose", "question", "place", "contact", "telephone")}
    return details | {side: _ids(e.sides.get(side, [])) for side in ("citizen", "professional")}


def _ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]


PROJECTS = ReadModel(
    "projects",
    version=1,
    schema=SCHEMA,
    handlers={
        Project.Started: started,
        Project.Described: described,
        Project.ShownTo: shown_to,
        Project.StageOpened: stage_opened,
        Project.StageClosed: stage_closed,
        Project.WentBack: went_back,
    },
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of a project needs, and who is looking at it. Words are {language: text}."""

    id: UUID
    name: dict[str, str]
    visibility: str
    contact: dict[str, str]
    telephone: dict[str, str]
    citizen: dict[str, str]  # the group's own name for this side
    professional: dict[str, str]
    member: UUID | None  # the membership of who is looking, if they are here
    side: str | None
    is_both: bool  # in both groups, counted once on this side
    tasks: dict[str, bool]
    is_chosen_to_write: bool  # somebody chose them to write for them

    @property
    def is_member(self) -> bool:
        return self.member is not None

    @property
    def is_facilitator(self) -> bool:
        return "facilitator" in self.tasks

    @property
    def writes_for_others(self) -> bool:
        return self.is_facilitator or self.is_chosen_to_write

    @property
    def is_sensitive(self) -> bool:
        """Nothing here gives away who takes part: no list of members, no trail of persons."""
        return self.visibility == "sensitive"

    @property
    def for_somebody(self) -> "Frame":
        """The same for whoever looks with the same rights."""
        return replace(self, member=self.member and UUID(int=0))

    @property
    def sides(self) -> dict[str, dict[str, str]]:
        return {"citizen": self.citizen, "professional": self.professional}


@dataclass(frozen=True, slots=True)
class Overview:
    id: UUID
    name: dict[str, str]
    purpose: dict[str, str]
    question: dict[str, str]
    place: dict[str, str]
    contact: dict[str, str]
    telephone: dict[str, str]
    citizen: dict[str, str]
    professional: dict[str, str]
    visibility: str
    source: str | None
    started_at: datetime
    stages: list["Stage"]

    @property
    def is_sensitive(self) -> bool:
        return self.visibility == "sensitive"


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that was ever opened."""

    stage: str
    is_open: bool
    opened_at: datetime
    closed_at: datetime | None
    reason: dict[str, str]  # why it was opened, or closed
    times: int


@dataclass(frozen=True, slots=True)
class Line:
    """A project in a list."""

    id: UUID
    name: dict[str, str]
    purpose: dict[str, str]
    place: dict[str, str]
    visibility: str
    is_member: bool
    stages: list[str]  # those that are open
    people: int
    of: int  # how many there are on all pages


FRAME: LiteralString = """
select p.id, said(p.name), p.visibility, said(p.contact), said(p.telephone), said(p.citizen), said(p.professional), here.id, here.side,
       coalesce(here.is_both, false), coalesce(here.tasks, '{}'),
       exists(select from helpers h join people v on v.id = h.member where h.helper = here.id and v.standing in ('here', 'recorded')),
       w.session, w.account, w.email, w.name, w.language, w.theme, w.is_stale
from projects p
left join signed_in w on w.token_hash = %(token)s
left join memberships m on m.project = p.id and m.account = coalesce(w.account, %(account)s)
left join people here on here.id = m.member and here.standing = 'here'
where p.id = %(project)s
"""
SEEN: LiteralString = " and (p.visibility = 'public' or here.id is not null)"
WHO = 12
"""Where the row of who looks begins."""


OVERVIEW: LiteralString = """
select id, said(name) as name, said(purpose) as purpose, said(question) as question, said(place) as place, said(contact) as contact,
       said(telephone) as telephone, said(citizen) as citizen, said(professional) as professional, visibility, source, started_at,
       array(
           select jsonb_build_array(stage, is_open, opened_at, closed_at, coalesce(said(array[reason]), '{}'), times) from projects_stages where project = p.id
           order by array_position(array['commission', 'design', 'deliver', 'evaluate'], stage)
       ) as stages
from projects p where id = %s
"""

VISIBLE: LiteralString = """
select p.id, said(p.name) as name, said(p.purpose) as purpose, said(p.place) as place, p.visibility, here.id is not null as is_member,
       array(select s.stage from projects_stages s where s.project = p.id and s.is_open order by s.opened_at, s.stage) as stages,
       (select count(*) from people q where q.project = p.id and q.standing = 'here') as people, count(*) over () as of
from projects p
left join memberships m on m.project = p.id and m.account = %(account)s
left join people here on here.id = m.member and here.standing = 'here'
where (here.id is not null or (not %(mine)s and p.visibility = 'public'))
  and (%(find)s = '' or exists (
      select from texts t where t.id = any(p.name || p.purpose || p.place) and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s)))
order by here.id is null, p.started_at desc, p.id limit %(limit)s offset %(skip)s
"""


def frame(db: Connection[Any], project: UUID, *, account: UUID | None = None, token: bytes | None = None) -> tuple[Frame, Sequence[Any] | None] | None:
    """The project as this person may see it, or the one whose cookie has this hash, with their row of `signed_in`; None where there is none for them: what
    is for members only does not exist for others (one statement)."""
    row = db.execute(FRAME + SEEN, {"project": project, "account": account, "token": token}).fetchone()
    return (Frame(*row[:WHO]), row[WHO:] if row[WHO] else None) if row else None


def frame_of_all(db: Connection[Any], project: UUID) -> Frame | None:
    """The project without who is looking, whether or not anybody may see it: for what is shown to a room."""
    row = db.execute(FRAME, {"project": project, "account": None, "token": None}).fetchone()
    return Frame(*row[:WHO]) if row else None


def overview(db: Connection[Any], project: UUID) -> Overview | None:
    """How it is described, and its stages in the order of the path (one statement)."""
    row = db.cursor(row_factory=dict_row).execute(OVERVIEW, (project,)).fetchone()
    return Overview(**{**row, "stages": [_stage(*each) for each in row["stages"]]}) if row else None


def visible(db: Connection[Any], account: UUID | None, *, mine: bool = False, find: str = "", page: int = 1, limit: int = PAGE) -> list[Line]:
    """Projects that this person may see, their own first, newest first; `mine`: only those they are in (one statement)."""
    given = {"account": account, "mine": mine, "find": find, "limit": limit, "skip": (page - 1) * limit}
    return db.cursor(row_factory=class_row(Line)).execute(VISIBLE, given).fetchall()


def _stage(stage: str, is_open: bool, opened_at: str, closed_at: str | None, reason: dict[str, str], times: int) -> Stage:
    return Stage(stage, is_open, datetime.fromisoformat(opened_at), datetime.fromisoformat(closed_at) if closed_at else None, reason, times)
