"""When can we meet: times that are offered and set aside, what people say of them, and how it ends."""

from datetime import datetime

import pytest

from aggregates.availability import Availability, availability_id
from aggregates.errors import (
    AnswerIsTakenBack,
    DayHasPassed,
    NothingSaid,
    NoTimes,
    OnlyTime,
    PollIsClosed,
    ReasonIsMissing,
    TimeHasPassed,
    TooManyTimes,
    UnknownChoice,
)
from aggregates.poll import MOST_TIMES, Poll
from tests.given import BETI, EIRA, MAIR, NOON, act, both, happened, hours, text


def span(days: int, length: float = 2) -> tuple[datetime, datetime]:
    return NOON + hours(24 * days), NOON + hours(24 * days + length)


def asked(*days: int) -> Poll:
    return Poll.ask(act(MAIR), both(), [span(day) for day in days or (3, 1, 2)], NOON.date())


def test_times_are_offered_in_their_order_and_one_is_chosen():
    poll = asked()
    assert [time["starts_at"] for time in poll.times.values()] == [span(day)[0] for day in (1, 2, 3)]
    poll.close(act(MAIR), "2", None)
    assert happened(poll) == ["Asked", "Closed"]


def test_a_time_keeps_its_number_when_another_is_set_aside():
    poll = asked()
    poll.drop_time(act(MAIR), "3", text())
    poll.add_time(act(MAIR), span(5))
    assert list(poll.times) == ["1", "2", "4"]
    poll.must_take(["1", "4"])
    with pytest.raises(UnknownChoice):
        poll.must_take(["1", "3"])
    assert happened(poll) == ["Asked", "TimeDropped", "TimeAdded"]


def test_where_no_time_is_chosen_it_is_said_why():
    poll = asked()
    with pytest.raises(ReasonIsMissing):
        poll.close(act(MAIR), None, None)
    with pytest.raises(UnknownChoice):
        poll.close(act(MAIR), "9", None)
    poll.close(act(MAIR), None, text())
    assert poll.is_closed


def test_once_it_is_closed_nothing_is_said_or_changed_any_more():
    poll = asked()
    poll.close(act(MAIR), "1", None)
    for verb in (
        lambda: poll.close(act(MAIR), "1", None),
        lambda: poll.add_time(act(MAIR), span(4)),
        lambda: poll.drop_time(act(MAIR), "1", text()),
        lambda: poll.must_take(["1"]),
    ):
        with pytest.raises(PollIsClosed):
            verb()


def test_what_cannot_be_asked():
    with pytest.raises(NoTimes):
        Poll.ask(act(MAIR), both(), [], NOON.date())
    with pytest.raises(TooManyTimes):
        Poll.ask(act(MAIR), both(), [span(day) for day in range(1, MOST_TIMES + 2)], NOON.date())
    for wrong in (span(-1), span(1, -2), span(1, 0)):
        with pytest.raises(TimeHasPassed):
            Poll.ask(act(MAIR), both(), [wrong], NOON.date())
    with pytest.raises(DayHasPassed):
        Poll.ask(act(MAIR), both(), [span(2)], (NOON - hours(24)).date())


def test_a_poll_always_asks_about_a_time_and_never_about_too_many():
    poll = asked(1)
    with pytest.raises(OnlyTime):
        poll.drop_time(act(MAIR), "1", text())
    with pytest.raises(TimeHasPassed):
        poll.add_time(act(MAIR), span(-1))
    for day in range(2, MOST_TIMES + 1):
        poll.add_time(act(MAIR), span(day))
    with pytest.raises(TooManyTimes):
        poll.add_time(act(MAIR), span(30))


def test_the_last_thing_that_somebody_said_stands_also_after_it_was_taken_back():
    poll = asked()
    said = Availability.say(act(EIRA), poll.id, {"1": "yes", "2": "no"})
    assert said.id == availability_id(poll.id, EIRA)
    said.say_again(act(EIRA), {"1": "if needed"})
    said.say_again(act(EIRA), {"1": "if needed"})
    said.take_back(act(EIRA))
    with pytest.raises(AnswerIsTakenBack):
        said.take_back(act(EIRA))
    said.say_again(act(EIRA), {"2": "yes"})
    assert said.times == {"2": "yes"}
    assert happened(said) == ["Said", "Changed", "TakenBack", "Changed"]


def test_what_is_written_down_for_somebody_is_theirs():
    poll = asked()
    assert Availability.say(act(MAIR, voice=BETI, agreed="said so"), poll.id, {"1": "yes"}).id == availability_id(poll.id, BETI)


def test_nothing_and_what_was_not_offered_are_no_answers():
    poll = asked()
    with pytest.raises(NothingSaid):
        Availability.say(act(EIRA), poll.id, {})
    with pytest.raises(UnknownChoice):
        Availability.say(act(EIRA), poll.id, {"1": "perhaps"})
