"""Pages keep their shape: narrow, zoomed, in forced colours, on paper, and light enough for a bad network."""

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from web.languages import to

from .houses import House
from .pages import pages
from .visits import DESKTOP, NARROW, PHONE, Visit

HTML, CSS, JAVASCRIPT = 60_000, 25_000, 30_000  # bytes; the last two as they travel


def test_a_list_is_read_downwards_on_a_phone(house: House, visit: Callable[..., Visit]) -> None:
    page = visit("Mair", "en", viewport=NARROW).go(pages(house.workspace)["ideas-list"])
    table = page.get_by_role("table")
    assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth")
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() >= 3


def test_at_four_times_the_size_everything_is_still_there(house: House, visit: Callable[..., Visit]) -> None:
    """A window of 1280 by 1024 at 400 % has 320 by 256 pixels of its own."""
    there = visit("Mair", "cy", viewport={"width": 320, "height": 256})
    for called in ("home", "project", "ideas", "decision", "decision-agreed", "history"):
        page = there.go(pages(house.workspace)[called])
        assert _width(page) <= 320, called
        for target in page.get_by_role("main").get_by_role("button").all()[:5] + page.get_by_role("main").get_by_role("link").all()[:5]:
            target.focus()
            assert target.evaluate(ON_TOP), f"{called}: {target.inner_text()} is behind something when it has the focus"


ON_TOP = """element => {
  const box = element.getBoundingClientRect(), found = document.elementFromPoint(box.left + Math.min(box.width, 20) / 2, box.top + box.height / 2);
  return !!found && (element.contains(found) || found.contains(element) || !!found.closest("label"));
}"""


def test_forced_colours_keep_what_colour_alone_would_say(house: House, visit: Callable[..., Visit]) -> None:
    there = visit("Nia", "cy", forced_colors="active", viewport=DESKTOP)
    page = there.go(pages(house.workspace)["decision"])
    page.get_by_role("radio").first.check()
    chosen = page.get_by_role("radio").first.locator("xpath=..")
    assert chosen.evaluate("option => getComputedStyle(option).borderTopWidth") == "4px"
    button = page.get_by_role("button", name="Anfon fy mhleidlais")
    assert button.evaluate("button => getComputedStyle(button).borderTopStyle") == "solid"
    current = page.get_by_role("link", name="Penderfyniadau", exact=True)
    assert current.evaluate("link => getComputedStyle(link).borderBottomColor") != page.get_by_role("link", name="Hanes", exact=True).evaluate(
        "link => getComputedStyle(link).borderBottomColor"
    )


RECORD = ("certificate", "decision", "decision-agreed", "decisions", "charter", "history", "project", "proposal", "proposals", "ideas", "idea", "commitments")


@pytest.mark.parametrize("called", [*RECORD, "commitment", "members", "stages", "mandate", "care", "matters", "amendment-accepted", "objection"])
def test_a_page_on_paper_carries_its_words_and_none_of_its_buttons(house: House, visit: Callable[..., Visit], called: str) -> None:
    there = visit("Mair", "en", dark=True, viewport=DESKTOP)
    page = there.go(pages(house.workspace)[called])
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert paper.startswith(b"%PDF")
    assert 1 <= sheets <= 12, sheets
    assert len(paper) > 8_000
    page.emulate_media(media="print")
    assert len(page.get_by_role("main").inner_text()) > 300
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not page.get_by_role("navigation", name="Pleth").is_visible()
    assert page.locator("main").get_by_role("button").count() == 0


def test_the_sheet_for_idea_and_vote_is_one_page_of_paper(house: House, visit: Callable[..., Visit]) -> None:
    """With two votes open, one of them for consent, and what was decided lately."""
    page = visit("Mair", "cy").go(pages(house.workspace)["sheet"])
    assert page.get_by_text("Os ydych chi’n gwrthwynebu").count() == 1
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, print_background=True))) == 1


def test_every_page_is_light_and_can_be_heard_and_enlarged(house: House, visit: Callable[..., Visit]) -> None:
    """What a first view costs: the page as text, the style and the scripts as they travel. For Siôn: each of these tests gives Mair a project more."""
    there = visit("Siôn", "cy", viewport=PHONE)
    heavy, bare = {}, []
    for called, path in pages(house.workspace).items():
        body = there.context.request.get(house.address + to(path, "cy")).body()
        if len(body) > HTML:
            heavy[called] = len(body)
        if called != "screen" and (b"data-listen" not in body or b"/cy/golwg?back=" not in body):  # the big screen has nothing but what all see
            bare.append(called)
    assert heavy == {}
    assert bare == []
    page = there.go("/")
    assert _travels(there, page, "link[rel=stylesheet]", "href") <= CSS
    assert _travels(there, page, "script[src]", "src") <= JAVASCRIPT


def _width(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth"))


def _travels(there: Visit, page: Page, what: str, where: str) -> int:
    addresses = page.locator(what).evaluate_all(f"all => all.map(each => each.{where})")
    assert addresses
    return sum(len(gzip.compress(there.context.request.get(address).body())) for address in addresses)
