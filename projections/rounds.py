"""Consent rounds: at which step each is, what was asked and answered, how it felt, and what came of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from aggregates.counting.few import FEW
from aggregates.round import Round as Stream

from .base import ReadModel, Rows

SCHEMA = """
create table rounds (
    id uuid primary key, project uuid not null, proposal uuid not null, version int not null, step text not null, member uuid not null, side text not null,
    begun_at timestamptz not null, decision uuid, ended_at timestamptz, words uuid
);
create index on rounds (proposal);
create table rounds_said (
    position bigint primary key, round uuid not null, question uuid not null, kind text not null, member uuid not null, side text not null,
    words uuid not null, at timestamptz not null
);
create index on rounds_said (round);
create table rounds_senses (round uuid not null, member uuid not null, side text not null, level int not null, primary key (round, member));
"""


def begun(rows: Rows, e: Stream.Begun) -> None:
    who = {"member": e.by.author, "side": e.by.side, "begun_at": e.by.happened_at}
    rows.insert("rounds", id=e.originator_id, project=e.by.project, proposal=e.subject, version=e.version, step="present", **who)


def went_on(rows: Rows, e: Stream.WentOn) -> None:
    rows.set("rounds", e.originator_id, step=e.step)


def asked(rows: Rows, e: Stream.Asked) -> None:
    _said(rows, e, "question")


def replied(rows: Rows, e: Stream.Replied) -> None:
    _said(rows, e, "reply")


def sensed(rows: Rows, e: Stream.Sensed) -> None:
    rows.put("rounds_senses", {"round": e.originator_id, "member": e.by.author}, side=e.by.side, level=e.level)


def consenting(rows: Rows, e: Stream.Consenting) -> None:
    rows.set("rounds", e.originator_id, decision=e.decision)


def ended(rows: Rows, e: Stream.Ended) -> None:
    rows.set("rounds", e.originator_id, ended_at=e.by.happened_at, words=e.words.id if e.words else None)


def _said(rows: Rows, e: Any, kind: str) -> None:
    who = {"member": e.by.author, "side": e.by.side, "words": e.words.id, "at": e.by.happened_at}
    rows.insert("rounds_said", position=rows.position, round=e.originator_id, question=e.question, kind=kind, **who)


ROUNDS = ReadModel(
    "rounds",
    version=1,
    schema=SCHEMA,
    handlers={
        Stream.Begun: begun,
        Stream.WentOn: went_on,
        Stream.Asked: asked,
        Stream.Replied: replied,
        Stream.Sensed: sensed,
        Stream.Consenting: consenting,
        Stream.Ended: ended,
    },
)


@dataclass(frozen=True, slots=True)
class Line:
    """A round in the list of a proposal's."""

    id: UUID
    version: int
    step: str
    name: str | None  # who began it
    begun_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    question: UUID
    kind: str  # question, reply
    name: str | None
    side: str
    words: dict[str, str]
    text: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Round:
    id: UUID
    project: UUID
    proposal: UUID
    title: dict[str, str]  # of the proposal, as it stands now
    summary: dict[str, str]
    newest: int  # its version
    version: int
    step: str
    name: str | None
    side: str
    begun_at: datetime
    decision: UUID | None
    ended_at: datetime | None
    words: dict[str, str]  # what changed, and thanks
    text: UUID | None
    own_level: int | None  # of who is looking
    senses: Mapping[str, Mapping[int, int] | None]  # side -> level -> people; None where there are few answers
    talk: Sequence[Sequence[Said]]  # each question with its replies

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None


SHOWN: LiteralString = """
select r.id, r.project, r.proposal, coalesce(said(p.title), '{}') as title, coalesce(said(p.summary), '{}') as summary,
       coalesce(p.version, r.version) as newest, r.version, r.step, n.name, r.side, r.begun_at, r.decision, r.ended_at,
       coalesce(said(array[r.words]), '{}') as words, r.words as text,
       (select s.level from rounds_senses s where s.round = r.id and s.member = %(viewer)s) as own_level,
       (select coalesce(jsonb_agg(jsonb_build_array(s.side, s.level, s.people) order by s.side, s.level), '[]')
        from (select side, level, count(*) as people from rounds_senses where round = r.id group by side, level) s) as senses
from rounds r left join proposals p on p.id = r.proposal left join names n on n.member = r.member where r.id = %(round)s
"""

TALK: LiteralString = """
select s.question, s.kind, n.name, s.side, coalesce(said(array[s.words]), '{}') as words, s.words as text, s.at
from rounds_said s left join names n on n.member = s.member where s.round = %s order by s.position
"""

LISTED: LiteralString = """
select r.id, r.version, r.step, n.name, r.begun_at, r.ended_at from rounds r left join names n on n.member = r.member
where r.project = %s and r.proposal = %s order by r.begun_at desc, r.id limit 50
"""


def round(db: Connection[Any], id: UUID, *, viewer: UUID | None = None) -> Round | None:
    """Two statements."""
    row = db.cursor(row_factory=dict_row).execute(SHOWN, {"round": id, "viewer": viewer}).fetchone()
    if row is None:
        return None
    said = db.cursor(row_factory=class_row(Said)).execute(TALK, (id,)).fetchall()
    return Round(**{**row, "senses": _told(row["senses"]), "talk": _threads(said)})


def rounds(db: Connection[Any], project: UUID, proposal: UUID) -> list[Line]:
    """Those of a proposal, the newest first (one statement)."""
    return db.cursor(row_factory=class_row(Line)).execute(LISTED, (project, proposal)).fetchall()


def _told(counts: list[tuple[str, int, int]]) -> dict[str, dict[int, int] | None]:
    answers = Counter[str]()
    for side, _, people in counts:
        answers[side] += people
    return {side: {level: people for of, level, people in counts if of == side} if answers[side] >= FEW else None for side in ("citizen", "professional")}


def _threads(said: list[Said]) -> list[list[Said]]:
    threads: dict[UUID, list[Said]] = {}
    for each in said:
        threads.setdefault(each.question, []).append(each)
    return list(threads.values())
