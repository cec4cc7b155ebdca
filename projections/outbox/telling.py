"""How a fact becomes a row of the outbox: once for each person it is told to, and not when it is old news."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from aggregates.base import Aggregate, Text

from ..base import Rows

OLD_NEWS = timedelta(minutes=10)
SPACE = UUID("6f2b7c1e-52f0-4f0a-9d0e-0a64d1f0b7aa")


def entry(position: int, recipient: UUID, occasion: str) -> UUID:
    """The same fact told to the same person always has the same id, so it is told once."""
    return uuid5(SPACE, f"{position} {recipient.hex} {occasion}")


def ids(words: Iterable[Text]) -> list[UUID]:
    return [text.id for text in words]


def is_news(e: Aggregate.Event) -> bool:
    """What was imported or told as a story is long over, so nobody is written to about it."""
    return e.by.channel != "import" and e.by.recorded_at - e.by.happened_at < OLD_NEWS


def tell(rows: Rows, e: Any, occasion: str, recipients: Iterable[UUID], **refs: Any) -> None:
    if not is_news(e):
        return
    for member in recipients:
        rows.insert(
            "outbox_facts",
            id=entry(rows.position, member, occasion),
            position=rows.position,
            occasion=occasion,
            recipient=member,
            project=e.by.project,
            refs=refs,
            created_at=e.by.recorded_at,
        )
