"""Ideas happen, the board is read."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from projections.board import Board, board, cards, idea, notes
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import ideas, polis, proposals, words
from workspace.application import Workspace
from workspace.polis.reading import Statement, Vote
from workspace.story.telling import both


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    return Gathering(workspace)


@pytest.fixture
def db(group: Gathering) -> Iterator[psycopg.Connection[Any]]:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        yield db


def read(group: Gathering, **more: Any) -> Board:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return board(db, group.project, **more)


def bodies(found: Board) -> list[str]:
    return [next(iter(card.words.values()), "") for card in found.cards]


def post(group: Gathering, *texts: str, by: str = "Eira") -> list[Any]:
    return [ideas.post(group.workspace, group.act(by), text).id for text in texts]


def test_an_empty_board_knows_what_the_project_asks(group: Gathering) -> None:
    found = read(group)
    assert (found.cards, found.open, found.total) == ([], 0, 0)
    assert set(found.question) == {"cy", "en"}


def test_a_card_has_the_words_the_name_and_the_counts(group: Gathering) -> None:
    (made,) = post(group, "Mae enw yn ddigon")
    for name in ("Beti", "Amina"):
        ideas.support(group.workspace, group.act(name), made)
    ideas.take_back_support(group.workspace, group.act("Amina"), made)
    ideas.reply(group.workspace, group.act("Rhys"), made, "Cytuno")
    (card,) = read(group, viewer=group.member("Beti")).cards
    assert (card.words, card.name, card.side) == ({"cy": "Mae enw yn ddigon"}, "Eira", "citizen")
    assert (card.supporters, card.replies, card.is_supported, card.is_mine, card.is_imported) == (1, 1, True, False, False)
    (card,) = read(group, viewer=group.member("Eira")).cards
    assert (card.is_supported, card.is_mine) == (False, True)


def test_the_three_orders_and_what_was_set_aside(group: Gathering) -> None:
    _, second, third, fourth = post(group, "un", "dau", "tri", "pedwar")
    ideas.support(group.workspace, group.act("Beti"), second)
    ideas.answer(group.workspace, group.act("Mair"), third, "Gawn ni siarad")
    ideas.set_aside(group.workspace, group.act("Mair"), fourth, "Mae’r un peth yn “un”")
    assert bodies(read(group)) == ["tri", "dau", "un"]
    assert bodies(read(group, order="supported")) == ["dau", "tri", "un"]
    assert bodies(read(group, order="unanswered")) == ["un", "dau"]
    found = read(group, order="aside")
    assert bodies(found) == ["pedwar"]
    assert found.cards[0].note_words == {"cy": "Mae’r un peth yn “un”"}
    assert (found.open, found.unanswered, found.aside, found.total) == (3, 2, 1, 1)


def test_ones_own_ideas_are_found_also_where_they_were_set_aside(group: Gathering) -> None:
    _, second, _ = post(group, "un", "dau", "tri")
    post(group, "arall", by="Beti")
    ideas.set_aside(group.workspace, group.act("Mair"), second, "Wedi’i wneud")
    found = read(group, order="mine", viewer=group.member("Eira"))
    assert (bodies(found), found.total) == (["tri", "dau", "un"], 3)
    assert [card.is_aside for card in found.cards] == [False, True, False]
    assert (bodies(read(group, order="mine", viewer=group.member("Beti"), find="arall")), read(group, order="mine").total) == (["arall"], 0)


def test_what_is_taken_up_again_shows_its_answer_again(group: Gathering) -> None:
    (made,) = post(group, "un")
    ideas.answer(group.workspace, group.act("Mair"), made, "Iawn")
    ideas.answer(group.workspace, group.act("Mair"), made, "Iawn, o fis Mai")
    ideas.set_aside(group.workspace, group.act("Eira"), made, "Wedi newid fy meddwl")
    ideas.take_up_again(group.workspace, group.act("Mair"), made, "Mae Beti ei eisiau")
    found = read(group)
    assert (found.open, found.unanswered, found.aside) == (1, 0, 0)
    assert (found.cards[0].note_words, found.cards[0].note_name, found.cards[0].answers) == ({"cy": "Iawn, o fis Mai"}, "Mair", 2)


def test_finding_is_by_words_and_counts_what_it_found(group: Gathering) -> None:
    post(group, "A neighbour's rota for company", "Ten minutes to sit", "Company on Sundays")
    found = read(group, find="company")
    assert bodies(found) == ["Company on Sundays", "A neighbour's rota for company"]
    assert (found.total, found.open) == (2, 3)
    for odd in ("'", "a & | !", '"', "x" * 100, "🙂", "%"):
        read(group, find=odd)


def test_fifty_a_page(group: Gathering) -> None:
    post(group, *(str(number) for number in range(53)))
    assert [len(read(group, page=page).cards) for page in (1, 2, 3)] == [50, 3, 0]
    assert bodies(read(group, page=2)) == ["2", "1", "0"]
    assert read(group, page=3).total == 53


def test_words_that_were_taken_down_are_not_there(group: Gathering) -> None:
    (made,) = post(group, "Enw rhywun")
    (card,) = read(group).cards
    words.hide(group.workspace, group.act("Mair"), card.text, words.Place("idea", made), "Mae’n enwi rhywun")
    (card,) = read(group).cards
    assert card.words == {}
    assert read(group, find="enw").cards == []


def test_one_idea_is_of_one_project(group: Gathering, db: psycopg.Connection[Any]) -> None:
    (made,) = post(group, "un")
    bring_to_head(group.workspace)
    assert idea(db, group.project, made) is not None
    assert idea(db, uuid4(), made) is None
    assert [card.id for card in cards(db, group.project, [uuid4(), made])] == [made]


def test_notes_stand_in_order_with_what_they_are(group: Gathering, db: psycopg.Connection[Any]) -> None:
    (made,) = post(group, "un")
    ideas.reply(group.workspace, group.act("Beti"), made, "a")
    ideas.answer(group.workspace, group.act("Mair"), made, "b")
    ideas.set_aside(group.workspace, group.act("Mair"), made, "c")
    ideas.take_up_again(group.workspace, group.act("Mair"), made, "d")
    bring_to_head(group.workspace)
    found = notes(db, made, viewer=group.member("Beti"))
    assert [(note.kind, note.words["cy"], note.name, note.is_mine) for note in found.notes] == [
        ("reply", "a", "Beti", True),
        ("answer", "b", "Mair", False),
        ("set aside", "c", "Mair", False),
        ("taken up again", "d", "Mair", False),
    ]
    assert not found.has_more


def test_a_proposal_marks_the_ideas_it_grew_from(group: Gathering) -> None:
    first, _ = post(group, "un", "dau")
    proposals.draft(group.workspace, group.act("Amina"), both("T", "T"), both("C", "S"), both("x", "x"), [first])
    assert [card.proposals for card in read(group).cards] == [0, 1]


def test_the_last_stance_of_each_person_counts(workspace: Workspace) -> None:
    conversation = polis.Conversation(
        uuid4(),
        "Beth?",
        "",
        "https://pol.is/x",
        [Statement(workspace.now(), 1, 9, False, "A statement"), Statement(workspace.now(), 2, 1, True, "Moderated")],
        [Vote(workspace.now(), 1, voter, stance) for voter, stance in ((1, "agree"), (2, "pass"), (1, "disagree"), (3, "agree"))],
    )
    polis.bring_in(workspace, conversation, side="citizen")
    bring_to_head(workspace)
    with workspace.reading() as db:
        found = board(db, conversation.id, order="supported")
        aside = board(db, conversation.id, order="aside")
    (card,) = found.cards
    assert (card.agree, card.disagree, card.passed, card.supporters) == (1, 1, 1, 0)
    assert (card.is_imported, card.side, card.source) == (True, "none", "https://pol.is/x")
    assert (found.open, found.unanswered, found.aside, len(aside.cards)) == (1, 1, 1, 1)


def test_one_statement_a_board(group: Gathering, db: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    execute = psycopg.Connection.execute

    def noted(self: Any, *words: Any, **more: Any) -> Any:
        asked.append(words[0])
        return execute(self, *words, **more)

    monkeypatch.setattr(psycopg.Connection, "execute", noted)
    board(db, group.project)
    assert len(asked) == 1
