"""What belongs to an idea: the ideas it was joined with or split from, and who owes it an answer."""

from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Kin:
    """Another idea. `how`: "into" it goes on as that one, "taken in" that one goes on as this, "part" of this, "whole" of which this is a part."""

    how: str
    id: UUID
    text: UUID
    words: dict[str, str]  # {} = taken down
    name: str | None
    side: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody owes an answer."""

    member: UUID
    name: str | None
    side: str
    asked_by: str | None
    until_on: date
    is_late: bool
    is_mine: bool  # who is looking owes it


KIN: LiteralString = """
select k.how, i.id, i.words as text, coalesce(said(array[i.words]), '{}') as words, n.name, i.side
from board_ideas this cross join lateral (
    select 1 as rank, 'into' as how, this.joined_with as id where this.joined_with is not null
    union all select 2, 'whole', this.grew_from where this.grew_from is not null
    union all select 3, 'taken in', o.id from board_ideas o where o.joined_with = this.id
    union all select 4, 'part', o.id from board_ideas o where o.grew_from = this.id
) k join board_ideas i on i.id = k.id left join names n on n.member = i.author
where this.id = %s order by k.rank, i.position
"""

ASKS: LiteralString = """
select a.member, n.name, p.side, b.name as asked_by, a.until_on, a.until_on < (clock_timestamp() at time zone 'Europe/London')::date as is_late,
       coalesce(a.member = %(viewer)s, false) as is_mine
from board_asks a join people p on p.id = a.member left join names n on n.member = a.member left join names b on b.member = a.asked_by
where a.idea = %(idea)s order by a.until_on, a.member
"""


def kin(db: Connection[Any], idea: UUID) -> list[Kin]:
    """All of its project, by what they are to it (one statement)."""
    return db.cursor(row_factory=class_row(Kin)).execute(KIN, (idea,)).fetchall()


def asks(db: Connection[Any], idea: UUID, *, viewer: UUID | None = None) -> list[Ask]:
    """Who was asked for an answer and has not given one yet, whose day comes first (one statement)."""
    return db.cursor(row_factory=class_row(Ask)).execute(ASKS, {"idea": idea, "viewer": viewer}).fetchall()
