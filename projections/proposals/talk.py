"""What is read beside the text of a proposal: comments with the paragraph that they stand at, and suggested changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

Row = tuple[Any, ...]
COMMENTS = 200
"""As many as are read at once, the newest."""


@dataclass(frozen=True, slots=True)
class Comment:
    id: UUID
    text: UUID
    language: str  # of the text that it is about
    place: int | None  # the paragraph's number now; None: its words changed since
    version: int  # that was read, with the paragraph's number in it
    paragraph: int
    words: dict[str, str]  # {} = taken down
    name: str | None
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested change. `paragraph` of `version`, in `language`; None where the text moved on and it could not be told where it belongs."""

    id: UUID
    proposal: UUID
    number: int
    seen: int  # what an answer to it must have read
    author: UUID
    name: str | None
    side: str
    language: str
    version: int
    paragraph: int | None
    text: UUID | None
    words: str | None  # None: taken down, or it does not fit the text any more
    own: str | None  # as its author wrote them last
    why: dict[str, str]
    why_text: UUID
    state: str  # open, accepted, declined, withdrawn, promoted
    is_asked: bool
    suggested_at: datetime
    settled_at: datetime | None
    settled_name: str | None
    reason: dict[str, str]
    reason_text: UUID | None
    taken_into: int | None
    grown: UUID | None


TALKED: LiteralString = """
select c.id, c.words, c.language, case when c.stands_in = (select p.version from proposals p where p.id = %(proposal)s) then c.place end, c.version,
       c.paragraph, w.language, w.body, (select n.name from names n where n.member = c.author), c.side, c.at
from (select * from proposals_comments where proposal = %(proposal)s order by position desc limit %(limit)s) c left join words w on w.id = c.words
order by c.position desc
"""

SUGGESTED: LiteralString = """
select a.id, a.proposal, a.number, a.seen, a.author, n.name, a.side, a.language, a.version, a.paragraph, a.words as text, w.body as words, o.body as own,
       coalesce(said(array[a.why]), '{}') as why, a.why as why_text, a.state, a.is_asked, a.suggested_at, a.settled_at, s.name as settled_name,
       coalesce(said(array[a.reason]), '{}') as reason, a.reason as reason_text, a.taken_into, a.grown
from proposals_amendments a left join words w on w.id = a.words left join words o on o.id = a.own
left join names n on n.member = a.author left join names s on s.member = a.settled_by
where a.project = %(project)s and
"""


def comment_rows(db: Connection[Any], proposal: UUID, *, limit: int = COMMENTS) -> list[Row]:
    """What was said about a proposal, the newest first, as it came (one statement)."""
    return db.execute(TALKED, {"proposal": proposal, "limit": limit}, binary=True).fetchall()


def as_comments(rows: Sequence[Row]) -> list[Comment]:
    """What `comment_rows` read, in the order in which it was said."""
    return [
        Comment(id, text, about, place, version, paragraph, {language: body} if language else {}, name, side, at)
        for id, text, about, place, version, paragraph, language, body, name, side, at in reversed(rows)
    ]


def suggestions(db: Connection[Any], project: UUID, proposal: UUID) -> list[Suggestion]:
    """All that were ever suggested, in their order (one statement)."""
    return _suggested(db, "a.proposal = %(proposal)s order by a.number", {"project": project, "proposal": proposal})


def suggestion(db: Connection[Any], project: UUID, id: UUID) -> Suggestion | None:
    """One of this project (one statement)."""
    return next(iter(_suggested(db, "a.id = %(id)s", {"project": project, "id": id})), None)


def _suggested(db: Connection[Any], which: LiteralString, asked: dict[str, UUID]) -> list[Suggestion]:
    return db.cursor(row_factory=class_row(Suggestion)).execute(SUGGESTED + which, asked).fetchall()
