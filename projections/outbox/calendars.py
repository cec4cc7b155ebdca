"""Everybody who is here is invited to a session, and told where it changes or is cancelled. What stands in their calendars follows: `sequence` says
which of two mails is the later."""

from typing import Any

from aggregates.session import Session

from ..base import Rows
from .here import everybody
from .telling import ids, is_news, tell

SESSION_PLANNED, SESSION_CHANGED, SESSION_CANCELLED = "session planned", "session changed", "session cancelled"

SCHEMA = """
create table outbox_sessions (
    id uuid primary key, title uuid[] not null, place uuid[] not null, access uuid[] not null, starts_at timestamptz not null, ends_at timestamptz not null,
    sequence int not null
);
"""

TOLD = ("title", "place", "access", "starts_at", "ends_at", "sequence")


def planned(rows: Rows, e: Session.Planned) -> None:
    rows.insert("outbox_sessions", id=e.originator_id, **_words(e), starts_at=e.starts_at, ends_at=e.ends_at, sequence=0)
    _tell(rows, e, SESSION_PLANNED)


def described(rows: Rows, e: Session.Described) -> None:
    rows.set("outbox_sessions", e.originator_id, **_words(e))
    rows.add("outbox_sessions", e.originator_id, sequence=1)
    _tell(rows, e, SESSION_CHANGED)


def rescheduled(rows: Rows, e: Session.Rescheduled) -> None:
    rows.set("outbox_sessions", e.originator_id, starts_at=e.starts_at, ends_at=e.ends_at)
    rows.add("outbox_sessions", e.originator_id, sequence=1)
    _tell(rows, e, SESSION_CHANGED, reason=[e.reason.id] if e.reason else [])


def cancelled(rows: Rows, e: Session.Cancelled) -> None:
    rows.add("outbox_sessions", e.originator_id, sequence=1)
    _tell(rows, e, SESSION_CANCELLED, reason=[e.reason.id])


def _words(e: Session.Planned | Session.Described) -> dict[str, Any]:
    return {"title": ids(e.title), "place": ids(e.words.get("place", [])), "access": ids(e.words.get("access", []))}


def _tell(rows: Rows, e: Any, occasion: str, **refs: Any) -> None:
    """Until it is over: then it is nothing to come to any more."""
    if not is_news(e):
        return
    told = dict(zip(TOLD, rows.of("outbox_sessions", e.originator_id, *TOLD), strict=True))
    told |= {"session": e.originator_id, "is_cancelled": occasion == SESSION_CANCELLED, "closes_at": told["ends_at"]}
    tell(rows, e, occasion, everybody(rows, e.by.project, e.by.author), **told, **refs)


HANDLERS = {Session.Planned: planned, Session.Described: described, Session.Rescheduled: rescheduled, Session.Cancelled: cancelled}
