"""Those who asked are told that it was done, or cannot be; whoever keeps a commitment is reminded by the clock (workers/clock.py)."""

from typing import Any

from aggregates.commitment import Commitment

from ..base import Rows
from .telling import ids, is_news, tell

COMMITMENT_DUE, IT_WAS_DONE, CANNOT_BE_DONE = "commitment due", "it was done", "cannot be done"

SCHEMA = """
create table outbox_commitments (id uuid primary key, what uuid[] not null, asked_by uuid[] not null);
"""


def made(rows: Rows, e: Commitment.Made) -> None:
    rows.insert("outbox_commitments", id=e.originator_id, what=ids(e.what), asked_by=e.asked_by)


def done(rows: Rows, e: Commitment.Done) -> None:
    _tell_askers(rows, e, IT_WAS_DONE, answer=[e.words.id])


def cannot_be_done(rows: Rows, e: Commitment.CannotBeDone) -> None:
    _tell_askers(rows, e, CANNOT_BE_DONE, reason=[e.reason.id])


def _tell_askers(rows: Rows, e: Any, occasion: str, **refs: Any) -> None:
    if not is_news(e):
        return
    what, asked_by = rows.of("outbox_commitments", e.originator_id, "what", "asked_by")
    askers = [member for member in asked_by if member != e.by.author]
    tell(rows, e, occasion, askers, by=e.by.author, commitment=e.originator_id, words=what, **refs)


HANDLERS = {Commitment.Made: made, Commitment.Done: done, Commitment.CannotBeDone: cannot_be_done}
