"""axe on every page: signed out, a member, a facilitator; Welsh and English; light and dark; phone and desktop; and none is wider than the narrowest phone.

Six passes over all pages, chosen so that every pair of these meets on every page. Automation finds about a third of what the criteria ask; the rest is
walked by the journeys and by people.
"""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Error, Page

from workspace import members

from .groups import Group
from .houses import House
from .pages import pages
from .visits import DESKTOP, NARROW, PHONE, Visit

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
RUN = "rules => axe.run(rules).then(answer => answer.violations)"
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
TWICE = "[...document.querySelectorAll('[id]')].map(each => each.id).filter((id, at, all) => all.indexOf(id) !== at)"
PASSES = [
    ("", "cy", "light", PHONE),
    ("", "en", "dark", DESKTOP),
    ("Nia", "cy", "dark", PHONE),
    ("Tomos", "en", "light", DESKTOP),
    ("Mair", "cy", "light", DESKTOP),
    ("Siôn", "en", "dark", PHONE),
]


@pytest.mark.parametrize(("name", "language", "theme", "viewport"), PASSES)
def test_nothing_stands_in_anybodys_way(house: House, visit: Callable[..., Visit], name: str, language: str, theme: str, viewport: dict[str, int]) -> None:
    there = visit(name, language, dark=theme == "dark", viewport=viewport)
    there.context.add_init_script(AXE_SCRIPT)  # half a megabyte, sent once and not for each page
    found, titles = [], set[str]()
    for called, path in pages(house.workspace).items():
        page = there.go(path)
        title = page.title()
        if there.is_turned_away and title in titles:
            continue  # the same sentence as before: no such page here, or sign in first
        titles.add(title)
        page.evaluate(UNFOLD)
        found += [f"{called}: the id {twice} twice" for twice in page.evaluate(TWICE)]
        found += [f"{called}: {each}" for each in violations(there)]
        if (width := narrowed(page)) > NARROW["width"]:
            found.append(f"{called}: {width} wide")
        page.set_viewport_size(viewport)
    assert found == [], "\n".join(found)


def test_nothing_stands_in_the_way_in_the_middle_of_something(house: House, group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    """Pages that only a form or a mail leads to: what is wrong, what was prepared, what is shown once."""
    ours = group("Ar ganol", citizens=["Tomos", "Nia"], professionals=["Rhys", "Carys"])
    ours.adopt_charter()
    mair = visit("Mair")
    found: list[str] = []

    def look(there: Visit, called: str) -> None:
        found.extend(f"{called}: {each}" for each in violations(there))

    page = mair.go(f"/projects/{ours.id}/ideas")
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    look(mair, "an idea without words")
    page = mair.go(f"/projects/{ours.id}/invitations")
    page.get_by_role("button", name="Cadw lle iddyn nhw").click()
    look(mair, "an invitation without a group")
    page.get_by_role("radio", name="Teuluoedd").check()
    page.get_by_role("radio", name="Cod ar bapur").check()
    page.get_by_role("button", name="Cadw lle iddyn nhw").click()
    look(mair, "a printed code")
    page = mair.go(f"/projects/{ours.id}/invitations")
    page.get_by_role("radio", name="Teuluoedd").check()
    page.get_by_role("radio", name="Drwy e-bost").check()
    page.get_by_label("Eu cyfeiriad e-bost").fill("elin.axe@pleth.example")
    page.get_by_role("button", name="Cadw lle iddyn nhw").click()
    look(mair, "an invitation on its way")
    decision = ours.open()
    for name in (*ours.citizens, *ours.professionals):
        ours.vote(decision, name, "yes")
    mair.go(f"/projects/{ours.id}/decisions/{decision}")
    mair.sees(mair.page.get_by_role("heading", name="Mae pawb ar y rhestr wedi pleidleisio"))
    look(mair, "a vote in which everybody has voted")
    page = mair.go(f"/projects/{ours.id}/decisions/new")
    page.get_by_role("group", name="Beth rydyn ni’n ei ofyn?").get_by_label("Cymraeg").fill("Ydyn ni?")
    page.get_by_role("button", name="Ei weld fel y bydd eraill yn ei weld").click()
    look(mair, "a question in one language")
    page.get_by_role("group", name="Beth rydyn ni’n ei ofyn?").get_by_label("English").fill("Do we?")
    page.get_by_role("button", name="Ei weld fel y bydd eraill yn ei weld").click()
    look(mair, "as everybody will see it")

    nobody = visit("", "en", dark=True)
    nobody.go("/sign-in").get_by_label("Your e-mail address").fill("nobody@pleth.example")
    nobody.page.get_by_role("button", name="Send me the mail").click()
    look(nobody, "six digits")
    nobody.read_mail("nobody@pleth.example")
    look(nobody, "a mail")
    place = members.invite(house.workspace, ours.act("Mair"), side="citizen", name="Elin")
    nobody.go(f"/join/{place.secret}")
    look(nobody, "a place is kept")
    nobody.read_mail("elin.axe@pleth.example").get_by_role("main").get_by_role("link", name=re.compile("en.join")).click()
    nobody.sees(nobody.page.get_by_text("elin.axe@pleth.example"))
    look(nobody, "a place is kept, by mail")
    assert found == [], "\n".join(found)


def test_axe_would_say_so(visit: Callable[..., Visit]) -> None:
    """The rule on the size of targets is off unless asked for: here are two links of a few pixels, an unlabelled field and pale words."""
    there = visit()
    there.page.goto("about:blank")
    there.page.set_content(
        "<html lang=cy><title>t</title><body style='font:8px sans-serif'><a href=/a>a</a> <a href=/b>b</a><input><p style='color:#ccc'>gwelw</p></body></html>"
    )
    said = " ".join(violations(there))
    assert all(rule in said for rule in ("target-size", "label", "color-contrast"))


def violations(there: Visit) -> list[str]:
    """What axe says of the page that is open. A button that was just pressed may still be leading to it, which takes axe away from under us."""
    for _ in range(5):
        there.page.wait_for_load_state()
        try:
            if there.page.evaluate("!window.axe"):
                there.page.evaluate(AXE_SCRIPT)
            answer = there.page.evaluate(RUN, RULES)
        except Error:
            there.page.wait_for_timeout(300)
            continue
        return [f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for each in answer for node in each["nodes"][:3]]
    pytest.fail("the page never stood still")


def narrowed(page: Page) -> int:
    """How wide the page is in a window as narrow as the narrowest phone."""
    page.set_viewport_size(NARROW)
    return int(page.evaluate("document.documentElement.scrollWidth"))
