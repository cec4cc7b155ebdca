"""When a fact goes: together, not in quiet hours, with the weekly mail where that is wanted, and never too late to act on."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.timing import LAST_CALL, TOGETHER, Wishes, due
from workspace.hours import Quiet, next_weekly
from workspace.languages import LONDON

NIGHT = Quiet(time(21), time(8))
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=700)).map(lambda passed: datetime(2026, 1, 1, tzinfo=UTC) + passed)
QUIET = st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda hours: hours[0] != hours[1]).map(lambda hours: Quiet(time(hours[0]), time(hours[1])))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def wishes(quiet: Quiet | None = NIGHT, *, weekly: bool = False, on: int = 1) -> Wishes:
    return Wishes(weekly, quiet, on)


@pytest.mark.parametrize(
    ("told", "goes"),
    [
        ("2026-11-25T14:00", "2026-11-25T14:10"),
        ("2026-11-25T20:55", "2026-11-26T08:00"),
        ("2026-11-26T03:00", "2026-11-26T08:00"),
        ("2026-11-26T07:55", "2026-11-26T08:05"),
        ("2026-10-24T22:00", "2026-10-25T08:00"),  # the night that is an hour longer
        ("2026-03-28T22:00", "2026-03-29T08:00"),  # and the one that is shorter
    ],
)
def test_what_comes_in_quiet_hours_waits_for_the_morning(told: str, goes: str) -> None:
    assert due(at(told), None, wishes()) == at(goes)


def test_quiet_hours_do_not_hold_back_what_closes() -> None:
    told, closes = at("2026-11-25T22:00"), at("2026-11-26T07:00")
    assert due(told, closes, wishes()) == told + TOGETHER
    assert due(at("2026-11-25T20:55"), at("2026-11-26T12:00"), wishes()) == at("2026-11-26T08:00")
    assert due(told, told + timedelta(minutes=5), wishes()) == told


def test_weekly_facts_go_on_the_day_that_was_chosen_unless_a_vote_closes_first() -> None:
    wednesday = at("2026-11-25T14:00")
    assert due(wednesday, None, wishes(weekly=True)) == at("2026-11-30T09:00")
    assert due(wednesday, None, wishes(weekly=True, on=3)) == at("2026-12-02T09:00")
    assert due(wednesday, at("2026-12-10T12:00"), wishes(weekly=True)) == at("2026-11-30T09:00")
    assert due(wednesday, at("2026-11-28T12:00"), wishes(weekly=True)) == at("2026-11-27T12:00")
    assert due(wednesday, at("2026-11-26T12:00"), wishes(weekly=True)) == at("2026-11-25T14:10")


@given(MOMENTS, QUIET)
def test_nothing_without_an_end_goes_in_quiet_hours(told: datetime, quiet: Quiet) -> None:
    goes = due(told, None, wishes(quiet))
    assert not quiet.covers(goes)
    assert told + TOGETHER <= goes <= told + TOGETHER + timedelta(hours=25)


@given(MOMENTS, QUIET, st.booleans(), st.integers(1, 7), st.integers(1, 20_000))
def test_nothing_goes_after_it_closed(told: datetime, quiet: Quiet, weekly: bool, on: int, minutes: int) -> None:
    closes = told + timedelta(minutes=minutes)
    assert told <= due(told, closes, wishes(quiet, weekly=weekly, on=on)) <= max(told, closes - min(LAST_CALL, timedelta(minutes=minutes)))


@given(MOMENTS, st.integers(1, 7))
def test_the_weekly_mail_comes_within_a_week_on_its_day(after: datetime, on: int) -> None:
    moment = next_weekly(after, on)
    local = moment.astimezone(LONDON)
    assert (local.isoweekday(), local.time()) == (on, time(9))
    assert after < moment <= after + timedelta(days=7, hours=1)
