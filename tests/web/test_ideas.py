"""The board and the pages of ideas, for everybody who may come."""

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.gathering import Gathering
from workspace import ideas, proposals, words
from workspace.application import Workspace
from workspace.story.telling import both

from .browsing import Reader, forms_of

TEXT = "Mae enw yn ddigon"


@pytest.fixture
def board(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}/ideas"


@pytest.fixture
def idea(reader: Reader, gathering: Gathering) -> UUID:
    posted = ideas.post(gathering.workspace, gathering.act("Eira"), TEXT)
    seen(reader, gathering)
    return posted.id


@pytest.fixture
def hidden(workspace: Workspace) -> Gathering:
    return Gathering(workspace, visibility="members")


def seen(reader: Reader, gathering: Gathering) -> None:
    """What was done by commands can be read."""
    reader.client.cookies.set("position", str(gathering.workspace.head()), domain="testserver.local", path="/")


def as_(reader: Reader, gathering: Gathering, name: str) -> Reader:
    seen(reader, gathering)
    return reader.sign_in(gathering.accounts[name])


def send(reader: Reader, address: str, **values: Any) -> Any:
    """A press of a button that is in no form of its own: with the token of the page's other forms."""
    assert reader.page is not None
    csrf = reader.page.text.partition('name="csrf" value="')[2].partition('"')[0]
    reader.page = reader.client.post(address, data={"csrf": csrf, "command": uuid4().hex, **values}, headers={"accept": "text/html"})
    return reader.page


def test_anybody_reads_a_public_board(reader: Reader, board: str, idea: UUID) -> None:
    page = reader.open(board)
    assert page.status_code == 200
    assert TEXT in page.text
    assert "Eira" in page.text
    assert "<textarea" not in page.text
    assert reader.open(f"{board}/{idea}").status_code == 200


