"""Being rung back: asked by anybody on every page, seen by those who look after it, and gone when it is done."""

from datetime import timedelta

import pytest

from tests.gathering import Gathering
from workers.clock import forget_old
from workspace.application import Workspace

from .browsing import Reader


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


def ask(reader: Reader, where: str, **said: str) -> int:
    reader.open(f"{where}/new")
    return reader.press(where, **{"name": "Gwenda", "number": "01632 960118", **said}).status_code


def as_(reader: Reader, gathering: Gathering, name: str) -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name])


def rows(workspace: Workspace, table: str = "calls") -> int:
    with workspace.reading() as db:
        found = db.execute(f"select count(*) from {table}").fetchone()  # type: ignore[arg-type]  # the test's own words
    return int(found[0]) if found else 0


def test_every_page_leads_to_being_rung_back(reader: Reader, gathering: Gathering, base: str) -> None:
    for page, there in (("/en/", "/en/calls/new"), ("/en/help", "/en/calls/new"), (f"{base}/ideas", f"{base}/calls/new")):
        assert f'href="{there}"' in reader.open(page).text


def test_whoever_asks_about_a_project_is_seen_by_its_facilitators_until_it_is_done(reader: Reader, gathering: Gathering, base: str) -> None:
    assert ask(reader, f"{base}/calls", suits="Ar ôl chwech") == 200
    assert reader.page is not None
    assert "Somebody will ring you" in reader.page.text
    assert "1 person to ring back" in as_(reader, gathering, "Mair").open("/en/").text
    page = reader.open(f"{base}/calls")
    assert all(said in page.text for said in ("Gwenda", "01632 960118", "Ar ôl chwech"))
    call = page.text.partition('id="call-')[2].partition('"')[0]
    assert "Nobody waits" in reader.press(f"{base}/calls/{call}?_method=delete").text
    assert "to ring back" not in reader.open("/en/").text
    assert rows(gathering.workspace) == 0


def test_nobody_else_sees_a_number(reader: Reader, gathering: Gathering, base: str) -> None:
    ask(reader, f"{base}/calls")
    for name in ("Eira", "Lowri"):
        as_(reader, gathering, name)
        for page in (f"{base}/calls", f"{base}/calls.json", base, "/en/", "/en/calls"):
            assert "960118" not in reader.open(page).text.replace('tel:01632960118">01632 960118', ""), f"{name} {page}"


def test_facilitators_hear_of_it_by_mail_without_the_number_once_an_hour(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.open("/en/")
    ask(reader, f"{base}/calls")
    ask(reader, f"{base}/calls", name="Menna")
    with gathering.workspace.reading() as db:
        found = db.execute("select recipient, refs from outbox where occasion = 'ring back'").fetchall()
    assert found == [(gathering.member("Mair"), {})]


def test_the_network_rings_where_there_is_no_project(reader: Reader, gathering: Gathering) -> None:
    assert ask(reader, "/en/calls") == 200
    page = as_(reader, gathering, "Lowri").open("/en/calls")
    assert "Gwenda" in page.text
    assert "1 person to ring back" in reader.open("/en/").text
    assert as_(reader, gathering, "Mair").open("/en/calls").status_code == 403


def test_a_number_that_is_none_is_said_beside_the_field(reader: Reader, gathering: Gathering, base: str) -> None:
    for number in ("", "no", "12", "x" * 41):
        assert ask(reader, f"{base}/calls", number=number) == 422
    assert reader.page is not None
    assert "Gwenda" in reader.page.text
    assert rows(gathering.workspace) == 0


def test_asking_again_and_again_is_refused(reader: Reader, base: str) -> None:
    answers = [ask(reader, f"{base}/calls") for _ in range(11)]
    assert answers == [200] * 10 + [429]


def test_what_nobody_did_is_forgotten_after_thirty_days(reader: Reader, gathering: Gathering, base: str) -> None:
    ask(reader, f"{base}/calls")
    with gathering.workspace.pool.connection() as db:
        db.execute("update calls set asked_at = asked_at - %s", (timedelta(days=29),))
    forget_old(gathering.workspace)
    assert rows(gathering.workspace) == 1
    with gathering.workspace.pool.connection() as db:
        db.execute("update calls set asked_at = asked_at - %s", (timedelta(days=2),))
    forget_old(gathering.workspace)
    assert rows(gathering.workspace) == 0


def test_what_co_production_is_stands_behind_every_charter_in_both_languages(reader: Reader, gathering: Gathering, base: str) -> None:
    for page in ("/en/", "/en/help", f"{base}/charter"):
        assert 'href="/en/what-is-co-production"' in reader.open(page).text
    gathering.adopt_charter()
    assert 'href="/en/what-is-co-production"' in reader.open(f"{base}/charter").text
    assert "Coprobabble" in reader.open("/en/what-is-co-production").text
    assert "Nid partner yw un person" in reader.open("/cy/beth-yw-cydgynhyrchu").text


def test_pressing_twice_asks_once(reader: Reader, gathering: Gathering, base: str) -> None:
    form = reader.open(f"{base}/calls/new")
    for _ in range(2):
        reader.page = form
        assert reader.press(f"{base}/calls", name="Gwenda", number="01632 960118").status_code == 200
    told = "outbox where occasion = 'ring back'"
    assert (rows(gathering.workspace), rows(gathering.workspace, told)) == (1, 1)
