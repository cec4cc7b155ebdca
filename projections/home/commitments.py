"""Commitments at home: how it is going is asked of whoever keeps one, and what it changed of those who asked for it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from aggregates.base import WALES, today
from aggregates.commitment import Commitment

from ..base import Rows
from .thanking import authors_of, ids, thank
from .waiting import done, over, wait, wait_for_facilitators

SCHEMA = """
create table home_commitments (
    id uuid primary key, what uuid[] not null, idea uuid, proposal uuid, asked_by uuid[] not null, keeper uuid, due_on date not null
);
"""

AGAIN = timedelta(days=14)
"""After news, how it is going is asked again on the day itself, or so much later."""
SOON = timedelta(days=7)
MORNING = time(7, tzinfo=WALES)


def made(rows: Rows, e: Commitment.Made) -> None:
    keeper, due_on = e.by.author if e.is_own else None, date.fromisoformat(e.due_on)
    decided = rows.of("home_decisions", e.decision, "proposal") if e.decision else None
    proposal = decided[0] if decided else None
    what = ids(e.what)
    rows.insert("home_commitments", id=e.originator_id, what=what, idea=e.idea, proposal=proposal, asked_by=e.asked_by, keeper=keeper, due_on=due_on)
    _ask(rows, e, keeper, due_on, what)
    _thank_askers(rows, e, "promised", None)


def reported(rows: Rows, e: Commitment.Reported) -> None:
    what, keeper, due_on = _known(rows, e)
    _ask(rows, e, keeper, due_on, what, since=max(due_on, today(e.by) + AGAIN))


def due_moved(rows: Rows, e: Commitment.DueMoved) -> None:
    what, keeper, _ = _known(rows, e)
    due_on = date.fromisoformat(e.due_on)
    rows.set("home_commitments", e.originator_id, due_on=due_on)
    _ask(rows, e, keeper, due_on, what)


def handed_over(rows: Rows, e: Commitment.HandedOver) -> None:
    what, _, due_on = _known(rows, e)
    keeper = e.by.author if e.is_own else None
    rows.set("home_commitments", e.originator_id, keeper=keeper)
    _ask(rows, e, keeper, due_on, what)


def finished(rows: Rows, e: Commitment.Done) -> None:
    over(rows, "report", e.originator_id)
    what, asked_by = rows.of("home_commitments", e.originator_id, "what", "asked_by")
    for member in asked_by:
        wait(rows, e, "difference", member, e.originator_id, words=what)
    _thank_askers(rows, e, "done", e.words.id)


def given_up(rows: Rows, e: Commitment.CannotBeDone) -> None:
    over(rows, "report", e.originator_id)
    _thank_askers(rows, e, "could not", e.reason.id)


def judged(rows: Rows, e: Commitment.MadeADifference | Commitment.MadeNoDifference) -> None:
    done(rows, "difference", e.by.author, e.originator_id)


def _ask(rows: Rows, e: Any, keeper: UUID | None, due_on: date, what: list[UUID], since: date | None = None) -> None:
    """From a week before its day, or from `since`, in place of what was asked before."""
    over(rows, "report", e.originator_id)
    when: dict[str, Any] = {"from_at": datetime.combine(since or due_on - SOON, MORNING), "due_at": datetime.combine(due_on, MORNING), "words": what}
    if keeper:
        wait(rows, e, "report", keeper, e.originator_id, **when)
    else:
        wait_for_facilitators(rows, e, "report", e.originator_id, **when)


def _thank_askers(rows: Rows, e: Any, kind: str, words: UUID | None) -> None:
    """Each of those who asked, with the idea of theirs that it goes back to; whoever does it themselves knows."""
    idea, proposal, asked_by = rows.of("home_commitments", e.originator_id, "idea", "proposal", "asked_by")
    sources = rows.of("home_proposals", proposal, "ideas")[0] if proposal else [idea] if idea else []
    theirs = authors_of(rows, sources)
    for member in asked_by:
        if member != e.by.author:
            thank(rows, e, member, kind, idea=theirs.get(member), proposal=proposal, commitment=e.originator_id, words=words)


def _known(rows: Rows, e: Any) -> Any:
    return rows.of("home_commitments", e.originator_id, "what", "keeper", "due_on")


HANDLERS = {
    Commitment.Made: made,
    Commitment.Reported: reported,
    Commitment.DueMoved: due_moved,
    Commitment.HandedOver: handed_over,
    Commitment.Done: finished,
    Commitment.CannotBeDone: given_up,
    Commitment.MadeADifference: judged,
    Commitment.MadeNoDifference: judged,
}
