"""A session on paper: printed by whoever leads it, and typed in without a mouse."""

from collections.abc import Callable
from typing import cast

import pytest
from playwright.sync_api import expect

from tests.evening import Evening
from tests.gathering import Gathering

from .groups import Group
from .test_axe import violations
from .visits import DESKTOP, Visit

NARROW = {"width": 320, "height": 700}


@pytest.fixture
def evening(group: Callable[..., Group]) -> Evening:
    return Evening(cast(Gathering, group("Ar bapur", citizens=["Nia"], professionals=["Rhys"])), seats=12).open_doors()


def at(evening: Evening, path: str) -> str:
    return f"/projects/{cast(Group, evening.gathering).id}/sessions/{evening.id}{path}"


def test_a_pile_of_sheets_is_typed_in_by_the_keyboard(evening: Evening, visit: Callable[..., Visit]) -> None:
    mair = visit("Mair", "cy", viewport=DESKTOP)
    page = mair.go(at(evening, f"/typing/{evening.blocks[0]}"))
    page.get_by_label("1", exact=True).focus()
    for text in ("Paned", "Sgwrs", "Bws"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    expect(page.get_by_label("4", exact=True)).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Teipio i mewn")).to_be_focused()
    page.keyboard.press("Enter")
    mair.sees(page.get_by_text("Mae’r daflen i mewn, rhif 1: 3 ateb."))
    expect(page.get_by_label("Rhif y daflen")).to_have_value("2")
    expect(page.get_by_label("1", exact=True)).to_have_value("")
    assert not violations(mair)


def test_without_scripts_ballots_are_typed_in_as_well(evening: Evening, visit: Callable[..., Visit]) -> None:
    evening.go_to(2, "choose")
    mair = visit("Mair", "en", viewport=NARROW, javascript=False)
    page = mair.go(at(evening, f"/typing/{evening.blocks[2]}"))
    page.get_by_label("It feels right").check()
    page.get_by_role("button", name="Type it in").click()
    mair.sees(page.get_by_text("Ballot 1 is in."))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_is_printed_and_typed_in_can_be_read_by_everybody(evening: Evening, visit: Callable[..., Visit], language: str) -> None:
    mair = visit("Mair", language, viewport=NARROW)
    evening.go_to(2, "choose")
    for path in ("/paper?tables=1&many=2", "/typing", *(f"/typing/{block}" for block in evening.blocks[:4])):
        page = mair.go(at(evening, path))
        assert not violations(mair), path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


PAPERS = ".table-card, .leaf.answers, .printed-ballot"


def test_the_browser_makes_the_same_papers_as_are_made_without_its_scripts(evening: Evening, visit: Callable[..., Visit]) -> None:
    asked = "/paper?tables=3&many=23&from=4"
    made = visit("Mair", "cy", viewport=DESKTOP).go(at(evening, asked)).locator(PAPERS).evaluate_all(READ)
    plain = visit("Mair", "cy", viewport=DESKTOP, javascript=False)
    page = plain.go(at(evening, asked))
    assert page.locator(PAPERS).count() == 0, "not one of them, which would be printed twice"
    links = page.get_by_role("navigation", name="Y papurau fesul un").get_by_role("link").evaluate_all("all => all.map(link => link.href)")
    whole = []
    for link in links:
        page.goto(link)
        whole += page.locator(PAPERS).evaluate_all(READ)
    assert len(made) == 3 + 2 * 3 + 4 * 23
    assert made == whole
    assert "Papur pleidleisioBallot 26" in made[-1]


READ = "all => all.map(each => each.innerText.replace(/\\s+/g, ' '))"


def test_each_part_begins_a_page_and_the_agenda_is_in_large_print(evening: Evening, visit: Callable[..., Visit]) -> None:
    mair = visit("Mair", "en", viewport=DESKTOP)
    page = mair.go(at(evening, "/paper?tables=2&many=2"))
    expect(page.get_by_role("button", name="Print all of it")).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".leaf.large").evaluate("leaf => parseFloat(getComputedStyle(leaf).fontSize)") >= 24  # 18 pt
    leaves = page.locator(".leaf").evaluate_all("all => all.slice(0, -1).map(leaf => getComputedStyle(leaf).breakAfter)")
    assert set(leaves) == {"page"}
    assert not page.locator(".top, .foot-wrap, .opening").filter(visible=True).count()
