"""Everybody is asked when they can meet; whoever answered is told when it is."""

from uuid import UUID

from aggregates.availability import Availability
from aggregates.poll import Poll

from ..base import Rows
from .here import everybody
from .telling import ids, is_news, tell

WHEN_CAN_WE_MEET, WE_MEET_THEN, NO_TIME = "when can we meet", "we meet then", "no time suits"

SCHEMA = """
create table outbox_polls (id uuid primary key, question uuid[] not null);
create table outbox_polls_answers (poll uuid not null, member uuid not null, primary key (poll, member));
"""


def asked(rows: Rows, e: Poll.Asked) -> None:
    rows.insert("outbox_polls", id=e.originator_id, question=ids(e.question))
    if is_news(e):
        refs = {"poll": e.originator_id, "question": ids(e.question), "answer_by": e.answer_by}
        tell(rows, e, WHEN_CAN_WE_MEET, everybody(rows, e.by.project, e.by.author), by=e.by.author, **refs)


def answered(rows: Rows, e: Availability.Said | Availability.Changed) -> None:
    rows.put("outbox_polls_answers", {"poll": e.subject, "member": e.by.author})


def closed(rows: Rows, e: Poll.Closed) -> None:
    if not is_news(e):
        return
    (question,) = rows.of("outbox_polls", e.originator_id, "question")
    told: list[UUID] = [m for (m,) in rows.all("select member from outbox_polls_answers where poll = %s order by member", e.originator_id) if m != e.by.author]
    refs = {"poll": e.originator_id, "question": question, "reason": [e.reason.id] if e.reason else []}
    if e.time:
        tell(rows, e, WE_MEET_THEN, told, starts_at=e.time["starts_at"], ends_at=e.time["ends_at"], **refs)
    else:
        tell(rows, e, NO_TIME, told, **refs)


HANDLERS = {Poll.Asked: asked, Availability.Said: answered, Availability.Changed: answered, Poll.Closed: closed}
