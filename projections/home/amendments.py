"""A suggested change waits for the authors of the proposal; one that was overtaken waits for whoever suggested it. Whose words came in is thanked."""

from typing import Any
from uuid import UUID

from aggregates.amendment import Amendment
from aggregates.proposal import Proposal

from ..base import Rows
from .thanking import thank
from .waiting import over, wait

SCHEMA = """
create table home_amendments (id uuid primary key, proposal uuid not null, author uuid not null, number int not null, why uuid not null);
create index on home_amendments (proposal);
"""


def suggested(rows: Rows, e: Amendment.Suggested) -> None:
    rows.insert("home_amendments", id=e.originator_id, proposal=e.subject, author=e.by.author, number=e.number, why=e.why.id)
    _ask_authors(rows, e)


def reworded(rows: Rows, e: Amendment.Reworded) -> None:
    rows.set("home_amendments", e.originator_id, why=e.why.id)
    over(rows, "meaning", e.originator_id)
    _ask_authors(rows, e)


def still_meant(rows: Rows, e: Amendment.StillMeant) -> None:
    over(rows, "meaning", e.originator_id)
    _ask_authors(rows, e)


def overtaken(rows: Rows, e: Amendment.Overtaken) -> None:
    proposal, author, number, why = rows.of("home_amendments", e.originator_id, "proposal", "author", "number", "why")
    over(rows, "amendment", e.originator_id)
    wait(rows, e, "meaning", author, e.originator_id, words=[why], facts={"proposal": str(proposal), "number": number})


def accepted(rows: Rows, e: Amendment.Accepted) -> None:
    proposal, author = rows.of("home_amendments", e.originator_id, "proposal", "author")
    settled(rows, e)
    if author != e.by.author:
        thank(rows, e, author, "accepted", proposal=proposal)


def settled(rows: Rows, e: Any) -> None:
    for kind in ("amendment", "meaning"):
        over(rows, kind, e.originator_id)


def author_added(rows: Rows, e: Proposal.AuthorAdded) -> None:
    (authors,) = rows.of("home_proposals", e.originator_id, "authors")
    rows.set("home_proposals", e.originator_id, authors=[*authors, e.author])


def author_left(rows: Rows, e: Proposal.AuthorLeft) -> None:
    """What waited for them waits for the other authors alone."""
    (authors,) = rows.of("home_proposals", e.originator_id, "authors")
    rows.set("home_proposals", e.originator_id, authors=[author for author in authors if author != e.by.author])
    for (amendment,) in rows.all("select id from home_amendments where proposal = %s", e.originator_id):
        rows.remove("home_turns", {"kind": "amendment", "subject": amendment, "member": e.by.author})


def proposal_withdrawn(rows: Rows, e: Proposal.Withdrawn) -> None:
    for (amendment,) in rows.all("select id from home_amendments where proposal = %s", e.originator_id):
        for kind in ("amendment", "meaning"):
            over(rows, kind, amendment)


def _ask_authors(rows: Rows, e: Any) -> None:
    """All but whoever suggested it; them too, where they are the only one."""
    proposal, suggester, number, why = rows.of("home_amendments", e.originator_id, "proposal", "author", "number", "why")
    (authors,) = rows.of("home_proposals", proposal, "authors")
    for author in map(UUID, map(str, authors)):
        if author != suggester or len(authors) == 1:
            wait(rows, e, "amendment", author, e.originator_id, words=[why], facts={"proposal": str(proposal), "number": number})


HANDLERS: dict[type, Any] = {
    Amendment.Suggested: suggested,
    Amendment.Reworded: reworded,
    Amendment.Overtaken: overtaken,
    Amendment.StillMeant: still_meant,
    Amendment.Accepted: accepted,
    Amendment.Declined: settled,
    Amendment.Withdrawn: settled,
    Amendment.Promoted: settled,
    Proposal.AuthorAdded: author_added,
    Proposal.AuthorLeft: author_left,
    Proposal.Withdrawn: proposal_withdrawn,
}
