"""Whatever is sent anywhere: a clear answer, never a trace, nothing half done. Everything is made from the table of addresses and from the pages' own forms."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from httpx import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases import examples, some
from tests.gathering import Gathering
from workspace import ideas, members

from .addresses import ACT, ELSEWHERE, HTML, JSON, READ, ROLES, TRACES, P, as_, body_of, filled, send
from .browsing import Reader
from .neighbours import Full
from .ripe import RIPE, Ripe

ACTS = {words: given for words, given in {**ACT, **ELSEWHERE}.items() if given[0] and not words.endswith(("/leave", "/sign-out"))}
WRONG: list[Any] = [
    None, "", " \n ", 0, -1, 10**30, 1e308, True, [], {}, [[]], {"cy": ["x"]}, {"x": {"y": "z"}}, "x" * 100_001, {"cy": "x" * 100_001}, "a\0b", "\x1b[2J",
    "\u202egnp.exe", {"en": "\u2066x"}, "\ud800", "\ufeff", "nonsense", str(uuid4()), "1/0", "9" * 400, "²", "٣", "-0", "NaN", "0001-01-01T00:00",
    "9999-12-31T23:59", "2026-02-30", "2027-03-28T01:30", "=1+1", "<script>alert(1)</script>",
]  # fmt: skip
"""Some of it is right for some fields; then it is kept as it is."""


def who_may(may: frozenset[str]) -> str:
    return next(role for role in ("facilitator", "member", "co-ordinator", "nobody") if role in may)


def sentences(answer: Response) -> str:
    """What a person reads of an answer in JSON."""
    said = answer.json()
    return " ".join([said["title"], *said.get("errors", {}).values()])


def is_clear(answer: Response) -> bool:
    return answer.status_code < 500 and not any(trace in answer.text for trace in TRACES)


def spoilt(number: int, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The body without one field, and with something else in it."""
    for place, name in enumerate(body):
        yield {each: said for each, said in body.items() if each != name}
        for wrong in some(WRONG, number + place, of=11):
            yield {**body, name: wrong}


def test_every_field_of_every_act_refuses_what_it_cannot_use(reader: Reader, open_one: Full) -> None:
    wrong, parts = [], open_one.parts()
    for number, (words, (may, body)) in enumerate(ACTS.items()):
        method, path = words.split(" ", 1)
        as_(reader, who_may(may))
        for sent in spoilt(number, body_of(body, parts)):
            answer = raw(reader, method, filled(path, parts), json.dumps(sent).encode(), JSON)
            if not is_clear(answer) or (answer.status_code >= 400 and len(sentences(answer)) < 10):
                wrong.append(f"{words} {str(sent)[:120]}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def raw(reader: Reader, method: str, path: str, body: bytes, headers: dict[str, str], kind: str = "application/json", language: str = "en") -> Response:
    answer: Response = reader.client.request(method, f"/{language}{path}", content=body, headers={"content-type": kind, **headers}, follow_redirects=False)
    return answer


def test_what_is_wrong_is_said_in_the_language_of_the_reader(reader: Reader, open_one: Full) -> None:
    silent, parts = [], open_one.parts()
    for words, (may, body) in ACTS.items():
        method, path = words.split(" ", 1)
        as_(reader, who_may(may))
        for name in body:
            sent = json.dumps({**body_of(body, parts), name: "\u202e" + "x" * 30_000}).encode()
            said = [raw(reader, method, filled(path, parts), sent, JSON, language=language) for language in ("cy", "en")]
            welsh, english = (answer.json() for answer in said)
            if (
                said[0].status_code < 400
                or welsh["title"] == english["title"]
                or any(welsh.get("errors", {}).get(n) == e for n, e in english.get("errors", {}).items())
            ):
                silent.append(f"{words} {name}: {said[0].status_code} {welsh} {english}")
    assert not silent, "\n".join(silent)


BROKEN: list[tuple[str, bytes]] = [
    *[("application/json", body) for body in (b"{", b"\xff\xfe", b"[1]", b'"x"', b"nul", b"[" * 100_000, b'{"a":' * 50_000)],
    ("application/json", b'{"text": 1e999999}'), ("application/json", b'{"text": NaN}'),
    ("application/x-www-form-urlencoded", b"text=%ff%fe&reason=%00&\xff=\xff&&&==" + b"&a" * 5000),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(20_000))),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nnever ends"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="text"; filename="a.txt"\r\n\r\n\x00\xff\r\n--x--\r\n'),
    ("text/plain", b"text=x"), ("application/octet-stream", b"\0" * 100), ("", b"text=x"), ("application/xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
]  # fmt: skip


