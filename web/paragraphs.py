"""A paragraph of a proposal by itself: what was said about it, and room to say something."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal, as_comments, comment_rows, suggestions
from workspace import proposals as acts
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .wordings import Paragraph, proposal_of, talked_over

PARAGRAPH = "/projects/{project:uuid}/proposals/{proposal_id:uuid}/paragraphs/{language:str}/{number:int}"


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    proposal: Proposal
    paragraph: Paragraph
    language: str
    of: int


@get(PARAGRAPH, shows=[PROJECTS, PEOPLE, PROPOSALS])
def show(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, language: str, number: int) -> Answer:
    viewer = frame_of(request, project).member
    found = proposal_of(request, project, proposal_id, viewer)
    with workspace(request).reading() as db:
        texts, _ = talked_over(found, as_comments(comment_rows(db, proposal_id)), suggestions(db, project, proposal_id))
    all_of_them = texts.get(language, [])
    if not 0 < number <= len(all_of_them):
        raise NotFound
    return page(request, "proposals/paragraph.html", ShownParagraph(found, all_of_them[number - 1], language, len(all_of_them)))


@post(f"{PARAGRAPH}/comments", again=show)
def comment(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, language: str, number: int, form: Form) -> Answer:
    """`version`: the one that was read."""
    text = form.words("comment", longest=acts.LONGEST_WORDS)
    version = form.number("version", least=1, most=1_000_000)
    frame_of(request, project)
    form.check()
    receipt = acts.comment(workspace(request), act(request, project), proposal_id, version, language, number, text)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}?at={language}-{number}#{language}-{number}")


routes = [show, comment]
