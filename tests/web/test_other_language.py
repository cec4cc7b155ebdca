"""The other language in the middle of a form, without JavaScript: everything that was typed comes along, and nothing is done."""

import re
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import Response

from tests.gathering import Gathering
from web.templating import TEMPLATES
from workspace import ideas, proposals
from workspace.application import Workspace
from workspace.story.telling import both

from .browsing import Reader, forms_of

WRITTEN_IN = re.compile(r"(\b|_)(fields?|area|twofold|correcting|saying)\(|<textarea|<input (?![^>]*type=)|_ways\.html|_(fields|vote)\.html")
NOTHING_SENT = {"cy": "Does dim wedi’i anfon eto", "en": "Nothing was sent yet"}


def go_on(reader: Reader, address: str, **values: Any) -> Response:
    """Press the quiet button of the form that is sent to `address`, with what was typed into it so far."""
    assert reader.page is not None
    form = reader.page.text.partition(f'action="{address}"')[2].partition("</form>")[0]
    there = unescape(form.partition('name="again" value="1" formaction="')[2].partition('"')[0])
    assert there, f"no button in the form for {address}"
    sent = {**forms_of(reader.page.text)[address], **values, "again": "1"}
    reader.page = reader.client.post(there, data=sent, headers={"accept": "text/html"}, follow_redirects=False)
    return reader.page


def is_kept(page: Response, language: str) -> bool:
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert 'id="errors"' not in page.text
    assert "<title>Error" not in page.text
    assert "<title>Gwall" not in page.text
    return NOTHING_SENT[language] in page.text


@pytest.fixture
def board(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/ideas"


def head(gathering: Gathering) -> int:
    return gathering.workspace.head()


def test_half_an_idea_comes_along_there_and_back(reader: Reader, gathering: Gathering, board: str) -> None:
    before = head(gathering)
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    page = go_on(reader, board, text="Half an idea <b>\nand more")
    assert is_kept(page, "cy")
    welsh = f"/cy/prosiectau/{gathering.project}/syniadau"
    assert forms_of(page.text)[welsh]["text"] == "Half an idea <b>\nand more"
    page = go_on(reader, welsh, text="An idea")
    assert is_kept(page, "en")
    assert head(gathering) == before
    assert "An idea" in reader.press(board).text
    assert head(gathering) > before


def test_a_ballot_is_not_cast(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    decision = gathering.open()
    address, welsh = (f"{base}/{decision}" for base in (f"/en/projects/{gathering.project}/decisions", f"/cy/prosiectau/{gathering.project}/penderfyniadau"))
    before = head(gathering)
    reader.sign_in(gathering.accounts["Eira"]).open(address)
    page = go_on(reader, f"{address}/votes", choice="no", reason="Mae’n rhy hwyr")
    assert is_kept(page, "cy")
    assert head(gathering) == before
    assert "Ar gofnod i chi" not in page.text
    kept = forms_of(page.text)[f"{welsh}/pleidleisiau"]
    assert (kept["choice"], kept["reason"], kept["saw"]) == ("no", "Mae’n rhy hwyr", "0")
    assert "Ar gofnod i chi: Yn erbyn" in reader.press(f"{welsh}/pleidleisiau").text


def test_no_mail_to_sign_in_is_asked_for(reader: Reader, workspace: Workspace) -> None:
    reader.open("/en/sign-in?next=/me")
    page = go_on(reader, "/en/sign-in", email="eira@")
    assert is_kept(page, "cy")
    assert forms_of(page.text)["/cy/mewngofnodi"] | {"command": ""} == {"next": "/me", "email": "eira@", "command": ""}
    with workspace.reading() as db:
        assert db.execute("select count(*) from sign_ins").fetchone() == (0,)


def test_a_proposal_keeps_its_ideas_and_both_languages(reader: Reader, gathering: Gathering) -> None:
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "Gadael i bobl ddewis").id
    base = f"/en/projects/{gathering.project}/proposals"
    reader.sign_in(gathering.accounts["Beti"]).open(f"{base}/new?idea={idea}")
    page = go_on(reader, base, title_cy="Ymweliad", title_en="A visit", body_en="Two\n\n- in a car")
    assert is_kept(page, "cy")
    assert "Gadael i bobl ddewis" in page.text
    kept = forms_of(page.text)[f"/cy/prosiectau/{gathering.project}/cynigion"]
    assert (kept["title_cy"], kept["title_en"], kept["body_en"], kept["ideas"]) == ("Ymweliad", "A visit", "Two\n\n- in a car", str(idea))


def test_whoever_revises_is_told_when_the_text_moved_on_meanwhile(reader: Reader, gathering: Gathering) -> None:
    words = both("T", "T"), both("C", "S"), both("x", "x")
    made = proposals.draft(gathering.workspace, gathering.act("Amina"), *words).id
    base = f"/en/projects/{gathering.project}/proposals/{made}"
    reader.sign_in(gathering.accounts["Amina"]).open(f"{base}/edit")
    proposals.revise(gathering.workspace, gathering.act("Amina"), made, 1, *words[:2], both("y", "y"))
    reader.client.get(base, headers={"pleth-position": str(head(gathering))})  # by then it can be read
    page = go_on(reader, f"{base}/versions", body_en="z")
    assert is_kept(page, "cy")
    assert 'id="moved-on"' in page.text
    kept = forms_of(page.text)[f"/cy/prosiectau/{gathering.project}/cynigion/{made}/fersiynau"]
    assert (kept["body_en"], kept["saw"]) == ("z", "2")


def test_a_question_that_was_looked_at_can_be_changed_in_the_other_language(reader: Reader, gathering: Gathering) -> None:
    gathering.adopt_charter()
    base = f"/en/projects/{gathering.project}/decisions"
    reader.sign_in(gathering.accounts["Mair"]).open(f"{base}/new")
    words = {f"{name}_{language}": f"{name} {language}" for name in ("question", "yes", "no", "otherwise") for language in ("cy", "en")}
    reader.press(f"{base}/new", **words)
    before = head(gathering)
    page = go_on(reader, base)
    assert is_kept(page, "cy")
    kept = forms_of(page.text)[f"/cy/prosiectau/{gathering.project}/penderfyniadau/newydd"]
    assert {name: kept[name] for name in words} == words
    assert head(gathering) == before


def test_taking_back_is_not_done_either(reader: Reader, gathering: Gathering, board: str) -> None:
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "Galwad").id
    ideas.set_aside(gathering.workspace, gathering.act("Mair"), idea, "Wedi’i wneud")
    before = head(gathering)
    reader.sign_in(gathering.accounts["Mair"]).open(f"{board}/{idea}/setting-aside")
    page = go_on(reader, f"{board}/{idea}/setting-aside?_method=delete", reason="Beti wants it")
    assert is_kept(page, "cy")
    assert "Beti wants it" in page.text
    assert head(gathering) == before


