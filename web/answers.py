"""Formal answers to ideas."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import ideas

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .ideas import show
from .rendering import Answer, moved_on
from .routes import post


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/answers", again=show)
def answer(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Answer an idea as a facilitator."""
    text = form.words("answer", longest=ideas.LONGEST)
    frame_of(request, project)
    form.check()
    receipt = ideas.answer(workspace(request), act(request, project), idea_id, text)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}#notes")


routes = [answer]
