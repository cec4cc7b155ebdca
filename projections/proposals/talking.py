"""What people say about a proposal: comments that go with their paragraph, strengths and worries, and what its authors wrote beside the text."""

from typing import Any

from aggregates.charter import Charter
from aggregates.proposal import Proposal

from ..base import Rows

SCHEMA = """
create table proposals_comments (
    id uuid primary key, proposal uuid not null, position bigint not null, language text not null, version int not null, paragraph int not null,
    stands_in int not null, place int, words uuid not null, author uuid not null, side text not null, at timestamptz not null
);
create index on proposals_comments (proposal, position);
create table proposals_notes (
    id uuid primary key, proposal uuid not null, position bigint not null, kind text not null, version int not null, words uuid not null,
    author uuid not null, side text not null, at timestamptz not null
);
create index on proposals_notes (proposal, position);
create table proposals_parts (
    proposal uuid not null, part text not null, words uuid[] not null, author uuid not null, at timestamptz not null, primary key (proposal, part)
);
create table proposals_wishes (project uuid not null, version int not null, easy_read bool not null, is_adopted bool not null, primary key (project, version));
"""


def commented(rows: Rows, e: Proposal.Commented) -> None:
    """`place`: the paragraph's number in version `stands_in`; what was said of an older version is moved no further."""
    rows.insert(
        "proposals_comments",
        id=e.comment,
        proposal=e.originator_id,
        position=rows.position,
        language=e.language,
        version=e.version,
        paragraph=e.paragraph,
        stands_in=e.version,
        place=e.paragraph,
        words=e.words.id,
        author=e.by.author,
        side=e.by.side,
        at=e.by.happened_at,
    )


def revised(rows: Rows, e: Proposal.Revised) -> None:
    sql = "select id, language, place from proposals_comments where proposal = %s and stands_in = %s and place is not null"
    for comment, language, place in rows.all(sql, e.originator_id, e.version - 1):
        rows.set("proposals_comments", comment, stands_in=e.version, place=moved(e, language, place))


def weighed(rows: Rows, e: Proposal.Weighed) -> None:
    said = {"proposal": e.originator_id, "kind": e.kind, "version": e.version, "words": e.words.id}
    rows.insert("proposals_notes", id=e.note, position=rows.position, **said, author=e.by.author, side=e.by.side, at=e.by.happened_at)


def part_written(rows: Rows, e: Proposal.PartWritten) -> None:
    written = [text.id for text in e.words]
    rows.put("proposals_parts", {"proposal": e.originator_id, "part": e.part}, words=written, author=e.by.author, at=e.by.happened_at)


def charter_drafted(rows: Rows, e: Charter.Drafted | Charter.Redrafted) -> None:
    wants = bool((getattr(e, "terms", None) or {}).get("wants_easy_read"))
    rows.put("proposals_wishes", {"project": e.by.project, "version": getattr(e, "version", 1)}, easy_read=wants, is_adopted=False)


def charter_adopted(rows: Rows, e: Charter.Adopted) -> None:
    rows.set("proposals_wishes", {"project": e.by.project, "version": e.version}, is_adopted=True)


def moved(e: Any, language: str, place: int) -> int | None:
    """Where a revision put a paragraph of the version before; None where it changed it."""
    where = getattr(e, "moved", None)
    if where is None:
        return None
    return dict(enumerate(where[language], 1)).get(place) if language in where else place


HANDLERS: dict[type, Any] = {
    Proposal.Commented: commented,
    Proposal.Revised: revised,
    Proposal.Weighed: weighed,
    Proposal.PartWritten: part_written,
    Charter.Drafted: charter_drafted,
    Charter.Redrafted: charter_drafted,
    Charter.Adopted: charter_adopted,
}
