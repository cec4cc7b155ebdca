"""Whose words were taken down is told, unless they did it themselves."""

from typing import Any

from aggregates.words import Words

from ..base import Rows
from .telling import is_news, tell

TAKEN_DOWN, APPEAL_ANSWERED = "taken down", "appeal answered"

SCHEMA = """
create table outbox_owners (text uuid primary key, owner uuid not null, kind text not null, subject uuid not null);
"""


def hidden(rows: Rows, e: Words.Hidden) -> None:
    rows.insert("outbox_owners", text=e.text, owner=e.owner, kind=e.kind, subject=e.subject)
    _taken_down(rows, e, reason=[e.reason.id])


def hidden_again(rows: Rows, e: Words.HiddenAgain) -> None:
    _taken_down(rows, e, reason=[e.reason.id])


def appeal_answered(rows: Rows, e: Words.AppealAnswered) -> None:
    if is_news(e):
        (owner,) = rows.of("outbox_owners", {"text": e.text}, "owner")
        tell(rows, e, APPEAL_ANSWERED, [owner], by=e.by.author, text=e.text, upheld=e.upheld, reason=[e.reason.id])


def erased(rows: Rows, e: Words.Erased) -> None:
    _taken_down(rows, e, ground=e.ground)


def _taken_down(rows: Rows, e: Any, **refs: Any) -> None:
    """Its author is told, unless it was the author who did it."""
    if not is_news(e):
        return
    owner, kind, subject = rows.one("select owner, kind, subject from outbox_owners where text = %s", e.text)
    if owner != e.by.author:
        tell(rows, e, TAKEN_DOWN, [owner], by=e.by.author, kind=kind, subject=subject, text=e.text, **refs)


HANDLERS = {Words.Hidden: hidden, Words.HiddenAgain: hidden_again, Words.AppealAnswered: appeal_answered, Words.Erased: erased}
