"""A consent round in the room: a proposal is gone through step by step, on phones, on the big screen, and by guests too."""

from uuid import UUID

import pytest

from tests.evening import Evening
from tests.gathering import Gathering
from workspace import decisions, proposals
from workspace.attending import Arrived

from .browsing import Reader

BENCH = {"cy": "Mainc wrth y bws", "en": "A bench at the bus stop"}


@pytest.fixture
def bench(gathering: Gathering) -> UUID:
    return proposals.draft(gathering.workspace, gathering.act("Eira"), BENCH, BENCH, BENCH).id


@pytest.fixture
def lead(reader: Reader, gathering: Gathering, evening: Evening, bench: UUID) -> str:
    """Mair leads, and the group has come to the part of the round."""
    evening.go_to(7, "talk")
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions/{evening.id}"


def phone(reader: Reader, evening: Evening, guest: Arrived) -> str:
    reader.client.cookies.set("guest", guest.cookie)
    page = reader.open(f"/en/here/{evening.id}").text
    reader.client.cookies.delete("guest")
    return page


def begin(reader: Reader, lead: str, bench: UUID, evening: Evening) -> str:
    """The address at which the round goes on."""
    reader.open(f"{lead}/console")
    reader.press(f"{lead}/rounds", proposal=str(bench))
    reader.open(f"{lead}/console")
    return f"{lead}/blocks/{evening.blocks[7]}/step"


def test_a_round_goes_from_the_proposal_to_consent(reader: Reader, gathering: Gathering, evening: Evening, lead: str, bench: UUID) -> None:
    gathering.adopt_charter()
    gwenno = evening.arrive()
    there = begin(reader, lead, bench, evening)
    assert "A bench at the bus stop" in phone(reader, evening, gwenno)
    assert "Whoever wrote it tells it in their own words" in reader.open(f"{lead}/screen").text
    for step in ("questions", "sense check", "amend", "consent"):
        reader.open(f"{lead}/console")
        reader.press(there, step=step)
    assert "there everybody is asked for consent" in reader.open(f"{lead}/console").text
    evening.go_to(7, "decide")
    page = reader.open(f"{lead}/question").text
    assert "It is about the proposal of the round, in version 1" in page
    reader.press(f"{lead}/question", yes_en="One", yes_cy="Un", no_en="None", no_cy="Dim")
    decision = evening.asked()
    asked = decisions.load(gathering.workspace, gathering.act("Mair"), decision)
    assert asked.is_by_consent
    assert asked.proposal == bench
    assert evening.guest(gwenno).member.hex in asked.roll


def test_everybody_asks_and_says_how_it_feels_on_their_phone(reader: Reader, gathering: Gathering, evening: Evening, lead: str, bench: UUID) -> None:
    gwenno = evening.arrive()
    there = begin(reader, lead, bench, evening)
    reader.open(f"{lead}/console")
    reader.press(there, step="questions")
    reader.client.cookies.set("guest", gwenno.cookie)
    here = f"/en/here/{evening.id}"
    reader.open(here)
    reader.press(f"{here}/blocks/{evening.blocks[7]}/questions", text="Who mends it?")
    assert "Who mends it?" in reader.open(here).text
    reader.client.cookies.delete("guest")
    reader.sign_in(gathering.accounts["Mair"])
    assert "Who mends it?" in reader.open(f"{lead}/console").text
    assert "Who mends it?" in reader.open(f"{lead}/screen").text
    reader.open(f"{lead}/console")
    reader.press(there, step="sense check")
    reader.client.cookies.set("guest", gwenno.cookie)
    reader.open(here)
    reader.press(f"{here}/blocks/{evening.blocks[7]}/senses", level="1")
    assert 'value="1" checked' in reader.open(here).text


def test_the_group_has_to_be_in_that_part(reader: Reader, gathering: Gathering, evening: Evening, lead: str, bench: UUID) -> None:
    gwenno = evening.arrive()
    begin(reader, lead, bench, evening)
    reader.client.cookies.set("guest", gwenno.cookie)
    here = f"/en/here/{evening.id}"
    reader.open(here)
    evening.go_to(4, "talk")
    refused = reader.press(f"{here}/blocks/{evening.blocks[7]}/questions", text="Who mends it?")
    assert refused.status_code == 422
    assert "Who mends it?" in refused.text
