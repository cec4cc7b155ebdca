"""A photograph of the wall: a frame is drawn around a note by mouse, or its place is typed, and what it says is typed."""

from collections.abc import Callable
from typing import Any, cast

from playwright.sync_api import Page, expect

from tests.evening import Evening
from workspace import photographs
from workspace.story.on_the_wall import door

from .groups import Group
from .houses import has_caught_up
from .test_axe import violations
from .test_phone import on_the_wall
from .visits import DESKTOP, Visit


def wall(group: Callable[..., Group], name: str) -> tuple[str, Evening]:
    """The neutral path of a photograph with six notes, and the session that it is of."""
    ours = group(name, citizens=["Nia"], professionals=["Rhys"])
    evening = Evening(cast(Any, ours)).open_doors()
    evening.go_to(0, "write")
    taken = photographs.take(ours.workspace, evening.act("Mair"), evening.id, evening.blocks[0], door(), 2).id
    has_caught_up(ours.workspace)
    return f"/projects/{ours.id}/sessions/{evening.id}/photographs/{taken}", evening


def drag(page: Page, begin: tuple[float, float], end: tuple[float, float]) -> None:
    """From here to there, each as a part of the photograph."""
    page.locator("svg[data-cut]").scroll_into_view_if_needed()
    box = page.locator("svg[data-cut]").bounding_box()
    assert box is not None
    places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (begin, end)]
    page.mouse.move(*places[0])
    page.mouse.down()
    page.mouse.move(*places[1], steps=4)
    page.mouse.up()


def test_a_frame_that_is_drawn_becomes_a_row_and_a_card(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    path, evening = wall(group, "Llun o’r wal")
    mair = visit("Mair", viewport=DESKTOP)
    page = mair.go(path)
    expect(page.get_by_text("Mae 6 darn yn edrych fel nodiadau.")).to_be_visible()
    drag(page, (0.32, 0.9), (0.5, 0.7))
    other = page.get_by_label("Beth mae un arall yn ei ddweud? (1)")
    expect(other).to_be_focused()
    numbers = [int(page.locator(f"#{edge}_33").input_value()) for edge in ("left", "top", "width", "height")]
    assert all(abs(number - about) <= 2 for number, about in zip(numbers, (32, 70, 18, 20), strict=True)), numbers
    expect(page.locator("[data-own='33'] svg")).to_be_visible()
    drag(page, (0.5, 0.5), (0.505, 0.505))  # a click is no frame
    assert page.locator("#width_34").input_value() == ""
    assert not violations(mair)
    page.keyboard.type("Nodyn arall")
    page.get_by_label("1. Beth mae’n ei ddweud?").fill("Allwedd yn rhif 4")
    page.get_by_role("button", name="Eu rhoi ar y wal").click()
    mair.sees(page.get_by_text("2 ddarn, a dim un ohonyn nhw ddwywaith."))
    assert on_the_wall(evening) == ["Allwedd yn rhif 4", "Nodyn arall"]


def test_by_keyboard_alone_its_place_is_typed(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    path, evening = wall(group, "Llun heb lygoden")
    mair = visit("Mair")
    page = mair.go(path)
    page.get_by_text("Un na chafodd ei weld").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Beth mae un arall yn ei ddweud? (1)").fill("Yn y gornel")
    page.locator("[data-own='33'] summary").focus()
    page.keyboard.press("Enter")
    for edge, number in (("left", 0), ("top", 0), ("width", 20), ("height", 10)):
        page.locator(f"#{edge}_33").fill(str(number))
    expect(page.locator("[data-own='33'] svg")).to_be_visible()
    page.get_by_role("button", name="Eu rhoi ar y wal").click()
    mair.sees(page.get_by_text("1 darn, unwaith yn unig."))
    assert on_the_wall(evening) == ["Yn y gornel"]


def test_without_javascript_it_is_typed_too(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    path, evening = wall(group, "Llun heb sgript")
    mair = visit("Mair", javascript=False)
    page = mair.go(path)
    page.get_by_label("2. Beth mae’n ei ddweud?").fill("Golau")
    page.get_by_role("button", name="Eu rhoi ar y wal").click()
    mair.sees(page.get_by_text("1 darn, unwaith yn unig."))
    assert on_the_wall(evening) == ["Golau"]
