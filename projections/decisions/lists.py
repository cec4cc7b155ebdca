"""The decisions of a project in a list: those that are open first, the one that closes next at the top; then how the others came out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    project: UUID
    question: dict[str, str]
    adopts: int | None
    way: str
    proposal: UUID | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    result: str | None  # None: still open, or being counted
    citizens: int
    professionals: int
    present: int
    side: str | None  # the frozen side of who is looking; None: not on the roll
    has_voted: bool  # who is looking
    declined_at: datetime | None  # whoever commissions declined to act on it
    talk_on: date | None  # the day that they named to talk about that
    talked_at: datetime | None  # when what was said was written down
    is_open: bool
    is_by_consent: bool

    @property
    def people(self) -> int:
        return self.citizens + self.professionals


@dataclass(frozen=True, slots=True)
class Lines:
    open: list[Line]
    over: list[Line]
    page: int
    has_more: bool


CHOSEN: LiteralString = """
select d.id, d.project, said(d.question) as question, d.adopts, d.way, d.proposal, d.opened_at, d.closes_at, d.closed_at, d.result, d.citizens, d.professionals,
       case when d.way = 'hands' then coalesce(d.hands, 0) else (
           select count(*) from decisions_roll r where r.decision = d.id and r.is_present
       ) end as present, mine.side, coalesce(mine.is_present, false) as has_voted,
       n.at as declined_at, n.talk_on, (select min(o.at) from declines_notes o where o.decision = n.decision and o.kind = 'talk') as talked_at,
       d.closed_at is null and d.closes_at > clock_timestamp() as is_open,
       d.rule ->> 'method' = 'consent' as is_by_consent
"""

LISTED: LiteralString = f"""
with shown as (
    select * from decisions where project = %(project)s
    order by closed_at desc nulls first, case when closed_at is null then closes_at end, position desc limit 51 offset %(skip)s
)
{CHOSEN} from shown d left join decisions_roll mine on mine.decision = d.id and mine.member = %(member)s left join declines n on n.decision = d.id
order by d.closed_at desc nulls first, case when d.closed_at is null then d.closes_at end, d.position desc
"""

WAITING: LiteralString = f"""
{CHOSEN} from decisions d join decisions_roll mine on mine.decision = d.id and mine.member = any(%(members)s) left join declines n on n.decision = d.id
where d.closed_at is null and d.closes_at > clock_timestamp()
order by mine.is_present, d.closes_at, d.id
"""


def decisions(db: Connection[Any], project: UUID, *, member: UUID | None = None, page: int = 1) -> Lines:
    """50 decisions (one statement)."""
    found = db.cursor(row_factory=class_row(Line)).execute(LISTED, {"project": project, "member": member, "skip": (page - 1) * PAGE}).fetchall()
    shown = found[:PAGE]
    return Lines([line for line in shown if line.is_open], [line for line in shown if not line.is_open], page, len(found) > PAGE)


def open_for(db: Connection[Any], members: list[UUID]) -> list[Line]:
    """The open decisions in which one of these memberships is on the roll, the unanswered ones first: for "your turn" (one statement)."""
    return db.cursor(row_factory=class_row(Line)).execute(WAITING, {"members": members}).fetchall()
