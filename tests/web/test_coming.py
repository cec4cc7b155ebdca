"""Coming to a session by its code."""

import re
from uuid import UUID

import pytest

from projections.rooms import people
from tests.evening import Evening
from tests.gathering import Gathering
from workspace import attending, proceedings
from workspace.application import Workspace

from .browsing import Reader


def here(evening: Evening) -> list[tuple[str | None, str, bool]]:
    with evening.gathering.workspace.reading() as db:
        return [(person.name, person.side, person.is_let_in) for person in people(db, evening.id)]


def test_somebody_without_an_account_comes_in_by_the_code(reader: Reader, evening: Evening) -> None:
    door = reader.open(f"/en/s/{evening.code}")
    assert "An evening in Felin-fach" in door.text
    assert 'value="citizen"' in door.text
    arrived = reader.press(f"/en/s/{evening.code}", name="Gwenno", side="citizen")
    assert str(arrived.url).endswith(f"/en/here/{evening.id}")
    assert "Whoever leads lets you in; it will not be long." in arrived.text
    assert here(evening) == [("Gwenno", "citizen", False)]


def test_the_short_address_needs_no_language_and_asks_who_has_none(reader: Reader, evening: Evening) -> None:
    answer = reader.client.get(f"/s/{evening.code}", headers={"accept": "text/html", "accept-language": "cy"}, follow_redirects=False)
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/cy/s/{evening.code}"


def test_the_code_may_be_typed_as_it_is_heard(reader: Reader, evening: Evening) -> None:
    typed = evening.code.lower().replace("-", " ")
    found = reader.open(f"/en/join?code={typed}")
    assert "An evening in Felin-fach" in found.text


def test_a_first_name_is_not_needed_but_what_one_is_here_as_is(reader: Reader, evening: Evening) -> None:
    reader.open(f"/en/s/{evening.code}")
    again = reader.press(f"/en/s/{evening.code}", name="Gwenno")
    assert again.status_code == 422
    assert "Choose what you are here as" in again.text
    assert 'value="Gwenno"' in again.text, "what was typed stays"
    assert here(evening) == []
    reader.press(f"/en/s/{evening.code}", name="", side="none")
    assert here(evening) == [(None, "none", False)]


def test_a_code_that_never_was_says_nothing_and_stays_typed(reader: Reader, evening: Evening) -> None:
    for code in ("AAAAAA", "ACD-EFG", "nothing-at-all"):
        answer = reader.open(f"/en/s/{code}")
        assert answer.status_code == 410
        assert code in answer.text
        assert "Felin-fach" not in answer.text


def test_a_code_of_before_is_dead_and_so_is_every_code_once_it_is_over(reader: Reader, evening: Evening) -> None:
    before = evening.code
    proceedings.renew_code(evening.gathering.workspace, evening.act("Mair"), evening.id)
    assert reader.open(f"/en/s/{before}").status_code == 410
    assert reader.open(f"/en/s/{evening.code}").status_code == 200
    evening.end()
    assert reader.open(f"/en/s/{evening.code}").status_code == 410
    answer = reader.client.post(f"/en/s/{evening.code}", json={"side": "citizen"})
    assert (answer.status_code, answer.json()["reason"]) == (422, "CodeIsDead")


def test_guessing_is_counted(reader: Reader, evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attending, "GUESSES", attending.Limit("session code", 2, attending.GUESSES.within))
    assert [reader.open(f"/en/s/AAAAA{letter}").status_code for letter in "CDE"] == [410, 410, 429]
    assert "AAAAAE" in reader.page.text if reader.page else False
    assert reader.open(f"/en/s/{evening.code}").status_code == 200, "whoever has the right code is not kept out"


def test_every_seat_taken_is_said_and_what_was_typed_stays(reader: Reader, gathering: Gathering) -> None:
    evening = Evening(gathering, seats=1).open_doors()
    evening.arrive()
    reader.open(f"/en/s/{evening.code}")
    full = reader.press(f"/en/s/{evening.code}", name="Dewi", side="professional")
    assert full.status_code == 422
    assert "Every seat of this session is taken" in full.text
    assert 'value="Dewi"' in full.text


def test_the_door_pressed_twice_lets_one_person_in(reader: Reader, evening: Evening) -> None:
    page = reader.open(f"/en/s/{evening.code}")
    reader.press(f"/en/s/{evening.code}", name="Gwenno", side="citizen")
    first = reader.client.cookies["guest"]
    reader.page = page
    reader.client.cookies.delete("guest")
    reader.press(f"/en/s/{evening.code}", name="Gwenno", side="citizen")
    assert reader.client.cookies["guest"] == first
    assert len(here(evening)) == 1


def test_somebody_of_the_project_comes_in_by_one_button(reader: Reader, evening: Evening) -> None:
    reader.sign_in(evening.gathering.accounts["Eira"])
    door = reader.open(f"/en/s/{evening.code}")
    assert "You are in as Eira" in door.text
    assert 'name="side"' not in door.text
    inside = reader.press(f"/en/s/{evening.code}")
    assert "You are in" in inside.text
    assert here(evening) == [("Eira", "citizen", True)]


def test_whoever_is_in_already_is_led_on(reader: Reader, evening: Evening) -> None:
    reader.client.cookies.set("guest", evening.arrive().cookie)
    assert str(reader.open(f"/en/s/{evening.code}").url).endswith(f"/here/{evening.id}")


def test_a_borrowed_phone_forgets_with_its_window(reader: Reader, evening: Evening) -> None:
    for is_borrowed, lasts in (("", True), ("1", False)):
        reader.client.cookies.clear()
        reader.open(f"/en/s/{evening.code}")
        answer = reader.press(f"/en/s/{evening.code}", follow=False, side="none", is_borrowed=is_borrowed)
        cookie = next(said for said in answer.headers.get_list("set-cookie") if said.startswith("guest="))
        assert ("Max-Age=" in cookie) is lasts
        assert re.search("(?i)httponly", cookie)
        assert re.search("(?i)samesite=lax", cookie)


def test_the_field_for_a_code_is_on_the_first_page_and_at_home(reader: Reader, evening: Evening) -> None:
    assert 'name="code"' in reader.open("/en/").text
    reader.sign_in(evening.gathering.accounts["Eira"])
    assert 'name="code"' in reader.open("/en/").text


def test_a_door_of_a_project_for_members_only_opens_by_code_and_names_no_project(reader: Reader, workspace: Workspace) -> None:
    gathering = Gathering(workspace, visibility="members")
    evening = Evening(gathering).open_doors()
    text = reader.open(f"/en/s/{evening.code}").text
    assert "An evening in Felin-fach" in text
    assert "Evening care" not in text
    assert str(gathering.project) not in text
    reader.press(f"/en/s/{evening.code}", name="Gwenno", side="citizen")
    assert reader.open(f"/en/projects/{gathering.project}").status_code == 404


def test_nobody_comes_before_the_doors_are_open(reader: Reader, gathering: Gathering) -> None:
    evening = Evening(gathering)
    assert reader.open(f"/en/s/{evening.code}").status_code == 410


def test_the_twin_for_programs(reader: Reader, evening: Evening) -> None:
    told = reader.open(f"/en/s/{evening.code}.json").json()
    assert told["door"]["title"]["cy"] == "Noson yn Felin-fach"
    answer = reader.client.post(f"/en/s/{evening.code}", json={"side": "professional", "name": "Dewi"})
    assert answer.status_code == 201
    assert UUID(answer.json()["id"])
