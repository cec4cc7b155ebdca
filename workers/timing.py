"""When a fact goes to somebody: together with what else comes within ten minutes, not in their quiet hours, never too late to act on. No clock, no database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workspace.hours import Quiet, next_weekly

TOGETHER = timedelta(minutes=10)
"""How long the first fact waits for others."""

LAST_CALL = timedelta(hours=2)
"""Quiet hours do not hold back what could not be acted on this long before it closes."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants to be reached about the project that a fact is from."""

    is_weekly: bool
    quiet: Quiet | None
    weekly_on: int  # 1 is Monday


def due(told_at: datetime, closes_at: datetime | None, wishes: Wishes) -> datetime:
    """With the weekly mail, where that is wanted and leaves a day before it closes; else after quiet hours, unless that is too late; else soon."""
    meant = told_at + TOGETHER
    if wishes.is_weekly:
        weekly = next_weekly(told_at, wishes.weekly_on)
        if closes_at is None or weekly <= closes_at - DAY:
            return weekly
        meant = max(meant, closes_at - DAY)
    at = wishes.quiet.over(meant) if wishes.quiet else meant
    if closes_at is None or at <= closes_at - LAST_CALL:
        return at
    return max(told_at, min(meant, closes_at - LAST_CALL))
