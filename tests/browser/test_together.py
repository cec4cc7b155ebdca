"""Two browsers at once: what one does is seen in the other within seconds, and takes nothing out of anybody's hands."""

from collections.abc import Callable
from typing import Any, cast

from playwright.sync_api import expect

from tests.evening import Evening

from .groups import Group
from .visits import DESKTOP, Visit

SOON = 10_000  # milliseconds; a second on a quiet machine


def test_support_and_turnout_are_seen_elsewhere(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Dwy sgrin", citizens=["Nia", "Delyth"], professionals=["Rhys", "Zofia"])
    ours.adopt_charter()
    idea = ours.post("Nia", "Drws ar agor tan naw.")
    decision = ours.open()
    nia, rhys = visit("Nia"), visit("Rhys", "en", viewport=DESKTOP)

    there = nia.go(f"/projects/{ours.id}/ideas/{idea}")
    expect(there.get_by_text("Does neb yn ei gefnogi")).to_be_visible()
    here = rhys.go(f"/projects/{ours.id}/ideas")
    here.get_by_role("article").get_by_role("button", name="Support").click()
    expect(here.get_by_role("button", name="Support", pressed=True)).to_be_visible()
    expect(there.get_by_text("Mae 1 person yn ei gefnogi")).to_be_visible(timeout=SOON)
    for is_pressed in (False, True):  # the card that came back has a command of its own
        here.get_by_role("button", name="Support").click()
        expect(here.get_by_role("button", name="Support", pressed=is_pressed)).to_be_visible()

    there = nia.go(f"/projects/{ours.id}/decisions/{decision}")
    there.get_by_label("Pam?").fill("Dw i’n dal i feddwl")
    turnout = there.get_by_role("region", name="Pwy sydd wedi cymryd rhan")
    row = turnout.get_by_role("row").filter(has=there.get_by_role("rowheader", name="Tîm gofal"))
    expect(row.get_by_role("cell").last).to_have_text("0")
    here = rhys.go(f"/projects/{ours.id}/decisions/{decision}")
    here.get_by_role("radio", name="For").check()
    here.get_by_role("button", name="Send my vote").click()
    expect(row.get_by_role("cell").last).to_have_text("1", timeout=SOON)
    expect(there.get_by_label("Pam?")).to_have_value("Dw i’n dal i feddwl")
    expect(there.get_by_label("Pam?")).to_be_focused()


def test_what_came_meanwhile_is_said_and_moves_nothing(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Bwrdd prysur", citizens=["Nia", "Delyth"], professionals=["Rhys"])
    ours.post("Nia", "Yr un cyntaf.")
    nia = visit("Nia")
    page = nia.go(f"/projects/{ours.id}/ideas")
    page.get_by_label("Eich syniad").fill("Dw i ar hanner")
    ours.post("Delyth", "Yr ail un.")
    expect(page.get_by_role("status").filter(has_text="Daeth")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("article")).to_have_count(1)
    expect(page.get_by_label("Eich syniad")).to_be_focused()
    page.get_by_role("link", name="Dangos y diweddaraf").click()
    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.get_by_label("Eich syniad")).to_have_value("Dw i ar hanner")


def test_what_a_facilitator_has_in_hand_stays_while_more_comes_in(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Llawer yn dod", citizens=["Nia"], professionals=["Rhys"])
    evening = Evening(cast(Any, ours)).open_doors()
    evening.come("Nia")
    evening.go_to(0, "write")
    evening.card(evening.act("Nia"), "Paned", is_shown=True)
    evening.card(evening.act("Nia"), "Bws")
    mair = visit("Mair", "en", viewport=DESKTOP)
    page = mair.go(f"/projects/{ours.id}/sessions/{evening.id}/console")
    page.get_by_role("checkbox", name="Bws").uncheck()
    page.get_by_text("Do something with it").click()
    evening.card(evening.act("Nia"), "Lamp")
    expect(page.get_by_role("checkbox", name="Lamp")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("checkbox", name="Bws")).not_to_be_checked()
    why = page.get_by_label("Why set it aside?")
    expect(why).to_be_visible()
    why.fill("For the trans")
    evening.card(evening.act("Nia"), "Mainc")
    page.wait_for_timeout(1500)
    expect(why).to_be_focused()
    expect(why).to_have_value("For the trans")
    why.fill("")
    why.blur()
    expect(page.get_by_role("checkbox", name="Mainc")).to_be_visible(timeout=SOON)
