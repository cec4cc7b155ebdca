"""What goes wrong is said in the reader's language, keeps what was typed, and shows nothing of how it was made."""

from uuid import UUID, uuid4

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.gathering import Gathering
from workspace.application import Workspace

from .browsing import Reader

HTML = {"accept": "text/html"}
OURS = {"origin": "http://testserver.local"}


@pytest.fixture
def board(reader: Reader, gathering: Gathering) -> str:
    """It can be read already: what comes next may be asked for by a program, which waits for nothing."""
    address = f"/en/projects/{gathering.project}/ideas"
    assert reader.open(address).status_code == 200
    return address


def test_a_refused_form_comes_again_with_what_was_typed(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    answer = reader.press(board, text="<b>" + "x" * 2001)
    assert answer.status_code == 422
    assert "<title>Error:" in answer.text
    assert "At most 2,000 characters, please. This has 2,004." in answer.text
    assert 'href="#text"' in answer.text
    assert "&lt;b&gt;xxx" in answer.text


def test_the_same_in_welsh(reader: Reader, gathering: Gathering) -> None:
    board = f"/cy/prosiectau/{gathering.project}/syniadau"
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    answer = reader.press(board, text=" ")
    assert (answer.status_code, "<title>Gwall:" in answer.text, "Ysgrifennwch rywbeth yma" in answer.text) == (422, True, True)


def test_json_gets_problem_details(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    answer = reader.client.post(board, json={"text": ""})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"] == {"text": "Write something here"}


def test_htmx_gets_only_the_summary(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    reader.client.headers["hx-request"] = "true"
    reader.open(board)
    answer = reader.press(board, text="")
    assert (answer.status_code, answer.headers["hx-retarget"]) == (422, "#notice")
    assert "<html" not in answer.text
    assert "Write something here" in answer.text


@pytest.mark.parametrize("path", ["/en/nowhere", "/en/projects/not-an-id/ideas", f"/en/projects/{UUID(int=7)}/ideas"])
def test_what_is_not_there_is_404_for_people_and_programs(client: TestClient[Litestar], path: str) -> None:
    page = client.get(path, headers=HTML)
    assert (page.status_code, "There is no such page" in page.text) == (404, True)
    problem = client.get(path, headers={"accept": "application/json"})
    assert (problem.status_code, problem.json()["status"]) == (404, 404)


def test_what_is_for_members_does_not_exist_for_others(reader: Reader, workspace: Workspace) -> None:
    closed = Gathering(workspace, visibility="members")
    path = f"/en/projects/{closed.project}/ideas"
    assert reader.open(path).status_code == 404
    assert reader.sign_in(closed.accounts["Eira"]).open(path).status_code == 200


def test_whoever_is_signed_out_is_sent_to_sign_in(client: TestClient[Litestar], board: str) -> None:
    answer = client.post(board, data={"text": "An idea"}, headers=HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/sign-in")
    assert client.post(board, json={"text": "An idea"}).status_code == 401


def test_a_form_without_the_sessions_token_is_refused(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    answer = reader.press(board, text="An idea", csrf="00" * 32)
    assert (answer.status_code, "open for too long" in answer.text) == (403, True)
    reader.open(board)
    reader.sign_in(gathering.accounts["Beti"])
    assert reader.press(board, text="An idea").status_code == 403, "a token of another session"


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "null"}])
def test_another_site_cannot_send_our_forms(reader: Reader, gathering: Gathering, board: str, headers: dict[str, str]) -> None:
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    assert reader.client.post(board, json={"text": "An idea"}, headers=headers).status_code == 403
    assert reader.client.post(board, json={"text": "An idea"}, headers=OURS).status_code == 201


def test_too_large_a_body_is_413(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    answer = reader.client.post(board, data={"text": "x" * 10_000_000}, headers=HTML)
    assert (answer.status_code, "one megabyte" in answer.text) == (413, True)


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_body_that_is_no_object_is_400(reader: Reader, gathering: Gathering, board: str, body: bytes) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    answer = reader.client.post(board, content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, "raceback" in answer.text) == (400, False)


def test_a_wrong_verb_is_405(client: TestClient[Litestar]) -> None:
    answer = client.post("/en/help", headers=HTML)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, OPTIONS") or answer.status_code == 405


def test_what_breaks_on_our_side_shows_no_trace(client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the database")

    monkeypatch.setattr("web.front.visible", broken)
    page = client.get("/en/", headers=HTML)
    assert (page.status_code, "secret" in page.text, "Something broke on our side" in page.text) == (500, False, True)
    assert client.get("/cy/.json").status_code in (404, 500)


def test_the_same_press_of_a_button_is_done_once(reader: Reader, gathering: Gathering, board: str) -> None:
    reader.sign_in(gathering.accounts["Eira"])
    key = {"idempotency-key": str(uuid4()), "pleth-position": str(reader.workspace.head())}
    first, second = (reader.client.post(board, json={"text": "Once"}, headers=key) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["id"] == second.json()["id"]
    assert second.json()["already"]


def test_a_command_id_of_somebody_else_or_of_another_act_hides_nothing(reader: Reader, gathering: Gathering, board: str) -> None:
    key, texts = {"idempotency-key": str(uuid4()), "pleth-position": str(reader.workspace.head())}, []
    for name, act in (("Eira", board), ("Beti", board), ("Beti", f"/en/projects/{gathering.project}/proposals")):
        reader.client.cookies.clear()
        words = {"text": name} if act == board else {name: {"en": "A draft"} for name in ("title", "summary", "body")}
        made = reader.sign_in(gathering.accounts[name]).client.post(act, json=words, headers=key)
        texts.append((made.status_code, made.json()["already"], made.json()["id"]))
    assert [(status, already) for status, already, _ in texts] == [(201, False)] * 3
    assert len({id for *_, id in texts}) == 3


def test_a_page_whose_read_models_are_being_filled_says_so(client: TestClient[Litestar], board: str, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = client.app.state.changes
    monkeypatch.setattr(changes, "_reached", lambda *_, **__: frozenset())  # nothing that is on its way makes them ready again
    changes.ready.clear()
    page = client.get(board, headers=HTML)
    assert (page.status_code, page.headers["retry-after"], "getting ready" in page.text) == (503, "10", True)


def test_looking_at_the_head_of_a_page_is_allowed(client: TestClient[Litestar]) -> None:
    assert client.head("/en/help", headers=HTML).status_code == 200


def test_a_page_of_what_went_wrong_leads_on(reader: Reader, gathering: Gathering, board: str) -> None:
    """Back to the project and to who does it, back to the form, or to somebody who rings; in each the drafts of this browser stay."""
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    stale = reader.press(board, text="An idea", csrf="of another session")
    assert "Go back: what you wrote is still in the form." in stale.text
    assert "Who does what here" not in stale.text
    assert "data-unsent" in stale.text
    closing = f"/en/projects/{gathering.project}/stages/design"
    refused = reader.client.post(closing, data={"csrf": csrf_of(reader.open(board).text), "reason": "So"}, headers=HTML)
    assert refused.status_code == 403
    assert f'href="/en/projects/{gathering.project}/members"' in refused.text
    assert f'href="/en/projects/{gathering.project}"' in refused.text
    assert 'href="/en/me"' in refused.text, "who has a session is not asked to sign in"
    assert 'href="/en/calls/new"' in reader.open("/en/gallery/states/429").text
    assert 'href="/en/gallery/states/503"' in reader.open("/en/gallery/states/503").text
    assert 'href="/en/projects' not in reader.open(f"/en/projects/{UUID(int=7)}/ideas").text


def csrf_of(html: str) -> str:
    return html.partition('name="csrf" value="')[2].partition('"')[0]
