"""Who answers for a proposal: its authors add one another, and may leave."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE, Person, people
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal
from workspace import proposals as acts

from .auth import act, workspace
from .forms import Form
from .frames import frame_of, is_known
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .wordings import proposal_of

AUTHORS = "/projects/{project:uuid}/proposals/{proposal_id:uuid}/authors"


@dataclass(frozen=True, slots=True)
class Authors:
    proposal: Proposal
    others: list[Person]  # who are here, and could be asked


@get(AUTHORS, shows=[PROJECTS, PEOPLE, PROPOSALS])
def index(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    frame = frame_of(request, project)
    found = proposal_of(request, project, proposal_id, frame.member)
    others: list[Person] = []
    if found.is_author:
        already = {author.member for author in found.authors}
        with workspace(request).reading() as db:
            others = [person for person in people(db, project) if person.is_here and person.id not in already and is_known(frame, person)]
    return page(request, "proposals/authors.html", Authors(found, others))


@post(AUTHORS, again=index)
def add(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, form: Form) -> Answer:
    author = form.uuid("author")
    frame_of(request, project)
    form.check()
    receipt = acts.add_author(workspace(request), act(request, project), proposal_id, author)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}/authors")


@delete(AUTHORS, again=index)
def leave(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID) -> Answer:
    """One's own place among them."""
    frame_of(request, project)
    receipt = acts.leave_authors(workspace(request), act(request, project), proposal_id)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}")


routes = [index, add, leave]
