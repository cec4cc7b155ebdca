"""What matters to people in a project: quotes with consent, as long as it lasts; what waits to be read, and each person's own."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.matter import Matter as Said
from aggregates.slip import Slip
from aggregates.words import Words

from .base import ReadModel, Rows

PAGE = 50

SCHEMA = """
create table matters (
    id uuid primary key, project uuid not null, position bigint not null, author uuid not null, side text not null, words uuid,
    writer uuid, verbatim bool, said_at timestamptz not null, may_quote bool not null, is_read bool not null, is_unconfirmed bool not null,
    theme uuid, until_on date
);
create index on matters (project, position desc);
create table matters_files (matter uuid not null, kind text not null, id uuid not null, words uuid, typist uuid, primary key (matter, kind));
create index on matters_files (id);
"""


def said(rows: Rows, e: Said.Said) -> None:
    rows.insert(
        "matters",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        author=e.by.author,
        side=e.by.side,
        words=e.words.id if e.words else None,
        writer=e.by.member if e.by.voice else None,
        verbatim=e.by.verbatim,
        said_at=e.by.happened_at,
        may_quote=e.may_quote,
        is_read=False,
        is_unconfirmed=e.by.voice is not None,
        until_on=getattr(e, "until_on", None),
    )
    for file in (getattr(e, "photo", None), getattr(e, "sound", None)):
        if file:
            rows.insert("matters_files", matter=e.originator_id, kind=file.kind, id=file.id)


def reworded(rows: Rows, e: Said.Reworded) -> None:
    rows.set("matters", e.originator_id, words=e.words.id, is_read=False)


def quote_allowed(rows: Rows, e: Said.QuoteAllowed) -> None:
    rows.set("matters", e.originator_id, may_quote=True, until_on=getattr(e, "until_on", None))


def quote_taken_back(rows: Rows, e: Said.QuoteTakenBack) -> None:
    rows.set("matters", e.originator_id, may_quote=False)


def themed(rows: Rows, e: Said.Themed) -> None:
    rows.set("matters", e.originator_id, is_read=True, theme=e.theme)


def taken_back(rows: Rows, e: Said.TakenBack) -> None:
    rows.remove("matters", e.originator_id)
    rows.remove("matters_files", {"matter": e.originator_id})


def transcribed(rows: Rows, e: Said.Transcribed) -> None:
    rows.set("matters_files", {"matter": e.originator_id, "kind": e.kind}, words=e.words.id, typist=e.by.member)


def hidden(rows: Rows, e: Words.Hidden) -> None:
    """Whoever took the words, the photo or the voice down has read them."""
    if e.kind in ("matter", "photo", "sound"):
        rows.set("matters", e.subject, is_read=True)


def confirmed(rows: Rows, e: Slip.Confirmed | Slip.Corrected) -> None:
    if e.what == "matter":
        rows.set("matters", e.subject, is_unconfirmed=False)


MATTERS = ReadModel(
    "matters",
    version=2,
    schema=SCHEMA,
    handlers={
        Said.Said: said,
        Said.Reworded: reworded,
        Said.QuoteAllowed: quote_allowed,
        Said.QuoteTakenBack: quote_taken_back,
        Said.Themed: themed,
        Said.TakenBack: taken_back,
        Said.Transcribed: transcribed,
        Words.Hidden: hidden,
        Slip.Confirmed: confirmed,
        Slip.Corrected: confirmed,
    },
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo or a voice note."""

    id: UUID
    kind: str
    media_type: str | None  # None: taken down
    width: int | None
    height: int | None
    seconds: int | None
    words: dict[str, str]  # what is to be seen on it or heard in it, for whoever does not; {} = nobody has typed it yet
    typist: str | None  # who typed that


@dataclass(frozen=True, slots=True)
class Matter:
    id: UUID
    text: UUID | None  # None: said without words
    words: dict[str, str]  # {} = taken down, or none
    files: list[Attached]  # the photo, then the voice
    author: UUID
    name: str | None  # None: not given, or kept from view with the words
    side: str
    writer_name: str | None  # who wrote it down, if somebody did
    writer_side: str | None
    is_verbatim: bool | None
    is_unconfirmed: bool
    said_at: datetime
    may_quote: bool
    until_on: date | None  # the last day of that; None: until it is taken back
    is_over: bool  # that day has passed
    is_read: bool
    theme: UUID | None  # under which it was put


