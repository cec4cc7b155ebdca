"""Whoever asks to take part waits for the facilitators, until one of them has answered; whoever is asked to facilitate answers for themselves."""

from aggregates.member import Member

from ..base import Rows
from .waiting import over, wait, wait_for_facilitators


def placed(rows: Rows, e: Member.Placed) -> None:
    if e.standing == "asking":
        words = getattr(e, "words", None)
        wait_for_facilitators(rows, e, "asking", e.originator_id, words=[words.id] if words else [], facts={"side": e.side})


def answered(rows: Rows, e: Member.Welcomed | Member.TurnedAway | Member.AskedNoLonger) -> None:
    over(rows, "asking", e.originator_id)


def task_asked(rows: Rows, e: Member.TaskAsked) -> None:
    wait(rows, e, "facilitate", e.originator_id, e.originator_id)


def task_settled(rows: Rows, e: Member.TaskGiven | Member.TaskDeclined) -> None:
    over(rows, "facilitate", e.originator_id)


def gone(rows: Rows, e: Member.Left | Member.Removed) -> None:
    """Whoever comes back is asked again, or not."""
    over(rows, "facilitate", e.originator_id)


HANDLERS = {
    Member.Placed: placed,
    Member.Welcomed: answered,
    Member.TurnedAway: answered,
    Member.AskedNoLonger: answered,
    Member.TaskAsked: task_asked,
    Member.TaskGiven: task_settled,
    Member.TaskDeclined: task_settled,
    Member.Left: gone,
    Member.Removed: gone,
}
