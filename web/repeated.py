"""Parts of a page that come out alike for most readers: made once from the same values, then repeated, for ten minutes at most.

Nothing here can be stale or seen by somebody who may not: the values were read for this very page, under its reader's own rights, and all of them are
the key (a digest of them, since they take as much room as what is made of them). Ten minutes, so that words that were erased do not stay in memory.
"""

import secrets
import time
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2.runtime import Macro
from markupsafe import Markup

from .markdown import kept

if TYPE_CHECKING:
    from .page import Page

MOST = 10_000_000
"""Characters that are kept."""
LASTS = 600.0
COMMAND = f"command {secrets.token_hex(16)}"
"""Stands where each copy has a command id of its own. Nobody can write it into their words, since nobody knows it."""


class Repeated:
    """One for each language; templates know it as `repeated`."""

    def __init__(self) -> None:
        self._parts: dict[bytes, tuple[str, str]] = {}
        self._until, self._size = 0.0, 0
        self._pack = msgspec.msgpack.Encoder(enc_hook=_plainly).encode

    def __call__(self, part: Macro, page: "Page", things: Iterable[Any], *values: Any) -> Markup:
        """What the macro makes of each thing: `part(command, thing, *values)`. It may depend on nothing else; its name is the only one of its kind."""
        if time.monotonic() > self._until or self._size > MOST:
            self._parts, self._until, self._size = {}, time.monotonic() + LASTS, 0
            kept.cache_clear()
        same, made = blake2b(self._pack((part.name, values)), digest_size=32), []
        for thing in things:
            said = same.copy()
            said.update(self._pack(thing))
            halves = self._parts.get(key := said.digest())
            if halves is None:
                before, _, after = str(part(COMMAND, thing, *values)).partition(COMMAND)
                halves = self._parts[key] = before, after
                self._size += len(before) + len(after)
            before, after = halves
            made.append(before + page.command() + after if after else before)
        return Markup("\n".join(made))


def _plainly(said: Markup) -> tuple[str, str]:
    """Never the same as words that are still to be escaped."""
    return "html", str(said)
