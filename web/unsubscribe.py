"""No more mail about a project: one press, without signing in. Mail programs press by themselves (RFC 8058), so the answer is never a redirect."""

from typing import Any

from litestar import Request
from psycopg import Connection

from projections.outbox.projects import project_names
from workspace import accounts, memberships

from .auth import workspace
from .rendering import Answer, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@get("/unsubscribe/{token:str}")
def unsubscribe_page(request: Asked, token: str) -> Answer:
    """No more mail about a project: the button."""
    opened = workspace(request)
    member = accounts.unsubscribed(opened.settings.secret, token)
    with opened.reading() as db:
        return page(request, "me/unsubscribe.html", {"token": token, "is_done": False, "name": _project_name(db, member)})


@post("/unsubscribe/{token:str}", status_code=200)
def unsubscribe(request: Asked, token: str) -> Answer:
    """Have no more mail about a project."""
    opened = workspace(request)
    member = accounts.unsubscribe(opened, token)
    with opened.reading() as db:
        return page(request, "me/unsubscribe.html", {"token": token, "is_done": True, "name": _project_name(db, member)})


def _project_name(db: Connection[Any], member: Any) -> dict[str, str]:
    project = memberships.project_of(db, member)
    return project_names(db, [project]).get(project, {}) if project else {}


routes = [unsubscribe_page, unsubscribe]