def test_a_kept_board_is_shown_to_nobody_who_may_do_less_or_more(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    for name, may in (("Mair", (True, True)), ("Beti", (True, False)), ("Lowri", (False, False)), ("Beti", (True, False)), ("Mair", (True, True))):
        text = as_(reader, gathering, name).open(board).text
        assert ("<textarea" in text, "Write it down for somebody" in text) == may


def test_the_board_says_the_same_in_welsh(reader: Reader, gathering: Gathering, idea: UUID) -> None:
    page = reader.open(f"/cy/prosiectau/{gathering.project}/syniadau")
    assert "Syniadau" in page.text
    assert 'hreflang="en"' in page.text


def test_what_is_for_members_only_does_not_exist_for_others(reader: Reader, hidden: Gathering) -> None:
    made = ideas.post(hidden.workspace, hidden.act("Eira"), TEXT).id
    base = f"/en/projects/{hidden.project}/ideas"
    for path in (base, f"{base}/{made}", f"{base}/{made}/card", f"{base}/{made}/replies", f"{base}.json", f"{base}.csv", f"{base}/{made}/reword"):
        assert reader.open(path).status_code == 404
    as_(reader, hidden, "Lowri")
    assert reader.open(base).status_code == 404
    assert reader.client.post(f"{base}/{made}/support", json={}).status_code == 404
    as_(reader, hidden, "Beti")
    assert TEXT in reader.open(base).text


def test_putting_an_idea_on_the_board(reader: Reader, gathering: Gathering, board: str) -> None:
    as_(reader, gathering, "Tomos").open(board)
    page = reader.press(board, text="Ten minutes\nto sit")
    assert page.status_code == 200
    assert "Ten minutes" in page.text
    assert page.url.path == board


def test_a_press_that_comes_twice_counts_once(reader: Reader, gathering: Gathering, board: str) -> None:
    as_(reader, gathering, "Tomos").open(board)
    command = uuid4().hex
    for _ in range(2):
        reader.open(board)
        assert reader.press(board, text="Once", command=command).status_code == 200
    assert reader.client.get(f"{board}.json").json()["board"]["open"] == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write something here"),
        ("   ", "Write something here"),
        ("x" * 2001, "At most 2,000 characters"),
        ("a\u202eb", "invisible signs"),
        ("a\x00b", "invisible signs"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_stays(reader: Reader, gathering: Gathering, board: str, text: str, sentence: str) -> None:
    as_(reader, gathering, "Tomos").open(board)
    page = reader.press(board, text=text)
    assert page.status_code == 422
    assert sentence in page.text
    assert "aria-invalid" in page.text
    assert page.text.count("x" * 2001) == (1 if len(text) > 2000 else 0)


def test_markup_and_formulas_are_words(reader: Reader, gathering: Gathering, board: str) -> None:
    as_(reader, gathering, "Tomos").open(board)
    reader.press(board, text="=1+1")
    page = reader.press(board, text="<script>alert(1)</script> {{ 7*7 }} 🙂 مرحبا")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} 🙂 مرحبا" in page.text
    assert "'=1+1" in reader.open(f"{board}.csv").text


def test_who_is_no_member_is_told_so(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    assert reader.client.post(board, json={"text": "x"}).status_code == 401
    as_(reader, gathering, "Lowri")
    assert reader.client.post(board, json={"text": "x"}).status_code == 403
    assert reader.client.post(f"{board}/{idea}/support", json={}).status_code == 403
    assert "<textarea" not in reader.open(board).text


def test_support_toggles_without_javascript(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti").open(board)
    page = send(reader, f"{board}/{idea}/support", order="supported", page="1")
    assert 'aria-pressed="true"' in page.text
    assert '#kept"' in page.text
    assert '<span class="small count">You</span>' in page.text
    assert str(page.url).endswith(f"/ideas?order=supported&page=1#idea-{idea}")
    page = send(reader, f"{board}/{idea}/support?_method=delete")
    assert 'aria-pressed="true"' not in page.text
    reader.open(f"{board}/{idea}")
    page = reader.press(f"{board}/{idea}/support?from=idea")
    assert "1 person supports it" in page.text
    assert page.url.path == f"{board}/{idea}"


def test_whoever_supports_is_counted_in_words_so_that_a_second_press_is_no_surprise(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    for name in ("Beti", "Tomos", "Amina"):
        ideas.support(gathering.workspace, gathering.act(name), idea)
    assert "You and 2 others" in as_(reader, gathering, "Beti").open(board).text
    assert "Chi a 2 arall" in reader.open(board.replace("/en/projects/", "/cy/prosiectau/").replace("/ideas", "/syniadau")).text
    assert "3 people" in as_(reader, gathering, "Eira").open(board).text
    assert "0 people" not in reader.open(f"{board}/{ideas.post(gathering.workspace, gathering.act('Eira'), 'New').id}").text


def test_whoever_is_here_finds_their_own_ideas_again(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    ideas.post(gathering.workspace, gathering.act("Beti"), "A chair by the window")
    as_(reader, gathering, "Eira")
    for path in (f"{board}?order=mine", f"{board}?order=mine&view=list", f"{board}.csv?order=mine", f"{board}.json?order=mine"):
        found = reader.open(path).text
        assert TEXT in found
        assert "A chair by the window" not in found
    page = reader.open(f"{board}?order=mine")
    assert f'<a href="{board}?order=mine#board" aria-current="true">My ideas</a>' in page.text
    page = send(reader, f"{board}/{idea}/replies", reply="x") and send(reader, f"{board}/{idea}/support", order="mine", page="1")
    assert str(page.url).endswith(f"/ideas?order=mine&page=1#idea-{idea}")
    assert "No idea of yours is on this board yet" in as_(reader, gathering, "Tomos").open(f"{board}?order=mine").text


def test_nobody_elses_ideas_are_theirs(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    page = reader.open(f"{board}?order=mine")
    assert "My ideas" not in page.text
    assert TEXT in page.text  # the newest, as ever
    assert as_(reader, gathering, "Lowri").client.get(f"{board}.json?order=mine").json()["order"] == "newest"


def test_choosing_which_ideas_leads_to_them_and_not_back_to_the_top(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    page = as_(reader, gathering, "Eira").open(f"{board}?choose=1")
    assert f'href="{board}?order=aside&amp;choose=1#board"' in page.text
    assert f'action="{board}#board"' in page.text
    assert page.text.count('form="draft"') == 2  # the box of an idea, and a button after the last one


def test_support_toggles_in_place(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti").open(board)
    assert reader.page is not None
    csrf = reader.page.text.partition('name="csrf" value="')[2].partition('"')[0]
    part = reader.client.post(f"{board}/{idea}/support", data={"csrf": csrf, "command": uuid4().hex}, headers={"hx-request": "true", "accept": "text/html"})
    assert part.text.strip().startswith(f'<article class="card idea" id="idea-{idea}"')
    assert 'aria-pressed="true"' in part.text


def test_the_buttons_of_a_board_go_under_one_command_until_a_card_comes_back_with_its_own(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    other = ideas.post(gathering.workspace, gathering.act("Eira"), "Another").id
    form = forms_of(as_(reader, gathering, "Beti").open(board).text)[""]
    how = {"hx-request": "true", "accept": "text/html"}
    for each in (other, idea):
        part = reader.client.post(f"{board}/{each}/support", data=form, headers=how)
        assert 'aria-pressed="true"' in part.text
    for is_supported in ("false", "true"):
        told = json.loads(part.text.partition("hx-vals='")[2].partition("'")[0])
        where = "support?_method=delete" if is_supported == "false" else "support"
        part = reader.client.post(f"{board}/{idea}/{where}", data=form | told, headers=how)
        assert f'aria-pressed="{is_supported}"' in part.text


def test_replies_and_formal_answers(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti").open(f"{board}/{idea}")
    page = reader.press(f"{board}/{idea}/replies", reply="Yes, and a photo")
    assert "Yes, and a photo" in page.text
    assert f"{board}/{idea}/answers" not in page.text
    assert reader.client.post(f"{board}/{idea}/answers", json={"kind": "no", "answer": "x"}).status_code == 403
    as_(reader, gathering, "Mair").open(f"{board}/{idea}/answers")
    page = reader.press(f"{board}/{idea}/answers", kind="not now", answer="Let’s talk on Thursday")
    assert "answered formally" in page.text
    assert "Let’s talk on Thursday" in reader.open(board).text
    page = reader.press(board, text="") and reader.open(f"{board}/{idea}") and reader.press(f"{board}/{idea}/replies", reply="")
    assert page.status_code == 422
    part = reader.open(f"{board}/{idea}/replies")
    assert part.text.strip().startswith('<ol class="notes" id="notes">')


def test_only_the_author_rewords(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Eira").open(f"{board}/{idea}/reword")
    page = reader.press(f"{board}/{idea}/reword", text="Mae enw cyntaf yn ddigon")
    assert "Mae enw cyntaf yn ddigon" in page.text
    assert "reworded on" in page.text
    as_(reader, gathering, "Beti")
    assert reader.client.post(f"{board}/{idea}/reword", json={"text": "x"}).status_code == 403
    assert "<textarea" not in reader.open(f"{board}/{idea}/reword").text


def test_setting_aside_and_taking_up_again(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    as_(reader, gathering, "Beti")
    assert reader.client.post(f"{board}/{idea}/setting-aside", json={"reason": "x"}).status_code == 403
    as_(reader, gathering, "Mair").open(f"{board}/{idea}/setting-aside")
    page = reader.press(f"{board}/{idea}/setting-aside", reason="")
    assert page.status_code == 422
    page = reader.press(f"{board}/{idea}/setting-aside", reason="Already done")
    assert "Already done" in page.text
    assert TEXT not in reader.open(board).text
    assert "Already done" in reader.open(f"{board}?order=aside").text
    assert reader.client.post(f"{board}/{idea}/support", json={}).status_code == 422
    reader.open(f"{board}/{idea}/setting-aside")
    page = reader.press(f"{board}/{idea}/setting-aside?_method=delete", reason="Beti wants it")
    assert "Beti wants it" in page.text
    assert TEXT in reader.open(board).text


def test_an_idea_of_another_project_is_not_here(reader: Reader, gathering: Gathering, workspace: Workspace, idea: UUID) -> None:
    from workspace import projects
    from workspace.story.evening_care import DESCRIPTION
    from workspace.story.telling import Telling

    telling = Telling(workspace, workspace.now())
    telling.accounts = gathering.accounts
    other = projects.start(workspace, telling.in_the_network("Mair", 1), DESCRIPTION).id
    as_(reader, gathering, "Mair")
    there = f"/en/projects/{other}/ideas/{idea}"
    assert reader.open(there).status_code == 404
    for verb in ("support", "replies", "answers", "reword", "setting-aside"):
        sent = {"text": "x", "reply": "x", "answer": "x", "reason": "x"}
        assert reader.client.post(f"{there}/{verb}", json=sent).status_code == 404
    assert reader.open(f"/en/projects/{gathering.project}/ideas/{uuid4()}").status_code == 404
    assert reader.open(f"/en/projects/{gathering.project}/ideas/not-an-id").status_code == 404


def test_words_that_were_taken_down_say_so_everywhere(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    (card,) = reader.client.get(f"{board}.json").json()["board"]["cards"]
    words.hide(gathering.workspace, gathering.act("Mair"), UUID(card["text"]), words.Place("idea", idea), "Enw")
    seen(reader, gathering)
    for path in (board, f"{board}/{idea}", f"{board}?view=list", f"{board}.csv", f"{board}.json"):
        page = reader.open(path)
        assert page.status_code == 200
        assert TEXT not in page.text
    assert f"/words/{card['text']}" in reader.open(board).text


def test_the_trail_of_an_idea(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    made = proposals.draft(gathering.workspace, gathering.act("Amina"), both("Teitl", "A title"), both("C", "S"), both("x", "x"), [idea]).id
    seen(reader, gathering)
    for path in (board, f"{board}/{idea}", f"{board}?view=list"):
        assert f"/en/projects/{gathering.project}/proposals/{made}" in reader.open(path).text


@pytest.mark.parametrize("query", ["order=odd", "page=0", "page=x", "page=99999999999", "find=%00", "find='", "view=odd", "page=7", "find=" + "y" * 3000])
def test_odd_questions_are_answered_gently(reader: Reader, board: str, idea: UUID, query: str) -> None:
    assert reader.open(f"{board}?{query}").status_code == 200


def test_choosing_ideas_for_a_proposal(reader: Reader, gathering: Gathering, board: str, idea: UUID) -> None:
    assert 'type="checkbox"' not in reader.open(f"{board}?choose=1").text
    page = as_(reader, gathering, "Beti").open(f"{board}?choose=1")
    assert f'name="idea" value="{idea}" form="draft"' in page.text
    assert TEXT in reader.open(f"/en/projects/{gathering.project}/proposals/new?idea={idea}").text


def test_json_takes_and_gives(client: TestClient[Litestar], reader: Reader, gathering: Gathering, board: str) -> None:
    as_(reader, gathering, "Tomos")
    key = str(uuid4())
    made = client.post(board, json={"text": "From a script"}, headers={"idempotency-key": key})
    assert made.status_code == 201
    again = client.post(board, json={"text": "From a script"}, headers={"idempotency-key": key})
    assert (again.status_code, again.json()["id"]) == (200, made.json()["id"])
    found = client.get(f"{board}.json", headers={"pleth-position": made.headers["pleth-position"]}).json()
    assert [card["words"] for card in found["board"]["cards"]] == [{"en": "From a script"}]
    bad = client.post(board, json={"text": 7 * "x", "more": 1} | {"text": ""})
    assert (bad.status_code, bad.json()["errors"]) == (422, {"text": "Write something here"})
    one = client.get(f"{board}/{made.json()['id']}", headers={"accept": "application/json"}).json()
    assert one["idea"]["words"] == {"en": "From a script"}
