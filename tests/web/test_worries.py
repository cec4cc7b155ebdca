"""Worried about somebody: a calm page that says whom to ring, and a letter that is no part of the record."""

from dataclasses import replace

from tests.gathering import Gathering
from workspace import worries

from .browsing import Reader


def name_lead(reader: Reader, gathering: Gathering) -> None:
    opened = reader.client.app.state.workspace
    opened.settings = replace(opened.settings, smtp_url="smtp://127.0.0.1:1")
    worries.name_lead(gathering.workspace, gathering.act("Mair"), "Lowri", "01632 960119", "lead@pleth.example")


def test_every_page_of_a_project_leads_there_and_it_says_whom_to_ring(reader: Reader, gathering: Gathering) -> None:
    here = f"/en/projects/{gathering.project}"
    assert f'href="{here}/worry"' in reader.open(f"{here}/ideas").text
    said = reader.open(f"{here}/worry").text
    for words in ("tel:999", "Nobody is named for this yet.", "01632 960118"):
        assert words in said
    assert 'name="words"' not in said


def test_a_visitor_writes_to_the_lead_and_nothing_is_kept_in_the_browser(reader: Reader, gathering: Gathering) -> None:
    name_lead(reader, gathering)
    there = f"/en/projects/{gathering.project}/worry"
    said = reader.open(there).text
    assert ("01632 960119" in said, "lead@pleth.example" in said, "data-form" in said.partition("What worries you?")[0].rpartition("<form")[2]) == (
        True,
        False,
        False,
    )
    assert reader.press(there, words=" ").status_code == 422
    head = gathering.workspace.head()
    reader.open(there)
    done = reader.press(there, words="He has not been seen since Sunday")
    assert ("Your words are on their way" in done.text, "Sunday" in done.text, gathering.workspace.head()) == (True, False, head)
    assert "lead@pleth.example" not in reader.open(f"{there}.json").text


def test_facilitators_name_the_lead(reader: Reader, gathering: Gathering) -> None:
    there = f"/en/projects/{gathering.project}/lead"
    reader.sign_in(gathering.accounts["Mair"]).open(there)
    assert "Give a number, an address, or both" in reader.press(there, name="Lowri").text
    assert "01632 960119" in reader.press(there, name="Lowri", telephone="01632 960119", email="lead@pleth.example").text
    assert "lead@pleth.example" in reader.open(there).text
    assert "lead@pleth.example" not in reader.sign_in(gathering.accounts["Eira"]).open(there).text


def test_pressing_twice_writes_once(reader: Reader, gathering: Gathering) -> None:
    name_lead(reader, gathering)
    there = f"/en/projects/{gathering.project}/worry"
    form = reader.open(there)
    for _ in range(2):
        reader.page = form
        assert "Your words are on their way" in reader.press(there, words="He has not been seen since Sunday").text
    with gathering.workspace.reading() as db:
        assert db.execute("select count(*), (select count(*) from outbox where occasion = 'worry') from worries").fetchone() == (1, 1)
