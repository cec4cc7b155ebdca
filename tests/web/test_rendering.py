"""Answers: headers, JSON, CSV, what comes after a press, and that a page shows one's own write."""

import gzip
from ast import Call, Name, parse, walk
from inspect import getsource, isfunction
from uuid import uuid4

import pytest
from jinja2 import UndefinedError
from litestar import Litestar
from litestar.testing import TestClient
from markupsafe import Markup

from projections.base import modules
from tests.gathering import Gathering
from web.headers import POLICY
from web.markdown import kept, rendered
from web.page import SEEN, Page
from web.rendering import _cell
from web.repeated import Repeated
from web.static_files import asset
from web.templating import environment
from workers.projector import bring_to_head
from workspace import ideas
from workspace.application import Workspace

from .browsing import Reader


def test_every_answer_is_safe(client: TestClient[Litestar]) -> None:
    for path in ("/en/help", "/en/nowhere", "/health/live", asset("pleth.css"), "/help"):
        answer = client.get(path, follow_redirects=False)
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY
    assert "frame-ancestors 'none'" in POLICY


def test_pages_keep_to_the_policy(client: TestClient[Litestar]) -> None:
    for path in ("/en/", "/cy/help", "/language", "/en/nowhere"):
        html = client.get(path).text
        assert " style=" not in html
        assert "<style" not in html
        assert " onclick" not in html
        assert "<script>" not in html
        assert "//" not in html.replace("http://www.w3.org", "").split("<body")[1].split("tel:")[0]


@pytest.mark.parametrize("name", ["pleth.css", "pleth.js", "listen.js", "htmx.min.js", "icons.svg", "mark.svg"])
def test_files_are_kept_for_a_year(client: TestClient[Litestar], name: str) -> None:
    answer = client.get(asset(name), headers={"accept-encoding": "gzip"})
    assert (answer.status_code, "immutable" in answer.headers["cache-control"], answer.headers["content-encoding"]) == (200, True, "gzip")
    assert client.get("/static/nothing.css").status_code == 404


def test_the_budget_of_a_first_view(client: TestClient[Litestar]) -> None:
    packed = {name: len(gzip.compress(client.get(asset(name)).content)) for name in ("pleth.css", "pleth.js", "listen.js", "htmx.min.js")}
    assert packed["pleth.css"] < 25_000
    assert packed["pleth.js"] + packed["listen.js"] + packed["htmx.min.js"] < 30_000
    assert len(client.get("/en/").content) < 60_000


def test_one_sees_at_once_what_one_did(reader: Reader, gathering: Gathering) -> None:
    board = f"/en/projects/{gathering.project}/ideas"
    reader.sign_in(gathering.accounts["Eira"]).open(board)
    answer = reader.press(board, follow=False, text="Names are enough")
    assert (answer.status_code, answer.headers["pleth-position"]) == (303, reader.client.cookies["position"])
    assert answer.headers["location"].startswith(board)
    page = reader.client.get(answer.headers["location"])
    assert "Names are enough" in page.text
    assert "Still updating" not in page.text


