"""A decline to act at home: facilitators are asked to write down what was said, once the day to talk has come."""

from datetime import date, datetime, time

from aggregates.base import WALES
from aggregates.decline import Decline

from ..base import Rows
from .waiting import over, wait_for_facilitators

MORNING = time(7, tzinfo=WALES)


def declared(rows: Rows, e: Decline.Declared) -> None:
    """Under the decision's id; the question is looked up when it is shown."""
    (question,) = rows.of("home_decisions", e.subject, "question")
    talk_at = datetime.combine(date.fromisoformat(e.talk_on), MORNING)
    wait_for_facilitators(rows, e, "talk", e.subject, words=question, due_at=talk_at)


def talked(rows: Rows, e: Decline.Talked) -> None:
    over(rows, "talk", e.subject)


HANDLERS = {Decline.Declared: declared, Decline.Talked: talked}
