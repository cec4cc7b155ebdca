"""Whose idea was answered, used in a proposal, joined or set apart is told; and whoever is asked for an answer, of which the clock reminds them
once (workers/clock.py)."""

from typing import Any
from uuid import UUID

from aggregates.idea import Idea
from aggregates.proposal import Proposal

from ..base import Rows
from .telling import ids, is_news, tell

IDEA_ANSWERED, IDEA_USED, ANSWER_ASKED, ANSWER_OWED = "idea answered", "idea used", "answer asked", "answer owed"
IDEAS_JOINED, IDEAS_APART, IDEA_MOVED_ON = "ideas joined", "ideas set apart", "idea moved on"

SCHEMA = """
create table outbox_ideas (id uuid primary key, authors uuid[] not null, words uuid not null);
"""


def posted(rows: Rows, e: Idea.Posted) -> None:
    rows.insert("outbox_ideas", id=e.originator_id, authors=getattr(e, "authors", None) or [e.by.author], words=e.words.id)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("outbox_ideas", e.originator_id, words=e.words.id)


def took_in(rows: Rows, e: Idea.TookIn) -> None:
    authors, words = _known(rows, e.originator_id)
    _, other = _known(rows, e.other)
    both = [*authors, *(author for author in e.authors if author not in authors)]
    rows.set("outbox_ideas", e.originator_id, authors=both)
    _tell(rows, e, IDEAS_JOINED, both, words=[words, other])


def let_go(rows: Rows, e: Idea.LetGo) -> None:
    authors, words = _known(rows, e.originator_id)
    _, other = _known(rows, e.other)
    rows.set("outbox_ideas", e.originator_id, authors=[author for author in authors if author not in e.authors])
    _tell(rows, e, IDEAS_APART, authors, words=[words, other])


def answer_asked(rows: Rows, e: Idea.AnswerAsked) -> None:
    _, words = _known(rows, e.originator_id)
    _tell(rows, e, ANSWER_ASKED, [e.of], words=[words], until_on=e.until_on)


def answered(rows: Rows, e: Idea.Answered) -> None:
    if is_news(e):
        authors, words = _known(rows, e.originator_id)
        kind, on = getattr(e, "kind", ""), getattr(e, "on", None)
        _tell(rows, e, IDEA_ANSWERED, authors, words=[words], answer=[e.words.id], kind=kind, on=on)


def moved_on(rows: Rows, e: Idea.MovedOn) -> None:
    """Whoever made it enough may be one of its authors, and is told too: it is their turn."""
    authors, words = _known(rows, e.originator_id)
    tell(rows, e, IDEA_MOVED_ON, authors, idea=e.originator_id, words=[words])


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    if not e.ideas or not is_news(e):
        return
    ideas: dict[UUID, list[UUID]] = {}
    for found in [_known(rows, idea) for idea in sorted(set(e.ideas))]:
        for author in found[0]:
            ideas.setdefault(author, []).append(found[1])
    for author, used in ideas.items():
        if author != e.by.author:
            tell(rows, e, IDEA_USED, [author], by=e.by.author, proposal=e.originator_id, title=ids(e.title), words=used)


def _tell(rows: Rows, e: Any, occasion: str, members: list[UUID], **refs: Any) -> None:
    """All but whoever did it."""
    tell(rows, e, occasion, [member for member in members if member != e.by.author], by=e.by.author, idea=e.originator_id, **refs)


def _known(rows: Rows, idea: UUID) -> tuple[list[UUID], UUID]:
    """Its authors and its words."""
    authors, words = rows.of("outbox_ideas", idea, "authors", "words") or ([], idea)
    return [UUID(str(author)) for author in authors], words


HANDLERS: dict[type, Any] = {
    Idea.Posted: posted,
    Idea.Reworded: reworded,
    Idea.TookIn: took_in,
    Idea.LetGo: let_go,
    Idea.AnswerAsked: answer_asked,
    Idea.Answered: answered,
    Idea.MovedOn: moved_on,
    Proposal.Drafted: drafted,
}
