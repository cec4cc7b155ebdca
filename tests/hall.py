"""A hall full of phones that come by a code over HTTP, each with its cookie, its open stream and the forms of its page; and what those who lead have open.
Each does what the script of our pages does."""

import asyncio
import re
import time
import zlib
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.evening import Evening
from tests.web.browsing import forms_of
from workspace import attending

SETTLES, FETCHED_AGAIN = 0.12, 0.3
"""Seconds that a page waits for more changes before it fetches (pleth.js), and that somebody without an answer waits before they press again."""
SAW, CHANGES = re.compile(r'hx-get="([^"]+/now\?saw=[^"]+)"'), re.compile(r'data-changes="([^"]+)"')
PARTS = re.compile(r'<[^>]*hx-get="([^"]+)"[^>]*hx-trigger="([^"]+)"|<[^>]*hx-trigger="([^"]+)"[^>]*hx-get="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return (zlib.decompress(self.body, 31) if self.headers.get("content-encoding") == "gzip" else self.body).decode()


class Browser(ABC):
    """One browser with one connection for pages, and one for its stream."""

    def __init__(self, host: str, cookie: str = "") -> None:
        self.host, self.is_online = host, True
        self.cookies = dict(pair.split("=", 1) for pair in cookie.split("; ") if pair)
        self.page = ""
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._stream: asyncio.StreamWriter | None = None
        self._one_at_a_time = asyncio.Lock()
        self.listening: asyncio.Task[None] | None = None

    async def get(self, path: str, **headers: str) -> Answer:
        return await self._ask("GET", path, b"", headers)

    async def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        return await self._ask("POST", path, urlencode(fields).encode(), {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{self.host}"})

    def form(self, ending: str, **said: str) -> tuple[str, dict[str, str]]:
        """The form of the page whose address ends so, filled in: it can be sent more than once, and is one press."""
        for address, fields in forms_of(self.page).items():
            if address.endswith(ending):
                return address, {**fields, **said}
        raise LookupError(f"no form for {ending} in {sorted(forms_of(self.page))}")

    async def press(self, address: str, fields: Mapping[str, str], patience: float = 60.0) -> Answer:
        """Send it until it is answered, as the page does with what was not sent yet."""
        until = time.monotonic() + patience
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                answer = await self.post(address, fields)
                if answer.status != 503:
                    return answer
            if time.monotonic() > until:
                raise TimeoutError(f"{address} was not answered within {patience} seconds")
            await asyncio.sleep(FETCHED_AGAIN)

    async def events(self, path: str) -> asyncio.StreamReader:
        """A stream that has begun."""
        if not self.is_online:
            raise ConnectionError("no network")
        if self._stream is not None:
            self._stream.close()
        name, port = self.host.split(":")
        reader, self._stream = await asyncio.open_connection(name, int(port))
        self._stream.write(self._head("GET", path, {"accept": "text/event-stream"}))
        if b" 200 " not in await reader.readuntil(b"\r\n\r\n"):
            raise ConnectionError(path)
        return reader

    def listen(self) -> None:
        self.listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        """The stream, opened again whenever it breaks, from what was heard last, as a browser does."""
        since = ""
        while True:
            with suppress(OSError, asyncio.IncompleteReadError):
                there = self._changes()
                reader = await self.events(there + (since and f"{'&' if '?' in there else '?'}since={since}"))
                async for line in reader:
                    if line.startswith(b"id: "):
                        since = line[4:].decode().strip()
                    if line.startswith(b"event: "):
                        await asyncio.sleep(SETTLES)
                        await self._told(line[7:].decode().strip())
            await asyncio.sleep(FETCHED_AGAIN)

    def _changes(self) -> str:
        found = CHANGES.search(self.page)
        assert found is not None, self.page
        return found[1].replace("&amp;", "&")

    @abstractmethod
    async def _told(self, name: str) -> None:
        """A read model of this name changed."""

    def lose_network(self) -> None:
        self.is_online = False
        self.close()

    async def leave(self) -> None:
        if self.listening:
            self.listening.cancel()
            await asyncio.wait([self.listening])
        self.close()

    def close(self) -> None:
        self._hang_up()
        if self._stream is not None:
            self._stream.close()
        self._stream = None

    def _hang_up(self) -> None:
        if self._open is not None:
            self._open[1].close()
        self._open = None

    async def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        async with self._one_at_a_time:
            if not self.is_online:
                raise ConnectionError("no network")
            try:
                return await self._answer(method, path, body, headers)
            except BaseException:
                self._hang_up()
                raise

    async def _answer(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        if self._open is None or self._open[0].at_eof():
            self._hang_up()
            name, port = self.host.split(":")
            self._open = await asyncio.open_connection(name, int(port))
        reader, writer = self._open
        length = {"content-length": str(len(body))} if method == "POST" else {}
        writer.write(self._head(method, path, {"accept": "text/html", "accept-encoding": "gzip", **headers, **length}) + body)
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        found = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}
        found_body = await reader.readexactly(int(found.get("content-length", "0")))
        for name, _, value in (line.partition(": ") for line in lines):
            if name.lower() == "set-cookie":
                self.cookies.update([value.partition(";")[0].split("=", 1)])
        return Answer(int(first.split()[1]), found, found_body)

    def _head(self, method: str, path: str, headers: Mapping[str, str]) -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in {"language": "en", **self.cookies}.items())
        said = {"host": self.host, "accept-language": "en", "sec-fetch-site": "same-origin", "cookie": cookies, **headers}
        return "\r\n".join([f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in said.items()), "", ""]).encode()


class Phone(Browser):
    """Somebody at /here."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.here = ""
        self.shown_at = 0.0  # by perf_counter, what the page shows now
        self.shown = asyncio.Event()

    async def come(self, code: str, name: str, side: str) -> None:
        """Through the door: scan, read, say who one is, arrive."""
        self.page = (await self.get(f"/en/s/{code}")).text
        answer = await self.press(*self.form(f"/s/{code}", name=name, side=side, how="room"))
        if answer.status != 303:
            raise LookupError(answer.text)
        self.here = answer.headers["location"].partition("?")[0]
        await self.look()

    async def look(self) -> None:
        self._show((await self.get(self.here)).text)

    async def until(self, shown: str, within: float = 60.0) -> None:
        """Until the page shows this."""

        async def wait() -> None:
            while shown not in self.page:
                self.shown.clear()
                await self.shown.wait()

        await asyncio.wait_for(wait(), within)

    async def _told(self, name: str) -> None:
        if name != "agendas":
            return
        found = SAW.search(self.page)
        answer = await self.get(found[1].replace("&amp;", "&") if found else f"{self.here}/now", **{"hx-request": "true"})
        if "hx-redirect" in answer.headers:
            await self.look()
        elif answer.status == 200:
            self._show(self.page[: self.page.index(">", self.page.index("<main")) + 1] + answer.text)

    def _show(self, page: str) -> None:
        self.page = page
        self.shown_at = time.perf_counter()
        self.shown.set()


class Wall(Browser):
    """A console or a big screen: whatever part of it says that it shows what changed is fetched again."""

    def __init__(self, host: str, cookie: str, address: str) -> None:
        super().__init__(host, cookie)
        self.address, self.fetched = address, 0

    async def look(self) -> None:
        answer = await self.get(self.address)
        if answer.status != 200:
            raise LookupError(answer.text)
        self.page = answer.text

    async def _told(self, name: str) -> None:
        """Once for each part that shows it."""
        for one in PARTS.finditer(self.page):
            there, triggers = (one[1], one[2]) if one[1] else (one[4], one[3])
            if name in re.findall(r"sse:(\w+)", triggers):
                answer = await self.get(there.replace("&amp;", "&"), **{"hx-request": "true"})
                self.fetched += 1
                if answer.status == 200:
                    self.page = answer.text


def let_in(evening: Evening, phones: Sequence[Phone]) -> None:
    """All who wait, at once."""
    workspace = evening.gathering.workspace
    guests = [attending.guest(workspace, phone.cookies["guest"]) for phone in phones]
    attending.let_in(workspace, evening.act("Mair"), evening.id, *[guest.member for guest in guests if guest])