def test_bodies_that_cannot_be_read_are_refused_everywhere(reader: Reader, open_one: Full) -> None:
    wrong, parts = [], open_one.parts()
    for number, (words, (may, body)) in enumerate(ACTS.items()):
        method, path = words.split(" ", 1)
        as_(reader, who_may(may))
        head = reader.workspace.head()
        for kind, content in some(BROKEN, number) if body else BROKEN[:3]:
            for headers in (HTML, JSON):
                answer = raw(reader, method, filled(path, parts), content, headers, kind)
                if not is_clear(answer) or not 400 <= answer.status_code < 500:
                    wrong.append(f"{words} {kind} {content[:30]!r}: {answer.status_code}")
        if reader.workspace.head() != head:
            wrong.append(f"{words} did something")
    assert not wrong, "\n".join(wrong)


def test_ten_megabytes_are_too_much_anywhere(reader: Reader, open_one: Full) -> None:
    parts, much = open_one.parts(), b"x" * 10_000_000
    bodies = [("application/json", b'{"text": "' + much + b'"}'), ("application/x-www-form-urlencoded", b"text=" + much)]
    bodies.append(("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + much + b"\r\n--b--\r\n"))
    for words, (may, _) in ACTS.items():
        method, path = words.split(" ", 1)
        as_(reader, who_may(may))
        for kind, body in bodies:
            answer = raw(reader, method, filled(path, parts), body, HTML, kind)
            assert answer.status_code == 413, words
            assert "That is too large" in answer.text
    sent = reader.client.post(f"/cy/prosiectau/{open_one.id}/syniadau", content=(much for _ in range(1)), headers={"content-type": "application/json"} | JSON)
    assert (sent.status_code, sent.json()["title"]) == (413, "Mae hynny’n rhy fawr")


def test_a_form_of_more_fields_than_any_page_has_is_too_large(reader: Reader, open_one: Full) -> None:
    as_(reader, "member")
    fields = [b"f%d=1" % number for number in range(1001)]
    sent = [raw(reader, "POST", f"/projects/{open_one.id}/ideas", b"&".join(many), HTML, "application/x-www-form-urlencoded") for many in (fields[1:], fields)]
    assert [answer.status_code for answer in sent] == [403, 413]


ODD = [
    "%00",
    "%ff",
    "%C3%28",
    "%2e%2e%2fetc",
    "a" * 3000,
    "%E2%80%AE",
    "%0d%0aset-cookie:x",
    "-1",
    "9" * 40,
    "%F0%9F%92%A9",
    "{x}",
    "'",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
]


FINE = ("secret", "token", "code", "device", "version", "position", "name", "helper", "status")
"""Parts of addresses where what is not there is told, or nothing has to be done."""


def test_odd_addresses_are_not_found(reader: Reader, open_one: Full) -> None:
    """Each part of each address, in turn, is something that cannot be, or an id that nobody has."""
    wrong, parts = [], open_one.parts()
    as_(reader, "facilitator")
    for number, words in enumerate([*(f"GET {path}" for path in READ), *ACTS]):
        method, path = words.split(" ", 1)
        for place, name in enumerate(re.findall(r"{(\w+):", path)):
            for odd in some([*ODD, str(uuid4())], number + place):
                body = json.dumps(body_of(ACTS[words][1], parts)).encode() if words in ACTS else b""
                for headers in (HTML, JSON):
                    answer = raw(reader, method, filled(path, {**parts, name: odd, f"{name} {path.rpartition('/')[2]}": odd}), body, headers)
                    fine = name in FINE or (name == "project" and path.startswith("/me"))
                    if (
                        not is_clear(answer)
                        or "<script>alert" in answer.text
                        or (answer.status_code < 400 and not fine)
                        or not all(map(str.isprintable, answer.headers.values()))
                    ):
                        wrong.append(f"{words} {name}={odd[:40]}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_odd_questions_are_read_gently(reader: Reader, open_one: Full) -> None:
    wrong, parts = [], open_one.parts()
    names = ["page", "find", "order", "kind", "member", "side", "since", "until", "before", "idea", "proposal", "version", "charter"]
    names += ["back", "next", "code", "from", "subject", "_method"]
    odds = ["%00", "%ff", "-1", "0", "9" * 400, "x" * 3000, "%22%27%3A*%26%7C!()%3C%3E\\", "%E2%80%AE", "%5Cudcff", "1.5", "2026-02-30"]
    odds += ["<script>alert(1)</script>", "%D9%A3"]
    as_(reader, "member")
    for number, path in enumerate(READ):
        if path.startswith(("/changes", "/static", "/health", "/schema")):
            continue
        for odd in some(odds, number):
            query = "&".join(f"{name}={odd}" for name in names)
            answer = (
                send(reader, "GET", filled(path, parts) if path != "/" else "/", HTML, suffix=f"?{query}")
                if path != "/"
                else reader.client.get(f"/en/?{query}")
            )
            if not is_clear(answer) or "<script>alert" in answer.text:
                wrong.append(f"{path} {odd[:30]}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_odd_headers_and_cookies_are_no_matter(reader: Reader, open_one: Full) -> None:
    address = f"/en/projects/{open_one.id}/ideas"
    for name in (
        "cookie",
        "accept",
        "accept-language",
        "authorization",
        "pleth-position",
        "last-event-id",
        "hx-request",
        "if-none-match",
        "content-type",
        "range",
    ):
        for odd in (
            b"\xff\xfe",
            b"session=\xff; language=\xff; position=\xb2",
            b"9" * 4000,
            b";;;===,,,q=q",
            b"position=99999999999999999999999",
            b"Bearer \xff",
            b"\xd9\xa3",
        ):
            answer = reader.client.get(address, headers=[(name.encode(), odd)])  # type: ignore[arg-type]
            assert is_clear(answer), (name, odd)
            assert answer.status_code < 500


class Typed(HTMLParser):
    """The fields of each form in which somebody types."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, list[str]] = {}
        self.at: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.at = self.forms.setdefault(said.get("action", ""), []) if said.get("method") == "post" else None
        elif self.at is not None and said.get("name") and (tag == "textarea" or (tag == "input" and said.get("type", "text") in ("text", "email", "tel"))):
            self.at.append(said["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.at = None


def forms_with_words(reader: Reader, open_one: Full) -> Iterator[tuple[str, str, str, list[str]]]:
    """(role, page, address, fields) of every form on every page into which something is typed."""
    parts = open_one.parts() | {"secret": open_one.place}
    for role in ("nobody", "member", "facilitator", "co-ordinator"):
        as_(reader, role)
        seen = set()
        for path, may in READ.items():
            if role not in may or path.startswith(("/changes", "/static", "/health", "/schema")):
                continue
            page = filled(path, parts)
            found = Typed()
            found.feed(send(reader, "GET", page, HTML).text)
            for address, fields in found.forms.items():
                if fields and address not in seen:
                    seen.add(address)
                    yield role, page, address, fields


def test_what_was_typed_stays_in_every_form(reader: Reader, open_one: Full) -> None:
    """One field is far too long: the same page comes again, names what is wrong, and has all that was typed in it."""
    lost, forms = [], list(forms_with_words(reader, open_one))
    assert len(forms) > 15
    for number, (role, page, address, fields) in enumerate(forms):
        as_(reader, role)
        for bad in some(fields, number, of=len(fields)):
            typed = {name: f"Kept & “{number}” <b> 01632" for number, name in enumerate(fields)} | {bad: "x" * 60_000}
            reader.page = send(reader, "GET", page, HTML)
            answer = reader.press(address, follow=False, **typed)
            shown = unescape(answer.text)
            missing = [name for name, text in typed.items() if text not in shown and "digits" not in name]
            if answer.status_code != 422 or missing or "<b> 01632" in answer.text:
                lost.append(f"{role} {address} {bad}: {answer.status_code} {missing}")
    assert not lost, "\n".join(lost)


def test_a_form_from_elsewhere_or_from_yesterday_does_nothing(reader: Reader, open_one: Full) -> None:
    as_(reader, "facilitator")
    head, parts = reader.workspace.head(), open_one.parts()
    for words in ACT:
        method, path = words.split(" ", 1)
        address = "/en" + filled(path, parts) + ("?_method=delete" if method == "DELETE" else "")
        for form in ({}, {"csrf": ""}, {"csrf": "00" * 32}, {"csrf": "\ud7ff\x00"}, {"csrf": "zz"}):
            answer = reader.client.post(address, data=form, headers=HTML)
            assert answer.status_code == 403, words
            assert "This form was open for too long" in answer.text
        for header in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
            assert reader.client.post(address, json={}, headers=HTML | header).status_code == 403, words
    assert reader.workspace.head() == head


def test_every_press_of_a_button_counts_once(reader: Reader, open_one: Full) -> None:
    """The same command again gives the same answer, however it comes."""
    wrong, parts = [], open_one.parts()
    others = {"removal": str(open_one.gathering.member("Beti")), "places": str(open_one.waiting)}
    for words, (may, body) in ACT.items():
        method, path = words.split(" ", 1)
        if path.endswith("/decisions/new") or not may:
            continue  # it only shows, or nobody may here
        ripe = RIPE.get(words, lambda _: Ripe())(open_one)
        other = others.get(path.rpartition("/")[2])
        address = filled(path, {**parts, "member": other or parts["member"], **ripe.parts})
        as_(reader, ripe.role or ("member" if path.endswith("/leave") else who_may(may)))
        headers = JSON | {"idempotency-key": str(uuid4())}
        answers, heads = [], []
        for _ in range(3):
            answers.append(send(reader, method, address, headers, body_of(body | ripe.body, {**parts, **ripe.parts})))
            heads.append(reader.workspace.head())
        first, *again = answers
        if first.status_code >= 300 or len(set(heads)) != 1:
            wrong.append(f"{words}: {first.status_code} {first.text[:100]} {heads}")
        for answer in again:
            same = [(a.get("id"), a.get("address"), a.get("link")) for a in (first.json(), answer.json())] if answer.status_code < 300 else [1, 2]
            if same[0] != same[1] and not path.endswith("/leave"):
                wrong.append(f"{words} again: {answer.status_code} {answer.text[:160]} after {first.text[:160]}")
    assert not wrong, "\n".join(wrong)


def test_versions_that_are_older_than_the_words_are_a_conflict_and_lose_nothing(reader: Reader, open_one: Full) -> None:
    as_(reader, "member")
    base, parts = f"/projects/{open_one.id}", open_one.parts()
    draft = {f"{name}_{language}": f"My {name}" for name in ("title", "summary", "body") for language in ("cy", "en")}
    edit = filled(f"{P}/proposals/{{proposal_id:uuid}}/edit", parts)
    versions = f"/en{base}/proposals/{open_one.proposal}/versions"
    reader.page = send(reader, "GET", edit, HTML)
    old = reader.page
    assert reader.press(versions, follow=False, **draft).status_code == 303
    reader.page = old
    late = reader.press(versions, follow=False, command=str(uuid4()), **{**draft, "body_en": "Mine, later"})
    assert late.status_code == 409
    assert "Mine, later" in late.text
    assert "version 2" in late.text
    vote = f"{base}/decisions/{open_one.decision}/votes"
    assert send(reader, "POST", vote, JSON, {"choice": "yes", "saw": 0}).status_code == 201
    for saw in (0, 2, 999_999):
        assert send(reader, "POST", vote, JSON, {"choice": "no", "saw": saw}).status_code == 409
    assert send(reader, "POST", f"{base}/proposals/{open_one.proposal}/support", JSON, {"version": 1}).status_code == 409
    assert send(reader, "POST", f"{base}/charter", JSON, {**ACT[f"POST {P}/charter"][1], "saw": 1}).status_code == 409


def test_closed_and_withdrawn_things_say_so(reader: Reader, open_one: Full) -> None:
    base, parts = f"/projects/{open_one.id}", open_one.parts()
    as_(reader, "member")
    assert send(reader, "POST", f"{base}/decisions/{open_one.decided}/votes", JSON, {"choice": "yes", "saw": 1}).json()["reason"] == "VotingIsOver"
    send(reader, "POST", filled(f"{P}/proposals/{{proposal_id:uuid}}/withdrawal", parts), JSON, {"reason": "So"})
    send(reader, "POST", filled(f"{P}/ideas/{{idea_id:uuid}}/setting-aside", parts), JSON, {"reason": "So"})
    for words, reason in {
        f"POST {P}/proposals/{{proposal_id:uuid}}/versions": "ProposalIsWithdrawn",
        f"POST {P}/proposals/{{proposal_id:uuid}}/support": "ProposalIsWithdrawn",
        f"POST {P}/proposals/{{proposal_id:uuid}}/withdrawal": "ProposalIsWithdrawn",
        f"POST {P}/ideas/{{idea_id:uuid}}/replies": "IdeaIsSetAside",
        f"POST {P}/ideas/{{idea_id:uuid}}/reword": "IdeaIsSetAside",
        f"POST {P}/ideas/{{idea_id:uuid}}/support": "IdeaIsSetAside",
        f"POST {P}/ideas/{{idea_id:uuid}}/setting-aside": "IdeaIsSetAside",
    }.items():
        answer = send(reader, "POST", filled(words.split(" ")[1], parts), JSON, ACT[words][1])
        assert (answer.status_code, answer.json().get("reason")) == (422, reason), words


def test_the_time_at_which_voting_ends_is_later_than_now(reader: Reader, open_one: Full) -> None:
    as_(reader, "facilitator")
    address, body = f"/projects/{open_one.id}/decisions", ACT[f"POST {P}/decisions"][1]
    now = reader.workspace.now()
    for closes in (now, now - timedelta(seconds=1), now + timedelta(days=367)):
        answer = send(reader, "POST", address, JSON, {**body, "closes": closes.isoformat()})
        assert (answer.status_code, list(answer.json()["errors"])) == (422, ["closes"])
    assert send(reader, "POST", address, JSON, {**body, "closes": (now + timedelta(minutes=1)).isoformat()}).status_code == 201
    for on, at in (("2027-03-28", "01:30"), ("2026-10-25", "01:30"), ("2026-02-30", "20:00"), ("2027-01-01", "24:00"), ("x", "y"), ("2027-01-01", "٢٠:٠٠")):
        sent = {**{name: said for name, said in body.items() if name != "closes"}, "closes_on": on, "closes_at": at}
        assert send(reader, "POST", address, JSON, sent).status_code in (201, 422)


NAMES = [
    "مريم الحسن",
    "שרה",
    "🌻 Siân 👩‍🦽",
    "O’Neill-Ó Dónaill",
    "李小龍",
    "Zoë <b>Bold</b>",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)",
    "Robert'); drop table memberships;--",
    "{name} %s",
]


def test_names_of_all_the_world_are_kept_and_shown_as_they_are(reader: Reader, gathering: Gathering) -> None:
    for name in NAMES:
        members.invite(gathering.workspace, gathering.act("Mair"), side="citizen", name=name)
    reader.sign_in(gathering.accounts["Mair"])
    page = reader.open(f"/cy/prosiectau/{gathering.project}/aelodau").text
    for name in NAMES:
        assert name in unescape(page), name
    assert "<b>Bold" not in page


def test_markup_is_shown_and_formulas_are_never_run(reader: Reader, gathering: Gathering) -> None:
    words = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "=1+1",
        "+1",
        "@cmd",
        "-1+1",
        "\t=1",
        '"; alert(1)//',
        "{{ 7 * 7 }}",
        "مرحبا",
        "👩‍👩‍👧",
    ]
    for each in words:
        ideas.post(gathering.workspace, gathering.act("Eira"), each)
    base = f"/en/projects/{gathering.project}"
    for path in (f"{base}/ideas", f"{base}/history", base):
        shown = reader.open(path).text
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "49" not in re.findall(r"“([^”]*)”", shown)
    assert all(each.strip() in unescape(reader.open(f"{base}/ideas").text) for each in words)
    for path in (f"{base}/ideas.csv", f"{base}/history.csv", f"{base}/members.csv", "/en/projects.csv", f"{base}/decisions.csv"):
        cells = [cell for row in csv.reader(reader.open(path).text.lstrip("\ufeff").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and not re.fullmatch(r"-?\d*", cell)], path


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.sampled_from([each for each in WRONG if isinstance(each, str)])
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=6)
KINDS = [*["application/json"] * 4, "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/json; charset=latin-1"]
ACCEPTED = st.sampled_from(["text/html", "application/json", "text/csv", "text/event-stream", "*/*", "application/problem+json", "nonsense", ""])


@pytest.fixture
def operations(reader: Reader) -> list[tuple[str, str]]:
    """What /schema says there is."""
    paths = reader.client.get("/schema/openapi.json").json()["paths"]
    return [(method.upper(), path) for path, methods in paths.items() for method in methods if method in ("get", "post", "delete", "put", "patch")]


def test_nothing_that_can_be_asked_breaks_anything(reader: Reader, open_one: Full, operations: list[tuple[str, str]]) -> None:
    """Every operation of the published description, as everybody, with anything at all in it."""
    parts = {name: [value, str(uuid4()), "nonsense"] for name, value in open_one.parts().items()}
    fields = sorted(
        {name for _, body in ACTS.values() for name in body} | {"csrf", "command", "page", "order", "proposal", "charter", "ideas", "why", "exception"}
    )
    bodies = [body for _, body in ACTS.values()]

    @settings(max_examples=examples(100, everything=3000), deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
    @given(choice=st.data())
    def ask(choice: st.DataObject) -> None:
        role = choice.draw(st.sampled_from(sorted(ROLES)))
        method, path = choice.draw(st.sampled_from(operations))
        used = re.sub(
            r"{(\w+)}",
            lambda found: quote(choice.draw(st.sampled_from(parts.get(found[1], ["nothing"])) | st.text(min_size=1, max_size=9), label=found[1])),
            path,
        )
        if "/changes/" in used or not used.isprintable():
            return
        sent = {**choice.draw(st.sampled_from(bodies)), **choice.draw(st.dictionaries(st.sampled_from(fields), ANYTHING, max_size=4))}
        content = choice.draw(st.just(json.dumps(sent).encode()) | st.binary(max_size=60), label="body")
        query = choice.draw(st.dictionaries(st.sampled_from(fields), st.text(max_size=20), max_size=3), label="query")
        headers = {"content-type": choice.draw(st.sampled_from(KINDS)), "accept": choice.draw(ACCEPTED)}
        language, suffix = choice.draw(st.sampled_from(["/cy", "/en", ""])), choice.draw(st.sampled_from(["", "", ".json", ".csv", ".txt", ".exe"]))
        if path.startswith(("/schema", "/static", "/health", "/language")):
            language, suffix = "", ""
        as_(reader, role)
        answer = reader.client.request(method, f"{language}{used}{suffix}", content=content, params=query, headers=headers, follow_redirects=False)
        assert is_clear(answer), (method, used, answer.status_code)

    ask()
