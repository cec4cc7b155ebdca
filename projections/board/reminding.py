"""Whom the clock reminds that they owe an answer: once, a week after they were asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from psycopg import Connection


@dataclass(frozen=True, slots=True)
class Owed:
    """An answer that somebody was asked for at `position`, and has not given."""

    idea: UUID
    member: UUID
    project: UUID
    position: int
    words: UUID
    asked_by: UUID
    until_on: date


def is_there(db: Connection[Any]) -> bool:
    """Whether its tables are made: not yet in the first second of a new database."""
    return db.execute("select to_regclass('board_asks') is not null").fetchone() == (True,)


def to_remind(db: Connection[Any]) -> list[Owed]:
    """Those that have waited for a week. What has waited for two was asked while nobody ticked, or is told as a story: that stays silent."""
    rows = db.execute(
        """
        select a.idea, a.member, i.project, a.position, i.words, a.asked_by, a.until_on from board_asks a join board_ideas i on i.id = a.idea
        where a.asked_at <= clock_timestamp() - interval '7 days' and a.asked_at > clock_timestamp() - interval '14 days'
          and not exists (select from reminded_answers r where r.idea = a.idea and r.member = a.member and r.position = a.position)
        order by a.position
        """
    ).fetchall()
    return [Owed(*row) for row in rows]
