"""Hands that were counted in a room: by whom, and whether both found the same."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.decision import Decision

from ..base import Rows

SCHEMA = """
create table decisions_hands (
    decision uuid not null, side text not null, member uuid not null, counts jsonb not null, at timestamptz not null, primary key (decision, side)
);
"""


def reported(rows: Rows, e: Decision.HandsReported) -> None:
    rows.put("decisions_hands", {"decision": e.originator_id, "side": e.by.side}, member=e.by.author, counts=e.counts, at=e.by.happened_at)


def counted(rows: Rows, e: Decision.Counted) -> None:
    """How many took part, as `present` says it of ballots."""
    rows.set("decisions", e.originator_id, hands=sum(e.outcome["tally"][side]["present"] for side in ("citizen", "professional")))


HANDLERS = {Decision.HandsReported: reported, Decision.Counted: counted}


@dataclass(frozen=True, slots=True)
class Counter:
    """Who counted for a side, the last time that somebody of it did. What they counted is told by the outcome alone."""

    name: str | None
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hands:
    counters: list[Counter]  # at most one of each side
    differ: bool  # both sides have counted, and not the same


NO_HANDS = Hands([], False)

WHO: LiteralString = """
select case when %s then n.name end as name, h.side, h.at, h.counts from decisions_hands h left join names n on n.member = h.member
where h.decision = %s order by h.side
"""


def hands(db: Connection[Any], decision: UUID, way: str = "hands", *, is_named: bool = True) -> Hands:
    """Who counted the hands of a decision (one statement); nobody where people answer another `way`. `is_named`: by name, or by their group alone."""
    if way != "hands":
        return NO_HANDS
    rows = db.cursor(row_factory=dict_row).execute(WHO, (is_named, decision)).fetchall()
    return Hands([Counter(row["name"], row["side"], row["at"]) for row in rows], len(rows) > 1 and rows[0]["counts"] != rows[1]["counts"])
