"""Answers: pages, parts of pages, JSON, CSV, and where to go after a press of a button. The only place that asks for htmx or the format."""

import csv as csv_files
import gzip
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import msgspec
from litestar import Litestar, Request, Response
from litestar.types import Receive, Scope, Send
from markupsafe import Markup

from workspace.application import Receipt
from workspace.languages import LANGUAGES, translator
from workspace.refusals import NotFound

from .auth import guest_cookie, is_secure, session_token, signed_in, workspace
from .kept import NOTHING_KEPT
from .languages import sendable
from .languages import to as address_of
from .page import Page
from .repeated import REPEATED
from .templating import environment

HTML = "text/html"
POSITION = "position"
WORTH_PACKING = 1000
_json = msgspec.json.Encoder(enc_hook=str)

Answer = Response[Any]
Context = Any


class Whole(Response[bytes]):
    """A page that is ready to go. Litestar's own way makes each header anew several times over, which takes as long as asking the database who reads."""

    def to_asgi_response(self, app: Litestar | None, request: Request[Any, Any, Any], **how: Any) -> Any:
        return super().to_asgi_response(app, request, **how) if self.cookies else self._send

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 Litestar hands them over by these names
        headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(self.content))]
        headers += [(name.lower().encode(), value.encode("latin-1")) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": self.status_code or 200, "headers": headers})
        await send({"type": "http.response.body", "body": self.content, "more_body": False})


@dataclass(frozen=True, slots=True)
class Table:
    """What a page gives as .csv: the columns with their labels, and rows as dataclasses or dicts."""

    columns: Mapping[str, str]
    rows: Iterable[Any]


def page(request: Request[Any, Any, Any], template: str, context: Context = None, *, status: int = 200, table: Callable[[], Table] | None = None) -> Answer:
    """The whole page; or its context as JSON, or its table as CSV, where that was asked for. `context` is a dataclass or a dict.
    Refused: NotFound, where CSV was asked for and there is no table, or a calendar, which pages answer themselves."""
    state = request.scope["state"]
    kept = state.get("kept", NOTHING_KEPT)
    status = state.get("status", status)
    if state["format"] == "ics" or (state["format"] == "csv" and table is None):
        raise NotFound
    if state["format"] == "csv" and table is not None:
        return csv(request, table())
    if state["format"] == "json":
        return json(_values(context), status=status)
    return html(request, template, {**_values(context), "kept": kept}, status=status)


def alike(request: Request[Any, Any, Any], template: str, made: Callable[..., Context], *read: Any, table: Callable[[], Table] | None = None) -> Answer:
    """A page of which most readers see the same, so that it is made once for them (web/repeated.py). `made(*read)` is its context: a function of a module,
    which knows nothing but what was read, since by that alone another reader's page is told to be the same."""
    state = request.scope["state"]
    if state["format"] != "html" or state.get("kept", NOTHING_KEPT) is not NOTHING_KEPT:
        return page(request, template, made(*read), table=table)
    frame, is_packed = state.get("frame"), _may_be_packed(request)
    frame = frame and frame.for_somebody

    def told() -> dict[str, Any]:
        return {"frame": frame, **_values(made(*read)), "kept": NOTHING_KEPT}

    shown, written = Page(request, signed_in(request)), environment(state["language"]).get_template(template)
    return _whole(request, REPEATED.page(written, (frame, read), told, shown, is_packed=is_packed), 200, is_packed=is_packed)


def partial(request: Request[Any, Any, Any], template: str, context: Context = None, *, status: int = 200) -> Answer:
    """A part of a page by itself: the same template that the page includes."""
    return page(request, template, context, status=status)


def part(request: Request[Any, Any, Any], template: str, context: Context) -> Markup:
    """A part of a page as markup, for a page that shows several of them beside each other. No form in it was sent."""
    state = request.scope["state"]
    told = {**_values(context), "kept": NOTHING_KEPT, "page": Page(request, signed_in(request)), "frame": state.get("frame")}
    return Markup(environment(state["language"]).get_template(template).render(told))


def moved_on(request: Request[Any, Any, Any], receipt: Receipt | None = None, *, to: str, part: str | None = None) -> Answer:
    """It is done: go to the neutral path `to`, which waits until what was done can be read. htmx fetches `part` instead, where there is one.
    JSON: 201 (200 when it had been done before) with the id, the position and the address."""
    state = request.scope["state"]
    goal = part if part and request.headers.get("hx-request") == "true" else to
    there = sendable(address_of(goal, state["language"]))
    if state["format"] == "json":
        said = {"id": receipt.id, "position": receipt.position, "already": receipt.already} if receipt else {}
        answer = json({**said, "address": there}, status=200 if receipt is None or receipt.already else 201)
        answer.headers["Location"] = there
    else:
        answer = Response(b"", status_code=303, headers={"Location": there, "Cache-Control": "no-store"}, media_type=HTML)
    return after(request, receipt, answer) if receipt else answer


def after(request: Request[Any, Any, Any], receipt: Receipt, answer: Answer) -> Answer:
    """An answer after which this browser's next page waits until what was done can be read."""
    position, secure = str(receipt.position), "; Secure" if is_secure(workspace(request)) else ""
    answer.headers["Pleth-Position"] = position
    answer.headers["Set-Cookie"] = f"{POSITION}={position}; HttpOnly; Max-Age=60; Path=/; SameSite=lax{secure}"
    return answer


def html(request: Request[Any, Any, Any], template: str, context: dict[str, Any], *, status: int = 200) -> Answer:
    state = request.scope["state"]
    told = {"frame": state.get("frame"), **context, "page": Page(request, signed_in(request))}
    content = environment(state["language"]).get_template(template).render(told).encode()
    is_packed = len(content) > WORTH_PACKING and _may_be_packed(request)
    return _whole(request, gzip.compress(content, 1, mtime=0) if is_packed else content, status, is_packed=is_packed)


def _whole(request: Request[Any, Any, Any], content: bytes, status: int, *, is_packed: bool) -> Answer:
    is_own = session_token(request) or guest_cookie(request) in request.cookies
    headers = {"Vary": "HX-Request, Cookie, Accept-Encoding", "Cache-Control": "private, no-store" if is_own else "no-cache"}
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    return Whole(content, status_code=status, headers=headers, media_type=HTML)


def _may_be_packed(request: Request[Any, Any, Any]) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def in_each_language(request: Request[Any, Any, Any], template: str, context: dict[str, Any]) -> dict[str, Markup]:
    """A part of a page in each language: for paper that all can read."""
    context = {**context, "frame": request.scope["state"].get("frame")}
    return {language: Markup(environment(language).get_template(template).render(context)) for language in LANGUAGES}


def plain(request: Request[Any, Any, Any], template: str, context: dict[str, Any]) -> dict[str, str]:
    """The same as words alone: for data, which then says what the page says."""
    return {language: part.striptags() for language, part in in_each_language(request, template, context).items()}


def json(value: Any, *, status: int = 200, media_type: str = "application/json") -> Answer:
    return Response(_json.encode(value), status_code=status, media_type=media_type, headers={"Cache-Control": "no-store"})


def csv(request: Request[Any, Any, Any], table: Table) -> Answer:
    """UTF-8 with a mark for spreadsheets. A cell that a spreadsheet would run as a formula is led by an apostrophe."""
    language = request.scope["state"]["language"]
    file = io.StringIO()
    writer = csv_files.writer(file)
    writer.writerow(_cell(label, language) for label in table.columns.values())
    for row in table.rows:
        values = row if isinstance(row, Mapping) else _values(row)
        writer.writerow(_cell(values[name], language) for name in table.columns)
    content = "\ufeff" + file.getvalue()
    return Response(content.encode(), media_type="text/csv", headers={"Content-Disposition": "attachment", "Cache-Control": "no-store"})


def _cell(value: object, language: str) -> str:
    if isinstance(value, Mapping):  # words in several languages
        value = value.get(language) or next(iter(value.values()), "")
    if isinstance(value, (list, tuple)):
        value = translator(language).joined(value)
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not text.lstrip("-").isdigit() else text


def _values(context: Context) -> dict[str, Any]:
    """The fields of a dataclass as they are (templates and msgspec know dataclasses), or a dict's."""
    if is_dataclass(context):
        return {f.name: getattr(context, f.name) for f in fields(context)}
    return dict(context or {})
