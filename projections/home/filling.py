"""What happened becomes what greets people at home: thanks for what they said, and what still waits for them."""

from uuid import UUID

from aggregates.charter import Charter
from aggregates.decision import Decision
from aggregates.proposal import Proposal
from aggregates.vote import Vote

from ..base import Handler, ReadModel, Rows, modules, together
from . import waiting
from .thanking import authors_of, ids, thank

SCHEMA = """
create table home_proposals (id uuid primary key, title uuid[] not null, ideas uuid[] not null, authors uuid[] not null);
create table home_decisions (
    id uuid primary key, project uuid not null, question uuid[] not null, proposal uuid, roll uuid[] not null, is_open bool not null, is_by_hands bool not null,
    closes_at timestamptz not null, counted_at timestamptz, result text
);
create table home_votes (decision uuid not null, member uuid not null, primary key (decision, member));
create index on home_votes (member);
create table home_drafts (project uuid primary key, drafted int not null, asked int not null);
create table home_thanks (
    member uuid not null, position bigint not null, project uuid not null, kind text not null, idea uuid, proposal uuid, decision uuid, commitment uuid,
    words uuid, actor uuid not null, result text, at timestamptz not null, primary key (member, position)
);
"""


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    """Who drafted it knows that their ideas are in it."""
    rows.insert("home_proposals", id=e.originator_id, title=ids(e.title), ideas=e.ideas, authors=e.authors)
    for author, idea in authors_of(rows, e.ideas).items():
        if author != e.by.author:
            thank(rows, e, author, "used", idea=idea, proposal=e.originator_id)


def revised(rows: Rows, e: Proposal.Revised) -> None:
    rows.set("home_proposals", e.originator_id, title=ids(e.title))


def opened(rows: Rows, e: Decision.Opened) -> None:
    roll, what = [UUID(member) for member in e.roll], {"project": e.by.project, "question": ids(e.question), "proposal": e.proposal}
    is_by_hands = getattr(e, "way", "ballots") == "hands"
    rows.insert("home_decisions", id=e.originator_id, **what, roll=roll, is_open=True, is_by_hands=is_by_hands, closes_at=e.closes_at)
    for member in roll if not is_by_hands else ():
        rows.put("home_votes", {"decision": e.originator_id, "member": member})
    if e.adopts is not None:
        rows.set("home_drafts", {"project": e.by.project}, asked=e.adopts)


def voted(rows: Rows, e: Vote.Cast | Vote.Changed) -> None:
    rows.remove("home_votes", {"decision": e.decision, "member": e.by.author})


def withdrew(rows: Rows, e: Vote.Withdrawn) -> None:
    rows.put("home_votes", {"decision": e.decision, "member": e.by.author})


def closed(rows: Rows, e: Decision.Closed) -> None:
    rows.set("home_decisions", e.originator_id, is_open=False)
    rows.remove("home_votes", {"decision": e.originator_id})


def counted(rows: Rows, e: Decision.Counted) -> None:
    """Thanked are the authors of the ideas from which the proposal grew, and those of the proposal."""
    result = str(e.outcome["result"])
    rows.set("home_decisions", e.originator_id, counted_at=e.by.happened_at, result=result)
    (proposal,) = rows.of("home_decisions", e.originator_id, "proposal")
    if proposal is None:
        return
    ideas, authors = rows.of("home_proposals", proposal, "ideas", "authors")
    thanked: dict[UUID, UUID | None] = {**dict.fromkeys(authors), **authors_of(rows, ideas)}
    for author, idea in thanked.items():
        thank(rows, e, author, "decided", idea=idea, proposal=proposal, decision=e.originator_id, result=result)


def charter_drafted(rows: Rows, e: Charter.Drafted) -> None:
    rows.insert("home_drafts", project=e.by.project, drafted=1, asked=0)


def charter_redrafted(rows: Rows, e: Charter.Redrafted) -> None:
    rows.set("home_drafts", {"project": e.by.project}, drafted=e.version)


HANDLERS: dict[type, Handler] = {
    Proposal.Drafted: drafted,
    Proposal.Revised: revised,
    Decision.Opened: opened,
    Decision.Closed: closed,
    Decision.Counted: counted,
    Vote.Cast: voted,
    Vote.Changed: voted,
    Vote.Withdrawn: withdrew,
    Charter.Drafted: charter_drafted,
    Charter.Redrafted: charter_redrafted,
}

_NOUNS = [*modules(__package__, "HANDLERS"), waiting]

HOME = ReadModel(
    "home",
    version=20,
    schema="".join(getattr(noun, "SCHEMA", "") for noun in _NOUNS),
    handlers=together(*(getattr(noun, "HANDLERS", {}) for noun in _NOUNS)),
)
