"""Questions to those who commission, asked in any session of a project: they are carried until they are answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """`name`: None where its author's does not go with it, or is not known; `answer`: {} = none yet, or it was taken down."""

    id: UUID
    session: UUID
    title: Said  # of the session
    words: Said
    text: UUID
    name: str | None
    side: str
    is_unconfirmed: bool
    asked_at: datetime
    answer: Said
    answered_at: datetime | None
    answerer: str | None


ASKED: LiteralString = """
select c.id, c.session, said(a.title) as title, said(array[c.words]) as words, c.words as text, case when c.is_named then n.name end as name, c.side,
       c.is_unconfirmed, c.at as asked_at, coalesce(said(array[c.answer]), '{}') as answer, c.answered_at, w.name as answerer
from rooms_cards c join agendas_blocks b on b.id = c.block and b.kind = 'commissioners' join agendas a on a.id = c.session
left join names n on n.member = c.author left join names w on w.member = c.answerer
where c.project = %(project)s and c.is_shown and c.state = 'here'
order by c.answered_at desc nulls first, c.position limit 500
"""


def questions(db: Connection[Any], project: UUID) -> list[Question]:
    """What waits for an answer, the longest first; then what was answered, the latest first (one statement)."""
    return db.cursor(row_factory=class_row(Question)).execute(ASKED, {"project": project}).fetchall()
