"""Whose idea was answered, or used in a proposal, is told."""

from uuid import UUID

from aggregates.idea import Idea
from aggregates.proposal import Proposal

from ..base import Rows
from .telling import ids, is_news, tell

IDEA_ANSWERED, IDEA_USED = "idea answered", "idea used"

SCHEMA = """
create table outbox_ideas (id uuid primary key, author uuid not null, words uuid not null);
"""


def posted(rows: Rows, e: Idea.Posted) -> None:
    rows.insert("outbox_ideas", id=e.originator_id, author=e.by.author, words=e.words.id)


def reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("outbox_ideas", e.originator_id, words=e.words.id)


def answered(rows: Rows, e: Idea.Answered) -> None:
    if not is_news(e):
        return
    author, words = rows.of("outbox_ideas", e.originator_id, "author", "words")
    if author != e.by.author:
        tell(rows, e, IDEA_ANSWERED, [author], by=e.by.author, idea=e.originator_id, words=[words], answer=[e.words.id])


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    if not e.ideas or not is_news(e):
        return
    ideas: dict[UUID, list[UUID]] = {}
    found = [rows.of("outbox_ideas", idea, "author", "words") for idea in sorted(set(e.ideas))]
    for author, words in filter(None, found):
        ideas.setdefault(author, []).append(words)
    for author, used in ideas.items():
        if author != e.by.author:
            tell(rows, e, IDEA_USED, [author], by=e.by.author, proposal=e.originator_id, title=ids(e.title), words=used)


HANDLERS = {Idea.Posted: posted, Idea.Reworded: reworded, Idea.Answered: answered, Proposal.Drafted: drafted}
