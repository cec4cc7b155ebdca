"""Everything by keyboard alone: an idea and a vote without a mouse, always with the focus in sight and where it belongs."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .groups import Group
from .visits import DESKTOP, PHONE, Visit

OUTLINE = """() => {
  const one = document.activeElement.closest(".option") || document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth), seen: box.top < innerHeight && box.bottom > 0 && box.width > 0};
}"""


def test_an_idea_and_a_vote_without_a_mouse(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Bysellfwrdd", citizens=["Menna", "Ifan"], professionals=["Carys", "Owain"])
    ours.adopt_charter()
    ours.open()
    menna = visit("Menna", viewport=DESKTOP)
    page = menna.go(f"/projects/{ours.id}")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Neidio i’r dudalen")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)"), "the skip link passes the tabs by"

    menna.go(f"/projects/{ours.id}")
    walk(page, "Syniadau")
    follow(page)
    walk(page, "Eich syniad")
    page.keyboard.type("Bachyn wrth y drws.")
    walk(page, "Rhoi ar y bwrdd")
    follow(page)
    menna.sees(page.get_by_role("article").filter(has_text="Bachyn wrth y drws."))

    walk(page, "Penderfyniadau")
    follow(page)
    walk(page, "Dweud eich dweud")
    follow(page)
    walk(page, "O blaid")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Yn erbyn")).to_be_checked()
    walk(page, "Pam?")
    page.keyboard.type("Dw i’n cysgu erbyn naw.")
    walk(page, "Anfon fy mhleidlais")
    follow(page)
    menna.sees(page.get_by_role("heading", name="Ar gofnod i chi: Yn erbyn"))


def test_where_the_focus_goes_after_a_part_was_fetched(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Ffocws", citizens=["Menna", "Ifan"], professionals=["Carys"])
    ours.post("Ifan", "Mainc wrth y giât.")
    menna = visit("Menna", viewport=PHONE)
    page = menna.go(f"/projects/{ours.id}/ideas")
    button = page.get_by_role("article").get_by_role("button", name="Cefnogi")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").get_by_role("button", name="Cefnogi", pressed=True)).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Wedi cadw")).to_be_attached()

    page = menna.go(f"/projects/{ours.id}/ideas")
    page.get_by_label("Eich syniad").fill("   ")
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.title().startswith("Gwall:")
    page.get_by_role("alert").get_by_role("link").first.press("Enter")
    expect(page.get_by_label("Eich syniad")).to_be_focused()


def follow(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def walk(page: Page, name: str) -> None:
    """Tab to what has this name. On the way every stop shows that it has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue  # past the end: the next one is the first again
        there = page.evaluate(OUTLINE)
        assert there["width"] >= 3, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert there["seen"], page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate(CALLED).startswith(name):
            return
    raise AssertionError(f"no way to {name} by Tab")


CALLED = """() => {
  const one = document.activeElement;
  return (one.getAttribute("aria-label") || (one.labels && one.labels[0] ? one.labels[0] : one).innerText || "").trim();
}"""
