"""How a proposal is worded: which words are new, who wrote which of them, and where its paragraphs went."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from aggregates.base import Act, Text
from aggregates.credit import Credit, carried
from aggregates.errors import Empty
from aggregates.proposal import Credits, Moved, Proposal

from .application import Words, Workspace
from .paragraphs import moves
from .texts import clean, read, write

LONGEST = {"title": 200, "summary": 1000, "body": 20000}

Parts = Mapping[str, Mapping[str, str]]
"""title, summary, body -> language -> words as somebody wrote them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Words that a proposal has now. `body` is empty where they were erased."""

    text: Text
    body: str
    credit: Credit


@dataclass(frozen=True, slots=True)
class Wording:
    said: dict[str, list[Text]]
    words: list[Words]  # those that are new
    credits: Credits
    moved: Moved
    body: dict[str, str]


def standing(workspace: Workspace, proposal: Proposal, *, also_hidden: bool = True) -> dict[str, dict[str, Standing]]:
    """Part -> language -> the words of the newest version (one statement)."""
    parts = {"title": proposal.title, "summary": proposal.summary, "body": proposal.bodies[proposal.text_version]}
    found = read(workspace, [text for texts in parts.values() for text in texts], also_hidden=also_hidden)
    return {
        part: {text.language: Standing(text, found.get(text.id, ""), proposal.credits.get(part, {}).get(text.language, [])) for text in texts}
        for part, texts in parts.items()
    }


def worded(by: Act, parts: Parts, before: Mapping[str, Mapping[str, Standing]], *, author: UUID | None = None, afresh: bool = False) -> Wording:
    """The wording that grows out of one `before` ({}: out of nothing). New words are `author`'s, or the actor's; unchanged ones stay the same text,
    unless all shall be written `afresh`. Refused: BadWords."""
    made = Wording({}, [], {}, {}, {})
    for part, texts in parts.items():
        cleaned = {language: body for language, text in texts.items() if (body := clean(text, longest=LONGEST[part]))}
        if not cleaned:
            raise Empty
        stood = before.get(part, {})
        made.credits[part] = {language: _credit(stood.get(language), body, author or by.author) for language, body in cleaned.items()}
        made.said[part] = [_said(made, by, stood.get(language), body, language, author, afresh) for language, body in cleaned.items()]
    made.body.update({language: text.strip() for language, text in parts["body"].items()})
    gone = {language: (each.body, clean(parts["body"].get(language, ""), longest=LONGEST["body"])) for language, each in before.get("body", {}).items()}
    made.moved.update({language: moves(was, now) for language, (was, now) in gone.items() if was != now})
    return made


def _credit(stood: Standing | None, body: str, author: UUID) -> Credit:
    return carried(stood.body if stood else "", stood.credit if stood else [], body, author)


def _said(made: Wording, by: Act, stood: Standing | None, body: str, language: str, author: UUID | None, afresh: bool) -> Text:
    if stood and stood.body == body and not afresh:
        return stood.text
    words = write(body, by, language=language, longest=LONGEST["body"])
    made.words.append(replace(words, owner=author or by.author))
    return words.reference
