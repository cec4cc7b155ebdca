"""What a template knows of the request."""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Request
from markupsafe import Markup

from workspace.devices import SignedIn

from .auth import csrf_token, session_token, workspace
from .languages import to, twin
from .repeated import COMMAND, DRAFTS, TOKEN

LONGEST_ID = 1 << 128
LOOK = "look"
SIZES = ("usual", "larger", "largest")
THEMES = ("device", "light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """`None`: as the page, or the device, has it."""

    size: str | None = None
    theme: str | None = None


USUAL = Look()


def look_of(request: Request[Any, Any, Any]) -> Look:
    """What was chosen on this browser; what cannot be read was not chosen."""
    size, _, theme = request.cookies.get(LOOK, "").partition(".")
    if not size:
        return USUAL
    return Look(size if size in SIZES[1:] else None, theme if theme in THEMES[1:] else None)


class Page:
    """What a template knows of the request: `page` in every template."""

    __slots__ = (
        "_commands",
        "_request",
        "_token",
        "contact",
        "drafts",
        "form",
        "is_demo",
        "is_late",
        "language",
        "other",
        "path",
        "query",
        "signed_in",
        "size",
        "telephone",
        "theme",
        "twin",
    )

    def __init__(self, request: Request[Any, Any, Any], who: SignedIn | None) -> None:
        state = request.scope["state"]
        self._request = request
        self._token: str | None = None
        self._commands = secrets.randbits(128)
        self.language: str = state["language"]
        self.other = "en" if self.language == "cy" else "cy"
        self.form = ""  # where the form that was begun last is sent
        self.path: str = state["path"]
        self.query: str = state["query"]
        self.twin = twin(self.path, self.query, self.language)
        self.signed_in = who
        self.drafts = who.session.hex if who else None if session_token(request) else ""  # whose they are; None where this page cannot tell
        look = look_of(request)
        self.size = look.size
        self.theme = state.get("theme", (who.theme if who else None) or look.theme)
        self.is_late: bool = state.get("is_late", False)
        settings = workspace(request).settings
        self.is_demo, self.contact, self.telephone = settings.demo, settings.contact, settings.telephone

    @property
    def here(self) -> str:
        return to(self.path + (f"?{self.query}" if self.query else ""), self.language)

    @property
    def back(self) -> str:
        """Where signing in leads back to, for a query: this page, with what an answer that was tapped in a mail filled in."""
        return quote(self.path + (f"?{self.query}" if self.query else ""), safe="/")

    def hidden(self) -> Markup:
        """The fields that every form carries: the session's token and the id of this press of the button. A form with several buttons has one id for all
        of them, since each goes to another address."""
        token = self.token()
        said = f'<input type="hidden" name="csrf" value="{token}">' if token else ""
        return Markup(f'{said}<input type="hidden" name="command" value="{self.command()}">')

    def token(self) -> str:
        if self._token is None:
            self._token = csrf_token(self._request)
        return self._token

    def command(self) -> str:
        self._commands = (self._commands + 1) % LONGEST_ID
        return f"{self._commands:032x}"

    @property
    def seen(self) -> tuple[object, ...]:
        """All that a template can learn from it which is not this reader's own (web/repeated.py)."""
        return *(getattr(self, name) for name in SEEN), self.signed_in is None, self.drafts and DRAFTS, bool(self.token())

    def alike(self) -> "Page":
        """The same for everybody who sees the same, with marks in the places of what is each reader's own."""
        return _Alike(self)

    def own(self, mark: bytes) -> bytes:
        """What is this reader's own in the place of a mark."""
        return (self.command() if mark == _COMMAND else self.token() if mark == _TOKEN else self.drafts or "").encode()


_COMMAND, _TOKEN = COMMAND.encode(), TOKEN.encode()
SEEN = tuple(name for name in Page.__slots__ if not name.startswith("_") and name not in ("drafts", "form", "signed_in"))
SOMEBODY = SignedIn(UUID(int=0), UUID(int=0), "", "", None, None)


class _Alike(Page):
    __slots__ = ()

    def __init__(self, page: Page) -> None:
        for name in SEEN:
            setattr(self, name, getattr(page, name))
        self.form, self.signed_in, self.drafts = "", page.signed_in and SOMEBODY, page.drafts and DRAFTS
        self._token = page.token() and TOKEN

    def command(self) -> str:
        return COMMAND
