"""Calendars: what a calendar program finds at the address of a project, and at one's own secret address."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from tests.gathering import Gathering
from workspace import commitments, projects, sessions
from workspace.commitments import Taker
from workspace.languages import LONDON
from workspace.sessions import Told
from workspace.story.telling import both

from .browsing import Reader

TITLE = both("Golwg ar y rota", "A look at the rota")
WORDS = {"place": both("Neuadd Felin-fach", "Felin-fach hall"), "access": both("Dolen sain", "A hearing loop")}


@pytest.fixture
def there(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/calendar"


def plan(gathering: Gathering) -> UUID:
    begins = (gathering.workspace.now() + timedelta(days=7)).astimezone(LONDON).replace(hour=18, minute=30, second=0, microsecond=0)
    told = Told(TITLE, "room", 20, WORDS)
    return sessions.plan(gathering.workspace, gathering.act("Mair"), told, begins, begins + timedelta(hours=2)).id


def events(reader: Reader, address: str) -> list[Any]:
    answer = reader.client.get(address, headers={"pleth-position": str(reader.workspace.head())})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    found = Calendar.from_ical(answer.text)
    assert [str(zone["tzid"]) for zone in found.walk("VTIMEZONE")] == ["Europe/London"]
    return list(found.walk("VEVENT"))


def own_address(reader: Reader) -> str:
    reader.open("/en/me/calendar")
    page = reader.press("/en/me/calendar").text
    return "/en/calendar/" + page.partition("/en/calendar/")[2].partition('"')[0]


def test_a_session_stands_in_the_calendar_of_its_project_by_the_clocks_of_wales(reader: Reader, gathering: Gathering, there: str) -> None:
    planned = plan(gathering)
    (event,) = events(reader, f"{there}.ics")
    assert (str(event["uid"]), int(event["sequence"]), str(event["summary"])) == (str(planned), 0, "A look at the rota")
    assert (str(event["location"]), "A hearing loop" in str(event["description"])) == ("Felin-fach hall", True)
    assert (event["dtstart"].dt.hour, str(event["dtstart"].params["tzid"])) == (18, "Europe/London")
    (welsh,) = events(reader, f"/cy/prosiectau/{gathering.project}/calendr.ics")
    assert (str(welsh["summary"]), "/cy/prosiectau/" in str(welsh["url"])) == ("Golwg ar y rota", True)
    assert "A look at the rota" in reader.open(there).text
    assert f"{there}.ics" in reader.open(there).text
    assert reader.client.get(f"{there.removesuffix('calendar')}sessions.ics", follow_redirects=False).headers["location"] == f"{there}.ics"


def test_what_changes_keeps_its_id_and_has_a_higher_number_and_what_is_cancelled_says_so(reader: Reader, gathering: Gathering, there: str) -> None:
    planned = plan(gathering)
    begins = gathering.workspace.now() + timedelta(days=9)
    sessions.reschedule(gathering.workspace, gathering.act("Mair"), planned, begins, begins + timedelta(hours=1))
    (event,) = events(reader, f"{there}.ics")
    assert (str(event["uid"]), int(event["sequence"]), str(event["status"])) == (str(planned), 1, "CONFIRMED")
    sessions.cancel(gathering.workspace, gathering.act("Mair"), planned, "Snow")
    (event,) = events(reader, f"{there}.ics")
    assert (str(event["uid"]), int(event["sequence"]), str(event["status"])) == (str(planned), 2, "CANCELLED")


def test_ones_own_feed_has_all_that_is_coming_and_ends_when_one_says_so(reader: Reader, gathering: Gathering) -> None:
    planned = plan(gathering)
    gathering.adopt_charter()
    decision = gathering.open()
    taker = Taker("none", both("Cymydog", "Neighbour"), is_own=True, is_named=True)
    day = gathering.workspace.now().date() + timedelta(days=20)
    lamp = commitments.make(gathering.workspace, gathering.act("Eira"), both("Lamp", "A lamp"), taker, day).id
    reader.sign_in(gathering.accounts["Eira"])
    address = own_address(reader)
    reader.client.cookies.clear()  # a calendar program signs in nowhere
    found = {str(event["uid"]): event for event in events(reader, address)}
    assert set(found) == {str(planned), str(decision), str(lamp)}
    assert str(found[str(decision)]["summary"]).startswith("Closes: ")
    assert (str(found[str(lamp)]["summary"]), found[str(lamp)]["dtstart"].dt) == ("Due: A lamp", day)
    reader.sign_in(gathering.accounts["Eira"])
    newer = own_address(reader)
    assert newer != address
    assert reader.client.get(address).status_code == 404
    reader.open("/en/me/calendar")
    assert "Make an address for my calendar" in reader.press("/en/me/calendar?_method=delete").text
    assert reader.client.get(newer).status_code == 404


def test_an_address_that_is_guessed_leads_nowhere_and_only_a_calendar_is_there(reader: Reader, gathering: Gathering, there: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    address = own_address(reader)
    stem = address.removesuffix(".ics")
    guess = stem[:-1] + ("0" if stem[-1] != "0" else "1")
    for wrong in (f"{guess}.ics", stem, "/en/calendar/nothing.ics", f"/en/projects/{gathering.project}.ics", f"{there}.csv"):
        assert reader.client.get(wrong).status_code == 404, wrong


def test_of_a_sensitive_project_a_calendar_gives_nothing_away(reader: Reader, gathering: Gathering, there: str) -> None:
    plan(gathering)
    projects.show_to(gathering.workspace, gathering.act("Mair"), "sensitive", "So")
    assert reader.client.get(f"{there}.ics", headers={"pleth-position": str(reader.workspace.head())}).status_code == 404
    reader.sign_in(gathering.accounts["Eira"])
    (event,) = events(reader, own_address(reader))
    assert str(event["summary"]) == "A meeting"
    said = event.to_ical().decode()
    assert not [word for word in ("rota", "Felin-fach", "hearing", "Evening care") if word in said]
