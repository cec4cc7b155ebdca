"""What people write, before it is stored: cleaned, measured, sealed by a commitment."""

import unicodedata
from collections.abc import Mapping
from secrets import token_bytes
from uuid import uuid4

from aggregates.base import Act
from aggregates.errors import Empty, TooLong, Unreadable

from .application import Words

LONGEST = 2000
TURNS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Characters that turn the direction of writing for what follows: a sentence could read otherwise than it was written. Arabic and Hebrew need none of them."""


def clean(text: str, *, longest: int = LONGEST) -> str:
    """In one normal form (NFC), lines ended by newline alone, no space around. Refused: TooLong, Unreadable."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > longest:
        raise TooLong(longest=longest, length=len(text))
    for character in text:
        if (unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t") or ord(character) in TURNS:
            raise Unreadable
    return text


def write(text: str, by: Act, *, language: str | None = None, longest: int = LONGEST) -> Words:
    """Words for the table of words, under a fresh id; in the language of the act, where none is said. Refused: Empty, TooLong, Unreadable."""
    body = clean(text, longest=longest)
    if not body:
        raise Empty
    return Words(uuid4(), by.project, by.author, language or by.language, token_bytes(32), body, by.happened_at)


def write_each(texts: Mapping[str, str], by: Act, *, longest: int = LONGEST, required: bool = True) -> list[Words]:
    """One for each language that has words. Refused: Empty, when none has and one is required."""
    written = [write(text, by, language=language, longest=longest) for language, text in sorted(texts.items()) if text.strip()]
    if required and not written:
        raise Empty
    return written
