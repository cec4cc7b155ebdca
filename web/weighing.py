"""Strengths of a proposal and worries about it, side by side."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import proposals as acts

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .proposals import show
from .rendering import Answer, moved_on
from .routes import post


@post("/projects/{project:uuid}/proposals/{proposal_id:uuid}/notes", again=show)
def weigh(request: Request[Any, Any, Any], project: UUID, proposal_id: UUID, form: Form) -> Answer:
    kind = form.one_of("kind", acts.KINDS)
    text = form.words("note", longest=acts.LONGEST_WORDS)
    frame_of(request, project)
    form.check()
    receipt = acts.weigh(workspace(request), act(request, project), proposal_id, kind, text)
    return moved_on(request, receipt, to=f"/projects/{project}/proposals/{proposal_id}#weighed")


routes = [weigh]
