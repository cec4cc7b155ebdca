"""Who may do what: every address there is, asked by everybody there is. An address that is not in the table fails."""

import asyncio
import re
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from projections.permalinks import code_of
from tests.cases import some
from web.live import _told
from workspace import ideas, members
from workspace.application import Workspace
from workspace.devices import SignedIn

from .addresses import (
    ACT,
    DRAFT,
    ELSEWHERE,
    HTML,
    JSON,
    MEMBERS,
    OF_THE_NETWORK,
    OUTSIDE,
    QUESTION,
    READ,
    REFUSED,
    ROLES,
    P,
    addresses,
    as_,
    body_of,
    filled,
    send,
)
from .browsing import Reader
from .neighbours import LAST_WORD, SECRET, Full

WITHIN = ("idea_id", "proposal_id", "decision_id", "member", "text", "position", "matter_id", "slip_id", "organisation", "voice_id", "poll_id", "file")
WITHIN += ("photograph_id",)
"""What belongs to one project."""


THINGS = ("idea_id", "proposal_id", "decision_id", "commitment_id", "member", "text", "position")


def acts() -> list[tuple[str, str, dict[str, Any] | None]]:
    """Every act of the table: method, path, and what a good request says."""
    pairs = [(words.split(" ", 1), body) for words, (_, body) in ACT.items()]
    return [(method, path, body) for (method, path), body in pairs]


