"""Ideas happen, the board is read."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from aggregates.base import today
from projections.board import Board, asks, board, cards, idea, kin, notes
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import arranging, ideas, members, polis, proposals, themes, words
from workspace.application import Workspace
from workspace.polis.reading import Statement, Vote
from workspace.story.telling import both


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


def test_ideas_stand_under_themes_and_the_rest_under_none_yet(group: Gathering) -> None:
    who, when = (themes.name(group.workspace, group.act("Beti"), name).id for name in (both("Pwy", "Who"), {"cy": "Pryd"}))
    first, second, _ = post(group, "un", "dau", "tri")
    for idea_id, theme in ((first, who), (second, when), (second, who)):
        arranging.move(group.workspace, group.act("Amina"), idea_id, theme)
    found = read(group, by_theme=True)
    assert [(each.name, each.ideas) for each in found.themes] == [({"cy": "Pwy", "en": "Who"}, 2), ({"cy": "Pryd"}, 0)]
    assert [[next(iter(card.words.values())) for card in found.under(theme)] for theme in (who, when, None)] == [["dau", "un"], [], ["tri"]]
    assert (found.total, found.loose, found.open) == (1, 1, 3)
    assert (bodies(read(group, theme=who)), read(group, theme=who).total) == (["dau", "un"], 2)
    assert (bodies(read(group, theme="none")), bodies(read(group, theme=who, find="dau"))) == (["tri"], ["dau"])
    ideas.set_aside(group.workspace, group.act("Mair"), first, "Wedi’i wneud")
    assert read(group).themes[0].ideas == 1
    ideas.take_up_again(group.workspace, group.act("Mair"), first, "Eto")
    themes.close(group.workspace, group.act("Beti"), who)
    found = read(group, by_theme=True)
    assert ([each.id for each in found.themes], found.total, len(found.under(None))) == ([when], 3, 3)
    arranging.move(group.workspace, group.act("Amina"), first, when)
    assert read(group).themes[0].ideas == 1


def test_the_first_of_each_theme_then_a_page_of_the_others(group: Gathering) -> None:
    when = themes.name(group.workspace, group.act("Beti"), {"cy": "Pryd"}).id
    for number in range(10):
        ideas.post(group.workspace, group.act("Eira"), f"pryd {number}", when)
    post(group, *(str(number) for number in range(52)))
    found = read(group, by_theme=True)
    assert (len(found.under(when)), len(found.under(None)), found.themes[0].ideas, found.total) == (8, 50, 10, 52)
    assert bodies(found)[:2] == ["51", "50"]
    second = read(group, by_theme=True, page=2)
    assert (len(second.under(when)), bodies(second)) == (0, ["1", "0"])


def test_two_that_were_joined_are_one_card_of_two_authors_and_can_be_two_again(group: Gathering) -> None:
    (hers,), (theirs,) = post(group, "hwyrach"), post(group, "later", by="Amina")
    for name, idea_id in (("Beti", hers), ("Rhys", hers), ("Rhys", theirs)):
        ideas.support(group.workspace, group.act(name), idea_id)
    arranging.join(group.workspace, group.act("Eira"), hers, theirs)
    found = read(group, viewer=group.member("Eira"))
    (card,) = found.cards
    assert (card.name, card.others, card.supporters, card.is_mine, card.is_ours) == ("Amina", [["Eira", "citizen"]], 2, False, True)
    assert (found.open, found.unanswered) == (1, 1)
    assert bodies(read(group, order="mine", viewer=group.member("Eira"))) == ["later", "hwyrach"]
    with group.workspace.reading() as db:
        assert [(each.how, each.id, each.name) for each in kin(db, theirs)] == [("taken in", hers, "Eira")]
        assert [(each.how, each.id) for each in kin(db, hers)] == [("into", theirs)]
    arranging.set_apart(group.workspace, group.act("Amina"), hers)
    found = read(group)
    assert [(card.supporters, card.others) for card in found.cards] == [(1, None), (2, None)]
    assert (found.open, found.unanswered) == (2, 2)


def test_a_part_says_of_what_and_the_whole_what_became_of_it(group: Gathering) -> None:
    (made,) = post(group, "un a dau")
    arranging.split(group.workspace, group.act("Eira"), made, ["un", "dau"])
    found = read(group)
    assert bodies(found) == ["dau", "un"]
    with group.workspace.reading() as db:
        assert [each.how for each in kin(db, found.cards[0].id)] == ["whole"]
        assert [each.how for each in kin(db, made)] == ["part"]


def test_who_owes_an_answer_first_stands_on_the_card_until_they_gave_it(group: Gathering) -> None:
    (made,) = post(group, "un")
    day = today(group.act("Eira"))
    for name, after in (("Amina", 9), ("Rhys", 2)):
        ideas.ask_for_answer(group.workspace, group.act("Beti"), made, group.member(name), day + timedelta(days=after))
    (card,) = read(group).cards
    assert (card.owed_name, card.owed_on, card.is_late) == ("Rhys", day + timedelta(days=2), False)
    ideas.answer(group.workspace, group.act("Rhys"), made, "Ym mis Mai", "partly", day + timedelta(days=100))
    (card,) = read(group).cards
    assert (card.owed_name, card.note_kind, card.note_on) == ("Amina", "partly", day + timedelta(days=100))
    with group.workspace.reading() as db:
        assert [(each.name, each.asked_by, each.is_mine) for each in asks(db, made, viewer=group.member("Amina"))] == [("Amina", "Beti", True)]
        assert [(note.answer, note.answer_on) for note in notes(db, made).notes] == [("partly", day + timedelta(days=100))]
    ideas.set_aside(group.workspace, group.act("Mair"), made, "Am y tro")
    assert read(group, order="aside").cards[0].owed_name is None


def test_whoever_has_left_owes_no_answer(group: Gathering) -> None:
    (made,) = post(group, "un")
    ideas.ask_for_answer(group.workspace, group.act("Beti"), made, group.member("Rhys"), (group.workspace.now() + timedelta(days=3)).date())
    assert read(group).cards[0].owed_name == "Rhys"
    members.leave(group.workspace, group.act("Rhys"))
    assert read(group).cards[0].owed_on is None


def test_a_day_that_has_passed_is_late(group: Gathering) -> None:
    (made,) = post(group, "un")
    long_ago = group.workspace.now() - timedelta(days=9)
    by = group.act("Beti", happened_at=long_ago)
    ideas.ask_for_answer(group.workspace, by, made, group.member("Rhys"), today(by))
    assert read(group).cards[0].is_late


def test_enough_support_is_said_on_the_card(group: Gathering) -> None:
    assert read(group).enough == {}
    group.adopt_charter(enough_support={"citizen": 1, "professional": 1})
    (made,) = post(group, "un")
    ideas.support(group.workspace, group.act("Beti"), made)
    found = read(group)
    assert (found.enough, found.cards[0].citizens, found.cards[0].professionals) == ({"citizen": 1, "professional": 1}, 1, 0)
    ideas.support(group.workspace, group.act("Rhys"), made)
    ideas.take_back_support(group.workspace, group.act("Beti"), made)
    card = read(group).cards[0]
    assert (card.moved_on_at is not None, card.supporters, card.citizens, card.professionals) == (True, 1, 0, 1)


def test_joined_ideas_count_each_supporter_once_on_their_side(group: Gathering) -> None:
    one, other = post(group, "un", "dau")
    for name, made in (("Beti", one), ("Rhys", one), ("Beti", other)):
        ideas.support(group.workspace, group.act(name), made)
    arranging.join(group.workspace, group.act("Mair"), one, other)
    (card,) = read(group).cards
    assert (card.supporters, card.citizens, card.professionals) == (2, 1, 1)
    arranging.set_apart(group.workspace, group.act("Mair"), one)
    assert {card.id: (card.citizens, card.professionals) for card in read(group).cards} == {one: (1, 1), other: (1, 0)}
