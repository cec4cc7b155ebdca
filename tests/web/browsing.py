"""A reader with a browser: opens pages, finds a form by its address, fills it in and presses its button."""

from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from httpx import Response
from litestar import Litestar
from litestar.testing import TestClient

from workspace import devices
from workspace.application import Workspace


class Reader:
    """`reader.open("/en/...")`, then `reader.press("/en/...", text="...")`: the form on that page that is sent there."""

    def __init__(self, client: TestClient[Litestar], workspace: Workspace) -> None:
        self.client, self.workspace = client, workspace
        self.page: Response | None = None

    def sign_in(self, account: UUID) -> "Reader":
        with self.workspace.pool.connection() as db:
            cookie = devices.start(db, self.workspace.settings.secret, account, "a test")
        self.client.cookies.set("session", cookie)
        return self

    def open(self, path: str, **headers: str) -> Response:
        """The page with everything that was done so far, also by commands of the test itself."""
        seen = {"accept": "text/html", "pleth-position": str(self.workspace.head())}
        self.page = self.client.get(path, headers={**seen, **headers})
        return self.page

    def press(self, address: str, follow: bool = True, files: dict[str, Any] | None = None, **values: Any) -> Response:
        """Send the page's form for `address` with everything it holds, changed by `values`; `files`: name -> (file name, bytes)."""
        assert self.page is not None, "open a page first"
        forms = forms_of(self.page.text)
        assert address in forms, f"no form for {address}, only for {sorted(forms)}"
        sent = {name: value for name, value in {**forms[address], **values}.items() if name not in (files or {})}
        self.page = self.client.post(address, data=sent, files=files, headers={"accept": "text/html"}, follow_redirects=follow)
        return self.page


def forms_of(html: str) -> dict[str, dict[str, str]]:
    """The forms of a page that are sent by POST: address -> fields as they stand."""
    found = _Forms()
    found.feed(html)
    return found.forms


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.fields: dict[str, str] | None = None
        self.area = ""
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and said.get("method") == "post":
            self.fields = self.forms.setdefault(said.get("action", ""), {})
        if self.fields is None:
            return
        name = said.get("name", "")
        if tag == "input" and name and (said.get("type") not in ("radio", "checkbox") or "checked" in said):
            self.fields[name] = said.get("value", "")
        elif tag == "textarea":
            self.area, self.fields[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in said or self.select not in self.fields):
            self.fields[self.select] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area and self.fields is not None:
            self.fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.fields = None
        elif tag == "textarea" and self.fields is not None:
            self.fields[self.area] = self.fields[self.area].removeprefix("\n")
            self.area = ""
        elif tag == "select":
            self.select = ""
