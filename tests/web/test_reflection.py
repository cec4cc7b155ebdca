"""How a session went: said on the phone and in the project, by whoever was there, read by those it was said to, counted when the minutes are sealed."""

import json
from uuid import UUID

import pytest

from aggregates.errors import NotThere, ReflectingIsOver, SessionIsNotOver
from projections.reflections import reflections as told
from tests.evening import Evening, seal_minutes
from workers.clock import tick
from workers.projector import bring_to_head
from workspace import guests, minutes, reflections
from workspace.attending import Arrived

from .browsing import Reader
from .statements import statements_of


@pytest.fixture
def there(evening: Evening) -> str:
    return f"/en/projects/{evening.gathering.project}/sessions/{evening.id}/reflection"


@pytest.fixture
def over(evening: Evening, gwenno: Arrived) -> Evening:
    """Eira, Rhys and Gwenno were there."""
    for who in ("Eira", "Rhys"):
        evening.come(who)
    evening.end()
    bring_to_head(evening.gathering.workspace)
    tick(evening.gathering.workspace)
    return evening


def at_home(evening: Evening, rest: str = "") -> str:
    return f"/en/here/{evening.id}/reflection{rest}"


def seal(evening: Evening) -> None:
    seal_minutes(evening.gathering.workspace, evening.id, evening.act("Mair"))


def say(evening: Evening, who: str, text: str = "Iawn", *, is_for_all: bool = True, is_named: bool = False, **answers: int) -> None:
    reflections.give(evening.gathering.workspace, evening.act(who), evening.id, text, is_for_all, is_named, answers)


def test_a_guest_says_it_on_the_phone_first_in_words_and_then_answers_if_they_like(reader: Reader, over: Evening, gwenno: Arrived) -> None:
    assert at_home(over) in reader.open(f"/en/here/{over.id}").text
    page = reader.open(at_home(over)).text
    assert "How did it go?" in page
    assert "Were you heard?" not in page
    said = reader.press(at_home(over), text="I was listened to", is_named="1").text
    assert "Thank you. You said:" in said
    assert "Only those who led can read it." in said
    kept = reader.press(at_home(over, "/answers"), heard="5", worth="4").text
    assert '<option value="5" selected>' in kept
    with over.gathering.workspace.reading() as db:
        [found] = told(db, over.id)
    assert (found.answers, found.is_for_all, found.name) == ({"heard": 5, "worth": 4}, False, "Gwenno")


def test_it_is_said_otherwise_and_taken_back(reader: Reader, over: Evening, gwenno: Arrived) -> None:
    reader.open(at_home(over))
    reader.press(at_home(over), text="It was cold")
    otherwise = reader.press(at_home(over), text="It was cold at first", readers="all").text
    assert "Everybody who reads the minutes can read it." in otherwise
    assert "It was cold at first" in reader.open(f"/en/here/{over.id}/minutes").text
    reader.open(at_home(over))
    again = reader.press(f"{at_home(over)}?_method=delete").text
    assert "Thank you. You said:" not in again
    assert "It was cold" not in reader.open(f"/en/here/{over.id}/minutes").text


def test_what_is_empty_is_asked_for_again_with_what_was_ticked(reader: Reader, over: Evening, gwenno: Arrived) -> None:
    reader.open(at_home(over))
    again = reader.press(at_home(over), text=" ", readers="all")
    assert again.status_code == 422
    assert 'value="all" checked' in again.text


