"""What the pages of sessions ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, dict_row

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A session in a list."""

    id: UUID
    title: Said
    starts_at: datetime
    ends_at: datetime
    way: str
    place: Said
    state: str  # planned, running, over, cancelled
    people: int  # who came


@dataclass(frozen=True, slots=True)
class Block:
    id: UUID
    kind: str
    steps: Sequence[str]
    minutes: int
    title: Said
    question: Said
    notes: Said
    is_recorded: bool
    settings: Mapping[str, int]
    method: UUID | None
    name: str | None  # who proposed it
    side: str
    is_set_aside: bool
    begun_at: datetime | None
    decision: UUID | None
    round: UUID | None
    round_step: str | None
    counts: Sequence[Mapping[str, Any]]  # of each run that was counted: `run`, `outcome`


@dataclass(frozen=True, slots=True)
class Role:
    member: UUID
    name: str | None
    side: str
    role: str


@dataclass(frozen=True, slots=True)
class Now:
    """Where the group is; None of it while the doors are open and nothing has begun."""

    block: UUID
    step: str
    run: int
    moved_at: datetime
    is_recorded: bool
    settings: Mapping[str, int]
    options: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Planned:
    """Words are {language: text}; {} = nobody wrote it, or it was taken down."""

    id: UUID
    project: UUID
    title: Said
    starts_at: datetime
    ends_at: datetime
    way: str
    seats: int
    place: Said
    access: Said
    agreement: Said
    materials: Said
    sequence: int
    code: int
    name: str | None  # who called it
    side: str
    cancelled_at: datetime | None
    reason: Said
    opened_at: datetime | None
    over_at: datetime | None
    leader: UUID | None
    leader_name: str | None
    moves: int
    is_frozen: bool
    is_blank: bool
    are_counts_shown: bool
    turns: str
    now: Now | None
    blocks: Sequence[Block]  # in the order of the agenda, also those that were set aside
    roles: Sequence[Role]

    @property
    def state(self) -> str:
        if self.cancelled_at:
            return "cancelled"
        if self.over_at:
            return "over"
        return "running" if self.opened_at else "planned"

    @property
    def was_on_paper(self) -> bool:
        """It took place without a network, and was typed in afterwards."""
        return self.opened_at is not None and self.opened_at == self.over_at

    @property
    def block(self) -> Block | None:
        """The one that runs."""
        return next((block for block in self.blocks if self.now and block.id == self.now.block), None)

    @property
    def agenda(self) -> Sequence[Block]:
        """What the group means to do, and did."""
        return [block for block in self.blocks if not block.is_set_aside]


@dataclass(frozen=True, slots=True)
class Next:
    """The session that somebody could come to next, of all their projects."""

    id: UUID
    project: UUID
    called: Said  # the project
    title: Said
    starts_at: datetime
    ends_at: datetime
    way: str
    place: Said
    is_running: bool
    is_coming: bool  # as they said

    @property
    def minutes(self) -> int:
        return (self.ends_at - self.starts_at) // timedelta(minutes=1)


LISTED: LiteralString = """
select a.id, said(a.title) as title, a.starts_at, a.ends_at, a.way, said(a.place) as place,
       case when a.cancelled_at is not null then 'cancelled' when a.over_at is not null then 'over' when a.opened_at is not null then 'running'
            else 'planned' end as state,
       (select count(*) from rooms_people p where p.session = a.id and p.is_let_in) as people
from agendas a where a.project = %s order by a.starts_at desc, a.id limit 100
"""

SHOWN: LiteralString = """
select a.id, a.project, said(a.title) as title, a.starts_at, a.ends_at, a.way, a.seats, said(a.place) as place, said(a.access) as access,
       said(a.agreement) as agreement, said(a.materials) as materials, a.sequence, a.code, n.name, a.side, a.cancelled_at,
       coalesce(said(array[a.reason]), '{}') as reason, a.opened_at, a.over_at, a.leader, l.name as leader_name, a.moves, a.is_frozen, a.is_blank,
       a.are_counts_shown, a.turns, a.block, a.step, a.run, a.moved_at, a.is_recorded, a.settings, a.options
from agendas a left join names n on n.member = a.member left join names l on l.member = a.leader where a.id = %s
"""

BLOCKS: LiteralString = """
select b.id, b.kind, b.steps, b.minutes, said(b.title) as title, said(b.question) as question, said(b.notes) as notes, b.is_recorded, b.settings, b.method,
       n.name, b.side, b.is_set_aside, b.begun_at, b.decision, b.round, b.round_step,
       (select coalesce(jsonb_agg(jsonb_build_object('run', c.run, 'outcome', c.outcome) order by c.run), '[]')
        from agendas_counts c where c.session = b.session and c.block = b.id) as counts
from agendas_blocks b left join names n on n.member = b.member where b.session = %s order by b.place
"""

ROLES: LiteralString = """
select r.member, n.name, p.side, r.role from agendas_roles r join people p on p.id = r.member left join names n on n.member = r.member
where r.session = %s order by r.role, p.side, r.member
"""


NEXT: LiteralString = """
select a.id, a.project, said(p.name) as called, said(a.title) as title, a.starts_at, a.ends_at, a.way, said(a.place) as place,
       a.opened_at is not null as is_running, c.session is not null as is_coming
from memberships m join people w on w.id = m.member and w.standing = 'here' join agendas a on a.project = m.project join projects p on p.id = a.project
left join session_coming c on c.session = a.id and c.account = m.account
where m.account = %s and a.cancelled_at is null and a.over_at is null and a.ends_at > clock_timestamp() order by a.starts_at, a.id limit 1
"""


def sessions(db: Connection[Any], project: UUID) -> list[Line]:
    """Of a project, the latest first (one statement)."""
    return db.cursor(row_factory=class_row(Line)).execute(LISTED, (project,)).fetchall()


def next_of(db: Connection[Any], account: UUID) -> Next | None:
    """One statement."""
    return db.cursor(row_factory=class_row(Next)).execute(NEXT, (account,)).fetchone()


def session(db: Connection[Any], id: UUID) -> Planned | None:
    """Three statements."""
    row = db.cursor(row_factory=dict_row).execute(SHOWN, (id,)).fetchone()
    if row is None:
        return None
    blocks = db.cursor(row_factory=class_row(Block)).execute(BLOCKS, (id,)).fetchall()
    roles = db.cursor(row_factory=class_row(Role)).execute(ROLES, (id,)).fetchall()
    frozen = {name: row.pop(name) for name in ("block", "step", "run", "moved_at", "is_recorded", "settings", "options")}
    return Planned(**row, now=Now(**frozen) if frozen["block"] else None, blocks=blocks, roles=roles)


def forgotten(db: Connection[Any], grace: timedelta) -> list[UUID]:
    """Sessions that nobody ended, so long after their time."""
    asked: LiteralString = (
        "select id from agendas where opened_at is not null and over_at is null and cancelled_at is null and ends_at < clock_timestamp() - %s limit 50"
    )
    return [row[0] for row in db.execute(asked, (grace,))]
