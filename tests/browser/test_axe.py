"""axe on every page: signed out, a member, a facilitator; Welsh and English; light and dark; phone and desktop.

Six passes over all pages, chosen so that every pair of these meets on every page. Automation finds about a third of what the criteria ask; the rest is
walked by the journeys and by people.
"""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .houses import House
from .pages import pages
from .visits import DESKTOP, PHONE, Visit

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
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
    axe, found, titles = Axe(), [], set[str]()
    for called, path in pages(house.workspace).items():
        page = there.go(path)
        title = page.title()
        if there.is_turned_away and title in titles:
            continue  # the same sentence as before: no such page here, or sign in first
        titles.add(title)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        found += [f"{called}: the id {twice} twice" for twice in page.evaluate(TWICE)]
        found += [f"{called}: {each}" for each in violations(axe, there)]
    assert found == []


def test_axe_would_say_so(visit: Callable[..., Visit]) -> None:
    """The rule on the size of targets is off unless asked for: here are two links of a few pixels, an unlabelled field and pale words."""
    there = visit()
    there.page.goto("about:blank")
    there.page.set_content(
        "<html lang=cy><title>t</title><body style='font:8px sans-serif'><a href=/a>a</a> <a href=/b>b</a><input><p style='color:#ccc'>gwelw</p></body></html>"
    )
    said = " ".join(violations(Axe(), there))
    assert all(rule in said for rule in ("target-size", "label", "color-contrast"))


def violations(axe: Axe, there: Visit) -> list[str]:
    answer: dict[str, Any] = axe.run(there.page, options=RULES).response
    return [f"{each['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for each in answer["violations"] for node in each["nodes"][:3]]
