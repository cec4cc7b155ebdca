"""What a template knows of the request."""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from litestar import Request
from markupsafe import Markup

from workspace.devices import SignedIn

from .auth import csrf_token, session_token, workspace
from .languages import to, twin

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
        "_hidden",
        "_request",
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
        self._hidden: Markup | None = None
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
        """The fields that every form carries: the session's token and the id of this press of the button."""
        return self.csrf() + Markup(f'<input type="hidden" name="command" value="{self.command()}">')

    def csrf(self) -> Markup:
        """The session's token alone, for a form with many buttons that each carry their own `command`."""
        if self._hidden is None:
            token = csrf_token(self._request)
            self._hidden = Markup(f'<input type="hidden" name="csrf" value="{token}">' if token else "")
        return self._hidden

    def command(self) -> str:
        self._commands = (self._commands + 1) % LONGEST_ID
        return f"{self._commands:032x}"
