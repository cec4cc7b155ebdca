"""Whoever has not said yet when they can meet is asked; once the day is past by which people answer, a facilitator chooses."""

from datetime import date, datetime, time, timedelta

from aggregates.availability import Availability
from aggregates.base import WALES
from aggregates.poll import Poll

from ..base import Rows
from .waiting import over, wait_for_facilitators

SCHEMA = """
create table home_polls (id uuid primary key, project uuid not null, position bigint not null, question uuid[] not null, due_at timestamptz not null);
create index on home_polls (project);
create table home_polls_answers (poll uuid not null, member uuid not null, position bigint not null, primary key (poll, member));
"""


def asked(rows: Rows, e: Poll.Asked) -> None:
    question, last = [text.id for text in e.question], date.fromisoformat(e.answer_by)
    due_at, after = datetime.combine(last, time(23, 59), WALES), datetime.combine(last + timedelta(days=1), time(), WALES)
    rows.insert("home_polls", id=e.originator_id, project=e.by.project, position=rows.position, question=question, due_at=due_at)
    wait_for_facilitators(rows, e, "choose", e.originator_id, words=question, from_at=after)


def time_added(rows: Rows, e: Poll.TimeAdded) -> None:
    """Whoever has answered is asked once more."""
    rows.set("home_polls", e.originator_id, position=rows.position)


def closed(rows: Rows, e: Poll.Closed) -> None:
    rows.remove("home_polls", e.originator_id)
    rows.remove("home_polls_answers", {"poll": e.originator_id})
    over(rows, "choose", e.originator_id)


def answered(rows: Rows, e: Availability.Said | Availability.Changed | Availability.TakenBack) -> None:
    """Also where they took it back: they know of it."""
    rows.put("home_polls_answers", {"poll": e.subject, "member": e.by.author}, position=rows.position)


HANDLERS = {
    Poll.Asked: asked,
    Poll.TimeAdded: time_added,
    Poll.Closed: closed,
    Availability.Said: answered,
    Availability.Changed: answered,
    Availability.TakenBack: answered,
}
