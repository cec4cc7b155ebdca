"""The pages of the network's methods: found and read by anybody, added, revised and told of by those who may."""

import csv
import io
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.gathering import Gathering
from workspace import methods as commands
from workspace import network, proceedings, projects, sessions
from workspace.methods import Fits, Written
from workspace.sessions import Told
from workspace.story.telling import both

from .addresses import JSON, METHOD, send
from .browsing import Reader
from .statements import statements_of

FIELDS = {
    **{f"{section}_{language}": f"{section} {language}" for section in ("name", "purpose") for language in ("cy", "en")},
    "steps_en": "Sit in a ring\n\nSpeak <b>once</b>",
    "kind": "round",
    "ways": ["room", "remote"],
    "minutes_least": "10",
    "minutes_most": "20",
    "people_least": "3",
    "people_most": "",
}


def shared(gathering: Gathering, name: str = "Round", **fits: object) -> UUID:
    said = {section: both(f"{name} (cy)", f"{name} {section}") for section in ("name", "purpose", "steps", "access")}
    by, arriving = network.act(gathering.workspace, gathering.accounts["Mair"], may_add=True, command=uuid4(), language="en")
    values = {"kind": "round", "minutes_least": 10, "minutes_most": 20, "people_least": 3, "people_most": 12, "ways": ["room"], **fits}
    return commands.add(gathering.workspace, by, Written(said, Fits(**values)), arriving).id  # type: ignore[arg-type]


