"""Everybody who voted is told where somebody declines to act on what was agreed. That they voted is known here, never how."""

from uuid import UUID

from aggregates.decline import Decline
from aggregates.vote import Vote

from ..base import Rows
from .telling import ids, is_news, tell

DECLINED = "declined to act"

SCHEMA = """
create table outbox_voters (decision uuid not null, member uuid not null, primary key (decision, member));
"""


def voted(rows: Rows, e: Vote.Cast | Vote.Changed) -> None:
    rows.put("outbox_voters", {"decision": e.decision, "member": e.by.author})


def withdrew(rows: Rows, e: Vote.Withdrawn) -> None:
    rows.remove("outbox_voters", {"decision": e.decision, "member": e.by.author})


def declared(rows: Rows, e: Decline.Declared) -> None:
    if not is_news(e):
        return
    voters: list[UUID] = [member for (member,) in rows.all("select member from outbox_voters where decision = %s order by member", e.subject)]
    (question,) = rows.of("outbox_decisions", e.subject, "question")
    said = {"question": question, "reason": [e.reason.id], "words": ids(e.will_do)}
    tell(rows, e, DECLINED, voters, by=e.by.author, decision=e.subject, talk_on=e.talk_on, **said)


HANDLERS = {Vote.Cast: voted, Vote.Changed: voted, Vote.Withdrawn: withdrew, Decline.Declared: declared}
