"""The cards of the board: one statement for a page of them, with words, names and counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

PAGE = 50

ORDERS: dict[str, tuple[LiteralString, LiteralString, LiteralString]] = {
    "newest": ("c.open", "and not i.is_aside", "order by i.position desc"),
    "supported": ("c.open", "and not i.is_aside", "order by i.backing desc, i.position desc"),
    "unanswered": ("c.unanswered", "and not i.is_aside and i.answers = 0", "order by i.position"),
    "aside": ("c.aside", "and i.is_aside", "order by i.position desc"),
    "mine": ("", "and i.author = %(viewer)s", "order by i.position desc"),
}
"""How many (to be counted, where it says nothing), which and in which order: `unanswered` begins with who has waited longest; `mine` are of who is looking,
also those that were set aside."""


@dataclass(frozen=True, slots=True)
class Card:
    id: UUID
    text: UUID  # whose words may be taken down
    words: dict[str, str]  # {} = taken down
    author: UUID
    name: str | None
    side: str
    is_imported: bool
    is_mine: bool
    posted_at: datetime
    reworded_at: datetime | None
    source: str | None
    is_aside: bool
    supporters: int
    is_supported: bool  # by who is looking
    agree: int
    disagree: int
    passed: int
    replies: int
    answers: int
    proposals: int
    note: UUID | None  # the latest answer; or why it was set aside
    note_words: dict[str, str]
    note_name: str | None
    note_side: str | None
    note_at: datetime | None
    writer_name: str | None  # who wrote it down for whoever said it
    writer_side: str | None
    is_verbatim: bool | None
    is_unconfirmed: bool  # whoever said it has not confirmed yet that these are their words


@dataclass(frozen=True, slots=True)
class Board:
    question: dict[str, str]  # what the project asks
    cards: list[Card]
    open: int
    unanswered: int
    aside: int
    total: int  # of what was asked for, on all pages
    page: int


CHOSEN: LiteralString = """
select i.id, i.words, w.language, w.body, i.author, n.name, i.side, i.is_imported, i.author = %(viewer)s, i.posted_at, i.reworded_at, i.source, i.is_aside,
       i.supporters, coalesce((select true from board_supports s where s.idea = i.id and s.member = %(viewer)s), false), i.agree, i.disagree, i.pass,
       i.replies, i.answers, i.proposals, i.note, nw.language, nw.body, nn.name, i.note_side, i.note_at, wn.name, wp.side, i.verbatim, i.is_unconfirmed
"""

WORDS_AND_NAMES: LiteralString = """
left join words w on w.id = i.words left join names n on n.member = i.author
left join words nw on nw.id = i.note left join names nn on nn.member = i.note_by
left join names wn on wn.member = i.writer left join people wp on wp.id = i.writer
"""

ASKED: LiteralString = """
with c as materialized (select id, coalesce(said(question), '{}')::text as question, open, unanswered, aside from board_projects where id = %(project)s)
"""

FOUND: LiteralString = "and exists (select from texts t where t.id = i.words and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s)) "


def board(db: Connection[Any], project: UUID, *, viewer: UUID | None = None, order: str = "newest", find: str = "", page: int = 1, most: int = PAGE) -> Board:
    """50 ideas of a project (or the first `most`) and how many there are (one statement). `viewer`: the membership of who is looking."""
    counter, which, sorting = ORDERS[order]
    from_board = "from board_ideas i where i.project = c.id " + (FOUND if find else "") + which
    total = "(select count(*) " + from_board + ")" if find or not counter else counter
    # the limit comes before the joins, so that words and names are looked up for one page only; the question stands on every row, so it is read once
    sql = (
        ASKED + CHOSEN + ", c.question, c.open, c.unanswered, c.aside, " + total + " from c left join lateral (select i.* " + from_board + " " + sorting
        + " limit %(most)s offset %(skip)s) i on true" + WORDS_AND_NAMES + sorting
    )  # fmt: skip
    rows = db.execute(sql, {"project": project, "viewer": viewer, "find": find, "skip": (page - 1) * PAGE, "most": most}, binary=True).fetchall()
    question, is_open, unanswered, aside, asked_for = rows[0][-5:] if rows else ("{}", 0, 0, 0, 0)
    return Board(json.loads(question), [_card(row) for row in rows if row[0]], is_open, unanswered, aside, asked_for, page)


def cards(db: Connection[Any], project: UUID, ids: Sequence[UUID], *, viewer: UUID | None = None) -> list[Card]:
    """These ideas of the project, in this order (one statement)."""
    sql = CHOSEN + "from board_ideas i" + WORDS_AND_NAMES + "where i.project = %(project)s and i.id = any(%(ids)s) order by array_position(%(ids)s, i.id)"
    return [_card(row) for row in db.execute(sql, {"project": project, "viewer": viewer, "ids": list(ids)}).fetchall()]


def posted(db: Connection[Any], project: UUID) -> int:
    """How many ideas there are, also those that were set aside (one statement)."""
    row = db.execute("select open + aside from board_projects where id = %s", (project,)).fetchone()
    return int(row[0]) if row else 0


def _card(row: tuple[Any, ...]) -> Card:
    idea, text, language, body, author, name, side, is_imported, is_mine, posted_at, reworded_at, source, is_aside = row[:13]
    supporters, is_supported, agree, disagree, passed, replies, answers, proposals, note, in_language, noted, note_name, note_side, note_at, *written = row[
        13:31
    ]
    return Card(
        idea, text, {language: body} if body else {}, author, name, side, is_imported, bool(is_mine), posted_at, reworded_at, source, is_aside,
        supporters, is_supported, agree, disagree, passed, replies, answers, proposals,
        note, {in_language: noted} if noted else {}, note_name, note_side, note_at, *written,
    )  # fmt: skip
