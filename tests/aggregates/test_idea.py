from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from aggregates.errors import DayHasPassed, DayIsMissing, IdeaIsJoined, IdeaIsSetAside, NotYours, UnknownChoice
from aggregates.idea import Idea
from tests.given import AMINA, BETI, EIRA, GARETH, MAIR, NOON, PROJECT, RHYS, act, happened, text

THURSDAY = date(2026, 12, 3)


def posted(author: UUID = EIRA, *supporters: UUID) -> Idea:
    idea = Idea.post(act(author), text())
    for supporter in supporters:
        idea.support(act(supporter))
    return idea


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


def test_an_idea_is_moved_from_theme_to_theme() -> None:
    idea, when, who = posted(), uuid4(), uuid4()
    for theme in (when, when, who, None):
        idea.move(act(BETI), theme)
    assert happened(idea) == ["Posted", "Moved", "Moved", "Moved"]
    assert [event.before for event in idea.pending_events[1:]] == [None, when, who]  # type: ignore[attr-defined]


def test_two_ideas_go_on_as_one_of_all_their_authors_with_each_supporter_counted_once() -> None:
    hers, theirs = posted(BETI, EIRA, RHYS), posted(AMINA, RHYS, GARETH)
    hers.join(act(BETI), theirs)
    assert theirs.authors == [AMINA, BETI]
    assert sorted(theirs.supporters) == sorted([EIRA, RHYS, GARETH])
    theirs.support(act(EIRA))  # counted already
    assert (happened(hers)[-1], happened(theirs)) == ("Merged", ["Posted", "Supported", "Supported", "TookIn"])
    assert theirs.pending_events[-1].supporters == {"citizen": [EIRA], "professional": [RHYS]}  # type: ignore[attr-defined]
    with pytest.raises(NotYours):
        theirs.reword(act(BETI), text())  # its words are Amina's


def test_what_was_joined_keeps_its_page_and_rests() -> None:
    hers, theirs = posted(BETI, EIRA), posted(AMINA)
    hers.join(act(BETI), theirs)
    for verb in (
        lambda: hers.reword(act(BETI), text()),
        lambda: hers.support(act(RHYS)),
        lambda: hers.take_back_support(act(EIRA)),
        lambda: hers.reply(act(RHYS), uuid4(), text()),
        lambda: hers.move(act(RHYS), uuid4()),
        lambda: hers.join(act(BETI), posted()),
        lambda: posted().join(act(EIRA), hers),
    ):
        with pytest.raises(IdeaIsJoined):
            verb()
    assert happened(hers) == ["Posted", "Supported", "Merged"]


def test_an_idea_is_joined_with_another_and_not_with_one_that_rests() -> None:
    idea, resting = posted(), posted()
    resting.set_aside(act(MAIR), text())
    with pytest.raises(UnknownChoice):
        idea.join(act(EIRA), idea)
    with pytest.raises(IdeaIsSetAside):
        idea.join(act(EIRA), resting)
    assert (happened(idea), happened(resting)) == (["Posted"], ["Posted", "SetAside"])


def test_what_was_joined_can_be_set_apart_with_those_who_still_support_it() -> None:
    hers, theirs = posted(BETI, EIRA, RHYS, GARETH), posted(AMINA, RHYS)
    hers.join(act(BETI), theirs)
    theirs.take_back_support(act(EIRA))
    theirs.support(act(MAIR))
    hers.set_apart(act(AMINA), theirs)
    assert (hers.authors, theirs.authors) == ([BETI], [AMINA])
    assert (hers.supporters, theirs.supporters) == ([RHYS, GARETH], [RHYS, MAIR])
    assert (happened(hers)[-1], happened(theirs)[-1]) == ("SetApart", "LetGo")
    hers.support(act(EIRA))
    with pytest.raises(UnknownChoice):
        hers.set_apart(act(BETI), theirs)


