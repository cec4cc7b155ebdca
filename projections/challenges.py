"""Where somebody said that it is not how it feels: what they said, what was answered, whether it is settled. Each query asks who looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.challenge import Challenge as Aggregate

from .base import ReadModel, Rows

SCHEMA = """
create table challenges (
    id uuid primary key, project uuid not null, position bigint not null, is_public bool not null, about text not null, words uuid not null,
    member uuid not null, side text not null, at timestamptz not null, settled_at timestamptz
);
create index on challenges (project, position desc);
create table challenges_answers (
    position bigint primary key, challenge uuid not null, words uuid not null, member uuid not null, side text not null, at timestamptz not null
);
create index on challenges_answers (challenge, position);
"""


def raised(rows: Rows, e: Aggregate.Raised) -> None:
    what = {"is_public": e.is_public, "about": e.about, "words": e.words.id}
    who = {"member": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("challenges", id=e.originator_id, project=e.by.project, position=rows.position, **what, **who, settled_at=None)


def answered(rows: Rows, e: Aggregate.Answered) -> None:
    who = {"member": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("challenges_answers", position=rows.position, challenge=e.originator_id, words=e.words.id, **who)


def settled(rows: Rows, e: Aggregate.Settled) -> None:
    rows.set("challenges", e.originator_id, settled_at=e.by.happened_at)


CHALLENGES = ReadModel("challenges", version=1, schema=SCHEMA, handlers={Aggregate.Raised: raised, Aggregate.Answered: answered, Aggregate.Settled: settled})


@dataclass(frozen=True, slots=True)
class Answer:
    words: dict[str, str]
    text: UUID
    name: str | None
    side: str
    is_own: bool  # of whoever raised it
    at: datetime


@dataclass(frozen=True, slots=True)
class Challenge:
    """Words are {language: text}; {} = taken down."""

    id: UUID
    is_public: bool
    about: str
    words: dict[str, str]
    text: UUID
    name: str | None
    side: str
    is_mine: bool
    at: datetime
    settled_at: datetime | None
    answers: list[Answer]

    @property
    def state(self) -> str:
        return "settled" if self.settled_at else "answered" if any(not answer.is_own for answer in self.answers) else "open"


READ: LiteralString = """
select c.id, c.is_public, c.about, coalesce(said(array[c.words]), '{}') as words, c.words as text, n.name, c.side,
       coalesce(c.member = %(viewer)s, false) as is_mine, c.at, c.settled_at,
       (select coalesce(jsonb_agg(jsonb_build_object('words', coalesce(said(array[a.words]), '{}'), 'text', a.words, 'name', m.name, 'side', a.side,
                                                     'is_own', a.member = c.member, 'at', a.at) order by a.position), '[]')
        from challenges_answers a left join names m on m.member = a.member where a.challenge = c.id) as answers
from challenges c left join names n on n.member = c.member
where c.project = %(project)s and (c.is_public or %(is_facilitator)s or c.member = %(viewer)s) and (%(id)s::uuid is null or c.id = %(id)s)
order by c.position desc
"""
OPENLY: LiteralString = "select count(*), count(*) filter (where settled_at is null) from challenges where project = %s and is_public"


def challenges(db: Connection[Any], project: UUID, *, viewer: UUID | None, is_facilitator: bool, id: UUID | None = None) -> list[Challenge]:
    """Those that whoever looks may read, the newest first (one statement)."""
    asked = {"project": project, "viewer": viewer, "is_facilitator": is_facilitator, "id": id}
    return [_challenge(row) for row in db.cursor(row_factory=dict_row).execute(READ, asked).fetchall()]


def challenge(db: Connection[Any], project: UUID, id: UUID, *, viewer: UUID | None, is_facilitator: bool) -> Challenge | None:
    found = challenges(db, project, viewer=viewer, is_facilitator=is_facilitator, id=id)
    return found[0] if found else None


def said_openly(db: Connection[Any], project: UUID) -> tuple[int, int]:
    """How many were raised before everybody, and how many of them are not settled (one statement)."""
    said, open = db.execute(OPENLY, (project,)).fetchone() or (0, 0)
    return said, open


def _challenge(row: dict[str, Any]) -> Challenge:
    answers = [Answer(**{**answer, "text": UUID(answer["text"]), "at": datetime.fromisoformat(answer["at"])}) for answer in row["answers"]]
    return Challenge(**{**row, "answers": answers})
