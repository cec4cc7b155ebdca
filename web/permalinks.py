"""Short addresses that can be read out on the phone. What somebody may not see is not found, as under its long address."""

from typing import Any

from litestar import Request

from projections.permalinks import PERMALINKS, behind
from projections.projects import PROJECTS
from workspace.refusals import NotFound

from .auth import workspace
from .frames import frame_of
from .rendering import Answer, moved_on
from .routes import get

PLACES = {"p": "", "i": "ideas", "c": "proposals", "d": "decisions"}


@get(["/p/{code:str}", "/i/{code:str}", "/c/{code:str}", "/d/{code:str}"], shows=[PERMALINKS, PROJECTS])
def follow(request: Request[Any, Any, Any], code: str) -> Answer:
    """Leads from a short address to the long one."""
    kind = request.scope["state"]["path"][1]
    if not code.isascii() or not code.isalnum():
        raise NotFound
    with workspace(request).reading() as db:
        found = behind(db, kind, code)
    if found is None:
        raise NotFound
    thing, project = found
    frame_of(request, project)
    return moved_on(request, to=f"/projects/{project}" + (f"/{PLACES[kind]}/{thing}" if PLACES[kind] else ""))


routes = [follow]
