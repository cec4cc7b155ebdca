"""Objections to decisions by consent, with everything that was said and done about each. What came after the close is there, and changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.objection import Objection as Stream

from ..base import Rows

SCHEMA = """
create table decisions_objections (id uuid primary key, decision uuid not null, member uuid not null);
create index on decisions_objections (decision);
create table decisions_objection_acts (
    position bigint primary key, objection uuid not null, kind text not null, member uuid not null, side text not null, aim text, words uuid,
    at timestamptz not null
);
create index on decisions_objection_acts (objection);
"""

STANDINGS = {"raised": "open", "withdrawn": "withdrawn", "met": "met", "unreasoned": "unreasoned"}


def raised(rows: Rows, e: Stream.Raised) -> None:
    rows.insert("decisions_objections", id=e.originator_id, decision=e.subject, member=e.by.author)
    _act(rows, e, "raised", aim=e.aim)


def raised_again(rows: Rows, e: Stream.RaisedAgain) -> None:
    _act(rows, e, "raised", aim=e.aim)


def replied(rows: Rows, e: Stream.Replied) -> None:
    _act(rows, e, "replied")


def withdrawn(rows: Rows, e: Stream.Withdrawn) -> None:
    _act(rows, e, "withdrawn")


def met(rows: Rows, e: Stream.Met) -> None:
    _act(rows, e, "met")


def doubted(rows: Rows, e: Stream.Doubted) -> None:
    _act(rows, e, "doubted")


def found_unreasoned(rows: Rows, e: Stream.FoundUnreasoned) -> None:
    _act(rows, e, "unreasoned")


def _act(rows: Rows, e: Any, kind: str, *, aim: str | None = None) -> None:
    words = e.words.id if e.words else None
    rows.insert(
        "decisions_objection_acts",
        **{"position": rows.position, "objection": e.originator_id, "kind": kind, "member": e.by.author, "side": e.by.side},
        **{"aim": aim, "words": words, "at": e.by.happened_at},
    )


HANDLERS = {
    Stream.Raised: raised,
    Stream.RaisedAgain: raised_again,
    Stream.Replied: replied,
    Stream.Withdrawn: withdrawn,
    Stream.Met: met,
    Stream.Doubted: doubted,
    Stream.FoundUnreasoned: found_unreasoned,
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was said or done about an objection."""

    objection: UUID
    decision: UUID
    kind: str  # raised, replied, withdrawn, met, doubted, unreasoned
    member: UUID
    name: str | None
    side: str
    aim: str | None
    words: dict[str, str]  # {} = nothing was said, or it was taken down
    text: UUID | None
    at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class Objection:
    id: UUID
    decision: UUID
    raised: Deed  # as it stands now
    state: str  # open, withdrawn, met, unreasoned; as it stood at the close
    deeds: Sequence[Deed]

    @property
    def doubts(self) -> list[Deed]:
        """What was found about the words as they stand now."""
        return [deed for deed in self.deeds[self.deeds.index(self.raised) :] if deed.kind in ("doubted", "unreasoned") and not deed.is_late]

    @property
    def said(self) -> list[Deed]:
        """Everything since it was first raised, the raising itself left out."""
        return [deed for deed in self.deeds if deed is not self.raised]


DEEDS: LiteralString = """
select a.objection, o.decision, a.kind, a.member, n.name, a.side, a.aim, coalesce(said(array[a.words]), '{}') as words, a.words as text, a.at,
       coalesce(a.position > d.closed_position, false) as is_late
from decisions_objections o join decisions d on d.id = o.decision join decisions_objection_acts a on a.objection = o.id
left join names n on n.member = a.member
where (%(decision)s::uuid is null or o.decision = %(decision)s) and (%(objection)s::uuid is null or o.id = %(objection)s)
order by o.id, a.position
"""


def objections(db: Connection[Any], decision: UUID) -> list[Objection]:
    """Those to a decision, open ones first, then in the order in which they were raised (one statement)."""
    found = _each(_deeds(db, decision=decision))
    return sorted(found, key=lambda one: (one.state != "open", one.deeds[0].at))


def objection(db: Connection[Any], id: UUID) -> Objection | None:
    """One statement."""
    return next(iter(_each(_deeds(db, objection=id))), None)


def _deeds(db: Connection[Any], *, decision: UUID | None = None, objection: UUID | None = None) -> list[Deed]:
    return db.cursor(row_factory=class_row(Deed)).execute(DEEDS, {"decision": decision, "objection": objection}).fetchall()


def _each(deeds: list[Deed]) -> list[Objection]:
    streams: dict[UUID, list[Deed]] = {}
    for deed in deeds:
        streams.setdefault(deed.objection, []).append(deed)
    return [found for stream in streams.values() if (found := _standing(stream)) is not None]


def _standing(deeds: list[Deed]) -> Objection | None:
    """None where even the raising came after the close."""
    counted = [deed for deed in deeds if deed.kind in STANDINGS and not deed.is_late]
    raised = [deed for deed in counted if deed.kind == "raised"]
    return Objection(deeds[0].objection, deeds[0].decision, raised[-1], STANDINGS[counted[-1].kind], deeds) if raised else None
