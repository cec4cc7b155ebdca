"""What the console, the phones and the big screen ask of a room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    member: UUID
    name: str | None
    side: str
    how: str  # room, remote
    state: str  # here, left, turned away
    is_let_in: bool
    is_helped: bool
    is_borrowed: bool
    sits_at: int
    came_at: datetime
    wants_at: datetime | None  # to speak, since when
    heard: int  # times


@dataclass(frozen=True, slots=True)
class Card:
    """`words`: {} = taken down. `name`: None where its author's does not go with it, or is not known."""

    id: UUID
    block: UUID
    author: UUID
    name: str | None
    side: str
    words: Said
    text: UUID
    is_named: bool
    is_shown: bool
    state: str  # here, set aside, taken back
    sits_at: int
    theme: UUID | None
    joined: UUID | None
    what: str | None  # what it was taken on as
    became: UUID | None
    answer: Said
    reason: Said
    writer: str | None  # who wrote it down, where somebody did
    is_written_down: bool
    source: str | None
    verbatim: bool | None
    sheet: int | None  # of paper, on which it was written
    is_unconfirmed: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """A sheet of paper that was typed in."""

    block: UUID
    number: int
    kind: str  # cards, ballot
    things: int
    name: str | None  # who typed it in
    at: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave in a session."""

    cards: int
    choices: int
    heard: int  # times that it was their turn to speak


PEOPLE: LiteralString = """
select p.member, n.name, p.side, p.how, p.state, p.is_let_in, p.is_helped, p.is_borrowed, p.sits_at, p.came_at, p.wants_at, p.heard
from rooms_people p left join names n on n.member = p.member where p.session = %(session)s
"""

CARD: LiteralString = """
select c.id, c.block, c.author, case when c.is_named then n.name end as name, c.side, said(array[c.words]) as words, c.words as text, c.is_named, c.is_shown,
       c.state, c.sits_at, c.theme, c.joined, c.what, c.became, coalesce(said(array[c.answer]), '{}') as answer,
       coalesce(said(array[c.reason]), '{}') as reason, w.name as writer, c.writer is not null as is_written_down, c.source, c.verbatim, c.sheet,
       c.is_unconfirmed, c.at
"""

CARDS: LiteralString = (
    CARD
    + """from rooms_cards c left join names n on n.member = c.author left join names w on w.member = c.writer
where c.session = %(session)s
"""
)

SEALED: LiteralString = (
    CARD
    + """from rooms_sealed c left join names n on n.member = c.author left join names w on w.member = c.writer
where c.session = %(session)s and c.version = %(version)s order by c.position
"""
)

CHOSEN: LiteralString = """
select member, side, marks from rooms_choices where block = %s and run = %s and marks <> '{}'
"""

GAVE: LiteralString = """
select (select count(*) from rooms_cards c where c.session = %(session)s and c.author = %(member)s and c.state <> 'taken back') as cards,
       (select count(*) from rooms_choices c where c.session = %(session)s and c.member = %(member)s and c.marks <> '{}') as choices,
       coalesce((select heard from rooms_people p where p.session = %(session)s and p.member = %(member)s), 0) as heard
"""


def people(db: Connection[Any], session: UUID) -> list[Person]:
    """Everybody who came, those who came first before (one statement)."""
    return db.cursor(row_factory=class_row(Person)).execute(PEOPLE + "order by p.came_at, p.member", {"session": session}).fetchall()


def person(db: Connection[Any], session: UUID, member: UUID) -> Person | None:
    found = {"session": session, "member": member}
    return db.cursor(row_factory=class_row(Person)).execute(PEOPLE + "and p.member = %(member)s", found).fetchone()


def cards(db: Connection[Any], session: UUID, block: UUID | None, *, only_shown: bool) -> list[Card]:
    """Of a block, or of all of them, in the order in which they came, without those that were taken back; `only_shown`: those that everybody may read
    (one statement)."""
    state: LiteralString = " and c.state = 'here' and c.is_shown" if only_shown else " and c.state <> 'taken back'"
    which: LiteralString = "and (%(block)s::uuid is null or c.block = %(block)s)" + state
    found = {"session": session, "block": block}
    return db.cursor(row_factory=class_row(Card)).execute(CARDS + which + " order by c.position limit 2000", found).fetchall()


def at_table(db: Connection[Any], session: UUID, block: UUID, table: int) -> list[Card]:
    """What a small table wrote in a block, shown to others or not; nothing of those who sit at none (one statement)."""
    which: LiteralString = "and c.block = %(block)s and c.sits_at = %(table)s and %(table)s > 0 and c.state = 'here' order by c.position limit 500"
    return db.cursor(row_factory=class_row(Card)).execute(CARDS + which, {"session": session, "block": block, "table": table}).fetchall()


def sealed(db: Connection[Any], session: UUID, version: int) -> list[Card]:
    """What everybody could read when this version of the minutes was sealed, of all parts (one statement)."""
    return db.cursor(row_factory=class_row(Card)).execute(SEALED, {"session": session, "version": version}).fetchall()


def options(db: Connection[Any], session: UUID, cards: Sequence[UUID]) -> list[Card]:
    """What is chosen from, in the order in which it is offered; what was taken back or set aside since is not in it (one statement)."""
    which: LiteralString = "and c.id = any(%(cards)s::uuid[]) and c.state = 'here' order by array_position(%(cards)s::uuid[], c.id)"
    return db.cursor(row_factory=class_row(Card)).execute(CARDS + which, {"session": session, "cards": list(cards)}).fetchall()


def own_marks(db: Connection[Any], block: UUID, run: int, member: UUID) -> dict[str, int]:
    """What somebody chose; {} = nothing yet."""
    row = db.execute("select marks from rooms_choices where block = %s and run = %s and member = %s", (block, run, member)).fetchone()
    return row[0] if row else {}


def own_cards(db: Connection[Any], session: UUID, member: UUID) -> list[Card]:
    """What somebody put on the wall, the newest first."""
    found = {"session": session, "member": member}
    return db.cursor(row_factory=class_row(Card)).execute(CARDS + "and c.author = %(member)s order by c.position desc", found).fetchall()


def choices(db: Connection[Any], block: UUID, run: int) -> tuple[dict[str, Mapping[str, int]], dict[str, str]]:
    """Person (hex) -> marks, person -> side: what has been chosen up to now, for the pure functions that count it."""
    rows = db.execute(CHOSEN, (block, run)).fetchall()
    return {member.hex: marks for member, _, marks in rows}, {member.hex: side for member, side, _ in rows}


def turns(db: Connection[Any], session: UUID, last: int = 6) -> Sequence[str]:
    """The sides of those who spoke last, the newest first."""
    rows = db.execute("select side from rooms_turns where session = %s order by position desc limit %s", (session, last))
    return [row[0] for row in rows]


def sheets(db: Connection[Any], session: UUID) -> list[Typed]:
    """What was typed in from paper, by its numbers (one statement)."""
    asked: LiteralString = (
        "select s.block, s.number, s.kind, s.things, n.name, s.at from rooms_sheets s left join names n on n.member = s.member "
        "where s.session = %s order by s.block, s.number"
    )
    return db.cursor(row_factory=class_row(Typed)).execute(asked, (session,)).fetchall()


def given(db: Connection[Any], session: UUID, member: UUID) -> Given:
    row: Any = db.cursor(row_factory=dict_row).execute(GAVE, {"session": session, "member": member}).fetchone()
    return Given(**row)