def test_whoever_facilitates_adds_a_method_that_anybody_reads(reader: Reader, gathering: Gathering) -> None:
    assert "Add a method" not in reader.open("/en/methods").text
    reader.sign_in(gathering.accounts["Mair"]).open("/en/methods")
    assert "/en/methods/new" in reader.open("/en/methods").text
    reader.open("/en/methods/new")
    page = reader.press("/en/methods", **FIELDS)
    assert "name en" in page.text
    reader.client.cookies.clear()
    read = reader.open(str(page.url.path)).text
    assert "<li>Sit in a ring</li><li>Speak &lt;b&gt;once&lt;/b&gt;</li>" in read
    assert "10–20 minutes" in read
    assert "3 people or more" in read
    assert "Mair" in read
    assert "name cy" in reader.open(str(page.url.path).replace("/en/methods", "/cy/dulliau")).text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name_cy": "", "name_en": ""}, "Say what it is called"),
        ({"steps_en": " "}, "Say what to do, step by step"),
        ({"ways": []}, "Choose at least one"),
        ({"minutes_most": "5"}, "Not less than at least"),
        ({"people_most": "2"}, "Not less than at least"),
        ({"minutes_least": "soon"}, "A whole number from 1 to 480"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(reader: Reader, gathering: Gathering, wrong: dict[str, object], sentence: str) -> None:
    reader.sign_in(gathering.accounts["Mair"]).open("/en/methods/new")
    head = reader.workspace.head()
    answer = reader.press("/en/methods", **{**FIELDS, **wrong})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "purpose cy" in answer.text
    assert reader.workspace.head() == head


def test_a_member_without_a_task_is_told_who_adds_and_revises(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    reader.sign_in(gathering.accounts["Eira"])
    assert "can add one" in reader.open("/en/methods/new").text
    assert "can revise it" in reader.open(f"/en/methods/{method}/edit").text
    assert "Revise this method" not in reader.open(f"/en/methods/{method}").text


def test_a_method_is_revised_and_what_changed_is_shown(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    reader.sign_in(gathering.accounts["Lowri"]).open(f"/en/methods/{method}/edit")
    reader.press(f"/en/methods/{method}/versions", steps_en="Round steps again", minutes_most="45", why="Clearer", ways=["room"])
    page = reader.open(f"/en/methods/{method}").text
    assert "10–45 minutes" in page
    assert "Clearer" in page
    old = reader.open(f"/en/methods/{method}?version=1").text
    assert "10–20 minutes" in old
    assert "The newest is version 2" in old
    changed = reader.open(f"/en/methods/{method}/versions").text
    assert "<ins>" in changed
    assert "How long" in changed
    assert "How many people" not in changed


def test_whoever_revises_what_moved_on_keeps_what_they_wrote(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    held = reader.sign_in(gathering.accounts["Mair"]).open(f"/en/methods/{method}/edit")
    reader.open(f"/en/methods/{method}/edit")
    reader.press(f"/en/methods/{method}/versions", ways=["room"])
    reader.page = held
    answer = reader.press(f"/en/methods/{method}/versions", ways=["room"], steps_en="What I wrote")
    assert answer.status_code == 409
    assert "What I wrote" in answer.text
    assert "Somebody wrote version 2 while you were writing" in answer.text


def test_a_method_is_set_aside_with_a_reason_and_brought_back(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    reader.sign_in(gathering.accounts["Mair"]).open(f"/en/methods/{method}/edit")
    page = reader.press(f"/en/methods/{method}/setting-aside", reason="There is a better one")
    assert "There is a better one" in page.text
    assert "0 methods" in reader.open("/en/methods").text
    assert "Round name" in reader.open("/en/methods?aside=1").text
    reader.open(f"/en/methods/{method}")
    reader.press(f"/en/methods/{method}/setting-aside?_method=delete")
    assert "1 method" in reader.open("/en/methods").text


def test_methods_are_found_by_what_the_address_says(reader: Reader, gathering: Gathering) -> None:
    shared(gathering)
    shared(gathering, "Walk", kind="matters", minutes_least=45, minutes_most=90, ways=["room", "paper"], people_most=None)
    for asked, found in (("kind=matters", "Walk"), ("minutes=30", "Round"), ("people=200", "Walk"), ("way=paper", "Walk"), ("find=ROUND", "Round")):
        page = reader.open(f"/en/methods?{asked}").text
        assert f"{found} name" in page, asked
        assert "1 method" in page, asked
    assert "No method fits" in reader.open("/en/methods?find=nothing").text
    for odd in ("kind=lecture", "minutes=x", "people=-1", "way=owl", "minutes=99999999999999999999", "find=%25"):
        assert reader.open(f"/en/methods?{odd}").status_code == 200, odd


def test_data_says_what_the_pages_say(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering, ways=["room", "paper"])
    rows = list(csv.reader(io.StringIO(reader.open("/en/methods.csv").text.lstrip("\ufeff"))))
    assert rows[1][1:9] == ["Round name", "Round purpose", "A round", "10", "20", "3", "12", "In a room and On paper"]
    assert reader.open("/en/methods.json", accept="application/json").json()["methods"][0]["id"] == str(method)
    said = reader.open(f"/cy/dulliau/{method}.json", accept="application/json").json()["method"]
    assert said["steps"] == {"cy": "Round (cy)", "en": "Round steps"}


def test_whoever_takes_part_says_how_it_went_and_takes_it_back(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    assert "Whoever takes part in a project can say how it went" in reader.open(f"/en/methods/{method}").text
    reader.sign_in(gathering.accounts["Eira"]).open(f"/en/methods/{method}")
    assert "Choose how it went" in reader.press(f"/en/methods/{method}/notes", words="We all spoke").text
    page = reader.press(f"/en/methods/{method}/notes", words="We all spoke", went="well").text
    assert "We all spoke" in page
    assert "1 person said how it went: 1 well" in reader.open("/en/methods").text
    (note,) = commands.load(gathering.workspace, method).notes
    reader.open(f"/en/methods/{method}")
    page = reader.press(f"/en/methods/{method}/notes/{note}?_method=delete").text
    assert "We all spoke" not in page
    reader.sign_in(gathering.accounts["Helen"])
    assert "say how it went</summary>" not in reader.open(f"/en/methods/{method}").text


def test_a_method_is_put_on_the_agenda_of_a_session_and_is_used_once_a_group_comes_to_it(reader: Reader, gathering: Gathering) -> None:
    method, workspace = shared(gathering, kind="dots"), gathering.workspace
    begins = gathering.in_(24)
    session = sessions.plan(workspace, gathering.act("Mair"), Told(both("Te", "Tea"), "room", 20), begins, begins + timedelta(hours=2)).id
    reader.sign_in(gathering.accounts["Eira"]).open(f"/en/methods/{method}")
    agenda = reader.press(f"/en/methods/{method}/uses").text
    assert f'<a href="/en/methods/{method}">How it goes, step by step' in agenda
    assert "Or choose a method" in agenda
    found = sessions.load(workspace, gathering.act("Eira"), session)
    ((block, planned),) = found.blocks.items()
    assert (planned.kind, planned.minutes) == ("dots", 20)
    assert "Where it was used" not in reader.open(f"/en/methods/{method}").text
    proceedings.open_doors(workspace, gathering.act("Mair"), session)
    proceedings.go_to(workspace, gathering.act("Mair"), session, 0, block, "talk")
    page = reader.open(f"/en/methods/{method}").text
    assert "Where it was used" in page
    assert f"/en/projects/{gathering.project}" in page
    assert "Used in 1 session" in reader.open("/en/methods").text
    projects.show_to(workspace, gathering.act("Mair"), "members", "So")
    reader.client.cookies.clear()
    page = reader.open(f"/en/methods/{method}").text
    assert "In projects that are for their members only" in page
    assert str(gathering.project) not in page
    assert "Use it in a session" not in page


def test_a_button_that_is_pressed_twice_counts_once(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    reader.sign_in(gathering.accounts["Eira"])
    headers = JSON | {"idempotency-key": str(uuid4())}
    first, again = (send(reader, "POST", f"/methods/{method}/notes", headers, {"went": "well", "words": "So"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert len(commands.load(gathering.workspace, method).notes) == 1
    reader.sign_in(gathering.accounts["Mair"])
    first, again = (send(reader, "POST", "/methods", headers, METHOD) for _ in range(2))
    assert first.json()["id"] == again.json()["id"]


def test_words_of_a_note_are_reported_taken_down_appealed_for_and_shown_again(reader: Reader, gathering: Gathering) -> None:
    method, workspace = shared(gathering), gathering.workspace
    by, arriving = network.act(workspace, gathering.accounts["Eira"], may_add=False, command=uuid4(), language="en")
    commands.note(workspace, by, method, "Somebody was rude", "badly", arriving)
    (note,) = commands.load(workspace, method).notes
    words, asked = f"/en/network/words/{note}", f"?kind=experience&subject={method}"
    assert f"{words}?kind=experience&amp;subject={method}" in reader.open(f"/en/methods/{method}").text
    reader.open(words + asked)
    thanks = reader.press(f"{words}/reports", report="It names somebody").text
    assert "Thank you for saying so" in thanks
    assert f'href="/en/methods/{method}"' in thanks
    reader.sign_in(gathering.accounts["Lowri"])
    home = reader.open("/en/").text
    assert words in home
    assert "It names somebody" in reader.open(words + asked).text
    assert "It names somebody" in reader.press(f"{words}/hiding", reason="It names somebody").text
    assert "Somebody was rude" not in reader.open(f"/en/methods/{method}").text
    reader.sign_in(gathering.accounts["Eira"]).open(words)
    reader.press(f"{words}/appeals", appeal="It was me")
    reader.sign_in(gathering.accounts["Lowri"]).open(words)
    assert "Waits for an answer" in reader.open(words).text


def test_a_page_asks_the_same_however_much_there_is(reader: Reader, gathering: Gathering) -> None:
    method = shared(gathering)
    reader.sign_in(gathering.accounts["Mair"])
    few = statements_of(reader, "/en/methods"), statements_of(reader, f"/en/methods/{method}")
    for number in range(5):
        shared(gathering, f"Round {number}")
        by, arriving = network.act(gathering.workspace, gathering.accounts["Mair"], may_add=False, command=uuid4(), language="en")
        commands.note(gathering.workspace, by, method, f"So {number}", "well", arriving)
    assert (statements_of(reader, "/en/methods"), statements_of(reader, f"/en/methods/{method}")) == few == (4, 8)
