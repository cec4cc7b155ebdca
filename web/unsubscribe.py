"""No more mail, and "not yet": one press, without signing in. Mail programs press by themselves (RFC 8058), so the answer is never a redirect."""

from typing import Any
from uuid import UUID

from litestar import Request
from psycopg import Connection

from projections.outbox.projects import project_names
from workspace import memberships, reaching

from .auth import workspace
from .rendering import Answer, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@get("/unsubscribe/{token:str}")
def unsubscribe_page(request: Asked, token: str) -> Answer:
    """No more mail about a project, or about any: the button."""
    return _unsubscribing(request, token, *reaching.unsubscribed(workspace(request).settings.secret, token), is_done=False)


@post("/unsubscribe/{token:str}", status_code=200)
def unsubscribe(request: Asked, token: str) -> Answer:
    """Have no more mail about a project, or about any."""
    return _unsubscribing(request, token, *reaching.unsubscribe(workspace(request), token), is_done=True)


@get("/not-yet/{token:str}")
def not_yet_page(request: Asked, token: str) -> Answer:
    """Put one thing off until the next weekly mail: the button."""
    return _putting_off(request, token, is_done=False)


@post("/not-yet/{token:str}", status_code=200)
def put_off(request: Asked, token: str) -> Answer:
    """Be asked again in the next weekly mail."""
    reaching.put_off(workspace(request), token)
    return _putting_off(request, token, is_done=True)


def _putting_off(request: Asked, token: str, *, is_done: bool) -> Answer:
    opened = workspace(request)
    with opened.reading() as db:
        name = _name(db, reaching.not_yet(db, opened.settings.secret, token))
    return page(request, "me/not_yet.html", {"token": token, "is_done": is_done, "name": name})


def _unsubscribing(request: Asked, token: str, ends: str, of: UUID, *, is_done: bool) -> Answer:
    with workspace(request).reading() as db:
        name = _name(db, memberships.project_of(db, of)) if ends == "project" else {}
    return page(request, "me/unsubscribe.html", {"token": token, "ends": ends, "is_done": is_done, "name": name})


def _name(db: Connection[Any], project: UUID | None) -> dict[str, str]:
    return project_names(db, [project]).get(project, {}) if project else {}


routes = [unsubscribe_page, unsubscribe, not_yet_page, put_off]
