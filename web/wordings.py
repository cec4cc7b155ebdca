"""A proposal's text as it is read: paragraph by paragraph, with what was said and suggested about each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from litestar import Request

from projections.proposals import Comment, Proposal, Suggestion, proposal
from workspace.paragraphs import paragraphs
from workspace.refusals import NotFound

from .auth import workspace
from .markdown import rendered


@dataclass(frozen=True, slots=True)
class Paragraph:
    number: int
    text: str  # as it was written
    html: str
    comments: list[Comment] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)  # that are open


def talked_over(found: Proposal, comments: Sequence[Comment] = (), suggestions: Sequence[Suggestion] = ()) -> tuple[dict[str, list[Paragraph]], list[Comment]]:
    """The body in each of its languages, and the comments whose paragraph's words have changed since. An earlier version stands by itself."""
    here: defaultdict[tuple[str, int | None], list[Comment]] = defaultdict(list)
    open_ones: defaultdict[tuple[str, int | None], list[Suggestion]] = defaultdict(list)
    if found.is_newest:
        for comment in comments:
            here[comment.language, comment.place].append(comment)
        for one in suggestions:
            if one.state == "open" and one.version == found.version:
                open_ones[one.language, one.paragraph].append(one)
    texts = {
        language: [
            Paragraph(number, text, rendered(text), here.pop((language, number), []), open_ones[language, number])
            for number, text in enumerate(paragraphs(body), 1)
        ]
        for language, body in found.body.items()
    }
    return texts, sorted((comment for lost in here.values() for comment in lost), key=lambda comment: comment.at)


def proposal_of(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, viewer: UUID | None, version: int | None = None) -> Proposal:
    """Its newest or a named version. Refused: NotFound."""
    with workspace(request).reading() as db:
        found = proposal(db, project, proposal_id, version=version, viewer=viewer)
    if found is None:
        raise NotFound
    return found


def paragraph_of(found: Proposal, language: str, number: int) -> Paragraph:
    """Refused: NotFound."""
    for paragraph in talked_over(found)[0].get(language, []):
        if paragraph.number == number:
            return paragraph
    raise NotFound
