"""What a phone in a session asks, in one statement: hundreds ask it at once after each move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Door:
    """What somebody who has the code is told before they come in."""

    session: UUID
    title: Said
    way: str
    citizen: Said  # the group's own name for this side
    professional: Said
    is_sensitive: bool
    member: UUID | None  # of who is signed in, if they are of the project
    name: str | None
    side: str | None

    @property
    def sides(self) -> dict[str, Said]:
        return {"citizen": self.citizen, "professional": self.professional}


@dataclass(frozen=True, slots=True)
class Phone:
    """Where the group is, and who is looking. Words are {language: text}. `standing`: None = has not come, here, left, turned away."""

    session: UUID
    project: UUID
    title: Said
    starts_at: datetime
    ends_at: datetime
    way: str
    agreement: Said
    access: Said
    opened_at: datetime | None
    over_at: datetime | None
    cancelled_at: datetime | None
    moves: int
    is_frozen: bool
    are_counts_shown: bool  # of what was chosen in this part
    turns: str
    wall: int  # how often what is shown was changed
    step: str | None
    run: int
    moved_at: datetime | None
    is_recorded: bool
    settings: Mapping[str, int]
    options: Sequence[UUID]
    block: UUID | None
    kind: str | None
    minutes: int | None
    block_title: Said
    question: Said
    decision: UUID | None
    is_counted: bool
    round: UUID | None
    round_step: str | None
    has_tables: bool  # small tables read what they wrote before others do
    part: int
    parts: int
    citizen: Said
    professional: Said
    visibility: str
    member: UUID
    is_of_project: bool  # with an account
    name: str | None
    side: str
    how: str | None
    standing: str | None
    is_let_in: bool
    is_helped: bool
    is_borrowed: bool
    sits_at: int
    wants_at: datetime | None
    turn: int  # place in the queue of those who would like to speak
    has_floor: bool  # since they were heard nobody else was, and the group did not move on
    now: datetime

    @property
    def state(self) -> str:
        """What there is to be seen: called off, not begun, over, to come in, turned away, waiting, or in."""
        if self.cancelled_at:
            return "cancelled"
        if self.over_at:
            return "over"
        if not self.opened_at:
            return "planned"
        if self.standing in (None, "left"):
            return "out"
        if self.standing == "turned away":
            return "turned away"
        return "in" if self.is_let_in else "waiting"

    @property
    def sides(self) -> dict[str, Said]:
        return {"citizen": self.citizen, "professional": self.professional}

    @property
    def is_sensitive(self) -> bool:
        return self.visibility == "sensitive"

    @property
    def shows_wall(self) -> bool:
        """Whether everybody reads what is shown of this part."""
        return self.step in ("share", "group", "talk")

    @property
    def saw(self) -> str:
        """What the shown part of the page depends on: while it is the same, there is nothing new to fetch."""
        decided = (self.decision.hex[:8] if self.decision else "") + "c" * self.is_counted
        wall = self.wall if self.shows_wall else ""
        parts = (self.moves, "f" * self.is_frozen, "n" * self.are_counts_shown, self.turns[:3].strip(), self.turn, "h" * self.has_floor, decided, wall)
        return f"{self.state.replace(' ', '-')}.{'-'.join(map(str, parts))}{(self.round_step or '')[:3]}"


@dataclass(frozen=True, slots=True)
class Part:
    """A block as everybody may read it beforehand."""

    kind: str
    minutes: int
    title: Said
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class Came:
    """A decision that was asked for in a session, and what came of it; `result`: None = not counted yet."""

    decision: UUID
    block: UUID
    question: Said
    result: str | None
    closed_at: datetime | None
    closes_at: datetime

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


DOOR: LiteralString = """
select a.id as session, said(a.title) as title, a.way, said(p.citizen) as citizen, said(p.professional) as professional,
       p.visibility = 'sensitive' as is_sensitive, here.id as member, n.name, here.side
