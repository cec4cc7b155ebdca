"""Minutes: drafted, added to, put right by those who were there, sealed after a week, opened again."""

from uuid import uuid4

import pytest

from aggregates.errors import MinutesAreOpen, MinutesAreSealed, NotFound
from aggregates.minutes import WEEK, Minutes, minutes_id
from tests.given import BETI, MAIR, NOON, act, both, happened, hours, text

SESSION, BLOCK = uuid4(), uuid4()


def drafted() -> Minutes:
    return Minutes.draft(act(MAIR), SESSION)


def sealed() -> Minutes:
    minutes = drafted()
    minutes.seal(act(MAIR, at=NOON + WEEK))
    return minutes


def test_they_can_be_put_right_for_a_week():
    minutes = drafted()
    assert minutes.id == minutes_id(SESSION)
    with pytest.raises(MinutesAreOpen):
        minutes.seal(act(MAIR, at=NOON + WEEK - hours(0.01)))
    minutes.seal(act(MAIR, at=NOON + WEEK))
    assert happened(minutes) == ["Drafted", "Sealed"]
    assert minutes.sealed == 1


def test_what_was_added_takes_the_place_of_what_was_added_before_and_can_be_taken_away():
    minutes = drafted()
    minutes.note(act(MAIR), None, both())
    minutes.note(act(MAIR), BLOCK, both())
    minutes.note(act(MAIR), BLOCK, [])
    minutes.note(act(MAIR), BLOCK, [])
    assert happened(minutes) == ["Drafted", "Noted", "Noted", "Noted"]


def test_what_is_put_right_is_answered_and_answered_otherwise_until_they_are_sealed():
    minutes, correction = drafted(), uuid4()
    minutes.put_right(act(BETI), correction, BLOCK, text(), False)
    minutes.answer(act(MAIR), correction, False, text())
    minutes.answer(act(MAIR), correction, True, text())
    assert happened(minutes) == ["Drafted", "PutRight", "Answered", "Answered"]


def test_nobody_answers_what_nobody_said():
    with pytest.raises(NotFound):
        drafted().answer(act(MAIR), uuid4(), True, text())


def test_nothing_is_changed_once_they_are_sealed():
    minutes = sealed()
    for change in (
        lambda: minutes.note(act(MAIR), None, both()),
        lambda: minutes.put_right(act(BETI), uuid4(), None, text(), True),
        lambda: minutes.answer(act(MAIR), uuid4(), True, text()),
    ):
        with pytest.raises(MinutesAreSealed):
            change()


def test_they_are_sealed_once():
    minutes = sealed()
    minutes.seal(act(MAIR, at=NOON + WEEK))
    assert happened(minutes) == ["Drafted", "Sealed"]


def test_they_are_opened_for_another_week_and_sealed_as_another_version():
    minutes, later = sealed(), NOON + WEEK + hours(1)
    minutes.reopen(act(MAIR, at=later), text())
    with pytest.raises(MinutesAreOpen):
        minutes.seal(act(MAIR, at=later + WEEK - hours(0.01)))
    minutes.put_right(act(BETI, at=later), uuid4(), None, text(), True)
    minutes.seal(act(MAIR, at=later + WEEK))
    assert minutes.sealed == 2
    assert happened(minutes) == ["Drafted", "Sealed", "Reopened", "PutRight", "Sealed"]


def test_what_is_open_is_not_opened():
    with pytest.raises(MinutesAreOpen):
        drafted().reopen(act(MAIR), text())
