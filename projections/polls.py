"""When can we meet: the times that were offered, how many can at each, and what came of it. Nobody's own answer is told to anybody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

from aggregates.availability import Availability
from aggregates.counting.meeting import Meeting, Suits, suiting
from aggregates.poll import Poll as Stream

from .base import ReadModel, Rows

SCHEMA = """
create table polls (
    id uuid primary key, project uuid not null, question uuid[] not null, answer_by date not null, member uuid not null, asked_at timestamptz not null,
    closed_at timestamptz, chosen text, reason uuid
);
create index on polls (project, asked_at desc);
create table polls_times (
    poll uuid not null, time text not null, starts_at timestamptz not null, ends_at timestamptz not null, dropped_at timestamptz, reason uuid,
    primary key (poll, time)
);
create table polls_answers (poll uuid not null, member uuid not null, times jsonb not null, primary key (poll, member));
"""


def asked(rows: Rows, e: Stream.Asked) -> None:
    what = {"question": [text.id for text in e.question], "answer_by": e.answer_by}
    rows.insert("polls", id=e.originator_id, project=e.by.project, **what, member=e.by.author, asked_at=e.by.happened_at)
    for time in e.times:
        _offered(rows, e.originator_id, time)


def time_added(rows: Rows, e: Stream.TimeAdded) -> None:
    _offered(rows, e.originator_id, e.time)


def time_dropped(rows: Rows, e: Stream.TimeDropped) -> None:
    rows.set("polls_times", {"poll": e.originator_id, "time": e.time}, dropped_at=e.by.happened_at, reason=e.reason.id)


def closed(rows: Rows, e: Stream.Closed) -> None:
    what = {"chosen": e.time["id"] if e.time else None, "reason": e.reason.id if e.reason else None}
    rows.set("polls", e.originator_id, closed_at=e.by.happened_at, **what)


def said(rows: Rows, e: Availability.Said | Availability.Changed) -> None:
    rows.put("polls_answers", {"poll": e.subject, "member": e.by.author}, times=e.times)


def taken_back(rows: Rows, e: Availability.TakenBack) -> None:
    rows.remove("polls_answers", {"poll": e.subject, "member": e.by.author})


def _offered(rows: Rows, poll: UUID, time: dict[str, Any]) -> None:
    rows.insert("polls_times", poll=poll, time=time["id"], starts_at=time["starts_at"], ends_at=time["ends_at"])


POLLS = ReadModel(
    "polls",
    version=2,
    schema=SCHEMA,
    handlers={
        Stream.Asked: asked,
        Stream.TimeAdded: time_added,
        Stream.TimeDropped: time_dropped,
        Stream.Closed: closed,
        Availability.Said: said,
        Availability.Changed: said,
        Availability.TakenBack: taken_back,
    },
)


@dataclass(frozen=True, slots=True)
class Line:
    """A poll in the list of a project's."""

    id: UUID
    question: dict[str, str]
    answer_by: date
    asked_at: datetime
    closed_at: datetime | None
    starts_at: datetime | None  # when the group meets, once a time is chosen
    people: int  # who have answered
    has_answered: bool  # who is looking


@dataclass(frozen=True, slots=True)
class Time:
    """`suits`: both groups, one of them, or neither. What is told by group, and how many cannot, is for facilitators."""

    id: str
    starts_at: datetime
    ends_at: datetime
    is_dropped: bool
    reason: dict[str, str]  # why it was set aside
    reason_text: UUID | None
    yes: int
    suits: str
    if_needed: int | None
    no: int | None
    sides: Mapping[str, Mapping[str, int]] | None


@dataclass(frozen=True, slots=True)
class Poll:
    id: UUID
    project: UUID
    called: dict[str, str]  # the project, unless it is sensitive
    citizen: dict[str, str]  # what each side is called there
    professional: dict[str, str]
    question: dict[str, str]
    question_text: UUID
    answer_by: date
    name: str | None  # who asks
    asked_at: datetime
    closed_at: datetime | None
    chosen: str | None
    reason: dict[str, str]  # given at the close
    reason_text: UUID | None
    times: list[Time]  # by their beginnings
    people: int  # who have answered
    favourite: str | None
    suits: str  # of the favourite: both, one, neither
    is_one_silent: bool  # of one side nobody has answered
    lacking: tuple[str, ...]  # sides of which nobody can at the favourite; for facilitators, as which side is silent
    silent: tuple[str, ...]
    for_both: str | None  # the best time that suits both sides
    own: Mapping[str, str]  # what who is looking said
    has_answered: bool

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def standing(self) -> list[Time]:
        return [time for time in self.times if not time.is_dropped]

    def time(self, id: str | None) -> Time | None:
        return next((time for time in self.times if time.id == id), None)


