"""The cards of the board: one statement for a page of them, with words, names and counts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, LiteralString
from uuid import UUID

from psycopg import Connection

Row = tuple[Any, ...]
PAGE = 50

STANDS: LiteralString = "and not i.is_aside and i.joined_with is null"
OURS: LiteralString = "exists (select from board_authors a where a.idea = i.id and a.member = %(viewer)s)"

ORDERS: dict[str, tuple[LiteralString, LiteralString, LiteralString]] = {
    "newest": ("c.open", STANDS, "order by i.position desc"),
    "supported": ("c.open", STANDS, "order by i.backing desc, i.position desc"),
    "unanswered": ("c.unanswered", STANDS + " and i.answers = 0", "order by i.position"),
    "aside": ("c.aside", "and i.is_aside", "order by i.position desc"),
    "mine": ("", "and " + OURS, "order by i.position desc"),
}
"""How many (to be counted, where it says nothing), which and in which order: `unanswered` begins with who has waited longest; `mine` are of who is looking,
also those that were set aside or joined with another."""

GROUPED = ("newest", "supported")
"""Those that can be shown under their themes."""

UNDER = 8
"""The first so many of each theme."""


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
    note_kind: str | None  # of an answer
    note_on: date | None
    writer_name: str | None  # who wrote it down for whoever said it
    writer_side: str | None
    is_verbatim: bool | None
    is_unconfirmed: bool  # whoever said it has not confirmed yet that these are their words
    theme: UUID | None
    joined_with: UUID | None
    moved_on_at: datetime | None  # enough people supported it
    owed_name: str | None  # who owes an answer first; in a sensitive project nobody learns it
    owed_on: date | None
    is_late: bool | None
    others: list[tuple[str | None, str]] | None  # the names and sides of its other authors, where there are some
    is_ours: bool  # who is looking is one of its authors
    citizens: int  # of those who support it
    professionals: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme on the board, and how many ideas stand under it."""

    id: UUID
    name: dict[str, str]
    ideas: int


@dataclass(frozen=True, slots=True)
class Board:
    question: dict[str, str]  # what the project asks
    cards: list[Card]
    open: int
    unanswered: int
    aside: int
    total: int  # of what was asked for, on all pages; by theme, of those that are under none
    page: int
    themes: list[Heading]
    enough: dict[str, int]  # how many of each side move an idea on, by the charter; {} = nothing does by itself
    is_by_theme: bool  # the first of each theme, then a page of those that are under none

    def under(self, theme: UUID | None) -> list[Card]:
        return [card for card in self.cards if card.theme == theme]

    def heading(self, theme: UUID | str | None) -> Heading | None:
        return next((each for each in self.themes if str(each.id) == str(theme)), None)

    @property
    def loose(self) -> int:
        """How many are under no theme yet."""
        return self.open - sum(theme.ideas for theme in self.themes)


CHOSEN: LiteralString = """
select i.id, i.words, w.language, w.body, i.author, (select n.name from names n where n.member = i.author), i.side, i.is_imported,
       i.author = %(viewer)s, i.posted_at, i.reworded_at, i.source, i.is_aside, i.supporters,
       coalesce((select true from board_supports s where s.idea = i.id and s.member = %(viewer)s), false), i.agree, i.disagree, i.pass,
       i.replies, i.answers, i.proposals, i.note, nw.language, nw.body, (select n.name from names n where n.member = i.note_by), i.note_side, i.note_at,
       i.note_kind, i.note_on, (select n.name from names n where n.member = i.writer), (select p.side from people p where p.id = i.writer), i.verbatim,
       i.is_unconfirmed, i.theme, i.joined_with, i.moved_on_at,
       case when i.owed_by is not null then (
           select o.name from names o join projects p on p.id = i.project and p.visibility <> 'sensitive' where o.member = i.owed_by
       ) end, i.owed_on,
       case when i.owed_by is not null then i.owed_on < (clock_timestamp() at time zone 'Europe/London')::date end,
       case when i.authors > 1 then (
           select jsonb_agg(jsonb_build_array(o.name, p.side) order by a.place)
           from board_authors a join people p on p.id = a.member left join names o on o.member = a.member where a.idea = i.id and a.member <> i.author
       ) end,
       case when i.authors > 1 then OURS else coalesce(i.author = %(viewer)s, false) end, i.citizens, i.professionals
""".replace("OURS", OURS)

PROPOSALS = 20
"""Where their number stands in such a row."""

WORDS: LiteralString = " left join words w on w.id = i.words left join words nw on nw.id = i.note "
"""Names are looked up one by one, above: for a join, everybody's would be read."""

ASKED: LiteralString = """
with c as materialized (
    select id, coalesce(said(question), '{}')::text as question, open, unanswered, aside, (
        select jsonb_agg(jsonb_build_array(t.id, said(t.name), t.ideas) order by t.position)::text
        from board_themes t where t.project = p.id and not t.is_closed
    ) as themes, ENOUGH as enough from board_projects p where id = %(project)s
)
"""