def test_it_shows_no_more_than_the_page_itself_would(reader: Reader, workspace: Workspace) -> None:
    hidden = Gathering(workspace, visibility="members")
    idea = ideas.post(workspace, hidden.act("Eira"), "Galwad").id
    for name in ("", "Lowri"):
        if name:
            reader.sign_in(hidden.accounts[name])
        csrf = reader.open("/en/me").text.partition('name="csrf" value="')[2].partition('"')[0]
        for path in ("ideas", f"ideas/{idea}/replies", f"ideas/{idea}/setting-aside", "edit"):
            sent = {"again": "1", "csrf": csrf, "text": "x"}
            assert reader.client.post(f"/en/projects/{hidden.project}/{path}", data=sent, headers={"accept": "text/html"}).status_code == 404


def test_another_site_cannot_have_it_shown(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    assert reader.client.post(board, data={"again": "1", "text": "x"}).status_code == 403


def test_a_form_without_a_page_is_neither_shown_nor_carried_out(reader: Reader, gathering: Gathering) -> None:
    page = reader.sign_in(gathering.accounts["Eira"]).open("/en/me")
    sent = {**forms_of(page.text)["/en/sign-out"], "again": "1"}
    assert reader.client.post("/en/sign-out", data=sent, headers={"accept": "text/html"}).status_code == 400
    assert reader.open("/en/me").status_code == 200


def test_a_script_that_says_again_means_nothing_by_it(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    made = reader.client.post(board, json={"text": "From a script", "again": "1"}, headers={"idempotency-key": str(uuid4())})
    assert made.status_code == 201
    assert UUID(made.json()["id"])


def test_the_link_to_the_other_language_leads_from_a_refusal_to_the_page_with_the_form(reader: Reader, gathering: Gathering, board: str) -> None:
    idea = ideas.post(gathering.workspace, gathering.act("Eira"), "Galwad").id
    reader.sign_in(gathering.accounts["Beti"]).open(f"{board}/{idea}")
    page = reader.press(f"{board}/{idea}/replies", reply="")
    assert page.status_code == 422
    assert f'href="/cy/prosiectau/{gathering.project}/syniadau/{idea}" lang="cy"' in page.text
    assert f"/cy/prosiectau/{gathering.project}/syniadau/{idea}/atebion" not in page.text.partition("<main")[0]


def test_with_javascript_the_button_is_not_there(reader: Reader, gathering: Gathering, board: str) -> None:
    page = reader.sign_in(gathering.accounts["Eira"]).open(board).text
    assert page.count('name="again"') == 1
    assert 'name="again"' not in re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
    form = page.partition('data-form="/projects/')[2].partition("</form>")[0]
    assert form.index("Put it on the board") < form.index('name="again"')  # Enter presses the first


def test_every_form_with_something_to_write_in_can_go_on_in_the_other_language() -> None:
    wrong = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        for form in re.findall(r"\{\{ form_start\(.*?(?:</form>|form_end\(\))", path.read_text(), re.DOTALL):
            if bool(WRITTEN_IN.search(form)) is form.endswith("</form>") and "decisions/check" not in str(path):
                wrong.append(f"{path.relative_to(TEMPLATES)}: {form[:60]}")
    assert wrong == []
