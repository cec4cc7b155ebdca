"""What matters to somebody: consent to quote, reading before showing, taking back."""

from uuid import uuid4

import pytest

from aggregates.errors import MatterIsTakenBack, NotYours
from aggregates.matter import Matter
from tests.given import BETI, EIRA, MAIR, act, happened, text


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
