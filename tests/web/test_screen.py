"""The big screen: what everybody in the room sees, and no more."""

import asyncio
import re
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from tests.evening import Evening
from tests.gathering import QUESTION, Gathering
from web.screen import told
from workspace import choices, proceedings, projects, screens
from workspace.refusals import NotYours, SessionIsNotRunning

from .browsing import Reader


@pytest.fixture
def there(reader: Reader, gathering: Gathering, evening: Evening) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions/{evening.id}/screen"


def test_the_code_and_the_question_are_there_in_both_languages(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    page = reader.open(there).text
    for said in (evening.code, "Beth wnaeth hi’n dda?", "What made it good?", 'role="img"'):
        assert said in page


def test_a_card_is_seen_only_once_it_is_shown_and_without_its_author(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    gwenno = evening.arrive("Gwenno")
    evening.card(evening.act_of(gwenno), "Paned o de", is_shown=True)
    evening.card(evening.act_of(gwenno), "Bws am naw")
    evening.go_to(0, "share")
    page = reader.open(there).text
    assert "Paned o de" in page
    assert "Bws am naw" not in page
    assert "Gwenno" not in page


def test_counts_are_hidden_until_they_are_shown(reader: Reader, evening: Evening, there: str) -> None:
    gwenno = evening.arrive()
    evening.go_to(2, "choose")
    choices.choose(evening.gathering.workspace, evening.act_of(gwenno), evening.id, evening.blocks[2], {"level": 2})
    evening.go_to(2, "talk")
    assert "What was chosen" not in reader.open(there).text
    proceedings.show_counts(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert "What was chosen" in reader.open(there).text
    proceedings.blank(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    assert "What was chosen" not in reader.open(there).text


def test_all_that_the_product_says_there_is_in_both_languages(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    gathering.adopt_charter()
    gwenno = evening.arrive()
    evening.go_to(2, "choose")
    choices.choose(gathering.workspace, evening.act_of(gwenno), evening.id, evening.blocks[2], {"level": 2})
    evening.go_to(2, "talk")
    proceedings.show_counts(gathering.workspace, evening.act("Mair"), evening.id, True)
    page = reader.open(there).text
    for said in ("munud ar ôl", "minutes left", "1 person chose.", "Dewisodd 1 person.", "Gadewch i ni ei wneud", "Let’s do it"):
        assert said in page
    evening.go_to(3, "decide")
    evening.ask()
    page = reader.open(there).text
    assert all(said in page for said in ("Both groups must agree", "Rhaid i’r ddau grŵp gytuno", "0 people have answered", "Does neb wedi ateb eto"))


def test_where_hands_are_raised_nobody_is_said_not_to_have_answered(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    gathering.adopt_charter()
    evening.go_to(3, "decide")
    proceedings.decide(gathering.workspace, evening.act("Mair"), evening.id, QUESTION, gathering.in_(1), way="hands")
    page = reader.open(there).text
    assert ("It is decided by a show of hands in the room." in page, "have answered" in page) == (True, False)


def test_the_same_is_there_in_words_to_be_described(reader: Reader, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    page = reader.open(f"{there}?view=words").text
    assert "What made it good?" in page
    assert 'class="big-screen"' not in page


def test_only_those_who_lead_open_it(reader: Reader, gathering: Gathering, there: str) -> None:
    assert reader.sign_in(gathering.accounts["Eira"]).open(there).status_code == 403


def made(evening: Evening) -> str:
    """A code that Mair makes for the computer in front."""
    screens.make(evening.gathering.workspace, evening.act("Mair"), evening.id)
    return screens.code_of(evening.gathering.workspace, evening.id)


def looked(reader: Reader, code: str) -> Response:
    """By a browser where nobody is signed in."""
    reader.client.cookies.clear()
    return reader.open(f"/en/screen/{code}")


def test_a_code_opens_it_where_nobody_is_signed_in_also_of_a_project_for_members_only(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    projects.show_to(gathering.workspace, gathering.act("Mair"), "members", "Dim ond i ni")
    evening.go_to(0, "write")
    evening.card(evening.act_of(evening.arrive("Gwenno")), "Paned o de", is_shown=True)
    evening.go_to(0, "share")
    code = made(evening)
    for typed in (code, code.lower(), code.replace("-", "")):
        page = looked(reader, typed)
        assert (page.status_code, "Paned o de" in page.text, evening.code in page.text) == (200, True, True)
    assert f'data-changes="/changes/screen/{typed}"' in page.text
    assert [*page.cookies] == ["language"], "nobody is known by it"


def test_it_leads_nowhere_else_and_nothing_can_be_pressed(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    projects.show_to(gathering.workspace, gathering.act("Mair"), "members", "Dim ond i ni")
    code = made(evening)
    page = looked(reader, code).text
    assert "<form" not in page
    body = page.partition("<body")[2]
    assert {link for link in re.findall(r'href="([^"#]+)"', body) if "/static/" not in link} == {f"/en/screen/{code}", f"/en/screen/{code}?view=words"}
    assert str(evening.gathering.project) not in page
    for path in ("/screen", "/console", ""):
        assert reader.open(f"/en/projects/{gathering.project}/sessions/{evening.id}{path}").status_code == 404
    assert reader.open(f"/en/join/{code}").status_code == 410
    assert reader.open(f"/en/screen/{code}.json").status_code == 404
    assert reader.client.get(f"/en/screen/{code}", headers={"accept": "application/json"}).status_code == 404
    assert reader.client.get(f"/changes/{gathering.project}").status_code == 404


def test_a_new_code_kills_the_one_before_and_so_do_taking_it_back_and_the_end(reader: Reader, evening: Evening) -> None:
    workspace, before = evening.gathering.workspace, made(evening)
    code = made(evening)
    assert code != before
    assert [looked(reader, each).status_code for each in (before, code)] == [410, 200]
    screens.take_back(workspace, evening.act("Mair"), evening.id)
    assert (looked(reader, code).status_code, screens.code_of(workspace, evening.id)) == (410, "")
    code = made(evening)
    evening.end()
    gone = looked(reader, code)
    assert (gone.status_code, "Diolch yn fawr" in gone.text, "An evening in Felin-fach" in gone.text) == (410, True, False)
    with pytest.raises(SessionIsNotRunning):
        made(evening)
    with workspace.reading() as db:
        assert db.execute("select count(*) from session_screens").fetchone() == (0,)


def test_by_its_code_it_looks_again_by_itself_and_shows_nothing_of_the_session_once_the_code_is_dead(reader: Reader, evening: Evening) -> None:
    evening.go_to(0, "write")
    code = made(evening)
    parts = re.findall(r'id="(screen-now|way-in)"[^>]*hx-trigger="[^"]*every 20s"', looked(reader, code).text)
    assert parts == ["screen-now", "way-in"]
    made(evening)
    gone = looked(reader, code).text
    assert 'id="way-in" class="way-in" hidden' in gone
    assert evening.code not in gone


def test_it_is_dead_when_its_time_is_long_past_and_where_it_came_too_late(reader: Reader, evening: Evening) -> None:
    code, workspace = made(evening), evening.gathering.workspace
    with workspace.pool.connection() as db:
        kept = db.execute("select session, project, code_hash, press, until from session_screens").fetchone()
        db.execute("update session_screens set until = clock_timestamp()")
    assert looked(reader, code).status_code == 410
    evening.end()
    with workspace.pool.connection() as db:  # as if it had been made while somebody ended it
        db.execute("insert into session_screens values (%s, %s, %s, %s, %s)", kept)
    assert looked(reader, code).status_code == 410


def test_guessing_is_counted_and_the_right_code_still_works(reader: Reader, evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "GUESSES", screens.Limit("screen code", 3, timedelta(minutes=15)))
    code = made(evening)
    assert [looked(reader, "AAAAA-AAAAA").status_code for _ in range(4)] == [410, 410, 410, 429]
    assert looked(reader, code).status_code == 200
    assert looked(reader, evening.code).status_code == 429, "the code of the session opens no screen"


def test_it_is_made_on_the_console_and_pressed_twice_it_is_one(reader: Reader, evening: Evening, there: str) -> None:
    console = there.removesuffix("screen") + "console"
    assert "Type this address there:" not in reader.open(console).text
    shown = reader.press(there).text
    code = screens.code_of(evening.gathering.workspace, evening.id)
    assert f"/screen/{code}</b>" in shown
    by = evening.act("Mair")
    codes = []
    for _ in range(2):
        screens.make(evening.gathering.workspace, by, evening.id)
        codes.append(screens.code_of(evening.gathering.workspace, evening.id))
    assert codes[0] == codes[1] != code
    reader.open(console)
    assert "Type this address there:" not in reader.press(f"{there}?_method=delete").text
    with pytest.raises(NotYours):
        screens.make(evening.gathering.workspace, evening.act("Eira"), evening.id)


def test_its_stream_tells_of_the_screen_and_ends_with_its_code(client: TestClient[Litestar], evening: Evening) -> None:
    code, workspace = made(evening), evening.gathering.workspace
    request: Any = SimpleNamespace(app=client.app, scope={"state": {"signed_in": None}}, client=None)
    assert client.get("/changes/screen/AAAAA-AAAAA").status_code >= 400

    async def listen() -> tuple[str, list[str]]:
        stream = told(request, evening.gathering.project, code, workspace.head())
        await anext(stream)
        coming = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        await asyncio.to_thread(evening.go_to, 0, "write")
        first = await asyncio.wait_for(coming, 20)
        await asyncio.to_thread(screens.take_back, workspace, evening.act("Mair"), evening.id)
        rest = asyncio.ensure_future(_all(stream))
        await asyncio.to_thread(evening.go_to, 0, "share")
        return str(first.event), [str(each.event) for each in await asyncio.wait_for(rest, 20)]

    with client.portal() as portal:
        first, last = portal.call(listen)
    assert first == "agendas"
    assert set(last) <= {"agendas", "rooms", "decisions", "rounds"}


async def _all(stream: Any) -> list[Any]:
    return [each async for each in stream]
