"""A decline to act at home: everybody who could vote is told and asked what they say to it, until it was talked about; from the day of the conversation
on facilitators are asked to write down what was said."""

from datetime import date, datetime, time

from aggregates.base import WALES
from aggregates.decline import Decline

from ..base import Rows
from .waiting import done, over, wait, wait_for_facilitators

MORNING = time(7, tzinfo=WALES)


def declared(rows: Rows, e: Decline.Declared) -> None:
    """Under the decision's id; the question is looked up when it is shown."""
    question, roll = rows.of("home_decisions", e.subject, "question", "roll")
    talk_at = datetime.combine(date.fromisoformat(e.talk_on), MORNING)
    for member in roll:
        if member != e.by.author:
            wait(rows, e, "declined", member, e.subject, words=question, due_at=talk_at)
    wait_for_facilitators(rows, e, "talk", e.subject, words=question, from_at=talk_at, due_at=talk_at)


def replied(rows: Rows, e: Decline.Replied) -> None:
    done(rows, "declined", e.by.author, e.subject)


def talked(rows: Rows, e: Decline.Talked) -> None:
    for kind in ("declined", "talk"):
        over(rows, kind, e.subject)


HANDLERS = {Decline.Declared: declared, Decline.Replied: replied, Decline.Talked: talked}
