"""A rehearsal: every step with pretend people, by the real pages and the real counting; nothing can be pressed, and nothing is kept."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.sql import SQL, Identifier

from aggregates.counting.dots import must_be_dots
from aggregates.session import Session
from tests.evening import Evening
from tests.gathering import Gathering
from web import pretending
from workspace import sessions
from workspace.application import Workspace
from workspace.languages import translator
from workspace.ready_agendas import READY, Ready
from workspace.sessions import Told
from workspace.story.evening_care import RULE
from workspace.story.telling import both

from .browsing import Reader
from .statements import statements_of


@pytest.fixture
def evening(reader: Reader, gathering: Gathering) -> Evening:
    """It begins in a few minutes; its doors are shut."""
    reader.sign_in(gathering.accounts["Mair"])
    return Evening(gathering)


@pytest.fixture
def there(gathering: Gathering, evening: Evening) -> str:
    return f"/en/projects/{gathering.project}/sessions/{evening.id}/rehearsal"


def at(there: str, evening: Evening, block: int, step: str) -> str:
    return f"{there}?block={evening.blocks[block]}&step={step}"


def picture(page: str, name: str) -> str:
    """What stands in one of its three pictures."""
    return page.split(f'<h2 id="{name}">')[1].split("<h2")[0]


def walked(reader: Reader, there: str) -> list[str]:
    """Every page of it, from the first by "Next" to the last."""
    pages, next_one = [], there
    while next_one:
        shown = reader.open(next_one)
        assert shown.status_code == 200, next_one
        pages.append(shown.text)
        found = re.search(r'<a class="button " href="([^"]*/rehearsal\?[^"]*|[^"]*/ymarfer\?[^"]*)"', shown.text)
        next_one = found[1].replace("&amp;", "&") if found else ""
    return pages


def everything(workspace: Workspace) -> dict[str, tuple[int, str]]:
    """How many rows each table has, and what is in them."""
    with workspace.reading() as db:
        tables = db.execute("select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')").fetchall()
        asked = SQL("select count(*), coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {} t")
        found: dict[str, Any] = {f"{schema}.{table}": db.execute(asked.format(Identifier(schema, table))).fetchone() for schema, table in tables}
    return found


def test_it_walks_through_every_step_and_leaves_no_trace(reader: Reader, workspace: Workspace, evening: Evening, there: str) -> None:
    reader.open(there)
    before = everything(workspace)
    assert before["public.stored_events"][0] > 0
    pages = walked(reader, there)
    assert len(pages) == 1 + sum(len(block.steps) for block in workspace.load(Session, evening.id).blocks.values())
    assert all("Rehearsal: nothing is kept." in page for page in pages)
    assert everything(workspace) == before


def test_nothing_in_its_pictures_can_be_pressed(reader: Reader, there: str) -> None:
    for page in walked(reader, there):
        pictures = page.split('<div class="picture')[1:]
        assert len(pictures) == 3
        for each in (*pictures[:2], pictures[2].split("</section>\n<p")[0]):
            assert not re.findall(r"<form|<(?:button|input|textarea|select)(?![^>]* disabled)[^>]*>|hx-get|csrf", each)
        ids = Counter(re.findall(r' id="([^"]*)"', page))
        assert [id for id, count in ids.items() if count > 1] == []


def test_a_phone_the_screen_and_the_console_show_the_same_step(reader: Reader, evening: Evening, there: str) -> None:
    writing = reader.open(at(there, evening, 0, "write")).text
    assert "Put it on the wall" in picture(writing, "phone")
    assert "A quiet minute" in picture(writing, "screen")
    assert "rings back on the day" in picture(writing, "console")
    shared = reader.open(at(there, evening, 0, "share")).text
    for name in ("phone", "screen", "console"):
        assert "rings back on the day" in picture(shared, name)
        assert 'lang="cy">Rhywun sy’n siarad Cymraeg â mi.' in picture(shared, name)


def test_what_is_chosen_is_counted_as_in_earnest(reader: Reader, evening: Evening, there: str) -> None:
    choosing = reader.open(at(there, evening, 1, "choose")).text
    assert "5 of 8 have chosen" in picture(choosing, "console")
    assert "You have 3 dots." in picture(choosing, "phone")
    told = reader.open(at(there, evening, 1, "talk")).text
    assert "6 people chose." in picture(told, "console")
    assert "6 people chose." in picture(told, "screen")
    felt = reader.open(at(there, evening, 2, "talk")).text
    assert "6 people chose." in picture(felt, "screen")


def test_a_decision_is_shown_under_the_charter_s_own_rule_where_there_is_one(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    assert "The question is put to everybody in a moment." in reader.open(at(there, evening, 3, "decide")).text
    gathering.adopt_charter()
    asked = reader.open(at(there, evening, 3, "decide")).text
    assert "Shall we begin with this?" in picture(asked, "phone")
    assert "Send my vote" in picture(asked, "phone")
    assert "Families: 2 of 4 have answered" in picture(asked, "console")


def test_a_decision_is_rehearsed_by_hands_too_unless_each_is_asked_for_consent(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    path = at(there, evening, 3, "decide")
    assert "show of hands" not in reader.open(f"{path}&way=hands").text, "without a charter nothing is asked"
    gathering.adopt_charter()
    assert f'href="{path}&way=hands"' in unescape(reader.open(path).text)
    shown = reader.open(f"{path}&way=hands").text
    assert "Send my vote" not in shown
    for name in ("phone", "screen"):
        assert "It is decided by a show of hands in the room." in picture(shown, name)
    assert all(words in picture(shown, "console") for words in ("Two people count, one from each group.", "Person 1", "Write down what you counted"))
    assert "show of hands" not in reader.open(at(there, evening, 0, "write") + "&way=hands").text
    gathering.adopt_charter({**RULE, "method": "consent"})
    shown = reader.open(f"{path}&way=hands").text
    assert "show of hands" not in shown
    assert "Send my vote" in picture(shown, "phone")


def test_where_nothing_is_written_down_nothing_is_shown(reader: Reader, evening: Evening, there: str) -> None:
    quiet = reader.open(at(there, evening, 5, "talk")).text
    assert "Nothing is written down now" in picture(quiet, "phone")
    assert "rings back" not in quiet


@pytest.mark.parametrize("query", ["?block=x&step=talk", f"?block={UUID(int=7)}&step=talk", "?step=write", "?block=&step=nonsense"])
def test_an_address_that_leads_nowhere_begins_at_the_doors(reader: Reader, there: str, query: str) -> None:
    assert "The doors are open" in reader.open(there + query).text


def test_only_those_who_lead_rehearse(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    page = there.removesuffix("/rehearsal")
    assert "Rehearse it" in reader.open(page).text
    reader.sign_in(gathering.accounts["Eira"])
    assert reader.open(there).status_code == 403
    assert "Rehearse it" not in reader.open(page).text
    sessions.give_role(gathering.workspace, gathering.act("Mair"), evening.id, gathering.member("Eira"), "host")
    assert reader.open(there).status_code == 200


def test_a_page_of_it_asks_a_few_statements_at_any_step(reader: Reader, evening: Evening, there: str) -> None:
    counts = {statements_of(reader, path) for path in (there, at(there, evening, 0, "group"), at(there, evening, 1, "talk"), at(there, evening, 3, "decide"))}
    assert max(counts) <= 8


@pytest.mark.parametrize("ready", READY, ids=lambda each: each.name)
def test_every_ready_agenda_can_be_rehearsed_in_both_languages(reader: Reader, gathering: Gathering, ready: Ready) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    gathering.adopt_charter()
    starts_at = gathering.workspace.now() + timedelta(days=2)
    told = Told(both("Noson", "An evening"), "hybrid", 30)
    id = sessions.plan(gathering.workspace, gathering.act("Mair"), told, starts_at, starts_at + timedelta(minutes=ready.minutes), ready.blocks).id
    english = walked(reader, f"/en/projects/{gathering.project}/sessions/{id}/rehearsal")
    welsh = walked(reader, f"/cy/prosiectau/{gathering.project}/sesiynau/{id}/ymarfer")
    assert len(english) == len(welsh)
    assert "Ymarfer: does dim yn cael ei gadw." in welsh[-1]


@given(dots=st.integers(1, 20), cap=st.integers(0, 20), standing=st.integers(1, 7))
def test_pretend_people_never_have_more_dots_than_others(dots: int, cap: int, standing: int) -> None:
    session, block, cap = UUID(int=1), UUID(int=2), min(cap, dots)
    t = translator("en")
    offered = pretending.cards(t, session, block, "share", datetime(2026, 11, 29, tzinfo=UTC))[:standing]
    chosen = pretending.marks("dots", session, offered, {"dots": dots, "cap": cap}, is_over=True)
    assert len(chosen) == 6
    for marks in chosen.values():
        must_be_dots(marks, {card.id.hex for card in offered}, dots, cap)
