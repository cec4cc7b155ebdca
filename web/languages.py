"""The two languages of every address: /cy/prosiectau/... and /en/projects/... reach one handler, written as /projects/...

An ASGI layer around the whole application takes the language and the suffix (.json .csv .txt .ics) off the path, puts them into `request.state`, and sends
a page that was asked for without a language to the one the reader chose; who chose none and whose browser names neither is asked, Welsh first.
"""

import re
from functools import partial
from urllib.parse import quote

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from workspace.languages import LANGUAGES, spoken_in
from workspace.path_words import ENGLISH_WORDS, spelt

FORMATS = ("json", "csv", "txt", "ics")
NEUTRAL = frozenset({"", "static", "schema", "health", "changes", "language", "robots.txt", "favicon.ico", ".well-known"})
"""First words of addresses that have no language of their own. `/` is one of them only to be sent on."""
FIRST_WORD = re.compile("[^/?#]*")


def to(path: str, language: str) -> str:
    """The address of a neutral path in a language; a query and a fragment stay as they are."""
    first = FIRST_WORD.match(path, 1)
    return path if first and first[0] and first[0] in NEUTRAL else f"/{language}{spelt(path, language)}"


def sendable(address: str) -> str:
    """An address fit for a header: whatever somebody typed into it, it begins no line of its own."""
    return quote(address, safe="/?#[]@!$&'()*+,;=:~%", errors="replace")


def inside(path: str) -> str:
    """An address of ours to go on to, never another site's; the first page where it is none."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def neutral(path: str) -> tuple[str | None, str, str]:
    """(language, path in English words, format) of an address."""
    first, _, rest = path[1:].partition("/")
    language = first if first in LANGUAGES else None
    if language is None and first in NEUTRAL and first:
        return None, path, "html"
    words = rest.split("/") if language else path[1:].split("/")
    stem, dot, suffix = words[-1].rpartition(".")
    known = bool(dot and stem) and suffix in FORMATS
    if known:
        words[-1] = stem
    if language == "cy":
        words = _in_english(words)
    return language, "/" + "/".join(words), suffix if known else "html"


def _in_english(words: list[str]) -> list[str]:
    return [ENGLISH_WORDS.get(word, word) for word in words]


class Languages:
    """The outermost layer."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.attributes = "; Path=/; Max-Age=31536000; SameSite=Lax" + ("; Secure" if secure else "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        language, path, suffix = neutral(scope["path"])
        chosen = _cookie(headers.get(b"cookie", ""))
        guessed = chosen or spoken_in(headers.get(b"accept-language", ""))
        wanted = wanted_format(suffix, headers.get(b"accept", ""))
        query = scope["query_string"].decode("latin-1")
        if language is None and path[1:].partition("/")[0] not in NEUTRAL - {""} and scope["method"] in ("GET", "HEAD") and wanted == "html":
            await _redirect(send, scope["path"], query, guessed)
            return
        if language and language != chosen and wanted == "html":
            send = partial(_remembering, send, f"language={language}{self.attributes}".encode())
        scope["state"].update(language=language or guessed or "cy", format=wanted, path=path, query=query, is_chosen=bool(language or chosen))
        scope["path"] = path
        scope["raw_path"] = quote(path).encode()
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # the server leaves the body out by what it was asked
        if scope["method"] == "POST" and "_method=delete" in query:
            scope["method"] = "DELETE"  # forms know only GET and POST
        await self.app(scope, receive, send)


def wanted_format(suffix: str, accept: str) -> str:
    if suffix != "html":
        return suffix
    return "json" if ("application/json" in accept or "application/problem+json" in accept) and "text/html" not in accept else "html"


def twin(path: str, query: str, language: str) -> str:
    """The same place in the other language."""
    return to(path + (f"?{query}" if query else ""), "en" if language == "cy" else "cy")


async def _redirect(send: Send, path: str, query: str, language: str | None) -> None:
    """An address that was typed in Welsh words, without a language, is the same place to whoever reads English."""
    there = quote("/".join(_in_english(path.split("/")))) + (f"?{query}" if query else "")
    address = to(there, language) if language else f"/language?next={quote(there, safe='/')}"
    headers = [
        (b"location", address.encode("latin-1")),
        (b"vary", b"Cookie, Accept-Language"),
        (b"cache-control", b"no-store"),
        (b"content-length", b"0"),
    ]
    await send({"type": "http.response.start", "status": 302, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _remembering(send: Send, cookie: bytes, message: Message) -> None:
    if message["type"] == "http.response.start":
        message["headers"] = [*message["headers"], (b"set-cookie", cookie)]
    await send(message)


def _cookie(header: str) -> str | None:
    said = dict(one.strip().partition("=")[::2] for one in header.split(";")) if "language=" in header else {}
    return said["language"] if said.get("language") in LANGUAGES else None
