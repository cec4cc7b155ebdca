"""Photographs of the walls of sessions, what was cut out of them, and photos of papers that came with single cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.card import Card
from aggregates.photograph import Photograph as Taken

from .base import ReadModel, Rows

SCHEMA = """
create table photographs (
    id uuid primary key, project uuid not null, session uuid not null, block uuid not null, position bigint not null, file uuid not null, sits_at int not null,
    found jsonb not null, is_here bool not null, member uuid not null, at timestamptz not null
);
create index on photographs (session, position);
create index on photographs (file);
create table photographs_pieces (photograph uuid not null, number int not null, cut jsonb, card uuid, primary key (photograph, number));
create table photographs_papers (
    id uuid primary key, project uuid not null, session uuid not null, author uuid not null, words uuid not null, file uuid not null, is_shown bool not null,
    state text not null
);
create index on photographs_papers (session);
create index on photographs_papers (file);
"""


def taken(rows: Rows, e: Taken.Taken) -> None:
    where = {"project": e.by.project, "session": e.subject, "block": e.block, "position": rows.position}
    what = {"file": e.photo.id, "sits_at": e.table, "found": e.found, "is_here": True}
    rows.insert("photographs", id=e.originator_id, **where, **what, member=e.by.member, at=e.by.happened_at)


def cut(rows: Rows, e: Taken.Cut) -> None:
    [[before]] = rows.all("select count(*) from photographs_pieces where photograph = %s", e.originator_id)
    for n, (piece, card) in enumerate(zip(e.cuts, e.cards, strict=True), before + 1):
        rows.insert("photographs_pieces", photograph=e.originator_id, number=n, cut=piece, card=card)


def taken_away(rows: Rows, e: Taken.TakenAway) -> None:
    rows.set("photographs", e.originator_id, is_here=False)


def put(rows: Rows, e: Card.Put) -> None:
    photo = getattr(e, "photo", None)
    if photo:
        who = {"project": e.by.project, "session": e.subject, "author": e.by.author}
        rows.insert("photographs_papers", id=e.originator_id, **who, words=e.words.id, file=photo.id, is_shown=False, state="here")


def reworded(rows: Rows, e: Card.Reworded) -> None:
    rows.set("photographs_papers", e.originator_id, words=e.words.id)


def shown(rows: Rows, e: Card.Shown) -> None:
    rows.set("photographs_papers", e.originator_id, is_shown=True)


def state(word: str) -> Any:
    def handler(rows: Rows, e: Any) -> None:
        rows.set("photographs_papers", e.originator_id, state=word)

    return handler


PHOTOGRAPHS = ReadModel(
    "photographs",
    version=1,
    schema=SCHEMA,
    handlers={
        Taken.Taken: taken,
        Taken.Cut: cut,
        Taken.TakenAway: taken_away,
        Card.Put: put,
        Card.Reworded: reworded,
        Card.Shown: shown,
        Card.TakenBack: state("taken back"),
        Card.SetAside: state("set aside"),
        Card.BroughtBack: state("here"),
    },
)


@dataclass(frozen=True, slots=True)
class Photograph:
    id: UUID
    block: UUID
    file: UUID
    width: int | None  # None: taken down, or words on it were
    height: int | None
    sits_at: int
    found: Sequence[Sequence[int]]  # what looked like a note when it was taken
    cards: int  # that were typed from it
    name: str | None  # who took it
    at: datetime


@dataclass(frozen=True, slots=True)
class Piece:
    """`cut`: None is from somewhere on the whole. `card`: None is no note. `words`: {} where there are none, or they were taken down."""

    number: int
    cut: Sequence[int] | None
    card: UUID | None
    words: dict[str, str]
    text: UUID | None
    sits_at: int | None


@dataclass(frozen=True, slots=True)
class Paper:
    id: UUID
    width: int
    height: int


READ: LiteralString = """
select p.id, p.block, p.file, f.width, f.height, p.sits_at, p.found,
       (select count(*) from photographs_pieces i where i.photograph = p.id and i.card is not null) as cards, n.name, p.at
from photographs p left join shown_files f on f.id = p.file left join names n on n.member = p.member
where p.session = %(session)s and p.is_here
"""
PIECES: LiteralString = """
select i.number, i.cut, i.card, coalesce(said(array[c.words]), '{}') as words, c.words as text, c.sits_at
from photographs_pieces i left join rooms_cards c on c.id = i.card where i.photograph = %s order by i.number
"""
LEADS: LiteralString = "(%(is_facilitator)s or exists (select from agendas_roles r where r.session = x.session and r.member = %(member)s and r.role = 'host'))"
SEES: LiteralString = (
    "select exists (select from photographs x where x.file = %(file)s and x.project = %(project)s and x.is_here and "
    + LEADS
    + ") or exists (select from photographs_papers x join projects p on p.id = x.project where x.file = %(file)s and x.project = %(project)s and ("
    + LEADS
    + " or x.author = %(member)s or (x.is_shown and x.state = 'here' and %(member)s::uuid is not null and p.visibility <> 'sensitive')))"
)


def photographs(db: Connection[Any], session: UUID) -> list[Photograph]:
    """Of a session, in the order in which they were taken; not those that were taken away (one statement)."""
    return db.cursor(row_factory=class_row(Photograph)).execute(READ + " order by p.position", {"session": session}).fetchall()


def photograph(db: Connection[Any], session: UUID, id: UUID) -> Photograph | None:
    return db.cursor(row_factory=class_row(Photograph)).execute(READ + " and p.id = %(id)s", {"session": session, "id": id}).fetchone()


def pieces(db: Connection[Any], photograph: UUID) -> list[Piece]:
    """What was cut out of it, the first first (one statement)."""
    return db.cursor(row_factory=class_row(Piece)).execute(PIECES, (photograph,)).fetchall()


def papers(db: Connection[Any], session: UUID) -> dict[UUID, UUID]:
    """Card -> photo of its paper, of all cards of a session whose photo may be shown (one statement)."""
    asked = "select x.id, x.file from photographs_papers x join shown_files f on f.id = x.file where x.session = %s and x.state <> 'taken back'"
    return dict(db.execute(asked, (session,)).fetchall())


def paper(db: Connection[Any], card: UUID) -> Paper | None:
    """The photo of the paper that came with a card, for its author (one statement)."""
    asked = "select f.id, f.width, f.height from photographs_papers x join shown_files f on f.id = x.file where x.id = %s and x.state <> 'taken back'"
    return db.cursor(row_factory=class_row(Paper)).execute(asked, (card,)).fetchone()


def shows(db: Connection[Any], project: UUID, file: UUID, *, member: UUID | None, is_facilitator: bool) -> bool:
    """Whether somebody may see this photo here: those who lead the session, whoever is the author of the card that it came with, and everybody of the
    project where that card is on the wall, except in a sensitive project (one statement)."""
    row = db.execute(SEES, {"project": project, "file": file, "member": member, "is_facilitator": is_facilitator}).fetchone()
    return bool(row and row[0])
