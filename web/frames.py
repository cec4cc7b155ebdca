"""A project as whoever asks may see it: every page of a project begins here."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.projects import Frame, frame
from workspace.refusals import NotFound

from .auth import account, workspace


def frame_of(request: Request[Any, Any, Any], project: UUID) -> Frame:
    """Its name, sides, contact and who is looking; the layout shows it by itself. Refused: NotFound, also for what is for members only."""
    with workspace(request).reading() as db:
        found = frame(db, project, account(request))
    if found is None:
        raise NotFound
    request.scope["state"]["frame"] = found
    return found


def may_see(request: Request[Any, Any, Any], project: UUID) -> bool:
    try:
        frame_of(request, project)
    except NotFound:
        return False
    return True
