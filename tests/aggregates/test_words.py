"""Words taken down, put back, erased."""

from uuid import uuid4

import pytest

from aggregates.errors import AlreadyErased, AlreadyHidden, NotHidden
from aggregates.words import Words, words_id
from tests.given import EIRA, MAIR, act, happened, text

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
