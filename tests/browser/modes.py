"""Four ways in which the same journey is walked: on a phone in Welsh, on a desktop in English, by keyboard alone, and without JavaScript.

A journey speaks of addresses and fields, which have no language: `eira.sends("/projects/…/ideas", text="…")`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from web.languages import to

from .visits import DESKTOP, PHONE, Visit

MODES: dict[str, dict[str, Any]] = {
    "phone, in Welsh": {"language": "cy", "viewport": PHONE},
    "desktop, in English": {"language": "en", "viewport": DESKTOP},
    "by keyboard": {"language": "cy", "viewport": DESKTOP},
    "without JavaScript": {"language": "en", "viewport": PHONE, "javascript": False},
}
in_every_mode = pytest.mark.parametrize("mode", MODES)
FEW = 20  # times that a page is loaded again
FAR = 250  # presses of Tab; further away nobody finds it


@dataclass
class Person:
    """Somebody at their browser, who finds what they look for in this mode."""

    visit: Visit
    by_keyboard: bool = False

    @property
    def page(self) -> Page:
        return self.visit.page

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    def goes(self, path: str) -> None:
        self.visit.go(path)

    def follows(self, path: str) -> None:
        """The first link of the page to this neutral path, whatever follows in its query."""
        there = to(path, self.visit.language)
        self._press(self._found(self.main.locator(f'a[href="{there}"], a[href^="{there}?"], a[href^="{there}#"]').first))

    def sends(self, path: str, **values: str) -> None:
        """Fill in the form that goes to this neutral path, and press its button."""
        goal = to(path, self.visit.language)
        form = (
            self.main.locator(f'form[method=post][action="{goal}"], form[method=post][action^="{goal}?"]')
            .filter(has=self.page.locator("button:not([name=again]):not([type=button])"))
            .first
        )
        self._open(self._found(form))
        for name, value in values.items():
            self._fill(form, name, value)
        self._press(form.locator("button:not([name=again]):not([type=button])").first)

    def reads(self, words: str) -> None:
        """These words stand on the page, if need be after a moment."""
        self.visit.sees(self.main.get_by_text(re.compile(re.escape(words))).first)

    def does_not_read(self, words: str) -> None:
        expect(self.main.get_by_text(re.compile(re.escape(words)))).to_have_count(0)

    def _found(self, there: Locator) -> Locator:
        """It, on a page that may have to be loaded again: what somebody else did a moment ago is not read yet everywhere."""
        for _ in range(FEW):
            if there.count():
                break
            self.page.wait_for_timeout(300)
            self.page.reload()
        return there

    def _fill(self, form: Locator, name: str, value: str) -> None:
        choice = form.locator(f'[name="{name}"][value="{value}"]:is([type=radio], [type=checkbox])')
        if choice.count():
            return self._choose(form, name, choice)
        one = form.locator(f'[name="{name}"]:not([type=hidden])')
        self._open(one)
        if not self.by_keyboard:
            return one.select_option(value) and None if _is(one, "select") else one.fill(value)
        self._walk(one)
        if _is(one, "select"):
            for _ in range(one.locator("option").count()):
                if one.input_value() == value:
                    return None
                self.page.keyboard.press("ArrowDown")
        if _is(one, "input") and one.get_attribute("type") in ("date", "time"):
            one.fill(value)  # how a day or an hour is typed is the browser's own, and inserted text is not taken there
        else:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(value)
        return expect(one).to_have_value(value)

    def _choose(self, form: Locator, name: str, choice: Locator) -> None:
        self._open(choice)
        if not self.by_keyboard:
            return choice.check()
        if choice.get_attribute("type") == "checkbox":
            self._walk(choice)
            return self.page.keyboard.press("Space")
        group = form.locator(f'[name="{name}"][type=radio]')
        self._walk(group)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if choice.is_checked():
                return None
            self.page.keyboard.press("ArrowDown")
        return expect(choice).to_be_checked()

    def _open(self, there: Locator) -> None:
        """Unfold what it is in."""
        folded = there.locator("xpath=ancestor::details[not(@open)]/summary")
        for index in range(folded.count()):
            summary = folded.nth(index)
            if self.by_keyboard:
                self._walk(summary)
                self.page.keyboard.press("Enter")
            else:
                summary.click()

    def _press(self, there: Locator) -> None:
        self._open(there)
        if self.by_keyboard:
            self._walk(there)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter") if self.by_keyboard else there.click()

    def _walk(self, there: Locator) -> None:
        """Tab until it, or one of them, has the focus."""
        for _ in range(FAR):
            if there.evaluate_all("found => found.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way to {there} by Tab")


def come(visit: Callable[..., Visit], mode: str) -> Callable[..., Person]:
    """`person("Eira")`: her browser, in this mode; without a name somebody who has never been here."""
    return lambda name="": Person(visit(name, **MODES[mode]), mode == "by keyboard")


def _is(one: Locator, tag: str) -> bool:
    return bool(one.evaluate("one => one.tagName") == tag.upper())
