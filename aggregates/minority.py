"""What follows a count: the ways a group can take, and who may say, beside the outcome and until when, why they do not stand with it."""

from datetime import datetime, timedelta

from .errors import NotInTheMinority, StatementsAreOver

ROUTES = ("revise", "mediate", "record")
"""What a group does where one side agreed and the other did not: revise the proposal, ask somebody to mediate, or record the disagreement."""

LASTS = timedelta(days=14)


def stands_with(result: str, choice: str | None) -> bool:
    """Whether somebody who chose so got what they wanted. Where one side agreed and the other did not, nobody did."""
    return choice in {"agreed": ("yes", "consent", "concern"), "not agreed": ("no", "object")}.get(result, ())


def must_be_sayable(result: str, choice: str | None, counted_at: datetime, now: datetime) -> None:
    """Refused: NotInTheMinority, StatementsAreOver."""
    if stands_with(result, choice):
        raise NotInTheMinority
    if now > counted_at + LASTS:
        raise StatementsAreOver
