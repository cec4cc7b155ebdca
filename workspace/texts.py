"""What people write, made fit for the record. The words are rows of `texts`; events hold the id and a commitment."""

import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid4

from aggregates.base import Act, Text
from aggregates.errors import Empty, TooLong, Unreadable

from .application import Words, Workspace

LONGEST = 2000

_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""Control characters but tab and line feed, and what turns the direction of writing around; right-to-left scripts need none of them here."""

_LINE_END = re.compile(r"\r\n|[\r\u2028\u2029]")
_UNSEEN = {"Cc", "Cf", "Me", "Mn", "Zl", "Zp", "Zs"}  # kinds of signs that show nothing by themselves
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters that are drawn as nothing


def write(text: str, by: Act, *, language: str | None = None, longest: int = LONGEST) -> Words:
    """Words ready to be committed, owned by the act's author. Refused: Empty, TooLong, Unreadable."""
    body = clean(text, longest=longest)
    if not body:
        raise Empty
    id, salt, language = uuid4(), secrets.token_bytes(32), language or by.language
    return Words(id, by.project, by.author, language, salt, body, Text(id, language, commitment(salt, body)))


def write_each(texts: Mapping[str, str], by: Act, *, longest: int = LONGEST, required: bool = True) -> list[Words]:
    """The same words in several languages, {language: text}; empty ones are left out. Refused: as `write`; Empty when all are empty, if `required`."""
    written = [write(text, by, language=language, longest=longest) for language, text in texts.items() if text.strip()]
    if required and not written:
        raise Empty
    return written


def read(workspace: Workspace, texts: Iterable[Text], *, also_hidden: bool = False) -> dict[UUID, str]:
    """The words of these texts (one statement); without those that were erased or, unless asked for, taken down."""
    with workspace.reading() as db:
        sql = "select id, body from texts where id = any(%s) and (not is_hidden or %s)"
        return dict(db.execute(sql, ([text.id for text in texts], also_hidden)).fetchall())


def clean(text: str, *, longest: int = LONGEST) -> str:
    """NFC, one kind of line end, no space around; empty where nothing could be seen. Refused: TooLong, Unreadable."""
    body = unicodedata.normalize("NFC", _LINE_END.sub("\n", text)).strip()
    if len(body) > longest:
        raise TooLong(longest=longest, length=len(body))
    if _UNREADABLE.search(body):
        raise Unreadable
    return body if can_be_seen(body) else ""


def commitment(salt: bytes, body: str) -> str:
    """What an event holds of a text: it binds the words and, without the salt, says nothing of them."""
    return hmac.digest(salt, b"text\0body\0" + body.encode(), "sha256").hex()


def can_be_seen(text: str) -> bool:
    return any(unicodedata.category(sign) not in _UNSEEN and sign not in _BLANK for sign in text)
