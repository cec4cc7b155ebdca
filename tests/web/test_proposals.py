"""The pages of proposals, for everybody who may come."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.gathering import Gathering
from web.page import Page
from web.repeated import COMMAND, DRAFTS, TOKEN
from workspace import ideas, proposals
from workspace.application import Workspace
from workspace.story.telling import both

from .browsing import Reader

WORDS: dict[str, Any] = {"title_cy": "Ymweliad hwyr", "title_en": "A late visit", "summary_en": "Early or late", "body_en": "Two of us\n\n- in **one** car"}


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/proposals"


@pytest.fixture
def idea(gathering: Gathering) -> UUID:
    return ideas.post(gathering.workspace, gathering.act("Eira"), "Gadael i bobl ddewis").id


@pytest.fixture
def proposal(gathering: Gathering, idea: UUID) -> UUID:
    words = both("Ymweliad hwyr", "A late visit"), both("Yn fyr", "In short"), both("Dau yn y car", "Two in the car")
    return proposals.draft(gathering.workspace, gathering.act("Amina"), *words, [idea]).id


def as_(reader: Reader, gathering: Gathering, name: str) -> Reader:
    return reader.sign_in(gathering.accounts[name])


def seen(reader: Reader, gathering: Gathering) -> None:
    """What was done by commands can be read."""
    reader.client.cookies.set("position", str(gathering.workspace.head()), domain="testserver.local", path="/")
    reader.client.get(f"/en/projects/{gathering.project}/proposals")  # it waits for what an act does not wait for


def test_drafting_from_ideas_and_reading_it(reader: Reader, gathering: Gathering, base: str, idea: UUID) -> None:
    as_(reader, gathering, "Amina")
    seen(reader, gathering)
    reader.open(f"{base}/new?idea={idea}&idea=odd&idea={uuid4()}")
    page = reader.press(base, **WORDS)
    assert page.status_code == 200
    assert page.url.path.startswith(f"{base}/")
    assert "<strong>one</strong>" in page.text
    assert "Gadael i bobl ddewis" in page.text
    assert f"/en/projects/{gathering.project}/decisions/new?proposal=" in page.text
    listed = reader.open(base).text
    assert "A late visit" in listed
    assert "from 1 idea" in listed


def test_a_blank_page_in_one_language(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Beti").open(f"{base}/new")
    page = reader.press(base, title_cy="Teitl", summary_cy="Yn fyr", body_cy="Testun")
    assert 'lang="cy"' in page.text
    assert "It began with a blank page." in page.text


def test_missing_words_are_named_and_the_others_stay(reader: Reader, gathering: Gathering, base: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti")
    seen(reader, gathering)
    reader.open(f"{base}/new?idea={idea}")
    page = reader.press(base, title_en="A title " * 40, summary_en="", body_en="The text that stays")
    assert page.status_code == 422
    assert "At most 200 characters" in page.text
    assert "Write this in Welsh, in English or in both" in page.text
    assert "The text that stays" in page.text
    assert f'value="{idea}" checked' in page.text


def test_html_of_ones_own_and_scripts_are_words(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Beti").open(f"{base}/new")
    body = "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](https://example.cymru) ![c](https://example.cymru/c.png)"
    page = reader.press(base, title_en="<b>T</b>", summary_en="S", body_en=body)
    assert "<img" not in page.text
    assert 'href="javascript' not in page.text
    assert 'href="https://example.cymru" rel="noopener nofollow ugc"' in page.text
    assert "&lt;b&gt;T&lt;/b&gt;" in page.text


def test_ideas_of_another_project_are_not_found(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Beti")
    sent: dict[str, Any] = {"title": {"en": "T"}, "summary": {"en": "S"}, "body": {"en": "B"}}
    assert reader.client.post(base, json={**sent, "ideas": [str(uuid4())]}).status_code == 404
    assert reader.client.post(base, json={**sent, "ideas": ["odd"]}).status_code == 422
    assert reader.client.post(base, json=sent).status_code == 201


def test_revising_keeps_every_version(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Eira")
    seen(reader, gathering)
    reader.open(f"{base}/{proposal}/edit")
    page = reader.press(f"{base}/{proposal}/versions", body_en="Three in the car", why="Tomos comes too")
    assert "Three in the car" in page.text
    assert "Tomos comes too" in page.text
    earlier = reader.open(f"{base}/{proposal}?version=1")
    assert "Two in the car" in earlier.text
    assert "This is version 1. The newest is version 2." in earlier.text
    assert reader.open(f"{base}/{proposal}?version=9").status_code == 404


def test_a_text_that_moved_on_is_shown_beside_what_was_typed(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Eira")
    seen(reader, gathering)
    reader.open(f"{base}/{proposal}/edit")
    proposals.revise(gathering.workspace, gathering.act("Amina"), proposal, 1, both("T", "T"), both("C", "S"), {"en": "What Amina wrote"})
    seen(reader, gathering)
    page = reader.press(f"{base}/{proposal}/versions", body_en="What Eira wrote")
    assert page.status_code == 409
    assert "Somebody wrote version 2 while you were writing" in page.text
    assert "What Amina wrote" in page.text
    assert "What Eira wrote" in page.text
    page = reader.press(f"{base}/{proposal}/versions")
    assert page.status_code == 200
    assert "What Eira wrote" in page.text
    assert "Version 3" in page.text


def test_support_is_for_a_version(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti")
    seen(reader, gathering)
    reader.open(f"{base}/{proposal}")
    page = reader.press(f"{base}/{proposal}/support")
    assert "1 person supports this version" in page.text
    proposals.revise(gathering.workspace, gathering.act("Amina"), proposal, 1, both("T", "T"), both("C", "S"), both("x", "x"))
    seen(reader, gathering)
    page = reader.open(f"{base}/{proposal}")
    assert "Nobody supports this version yet, 1 an earlier one" in page.text
    assert "1 person supports this version" in reader.open(f"{base}/{proposal}?version=1").text
    reader.open(f"{base}/{proposal}")
    assert "You supported version 1." in page.text
    assert reader.client.post(f"{base}/{proposal}/support", json={"version": 1}).status_code == 409
    page = reader.press(f"{base}/{proposal}/support")
    assert "1 person supports this version" in page.text
    assert "supports this version" not in reader.open(f"{base}/{proposal}?version=1").text
    reader.open(f"{base}/{proposal}")
    page = reader.press(f"{base}/{proposal}/support?_method=delete")
    assert "Nobody supports this version yet" in page.text


def test_only_authors_revise_and_withdraw(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Beti")
    seen(reader, gathering)
    words = {"title": {"en": "T"}, "summary": {"en": "S"}, "body": {"en": "B"}, "saw": 1}
    assert reader.client.post(f"{base}/{proposal}/versions", json=words).status_code == 403
    assert reader.client.post(f"{base}/{proposal}/withdrawal", json={"reason": "x"}).status_code == 403
    assert "<textarea" not in reader.open(f"{base}/{proposal}/edit").text
    assert "<textarea" not in reader.open(f"{base}/{proposal}/withdrawal").text


def test_withdrawing_with_a_reason(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Amina")
    seen(reader, gathering)
    reader.open(f"{base}/{proposal}/withdrawal")
    assert reader.press(f"{base}/{proposal}/withdrawal", reason=" ").status_code == 422
    page = reader.press(f"{base}/{proposal}/withdrawal", reason="The council did it already")
    assert "The council did it already" in page.text
    assert "Put it to a decision" not in page.text
    assert reader.client.post(f"{base}/{proposal}/support", json={"version": 1}).status_code == 422


def test_visitors_read_and_are_asked_to_sign_in(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    seen(reader, gathering)
    page = reader.open(f"{base}/{proposal}")
    assert page.status_code == 200
    assert "<form" not in page.text.partition("<main")[2]
    assert reader.client.post(f"{base}/{proposal}/support", json={"version": 1}).status_code == 401
    assert "<textarea" not in reader.open(f"{base}/new").text
    assert reader.open(f"/cy/prosiectau/{gathering.project}/cynigion/{proposal}").status_code == 200


def test_what_is_for_members_only_does_not_exist_for_others(reader: Reader, workspace: Workspace) -> None:
    hidden = Gathering(workspace, visibility="members")
    made = proposals.draft(workspace, hidden.act("Amina"), both("T", "T"), both("C", "S"), both("x", "x")).id
    seen(reader, hidden)
    base = f"/en/projects/{hidden.project}/proposals"
    for path in (base, f"{base}/new", f"{base}/{made}", f"{base}/{made}/edit", f"{base}/{made}/withdrawal", f"{base}/{made}.json"):
        assert reader.open(path).status_code == 404
    as_(reader, hidden, "Beti")
    assert reader.open(f"{base}/{made}").status_code == 200


def test_json_gives_every_version(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    seen(reader, gathering)
    found = reader.client.get(f"{base}/{proposal}.json").json()
    assert found["proposal"]["title"] == {"cy": "Ymweliad hwyr", "en": "A late visit"}
    assert [one["version"] for one in found["proposal"]["versions"]] == [1]
    assert reader.client.get(f"{base}.json").json()["proposals"]["proposals"][0]["supporters"] == 0


def test_whoever_wrote_the_ideas_stands_beside_the_title(reader: Reader, gathering: Gathering, base: str) -> None:
    grown = [ideas.post(gathering.workspace, gathering.act(name), f"An idea of {name}").id for name in ("Tomos", "Amina", "Tomos")]
    drafted = proposals.draft(gathering.workspace, gathering.act("Eira"), both("T", "T"), both("C", "S"), both("x", "x"), grown)
    seen(reader, gathering)
    byline = reader.open(f"{base}/{drafted.id}").text.partition("<h1")[2].partition("<section")[0]
    assert [byline.count(f"<b>{name}</b>") for name in ("Eira", "Tomos", "Amina", "Beti")] == [1, 1, 1, 0]


def test_whoever_reads_a_proposal_sees_which_words_they_would_report_or_take_down(reader: Reader, gathering: Gathering, base: str, proposal: UUID) -> None:
    as_(reader, gathering, "Mair")
    page = reader.open(f"{base}/{proposal}").text
    for part, words in (("The title in Welsh", "Ymweliad hwyr"), ("The summary in English", "In short"), ("The text in Welsh", "Dau yn y car")):
        link = page.partition(f">{part}</a>")[0].rpartition('href="')[2].partition('"')[0]
        assert words in reader.open(link.replace("&amp;", "&")).text
    assert "Y teitl Cymraeg</a>" in reader.open(f"/cy/prosiectau/{gathering.project}/cynigion/{proposal}").text
    reported = as_(reader, gathering, "Amina").open(f"{base}/{proposal}").text
    assert "Is something wrong with these words?" in reported
    assert "The title in Welsh" in reported


def test_a_page_that_is_made_once_is_everybodys_own(reader: Reader, gathering: Gathering, base: str, proposal: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Page] = []
    alike = Page.alike
    monkeypatch.setattr(Page, "alike", lambda page: made.append(page) or alike(page))
    shown: dict[str, str] = {}
    for name in ("Tomos", "Beti", "Tomos"):
        shown[name] = as_(reader, gathering, name).open(f"{base}/{proposal}").text
    assert len(made) == 1
    for what in ("csrf", "command"):
        said = [re.findall(f'name="{what}" value="([0-9a-f]+)"', text) for text in shown.values()]
        assert all(said)
        assert not set(said[0]) & set(said[1])
    drafts = [re.findall('data-drafts="([0-9a-f]{32})"', text) for text in shown.values()]
    assert len(drafts[0]) == len(drafts[1]) == 1
    assert drafts[0] != drafts[1]
    assert not [mark for mark in (COMMAND, TOKEN, DRAFTS) for text in shown.values() if mark in text]
    assert as_(reader, gathering, "Beti").open(f"{base}/{proposal}").status_code == 200
    assert "You support it: take it back" in reader.press(f"{base}/{proposal}/support").text
    assert "You support it: take it back" not in as_(reader, gathering, "Tomos").open(f"{base}/{proposal}").text
    reader.client.cookies.clear()
    assert 'name="csrf"' not in reader.open(f"{base}/{proposal}").text
    assert len(made) == 4  # with the support, for whoever gave it and for the others; and for somebody without a place
