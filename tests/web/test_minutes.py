"""Minutes of a session: made from the record, put right by those who were there, sealed after their week."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from aggregates.proceedings import proceedings_id
from projections.minutes import minutes as standing
from tests.evening import Evening, seal_minutes
from tests.gathering import Gathering
from tests.promising import promise
from workers.clock import tick
from workers.projector import bring_to_head
from workspace import cards, choices, decisions, minutes, proceedings, sessions, themes
from workspace.attending import Arrived
from workspace.sessions import Told
from workspace.story.telling import both

from .browsing import Reader


@pytest.fixture
def there(gathering: Gathering, evening: Evening) -> str:
    return f"/en/projects/{gathering.project}/sessions/{evening.id}/minutes"


@pytest.fixture
def over(evening: Evening, gwenno: Arrived) -> Evening:
    """Cards in a theme, one set aside, dots, a decision, a part of which nothing is kept; one part was not reached."""
    workspace, guest = evening.gathering.workspace, evening.act_of(gwenno)
    evening.gathering.adopt_charter()
    evening.come("Eira")
    evening.go_to(0, "write")
    named, tea = evening.card(guest, "She remembered the dog", is_named=True, is_shown=True), evening.card(evening.act("Eira"), "Paned", is_shown=True)
    gone, private = evening.card(evening.act("Eira"), "The bus", is_shown=True), evening.card(evening.act("Eira"), "Nobody reads this")
    cards.set_aside(workspace, evening.act("Mair"), evening.id, gone, "For the transport group")
    assert private
    cards.put_under(workspace, evening.act("Mair"), evening.id, [named], themes.name(workspace, evening.act("Mair"), both("Amser", "Time")).id)
    evening.go_to(1, "choose", named, tea)
    choices.choose(workspace, evening.act("Eira"), evening.id, evening.blocks[1], {tea.hex: 2})
    evening.go_to(3, "decide")
    decision = evening.ask()
    decisions.vote(workspace, evening.act("Eira"), decision, "yes", "", 0)
    evening.go_to(5, "talk")
    evening.end()
    bring_to_head(workspace)
    tick(workspace)
    return evening


def seal(evening: Evening) -> None:
    seal_minutes(evening.gathering.workspace, evening.id, evening.act("Mair"))


def correction_of(evening: Evening) -> UUID:
    bring_to_head(evening.gathering.workspace)
    with evening.gathering.workspace.reading() as db:
        found = standing(db, evening.id, 0)
    assert found is not None
    return found.corrections[-1].id


def test_they_are_there_as_soon_as_the_session_is_over(reader: Reader, over: Evening, there: str) -> None:
    page = reader.open(there).text
    for said in ("She remembered the dog", "Paned", "Time", "The bus", "For the transport group", "Shall we offer a last visit?", "We did not get to this."):
        assert said in page, said
    assert "Nobody reads this" not in page
    assert "It took place, and what was said stays with those who were there." in page
    assert "Families: 2" in page


def test_a_name_stands_where_its_author_let_it(reader: Reader, over: Evening, there: str) -> None:
    reader.client.cookies.clear()
    page = reader.open(there).text
    assert "Gwenno" in page
    assert "Eira" not in page


def test_while_it_runs_there_are_none(reader: Reader, evening: Evening, there: str) -> None:
    assert reader.open(there).status_code == 404


def test_whoever_was_there_puts_them_right_and_it_is_taken_in(reader: Reader, over: Evening, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Eira"])
    reader.open(f"{there}/corrections/new?block={over.blocks[0]}")
    said = reader.press(f"{there}/corrections", text="It was two dogs", is_named="1")
    assert "It was two dogs" in said.text
    assert "Not answered yet" in said.text
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(f"{there}/corrections/{correction_of(over)}")
    answered = reader.press(f"{there}/corrections/{correction_of(over)}", outcome="in", text="Two it is")
    assert "Put right" in answered.text
    assert "Two it is" in answered.text


def test_what_is_not_taken_in_stays_beside_them_as_an_objection(reader: Reader, over: Evening, there: str) -> None:
    minutes.put_right(over.gathering.workspace, over.act("Eira"), over.id, None, "It was cold", False)
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(f"{there}/corrections/{correction_of(over)}")
    reader.press(f"{there}/corrections/{correction_of(over)}", outcome="beside", text="It was not")
    seal(over)
    reader.client.cookies.clear()
    page = reader.open(there).text
    assert "Sealed: version 1" in page
    assert "It was cold" in page
    assert "Stays beside the minutes" in page
    assert "Eira" not in page


def test_whoever_leads_writes_down_what_somebody_would_put_right(reader: Reader, over: Evening, gwenno: Arrived, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(f"{there}/corrections/new")
    reader.press(f"{there}/corrections", voice=str(over.guest(gwenno).member), text="She rang and said so")
    with over.gathering.workspace.reading() as db:
        found = standing(db, over.id)
    assert found is not None
    assert (found.corrections[0].author, found.corrections[0].is_written_down) == (over.guest(gwenno).member, True)


def test_nobody_else_puts_them_right(reader: Reader, over: Evening, there: str) -> None:
    reader.sign_in(over.gathering.accounts["Rhys"])
    assert "Only those who were at the session" in reader.open(f"{there}/corrections/new").text
    assert reader.client.post(f"{there}/corrections", json={"text": "No"}).status_code == 403


def test_a_sealed_version_stays_as_it_was_while_another_week_begins(reader: Reader, over: Evening, there: str) -> None:
    workspace = over.gathering.workspace
    minutes.note(workspace, over.act("Mair"), over.id, None, both("Noson gyntaf", "The first version"))
    seal(over)
    reader.sign_in(over.gathering.accounts["Mair"])
    reader.open(there)
    reader.press(f"{there}/reopening", reopening="A photo came")
    reader.open(f"{there}/notes")
    reader.press(f"{there}/notes", words_en="The second version", words_cy="")
    page = reader.open(there).text
    assert "The second version" in page
    assert "A photo came" in page
    first = reader.open(f"{there}?version=1").text
    assert "The first version" in first
    assert "The second version" not in first
    assert reader.open(f"{there}?version=2").status_code == 404
    seal(over)
    assert "Sealed: version 2" in reader.open(there).text


def test_a_card_that_is_put_under_another_theme_later_stands_in_a_sealed_version_as_it_was(reader: Reader, over: Evening, there: str) -> None:
    seal(over)
    workspace = over.gathering.workspace
    bring_to_head(workspace)
    with workspace.reading() as db:
        [card] = [id for (id,) in db.execute("select id from rooms_cards where is_named")]
    cards.put_under(workspace, over.act("Mair"), over.id, [card], themes.name(workspace, over.act("Mair"), both("Cŵn", "Dogs")).id)
    assert "Dogs" not in reader.open(there).text
    minutes.reopen(workspace, over.act("Mair"), over.id, "A photo came")
    assert "Dogs" in reader.open(there).text


def test_words_that_are_taken_down_are_gone_from_every_version(reader: Reader, over: Evening, there: str) -> None:
    seal(over)
    with over.gathering.workspace.pool.connection() as db:
        db.execute("update texts set is_hidden = true where body = 'Paned'")
    assert "Paned" not in reader.open(there).text


def test_nothing_is_added_once_they_are_sealed(reader: Reader, over: Evening, there: str) -> None:
    seal(over)
    reader.sign_in(over.gathering.accounts["Mair"])
    assert "They are sealed" in reader.open(f"{there}/corrections/new").text
    assert reader.client.post(f"{there}/corrections", json={"text": "Late"}).status_code == 422


def test_both_languages_stand_one_after_the_other_to_be_printed(reader: Reader, over: Evening, there: str) -> None:
    page = reader.open(f"{there}?view=both").text
    assert page.index('lang="cy"', page.index("<article")) < page.index('<article class="record flow" lang="en"')
    assert "We did not get to this." in page
    assert "Chyrhaeddon ni mo’r rhan hon." in page


def test_what_nobody_ended_ends_by_itself_and_has_minutes(reader: Reader, gathering: Gathering) -> None:
    workspace, yesterday = gathering.workspace, gathering.in_(-24)
    called = replace(gathering.act("Mair"), happened_at=yesterday)
    session = sessions.plan(workspace, called, Told(both("Te", "Tea"), "room", 20), yesterday + timedelta(hours=1), yesterday + timedelta(hours=2)).id
    proceedings.open_doors(workspace, replace(gathering.act("Mair"), happened_at=yesterday + timedelta(hours=1)), session)
    for _ in range(3):
        bring_to_head(workspace)
        tick(workspace)
    assert "Tea" in reader.open(f"/en/projects/{gathering.project}/sessions/{session}/minutes").text
    assert [type(event).__name__ for _, event in workspace.events_of([proceedings_id(session)])] == ["DoorsOpened", "Ended"]


def test_a_guest_reads_them_on_the_phone_and_puts_them_right(reader: Reader, over: Evening, gwenno: Arrived) -> None:
    reader.open(f"/en/here/{over.id}/minutes")
    said = reader.press(f"/en/here/{over.id}/minutes", text="It was warm", block=str(over.blocks[0]))
    assert "It was warm" in said.text
    assert "wall-card mine" in said.text
    seal(over)
    assert "Something to put right?" not in reader.open(f"/en/here/{over.id}/minutes").text


def test_whoever_was_not_let_in_reads_nothing_on_the_phone(reader: Reader, over: Evening) -> None:
    reader.client.cookies.clear()
    assert reader.open(f"/en/here/{over.id}/minutes").status_code == 404
    reader.sign_in(over.gathering.accounts["Rhys"])
    assert reader.open(f"/en/here/{over.id}/minutes").status_code == 404


def test_what_was_decided_stands_with_its_promises_and_objections(reader: Reader, evening: Evening, there: str) -> None:
    gathering, workspace = evening.gathering, evening.gathering.workspace
    gathering.adopt_charter(consent_first=True)
    evening.go_to(3, "decide")
    decision = evening.ask()
    for name in ("Eira", "Beti", "Amina", "Rhys"):
        decisions.vote(workspace, gathering.act(name), decision, "consent", "", 0)
    decisions.vote(workspace, gathering.act("Tomos"), decision, "object", "Who feeds the dog?", 0, "who")
    decisions.vote(workspace, gathering.act("Tomos"), decision, "concern", "", 1)
    proceedings.close(workspace, evening.act("Mair"), evening.id, decision, "Pawb")
    promise(gathering, decision=decision)
    evening.end()
    bring_to_head(workspace)
    tick(workspace)
    page = reader.sign_in(gathering.accounts["Eira"]).open(there).text
    assert "What was promised" in page
    assert "A message by four" in page
    assert "Who feeds the dog?" in page
