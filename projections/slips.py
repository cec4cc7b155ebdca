"""Slips: what was written down, for whom, by whom, how it was agreed, and what the voice has said to it since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.slip import Slip as Given

from .base import ReadModel, Rows

PAGE = 50

SCHEMA = """
create table slips (
    id uuid primary key, project uuid not null, position bigint not null, subject uuid not null, what text not null, words uuid, voice uuid not null,
    side text not null, writer uuid, source text, agreed text, verbatim bool, given_at timestamptz not null, language text not null,
    state text not null, settled_at timestamptz, is_claimed bool not null
);
create index on slips (project, position desc);
"""


def given(rows: Rows, e: Given.Given) -> None:
    """What the voice said without anybody between is their own from the start."""
    rows.insert(
        "slips",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        subject=e.subject,
        what=e.what,
        words=e.words,
        voice=e.voice,
        side=e.by.side,
        writer=e.by.member if e.by.voice else None,
        source=e.by.source,
        agreed=e.by.agreed,
        verbatim=e.by.verbatim,
        given_at=e.by.happened_at,
        language=e.by.language,
        state="waiting" if e.by.voice else "own",
        is_claimed=False,
    )


def confirmed(rows: Rows, e: Given.Confirmed) -> None:
    rows.set("slips", e.originator_id, state="confirmed", settled_at=e.by.happened_at)


def corrected(rows: Rows, e: Given.Corrected) -> None:
    rows.set("slips", e.originator_id, state="corrected", settled_at=e.by.happened_at, words=e.words)


def withdrawn(rows: Rows, e: Given.Withdrawn) -> None:
    rows.set("slips", e.originator_id, state="withdrawn", settled_at=e.by.happened_at)


def claimed(rows: Rows, e: Given.Claimed) -> None:
    rows.set("slips", e.originator_id, is_claimed=True)


SLIPS = ReadModel(
    "slips",
    version=1,
    schema=SCHEMA,
    handlers={
        Given.Given: given,
        Given.Confirmed: confirmed,
        Given.Corrected: corrected,
        Given.Withdrawn: withdrawn,
        Given.Claimed: claimed,
    },
)


@dataclass(frozen=True, slots=True)
class Slip:
    id: UUID
    project: UUID
    called: dict[str, str]  # the project, unless it is sensitive
    subject: UUID
    what: str  # idea, matter, reply, vote, comment
    words: dict[str, str]  # {} = taken down, or none
    has_words: bool  # or had; not a vote, nor what was only shown or said aloud
    voice: UUID
    name: str | None  # of the voice, also while it is kept from view: whoever holds the slip knows it
    side: str
    writer: UUID | None  # None: the voice said it themselves
    writer_name: str | None
    writer_side: str | None
    source: str | None
    agreed: str | None
    is_verbatim: bool | None
    given_at: datetime
    state: str  # waiting, own, confirmed, corrected, withdrawn
    settled_at: datetime | None
    is_claimed: bool
    has_account: bool  # the place is somebody's who signs in


READ: LiteralString = """
select s.id, s.project, coalesce((select said(p.name) from projects p where p.id = s.project and p.visibility <> 'sensitive'), '{}') as called,
       s.subject, s.what,
       coalesce(said(array[s.words]), '{}') as words, s.words is not null as has_words, s.voice, s.side, s.writer, wn.name as writer_name,
       w.side as writer_side, coalesce(n.name, case when not exists (select from taken_down d where d.id = s.voice) then nullif(m.name, '') end) as name,
       s.source, s.agreed, s.verbatim as is_verbatim, s.given_at, s.state, s.settled_at, s.is_claimed, m.account is not null as has_account
from slips s left join memberships m on m.member = s.voice left join names n on n.member = s.voice
left join people w on w.id = s.writer left join names wn on wn.member = s.writer
"""


def slip(db: Connection[Any], id: UUID) -> Slip | None:
    return db.cursor(row_factory=class_row(Slip)).execute(READ + "where s.id = %s", (id,)).fetchone()


def unconfirmed(db: Connection[Any], project: UUID) -> list[Slip]:
    """What waits for its voice, the oldest first: the recorders' duty (one statement)."""
    which: LiteralString = "where s.project = %s and s.state = 'waiting' order by s.position limit 50"
    return db.cursor(row_factory=class_row(Slip)).execute(READ + which, (project,)).fetchall()