IS_OVER: LiteralString = "coalesce(m.until_on < (now() at time zone 'Europe/London')::date, false)"

CHOSEN: LiteralString = (
    """
select m.id, m.words as text, coalesce(said(array[m.words]), '{}') as words, m.author, %(name)s as name, m.side, wn.name as writer_name, w.side as writer_side,
       m.verbatim as is_verbatim, m.is_unconfirmed, m.said_at, m.may_quote, m.until_on, """
    + IS_OVER
    + """ as is_over, m.is_read, m.theme,
       array(select row_to_json(attached) from (
           select a.id, a.kind, f.media_type, f.width, f.height, f.seconds, coalesce(said(array[a.words]), '{}') as words, tn.name as typist
           from matters_files a left join shown_files f on f.id = a.id left join names tn on tn.member = a.typist
           where a.matter = m.id order by a.kind) attached) as files
from matters m left join names n on n.member = m.author
left join people w on w.id = m.writer left join names wn on wn.member = m.writer
"""
)

SHOWN: LiteralString = (
    "m.may_quote and m.is_read and not " + IS_OVER + " and (exists (select from words t where t.id = m.words) "
    "or exists (select from matters_files a join shown_files f on f.id = a.id where a.matter = m.id))"
)


def quotes(db: Connection[Any], project: UUID, *, theme: UUID | None = None, most: int = PAGE) -> list[Matter]:
    """What may be quoted and somebody has read, the newest first; of one theme, or of all (one statement)."""
    which: LiteralString = "m.project = %(project)s and (%(theme)s::uuid is null or m.theme = %(theme)s) and " + SHOWN
    return _found(db, "n.name", which + " order by m.position desc limit %(most)s", project=project, theme=theme, most=most)


def waiting(db: Connection[Any], project: UUID) -> list[Matter]:
    """What nobody has read yet, the oldest first, with the names that were given: for facilitators (one statement)."""
    given: LiteralString = "select nullif(g.name, '') from memberships g where g.member = m.author"
    name: LiteralString = "coalesce(n.name, (" + given + " and not exists (select from taken_down d where d.id = m.author)))"
    return _found(db, name, "m.project = %(project)s and not m.is_read order by m.position limit %(most)s", project=project, most=PAGE)


def own(db: Connection[Any], project: UUID, author: UUID) -> list[Matter]:
    """What somebody said themselves, or had written down (one statement)."""
    return _found(db, "n.name", "m.project = %(project)s and m.author = %(author)s order by m.position desc", project=project, author=author)


def matter(db: Connection[Any], project: UUID, id: UUID) -> Matter | None:
    return next(iter(_found(db, "n.name", "m.project = %(project)s and m.id = %(id)s", project=project, id=id)), None)


def quoted(db: Connection[Any], project: UUID, id: UUID) -> Matter | None:
    """As long as its author lets others read it (one statement)."""
    return next(iter(_found(db, "n.name", "m.project = %(project)s and m.id = %(id)s and " + SHOWN, project=project, id=id)), None)


def behind(db: Connection[Any], project: UUID, idea: UUID) -> Matter | None:
    """What somebody said matters, from which an idea grew, as long as they let others read it (one statement)."""
    which: LiteralString = "m.project = %(project)s and m.id = (select i.grew_from from board_ideas i where i.id = %(idea)s) and " + SHOWN
    return next(iter(_found(db, "n.name", which, project=project, idea=idea)), None)


def shows(db: Connection[Any], project: UUID, file: UUID, *, member: UUID | None, is_facilitator: bool) -> bool:
    """Whether somebody may see this photo or hear this voice here: their own, those that they read as a facilitator, and what may be quoted (one
    statement)."""
    which: LiteralString = (
        "select exists (select from matters_files x join matters m on m.id = x.matter where x.id = %(file)s and m.project = %(project)s "
        "and (%(is_facilitator)s or m.author = %(member)s or " + SHOWN + "))"
    )
    row = db.execute(which, {"project": project, "file": file, "member": member, "is_facilitator": is_facilitator}).fetchone()
    return bool(row and row[0])


def _found(db: Connection[Any], name: LiteralString, which: LiteralString, **given: Any) -> list[Matter]:
    sql = CHOSEN.replace("%(name)s", name) + "where " + which
    rows = db.cursor(row_factory=dict_row).execute(sql, given).fetchall()
    return [Matter(**{**row, "files": [Attached(**{**file, "id": UUID(file["id"])}) for file in row["files"]]}) for row in rows]