def test_a_page_that_cannot_wait_longer_says_so(reader: Reader, gathering: Gathering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.live.PATIENCE", 0.1)
    page = reader.open(f"/en/projects/{gathering.project}/ideas", **{"pleth-position": str(10**9)})
    assert (page.status_code, "Still updating" in page.text) == (200, True)


def test_the_same_page_as_json_and_csv(client: TestClient[Litestar], workspace: Workspace, gathering: Gathering) -> None:
    receipt = ideas.post(workspace, gathering.act("Eira"), "=1+1")
    seen = {"pleth-position": str(receipt.position)}
    board = f"/en/projects/{gathering.project}/ideas"
    assert str(receipt.id) in client.get(f"{board}.json", headers=seen).text
    assert client.get(board, headers={**seen, "accept": "application/json"}).json() == client.get(f"{board}.json", headers=seen).json()
    table = client.get(f"{board}.csv", headers=seen)
    assert table.content.startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in table.text


@pytest.mark.parametrize(
    ("value", "cell"), [("=1", "'=1"), ("+44", "'+44"), ("@x", "'@x"), ("-5", "-5"), ("-x", "'-x"), (None, ""), ({"cy": "Gofal"}, "Gofal")]
)
def test_a_spreadsheet_runs_nothing(value: object, cell: str) -> None:
    assert _cell(value, "en") == cell


def test_a_part_takes_its_values_in_their_order_or_by_name_and_what_is_missing_has_a_default() -> None:
    macro = "{% macro part(a, b='<b>', c=none) %}{{ a }}{{ b }}{{ c if c is not none }}{% endmacro %}"
    for called, said in (("part(1)", "1&lt;b&gt;"), ("part(1, '<', 3)", "1&lt;3"), ("part(1, c='>')", "1&lt;b&gt;&gt;"), ("part(part(1), '')", "1&lt;b&gt;")):
        assert environment("en").from_string(f"{macro}{{{{ {called} }}}}").render() == said
    for called in ("part()", "nothing()", "{'a': 1}.b", "part(1).none.at_all"):
        with pytest.raises(UndefinedError):
            environment("en").from_string(f"{macro}{{{{ {called} }}}}").render()


def test_a_part_that_takes_a_block_or_any_attribute_is_given_them() -> None:
    macros = "{% macro box(a, b=2) %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% macro any(a) %}{{ a }}{{ attributes(kwargs) }}{% endmacro %}"
    assert environment("en").from_string(macros + "{% call box(1) %}<i>{{ '<' }}{% endcall %}").render() == "12<i>&lt;"
    assert environment("en").from_string(macros + "{{ any(1, hx_get='<') }}{{ {'a': 1}.a }}").render() == '1 hx-get="&lt;"1'


def test_values_in_a_sentence_are_escaped() -> None:
    said = environment("en").from_string('{{ _("Ring {person} on {phone}", person=name, phone=phone_link("01632 1")) }}').render(name="<b>")
    assert said == 'Ring &lt;b&gt; on <a href="tel:016321">01632 1</a>'


def test_what_is_shown_is_escaped_once_wherever_it_stands() -> None:
    written = "{{ words }}|{{ html }}|{{ 3 }}|{{ words ~ 3 }}|{{ html ~ words }}|{% set both = words ~ html %}{{ both }}"
    said = environment("en").from_string(written).render(words="<b>", html=Markup("<i>"))
    assert said == "&lt;b&gt;|<i>|3|&lt;b&gt;3|<i>&lt;b&gt;|&lt;b&gt;<i>"
    with pytest.raises(UndefinedError):
        environment("en").from_string("{{ 'a' ~ missing }}").render()


class Told:
    """A page of one thing, which nobody in particular reads; `made`: of which things it was made."""

    def __init__(self) -> None:
        self.repeated, self.made, self.page = Repeated(), list[str](), Page.__new__(Page)
        for name in SEEN:
            setattr(self.page, name, "")
        self.page.signed_in, self.page.drafts, self.page._token = None, "", ""

    def __call__(self, thing: str) -> str:
        def told() -> dict[str, str]:
            self.made.append(thing)
            return {"thing": thing}

        return self.repeated.page(environment("en").from_string("<p>{{ thing }}"), thing, told, self.page, is_packed=False).decode()


def test_pages_that_come_out_alike_are_made_once_and_html_is_never_taken_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told()
    assert [told(thing) for thing in ("<b>", Markup("<b>"), "<b>")] == ["<p>&lt;b&gt;", "<p><b>", "<p>&lt;b&gt;"]
    assert told.made == ["<b>", Markup("<b>")]
    monkeypatch.setattr("web.repeated.MOST", 10)
    assert "strong" in rendered("**b**")
    assert kept.cache_info().currsize
    assert told("<b>") == "<p>&lt;b&gt;"
    assert not kept.cache_info().currsize  # what people wrote is forgotten with it
    assert len(told.made) == 3


def test_the_oldest_of_what_is_kept_goes_first_and_nothing_stays_longer_than_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told()
    told("aaaa")
    monkeypatch.setattr("web.repeated.MOST", 2 * told.repeated._size)
    for thing in ("bbbb", "cccc", "bbbb", "cccc", "aaaa"):
        told(thing)
    assert told.made == ["aaaa", "bbbb", "cccc", "aaaa"]
    monkeypatch.setattr("web.repeated.LASTS", -1.0)
    told.repeated._forget()
    assert not told.repeated._kept


def test_a_page_that_is_packed_once_unpacks_to_what_goes_out_as_it_is(client: TestClient[Litestar], workspace: Workspace, gathering: Gathering) -> None:
    receipt = ideas.post(workspace, gathering.act("Eira"), "Meinciau & <coed> 🌳 " * 50)
    board = f"/en/projects/{gathering.project}/ideas"
    seen = {"pleth-position": str(receipt.position)}
    plain = client.get(board, headers={**seen, "accept-encoding": "identity"})
    for _ in range(2):
        packed = client.get(board, headers=seen)
        assert (packed.headers["content-encoding"], packed.text) == ("gzip", plain.text)
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < len(plain.content) // 2


def test_a_page_is_made_of_what_was_read_alone() -> None:
    """A function of a module, called with what was read, can know nothing of who is reading."""
    found = [(module, call.args[2]) for module in modules("web", "alike") for call in calls_of("alike", getsource(module))]
    assert len(found) == 2
    for module, made in found:
        assert isinstance(made, Name)
        assert isfunction(getattr(module, made.id))


def calls_of(name: str, source: str) -> list[Call]:
    return [each for each in walk(parse(source)) if isinstance(each, Call) and isinstance(each.func, Name) and each.func.id == name]


def test_written_lines_stay_lines() -> None:
    assert environment("en").from_string("{{ text|lines }}").render(text="a\nb\n\n<c>") == "<p>a<br>b</p><p>&lt;c&gt;</p>"


def test_nobody_hears_of_a_project_that_is_not_theirs(client: TestClient[Litestar], workspace: Workspace) -> None:
    closed = Gathering(workspace, visibility="members")
    assert client.get(f"/changes/{closed.project}").status_code == 404


def test_health(client: TestClient[Litestar]) -> None:
    assert client.get("/health/live").json() == {"alive": True}
    ready = client.get("/health/ready").json()
    assert (ready["database"], ready["parked"], ready["alarms"]) == (True, {}, [])


def test_mail_that_cannot_be_sent_is_an_alarm_and_takes_no_page_away(client: TestClient[Litestar], workspace: Workspace) -> None:
    with workspace.pool.connection() as db:
        late = "insert into outbox (id, occasion, recipient, project, created_at) values (%s, 'sign in', %s, %s, clock_timestamp() - interval '11 minutes')"
        db.execute(late, (uuid4(), uuid4(), uuid4()))
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["ready"], answer.json()["alarms"]) == (200, True, ["mail late"])
    assert answer.json()["outbox_seconds"] >= 660


