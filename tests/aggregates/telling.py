"""Given, when, then: the cast, acts, words, and what happened to an aggregate."""

from copy import copy
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from aggregates.base import Act, Aggregate, Text

PROJECT = uuid5(NAMESPACE_URL, "evenings")
EIRA, BETI, TOMOS, AMINA, RHYS, SION, MAIR = (uuid5(PROJECT, name) for name in ("Eira", "Beti", "Tomos", "Amina", "Rhys", "Siôn", "Mair"))
SIDES = {EIRA: "citizen", BETI: "citizen", TOMOS: "citizen", AMINA: "professional", RHYS: "professional"}
EVENING = datetime(2026, 11, 2, 19, 0, tzinfo=UTC)


def act(member: UUID, *, channel: Literal["web", "import"] = "web", voice: UUID | None = None, agreed: str | None = None, at: datetime = EVENING) -> Act:
    return Act(PROJECT, member, SIDES.get(member, "none"), channel, uuid4(), at, at, voice=voice, agreed=agreed)


def words(language: str = "cy") -> Text:
    return Text(uuid4(), language, "0" * 64)


def happened(aggregate: Aggregate) -> list[str]:
    """What happened, in order; and the replayed aggregate is the live one."""
    events: list[Any] = list(aggregate.pending_events)
    replayed: Any = None
    for event in events:
        replayed = event.mutate(copy(replayed))
    live = {name: value for name, value in vars(aggregate).items() if name != "_pending_events"}
    assert {name: value for name, value in vars(replayed).items() if name != "_pending_events"} == live
    return [type(event).__name__ for event in events]
