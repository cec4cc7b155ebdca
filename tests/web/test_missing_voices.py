"""Who is not here: naming them, reaching out, telling what came of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.gathering import Gathering
from workspace import missing_voices
from workspace.missing_voices import Missing
from workspace.story.telling import both

from .browsing import Reader

JSON = {"accept": "application/json"}
ALONE = both("Pobl sy’n byw ar eu pennau eu hunain", "People who live alone")


@pytest.fixture
def page(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/missing"


def name(gathering: Gathering, by: str = "Beti", **more: Any) -> UUID:
    return missing_voices.name(gathering.workspace, gathering.act(by), Missing(ALONE, **more)).id


def test_the_overview_and_the_list_of_people_lead_to_who_is_not_here(reader: Reader, gathering: Gathering, page: str) -> None:
    for path in ("", "/members"):
        assert page in reader.open(f"/en/projects/{gathering.project}{path}").text
    shown = reader.open(page).text
    assert "Nobody has been named yet." in shown
    assert "Name somebody" not in shown  # who only reads


def test_a_member_names_them_with_the_count_of_the_area_beside_the_count_here(reader: Reader, gathering: Gathering, page: str) -> None:
    reader.sign_in(gathering.accounts["Beti"]).open(page)
    refused = reader.press(page, why="They are the ones who wait")
    assert (refused.status_code, "Say who is not here" in refused.text, "They are the ones who wait" in refused.text) == (422, True, True)
    reader.open(page)
    assert "A whole number" in reader.press(page, who_en="People who live alone", people="many").text
    reader.open(page)
    shown = reader.press(page, who_en="People who live alone", why="They wait longest", people="340", area_en="Dyffryn Aeron").text
    assert all(words in shown for words in ("People who live alone", "They wait longest", "340 people", "(", "Dyffryn Aeron", "5 people"))
    assert "Nobody reaches out yet" in reader.open(page).text
    assert "People who live alone" in reader.open(f"{page}.csv").text
    assert "Beti</b> named somebody who is not here." in reader.open(f"/en/projects/{gathering.project}/history").text


def test_whoever_reaches_out_is_named_asked_after_two_weeks_and_tells_what_came_of_it(reader: Reader, gathering: Gathering, page: str) -> None:
    voice = name(gathering)
    early = gathering.workspace.now() - timedelta(days=15)
    missing_voices.take_on(gathering.workspace, gathering.act("Rhys", happened_at=early), voice)
    reader.sign_in(gathering.accounts["Eira"]).open(f"{page}/{voice}")
    taken = reader.press(f"{page}/{voice}/reach").text
    assert all(words in taken for words in ("Rhys", "Eira", "Somebody reaches out"))
    assert f"{page}/{voice}/reach" not in taken
    assert "What came of reaching out?" not in reader.open("/en/").text  # not before two weeks
    assert "What came of reaching out?" in reader.sign_in(gathering.accounts["Rhys"]).open("/en/").text
    reader.open(f"{page}/{voice}")
    assert "Two came to the door" in reader.press(f"{page}/{voice}/reports", words="Two came to the door").text
    assert "What came of reaching out?" not in reader.open("/en/").text
    assert "Two came to the door" in reader.open(page).text


def test_they_are_here_or_nobody_looks_any_more_with_a_reason(reader: Reader, gathering: Gathering, page: str) -> None:
    here, closed = name(gathering), name(gathering)
    shown = reader.sign_in(gathering.accounts["Amina"]).open(f"{page}/{here}")
    assert f"{page}/{here}/closure" not in shown.text
    assert reader.client.post(f"{page}/{here}/closure", json={"reason": "So"}, headers=JSON).status_code == 403
    assert "Here now" in reader.press(f"{page}/{here}/arrival").text
    assert reader.client.post(f"{page}/{here}/reach", json={}, headers=JSON).json()["reason"] == "NoLongerMissing"
    reader.sign_in(gathering.accounts["Beti"]).open(f"{page}/{closed}")  # she named them
    assert "They moved to the coast" in reader.press(f"{page}/{closed}/closure", reason="They moved to the coast").text


def test_what_was_said_can_be_taken_down(reader: Reader, gathering: Gathering, page: str) -> None:
    voice = name(gathering, why="Ask old Wil of Talsarn")
    (why,) = (event.why.id for _, event in gathering.workspace.events_of([voice]))
    words = f"/en/projects/{gathering.project}/words/{why}"
    reader.sign_in(gathering.accounts["Mair"]).open(f"{words}?kind=missing&subject={voice}")
    reader.press(f"{words}/hiding", reason="It names somebody")
    assert "old Wil" not in reader.open(page).text + reader.open(f"{page}/{voice}").text


def test_in_a_sensitive_project_nobody_is_named_for_reaching_out(reader: Reader, workspace: Any) -> None:
    sensitive = Gathering(workspace, visibility="sensitive")
    voice = name(sensitive)
    missing_voices.take_on(workspace, sensitive.act("Rhys"), voice)
    missing_voices.tell(workspace, sensitive.act("Rhys"), voice, "Two came")
    page = f"/en/projects/{sensitive.project}/missing"
    assert reader.open(page).status_code == 404
    reader.sign_in(sensitive.accounts["Eira"])
    for path in (page, f"{page}.json", f"{page}/{voice}", f"{page}/{voice}.json"):
        assert "Rhys" not in reader.open(path).text
