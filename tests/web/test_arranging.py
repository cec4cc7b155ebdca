"""Two ideas that go on as one, set apart again, and one that becomes several; without JavaScript."""

from uuid import UUID, uuid4

import pytest

from aggregates.decision import Decision
from aggregates.errors import NotYourTask
from tests.gathering import QUESTION, Gathering
from workspace import arranging, decisions, ideas, proposals, themes
from workspace.story.telling import both

from .browsing import Reader
from .test_ideas import as_, seen


@pytest.fixture
def board(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/ideas"


@pytest.fixture
def pair(reader: Reader, gathering: Gathering) -> tuple[UUID, UUID]:
    """Eira's and Beti's."""
    one, other = (ideas.post(gathering.workspace, gathering.act(name), text).id for name, text in (("Eira", "Sundays later"), ("Beti", "Later on Sundays")))
    seen(reader, gathering)
    return one, other


def opened_by(gathering: Gathering, name: str, proposal: UUID) -> UUID:
    return decisions.open(gathering.workspace, gathering.act(name), QUESTION, gathering.in_(24), proposal=proposal, version=1).id


def test_two_ideas_go_on_as_one_of_both_their_authors(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, other = pair
    for name in ("Tomos", "Amina"):
        ideas.support(gathering.workspace, gathering.act(name), one)
    ideas.support(gathering.workspace, gathering.act("Tomos"), other)
    page = as_(reader, gathering, "Eira").open(f"{board}/{one}/joining")
    assert ("Later on Sundays" in page.text, f'value="{one}"' in page.text) == (True, False)
    page = reader.press(f"{board}/{one}/joining", into=str(other))
    assert page.url.path == f"{board}/{other}"
    assert ("Sundays later" in page.text, "Eira" in page.text, "2 people support it" in page.text) == (True, True, True)
    on_board = reader.open(board).text
    assert (f"idea-{one}" in on_board, f"idea-{other}" in on_board) == (False, True)
    own = reader.open(f"{board}/{one}").text
    assert (f"{board}/{other}" in own, f"{board}/{one}/support" in own, f"{board}/{one}/replies" in own.partition("<form")[2]) == (True, False, False)
    assert "Joined with another" in own
    assert f"{board}/{other}" in reader.open(f"{board}?order=mine").text


def test_what_was_joined_is_set_apart_by_an_author_of_either(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, other = pair
    arranging.join(gathering.workspace, gathering.act("Mair"), one, other)
    as_(reader, gathering, "Tomos")
    assert f"{board}/{one}/joining?_method=delete" not in reader.open(f"{board}/{one}/joining").text
    assert reader.client.delete(f"{board}/{one}/joining").status_code == 403
    as_(reader, gathering, "Beti").open(f"{board}/{one}/joining")
    page = reader.press(f"{board}/{one}/joining?_method=delete")
    assert page.url.path == f"{board}/{one}"
    assert "Joined with another" not in page.text
    assert f"idea-{one}" in reader.open(board).text


def test_the_other_idea_is_found_by_its_theme_or_by_its_words(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, other = pair
    when = themes.name(gathering.workspace, gathering.act("Beti"), both("Pryd", "When")).id
    arranging.move(gathering.workspace, gathering.act("Beti"), one, when)
    page = as_(reader, gathering, "Mair").open(f"{board}/{one}/joining")
    assert "No other idea stands here yet" in page.text
    page = reader.open(f"{board}/{one}/joining?find=later")
    assert f'value="{other}"' in page.text
    assert "Nothing on the board has these words" in reader.open(f"{board}/{one}/joining?find=zzz").text
    reader.open(f"{board}/{one}/joining?find=later")
    assert reader.press(f"{board}/{one}/joining?find=later").status_code == 422
    assert reader.press(f"{board}/{one}/joining?find=later", into=str(other)).url.path == f"{board}/{other}"


def test_who_had_neither_of_two_ideas_does_not_join_them(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, other = pair
    as_(reader, gathering, "Tomos")
    assert "Whoever had one of the ideas can do this" in reader.open(f"{board}/{one}/joining").text
    assert f"{board}/{one}/joining" not in reader.open(f"{board}/{one}").text
    assert reader.client.post(f"{board}/{one}/joining", json={"into": str(other)}).status_code == 403
    as_(reader, gathering, "Eira")
    assert reader.client.post(f"{board}/{one}/joining", json={"into": str(one)}).status_code == 422
    assert reader.client.post(f"{board}/{one}/joining", json={"into": str(uuid4())}).status_code == 404
    assert reader.client.post(f"{board}/{one}/joining", json={}).status_code == 422


def test_several_ideas_in_one_become_ideas_of_their_own(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, _ = pair
    page = as_(reader, gathering, "Eira").open(f"{board}/{one}/parts")
    page = reader.press(f"{board}/{one}/parts", part_1="Sundays", part_2="")
    assert (page.status_code, 'id="part_2-wrong"' in page.text, ">\nSundays</textarea>" in page.text) == (422, True, True)
    page = reader.press(f"{board}/{one}/parts", part_1="Sundays", part_2="And a photo", part_3="")
    assert (page.url.path, "And a photo" in page.text, "Grown from it" in page.text) == (f"{board}/{one}", True, True)
    cards = reader.client.get(f"{board}.json").json()["board"]["cards"]
    assert sorted(card["words"]["en"] for card in cards if card["name"] == "Eira") == ["And a photo", "Sundays"]
    (part,) = [card["id"] for card in cards if card["words"] == {"en": "And a photo"}]
    assert "It is a part of this idea" in reader.open(f"{board}/{part}").text
    as_(reader, gathering, "Mair")
    assert "<textarea" not in reader.open(f"{board}/{one}/parts").text
    assert reader.client.post(f"{board}/{one}/parts", json={"part_1": "a", "part_2": "b"}).status_code == 403


def test_enough_support_moves_an_idea_on_and_its_author_needs_nobodys_leave(reader: Reader, gathering: Gathering, board: str, pair: tuple[UUID, UUID]) -> None:
    one, _ = pair
    gathering.adopt_charter(opened_by="facilitators", enough_support={"citizen": 2, "professional": 1})
    ideas.support(gathering.workspace, gathering.act("Tomos"), one)
    as_(reader, gathering, "Amina")
    for path in (board, f"{board}/{one}"):
        page = reader.open(path).text
        assert ("Teuluoedd: 1 of 2" in page or "Families: 1 of 2" in page, "Enough support" in page) == (True, False)
    ideas.support(gathering.workspace, gathering.act("Beti"), one)
    reader.open(f"{board}/{one}")
    page = reader.press(f"{board}/{one}/support?from=idea")
    assert ("Enough support" in page.text, "Make a proposal of it" in page.text) == (True, False)
    assert "Enough support" in reader.open(f"{board}/{one}/card").text
    draft = f"/en/projects/{gathering.project}/proposals/new?idea={one}"
    turn = as_(reader, gathering, "Eira").open("/en/").text
    assert (draft in turn, "Your idea has enough support" in turn) == (True, True)
    assert draft in reader.open(f"{board}/{one}").text
    proposal = proposals.draft(gathering.workspace, gathering.act("Eira"), both("Sul", "Sundays"), both("Sul", "Sundays"), both("Sul", "Sundays"), [one]).id
    assert "Your idea has enough support" not in reader.open("/en/").text
    ask = f"/en/projects/{gathering.project}/decisions/new?proposal={proposal}&version=1"
    assert "<textarea" in reader.open(ask).text or 'name="question_cy"' in reader.open(ask).text
    assert gathering.workspace.load(Decision, opened_by(gathering, "Eira", proposal)).proposal == proposal
    with pytest.raises(NotYourTask):
        opened_by(gathering, "Tomos", proposal)
