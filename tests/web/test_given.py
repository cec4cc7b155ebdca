"""What each gave in a session, with thanks: on the phone, in the project, on paper for those who have neither phone nor mail."""

import re
from uuid import UUID

import pytest

from tests.evening import Evening
from workers.clock import tick
from workers.projector import bring_to_head
from workspace import attending, cards, choices, commitments, decisions, guests
from workspace.attending import Arrived, Coming
from workspace.commitments import Taker
from workspace.story.telling import both

from .browsing import Reader
from .statements import statements_of


@pytest.fixture
def there(evening: Evening) -> str:
    return f"/en/projects/{evening.gathering.project}/sessions/{evening.id}/given"


@pytest.fixture
def over(evening: Evening, gwenno: Arrived) -> Evening:
    """Gwenno wrote two cards, of which one went on to the board, chose, and voted; Beti was brought, and Eira wrote what is hers."""
    workspace, guest = evening.gathering.workspace, evening.act_of(gwenno)
    evening.gathering.adopt_charter()
    evening.come("Eira")
    attending.bring(workspace, evening.act("Mair"), evening.id, Coming("Nain Beti", "citizen", "room"))
    evening.go_to(0, "write")
    lamp, dog = evening.card(guest, "A lamp at the door", is_shown=True), evening.card(evening.act_of(gwenno), "The dog", is_shown=True)
    evening.card(evening.act("Eira"), "Only Eira wrote this")
    cards.take_on(workspace, evening.act("Mair"), evening.id, lamp, "idea")
    evening.go_to(1, "choose", lamp, dog)
    choices.choose(workspace, evening.act_of(gwenno), evening.id, evening.blocks[1], {dog.hex: 2})
    evening.go_to(3, "decide")
    decision = evening.ask()
    for by in (evening.act_of(gwenno), evening.act("Eira")):
        decisions.vote(workspace, by, decision, "yes", "", 0)
    evening.end()
    bring_to_head(workspace)
    tick(workspace)
    return evening


def at_home(evening: Evening) -> str:
    return f"/en/here/{evening.id}/given"


def test_the_phone_says_what_was_given_and_what_came_of_it(reader: Reader, over: Evening) -> None:
    assert at_home(over) in reader.open(f"/en/here/{over.id}").text
    page = reader.open(at_home(over)).text
    for said in ("Thank you, Gwenno", "2 answers", "1 choice", "1 vote", "A lamp at the door", "It went on to the board of ideas.", "Not counted yet"):
        assert said in page, said
    assert "With thanks from: Mair" in page
    assert "You can say what is not so in the minutes until" in page
    assert "Only Eira wrote this" not in page


def test_it_says_that_one_chose_and_never_what_nor_how_often_one_spoke(reader: Reader, over: Evening) -> None:
    told = reader.open(at_home(over), accept="application/json").json()
    assert set(told["gift"]) == {"member", "name", "side", "written", "choices", "votes"}
    assert (told["gift"]["choices"], told["gift"]["votes"]) == (1, 1)


def test_what_was_promised_stands_there(reader: Reader, over: Evening) -> None:
    workspace, gathering = over.gathering.workspace, over.gathering
    with workspace.reading() as db:
        [decision] = [id for (id,) in db.execute("select decision from agendas_blocks where decision is not null")]
    gathering.vote(decision, dict.fromkeys(("Beti", "Tomos", "Amina", "Rhys"), "yes"))
    decisions.close(workspace, gathering.act("Mair"), decision, "Pawb")
    taker, what = Taker("professional", {"en": "Nurse"}, is_own=True), both("Lamp wrth y drws", "A lamp for the door")
    commitments.make(workspace, gathering.act("Rhys"), what, taker, gathering.in_(200).date(), decision=decision)
    page = reader.open(at_home(over)).text
    assert "Agreed" in page
    assert "A lamp for the door" in page


def test_members_see_their_own_in_the_project_and_others_none(reader: Reader, over: Evening, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Eira"])
    assert "Only Eira wrote this" in reader.open(there).text
    for who in ("Tomos", "Mair"):
        reader.sign_in(over.gathering.accounts[who])
        page = reader.open(there).text
        assert "Only Eira wrote this" not in page
        assert "Those who came to the session see here what they gave" in page


def test_in_both_languages_it_stands_on_one_page(reader: Reader, over: Evening) -> None:
    page = reader.open(f"{at_home(over)}?view=both").text
    assert page.index("Diolch, Gwenno") < page.index("Thank you, Gwenno")
    assert page.count("A lamp at the door") == 2


def test_whoever_led_prints_a_page_for_each_who_has_neither_phone_nor_mail(reader: Reader, over: Evening, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Mair"])
    assert f"{there}/sheets" in reader.open(there.removesuffix("/given")).text
    page = reader.open(f"{there}/sheets").text
    assert page.count('<article class="gift') == 1
    assert "Thank you, Nain Beti" in page
    assert "Diolch, Nain Beti" in page
    assert "You were there, and you listened. That counts too." in page
    assert "Gwenno" not in page
    reader.sign_in(over.gathering.accounts["Eira"])
    assert reader.open(f"{there}/sheets").status_code == 403


def test_who_came_on_a_borrowed_phone_has_a_sheet_until_they_leave_an_address(reader: Reader, evening: Evening, there: str) -> None:
    workspace = evening.gathering.workspace
    coming = Coming("Wil", "citizen", "room", is_borrowed=True)
    arrived = attending.come_by_code(workspace, evening.code, coming, command=UUID(int=7), language="cy", network="a hall")
    attending.let_in(workspace, evening.act("Mair"), evening.id, evening.guest(arrived).member)
    evening.end()
    reader.sign_in(evening.gathering.accounts["Mair"])
    assert "Thank you, Wil" in reader.open(f"{there}/sheets").text
    guests.claim_by_mail(workspace, evening.act_of(arrived), evening.id, "wil@pleth.example")
    assert "Everybody who was there has a phone or an address" in reader.open(f"{there}/sheets").text


def test_while_it_runs_there_is_none(reader: Reader, evening: Evening, gwenno: Arrived, there: str) -> None:
    assert reader.open(at_home(evening)).status_code == 404
    assert reader.open(there).status_code == 404


def test_a_guest_leaves_an_address_there(reader: Reader, over: Evening) -> None:
    reader.open(at_home(over))
    done = reader.press(f"/en/here/{over.id}/place", email="gwenno@pleth.example")
    assert "on its way to your address" in done.text


def test_words_that_are_taken_down_are_gone_from_it(reader: Reader, over: Evening) -> None:
    with over.gathering.workspace.pool.connection() as db:
        db.execute("update texts set is_hidden = true where body = 'The dog'")
    page = reader.open(at_home(over)).text
    assert "The dog" not in page
    assert "Words taken down" in page


def test_sheets_ask_as_often_however_many_there_are(reader: Reader, over: Evening, there: str, evening: Evening) -> None:
    reader.sign_in(over.gathering.accounts["Mair"])
    one = statements_of(reader, f"{there}/sheets")
    assert len(re.findall(r'<article class="gift', reader.open(f"{there}/sheets").text)) == 1
    with over.gathering.workspace.pool.connection() as db:
        db.execute("delete from guests")
    assert statements_of(reader, f"{there}/sheets") == one
    assert len(re.findall(r'<article class="gift', reader.open(f"{there}/sheets").text)) == 2