def test_what_is_for_those_who_led_is_read_by_them_alone(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Eira", "The chair was hard to get into", is_for_all=False)
    say(over, "Rhys", "We had time", is_for_all=True)
    for name, may in (("Eira", True), ("Tomos", False), ("Rhys", False), ("Mair", True)):
        reader.sign_in(over.gathering.accounts[name])
        assert ("The chair was hard to get into" in reader.open(there).text) == may, name
        assert ("The chair was hard to get into" in json.dumps(reader.open(there, accept="application/json").json())) == may, name
        for minutes_of_it in (there.replace("reflection", "minutes"), f"/en/here/{over.id}/minutes"):
            page = reader.open(minutes_of_it).text
            assert "The chair was hard to get into" not in page
            assert name not in ("Eira", "Rhys") or "We had time" in page


def test_a_name_stands_where_it_was_let(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Eira", "Good", is_named=True)
    say(over, "Rhys", "Too long")
    reader.client.cookies.clear()
    page = reader.open(there).text
    assert "Eira" in page
    assert "Rhys" not in page
    assert "2 people said how it went for them." in page


def test_answers_are_told_all_at_once_when_the_minutes_are_sealed_and_stay(reader: Reader, over: Evening, there: str) -> None:
    workspace = over.gathering.workspace
    for who in ("Eira", "Rhys", "Mair"):
        say(over, who, heard=5)
    page = reader.open(there).text
    assert "is told when the minutes are sealed" in page
    assert "people answered" not in page.lower()
    seal(over)
    counted = reader.open(there).text
    assert "3 people answered." in counted
    assert "said that they were heard" not in counted
    reflections.take_back(workspace, over.act("Eira"), over.id)
    assert "3 people answered." in reader.open(there).text
    minutes.reopen(workspace, over.act("Mair"), over.id, "A photo came")
    with pytest.raises(ReflectingIsOver):
        say(over, "Eira")


def test_of_five_it_is_told_how_many_say_so_and_of_a_small_group_nothing(reader: Reader, evening: Evening, there: str) -> None:
    here = ("Eira", "Beti", "Tomos", "Amina", "Rhys")
    for who in here:
        evening.come(who)
    evening.end()
    bring_to_head(evening.gathering.workspace)
    tick(evening.gathering.workspace)
    for answer, who in enumerate(here, 1):
        say(evening, who, heard=answer)
    seal(evening)
    page = reader.open(there).text
    assert "2 of 5 said that they were heard." in page
    assert "In the middle: Partly." in page
    assert "Families: 1" not in page
    assert "The groups are told apart where five or more of each answered" in page
    assert (
        "2 o blith 5"
        in reader.open(
            there.replace("/en/", "/cy/").replace("reflection", "sut-aeth-hi").replace("projects", "prosiectau").replace("sessions", "sesiynau")
        ).text
    )


def test_whoever_leads_writes_it_down_for_somebody_with_their_answers(reader: Reader, over: Evening, gwenno: Arrived, there: str) -> None:
    member = over.guest(gwenno).member
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(there)
    reader.press(f"{there}/voices", voice=str(member), source="phone", their_text="She rang: it was good", their_readers="all", their_heard="4")
    with over.gathering.workspace.reading() as db:
        [found] = told(db, over.id)
    assert (found.member, found.side, found.is_written_down, found.answers) == (member, "citizen", True, {"heard": 4})
    assert "Somebody wrote it down" in reader.open(there.replace("reflection", "minutes")).text


def test_what_somebody_said_themselves_is_not_said_otherwise_for_them(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Eira", "My own words")
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(there)
    refused = reader.press(f"{there}/voices", voice=str(over.gathering.member("Eira")), their_text="Other words")
    assert refused.status_code == 422
    assert "with their own hand" in refused.text
    assert "Other words" in refused.text


def test_whoever_was_not_there_says_nothing_of_it(reader: Reader, over: Evening, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Tomos"])
    reader.client.cookies.delete("guest")
    assert "Those who were at the session say here" in reader.open(there).text
    assert reader.open(at_home(over)).status_code == 404
    with pytest.raises(NotThere):
        say(over, "Tomos")


def test_while_it_runs_there_is_nothing_to_look_back_on(reader: Reader, evening: Evening, gwenno: Arrived, there: str) -> None:
    assert reader.open(at_home(evening)).status_code == 404
    assert reader.open(there).status_code == 404
    with pytest.raises(SessionIsNotOver):
        reflections.give(evening.gathering.workspace, evening.act_of(gwenno), evening.id, "Hm", True, False)


def test_words_stay_without_a_name_when_a_guest_takes_it_away_and_go_when_they_are_erased(reader: Reader, over: Evening, gwenno: Arrived, there: str) -> None:
    workspace = over.gathering.workspace
    reflections.give(workspace, over.act_of(gwenno), over.id, "Warm", True, True)
    assert "Gwenno" in reader.open(there).text
    guests.take_name_away(workspace, over.act_of(gwenno))
    page = reader.open(there).text
    assert "Warm" in page
    assert "Gwenno" not in page
    with workspace.pool.connection() as db:
        db.execute("delete from texts where body = 'Warm'")
    assert "Warm" not in reader.open(there).text


def test_nobody_is_named_for_it_in_the_history(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Eira", "Nobody reads this", is_for_all=False, is_named=True, heard=1)
    answer = reader.open(f"/en/projects/{over.gathering.project}/history", accept="application/json").text
    assert "Reflection.Given" in answer
    assert "Nobody reads this" not in answer
    entries = [line["entry"] for _, lines in json.loads(answer)["days"] for line in lines if line["entry"]["kind"] == "reflection"]
    assert entries
    assert all("Eira" not in json.dumps(each) and UUID(each["stream"]) == over.id and "heard" not in each["facts"] for each in entries)


def test_pressed_twice_it_is_said_once(over: Evening) -> None:
    by = over.act("Eira")
    first, second = (reflections.give(over.gathering.workspace, by, over.id, "Once", True, False) for _ in range(2))
    assert second.already
    assert first.position == second.position


def test_a_page_asks_as_often_however_many_said_something(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Eira")
    few = statements_of(reader, there)
    for who in ("Rhys", "Mair"):
        say(over, who, heard=3)
    assert statements_of(reader, there) == few


def test_words_are_reported_and_taken_down_where_they_stand(reader: Reader, over: Evening, there: str) -> None:
    say(over, "Rhys", "Something unkind")
    project = f"/en/projects/{over.gathering.project}"
    bring_to_head(over.gathering.workspace)
    with over.gathering.workspace.reading() as db:
        [found] = told(db, over.id)
    reader.sign_in(over.gathering.accounts["Mair"])
    for page in (there, there.replace("reflection", "minutes")):
        assert f"{project}/words/{found.text}?kind=reflection&amp;subject={over.id}" in reader.open(page).text
    reader.open(f"{project}/words/{found.text}?kind=reflection&subject={over.id}")
    reader.press(f"{project}/words/{found.text}/hiding", reason="It names a neighbour")
    after = reader.open(there).text
    assert "Something unkind" not in after
    assert "By whom and why" in after
    assert "Something unkind" not in reader.open(f"/en/here/{over.id}/minutes").text
