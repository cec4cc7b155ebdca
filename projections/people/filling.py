"""What happens to places becomes who is in a project: on which side, with which tasks, and whether somebody has taken or asked for the place."""

from uuid import UUID

from aggregates.member import Member

from ..base import ReadModel, Rows

SCHEMA = """
create table people (
    id uuid primary key, project uuid not null, side text not null, tasks jsonb not null, standing text not null, source text,
    placed_at timestamptz not null, joined_at timestamptz, gone_at timestamptz, reason uuid,
    asked uuid, introduction uuid, is_both bool not null, facilitating text
);
create index on people (project, side);
create table people_offers (id bigint primary key, member uuid not null, way text not null, offered_at timestamptz not null);
create index on people_offers (member);
"""


def placed(rows: Rows, e: Member.Placed) -> None:
    rows.insert(
        "people",
        id=e.originator_id,
        project=e.by.project,
        side=e.side,
        tasks=dict.fromkeys(sorted(e.tasks), True),
        standing=e.standing,
        source=e.source,
        placed_at=e.by.happened_at,
        asked=words.id if (words := getattr(e, "words", None)) else None,
        is_both=False,
    )


def place_offered(rows: Rows, e: Member.PlaceOffered) -> None:
    rows.insert("people_offers", id=rows.position, member=e.originator_id, way=e.way, offered_at=e.by.happened_at)


def joined(rows: Rows, e: Member.Joined | Member.Welcomed) -> None:
    rows.set("people", e.originator_id, standing="here", joined_at=e.by.happened_at, gone_at=None)


def side_changed(rows: Rows, e: Member.SideChanged) -> None:
    rows.set("people", e.originator_id, side=e.side)


def counted_once(rows: Rows, e: Member.CountedOnce) -> None:
    rows.set("people", e.originator_id, is_both=e.is_both)


def introduced(rows: Rows, e: Member.Introduced) -> None:
    rows.set("people", e.originator_id, introduction=e.words.id if e.words else None)


def task_asked(rows: Rows, e: Member.TaskAsked) -> None:
    rows.set("people", e.originator_id, facilitating="asked")


def task_declined(rows: Rows, e: Member.TaskDeclined) -> None:
    rows.set("people", e.originator_id, facilitating="declined")


def task_given(rows: Rows, e: Member.TaskGiven) -> None:
    rows.set("people", e.originator_id, facilitating=None)
    _set_tasks(rows, e.originator_id, e.task, True)


def task_taken(rows: Rows, e: Member.TaskTaken) -> None:
    _set_tasks(rows, e.originator_id, e.task, False)


def left(rows: Rows, e: Member.Left) -> None:
    rows.set("people", e.originator_id, standing="left", gone_at=e.by.happened_at, facilitating=None)


def removed(rows: Rows, e: Member.Removed) -> None:
    rows.set("people", e.originator_id, standing="removed", gone_at=e.by.happened_at, reason=e.reason.id, facilitating=None)


def turned_away(rows: Rows, e: Member.TurnedAway) -> None:
    rows.set("people", e.originator_id, standing="turned away", gone_at=e.by.happened_at, reason=e.reason.id)


def asked_no_longer(rows: Rows, e: Member.AskedNoLonger) -> None:
    rows.remove("people", e.originator_id)


def _set_tasks(rows: Rows, member: UUID, task: str, has: bool) -> None:
    (tasks,) = rows.of("people", member, "tasks")
    kept = {**tasks, task: True} if has else {name: True for name in tasks if name != task}
    rows.set("people", member, tasks=dict(sorted(kept.items())))


PEOPLE = ReadModel(
    "people",
    version=4,
    schema=SCHEMA,
    handlers={
        Member.Placed: placed,
        Member.PlaceOffered: place_offered,
        Member.Joined: joined,
        Member.Welcomed: joined,
        Member.TurnedAway: turned_away,
        Member.AskedNoLonger: asked_no_longer,
        Member.SideChanged: side_changed,
        Member.CountedOnce: counted_once,
        Member.Introduced: introduced,
        Member.TaskAsked: task_asked,
        Member.TaskDeclined: task_declined,
        Member.TaskGiven: task_given,
        Member.TaskTaken: task_taken,
        Member.Left: left,
        Member.Removed: removed,
    },
)
