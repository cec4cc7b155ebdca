"""Words that were taken down: by whom, when and why; what their author said to it, and what somebody else decided."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class TakenDown:
    """Whose they were is said to nobody: they can have stood without a name."""

    id: UUID
    kind: str
    subject: UUID
    state: str  # hidden, shown, erased
    name: str | None  # who did it last; None also where it was their author
    side: str
    at: datetime
    reason: dict[str, str]
    ground: str | None
    is_mine: bool  # of who is looking
    is_by_me: bool  # who is looking took them down
    appeal: dict[str, str]  # why their author thinks that it is wrong
    has_appealed: bool
    is_appealed: bool  # and waits for an answer
    verdict: dict[str, str]
    verdict_name: str | None
    is_upheld: bool | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Words, a photo or a voice that stand somewhere: how they read; None while they are hidden, and of a file, which the page shows itself. Whose they
    are is said where they stand, if it is."""

    id: UUID
    language: str
    body: str | None
    kind: str  # of a file: photo, sound
    media_type: str
    width: int | None
    height: int | None


READ: LiteralString = """
select t.id, t.kind, t.subject, t.state, case when t.member <> t.owner then n.name end as name, t.side, t.at, said(array[t.reason]) as reason, t.ground,
       coalesce(t.owner = %(viewer)s, false) as is_mine, coalesce(t.hidden_by = %(viewer)s, false) as is_by_me,
       coalesce(said(array[t.appeal]), '{}') as appeal, t.appeal is not null as has_appealed, t.is_appealed,
       coalesce(said(array[t.verdict]), '{}') as verdict, v.name as verdict_name, t.is_upheld
from taken_down t left join names n on n.member = t.member left join names v on v.member = t.verdict_by
where t.project = %(project)s
"""


def taken_down(db: Connection[Any], project: UUID, text: UUID, *, viewer: UUID | None = None) -> TakenDown | None:
    one: LiteralString = "and t.id = %(text)s"
    return db.cursor(row_factory=class_row(TakenDown)).execute(READ + one, {"project": project, "text": text, "viewer": viewer}).fetchone()


def all_taken_down(db: Connection[Any], project: UUID) -> list[TakenDown]:
    """Everything that is down now, the latest first (one statement)."""
    down: LiteralString = "and t.state <> 'shown' order by t.at desc, t.id limit 200"
    return db.cursor(row_factory=class_row(TakenDown)).execute(READ + down, {"project": project, "viewer": None}).fetchall()


def counts(db: Connection[Any], project: UUID) -> dict[str, int]:
    """How often words were reported, taken down or left because of it, hidden, appealed for, put back, erased (one statement)."""
    return dict(db.execute("select kind, count(*) from taken_down_acts where project = %s group by kind", (project,)).fetchall())


def reasons(db: Connection[Any], project: UUID, text: UUID) -> list[dict[str, str]]:
    """Why words were reported, while nobody has answered: for facilitators (one statement)."""
    sql = (
        "select said(array[w.words]) from taken_down_reports r join taken_down_reasons w on w.text = r.id "
        "where r.project = %s and r.id = %s and r.is_open order by w.position"
    )
    return [row[0] for row in db.execute(sql, (project, text)).fetchall()]


def standing(db: Connection[Any], project: UUID, text: UUID) -> Standing | None:
    """The words (or the name of a member, under the member's id) of this project; None once they are erased, or where there never were any."""
    return (
        db.cursor(row_factory=class_row(Standing))
        .execute(
            """
            select t.id, t.language, case when not t.is_hidden then t.body end as body, '' as kind, '' as media_type, 0 as width, 0 as height
            from texts t where t.id = %(text)s and t.project = %(project)s
            union all
            select m.member, '', n.name, '', '', 0, 0 from memberships m join names n on n.member = m.member
            where m.member = %(text)s and m.project = %(project)s and m.name <> ''
            union all
            select f.id, '', null, f.kind, f.media_type, f.width, f.height from shown_files f where f.id = %(text)s and f.project = %(project)s
            """,
            {"text": text, "project": project},
        )
        .fetchone()
    )