def test_read_models_that_fall_behind_take_pages_away_and_say_where_they_stopped(
    client: TestClient[Litestar], workspace: Workspace, gathering: Gathering
) -> None:
    assert bring_to_head(workspace) == []  # nobody writes the positions any more
    with workspace.pool.connection() as db:
        db.execute("update read_models set state = 'parked', error = 'x', error_position = 7 where name = 'board'")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["parked"], answer.json()["alarms"]) == (200, {"board": 7}, ["read models parked"])
    with workspace.pool.connection() as db:
        db.execute("update read_models set position = -1001 where name = 'board'")
    assert client.get("/health/ready").status_code == 503


def test_a_page_without_a_table_is_not_there_as_csv(reader: Reader, gathering: Gathering) -> None:
    home = f"/en/projects/{gathering.project}"
    assert reader.open(f"{home}.csv").status_code == 404
    assert reader.open(f"{home}/ideas.csv").headers["content-type"].startswith("text/csv")


def test_letters_are_larger_for_whoever_wants_them_without_an_account(client: TestClient[Litestar]) -> None:
    assert "data-size" not in client.get("/en/help").text
    answer = client.post("/en/look", data={"size": "largest", "theme": "light", "back": "/help"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/help")
    page = client.get("/cy/help").text
    assert 'data-theme="light" data-size="largest"' in page
    assert client.post("/en/look", data={"size": "huge", "theme": "light"}).status_code == 422
    assert client.post("/en/look", data={"size": "usual", "theme": "device", "back": "//elsewhere"}, follow_redirects=False).headers["location"] == "/en/"
    client.cookies.set("look", "<script>.x")
    assert "data-size" not in client.get("/en/help").text
