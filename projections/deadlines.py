"""What must happen by the clock: decisions to close, closed ones to count, and electors to remind the day before."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.decision import Decision
from aggregates.vote import Vote

from .base import ReadModel, Rows

DAY = timedelta(days=1)

SCHEMA = """
create table deadlines (decision uuid primary key, project uuid not null, position bigint not null, question uuid[] not null, closes_at timestamptz not null,
                        method text not null, reminds_at timestamptz, closed_position bigint);
create index on deadlines (closes_at) where closed_position is null;
create table deadlines_silent (decision uuid not null, member uuid not null, primary key (decision, member));
"""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A decision that closes within a day, and who on its roll has no vote on record."""

    decision: UUID
    project: UUID
    position: int
    question: list[UUID]
    closes_at: datetime
    method: str
    members: list[UUID]


def opened(rows: Rows, e: Decision.Opened) -> None:
    """A vote that is open for less than a day and a half is its own reminder."""
    reminds_at = e.closes_at - DAY if e.closes_at - e.by.happened_at > 1.5 * DAY else None
    rows.insert(
        "deadlines",
        decision=e.originator_id,
        project=e.by.project,
        position=rows.position,
        question=[text.id for text in e.question],
        closes_at=e.closes_at,
        method=str(e.rule["method"]),
        reminds_at=reminds_at,
    )
    for member in e.roll if getattr(e, "way", "ballots") == "ballots" else ():  # hands are raised in the room
        rows.insert("deadlines_silent", decision=e.originator_id, member=UUID(member))


def voted(rows: Rows, e: Vote.Cast | Vote.Changed) -> None:
    rows.remove("deadlines_silent", {"decision": e.decision, "member": e.by.author})


def withdrew(rows: Rows, e: Vote.Withdrawn) -> None:
    rows.put("deadlines_silent", {"decision": e.decision, "member": e.by.author})


def closed(rows: Rows, e: Decision.Closed) -> None:
    rows.set("deadlines", {"decision": e.originator_id}, closed_position=rows.position)


def mended(rows: Rows, e: Decision.Mended) -> None:
    rows.set("deadlines", {"decision": e.originator_id}, question=[text.id for text in e.question])


def over(rows: Rows, e: Decision.Counted | Decision.Restarted) -> None:
    rows.remove("deadlines_silent", {"decision": e.originator_id})
    rows.remove("deadlines", {"decision": e.originator_id})


DEADLINES = ReadModel(
    "deadlines",
    version=4,
    schema=SCHEMA,
    handlers={
        Decision.Opened: opened,
        Decision.Closed: closed,
        Decision.Counted: over,
        Decision.Restarted: over,
        Decision.Mended: mended,
        Vote.Cast: voted,
        Vote.Changed: voted,
        Vote.Withdrawn: withdrew,
    },
)


def is_there(db: Connection[Any]) -> bool:
    """Whether its tables are made: not yet in the first second of a new database."""
    return db.execute("select to_regclass('deadlines') is not null").fetchone() == (True,)


def to_close(db: Connection[Any]) -> list[tuple[UUID, UUID]]:
    """(decision, project) of open decisions whose time has come."""
    return db.execute(
        "select decision, project from deadlines where closed_position is null and closes_at <= clock_timestamp() order by closes_at, decision"
    ).fetchall()


def to_count(db: Connection[Any]) -> list[tuple[UUID, UUID]]:
    """(decision, project) of decisions that are closed and not counted: normally none, since closing goes on to count."""
    return db.execute("select decision, project from deadlines where closed_position is not null order by closed_position").fetchall()


def to_remind(db: Connection[Any]) -> list[Reminder]:
    rows = db.execute(
        "select decision, project, position, question, closes_at, method, "
        "array(select member from deadlines_silent s where s.decision = d.decision order by member) "
        "from deadlines d where closed_position is null and reminds_at <= clock_timestamp() and closes_at > clock_timestamp() "
        "and not exists (select from reminded r where r.decision = d.decision) order by closes_at, decision"
    ).fetchall()
    return [Reminder(*row) for row in rows]
