"""What matters to somebody: consent to quote, reading before showing, taking back."""

from datetime import date
from uuid import uuid4

import pytest

from aggregates.errors import DayHasPassed, Empty, MatterIsTakenBack, NotFound, NotYours
from aggregates.matter import Matter
from tests.given import BETI, EIRA, MAIR, act, attached, happened, text


def said(*, may_quote: bool = False) -> Matter:
    return Matter.say(act(BETI), text(), None, may_quote)


def test_consent_to_be_quoted_is_given_and_taken_back_by_the_author_alone():
    matter = said()
    with pytest.raises(NotYours):
        matter.allow_quote(act(MAIR))
    matter.allow_quote(act(BETI))
    matter.allow_quote(act(BETI))
    with pytest.raises(NotYours):
        matter.take_back_quote(act(EIRA))
    matter.take_back_quote(act(BETI))
    assert not matter.may_quote
    assert happened(matter) == ["Said", "QuoteAllowed", "QuoteTakenBack"]


def test_other_words_are_read_again_before_they_are_shown():
    matter = said(may_quote=True)
    matter.put_under(act(MAIR), None)
    matter.put_under(act(MAIR), None)
    assert matter.is_read
    matter.reword(act(BETI), text())
    assert not matter.is_read
    matter.put_under(act(MAIR), theme := uuid4())
    assert matter.theme == theme
    assert happened(matter) == ["Said", "Themed", "Reworded", "Themed"]


def test_what_was_taken_back_is_quoted_no_more_and_for_good():
    matter = said(may_quote=True)
    with pytest.raises(NotYours):
        matter.take_back(act(MAIR))
    matter.take_back(act(BETI))
    assert not matter.may_quote
    for verb in (lambda: matter.allow_quote(act(BETI)), lambda: matter.reword(act(BETI), text()), lambda: matter.put_under(act(MAIR), None)):
        with pytest.raises(MatterIsTakenBack):
            verb()
    assert happened(matter) == ["Said", "TakenBack"]


def test_what_a_facilitator_wrote_down_is_the_words_of_whoever_said_them():
    matter = Matter.say(act(MAIR, voice=BETI, agreed="said so"), text(), None, True)
    matter.take_back_quote(act(BETI))
    assert (matter.author, matter.may_quote) == (BETI, False)


def test_it_is_said_in_words_by_a_photo_or_by_voice():
    matter = Matter.say(act(BETI), None, None, True, photo=attached("photo"), sound=attached("sound"))
    assert set(matter.files) == {"photo", "sound"}
    assert happened(matter) == ["Said"]
    with pytest.raises(Empty):
        Matter.say(act(BETI), None, None, True)


def test_what_is_on_a_photo_or_said_aloud_is_typed_where_there_is_one():
    matter = Matter.say(act(BETI), None, None, True, sound=attached("sound"))
    matter.transcribe(act(MAIR), "sound", text())
    with pytest.raises(NotFound):
        matter.transcribe(act(MAIR), "photo", text())
    assert happened(matter) == ["Said", "Transcribed"]


def test_consent_ends_after_its_last_day():
    matter = Matter.say(act(BETI), text(), None, True, until_on=date(2028, 11, 17))
    assert not matter.is_quoted(date(2026, 11, 18))
    matter.put_under(act(MAIR), None)
    assert matter.is_quoted(date(2028, 11, 17))
    assert not matter.is_quoted(date(2028, 11, 18))
    matter.allow_quote(act(BETI), date(2028, 11, 17))
    matter.allow_quote(act(BETI))
    assert matter.is_quoted(date(2099, 1, 1))
    with pytest.raises(DayHasPassed):
        matter.allow_quote(act(BETI), date(2026, 11, 16))
    assert happened(matter) == ["Said", "Themed", "QuoteAllowed"]


def test_who_is_not_quoted_has_no_last_day():
    assert Matter.say(act(BETI), text(), None, False, until_on=date(2028, 11, 17)).until_on is None