ENOUGH: LiteralString = """
(select nullif(v.terms -> 'enough_support', '{}')::text from charters h join charters_versions v on v.project = h.project and v.version = h.in_force
 where h.project = %(project)s)
"""
ASKED = ASKED.replace("ENOUGH", ENOUGH)

FOUND: LiteralString = "and exists (select from texts t where t.id = i.words and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s)) "
IN_THEME: dict[bool, LiteralString] = {True: "and i.theme is null ", False: "and i.theme = %(theme)s "}

BY_THEME: LiteralString = """
union all select i.* from board_themes t cross join lateral (
    select i.* from board_ideas i where i.theme = t.id WHICH limit %(under)s
) i where t.project = c.id and not t.is_closed and %(skip)s = 0
"""


def board_rows(
    db: Connection[Any],
    project: UUID,
    *,
    viewer: UUID | None = None,
    order: str = "newest",
    theme: UUID | Literal["none"] | None = None,
    by_theme: bool = False,
    find: str = "",
    page: int = 1,
    most: int = PAGE,
) -> list[Row]:
    """50 ideas of a project (or the first `most`) and how many there are, as they came (one statement). `viewer`: the membership of who is looking;
    `theme`: only those under one, or under none; `by_theme`: on the first page the first of each theme besides, and all pages are of those under none."""
    counter, which, sorting = ORDERS[order]
    narrowed = (IN_THEME[theme == "none" or by_theme] if theme or by_theme else "") + (FOUND if find else "")
    from_board = "from board_ideas i where i.project = c.id " + narrowed + which
    total = "(select count(*) " + from_board + ")" if (narrowed and not by_theme) or not counter else counter
    beside = BY_THEME.replace("WHICH", which + " " + sorting) if by_theme else ""
    # the limit comes before the joins, so that words and names are looked up for one page only; the question stands on every row, so it is read once
    sql = (
        ASKED + CHOSEN + ", c.question, c.themes, c.enough, c.open, c.unanswered, c.aside, " + total
        + " from c left join lateral ((select i.* " + from_board + " " + sorting + " limit %(most)s offset %(skip)s) " + beside + ") i on true"
        + WORDS + sorting
    )  # fmt: skip
    given = {"project": project, "viewer": viewer, "find": find, "theme": theme, "skip": (page - 1) * PAGE, "most": most, "under": UNDER}
    return db.execute(sql, given, binary=True).fetchall()


def as_board(rows: Sequence[Row], *, page: int = 1, by_theme: bool = False) -> Board:
    """What `board_rows` read, of the same page."""
    question, themes, suffices, is_open, unanswered, aside, asked_for = rows[0][-7:] if rows else ("{}", None, None, 0, 0, 0, 0)
    headings = [Heading(UUID(id), name, ideas) for id, name, ideas in json.loads(themes or "[]")]
    found = [_card(row) for row in rows if row[0]]
    shown = Board(json.loads(question), found, is_open, unanswered, aside, asked_for, page, headings, json.loads(suffices or "{}"), by_theme and bool(headings))
    return replace(shown, total=shown.loose) if by_theme else shown


def board(db: Connection[Any], project: UUID, *, page: int = 1, by_theme: bool = False, **which: Any) -> Board:
    """Both at once (one statement)."""
    return as_board(board_rows(db, project, page=page, by_theme=by_theme, **which), page=page, by_theme=by_theme)


def grown_on(rows: Sequence[Row]) -> list[UUID]:
    """The ideas among them from which proposals grew."""
    return [row[0] for row in rows if row[PROPOSALS]]


def cards(db: Connection[Any], project: UUID, ids: Sequence[UUID], *, viewer: UUID | None = None) -> list[Card]:
    """These ideas of the project, in this order (one statement)."""
    sql = CHOSEN + "from board_ideas i" + WORDS + "where i.project = %(project)s and i.id = any(%(ids)s) order by array_position(%(ids)s, i.id)"
    return [_card(row) for row in db.execute(sql, {"project": project, "viewer": viewer, "ids": list(ids)}).fetchall()]


def enough(db: Connection[Any], project: UUID) -> dict[str, int]:
    """How many of each side move an idea on, by the charter in force (one statement)."""
    row = db.execute("select " + ENOUGH, {"project": project}).fetchone()
    return dict(json.loads(row[0])) if row and row[0] else {}


def posted(db: Connection[Any], project: UUID) -> int:
    """How many ideas there are, also those that were set aside (one statement)."""
    row = db.execute("select open + aside from board_projects where id = %s", (project,)).fetchone()
    return int(row[0]) if row else 0


def _card(row: Row) -> Card:
    idea, text, language, body, author, name, side, is_imported, is_mine, posted_at, reworded_at, source, is_aside = row[:13]
    supporters, is_supported, agree, disagree, passed, replies, answers, proposals, note, in_language, noted, *others = row[13:43]
    return Card(
        idea, text, {language: body} if body else {}, author, name, side, is_imported, bool(is_mine), posted_at, reworded_at, source, is_aside,
        supporters, is_supported, agree, disagree, passed, replies, answers, proposals,
        note, {in_language: noted} if noted else {}, *others,
    )  # fmt: skip
