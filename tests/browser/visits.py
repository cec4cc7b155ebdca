"""Somebody's browser: a context of its own, watched for what must never happen on any page."""

import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

from web.languages import to

from .houses import House, has_caught_up

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1200, "height": 900}
NARROW = {"width": 320, "height": 640}
PATIENCE = 15_000  # milliseconds; two busy cores


@dataclass
class Visit:
    """One person at one browser. `wrong` collects console errors, breaches of the policy, answers of 500 and requests to other hosts."""

    house: House
    context: BrowserContext
    page: Page
    language: str
    wrong: list[str] = field(default_factory=list)
    may_fail: bool = False
    is_turned_away: bool = False

    def __post_init__(self) -> None:
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", self._asked)
        self.context.on("response", self._answered)
        self.context.on("console", self._said)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))

    def go(self, path: str) -> Page:
        """To a page by its neutral path, in this person's language, once what was done beside the browser can be read."""
        has_caught_up(self.house.workspace)
        address = self.house.address + to(path, self.language)
        answer = self.page.goto(address)
        self.is_turned_away = answer is not None and (answer.status >= 400 or "/sign-in" in answer.url or "/mewngofnodi" in answer.url)
        return self.page

    def sees(self, what: Locator) -> None:
        """What was done a moment ago stands on the page, if need be after loading it again (a busy machine says "still updating")."""
        until = time.monotonic() + PATIENCE / 1000
        while True:
            try:
                expect(what).to_be_visible(timeout=2_000)
                return
            except AssertionError:
                if time.monotonic() > until:
                    raise
                self.page.reload()

    def read_mail(self, email: str, ordinal: int = 0) -> Page:
        """A mail of this address in the post of the demo, the newest or an older one: it comes within seconds."""
        until = time.monotonic() + PATIENCE / 1000
        while not (found := self.house.mail_to(email, ordinal)) and time.monotonic() < until:
            time.sleep(0.1)
        return self.go(f"/mail/{found}")

    def digits(self, email: str) -> str:
        """The six digits of a mail to sign in, the first that comes to this address, read in another tab."""
        other = Visit(self.house, self.context, self.context.new_page(), self.language)
        found = re.search(r"\b\d{3} ?\d{3}\b", other.read_mail(email).get_by_role("main").inner_text())
        assert found, "the mail has six digits"
        other.page.close()
        return found.group()

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc not in ("", urlsplit(self.house.address).netloc):
            self.wrong.append(f"left the house: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.wrong.append(f"{response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        """A refusal (4xx) is an answer like any other, though Chromium calls it an error."""
        if message.type == "error" and "the server responded with a status of 4" not in message.text and not self.may_fail:
            self.wrong.append(f"console: {message.text}")


def begin(house: House, chromium: Browser, name: str = "", language: str = "cy", *, dark: bool = False, javascript: bool = True, **more: Any) -> Visit:
    """A new browser, signed in as one of the cast where a name is given."""
    context = chromium.new_context(
        locale=more.pop("locale", f"{language}-GB"),
        viewport=more.pop("viewport", PHONE),
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        reduced_motion="reduce",
        **more,
    )
    cookies = [{"name": "language", "value": language, "url": house.address}]
    if name:
        cookies.append({"name": "session", "value": house.cookie(name), "url": house.address})
    context.add_cookies(cookies)  # type: ignore[arg-type]
    return Visit(house, context, context.new_page(), language)
