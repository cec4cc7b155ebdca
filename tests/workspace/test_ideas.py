"""What people do with ideas, through the store."""

from uuid import uuid4

import pytest

from aggregates.errors import Empty, IdeaIsSetAside, NotFound, NotYours, NotYourTask, TooLong, Unreadable
from aggregates.idea import Idea
from tests.gathering import Gathering
from workspace import ideas


def test_posting_keeps_the_words_beside_the_event(group: Gathering) -> None:
    made = ideas.post(group.workspace, group.act("Eira"), "  Mae enw\r\nyn ddigon  ").id
    found = group.workspace.load(Idea, made)
    assert found.author == group.member("Eira")
    with group.workspace.reading() as db:
        assert db.execute("select body, language, owner from texts where id = %s", (found.words.id,)).fetchone() == ("Mae enw\nyn ddigon", "cy", found.author)


@pytest.mark.parametrize(("text", "refusal"), [(" \n", Empty), ("x" * 2001, TooLong), ("a\u202eb", Unreadable), ("a\x07b", Unreadable)])
def test_words_that_cannot_be_kept(group: Gathering, text: str, refusal: type[Exception]) -> None:
    head = group.workspace.head()
    with pytest.raises(refusal):
        ideas.post(group.workspace, group.act("Eira"), text)
    assert group.workspace.head() == head


def test_a_command_happens_once(group: Gathering) -> None:
    command = uuid4()
    first = ideas.post(group.workspace, group.act("Eira", command=command), "un")
    second = ideas.post(group.workspace, group.act("Eira", command=command), "un")
    assert (second.id, second.position, second.already) == (first.id, first.position, True)


def test_supporting_twice_changes_nothing(group: Gathering) -> None:
    made = ideas.post(group.workspace, group.act("Eira"), "un").id
    ideas.support(group.workspace, group.act("Beti"), made)
    head = group.workspace.head()
    ideas.support(group.workspace, group.act("Beti"), made)
    assert group.workspace.head() == head
    ideas.take_back_support(group.workspace, group.act("Beti"), made)
    assert group.workspace.load(Idea, made).supporters == []


def test_who_may_answer_and_set_aside(group: Gathering) -> None:
    made = ideas.post(group.workspace, group.act("Eira"), "un").id
    with pytest.raises(NotYourTask):
        ideas.answer(group.workspace, group.act("Amina"), made, "Iawn")
    with pytest.raises(NotYourTask):
        ideas.set_aside(group.workspace, group.act("Amina"), made, "Na")
    with pytest.raises(NotYours):
        ideas.reword(group.workspace, group.act("Amina"), made, "dau")
    ideas.answer(group.workspace, group.act("Mair"), made, "Iawn")
    ideas.set_aside(group.workspace, group.act("Eira"), made, "Wedi newid fy meddwl")
    with pytest.raises(IdeaIsSetAside):
        ideas.reply(group.workspace, group.act("Beti"), made, "O na")
    with pytest.raises(NotYourTask):
        ideas.take_up_again(group.workspace, group.act("Eira"), made, "Wedi meddwl eto")
    ideas.take_up_again(group.workspace, group.act("Mair"), made, "Mae Beti ei eisiau")
    assert not group.workspace.load(Idea, made).is_set_aside


def test_an_idea_that_is_not_there(group: Gathering) -> None:
    for verb in (ideas.support, ideas.take_back_support):
        with pytest.raises(NotFound):
            verb(group.workspace, group.act("Beti"), uuid4())
    with pytest.raises(NotFound):
        ideas.reply(group.workspace, group.act("Beti"), group.project, "x")
