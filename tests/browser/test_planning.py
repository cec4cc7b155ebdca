"""A session planned well: a need that is said, ticked and met beforehand; a rehearsal on a phone and without JavaScript."""

from collections.abc import Callable
from typing import Any, cast

from playwright.sync_api import expect

from aggregates.session import Session
from tests.evening import Evening

from .groups import Group
from .houses import has_caught_up
from .test_axe import violations
from .visits import DESKTOP, Visit


def planned(group: Callable[..., Group], name: str) -> tuple[Group, Evening, str]:
    ours = group(name, citizens=["Delyth", "Nia"], professionals=["Rhys", "Zofia"])
    evening = Evening(cast(Any, ours))
    has_caught_up(ours.workspace)
    return ours, evening, f"/projects/{ours.id}/sessions/{evening.id}"


def test_a_need_is_said_once_ticked_for_a_session_and_met(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    _, _, there = planned(group, "Anghenion")
    delyth, mair = visit("Delyth"), visit("Mair", "en", viewport=DESKTOP, javascript=False)
    page = delyth.go("/me/needs")
    page.get_by_role("checkbox", name="Cyrraedd y lle").check()
    page.locator("#travel").fill("Lifft o Dal-y-bont")
    assert not violations(delyth)
    page.get_by_role("button", name="Cadw hyn").click()
    page = delyth.go(there)
    expect(page.locator("#shown")).not_to_be_checked()
    page.locator("#shown").check()
    page.get_by_role("button", name="Dwi’n dod").click()
    delyth.sees(page.get_by_text("Rydych chi wedi dweud eich bod yn dod"))
    assert not violations(delyth)

    led = mair.go(there)
    expect(led.get_by_text("1 need is not arranged yet.")).to_be_visible()
    led.get_by_role("button", name="It is arranged").click()
    mair.sees(led.get_by_text("Lifft o Dal-y-bont"))
    expect(led.get_by_role("button", name="It is not, after all")).to_be_visible()
    expect(delyth.go(there).get_by_text("Wedi’i drefnu Gan: Mair")).to_be_visible()


def test_a_session_is_rehearsed_from_the_doors_to_the_last_part(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours, evening, there = planned(group, "Ymarfer")
    ours.adopt_charter()
    has_caught_up(ours.workspace)
    for mair in (visit("Mair", viewport={"width": 320, "height": 640}), visit("Mair", "en", viewport=DESKTOP, javascript=False)):
        page = mair.go(there)
        page.get_by_role("link", name="Rehearse it" if mair.language == "en" else "Ei hymarfer").click()
        steps = 0
        while (onward := page.get_by_role("link", name="Next" if mair.language == "en" else "Nesaf", exact=True)).count():
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
            assert not page.locator(".picture :is(a, button:not(:disabled), input:not(:disabled), textarea:not(:disabled))").count()
            assert page.locator(".picture .walking").evaluate_all("all => all.every((each) => getComputedStyle(each).position === 'static')")
            if mair.language == "cy":
                assert not violations(mair), page.url
            onward.first.click()
            steps += 1
        assert steps == sum(len(block.steps) for block in ours.workspace.load(Session, evening.id).blocks.values())
