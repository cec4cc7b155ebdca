"""A slip for what was written down for somebody: confirmed, corrected, withdrawn, claimed, in any order, by the voice alone."""

from uuid import UUID, uuid4

import pytest

from aggregates.errors import NotYours, SlipIsWithdrawn
from aggregates.slip import Slip, slip_id, thing_of
from aggregates.vote import vote_id
from tests.given import BETI, EIRA, MAIR, act, happened

IDEA = uuid4()


def written_down(what: str = "idea", words: UUID | None = None) -> Slip:
    return Slip.give(act(MAIR, voice=BETI, agreed="said so"), IDEA, what, words or uuid4(), BETI)


def test_it_waits_until_the_voice_confirms_it_once():
    slip = written_down()
    assert slip.is_waiting
    with pytest.raises(NotYours):
        slip.confirm(act(MAIR))
    slip.confirm(act(BETI))
    slip.confirm(act(BETI))
    assert not slip.is_waiting
    assert happened(slip) == ["Given", "Confirmed"]


def test_a_facilitator_records_what_the_voice_said_on_the_phone():
    slip = written_down()
    slip.confirm(act(MAIR, voice=BETI, agreed="said so", source="phone"))
    assert not slip.is_waiting
    with pytest.raises(NotYours):
        slip.correct(act(MAIR, voice=EIRA, agreed="said so"), uuid4())


def test_what_was_said_without_anybody_between_needs_no_confirming():
    slip = Slip.give(act(BETI), IDEA, "matter", uuid4(), BETI)
    slip.confirm(act(BETI))
    assert not slip.is_waiting
    assert happened(slip) == ["Given"]


def test_a_correction_confirms_and_says_whether_it_was_waiting():
    slip = written_down()
    slip.correct(act(BETI), words := uuid4())
    slip.correct(act(BETI), uuid4())
    assert [event.was_waiting for event in slip.pending_events[1:]] == [True, False]
    assert slip.pending_events[1].words == words
    assert happened(slip) == ["Given", "Corrected", "Corrected"]


def test_after_a_withdrawal_there_is_nothing_to_confirm():
    slip = written_down()
    slip.withdraw(act(BETI))
    for verb in (lambda: slip.confirm(act(BETI)), lambda: slip.correct(act(BETI), None), lambda: slip.withdraw(act(BETI))):
        with pytest.raises(SlipIsWithdrawn):
            verb()
    assert happened(slip) == ["Given", "Withdrawn"]


def test_it_is_claimed_once_also_after_a_withdrawal():
    slip = written_down()
    slip.withdraw(act(BETI))
    with pytest.raises(NotYours):
        slip.claim(act(EIRA))
    slip.claim(act(BETI))
    slip.claim(act(BETI))
    assert happened(slip) == ["Given", "Withdrawn", "Claimed"]


def test_there_is_one_slip_for_each_thing():
    words = uuid4()
    assert written_down("idea", words).id == slip_id(IDEA)
    assert written_down("reply", words).id == slip_id(words)
    assert written_down("vote").id == slip_id(vote_id(IDEA, BETI))
    assert thing_of(IDEA, "matter", words, BETI) == IDEA
