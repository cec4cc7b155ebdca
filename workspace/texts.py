"""What people write: made fit for the record, and taken down again. The words are rows of `texts`; events hold the id and a commitment."""

import hmac
import re
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import Act, Text
from aggregates.errors import AlreadyErased, Empty, NotFound, NotHidden, NotYourTask, TooLong, Unreadable
from aggregates.member import Member
from aggregates.words import GROUNDS
from aggregates.words import Words as TakenDown

from .application import Receipt, Words, Workspace, command

LONGEST = 2000
LONGEST_REASON = 1000

_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""Control characters but tab and line feed, and what turns the direction of writing around. Right-to-left scripts need none of them here: pages use dir=auto."""


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


def clean(text: str, *, longest: int = LONGEST) -> str:
    """NFC, one kind of line end, no space around. Refused: TooLong, Unreadable."""
    body = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(body) > longest:
        raise TooLong(longest=longest, length=len(body))
    if _UNREADABLE.search(body):
        raise Unreadable
    return body


def commitment(salt: bytes, body: str) -> str:
    """What an event holds of a text: it binds the words and, without the salt, says nothing of them."""
    return hmac.digest(salt, b"text\0body\0" + body.encode(), "sha256").hex()


@command
def hide(workspace: Workspace, by: Act, text: UUID, kind: str, subject: UUID, reason: str) -> Receipt:
    """Withhold words everywhere at once, with a reason. `kind`: idea, reply, answer, name, ...; `subject`: the stream where they stand. A name goes by
    its member's id. Refused: NotYourTask, NotFound, AlreadyHidden, AlreadyErased, BadWords."""
    _must_be_facilitator(workspace, by)
    owner = _owner(workspace, by, text, kind)
    words = write(reason, by, longest=LONGEST_REASON)
    found = workspace.find(TakenDown, text)
    if found is None:
        found = TakenDown.hide(by, text, owner, kind, subject, words.reference)
    else:
        found.hide_again(by, words.reference)
    return workspace.commit(found, words=[words], also=[_hidden(kind, text, True)])


@command
def show(workspace: Workspace, by: Act, text: UUID, reason: str) -> Receipt:
    """Show words again that were hidden. Refused: NotYourTask, NotHidden, AlreadyErased, BadWords."""
    _must_be_facilitator(workspace, by)
    found = _taken_down(workspace, by, text)
    words = write(reason, by, longest=LONGEST_REASON)
    found.show(by, words.reference)
    return workspace.commit(found, words=[words], also=[_hidden(found.kind, text, False)])


@command
def erase(workspace: Workspace, by: Act, text: UUID, ground: str) -> Receipt:
    """Delete hidden words for good; that it was done, and on which ground, stays. Refused: NotYourTask, NotHidden, AlreadyErased, NotFound."""
    _must_be_facilitator(workspace, by)
    if ground not in GROUNDS:
        raise NotFound
    found = _taken_down(workspace, by, text)
    if not found.is_hidden:
        raise NotHidden
    found.erase(by, ground)
    gone = "update memberships set name = '' where member = %s" if found.kind == "name" else "delete from texts where id = %s"
    return workspace.commit(found, also=[(gone, (text,))])


def _taken_down(workspace: Workspace, by: Act, text: UUID) -> TakenDown:
    found = workspace.find(TakenDown, text)
    if found is None:
        raise NotHidden
    if not found.is_erased:
        _owner(workspace, by, text, found.kind)
    return found


def _owner(workspace: Workspace, by: Act, text: UUID, kind: str) -> UUID:
    """Whose words they are; words of another project do not exist here. Refused: NotFound, AlreadyErased."""
    if kind == "name":
        sql = "select member, project from memberships where member = %s"
    else:
        sql = "select owner, project from texts where id = %s"
    with workspace.reading() as db:
        row: Any = db.execute(sql, (text,)).fetchone()
    if row is None:
        found = workspace.find(TakenDown, text)
        raise AlreadyErased if found is not None and found.is_erased else NotFound
    if row[1] != by.project:
        raise NotFound
    owner: UUID = row[0]
    return owner


def _hidden(kind: str, text: UUID, is_hidden: bool) -> tuple[str, tuple[bool, UUID]]:
    if kind == "name":
        return "update memberships set is_hidden = %s where member = %s", (is_hidden, text)
    return "update texts set is_hidden = %s where id = %s", (is_hidden, text)


def _must_be_facilitator(workspace: Workspace, by: Act) -> None:
    if "facilitator" not in workspace.load(Member, by.member).tasks:
        raise NotYourTask(task="facilitator")
