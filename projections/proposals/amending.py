"""The changes that were suggested to a proposal, where each stands in its text, and how each ended."""

from typing import Any

from aggregates.amendment import ACCEPTED, DECLINED, OPEN, PROMOTED, WITHDRAWN, Amendment
from aggregates.proposal import Proposal

from ..base import Rows
from .talking import moved

SCHEMA = """
create table proposals_amendments (
    id uuid primary key, proposal uuid not null, project uuid not null, number int not null, position bigint not null, seen int not null,
    author uuid not null, side text not null, language text not null, version int not null, paragraph int, words uuid, own uuid not null, why uuid not null,
    state text not null, is_asked bool not null, suggested_at timestamptz not null, settled_at timestamptz, settled_by uuid, settled_side text,
    reason uuid, taken_into int, grown uuid
);
create index on proposals_amendments (proposal, number);
"""


def suggested(rows: Rows, e: Amendment.Suggested) -> None:
    rows.insert(
        "proposals_amendments",
        id=e.originator_id,
        proposal=e.subject,
        project=e.by.project,
        number=e.number,
        position=rows.position,
        seen=e.originator_version,
        author=e.by.author,
        side=e.by.side,
        language=e.language,
        version=e.version,
        paragraph=e.paragraph,
        words=e.words.id,
        own=e.words.id,
        why=e.why.id,
        state=OPEN,
        is_asked=False,
        suggested_at=e.by.happened_at,
    )


def reworded(rows: Rows, e: Amendment.Reworded) -> None:
    said = {"words": e.words.id, "own": e.words.id, "why": e.why.id}
    rows.set("proposals_amendments", e.originator_id, **said, version=e.version, paragraph=e.paragraph, is_asked=False, seen=e.originator_version)


def revised(rows: Rows, e: Proposal.Revised) -> None:
    """Those whose paragraph stands as it was go with it; the others are overtaken, which is an event of their own."""
    sql = "select id, language, paragraph from proposals_amendments where proposal = %s and state = 'open' and version = %s and paragraph is not null"
    for amendment, language, paragraph in rows.all(sql, e.originator_id, e.version - 1):
        place = moved(e, language, paragraph)
        if place is not None:
            rows.set("proposals_amendments", amendment, version=e.version, paragraph=place)


def overtaken(rows: Rows, e: Amendment.Overtaken) -> None:
    words = e.words.id if e.words else None
    rows.set("proposals_amendments", e.originator_id, words=words, version=e.version, paragraph=e.paragraph, is_asked=True, seen=e.originator_version)


def still_meant(rows: Rows, e: Amendment.StillMeant) -> None:
    rows.set("proposals_amendments", e.originator_id, is_asked=False, seen=e.originator_version)


def accepted(rows: Rows, e: Amendment.Accepted) -> None:
    _settled(rows, e, ACCEPTED, taken_into=e.version)


def declined(rows: Rows, e: Amendment.Declined) -> None:
    _settled(rows, e, DECLINED, reason=e.reason.id)


def withdrawn(rows: Rows, e: Amendment.Withdrawn) -> None:
    _settled(rows, e, WITHDRAWN)


def promoted(rows: Rows, e: Amendment.Promoted) -> None:
    rows.set("proposals_amendments", e.originator_id, state=PROMOTED, grown=e.proposal, seen=e.originator_version)


def _settled(rows: Rows, e: Any, state: str, **how: Any) -> None:
    by = {"settled_at": e.by.happened_at, "settled_by": e.by.author, "settled_side": e.by.side}
    rows.set("proposals_amendments", e.originator_id, state=state, seen=e.originator_version, **by, **how)


HANDLERS: dict[type, Any] = {
    Amendment.Suggested: suggested,
    Amendment.Reworded: reworded,
    Proposal.Revised: revised,
    Amendment.Overtaken: overtaken,
    Amendment.StillMeant: still_meant,
    Amendment.Accepted: accepted,
    Amendment.Declined: declined,
    Amendment.Withdrawn: withdrawn,
    Amendment.Promoted: promoted,
}
