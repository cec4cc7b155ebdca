"""Whether a proposal is ready to be decided on: what is there, what is missing; and the parts beside its text."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal
from workspace import proposals as acts
from workspace.languages import LANGUAGES
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .wordings import proposal_of

PART = "/projects/{project:uuid}/proposals/{proposal_id:uuid}/parts/{part:str}"
PARTS = {part.replace(" ", "-"): part for part in acts.PARTS}
"""As they stand in addresses."""


@dataclass(frozen=True, slots=True)
class ShownPart:
    proposal: Proposal
    part: str
    slug: str
    written: dict[str, str]


def readiness(found: Proposal) -> dict[str, bool]:
    """What a group wants to have read before it decides, and whether it is there; Easy Read where the charter wants it, or where it was written."""
    languages, written = set(LANGUAGES), {each.part for each in found.beside if each.words}
    asked = {
        "languages": languages <= set(found.title) & set(found.body),
        "summary": languages <= set(found.summary),
        "cost": "cost" in written,
        "access": "access" in written,
    }
    return asked | ({"easy read": "easy read" in written} if found.wants_easy_read or "easy read" in written else {})


@get(PART, shows=[PROJECTS, PEOPLE, PROPOSALS])
def edit(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, part: str) -> Answer:
    viewer = frame_of(request, project).member
    if part not in PARTS:
        raise NotFound
    found = proposal_of(request, project, proposal_id, viewer)
    written = next((each.words for each in found.beside if each.part == PARTS[part]), {})
    return page(request, "proposals/part.html", ShownPart(found, PARTS[part], part, written))


@post(PART, again=edit)
def write(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, part: str, form: Form) -> Answer:
    words = form.each("words", longest=acts.LONGEST["body"])
    frame_of(request, project)
    if part not in PARTS:
        raise NotFound
    form.check()
    receipt = acts.write_part(workspace(request), act(request, project), proposal_id, PARTS[part], words)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}#ready")


routes = [edit, write]
