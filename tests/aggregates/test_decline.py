from datetime import date
from uuid import uuid4

import pytest

from aggregates.decline import Decline, decline_id
from aggregates.errors import DayHasPassed, TalkIsTooLate
from tests.given import EIRA, MAIR, act, both, happened, text


def declared(talk_on: date) -> Decline:
    return Decline.declare(act(MAIR), uuid4(), text(), talk_on, both(), 21)


def test_a_decline_is_answered_and_talked_about() -> None:
    decline = declared(date(2026, 12, 8))
    decline.reply(act(EIRA), uuid4(), text())
    decline.talk(act(MAIR), text())
    decline.talk(act(MAIR), text())
    assert decline.id == decline_id(decline.subject)
    assert happened(decline) == ["Declared", "Replied", "Talked", "Talked"]


def test_the_conversation_is_soon() -> None:
    with pytest.raises(DayHasPassed):
        declared(date(2026, 11, 16))
    with pytest.raises(TalkIsTooLate) as refused:
        declared(date(2026, 12, 9))
    assert refused.value.values == {"days": 21, "latest": date(2026, 12, 8)}
    declared(date(2026, 11, 17))
