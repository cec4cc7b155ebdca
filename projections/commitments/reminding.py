"""Whom the clock reminds of a commitment, privately, before anybody can call it late."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from psycopg import Connection


@dataclass(frozen=True, slots=True)
class Reminder:
    """A commitment whose day is near, and who answers for it: its keeper, or the facilitators where nobody keeps it alone."""

    commitment: UUID
    project: UUID
    position: int
    what: list[UUID]
    due_on: date
    members: list[UUID]


def is_there(db: Connection[Any]) -> bool:
    """Whether its tables are made: not yet in the first second of a new database."""
    return db.execute("select to_regclass('commitments') is not null").fetchone() == (True,)


def to_remind(db: Connection[Any]) -> list[Reminder]:
    """Those with no news since the day of the reminder, once for each day that they are due on."""
    rows = db.execute(
        """
        select c.id, c.project, c.position, c.what, c.due_on, case when c.keeper is not null then array[c.keeper] else
               array(select p.id from people p where p.project = c.project and p.standing = 'here' and p.tasks ? 'facilitator' order by p.id) end
        from commitments c cross join lateral (select (clock_timestamp() at time zone 'Europe/London')::date as today) now
        where c.state = 'on its way' and c.reminds_on <= now.today and c.due_on >= now.today and (c.news_on is null or c.news_on < c.reminds_on)
          and not exists (select from reminded_commitments r where r.commitment = c.id and r.due_on = c.due_on)
        order by c.due_on, c.id
        """
    ).fetchall()
    return [Reminder(*row) for row in rows]
