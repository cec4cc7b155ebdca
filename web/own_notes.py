"""What somebody who leads notes for themselves while a session runs."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import notes

from .auth import workspace
from .console import show
from .forms import Form
from .frames import act_in
from .rendering import Answer, moved_on
from .routes import post

Asked = Request[Any, Any, Any]


@post("/projects/{project:uuid}/sessions/{session:uuid}/own-notes", again=show)
def keep(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Keep one's own notes of a session; nobody else reads them."""
    text = form.words("own", longest=notes.LONGEST, needed=False)
    by = act_in(request, project)
    form.check()
    notes.keep(workspace(request), by, session, text)
    return moved_on(request, to=f"/projects/{project}/sessions/{session}/console#own-notes")


routes = [keep]
