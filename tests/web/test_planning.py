"""Planning a session well: agendas to begin with, and what whoever leads is asked before the day."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import needs, sessions
from workspace.languages import LONDON
from workspace.ready_agendas import READY

from .browsing import Reader

TOLD = {"title_cy": "Noson yn Felin-fach", "title_en": "An evening in Felin-fach", "seats": "30"}


@pytest.fixture
def base(reader: Reader, gathering: Gathering) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions"


def called(reader: Reader, gathering: Gathering, base: str, agenda: str, way: str = "room", minutes: int = 120) -> str:
    starts = f"{(gathering.workspace.now() + timedelta(days=7)).astimezone(LONDON):%Y-%m-%d}"
    reader.open(f"{base}/new")
    return reader.press(base, **TOLD, way=way, starts_on=starts, starts_at="18:30", minutes=str(minutes), agenda=agenda).url.path


def led_by(gathering: Gathering, there: str, *who: tuple[str, str]) -> None:
    for name, role in who:
        sessions.give_role(gathering.workspace, gathering.act("Mair"), UUID(there.rpartition("/")[2]), gathering.member(name), role)


def test_the_form_offers_five_agendas_in_both_languages(reader: Reader, base: str) -> None:
    shown = reader.open(f"{base}/new").text
    welsh = reader.open(f"{base}/new".replace("/en/projects", "/cy/prosiectau").replace("/sessions/new", "/sesiynau/newydd")).text
    for each in READY:
        assert each.called["en"] in shown
        assert each.called["cy"] in welsh


def test_a_walk_is_called_with_a_part_of_which_nothing_is_written_down(reader: Reader, gathering: Gathering, base: str) -> None:
    shown = reader.open(called(reader, gathering, base, "walk-about", minutes=90)).text
    assert shown.count("Nothing is written down here") == 1
    assert "Walk in pairs" in shown


def test_whoever_leads_is_asked_what_is_missing_and_nobody_else(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base, "room and home", way="hybrid", minutes=100)
    shown = reader.open(there).text
    for said in ("Before the day", "One person leads it", "nobody in the room looks after them", "takes 20 minutes more"):
        assert said in shown
    assert "Before the day" not in reader.sign_in(gathering.accounts["Eira"]).open(there).text


def test_it_names_the_group_that_is_missing_and_falls_silent_once_all_is_thought_of(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base, "two hours")
    led_by(gathering, there, ("Eira", "host"))
    assert "Of one group nobody leads it yet: Care team" in reader.open(there).text
    led_by(gathering, there, ("Amina", "host"))
    assert "Before the day" not in reader.open(there).text


def test_it_asks_nothing_once_the_doors_are_open(reader: Reader, gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    reader.sign_in(gathering.accounts["Mair"])
    assert "Before the day" not in reader.open(f"/en/projects/{gathering.project}/sessions/{evening.id}").text


def test_the_next_session_stands_on_the_first_page(reader: Reader, gathering: Gathering, base: str) -> None:
    assert "Next session" not in reader.open("/en").text
    there = called(reader, gathering, base, "walk-about", minutes=90)
    id = UUID(there.rpartition("/")[2])
    home = reader.sign_in(gathering.accounts["Eira"]).open("/en").text
    for said in ("Next session", "An evening in Felin-fach", "<b>90</b> minutes", there, "Are you coming?"):
        assert said in home
    needs.come(gathering.workspace, gathering.act("Eira"), id, [])
    assert "You said that you come" in reader.open("/en").text
    assert "Next session" not in reader.sign_in(gathering.accounts["Lowri"]).open("/en").text
    sessions.cancel(gathering.workspace, gathering.act("Mair"), id, "Snow")
    assert "Next session" not in reader.sign_in(gathering.accounts["Eira"]).open("/en").text


def test_of_two_sessions_the_sooner_one_comes_next(reader: Reader, gathering: Gathering, base: str) -> None:
    called(reader, gathering, base, "")
    evening = Evening(gathering).open_doors()
    home = reader.open("/en").text
    assert str(evening.id) in home.partition("Next session")[2]
    assert f"/en/here/{evening.id}" in home
