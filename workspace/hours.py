"""When somebody may be written to, by the clocks of Wales: quiet hours, and the moment of the weekly mail. Nothing here asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from .languages import LONDON

WEEKLY_AT = time(9)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of every day, over midnight where they end earlier than they begin."""

    begin: time
    end: time

    def covers(self, at: datetime) -> bool:
        clock = at.astimezone(LONDON).time()
        if self.begin < self.end:
            return self.begin <= clock < self.end
        return clock >= self.begin or clock < self.end

    def over(self, at: datetime) -> datetime:
        """When the quiet hours that `at` falls in are over; `at` itself where it falls in none."""
        if not self.covers(at):
            return at
        local = at.astimezone(LONDON)
        end = datetime.combine(local.date() + timedelta(days=local.time() >= self.end), self.end, LONDON)
        return max(end.astimezone(UTC), end.replace(fold=1).astimezone(UTC)) if end.astimezone(UTC) <= at else end.astimezone(UTC)


def next_weekly(after: datetime, weekday: int) -> datetime:
    """Nine in the morning of the next such day; 1 is Monday."""
    today = after.astimezone(LONDON).date()
    moment = datetime.combine(today + timedelta(days=(weekday - today.isoweekday()) % 7), WEEKLY_AT, LONDON)
    return (moment if moment > after else moment + timedelta(weeks=1)).astimezone(UTC)
