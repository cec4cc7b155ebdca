from uuid import uuid4

import pytest

from aggregates.errors import IdeaIsSetAside, NotYours, UnknownChoice
from aggregates.idea import Idea
from tests.given import AMINA, BETI, EIRA, MAIR, PROJECT, act, happened, text


def test_an_idea_belongs_to_its_author_and_its_project() -> None:
    idea = Idea.post(act(EIRA), text())
    assert (idea.author, idea.project, idea.supporters, idea.is_set_aside) == (EIRA, PROJECT, [], False)
    assert happened(idea) == ["Posted"]


def test_an_idea_written_down_for_somebody_is_theirs() -> None:
    idea = Idea.post(act(MAIR, voice=EIRA, agreed="spoken"), text())
    idea.reword(act(EIRA), text())
    assert happened(idea) == ["Posted", "Reworded"]
    with pytest.raises(NotYours):
        idea.reword(act(MAIR), text())


def test_rewording_keeps_whose_the_earlier_words_were() -> None:
    first, second = text(), text("en")
    idea = Idea.post(act(EIRA), first)
    idea.reword(act(EIRA), second)
    assert idea.words == second
    assert idea.texts == {first.id: EIRA, second.id: EIRA}


def test_supporting_twice_is_supporting_once() -> None:
    idea = Idea.post(act(EIRA), text())
    idea.support(act(BETI))
    idea.support(act(BETI))
    idea.support(act(AMINA))
    assert idea.supporters == [BETI, AMINA]
    assert happened(idea) == ["Posted", "Supported", "Supported"]


def test_support_can_be_taken_back_and_given_again() -> None:
    idea = Idea.post(act(EIRA), text())
    idea.support(act(BETI))
    idea.take_back_support(act(BETI))
    idea.take_back_support(act(BETI))
    assert idea.supporters == []
    idea.support(act(BETI))
    assert happened(idea) == ["Posted", "Supported", "SupportTakenBack", "Supported"]


def test_the_last_stance_stands_and_says_what_it_was_before() -> None:
    idea = Idea.post(act(EIRA), text(), "https://pol.is/example")
    for stance in ("agree", "agree", "pass", "disagree"):
        idea.take_stance(act(BETI), stance)
    assert idea.stances == {BETI.hex: "disagree"}
    assert [event.before for event in idea.pending_events[1:]] == [None, "agree", "pass"]
    assert happened(idea) == ["Posted", "StanceTaken", "StanceTaken", "StanceTaken"]


def test_there_are_three_stances() -> None:
    with pytest.raises(UnknownChoice):
        Idea.post(act(EIRA), text()).take_stance(act(BETI), "perhaps")


def test_replies_and_answers_are_kept_with_whose_they_are() -> None:
    idea = Idea.post(act(EIRA), text())
    reply, answer, later = text(), text(), text()
    idea.reply(act(BETI), uuid4(), reply)
    idea.answer(act(MAIR), answer)
    idea.answer(act(MAIR), later)
    assert (idea.texts[reply.id], idea.texts[answer.id], idea.texts[later.id]) == (BETI, MAIR, MAIR)
    assert happened(idea) == ["Posted", "Replied", "Answered", "Answered"]


def test_what_is_set_aside_rests() -> None:
    idea = Idea.post(act(EIRA), text())
    idea.support(act(BETI))
    idea.set_aside(act(MAIR), text())
    for verb in (
        lambda: idea.reword(act(EIRA), text()),
        lambda: idea.support(act(AMINA)),
        lambda: idea.reply(act(AMINA), uuid4(), text()),
        lambda: idea.answer(act(MAIR), text()),
        lambda: idea.set_aside(act(MAIR), text()),
    ):
        with pytest.raises(IdeaIsSetAside):
            verb()
    idea.take_back_support(act(BETI))
    idea.take_stance(act(AMINA), "agree")
    assert happened(idea) == ["Posted", "Supported", "SetAside", "SupportTakenBack", "StanceTaken"]


def test_what_was_set_aside_can_be_taken_up_again() -> None:
    idea = Idea.post(act(EIRA), text())
    idea.take_up_again(act(MAIR), text())
    idea.set_aside(act(MAIR), text())
    idea.take_up_again(act(MAIR), text())
    idea.support(act(BETI))
    assert happened(idea) == ["Posted", "SetAside", "TakenUpAgain", "Supported"]


def test_a_reply_is_said_in_other_words_by_whoever_it_is_of():
    idea = Idea.post(act(BETI), text())
    reply = text()
    idea.reply(act(MAIR, voice=EIRA, agreed="said so"), uuid4(), reply)
    with pytest.raises(NotYours):
        idea.reword_reply(act(MAIR), reply.id, text())
    idea.reword_reply(act(EIRA), reply.id, text())
    assert happened(idea) == ["Posted", "Replied", "ReplyReworded"]
