"""A project as whoever asks may see it: every page of a project begins here."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import Person
from projections.projects import Frame, frame
from workspace import devices
from workspace.application import Act
from workspace.refusals import NotAMember, NotFound

from .auth import SignInFirst, account, act, session_token, workspace


def frame_of(request: Request[Any, Any, Any], project: UUID) -> Frame:
    """Its name, sides, contact and who is looking; the layout shows it by itself. Refused: NotFound, also for what is for members only."""
    found = frame_if_any(request, project)
    if found is None:
        raise NotFound
    request.scope["state"]["frame"] = found
    return found


def frame_if_any(request: Request[Any, Any, Any], project: UUID) -> Frame | None:
    """The same, where there is one for whoever asks; who that is comes with it, where it has not been asked yet (one statement)."""
    state, opened = request.scope["state"], workspace(request)
    token = None if "signed_in" in state else session_token(request)
    who: dict[str, Any] = {"token": devices.hash_of(opened.settings.secret, token)} if token else {"account": account(request)}
    with opened.reading() as db:
        found = frame(db, project, **who)
        if found is not None and token:
            state["signed_in"] = devices.visiting(db, found[1]) if found[1] else None
    return found[0] if found else None


def act_in(request: Request[Any, Any, Any], project: UUID) -> Act:
    """An act of a member, who may see the project by being one. Whoever is none hears first whether it exists for them.
    Refused: NotFound, SignInFirst, NotAMember."""
    try:
        return act(request, project)
    except (SignInFirst, NotAMember):
        frame_of(request, project)
        raise


def is_known(frame: Frame, person: Person) -> bool:
    """In a sensitive project members learn of nobody but the facilitators."""
    return knows_everybody(frame) or "facilitator" in person.tasks


def knows_everybody(frame: Frame) -> bool:
    """Whether who is looking may learn by name who is here, and what each did: in a sensitive project facilitators alone."""
    return frame.is_facilitator or not frame.is_sensitive


def may_see(request: Request[Any, Any, Any], project: UUID) -> bool:
    try:
        frame_of(request, project)
    except NotFound:
        return False
    return True
