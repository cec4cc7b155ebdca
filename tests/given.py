"""Facts to begin a test from: the cast by membership id, acts, words, and what happened to an aggregate."""

from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID, uuid4, uuid5

from aggregates.base import NETWORK, Act, Aggregate, Attachment, Text

PROJECT = uuid5(NETWORK, "evening care in Dyffryn Aeron")
BETI, EIRA, AMINA, WIL = (uuid5(PROJECT, name) for name in ("Beti", "Eira", "Amina", "Wil"))
RHYS, SIAN, GARETH = (uuid5(PROJECT, name) for name in ("Rhys", "Sian", "Gareth"))
MAIR = uuid5(PROJECT, "Mair")
SIDES = dict.fromkeys((BETI, EIRA, AMINA, WIL), "citizen") | dict.fromkeys((RHYS, SIAN, GARETH), "professional") | {MAIR: "none"}
NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


def act(member: UUID = BETI, *, at: datetime = NOON, project: UUID = PROJECT, **more: Any) -> Act:
    return Act(project, member, SIDES.get(member, "citizen"), "web", uuid4(), at, at, **more)


def text(language: str = "cy") -> Text:
    return Text(uuid4(), language, "0" * 64)


def attached(kind: Literal["photo", "sound"]) -> Attachment:
    return Attachment(uuid4(), kind, "0" * 64)


def both() -> list[Text]:
    return [text("cy"), text("en")]


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def happened(aggregate: Aggregate) -> list[str]:
    """The names of the events that are not saved yet; the aggregate that they give when replayed must equal the live one."""
    events = aggregate.pending_events
    replayed: Any = None
    for event in events:
        replayed = event.mutate(replayed)
    live = {name: value for name, value in vars(aggregate).items() if name != "_pending_events"}
    assert {name: value for name, value in vars(replayed).items() if name != "_pending_events"} == live
    return [type(event).__name__ for event in events]
