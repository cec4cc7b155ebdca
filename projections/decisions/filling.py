"""What happened to decisions becomes rows. Of a vote only its place in the log is kept: how anybody voted is in no row, before the count or after.

Of the roll a row says who may vote, on which side, and whether there is a vote. What came in after the close is known by its position.
"""

from typing import Any
from uuid import UUID

from aggregates.base import Text
from aggregates.decision import Decision
from aggregates.slip import Slip
from aggregates.vote import Vote

from ..base import ReadModel, Rows, together
from . import objections

SCHEMA = """
create table decisions (
    id uuid primary key, project uuid not null, position bigint not null, opener uuid not null, opener_side text not null,
    question uuid[] not null, yes uuid[] not null, no uuid[] not null, otherwise uuid[] not null, exception uuid,
    rule jsonb not null, charter int not null, adopts int, proposal uuid, version int, citizens int not null, professionals int not null,
    roll_position bigint not null, opened_at timestamptz not null, closes_at timestamptz not null,
    closed_at timestamptz, closed_position bigint, closer uuid, reason uuid, counted_at timestamptz, outcome jsonb, result text, unconfirmed int not null
);
create index on decisions (project, closed_at, closes_at);
create table decisions_roll (
    decision uuid not null, member uuid not null, side text not null, is_present bool not null, position bigint, primary key (decision, member)
);
create index on decisions_roll (member);
create table decisions_reasons (words uuid primary key, decision uuid not null, choice text not null, side text not null);
create index on decisions_reasons (decision);
"""


def opened(rows: Rows, e: Decision.Opened) -> None:
    sides = list(e.roll.values())
    rows.insert(
        "decisions",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        opener=e.by.author,
        opener_side=e.by.side,
        **_words(e),
        rule=e.rule,
        charter=e.charter,
        adopts=e.adopts,
        proposal=e.proposal,
        version=e.version,
        citizens=sides.count("citizen"),
        professionals=sides.count("professional"),
        roll_position=e.roll_position,
        opened_at=e.by.happened_at,
        closes_at=e.closes_at,
        unconfirmed=0,
    )
    for member, side in e.roll.items():
        rows.insert("decisions_roll", decision=e.originator_id, member=UUID(member), side=side, is_present=False)


def voted(rows: Rows, e: Vote.Cast | Vote.Changed) -> None:
    rows.set("decisions_roll", {"decision": e.decision, "member": e.by.author}, is_present=True, position=rows.position)


def withdrew(rows: Rows, e: Vote.Withdrawn) -> None:
    rows.set("decisions_roll", {"decision": e.decision, "member": e.by.author}, is_present=False, position=rows.position)


def written_down(rows: Rows, e: Slip.Given) -> None:
    if e.what == "vote" and e.by.voice:
        rows.add("decisions", e.subject, unconfirmed=1)


def confirmed(rows: Rows, e: Slip.Confirmed | Slip.Corrected | Slip.Withdrawn) -> None:
    if e.what == "vote" and (isinstance(e, Slip.Confirmed) or e.was_waiting):
        rows.add("decisions", e.subject, unconfirmed=-1)


def closed(rows: Rows, e: Decision.Closed) -> None:
    rows.set(
        "decisions",
        e.originator_id,
        closed_at=e.by.happened_at,
        closed_position=rows.position,
        closer=e.by.author if e.reason else None,
        reason=e.reason.id if e.reason else None,
    )


def counted(rows: Rows, e: Decision.Counted) -> None:
    rows.set("decisions", e.originator_id, counted_at=e.by.happened_at, outcome=e.outcome, result=str(e.outcome["result"]))
    for choice, sides in e.reasons.items():
        for side, words in sides.items():
            for text in words:
                rows.insert("decisions_reasons", words=text, decision=e.originator_id, choice=choice, side=side)


def _words(e: Decision.Opened) -> dict[str, Any]:
    each = {"question": e.question, "yes": e.meanings.get("yes", []), "no": e.meanings.get("no", []), "otherwise": e.otherwise}
    return {name: _ids(words) for name, words in each.items()} | {"exception": e.exception.id if e.exception else None}


def _ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]


HANDLERS = {
    Decision.Opened: opened,
    Decision.Closed: closed,
    Decision.Counted: counted,
    Vote.Cast: voted,
    Vote.Changed: voted,
    Vote.Withdrawn: withdrew,
    Slip.Given: written_down,
    **dict.fromkeys((Slip.Confirmed, Slip.Corrected, Slip.Withdrawn), confirmed),
}

DECISIONS = ReadModel("decisions", version=3, schema=SCHEMA + objections.SCHEMA, handlers=together(HANDLERS, objections.HANDLERS))
