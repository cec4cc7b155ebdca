"""What happened to proposals, and to the decisions about them, becomes rows."""

from typing import Any
from uuid import UUID

from aggregates.base import Text
from aggregates.credit import voices
from aggregates.decision import Decision
from aggregates.proposal import Proposal

from ..base import ReadModel, Rows, together
from . import amending, talking

SCHEMA = """
create table proposals (
    id uuid primary key, project uuid not null, position bigint not null, author uuid not null, side text not null, authors uuid[] not null,
    version int not null, title uuid[] not null, summary uuid[] not null, drafted_at timestamptz not null, revised_at timestamptz,
    is_withdrawn bool not null, withdrawn_at timestamptz, withdrawn_by uuid, reason uuid
);
create index on proposals (project, position desc);
create table proposals_versions (
    proposal uuid not null, version int not null, title uuid[] not null, summary uuid[] not null, body uuid[] not null, why uuid,
    amendment uuid, voices uuid[] not null, author uuid not null, side text not null, at timestamptz not null,
    behind text, behind_since int, primary key (proposal, version)
);
create table proposals_supports (proposal uuid not null, member uuid not null, version int not null, side text not null, primary key (proposal, member));
create table proposals_ideas (proposal uuid not null, idea uuid not null, place int not null, primary key (proposal, idea));
create index on proposals_ideas (idea);
create table proposals_decisions (
    id uuid primary key, proposal uuid not null, version int, position bigint not null, opened_at timestamptz not null, closes_at timestamptz not null,
    closed_at timestamptz, counted_at timestamptz, result text
);
create index on proposals_decisions (proposal);
"""


def drafted(rows: Rows, e: Proposal.Drafted) -> None:
    rows.insert(
        "proposals",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        author=e.by.author,
        side=e.by.side,
        authors=e.authors,
        version=1,
        title=_ids(e.title),
        summary=_ids(e.summary),
        drafted_at=e.by.happened_at,
        is_withdrawn=False,
    )
    for place, idea in enumerate(e.ideas):
        rows.insert("proposals_ideas", proposal=e.originator_id, idea=idea, place=place)
    _version(rows, e, 1)


def revised(rows: Rows, e: Proposal.Revised) -> None:
    rows.set("proposals", e.originator_id, version=e.version, title=_ids(e.title), summary=_ids(e.summary), revised_at=e.by.happened_at)
    _version(rows, e, e.version, e.why.id if e.why else None, getattr(e, "amendment", None))


def author_added(rows: Rows, e: Proposal.AuthorAdded) -> None:
    rows.set("proposals", e.originator_id, authors=[*_authors(rows, e), e.author])


def author_left(rows: Rows, e: Proposal.AuthorLeft) -> None:
    rows.set("proposals", e.originator_id, authors=[author for author in _authors(rows, e) if author != e.by.author])


def supported(rows: Rows, e: Proposal.Supported) -> None:
    rows.put("proposals_supports", {"proposal": e.originator_id, "member": e.by.author}, version=e.version, side=e.by.side)


def support_taken_back(rows: Rows, e: Proposal.SupportTakenBack) -> None:
    rows.remove("proposals_supports", {"proposal": e.originator_id, "member": e.by.author})


def withdrawn(rows: Rows, e: Proposal.Withdrawn) -> None:
    rows.set("proposals", e.originator_id, is_withdrawn=True, withdrawn_at=e.by.happened_at, withdrawn_by=e.by.author, reason=e.reason.id)


def opened(rows: Rows, e: Decision.Opened) -> None:
    if e.proposal is not None:
        rows.insert(
            "proposals_decisions",
            id=e.originator_id,
            proposal=e.proposal,
            version=e.version,
            position=rows.position,
            opened_at=e.by.happened_at,
            closes_at=e.closes_at,
        )


def closed(rows: Rows, e: Decision.Closed) -> None:
    rows.set("proposals_decisions", e.originator_id, closed_at=e.by.happened_at)


def counted(rows: Rows, e: Decision.Counted) -> None:
    rows.set("proposals_decisions", e.originator_id, counted_at=e.by.happened_at, result=str(e.outcome["result"]))


def restarted(rows: Rows, e: Decision.Restarted) -> None:
    rows.set("proposals_decisions", e.originator_id, closed_at=e.by.happened_at, result="restarted")


def _version(rows: Rows, e: Any, version: int, why: UUID | None = None, amendment: UUID | None = None) -> None:
    behind, since = _behind(rows, e, version) if version > 1 else (None, None)
    rows.insert(
        "proposals_versions",
        proposal=e.originator_id,
        version=version,
        title=_ids(e.title),
        summary=_ids(e.summary),
        body=_ids(e.body),
        why=why,
        amendment=amendment,
        voices=voices(credit for part in (getattr(e, "credits", None) or {}).values() for credit in part.values()),
        author=e.by.author,
        side=e.by.side,
        at=e.by.happened_at,
        behind=behind,
        behind_since=since,
    )


def _behind(rows: Rows, e: Proposal.Revised, version: int) -> tuple[str | None, int | None]:
    """The language whose text stayed as it was while the other's changed, and in which version that was; none once it has followed."""
    before, behind, since = rows.of("proposals_versions", {"proposal": e.originator_id, "version": version - 1}, "body", "behind", "behind_since")
    changed = {text.language for text in e.body if text.id not in before}
    stayed = {text.language for text in e.body} - changed
    if not changed:
        return behind, since
    return (None, None) if behind in changed or not stayed else (stayed.pop(), version)


def _authors(rows: Rows, e: Any) -> list[UUID]:
    (authors,) = rows.one("select authors from proposals where id = %s", e.originator_id)
    return list(authors)


def _ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]


HANDLERS = {
    Proposal.Drafted: drafted,
    Proposal.Revised: revised,
    Proposal.AuthorAdded: author_added,
    Proposal.AuthorLeft: author_left,
    Proposal.Supported: supported,
    Proposal.SupportTakenBack: support_taken_back,
    Proposal.Withdrawn: withdrawn,
    Decision.Opened: opened,
    Decision.Closed: closed,
    Decision.Counted: counted,
    Decision.Restarted: restarted,
}

PROPOSALS = ReadModel(
    "proposals", version=3, schema=SCHEMA + talking.SCHEMA + amending.SCHEMA, handlers=together(HANDLERS, talking.HANDLERS, amending.HANDLERS)
)
