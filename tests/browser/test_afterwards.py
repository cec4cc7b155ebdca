"""After a session: on a phone without an account, how it went and what was given; without JavaScript too; a page each for those who have no phone."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import expect

from projections.rooms import people
from tests.evening import Evening
from workspace import attending
from workspace.attending import Arrived, Coming
from workspace.voices import Voice, speaking

from .groups import Group
from .houses import has_caught_up
from .test_axe import violations
from .visits import DESKTOP, Visit


@pytest.fixture
def over(group: Callable[..., Group]) -> tuple[Evening, Arrived]:
    """Gwenno wrote a card; two people had no phone with them, and for one of them nine long cards were written."""
    evening = Evening(cast(Any, group("Wedyn", citizens=["Delyth"], professionals=["Rhys"]))).open_doors()
    arrived = evening.arrive()
    for name in ("Nain Beti", "Wil"):
        attending.bring(evening.gathering.workspace, evening.act("Mair"), evening.id, Coming(name, "citizen", "room"))
    has_caught_up(evening.gathering.workspace)
    with evening.gathering.workspace.reading() as db:
        brought = [each.member for each in people(db, evening.id) if each.name in ("Nain Beti", "Wil")]
    evening.go_to(0, "write")
    evening.card(evening.act_of(arrived), "Lamp wrth y drws", is_shown=True)
    for _ in range(9):
        evening.card(speaking(evening.gathering.workspace, evening.act("Mair"), Voice(brought[-1], "said so", "spoken")), "gair " * 90, is_shown=True)
    evening.end()
    return evening, arrived


@pytest.mark.parametrize("javascript", [True, False])
def test_a_guest_says_how_it_went_and_reads_what_they_gave(over: tuple[Evening, Arrived], visit: Callable[..., Visit], javascript: bool) -> None:
    evening, arrived = over
    gwenno = visit(javascript=javascript)
    gwenno.context.clear_cookies()
    gwenno.context.add_cookies([{"name": "guest", "value": arrived.cookie, "url": gwenno.house.address}])
    page = gwenno.go(f"/here/{evening.id}")
    page.get_by_role("link", name="Sut aeth hi i chi?").click()
    assert not violations(gwenno) if javascript else True
    page.get_by_label("Sut aeth hi?").fill("Cefais fy nghlywed")
    page.get_by_role("radio", name="Pawb sy’n darllen y cofnodion").check()
    page.get_by_role("button", name="Dweud hynny").click()
    gwenno.sees(page.get_by_text("Cefais fy nghlywed").first)
    page.get_by_label("Gawsoch chi’ch clywed?").select_option("5")
    page.get_by_role("button", name="Cadw fy atebion").click()
    expect(page.get_by_label("Gawsoch chi’ch clywed?")).to_have_value("5")
    assert not violations(gwenno) if javascript else True
    page.get_by_role("link", name="Yr hyn a roddoch chi heddiw").click()
    gwenno.sees(page.get_by_text("Diolch, Gwenno"))
    expect(page.get_by_text("Lamp wrth y drws")).to_be_visible()
    assert not violations(gwenno) if javascript else True
    gwenno.go(f"/here/{evening.id}/minutes")
    gwenno.sees(page.get_by_text("Cefais fy nghlywed"))


def test_a_page_each_is_printed_for_those_without_a_phone(over: tuple[Evening, Arrived], visit: Callable[..., Visit]) -> None:
    evening, _ = over
    mair = visit("Mair", "en", viewport=DESKTOP)
    page = mair.go(f"/projects/{cast(Any, evening.gathering).id}/sessions/{evening.id}")
    page.get_by_role("link", name="Print what each gave").click()
    expect(page.locator("article.gift")).to_have_count(2)
    assert not violations(mair)
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
