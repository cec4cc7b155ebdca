"""Setting ideas aside, with a reason, and taking them up again."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import ideas

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .ideas import idea_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/setting-aside", shows=[PROJECTS, PEOPLE, BOARD])
def put_aside(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """Set an idea aside: the form."""
    frame = frame_of(request, project)
    return page(request, "ideas/aside.html", {"idea": idea_of(request, project, idea_id, frame.member)})


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/setting-aside", again=put_aside)
def set_aside(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Set an idea aside, with the reason."""
    reason = form.words("reason", longest=ideas.LONGEST)
    frame_of(request, project)
    form.check()
    receipt = ideas.set_aside(workspace(request), act(request, project), idea_id, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}")


@delete("/projects/{project:uuid}/ideas/{idea_id:uuid}/setting-aside", again=put_aside)
def take_up_again(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Take up an idea that was set aside, with the reason."""
    reason = form.words("reason", longest=ideas.LONGEST)
    frame_of(request, project)
    form.check()
    receipt = ideas.take_up_again(workspace(request), act(request, project), idea_id, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}")


routes = [put_aside, set_aside, take_up_again]
