"""Pages that come out alike for most readers: made once from the same values, then repeated, for ten minutes at most.

Nothing here can be stale or seen by somebody who may not: the values were read for this very page, under its reader's own rights, and all of them are
the key (a digest of them, since they take as much room as what is made of them). A page is told by what was read for it, before anything is made of
that. What is each reader's own stands in none of it: marks keep its places.
Ten minutes, so that words that were erased do not stay in memory.
"""

import re
import secrets
import time
from collections import deque
from collections.abc import Callable, Mapping
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Template
from markupsafe import Markup

from .markdown import kept
from .packed import as_it_is, packed, together

if TYPE_CHECKING:
    from .page import Page

MOST = 32_000_000
"""Bytes that are kept, in both languages: the oldest go first."""
LASTS = 600.0
MARK = secrets.token_hex(16)
COMMAND, TOKEN, DRAFTS = (f"{MARK} {name}" for name in ("command", "token", "drafts"))
"""Stand where each copy has a command id, a session's token, and the name of somebody's drafts. Nobody can write them into their words, since nobody
knows them."""
MARKS = re.compile(f"({MARK} (?:command|token|drafts))")  # they begin alike, so that it is looked for quickly


class Repeated:
    """One for all pages."""

    def __init__(self) -> None:
        self._kept: dict[bytes, tuple[list[bytes], list[bytes]]] = {}  # pieces, between any two of which stands a mark; and the same packed
        self._made: deque[tuple[float, bytes]] = deque()
        self._size, self._alone = 0, Lock()
        self._pack = msgspec.msgpack.Encoder(enc_hook=_plainly).encode

    def page(self, template: Template, read: Any, told: Callable[[], Mapping[str, Any]], page: "Page", *, is_packed: bool) -> bytes:
        """A whole page, of a template that shows nothing but `page` and what it is `told`, which is made of nothing but what was `read`. `is_packed`: as
        gzip does."""
        self._forget()
        key = blake2b(self._pack((template.name, page.seen, read)), digest_size=32).digest()
        found = self._kept.get(key)
        if found is None:
            pieces = [piece.encode() for piece in MARKS.split(template.render({**told(), "page": page.alike()}))]
            found = self._keep(key, pieces, [piece if place % 2 else packed(piece) for place, piece in enumerate(pieces)])
        return _own(*found, page, is_packed)

    def _keep(self, key: bytes, pieces: list[bytes], blocks: list[bytes]) -> tuple[list[bytes], list[bytes]]:
        with self._alone:
            if key not in self._kept:
                self._kept[key], self._size = (pieces, blocks), self._size + sum(map(len, pieces + blocks))
                self._made.append((time.monotonic(), key))
        return pieces, blocks

    def _forget(self) -> None:
        """What is too old or too much, and with it what people wrote as it was made fit for a page."""
        if self._size <= MOST and not (self._made and self._made[0][0] + LASTS < time.monotonic()):
            return
        with self._alone:
            while self._made and (self._size > MOST or self._made[0][0] + LASTS < time.monotonic()):
                self._size -= sum(sum(map(len, each)) for each in self._kept.pop(self._made.popleft()[1]))
        kept.cache_clear()


def _own(pieces: list[bytes], blocks: list[bytes], page: "Page", is_packed: bool) -> bytes:
    """A copy with what is this reader's own in the place of each mark."""
    own = [page.own(mark) for mark in pieces[1::2]]
    said = [*pieces]
    said[1::2] = own
    if not is_packed:
        return b"".join(said)
    sent = [*blocks]
    sent[1::2] = map(as_it_is, own)
    return together(sent, said)


def _plainly(said: Markup) -> tuple[str, str]:
    """Never the same as words that are still to be escaped."""
    return "html", str(said)


REPEATED = Repeated()
