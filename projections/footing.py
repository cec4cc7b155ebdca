"""On what footing a project stands: its mandate, how people are looked after, the organisations in it, who delivers, what better would mean."""

from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.base import Text
from aggregates.project import Project

from .base import ReadModel, Rows

Said = dict[str, str]
"""{language: text}; {} where nothing was said, or it was taken down."""

SCHEMA = """
create table footing (
    project uuid primary key, open uuid[], fixed uuid[], money uuid[], until_on date, confirms uuid[], pays uuid[],
    costs uuid[], access uuid[], replacement uuid[], ring uuid[], worry uuid[], delivery uuid[], better uuid[]
);
create table footing_organisations (id uuid primary key, project uuid not null, position bigint not null, name uuid[] not null, part uuid[] not null);
create index on footing_organisations (project);
"""


def mandate_written(rows: Rows, e: Project.MandateWritten) -> None:
    _write(rows, e, until_on=e.until_on, **_ids(e, "open", "fixed", "money", "confirms", "pays"))


def care_written(rows: Rows, e: Project.CareWritten) -> None:
    _write(rows, e, **_ids(e, "costs", "access", "replacement", "ring", "worry"))


def delivery_written(rows: Rows, e: Project.DeliveryWritten) -> None:
    _write(rows, e, delivery=_ids(e, "words")["words"])


def better_written(rows: Rows, e: Project.BetterWritten) -> None:
    _write(rows, e, better=_ids(e, "words")["words"])


def organisation_joined(rows: Rows, e: Project.OrganisationJoined) -> None:
    rows.insert("footing_organisations", id=e.organisation, project=e.originator_id, position=rows.position, **_ids(e, "name", "part"))


def organisation_left(rows: Rows, e: Project.OrganisationLeft) -> None:
    rows.remove("footing_organisations", e.organisation)


def _write(rows: Rows, e: Any, **words: Any) -> None:
    rows.put("footing", {"project": e.originator_id}, **words)


def _ids(e: Any, *names: str) -> dict[str, list[UUID]]:
    said: dict[str, list[Text]] = {name: getattr(e, name) for name in names}
    return {name: [text.id for text in words] for name, words in said.items()}


FOOTING = ReadModel(
    "footing",
    version=1,
    schema=SCHEMA,
    handlers={
        Project.MandateWritten: mandate_written,
        Project.CareWritten: care_written,
        Project.DeliveryWritten: delivery_written,
        Project.BetterWritten: better_written,
        Project.OrganisationJoined: organisation_joined,
        Project.OrganisationLeft: organisation_left,
    },
)


@dataclass(frozen=True, slots=True)
class Organisation:
    id: UUID
    name: Said
    part: Said  # what it does here


@dataclass(frozen=True, slots=True)
class Footing:
    """What nobody has said yet is empty."""

    open: Said
    fixed: Said
    money: Said
    until_on: date | None
    confirms: Said  # which body must confirm what is decided
    pays: Said  # who keeps paying for what
    costs: Said
    access: Said
    replacement: Said
    ring: Said
    worry: Said
    delivery: Said
    better: Said
    organisations: list[Organisation]

    @property
    def has_mandate(self) -> bool:
        return bool(self.open or self.fixed or self.money or self.until_on or self.confirms or self.pays)

    @property
    def has_care(self) -> bool:
        return bool(self.costs or self.access or self.replacement or self.ring or self.worry)


READ: LiteralString = """
select coalesce(said(f.open), '{}') as open, coalesce(said(f.fixed), '{}') as fixed, coalesce(said(f.money), '{}') as money, f.until_on,
       coalesce(said(f.confirms), '{}') as confirms, coalesce(said(f.pays), '{}') as pays, coalesce(said(f.costs), '{}') as costs,
       coalesce(said(f.access), '{}') as access, coalesce(said(f.replacement), '{}') as replacement, coalesce(said(f.ring), '{}') as ring,
       coalesce(said(f.worry), '{}') as worry, coalesce(said(f.delivery), '{}') as delivery, coalesce(said(f.better), '{}') as better,
       array(
           select jsonb_build_object('id', o.id, 'name', said(o.name), 'part', said(o.part))
           from footing_organisations o where o.project = %(project)s order by o.position
       ) as organisations
from (select) one left join footing f on f.project = %(project)s
"""


def footing(db: Connection[Any], project: UUID) -> Footing:
    """What was written of it (one statement)."""
    row: Any = db.cursor(row_factory=dict_row).execute(READ, {"project": project}).fetchone()
    found = [Organisation(UUID(each["id"]), each["name"] or {}, each["part"] or {}) for each in row["organisations"]]
    return Footing(**{**row, "organisations": found})