def test_ideas_that_were_joined_one_after_the_other_are_set_apart_in_the_other_order() -> None:
    first, second, third = posted(BETI, EIRA), posted(AMINA), posted(RHYS)
    first.join(act(BETI), second)
    second.join(act(AMINA), third)
    assert third.authors == [RHYS, AMINA, BETI]
    assert third.supporters == [EIRA]
    with pytest.raises(IdeaIsJoined):
        first.set_apart(act(BETI), second)
    second.set_apart(act(AMINA), third)
    first.set_apart(act(BETI), second)
    assert [each.authors for each in (first, second, third)] == [[BETI], [AMINA], [RHYS]]
    assert [each.supporters for each in (first, second, third)] == [[EIRA], [], []]


def test_parts_are_of_the_same_authors_and_the_first_keeps_the_page() -> None:
    hers, idea = posted(BETI), posted(EIRA, RHYS)
    hers.join(act(BETI), idea)
    words = text()
    part = Idea.post(act(EIRA), text(), grew_from=idea.id, authors=idea.authors)
    idea.split(act(EIRA), words, [part.id])
    assert (idea.words, idea.supporters, part.authors, part.supporters) == (words, [RHYS], [EIRA, BETI], [])
    assert happened(idea)[-2:] == ["Reworded", "Split"]
    with pytest.raises(NotYours):
        idea.split(act(BETI), text(), [uuid4()])  # the words are Eira's


def test_anybody_can_be_asked_for_an_answer_by_a_day() -> None:
    idea = posted()
    idea.ask_for_answer(act(EIRA), RHYS, THURSDAY)
    idea.ask_for_answer(act(BETI), RHYS, THURSDAY)
    idea.ask_for_answer(act(EIRA), AMINA, THURSDAY + timedelta(days=7))
    idea.answer(act(RHYS), text(), "partly", THURSDAY)
    assert idea.asked == {AMINA: "2026-12-10"}
    assert happened(idea) == ["Posted", "AnswerAsked", "AnswerAsked", "Answered"]
    with pytest.raises(DayHasPassed):
        idea.ask_for_answer(act(EIRA), RHYS, NOON.date() - timedelta(days=1))


def test_an_answer_is_of_a_kind_and_a_talk_needs_a_day() -> None:
    idea = posted()
    for kind, refusal in (("perhaps", UnknownChoice), ("let us talk", DayIsMissing)):
        with pytest.raises(refusal):
            idea.answer(act(RHYS), text(), kind)
    with pytest.raises(DayHasPassed):
        idea.answer(act(RHYS), text(), "let us talk", date(2026, 11, 16))
    idea.answer(act(RHYS), text(), "let us talk", THURSDAY)
    assert happened(idea) == ["Posted", "Answered"]


def test_an_answer_that_is_owed_goes_along_and_what_rests_is_owed_none() -> None:
    hers, theirs = posted(BETI), posted(AMINA)
    hers.ask_for_answer(act(BETI), RHYS, THURSDAY)
    hers.join(act(BETI), theirs)
    assert (hers.asked, theirs.asked) == ({}, {RHYS: "2026-12-03"})
    theirs.set_aside(act(MAIR), text())
    assert theirs.asked == {}
    assert happened(theirs) == ["Posted", "TookIn", "AnswerAsked", "SetAside"]


def test_enough_support_of_each_side_moves_an_idea_on_once() -> None:
    idea, enough = posted(), {"citizen": 2, "professional": 1}
    for member in (BETI, AMINA, MAIR, RHYS, GARETH):
        idea.support(act(member), enough)
    assert happened(idea) == ["Posted", "Supported", "Supported", "Supported", "Supported", "MovedOn", "Supported"]
    assert idea.pending_events[5].supporters == {"citizen": 2, "professional": 1}  # type: ignore[attr-defined]
    idea.take_back_support(act(RHYS))
    idea.support(act(RHYS), enough)
    assert happened(idea)[-2:] == ["SupportTakenBack", "Supported"]


def test_two_ideas_can_have_enough_together() -> None:
    hers, theirs = posted(BETI, BETI), posted(AMINA, RHYS)
    hers.join(act(BETI), theirs, {"citizen": 1, "professional": 1})
    assert (happened(theirs)[-2:], theirs.has_moved_on, hers.has_moved_on) == (["TookIn", "MovedOn"], True, False)


def test_where_nothing_is_enough_nothing_moves_on_by_itself() -> None:
    idea = posted()
    for enough in (None, {}):
        idea.support(act(RHYS), enough)
    assert not idea.has_moved_on
