"""When can we meet? Times are offered, each says which of them they can; then one is chosen, or it is said why none."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from .base import Act, Aggregate, Text, event, must_be_ahead
from .errors import NoTimes, OnlyTime, PollIsClosed, ReasonIsMissing, TimeHasPassed, TooManyTimes, UnknownChoice

MOST_TIMES = 20
"""In the life of a poll, those that were set aside too: a time keeps its number for ever."""

Span = tuple[datetime, datetime]
"""From when until when."""


class Poll(Aggregate):
    @classmethod
    def ask(cls, by: Act, question: list[Text], spans: Sequence[Span], answer_by: date) -> "Poll":
        """`answer_by`: the day by which people are asked to answer; answers are taken until the poll is closed.
        Refused: DayHasPassed, NoTimes, TooManyTimes, TimeHasPassed."""
        if not spans:
            raise NoTimes
        if len(spans) > MOST_TIMES:
            raise TooManyTimes(most=MOST_TIMES)
        for span in spans:
            _must_be_to_come(by, span)
        must_be_ahead(by, answer_by)
        return cls(by, question, [_time(number, span) for number, span in enumerate(sorted(spans), 1)], answer_by.isoformat())

    def add_time(self, by: Act, span: Span) -> None:
        """Whoever has answered is asked about this one too."""
        self._must_be_open()
        _must_be_to_come(by, span)
        if self.offered == MOST_TIMES:
            raise TooManyTimes(most=MOST_TIMES)
        self._time_added(by, _time(self.offered + 1, span))

    def drop_time(self, by: Act, time: str, reason: Text) -> None:
        """It is set aside: what was said about it stays on record and counts no more. Refused: OnlyTime."""
        self.must_take([time])
        if len(self.times) == 1:
            raise OnlyTime
        self._time_dropped(by, time, reason)

    def close(self, by: Act, time: str | None, reason: Text | None) -> None:
        """With the time at which the group meets; without one it is said why."""
        self._must_be_open()
        if time is None and reason is None:
            raise ReasonIsMissing
        if time is not None:
            self.must_take([time])
        self._closed(by, self.times[time] if time else None, reason)

    def must_take(self, times: Iterable[str]) -> None:
        """Answers about these times are taken. Refused: PollIsClosed, UnknownChoice (also what was set aside)."""
        self._must_be_open()
        if unknown := set(times) - self.times.keys():
            raise UnknownChoice(value=min(unknown))

    @event("Asked")
    def __init__(self, by: Act, question: list[Text], times: list[dict[str, Any]], answer_by: str) -> None:
        self.project: UUID = by.project
        self.times = {str(time["id"]): time for time in times}
        self.offered = len(times)
        self.is_closed = False

    @event("TimeAdded")
    def _time_added(self, by: Act, time: dict[str, Any]) -> None:
        self.times = {**self.times, str(time["id"]): time}
        self.offered += 1

    @event("TimeDropped")
    def _time_dropped(self, by: Act, time: str, reason: Text) -> None:
        self.times = {id: each for id, each in self.times.items() if id != time}

    @event("Closed")
    def _closed(self, by: Act, time: dict[str, Any] | None, reason: Text | None) -> None:
        self.is_closed = True

    def _must_be_open(self) -> None:
        if self.is_closed:
            raise PollIsClosed


def _time(number: int, span: Span) -> dict[str, Any]:
    return {"id": str(number), "starts_at": span[0], "ends_at": span[1]}


def _must_be_to_come(by: Act, span: Span) -> None:
    if not by.happened_at < span[0] < span[1]:
        raise TimeHasPassed