LISTED: LiteralString = """
select p.id, coalesce(said(p.question), '{}') as question, p.answer_by, p.asked_at, p.closed_at,
       (select t.starts_at from polls_times t where t.poll = p.id and t.time = p.chosen) as starts_at,
       (select count(*) from polls_answers a join people w on w.id = a.member and w.standing in ('here', 'recorded') where a.poll = p.id) as people,
       exists (select from polls_answers a where a.poll = p.id and a.member = %(viewer)s) as has_answered
from polls p where p.project = %(project)s order by p.closed_at is not null, p.asked_at desc, p.id limit 50
"""

SHOWN: LiteralString = """
select p.id, p.project, case when j.visibility <> 'sensitive' then coalesce(said(j.name), '{}') else '{}' end as called,
       coalesce(said(j.citizen), '{}') as citizen, coalesce(said(j.professional), '{}') as professional,
       coalesce(said(p.question), '{}') as question, p.question[1] as question_text, p.answer_by, n.name, p.asked_at, p.closed_at, p.chosen,
       coalesce(said(array[p.reason]), '{}') as reason, p.reason as reason_text,
       coalesce((select a.times from polls_answers a where a.poll = p.id and a.member = %(viewer)s), '{}') as own,
       exists (select from polls_answers a where a.poll = p.id and a.member = %(viewer)s) as has_answered
from polls p join projects j on j.id = p.project left join names n on n.member = p.member where p.id = %(poll)s
"""

ANSWERS: LiteralString = """
select w.side, a.times from polls_answers a join people w on w.id = a.member and w.standing in ('here', 'recorded') where a.poll = %s
"""
"""Of whoever is still here, or on the record, on the side where they are now."""

TIMES: LiteralString = """
select t.time as id, t.starts_at, t.ends_at, t.dropped_at is not null as is_dropped, coalesce(said(array[t.reason]), '{}') as reason, t.reason as reason_text
from polls_times t where t.poll = %s order by t.starts_at, t.time::int
"""


def polls(db: Connection[Any], project: UUID, *, viewer: UUID | None = None) -> list[Line]:
    """Those of a project, the open ones first (one statement)."""
    return db.cursor(row_factory=class_row(Line)).execute(LISTED, {"project": project, "viewer": viewer}).fetchall()


def poll(db: Connection[Any], id: UUID, *, viewer: UUID | None = None, is_facilitator: bool = False) -> Poll | None:
    """As it is told to who is looking (three statements)."""
    row = db.cursor(row_factory=dict_row).execute(SHOWN, {"poll": id, "viewer": viewer}).fetchone()
    if row is None:
        return None
    times = db.cursor(row_factory=dict_row).execute(TIMES, (id,)).fetchall()
    answers = db.execute(ANSWERS, (id,)).fetchall()
    found = suiting({time["id"]: time["starts_at"] for time in times if not time["is_dropped"]}, answers)
    counts = {each.time: each for each in found.times}
    told = [Time(**time, **_told(counts.get(time["id"]), is_facilitator)) for time in times]
    return Poll(**row, times=told, **_result(found, counts, is_facilitator))


def _told(counted: Suits | None, is_facilitator: bool) -> dict[str, Any]:
    if counted is None:
        return {"yes": 0, "suits": "neither", "if_needed": None, "no": None, "sides": None}
    inside = {"if_needed": counted.in_all["if needed"], "no": counted.in_all["no"], "sides": counted.sides}
    return {"yes": counted.in_all["yes"], "suits": _suits(counted), **(inside if is_facilitator else dict.fromkeys(inside))}


def _result(found: Meeting, counts: Mapping[str, Suits], is_facilitator: bool) -> dict[str, Any]:
    suits = _suits(counts[found.favourite]) if found.favourite else "neither"
    who = {"lacking": found.lacking, "silent": found.silent} if is_facilitator else {"lacking": (), "silent": ()}
    return {"people": found.people, "favourite": found.favourite, "suits": suits, "for_both": found.for_both, "is_one_silent": bool(found.silent), **who}


def _suits(counted: Suits) -> str:
    return ("neither", "one", "both")[len(counted.can)]
