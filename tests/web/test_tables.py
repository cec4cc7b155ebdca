"""Small tables: each reads its own cards first and adds to them, then all come back together."""

from typing import Any

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import attending, sessions
from workspace.attending import Arrived
from workspace.refusals import UnknownChoice
from workspace.sessions import PlannedBlock
from workspace.story.telling import both

from .browsing import Reader

ROUND = ["write", "tables", "share", "group", "talk"]


class Tables(Evening):
    """At the first part people write, and read it at small tables first."""

    def _agenda(self) -> tuple[PlannedBlock, ...]:
        first, *others = super()._agenda()
        return (PlannedBlock("write", 20, first.words, steps=ROUND), *others)


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    return Tables(gathering).open_doors()


def sitting(evening: Evening, name: str, table: int) -> Arrived:
    arrived = evening.arrive(name)
    by = evening.act_of(arrived)
    attending.sit_at(evening.gathering.workspace, by, evening.id, by.member, table)
    return arrived


def phone(reader: Reader, evening: Evening, guest: Arrived) -> str:
    reader.client.cookies.set("guest", guest.cookie)
    return reader.open(f"/en/here/{evening.id}").text


def test_a_table_reads_its_own_cards_and_no_others(reader: Reader, evening: Evening) -> None:
    one, two, nowhere = sitting(evening, "Wil", 1), sitting(evening, "Gwenno", 2), evening.arrive("Elin")
    evening.go_to(0, "write")
    evening.card(evening.act_of(one), "Tea at table one")
    evening.card(evening.act_of(two), "A bus at table two")
    assert "A bus at table two" not in phone(reader, evening, one)
    evening.go_to(0, "tables")
    page = phone(reader, evening, one)
    assert "At table 1: read each other what you wrote" in page
    assert "Tea at table one" in page
    assert "A bus at table two" not in page
    page = phone(reader, evening, nowhere)
    assert "Say at which one you sit" in page
    assert "Tea at table one" not in page


def test_a_table_adds_to_what_it_brings_back_and_all_read_what_is_shown(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    one, two = sitting(evening, "Wil", 1), sitting(evening, "Gwenno", 2)
    evening.go_to(0, "write")
    evening.go_to(0, "tables")
    phone(reader, evening, one)
    reader.press(f"/en/here/{evening.id}/blocks/{evening.blocks[0]}/cards", text="We all want tea")
    reader.client.cookies.clear()
    there = f"/en/projects/{gathering.project}/sessions/{evening.id}"
    reader.sign_in(gathering.accounts["Mair"])
    console = reader.open(f"{there}/console").text
    assert "Table 1: 1 person, 1 card" in console
    assert "We all want tea" in console
    assert "We all want tea" not in reader.open(f"{there}/screen").text
    reader.open(f"{there}/console")
    reader.press(f"{there}/wall")
    evening.go_to(0, "share")
    assert "We all want tea" in phone(reader, evening, two)


def test_where_nobody_asked_for_tables_nobody_is_led_to_them(gathering: Gathering) -> None:
    plain = Evening(gathering)
    assert "tables" not in sessions.load(gathering.workspace, gathering.act("Mair"), plain.id).blocks[plain.blocks[0]].steps


def test_they_are_ticked_in_the_form_of_a_part(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    there = f"/en/projects/{gathering.project}/sessions/{evening.id}/blocks"
    reader.sign_in(gathering.accounts["Mair"]).open(f"{there}/new")
    reader.press(there, kind="ideas", title_en="Ideas", minutes="20", tables="1")
    blocks: dict[Any, Any] = sessions.load(gathering.workspace, gathering.act("Mair"), evening.id).blocks
    assert list(blocks.values())[-1].steps == ROUND


def test_there_are_no_tables_where_nobody_writes(gathering: Gathering) -> None:
    told = sessions.Told(both("Te", "Tea"), "room", 20)
    dots = PlannedBlock("dots", 10, {"title": both("Dotiau", "Dots")}, steps=["tables", "choose"], settings={"dots": 3, "cap": 0})
    with pytest.raises(UnknownChoice):
        sessions.plan(gathering.workspace, gathering.act("Mair"), told, gathering.in_(1), gathering.in_(2), [dots])
