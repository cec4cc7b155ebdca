"""Sessions before they begin: called, told, moved, called off, and their agenda."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import sessions
from workspace.languages import LONDON

from .browsing import Reader

TOLD = {"title_cy": "Noson yn Felin-fach", "title_en": "An evening in Felin-fach", "way": "hybrid", "seats": "30", "place_en": "The hall"}


@pytest.fixture
def base(reader: Reader, gathering: Gathering) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions"


def when(gathering: Gathering, days: int = 7) -> dict[str, str]:
    return {"starts_on": f"{(gathering.workspace.now() + timedelta(days=days)).astimezone(LONDON):%Y-%m-%d}", "starts_at": "18:30", "minutes": "120"}


def called(reader: Reader, gathering: Gathering, base: str, agenda: str = "two hours") -> str:
    reader.open(f"{base}/new")
    return reader.press(base, **TOLD, **when(gathering), agenda=agenda).url.path


def test_a_session_is_called_with_an_agenda_whose_parts_have_their_times(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base)
    shown = reader.open(there).text
    for said in ("An evening in Felin-fach", "The hall", "18:30", "18:40", "Where do we begin?", "20:30"):
        assert said in shown
    assert "Noson yn Felin-fach" in reader.open(there.replace("/en/projects", "/cy/prosiectau").replace("/sessions", "/sesiynau")).text


def test_what_was_typed_stays_where_the_times_are_wrong(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.open(f"{base}/new")
    refused = reader.press(base, **TOLD, **when(gathering, days=-7), agenda="")
    assert (refused.status_code, "not in the past" in refused.text, "An evening in Felin-fach" in refused.text) == (422, True, True)


def test_anybody_here_puts_something_on_the_agenda_and_it_says_who(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base, "")
    reader.sign_in(gathering.accounts["Eira"]).open(f"{there}/blocks/new")
    shown = reader.press(f"{there}/blocks", kind="dots", title_en="What first?", minutes="10", dots="3", cap="1", before="")
    assert "What first?" in shown.text
    assert "Put here by: Eira" in shown.text
    assert "Change it" not in shown.text


def test_a_session_that_was_moved_and_called_off_says_so(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base)
    reader.open(f"{there}/edit")
    assert "18:30" in reader.press(f"{there}/times", **when(gathering, days=9), reason="The bus").text
    reader.open(f"{there}/edit")
    shown = reader.press(f"{there}/cancellation", cancelling="Snow on the road")
    assert "It was called off" in shown.text
    assert "Snow on the road" in shown.text
    assert "Called off" in reader.open(base).text


def test_the_code_is_there_for_whoever_leads_once_the_doors_are_open(reader: Reader, gathering: Gathering, base: str) -> None:
    there = called(reader, gathering, base)
    code = sessions.code_of(gathering.workspace, UUID(there.rpartition("/")[2]), 1)
    assert code not in reader.open(there).text
    assert code in reader.press(f"{there}/doors").text
    assert code not in reader.sign_in(gathering.accounts["Eira"]).open(there).text
