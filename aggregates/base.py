"""What every aggregate shares: its events say who acted, for whom, how and where."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from eventsourcing.domain import Aggregate as _Aggregate
from eventsourcing.domain import event

from .errors import DayHasPassed

__all__ = ["AGREED", "NETWORK", "SIDES", "SOURCES", "WALES", "Act", "Aggregate", "Attachment", "Channel", "Text", "event", "must_be_ahead", "today"]

Channel = Literal["web", "session", "paper", "phone", "api", "import", "clock"]

NETWORK = uuid5(NAMESPACE_URL, "pleth:network")
"""The `project` of acts that belong to no project: to the network itself."""

SIDES = ("citizen", "professional")
"""The two sides that are counted. A member may also be on none of them."""


SOURCES = ("spoken", "paper", "phone", "visit", "BSL")
"""How words came that somebody else wrote down."""

AGREED = ("said so", "signed", "through somebody they trust")
"""How somebody agreed that their words, or their vote, are written down by another."""

WALES = ZoneInfo("Europe/London")
"""Days are those of the clocks of Wales."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who does something, for whom, how and where. Every event carries one as `by`."""

    project: UUID
    member: UUID
    side: str
    channel: Channel
    command: UUID
    happened_at: datetime
    recorded_at: datetime
    voice: UUID | None = None  # whose words they are, when `member` only wrote them down
    agreed: str | None = None  # how the person behind `voice` agreed to that, one of AGREED
    session: UUID | None = None
    language: str = "cy"
    source: str | None = None  # how the words behind `voice` came, one of SOURCES
    verbatim: bool | None = None  # whether they are the words themselves, or a summary of them

    @property
    def author(self) -> UUID:
        """Whose act it is in the end: the voice behind it, or else the member."""
        return self.voice or self.member


@dataclass(frozen=True, slots=True)
class Text:
    """Somebody's words by reference: the words are a row of `texts`, erasable; the commitment stays."""

    id: UUID
    language: str
    commitment: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """Somebody's photo or voice by reference: it is a row of `files`, erasable; the commitment stays."""

    id: UUID
    kind: Literal["photo", "sound"]
    commitment: str


class Aggregate(_Aggregate):
    class Event(_Aggregate.Event):
        by: Act

    @classmethod
    def _create(cls, event_class: Any, *, by: Act, **values: Any) -> Any:  # type: ignore[override]
        return super()._create(event_class, by=by, timestamp=by.recorded_at, **values)

    def trigger_event(self, event_class: Any, *, by: Act, **values: Any) -> None:  # type: ignore[override]
        super().trigger_event(event_class, by=by, timestamp=by.recorded_at, **values)


def today(by: Act) -> date:
    return by.happened_at.astimezone(WALES).date()


def must_be_ahead(by: Act, day: date) -> None:
    """Refused: DayHasPassed."""
    if day < today(by):
        raise DayHasPassed(day=day)
