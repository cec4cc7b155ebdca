"""One idea and what was said about it: replies, formal answers, why it was set aside or taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from psycopg import Connection

from .cards import Card, cards

NOTES = 100
"""Notes on a page."""


@dataclass(frozen=True, slots=True)
class Note:
    id: UUID  # of its text
    kind: str  # reply, answer, set aside, taken up again
    words: dict[str, str]  # {} = taken down
    author: UUID
    name: str | None
    side: str
    at: datetime
    is_imported: bool
    is_mine: bool
    writer_name: str | None  # as on a card
    writer_side: str | None
    is_verbatim: bool | None
    is_unconfirmed: bool
    answer: str | None  # of which kind, if it is one
    answer_on: date | None


@dataclass(frozen=True, slots=True)
class Notes:
    notes: list[Note]
    page: int
    has_more: bool


def idea(db: Connection[Any], project: UUID, id: UUID, *, viewer: UUID | None = None) -> Card | None:
    """An idea of the project (one statement); one of another project does not exist here."""
    return next(iter(cards(db, project, [id], viewer=viewer)), None)


def notes(db: Connection[Any], idea: UUID, *, viewer: UUID | None = None, page: int = 1) -> Notes:
    """What was said about an idea, from the beginning, 100 at a time (one statement)."""
    rows = db.execute(
        "select o.words, o.kind, w.language, w.body, o.author, n.name, o.side, o.at, o.is_imported, o.author = %(viewer)s, "
        "wn.name, wp.side, o.verbatim, o.is_unconfirmed, o.answer, o.answer_on "
        "from board_notes o left join words w on w.id = o.words left join names n on n.member = o.author "
        "left join names wn on wn.member = o.writer left join people wp on wp.id = o.writer "
        "where o.idea = %(idea)s order by o.position limit 101 offset %(skip)s",
        {"idea": idea, "viewer": viewer, "skip": (page - 1) * NOTES},
    ).fetchall()
    found = [
        Note(text, kind, {language: body} if body else {}, author, name, side, at, is_imported, bool(is_mine), *rest)
        for text, kind, language, body, author, name, side, at, is_imported, is_mine, *rest in rows[:NOTES]
    ]
    return Notes(found, page, len(rows) > NOTES)
