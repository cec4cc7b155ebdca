"""Everybody is told that a consent round began, and at each step of the talk that it went on. Once consent is asked for, the vote tells them."""

from typing import Any

from aggregates.round import TALKING, Round

from ..base import Rows
from .here import everybody
from .telling import is_news, tell

ROUND_STEP = "round step"


def begun(rows: Rows, e: Round.Begun) -> None:
    _tell(rows, e, "present")


def went_on(rows: Rows, e: Round.WentOn) -> None:
    if e.step in TALKING:
        _tell(rows, e, e.step)


def _tell(rows: Rows, e: Any, step: str) -> None:
    if is_news(e):
        (title,) = rows.of("outbox_proposals", e.subject, "title")
        refs = {"round": e.originator_id, "proposal": e.subject, "step": step, "title": title}
        tell(rows, e, ROUND_STEP, everybody(rows, e.by.project, e.by.author), by=e.by.author, **refs)


HANDLERS = {Round.Begun: begun, Round.WentOn: went_on}
