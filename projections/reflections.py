"""How sessions went for those who were there: what they said of it, for everybody or for those who led, and what they answered to three questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.minutes import Minutes
from aggregates.reflection import Reflection as Stream

from .base import ReadModel, Rows

SCHEMA = """
create table reflections (
    id uuid primary key, session uuid not null, project uuid not null, position bigint not null, member uuid not null, side text not null, words uuid,
    is_for_all bool not null, is_named bool not null, writer uuid, heard int, power int, worth int, at timestamptz not null
);
create index on reflections (session, position);
create table reflections_counted (session uuid primary key, at timestamptz not null);
"""

NO_ANSWERS = {"heard": None, "power": None, "worth": None}


@dataclass(frozen=True, slots=True)
class Reflection:
    """`words`: {} = taken down. `name`: None where it does not go with them. It holds who said it: a page is given what whoever looks may read."""

    member: UUID
    name: str | None
    side: str
    text: UUID | None  # None: they were taken back, and what was counted by then is still counted
    words: Mapping[str, str]
    is_for_all: bool
    is_named: bool
    is_written_down: bool
    heard: int | None
    power: int | None
    worth: int | None
    at: datetime

    @property
    def answers(self) -> dict[str, int]:
        said = {"heard": self.heard, "power": self.power, "worth": self.worth}
        return {question: answer for question, answer in said.items() if answer is not None}


def given(rows: Rows, e: Stream.Given) -> None:
    said = {"session": e.subject, "project": e.by.project, "position": rows.position, "member": e.by.author, "side": e.by.side}
    rows.insert("reflections", id=e.originator_id, **said, **_said(e), **NO_ANSWERS)


def given_again(rows: Rows, e: Stream.GivenAgain) -> None:
    rows.set("reflections", e.originator_id, **_said(e))


def rated(rows: Rows, e: Stream.Rated) -> None:
    if not _is_counted(rows, e.subject):
        rows.set("reflections", e.originator_id, heard=e.heard, power=e.power, worth=e.worth)


def taken_back(rows: Rows, e: Stream.TakenBack) -> None:
    """What was counted stays so: a count that changed by one person would tell what they answered."""
    rows.set("reflections", e.originator_id, words=None)
    if not _is_counted(rows, e.subject):
        rows.set("reflections", e.originator_id, **NO_ANSWERS)


def sealed(rows: Rows, e: Minutes.Sealed) -> None:
    if e.version == 1:
        rows.insert("reflections_counted", session=e.subject, at=e.by.happened_at)


REFLECTIONS = ReadModel(
    "reflections",
    version=1,
    schema=SCHEMA,
    handlers={Stream.Given: given, Stream.GivenAgain: given_again, Stream.Rated: rated, Stream.TakenBack: taken_back, Minutes.Sealed: sealed},
)


def _said(e: Stream.Given | Stream.GivenAgain) -> dict[str, Any]:
    writer = e.by.member if e.by.voice else None
    return {"words": e.words.id, "is_for_all": e.is_for_all, "is_named": e.is_named, "writer": writer, "at": e.by.happened_at}


def _is_counted(rows: Rows, session: UUID) -> bool:
    return rows.of("reflections_counted", {"session": session}, "session") is not None


def reflections(db: Connection[Any], session: UUID) -> list[Reflection]:
    """Of a session, in the order in which they were given first: all of them, also what only those who led may read (one statement)."""
    return (
        db.cursor(row_factory=class_row(Reflection))
        .execute(
            "select r.member, case when r.is_named then n.name end as name, r.side, r.words as text, "
            "coalesce(said(array[r.words]), '{}') as words, r.is_for_all, r.is_named, r.writer is not null as is_written_down, r.heard, r.power, r.worth, r.at "
            "from reflections r left join names n on n.member = r.member where r.session = %s order by r.position",
            (session,),
        )
        .fetchall()
    )


def is_counted(db: Connection[Any], session: UUID) -> bool:
    """Once the minutes were sealed: then the answers are told, and stay as they are."""
    return db.execute("select from reflections_counted where session = %s", (session,)).fetchone() is not None
