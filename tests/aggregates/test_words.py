"""Words taken down, put back, erased."""

from uuid import uuid4

import pytest

from aggregates.errors import AlreadyAppealed, AlreadyErased, AlreadyHidden, AppealIsOpen, NoAppeal, NotHidden, NotYours, SomebodyElseDecides
from aggregates.words import Words, words_id
from tests.given import BETI, EIRA, MAIR, SIAN, act, happened, text

TEXT, IDEA = uuid4(), uuid4()


def hidden() -> Words:
    return Words.hide(act(MAIR), TEXT, EIRA, "idea", IDEA, text())


def test_hidden_words_keep_their_owner_their_place_and_the_reason():
    words = hidden()
    assert (words.id, words.text, words.owner, words.kind, words.subject, words.is_hidden) == (words_id(TEXT), TEXT, EIRA, "idea", IDEA, True)
    assert happened(words) == ["Hidden"]


def test_words_are_put_back_and_hidden_again():
    words = hidden()
    with pytest.raises(AlreadyHidden):
        words.hide_again(act(MAIR), text())
    words.show(act(MAIR), text())
    with pytest.raises(NotHidden):
        words.show(act(MAIR), text())
    words.hide_again(act(MAIR), text())
    assert happened(words) == ["Hidden", "Shown", "HiddenAgain"]


def test_erased_is_final():
    words = hidden()
    words.erase(act(EIRA), "asked by the author")
    assert happened(words) == ["Hidden", "Erased"]
    for verb in (lambda: words.erase(act(EIRA), "unlawful"), lambda: words.show(act(MAIR), text()), lambda: words.hide_again(act(MAIR), text())):
        with pytest.raises(AlreadyErased):
            verb()


def test_words_that_stand_are_hidden_before_they_are_erased():
    words = hidden()
    words.show(act(MAIR), text())
    with pytest.raises(NotHidden):
        words.erase(act(EIRA), "unlawful")


def test_an_appeal_goes_to_somebody_else_and_words_are_shown_again_or_stay_down() -> None:
    words = hidden()
    words.appeal(act(EIRA), text())
    for nobody in (MAIR, EIRA):
        with pytest.raises(SomebodyElseDecides):
            words.answer_appeal(act(nobody), upheld=True, reason=text())
    words.answer_appeal(act(SIAN), upheld=False, reason=text())
    assert words.is_hidden
    with pytest.raises(NoAppeal):
        words.answer_appeal(act(SIAN), upheld=True, reason=text())
    with pytest.raises(AlreadyAppealed):
        words.appeal(act(EIRA), text())
    words.show(act(MAIR), text())
    words.hide_again(act(SIAN), text())
    words.appeal(act(EIRA), text())
    words.answer_appeal(act(MAIR), upheld=True, reason=text())
    assert not words.is_hidden
    assert happened(words) == ["Hidden", "Appealed", "AppealAnswered", "Shown", "HiddenAgain", "Appealed", "AppealAnswered"]


def test_only_their_author_appeals_and_only_while_they_are_hidden() -> None:
    words = hidden()
    with pytest.raises(NotYours):
        words.appeal(act(BETI), text())
    words.show(act(MAIR), text())
    with pytest.raises(NotHidden):
        words.appeal(act(EIRA), text())


def test_words_are_not_erased_over_the_head_of_an_appeal() -> None:
    words = hidden()
    words.appeal(act(EIRA), text())
    with pytest.raises(AppealIsOpen):
        words.erase(act(MAIR), "unlawful")
    words.erase(act(EIRA), "asked by the author")
    assert not words.is_appealed


def test_whoever_hid_them_may_change_their_mind_before_the_answer() -> None:
    words = hidden()
    words.appeal(act(EIRA), text())
    words.show(act(MAIR), text())
    assert (words.is_hidden, words.is_appealed) == (False, False)
