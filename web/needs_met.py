"""Saying that one comes to a session, and which needs those who lead it may see; and their saying what is arranged. Privately: nothing of it is on record."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import needs

from .auth import workspace
from .forms import Form
from .frames import act_in
from .rendering import Answer, moved_on
from .routes import delete, post
from .sessions import show

Asked = Request[Any, Any, Any]

N = "/projects/{project:uuid}/sessions/{session_id:uuid}"


@post(f"{N}/coming", again=show)
def come(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Say that one comes; those who lead it see only the needs that are ticked."""
    shown = form.uuids("shown")
    by = act_in(request, project)
    form.check()
    needs.come(workspace(request), by, session_id, shown)
    return _back(request, project, session_id, "coming")


@delete(f"{N}/coming", again=show)
def stay_away(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """Say that one does not come after all; nothing is left of it."""
    needs.stay_away(workspace(request), act_in(request, project), session_id)
    return _back(request, project, session_id, "coming")


@post(f"{N}/needs/{{need:uuid}}/arrangement", again=show)
def arrange(request: Asked, project: UUID, session_id: UUID, need: UUID) -> Answer:
    """Say that somebody's need is met; they see by whom. For those who lead it."""
    needs.arrange(workspace(request), act_in(request, project), session_id, need)
    return _back(request, project, session_id, "to-be-met")


@delete(f"{N}/needs/{{need:uuid}}/arrangement", again=show)
def unarrange(request: Asked, project: UUID, session_id: UUID, need: UUID) -> Answer:
    """Say that it has yet to be arranged."""
    needs.unarrange(workspace(request), act_in(request, project), session_id, need)
    return _back(request, project, session_id, "to-be-met")


def _back(request: Asked, project: UUID, session_id: UUID, part: str) -> Answer:
    return moved_on(request, to=f"/projects/{project}/sessions/{session_id}#{part}")


routes = [come, stay_away, arrange, unarrange]