def told(answer: Response) -> tuple[int, str]:
    """An answer without what is made anew each time, and without the ids that the address itself held."""
    return answer.status_code, re.sub(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{64}", "#", answer.text)


def test_every_address_is_in_the_table(client: TestClient[Litestar]) -> None:
    table = {("GET", path) for path in READ} | {tuple(words.split(" ", 1)) for words in (*ACT, *ELSEWHERE)}
    assert set(addresses(client.app)) == table


def test_who_may_read_what(reader: Reader, open_one: Full) -> None:
    wrong, parts = [], open_one.parts()
    for who, role in enumerate(ROLES):
        as_(reader, role)
        for number, (path, may) in enumerate(READ.items()):
            if path.startswith("/changes") or ("str}" in path and "stage" not in path):
                continue
            for headers in some((HTML, JSON), number + who, of=2):
                answer = send(reader, "GET", filled(path, parts), headers)
                went_in = answer.status_code == 303 and "sign-in" in answer.headers["location"]
                if (answer.status_code in (401, 403, 404) or went_in) == (role in may) or answer.status_code >= 500:
                    wrong.append(f"{role} GET {path} {headers['accept']}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_a_project_for_members_only_is_nowhere_for_others(reader: Reader, closed_one: Full) -> None:
    """Each answer is that of a project which there is not, to the letter."""
    wrong = []
    parts = closed_one.parts()
    nowhere = {**parts, **{name: str(uuid4()) for name in ("project", "decision_id")}}
    questions: list[tuple[str, str, dict[str, Any] | None]] = [
        ("GET", path, None) for path in READ if "{" in path and "str}" not in path and not path.startswith(OF_THE_NETWORK)
    ]
    questions += acts()
    head = reader.workspace.head()
    for who, role in enumerate(OUTSIDE):
        as_(reader, role)
        for number, (method, path, body) in enumerate(questions):
            suffixes = ("", ".json", ".csv") if method == "GET" and not path.startswith("/changes") else ("",)
            ways = [(suffix, HTML) for suffix in suffixes] + [("", JSON), ("", HTML | {"hx-request": "true"})]
            for suffix, headers in some(ways, number + who, of=len(ways)):
                there = send(reader, method, filled(path, parts), headers, body, suffix)
                not_there = send(reader, method, filled(path, nowhere), headers, body, suffix)
                if told(there) != told(not_there) or there.status_code not in REFUSED or SECRET in there.text:
                    wrong.append(f"{role} {method} {path}{suffix} {headers}: {there.status_code}, nowhere {not_there.status_code}")
    assert not wrong, "\n".join(wrong)
    assert reader.workspace.head() == head


def test_a_project_for_members_only_is_open_to_them(reader: Reader, closed_one: Full) -> None:
    parts = closed_one.parts()
    for role in ("member", "facilitator"):
        as_(reader, role)
        for path, may in READ.items():
            if path.startswith(P) and role in may and "str}" not in path:
                assert send(reader, "GET", filled(path, parts), HTML).status_code == 200, path


def test_whoever_came_to_a_session_by_its_code_has_no_more_of_its_project_than_anybody(reader: Reader, closed_one: Full) -> None:
    """They see the session that they are in, and may act in it; of the project there is nothing for them."""
    wrong, parts = [], closed_one.parts()
    arrived = closed_one.evening.arrive("Gwenno")
    reader.client.cookies.clear()
    reader.client.cookies.set("guest", arrived.cookie)
    assert SECRET in send(reader, "GET", f"/here/{closed_one.evening.id}", HTML).text
    head = reader.workspace.head()
    asked: list[tuple[str, str, dict[str, Any] | None]] = [("GET", path, None) for path in READ if path.startswith(P) and "str}" not in path]
    asked += [act for act in acts() if act[1].startswith(P)]
    for method, path, body in asked:
        answer = send(reader, method, filled(path, parts), JSON, body)
        if answer.status_code not in (401, 404) or SECRET in answer.text:
            wrong.append(f"{method} {path}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert reader.workspace.head() == head


def test_nothing_of_it_is_said_elsewhere(reader: Reader, closed_one: Full) -> None:
    """Lists, finding, first pages, one's own page, short addresses, and guesses at links."""
    with reader.workspace.reading() as db:
        codes = [f"/{code_of(db, id)}" for (id,) in db.execute("select id from permalinks where project = %s", (closed_one.id,)).fetchall()]
    assert codes or reader.open("/en/").status_code
    plain = [path for path in READ if "{" not in path and not path.startswith(("/static", "/health"))]
    asked = [*plain, *codes, "/join/nothing", "/sign-in/nothing", "/unsubscribe/nothing", f"/projects?find={LAST_WORD}", "/projects?page=2"]
    for who, role in enumerate(OUTSIDE):
        as_(reader, role)
        for number, path in enumerate(asked):
            for headers in some((HTML, JSON, {"accept": "text/csv"}), number + who, of=3):
                answer = send(reader, "GET", path, headers)
                assert SECRET not in answer.text, f"{role} {path}"
                assert str(closed_one.id) not in answer.text, f"{role} {path}"
                assert str(closed_one.id) not in answer.headers.get("location", ""), f"{role} {path}"


def test_whoever_has_not_come_yet_is_named_to_facilitators_alone(reader: Reader, open_one: Full) -> None:
    parts = open_one.parts()
    for who, role in enumerate((*OUTSIDE, "member")):
        as_(reader, role)
        for number, path in enumerate(READ):
            if path.startswith(P):
                for suffix in some(("", ".json", ".csv"), number + who, of=3):
                    assert "Delyth" not in send(reader, "GET", filled(path, parts), HTML, suffix=suffix).text, f"{role} {path}{suffix}"
        assert send(reader, "GET", f"/projects/{open_one.id}/members/{open_one.waiting}", JSON).status_code == 404
    as_(reader, "facilitator")
    assert "Delyth" in send(reader, "GET", f"/projects/{open_one.id}/members", HTML).text


def test_open_pages_hear_nothing_of_what_they_may_not_see(reader: Reader, closed_one: Full) -> None:
    for role in OUTSIDE:
        as_(reader, role)
        answer = reader.client.get(f"/changes/{closed_one.id}", headers={"accept": "text/event-stream", "last-event-id": "0"})
        assert answer.status_code in REFUSED
        assert "event:" not in answer.text


def test_ids_of_another_project_are_not_found_under_this_one(reader: Reader, open_one: Full, closed_one: Full) -> None:
    """Mair may do everything in both; the address still has to be true."""
    wrong = []
    as_(reader, "facilitator")
    here, there = open_one.parts(), closed_one.parts()
    head = reader.workspace.head()
    for words in [*(f"GET {path}" for path in READ), *ACT]:
        method, path = words.split(" ", 1)
        names = [name for name in re.findall(r"{(\w+):", path) if name in ("commitment_id", *WITHIN)]
        if not names:
            continue
        for headers in (HTML, JSON):
            body = body_of(ACT[words][1], here) if method != "GET" else None
            answer = send(reader, method, filled(path, {**here, names[0]: there[names[0]]}), headers, body)
            if path.startswith(P) and (answer.status_code != 404 or SECRET in answer.text):
                wrong.append(f"{words} {headers['accept']}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert reader.workspace.head() == head


def test_ids_of_another_project_are_not_taken_from_a_form(reader: Reader, open_one: Full, closed_one: Full) -> None:
    as_(reader, "facilitator")
    head = reader.workspace.head()
    base, said = f"/projects/{open_one.id}", open_one.words_of(LAST_WORD)
    for path, body in (
        (f"{base}/proposals", {**DRAFT, "ideas": [str(closed_one.idea)]}),
        (f"{base}/decisions", {**QUESTION, "proposal": str(closed_one.proposal), "version": 1}),
        (f"{base}/decisions/new", {**QUESTION, "proposal": str(closed_one.proposal), "version": 1}),
        (f"{base}/words/{said}/hiding", {"reason": "So", "kind": "idea", "subject": str(closed_one.idea)}),
        (f"{base}/words/{said}/hiding", {"reason": "So", "kind": "name", "subject": str(open_one.idea)}),
        (f"{base}/words/{open_one.gathering.member('Eira')}/hiding", {"reason": "So", "kind": "idea", "subject": str(open_one.idea)}),
    ):
        for headers in (HTML, JSON):
            answer = send(reader, "POST", path, headers, body)
            assert 400 <= answer.status_code < 500, path
            assert SECRET not in answer.text
    for path in (f"{base}/proposals/new?idea={closed_one.idea}", f"{base}/decisions/new?proposal={closed_one.proposal}&version=1"):
        assert SECRET not in send(reader, "GET", path, HTML).text
    assert reader.workspace.head() == head


@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_who_may_do_what(reader: Reader, open_one: Full, headers: dict[str, str]) -> None:
    wrong = []
    for words, (may, body) in ACT.items():
        method, path = words.split(" ", 1)
        parts = open_one.parts("Beti" if "removal" in path else "Eira")
        address = filled(path, parts)
        for role in ("nobody", "stranger", "removed", "co-ordinator", "member", "facilitator"):
            as_(reader, role)
            head = reader.workspace.head()
            answer = send(reader, method, address, headers, body_of(body, parts))
            is_refused = answer.status_code in (401, 403, 404) or "sign-in" in answer.headers.get("location", "")
            if role not in may and (reader.workspace.head() != head or answer.status_code < 300):
                is_check = path.endswith("/decisions/new")
                wrong.append(f"{role} did {words}: {answer.status_code}") if not is_check or role not in MEMBERS else None
            if role not in may and not is_refused and not (role == "facilitator" and answer.status_code in (409, 422)):
                wrong.append(f"{role} may not {words}, and hears {answer.status_code}")
            if role in may and (is_refused or answer.status_code >= 500):
                wrong.append(f"{role} may {words}, and hears {answer.status_code}: {answer.text[:200] if headers is JSON else ''}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_who_may_do_what_outside_a_project(reader: Reader, open_one: Full, headers: dict[str, str]) -> None:
    wrong = []
    for words, (may, body) in ELSEWHERE.items():
        method, path = words.split(" ", 1)
        for role in ROLES:
            as_(reader, role)
            head = reader.workspace.head()
            place = str(in_network(reader.workspace, open_one.gathering.accounts["Mair"]))
            parts = open_one.parts() | {"member": place, "task": "co-ordinator"}
            answer = send(reader, method, filled(path, parts), headers, body_of(body, parts))
            is_refused = answer.status_code in (401, 403, 404) or answer.headers.get("location", "").partition("?")[0] == "/en/sign-in"
            if (role not in may and (not is_refused or reader.workspace.head() != head)) or answer.status_code >= 500:
                wrong.append(f"{role} may not {words}, and hears {answer.status_code}")
            if role in may and is_refused:
                wrong.append(f"{role} may {words}, and hears {answer.status_code}")
            if "co-ordinator" in path or path.startswith("/network/members"):
                send(as_(reader, "co-ordinator"), "DELETE", filled(path, {"member": place, "task": "co-ordinator"}), JSON, {})
    assert not wrong, "\n".join(wrong)


def in_network(workspace: Workspace, account: Any) -> Any:
    return members.membership(workspace, account, members.NETWORK)


def test_an_open_page_hears_nothing_more_once_the_place_is_lost(client: TestClient[Litestar], closed_one: Full) -> None:
    """The stream of somebody who is removed ends at the news of it."""
    gathering, app = closed_one.gathering, client.app
    workspace, account = gathering.workspace, gathering.accounts["Tomos"]
    who = SignedIn(uuid4(), account, "", "", None, None)
    request: Any = SimpleNamespace(app=app, scope={"state": {"signed_in": who}})

    async def listen() -> list[Any]:
        stream = _told(request, closed_one.id, None)
        await anext(stream)
        first = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        await asyncio.to_thread(ideas.post, workspace, gathering.act("Eira"), "Heard")
        heard = [await asyncio.wait_for(first, 20)]
        rest = asyncio.ensure_future(_all(stream))
        await asyncio.to_thread(members.remove, workspace, gathering.act("Mair"), gathering.member("Tomos"), "So")
        return heard + await asyncio.wait_for(rest, 20)

    with client.portal() as portal:
        assert portal.call(listen)


async def _all(stream: Any) -> list[Any]:
    return [message async for message in stream]


def test_whoever_leaves_or_is_removed_can_do_nothing_any_more(reader: Reader, closed_one: Full) -> None:
    as_(reader, "removed")
    for path in ("/", "/me", "/projects", "/home"):
        assert SECRET not in reader.client.get("/en" + path, headers=HTML | {"pleth-position": str(reader.workspace.head())}, follow_redirects=True).text, path
