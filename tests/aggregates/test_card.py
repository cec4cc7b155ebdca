"""A card on the wall: whose it is, whether it is shown, what it stands with, and what it becomes."""

from typing import Any
from uuid import uuid4

import pytest

from aggregates.card import TAKEN_ON, Card
from aggregates.errors import AlreadyTakenOn, CardIsGone, NotYours, UnknownChoice
from tests.given import BETI, EIRA, MAIR, PROJECT, act, attached, happened, text

BLOCK = uuid4()


def put(is_named: bool = False, **more: Any) -> Card:
    return Card.put(act(EIRA, **more), PROJECT, BLOCK, text(), is_named)


def written_down() -> Card:
    return Card.put(act(MAIR, voice=EIRA, agreed="said so", source="spoken"), PROJECT, BLOCK, text(), False, 3)


def test_a_card_is_private_until_whoever_leads_shows_it() -> None:
    card = put()
    assert (card.author, card.is_shown, card.state) == (EIRA, False, "here")
    card.show(act(MAIR))
    card.show(act(MAIR))
    assert card.is_shown
    assert happened(card) == ["Put", "Shown"]


def test_its_words_its_name_and_taking_it_back_are_its_authors_alone() -> None:
    card = put()
    for verb in (lambda: card.reword(act(BETI), text()), lambda: card.name(act(MAIR), True), lambda: card.take_back(act(MAIR))):
        with pytest.raises(NotYours):
            verb()
    words = text()
    card.reword(act(EIRA), words)
    card.name(act(EIRA), True)
    card.name(act(EIRA), True)
    assert (card.words, card.is_named) == (words, True)
    card.take_back(act(EIRA))
    assert happened(card) == ["Put", "Reworded", "Named", "TakenBack"]


def test_what_was_written_down_for_somebody_is_theirs() -> None:
    card = written_down()
    with pytest.raises(NotYours):
        card.reword(act(MAIR), text())
    card.reword(act(EIRA), text())
    card.take_back(act(MAIR, voice=EIRA, agreed="said so", source="phone"))
    assert (card.author, happened(card)) == (EIRA, ["Put", "Reworded", "TakenBack"])


@pytest.mark.parametrize("is_taken_back", [True, False])
def test_nothing_is_done_with_a_card_that_is_gone(is_taken_back: bool) -> None:
    card = put()
    card.take_back(act(EIRA)) if is_taken_back else card.set_aside(act(MAIR), text())
    before = happened(card)
    for verb in (
        lambda: card.reword(act(EIRA), text()),
        lambda: card.name(act(EIRA), True),
        lambda: card.show(act(MAIR)),
        lambda: card.set_aside(act(MAIR), text()),
        lambda: card.put_under(act(MAIR), uuid4()),
        lambda: card.join(act(MAIR), uuid4()),
        lambda: card.part(act(MAIR)),
        lambda: card.take_on(act(MAIR), "idea", uuid4()),
        lambda: card.answer(act(BETI), text()),
    ):
        with pytest.raises(CardIsGone):
            verb()
    assert happened(card) == before


def test_what_was_set_aside_is_brought_back_and_what_was_taken_back_is_not() -> None:
    card = put()
    card.bring_back(act(MAIR))
    card.show(act(MAIR))
    card.set_aside(act(MAIR), text())
    card.bring_back(act(MAIR))
    assert (card.state, card.is_shown) == ("here", True)
    card.take_back(act(EIRA))
    card.bring_back(act(MAIR))
    assert (card.state, happened(card)) == ("taken back", ["Put", "Shown", "SetAside", "BroughtBack", "TakenBack"])


def test_what_was_set_aside_may_still_be_taken_back_once() -> None:
    card = put()
    card.set_aside(act(MAIR), text())
    card.take_back(act(EIRA))
    with pytest.raises(CardIsGone):
        card.take_back(act(EIRA))
    assert (card.state, happened(card)) == ("taken back", ["Put", "SetAside", "TakenBack"])


def test_a_card_is_put_under_a_theme_and_out_of_it_again() -> None:
    card, theme = put(), uuid4()
    card.put_under(act(MAIR), theme)
    card.put_under(act(MAIR), theme)
    card.put_under(act(MAIR), None)
    assert (card.theme, happened(card)) == (None, ["Put", "Themed", "Themed"])


def test_a_card_stands_with_another_and_by_itself_again_but_never_with_itself() -> None:
    card, other = put(), uuid4()
    with pytest.raises(UnknownChoice):
        card.join(act(MAIR), card.id)
    card.part(act(MAIR))
    card.join(act(MAIR), other)
    card.join(act(MAIR), other)
    assert card.joined == other
    card.part(act(MAIR))
    card.part(act(MAIR))
    assert (card.joined, happened(card)) == (None, ["Put", "Joined", "Parted"])


@pytest.mark.parametrize("what", TAKEN_ON)
def test_a_card_becomes_one_thing_outside_and_once(what: str) -> None:
    card, thing = put(), uuid4()
    with pytest.raises(UnknownChoice):
        card.take_on(act(MAIR), "song", thing)
    card.take_on(act(MAIR), what, thing)
    for again in TAKEN_ON:
        with pytest.raises(AlreadyTakenOn):
            card.take_on(act(MAIR), again, uuid4())
    assert (card.became, happened(card)) == (thing, ["Put", "TakenOn"])


def test_a_question_is_answered_as_often_as_there_is_something_to_say() -> None:
    card = put()
    card.answer(act(BETI), text())
    card.answer(act(BETI), text())
    assert happened(card) == ["Put", "Answered", "Answered"]


def test_a_photo_of_its_paper_comes_with_it() -> None:
    photo = attached("photo")
    card = Card.put(act(MAIR, voice=EIRA, agreed="said so", source="paper"), PROJECT, BLOCK, text(), False, 3, photo)
    [put] = card.pending_events
    assert isinstance(put, Card.Put)
    assert put.photo == photo
    assert happened(card) == ["Put"]