from agendas a join projects p on p.id = a.project
left join memberships m on m.project = a.project and m.account = %(account)s
left join people here on here.id = m.member and here.standing = 'here'
left join names n on n.member = here.id
where a.id = %(session)s
"""

PHONE: LiteralString = """
with who as (
    select coalesce(%(member)s, here.id) as member, %(member)s is null as is_of_project, here.side
    from agendas s left join memberships m on m.project = s.project and m.account = %(account)s
    left join people here on here.id = m.member and here.standing = 'here'
    where s.id = %(session)s
)
select a.id as session, a.project, said(a.title) as title, a.starts_at, a.ends_at, a.way, said(a.agreement) as agreement, said(a.access) as access,
       a.opened_at, a.over_at, a.cancelled_at, a.moves, a.is_frozen, a.are_counts_shown, a.turns, a.wall, a.step, a.run,
       a.moved_at, a.is_recorded, a.settings, a.options, a.block,
       b.kind, b.minutes, coalesce(said(b.title), '{}') as block_title, coalesce(said(b.question), '{}') as question, b.decision,
       b.counted_at is not null as is_counted, b.round, b.round_step,
       coalesce('tables' = any(b.steps), false) as has_tables,
       (select count(*) from agendas_blocks e where e.session = a.id and not e.is_set_aside and e.place <= b.place) as part,
       (select count(*) from agendas_blocks e where e.session = a.id and not e.is_set_aside) as parts,
       said(p.citizen) as citizen, said(p.professional) as professional, p.visibility, who.member, who.is_of_project, n.name,
       coalesce(r.side, who.side, 'none') as side, r.how, r.state as standing, coalesce(r.is_let_in, false) as is_let_in,
       coalesce(r.is_helped, false) as is_helped, coalesce(r.is_borrowed, false) as is_borrowed, coalesce(r.sits_at, 0) as sits_at, r.wants_at,
       (select count(*) from rooms_people q where q.session = a.id and (q.wants_at, q.member) <= (r.wants_at, r.member)) as turn,
       coalesce(r.heard_at > a.moved_at and r.wants_at is null
                and not exists (select from rooms_people q where q.session = a.id and q.heard_at > r.heard_at), false) as has_floor,
       clock_timestamp() as now
from agendas a join projects p on p.id = a.project join who on who.member is not null
left join agendas_blocks b on b.id = a.block
left join rooms_people r on r.session = a.id and r.member = who.member
left join names n on n.member = who.member
where a.id = %(session)s
"""

PARTS: LiteralString = """
select kind, minutes, said(title) as title, is_recorded from agendas_blocks where session = %s and not is_set_aside order by place
"""

CAME: LiteralString = """
select d.id as decision, b.id as block, said(d.question) as question, d.result, d.closed_at, d.closes_at
from agendas_blocks b join decisions d on d.id = b.decision where b.session = %s order by b.place
"""


def door(db: Connection[Any], session: UUID, account: UUID | None) -> Door | None:
    return db.cursor(row_factory=class_row(Door)).execute(DOOR, {"session": session, "account": account}).fetchone()


def phone(db: Connection[Any], session: UUID, *, member: UUID | None, account: UUID | None) -> Phone | None:
    """For somebody who came by a code (`member`), or somebody of the project (`account`); None where it is neither."""
    return db.cursor(row_factory=class_row(Phone)).execute(PHONE, {"session": session, "member": member, "account": account}).fetchone()


def parts(db: Connection[Any], session: UUID) -> list[Part]:
    """The agenda, as those who wait read it."""
    return db.cursor(row_factory=class_row(Part)).execute(PARTS, (session,)).fetchall()


def outcome_of(db: Connection[Any], block: UUID) -> Mapping[str, Any] | None:
    """What was chosen in a part, the last time that the group chose in it."""
    row = db.execute("select outcome from agendas_counts where block = %s order by run desc limit 1", (block,)).fetchone()
    return row[0] if row else None


def came_of(db: Connection[Any], session: UUID) -> list[Came]:
    """What was decided in it, in the order of the agenda."""
    return db.cursor(row_factory=class_row(Came)).execute(CAME, (session,)).fetchall()
