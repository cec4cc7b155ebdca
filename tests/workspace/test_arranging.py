"""Ideas and themes in order, through the store."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from aggregates.base import today
from aggregates.errors import DayHasPassed, Empty, IdeaIsJoined, MemberIsNotHere, NotFound, NotYours, NotYourTask, ThemeIsClosed, TooLong, UnknownChoice
from aggregates.idea import Idea
from tests.gathering import Gathering
from workspace import arranging, ideas, members, proposals, themes
from workspace.story.telling import both


def post(group: Gathering, name: str, *supporters: str) -> UUID:
    made = ideas.post(group.workspace, group.act(name), f"Syniad {name}").id
    for supporter in supporters:
        ideas.support(group.workspace, group.act(supporter), made)
    return made


def found(group: Gathering, idea: UUID) -> Idea:
    return group.workspace.load(Idea, idea)


def test_anybody_names_a_theme_and_whoever_named_it_or_a_facilitator_changes_it(group: Gathering) -> None:
    theme = themes.name(group.workspace, group.act("Beti"), both("Pryd", "When")).id
    with pytest.raises(NotYourTask):
        themes.rename(group.workspace, group.act("Amina"), theme, {"en": "When exactly"})
    with pytest.raises(NotYourTask):
        themes.close(group.workspace, group.act("Amina"), theme)
    themes.rename(group.workspace, group.act("Mair"), theme, {"cy": "Pa bryd"})
    themes.close(group.workspace, group.act("Beti"), theme)
    with pytest.raises(ThemeIsClosed):
        ideas.post(group.workspace, group.act("Eira"), "Yn gynt", theme)
    for name, refusal in (({"cy": " "}, Empty), ({"cy": "x" * 61}, TooLong)):
        with pytest.raises(refusal):
            themes.name(group.workspace, group.act("Beti"), name)


def test_whoever_is_here_moves_an_idea_and_can_move_it_back(group: Gathering) -> None:
    idea, theme = post(group, "Eira"), themes.name(group.workspace, group.act("Beti"), {"cy": "Pryd"}).id
    arranging.move(group.workspace, group.act("Amina"), idea, theme)
    assert found(group, idea).theme == theme
    arranging.move(group.workspace, group.act("Eira"), idea)
    assert found(group, idea).theme is None
    for nowhere in (uuid4(), group.project):
        with pytest.raises(NotFound):
            arranging.move(group.workspace, group.act("Eira"), idea, nowhere)


def test_an_author_joins_their_idea_with_another_and_either_author_sets_them_apart(group: Gathering) -> None:
    hers, theirs = post(group, "Eira", "Beti", "Rhys"), post(group, "Amina", "Rhys")
    with pytest.raises(NotYourTask):
        arranging.join(group.workspace, group.act("Amina"), hers, theirs)
    arranging.join(group.workspace, group.act("Eira"), hers, theirs)
    assert found(group, theirs).authors == [group.member("Amina"), group.member("Eira")]
    assert len(found(group, theirs).supporters) == 2
    with pytest.raises(IdeaIsJoined):
        ideas.support(group.workspace, group.act("Tomos"), hers)
    with pytest.raises(NotYourTask):
        arranging.set_apart(group.workspace, group.act("Tomos"), hers)
    arranging.set_apart(group.workspace, group.act("Amina"), hers)
    assert (found(group, hers).joined_with, len(found(group, hers).supporters), len(found(group, theirs).supporters)) == (None, 2, 1)
    with pytest.raises(UnknownChoice):
        arranging.set_apart(group.workspace, group.act("Eira"), hers)


def test_a_facilitator_joins_any_two_and_nothing_with_itself(group: Gathering) -> None:
    one, other = post(group, "Eira"), post(group, "Amina")
    head = group.workspace.head()
    for into, refusal in ((one, UnknownChoice), (uuid4(), NotFound)):
        with pytest.raises(refusal):
            arranging.join(group.workspace, group.act("Mair"), one, into)
    assert group.workspace.head() == head
    arranging.join(group.workspace, group.act("Mair"), one, other)
    assert found(group, one).joined_with == other


def test_everybody_whose_idea_it_is_becomes_an_author_of_the_proposal(group: Gathering) -> None:
    one, other = post(group, "Eira"), post(group, "Amina")
    arranging.join(group.workspace, group.act("Eira"), one, other)
    proposal = proposals.draft(group.workspace, group.act("Beti"), both("T", "T"), both("C", "S"), both("x", "x"), [other]).id
    authors = proposals.load(group.workspace, group.act("Beti"), proposal).authors
    assert authors == [group.member(name) for name in ("Beti", "Amina", "Eira")]


def test_whoever_wrote_an_idea_splits_it_into_ideas_under_the_same_theme(group: Gathering) -> None:
    theme = themes.name(group.workspace, group.act("Beti"), {"cy": "Pryd"}).id
    idea = ideas.post(group.workspace, group.act("Eira"), "Yn gynt, ac yn hwyrach ar y Sul", theme).id
    with pytest.raises(NotYours):
        arranging.split(group.workspace, group.act("Mair"), idea, ["Yn gynt", "Dydd Sul"])
    with pytest.raises(Empty):
        arranging.split(group.workspace, group.act("Eira"), idea, ["Yn gynt"])
    arranging.split(group.workspace, group.act("Eira"), idea, ["Yn gynt", "Dydd Sul", "Gaeaf"])
    events = [event for _, event in group.workspace.events_of([idea])]
    parts = [found(group, part) for part in events[-1].parts]
    assert [(part.author, part.theme) for part in parts] == [(group.member("Eira"), theme)] * 2


def test_who_is_asked_answers_whatever_their_task(group: Gathering) -> None:
    idea, soon = post(group, "Eira"), today(group.act("Eira")) + timedelta(days=7)
    with pytest.raises(NotYourTask):
        ideas.answer(group.workspace, group.act("Rhys"), idea, "Iawn", "yes")
    ideas.ask_for_answer(group.workspace, group.act("Beti"), idea, group.member("Rhys"), soon)
    ideas.answer(group.workspace, group.act("Rhys"), idea, "Iawn", "let us talk", soon)
    assert found(group, idea).asked == {}
    with pytest.raises(NotYourTask):
        ideas.answer(group.workspace, group.act("Rhys"), idea, "Eto", "yes")
    with pytest.raises(DayHasPassed):
        ideas.ask_for_answer(group.workspace, group.act("Beti"), idea, group.member("Rhys"), soon - timedelta(days=8))
    with pytest.raises(NotFound):
        ideas.ask_for_answer(group.workspace, group.act("Beti"), idea, uuid4(), soon)
    amina = group.member("Amina")
    members.leave(group.workspace, group.act("Amina"))
    with pytest.raises(MemberIsNotHere):
        ideas.ask_for_answer(group.workspace, group.act("Beti"), idea, amina, soon)


def test_enough_support_by_the_charter_moves_an_idea_on(group: Gathering) -> None:
    before = post(group, "Eira", "Beti", "Rhys")
    assert not found(group, before).has_moved_on
    group.adopt_charter(enough_support={"citizen": 2, "professional": 1})
    idea = post(group, "Eira", "Beti", "Rhys")
    assert not found(group, idea).has_moved_on
    ideas.support(group.workspace, group.act("Tomos"), idea)
    assert found(group, idea).has_moved_on
