"""Authors of a proposal hear of what is said and suggested about it; whoever suggested a change hears what becomes of it."""

from typing import Any
from uuid import UUID

from aggregates.amendment import Amendment
from aggregates.proposal import Proposal

from ..base import Rows
from .telling import ids, is_news, tell

CHANGE_SUGGESTED, OVERTAKEN, CHANGE_ACCEPTED, CHANGE_DECLINED = "change suggested", "change overtaken", "change accepted", "change declined"
COMMENTED, MADE_AUTHOR = "proposal commented", "made an author"

SCHEMA = """
create table outbox_proposals (id uuid primary key, title uuid[] not null, authors uuid[] not null, thanked uuid[] not null);
create table outbox_amendments (id uuid primary key, proposal uuid not null, author uuid not null, words uuid not null);
"""


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    """Those whose ideas are in it are thanked when it is decided, and those who wrote it."""
    ideas = [rows.of("outbox_ideas", idea, "authors") for idea in sorted(set(e.ideas))]
    thanked = sorted({*e.authors, *(UUID(str(author)) for found in ideas if found for author in found[0])})
    rows.insert("outbox_proposals", id=e.originator_id, title=ids(e.title), authors=e.authors, thanked=thanked)


def revised(rows: Rows, e: Proposal.Revised) -> None:
    rows.set("outbox_proposals", e.originator_id, title=ids(e.title))


def author_added(rows: Rows, e: Proposal.AuthorAdded) -> None:
    title, authors = rows.of("outbox_proposals", e.originator_id, "title", "authors")
    rows.set("outbox_proposals", e.originator_id, authors=[*authors, e.author])
    tell(rows, e, MADE_AUTHOR, [e.author], by=e.by.author, proposal=e.originator_id, title=title)


def author_left(rows: Rows, e: Proposal.AuthorLeft) -> None:
    (authors,) = rows.of("outbox_proposals", e.originator_id, "authors")
    rows.set("outbox_proposals", e.originator_id, authors=[author for author in authors if author != e.by.author])


def commented(rows: Rows, e: Proposal.Commented) -> None:
    if is_news(e):
        title, authors = rows.of("outbox_proposals", e.originator_id, "title", "authors")
        tell(rows, e, COMMENTED, _but(authors, e.by.author), by=e.by.author, proposal=e.originator_id, title=title, words=[e.words.id])


def suggested(rows: Rows, e: Amendment.Suggested) -> None:
    rows.insert("outbox_amendments", id=e.originator_id, proposal=e.subject, author=e.by.author, words=e.words.id)
    if is_news(e):
        title, authors = rows.of("outbox_proposals", e.subject, "title", "authors")
        refs = {"proposal": e.subject, "amendment": e.originator_id, "title": title, "words": [e.words.id], "reason": [e.why.id]}
        tell(rows, e, CHANGE_SUGGESTED, _but(authors, e.by.author), by=e.by.author, **refs)


def reworded(rows: Rows, e: Amendment.Reworded) -> None:
    rows.set("outbox_amendments", e.originator_id, words=e.words.id)


def overtaken(rows: Rows, e: Amendment.Overtaken) -> None:
    _tell_its_author(rows, e, OVERTAKEN)


def accepted(rows: Rows, e: Amendment.Accepted) -> None:
    _tell_its_author(rows, e, CHANGE_ACCEPTED)


def declined(rows: Rows, e: Amendment.Declined) -> None:
    _tell_its_author(rows, e, CHANGE_DECLINED, reason=[e.reason.id])


def _tell_its_author(rows: Rows, e: Any, occasion: str, **more: Any) -> None:
    """Also when they overtook themselves, since they are asked; not when they settled it."""
    if not is_news(e):
        return
    proposal, author, words = rows.of("outbox_amendments", e.originator_id, "proposal", "author", "words")
    (title,) = rows.of("outbox_proposals", proposal, "title")
    if author != e.by.author or occasion == OVERTAKEN:
        tell(rows, e, occasion, [author], by=e.by.author, proposal=proposal, amendment=e.originator_id, title=title, words=[words], **more)


def _but(authors: list[Any], one: UUID) -> list[UUID]:
    return [author for author in authors if author != one]


HANDLERS: dict[type, Any] = {
    Proposal.Drafted: drafted,
    Proposal.Revised: revised,
    Proposal.AuthorAdded: author_added,
    Proposal.AuthorLeft: author_left,
    Proposal.Commented: commented,
    Amendment.Suggested: suggested,
    Amendment.Reworded: reworded,
    Amendment.Overtaken: overtaken,
    Amendment.Accepted: accepted,
    Amendment.Declined: declined,
}
