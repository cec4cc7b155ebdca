"""Who is here, as it is read: each person, the two groups, and who waits for a place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import NETWORK


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    name: str | None  # None: taken down, erased, or not given yet
    side: str
    is_both: bool  # belongs to both groups, and is counted once, on this side
    tasks: dict[str, bool]
    facilitating: str | None  # asked, declined: whether they would facilitate too
    standing: str  # invited, recorded, here, left, removed; whoever asks for a place is in `requests`
    source: str | None
    joined_at: datetime | None
    gone_at: datetime | None
    reason: dict[str, str]  # why they were removed
    introduction: dict[str, str]  # what they bring, in their own words, while they are here; {} = not said, or taken down
    introduction_text: UUID | None
    offers: list[str]  # the ways in which the place was offered and not yet taken

    @property
    def is_here(self) -> bool:
        return self.standing == "here"


@dataclass(frozen=True, slots=True)
class Balance:
    """People who are here, by side; `none` takes part without a counted place."""

    citizen: int
    professional: int
    none: int


READ: LiteralString = """
select p.id, n.name, p.side, p.is_both, p.tasks, p.facilitating, p.standing, p.source, p.joined_at, p.gone_at, coalesce(said(array[p.reason]), '{}') as reason,
       case when p.standing = 'here' then coalesce(said(array[p.introduction]), '{}') else '{}' end as introduction,
       case when p.standing = 'here' then p.introduction end as introduction_text,
       array(select o.way from people_offers o where o.member = p.id and p.standing <> 'here' order by o.id) as offers
from people p left join names n on n.member = p.id
where p.project = %(project)s and (p.id = %(member)s or (%(member)s::uuid is null and p.source is distinct from 'paper'))
  and p.standing not in ('asking', 'turned away')
order by array_position(array['here', 'invited', 'recorded', 'left', 'removed'], p.standing), lower(n.name) nulls last, p.id
"""


def people(db: Connection[Any], project: UUID) -> list[Person]:
    """Everybody who has or had a place, those who are here first, by name; not who filled in a sheet of paper without a name (one statement)."""
    return db.cursor(row_factory=class_row(Person)).execute(READ, {"project": project, "member": None}).fetchall()


def person(db: Connection[Any], project: UUID, member: UUID) -> Person | None:
    return db.cursor(row_factory=class_row(Person)).execute(READ, {"project": project, "member": member}).fetchone()


def has_gone(db: Connection[Any], member: UUID) -> bool:
    """Whether somebody left or was removed (one statement). Whoever is not known yet has not."""
    return db.execute("select 1 from people where id = %s and standing in ('left', 'removed')", (member,)).fetchone() is not None


def balance(db: Connection[Any], project: UUID) -> Balance:
    rows = db.execute("select side, count(*) from people where project = %s and standing = 'here' group by side", (project,)).fetchall()
    counts = dict(rows)
    return Balance(counts.get("citizen", 0), counts.get("professional", 0), counts.get("none", 0))


@dataclass(frozen=True, slots=True)
class Group:
    """Those who are here on one side, or with the task of a facilitator: how many, and the first few by name."""

    side: str
    is_facilitating: bool
    count: int
    names: list[str]
    sides: list[str]  # of those who facilitate
    is_asked: bool  # one of them was asked to facilitate, and has not answered

    @property
    def is_one_sided(self) -> bool:
        """Whoever facilitates is of the same side."""
        return self.is_facilitating and self.sides in (["citizen"], ["professional"])

    @property
    def is_alone(self) -> bool:
        """One facilitates, and is in neither group."""
        return self.is_facilitating and self.sides == ["none"] and self.count == 1


def groups(db: Connection[Any], project: UUID) -> list[Group]:
    """Who is here, at a glance. A facilitator with a counted place is in two groups (one statement)."""
    return (
        db.cursor(row_factory=class_row(Group))
        .execute(
            """
            select g.side, g.is_facilitating, count(*), (array_agg(n.name order by p.joined_at, p.id) filter (where n.name is not null))[:8] as names,
                   array_agg(distinct p.side order by p.side) as sides, bool_or(p.facilitating = 'asked') is true as is_asked
            from people p left join names n on n.member = p.id
            cross join lateral (values (p.side, false), ('none', true)) g(side, is_facilitating)
            where p.project = %s and p.standing = 'here'
              and case when g.is_facilitating then p.tasks ? 'facilitator' else p.side <> 'none' or not p.tasks ? 'facilitator' end
            group by g.side, g.is_facilitating order by g.side = 'none', g.side, not g.is_facilitating
            """,
            (project,),
        )
        .fetchall()
    )


def network_tasks(db: Connection[Any], account: UUID) -> list[str]:
    """What this person looks after in the network around the projects (one statement)."""
    sql = (
        "select jsonb_object_keys(p.tasks) from memberships m join people p on p.id = m.member and p.standing = 'here' "
        "where m.account = %s and m.project = %s order by 1"
    )
    return [row[0] for row in db.execute(sql, (account, NETWORK))]
