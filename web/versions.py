"""The versions of a proposal in their order, and what became of the words between any two of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal

from .asking import number
from .frames import frame_of
from .rendering import Answer, page
from .routes import get
from .wordings import proposal_of


@dataclass(frozen=True, slots=True)
class Versions:
    proposal: Proposal
    before: Proposal
    after: Proposal


@get("/projects/{project:uuid}/proposals/{proposal_id:uuid}/versions", shows=[PROJECTS, PEOPLE, PROPOSALS])
def index(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """`?before=` and `?after=` name the two that are compared; else it is the newest and the one before it."""
    asked_after, asked_before = number(request, "after"), number(request, "before")
    viewer = frame_of(request, project).member
    newest = proposal_of(request, project, proposal_id, viewer)
    after = proposal_of(request, project, proposal_id, viewer, asked_after) if asked_after else newest
    before = proposal_of(request, project, proposal_id, viewer, asked_before or max(after.version - 1, 1))
    return page(request, "proposals/versions.html", Versions(newest, before, after))


routes = [index]
