"""What happened to decisions becomes rows. Of a vote only its place in the log is kept: how anybody voted is in no row, before the count or after.

Of the roll a row says who may vote, on which side, and whether there is a vote; how many of them belong to both groups stands with the decision. What
came in after the close is known by its position.
"""

from uuid import UUID

from aggregates.base import Act
from aggregates.decision import Decision
from aggregates.member import Member
from aggregates.slip import Slip
from aggregates.vote import Vote

from ..base import ReadModel, Rows, together
from . import afterwards, hands, objections
from .afterwards import asked

SCHEMA = """
create table decisions (
    id uuid primary key, project uuid not null, position bigint not null, opener uuid not null, opener_side text not null,
    question uuid[] not null, yes uuid[] not null, no uuid[] not null, otherwise uuid[] not null, exception uuid,
    rule jsonb not null, charter int not null, adopts int, proposal uuid, version int, citizens int not null, professionals int not null,
    roll_position bigint not null, opened_at timestamptz not null, closes_at timestamptz not null,
    closed_at timestamptz, closed_position bigint, closer uuid, reason uuid, counted_at timestamptz, outcome jsonb, result text,
    unconfirmed int not null, in_both int not null, after uuid, restarts uuid, successor uuid, way text not null, hands int,
    reached jsonb not null
);
create index on decisions (after) where after is not null;
create index on decisions (project, closed_at, closes_at);
create table decisions_roll (
    decision uuid not null, member uuid not null, side text not null, is_present bool not null, position bigint, how text, primary key (decision, member)
);
create index on decisions_roll (member);
create table decisions_both (member uuid primary key, project uuid not null);
create index on decisions_both (project);
create table decisions_reasons (words uuid primary key, decision uuid not null, choice text not null, side text not null);
create index on decisions_reasons (decision);
"""


REACHED = "select how, count(*) from decisions_roll where decision = %s and is_present group by how"
"""By the close, so that a vote that comes late is not among them."""

AS_RECORDED = ("rule", "charter", "adopts", "proposal", "version", "roll_position", "closes_at", "after", "restarts")
"""Of an opening; the first release knew nothing of the last two, nor of hands."""


def opened(rows: Rows, e: Decision.Opened) -> None:
    sides = list(e.roll.values())
    both = rows.all("select member from decisions_both where project = %s", e.by.project)
    rows.insert(
        "decisions",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        opener=e.by.author,
        opener_side=e.by.side,
        **asked(e.question, e.meanings, e.otherwise),
        exception=e.exception.id if e.exception else None,
        citizens=sides.count("citizen"),
        professionals=sides.count("professional"),
        opened_at=e.by.happened_at,
        unconfirmed=0,
        reached={},
        in_both=sum(member.hex in e.roll for (member,) in both),
        way=getattr(e, "way", "ballots"),
        **{name: getattr(e, name, None) for name in AS_RECORDED},
    )
    for member, side in e.roll.items():
        rows.insert("decisions_roll", decision=e.originator_id, member=UUID(member), side=side, is_present=False)


def counted_once(rows: Rows, e: Member.CountedOnce) -> None:
    if e.is_both:
        rows.put("decisions_both", {"member": e.originator_id}, project=e.by.project)
    else:
        rows.remove("decisions_both", {"member": e.originator_id})


def voted(rows: Rows, e: Vote.Cast | Vote.Changed) -> None:
    rows.set("decisions_roll", {"decision": e.decision, "member": e.by.author}, is_present=True, position=rows.position, how=_how(e.by))


def _how(by: Act) -> str:
    """On paper or by phone, also where somebody wrote it down; written; in a session, or on the web."""
    if by.channel in ("paper", "phone"):
        return by.channel
    return "written" if by.voice else "session" if by.channel == "session" else "web"


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
        reached=dict(rows.all(REACHED, e.originator_id)),
    )


def counted(rows: Rows, e: Decision.Counted) -> None:
    rows.set("decisions", e.originator_id, counted_at=e.by.happened_at, outcome=e.outcome, result=str(e.outcome["result"]))
    for choice, sides in e.reasons.items():
        for side, words in sides.items():
            for text in words:
                rows.insert("decisions_reasons", words=text, decision=e.originator_id, choice=choice, side=side)


HANDLERS = {
    Member.CountedOnce: counted_once,
    Decision.Opened: opened,
    Decision.Closed: closed,
    Decision.Counted: counted,
    Vote.Cast: voted,
    Vote.Changed: voted,
    Vote.Withdrawn: withdrew,
    Slip.Given: written_down,
    **dict.fromkeys((Slip.Confirmed, Slip.Corrected, Slip.Withdrawn), confirmed),
}

DECISIONS = ReadModel(
    "decisions",
    version=6,
    schema=SCHEMA + objections.SCHEMA + afterwards.SCHEMA + hands.SCHEMA,
    handlers=together(HANDLERS, objections.HANDLERS, afterwards.HANDLERS, hands.HANDLERS),
)
