"""Whom somebody chose to write for them: chosen and released by the person, or so recorded by a facilitator."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.helpers import HELPERS, Chosen, choosable, helpers
from projections.people import PEOPLE, Person, person
from projections.projects import PROJECTS
from workspace import voices
from workspace.application import Act, Receipt
from workspace.refusals import NotFound
from workspace.voices import AGREED, Voice

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Helping:
    person: Person
    is_me: bool
    helpers: list[Chosen]
    choosable: list[Chosen]


@get("/projects/{project:uuid}/members/{member:uuid}/helpers", shows=[PROJECTS, PEOPLE, HELPERS])
def index(request: Asked, project: UUID, member: UUID) -> Answer:
    """Who may write for somebody: for the person themselves, for facilitators, and for those who were chosen."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found, chosen = person(db, project, member), helpers(db, member)
        others = choosable(db, project, member, facilitators_only=frame.is_sensitive and not frame.is_facilitator)
    may_see = frame.is_facilitator or (frame.member is not None and frame.member in (member, *(each.id for each in chosen)))
    if found is None or found.standing not in ("here", "recorded") or not may_see:
        raise NotFound
    return page(request, "helpers/index.html", Helping(found, frame.member == member, chosen, others))


@post("/projects/{project:uuid}/members/{member:uuid}/helpers", again=index)
def choose(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Choose somebody to write for one; a facilitator records whom somebody else chose, and how that was agreed."""
    helper, agreed = form.uuid("helper"), form.one_of("agreed", AGREED, default=AGREED[0])
    by = act_in(request, project)
    form.check()
    by = _of(request, by, member, agreed)
    return _back(request, project, member, voices.choose_helper(workspace(request), by, member, helper))


@delete("/projects/{project:uuid}/members/{member:uuid}/helpers/{helper:uuid}", again=index)
def release(request: Asked, project: UUID, member: UUID, helper: UUID) -> Answer:
    """Let somebody write for one no longer; or step back as a helper."""
    by = act_in(request, project)
    if by.member != helper:
        by = _of(request, by, member, AGREED[0])
    return _back(request, project, member, voices.release_helper(workspace(request), by, member, helper))


def _of(request: Asked, by: Act, member: UUID, agreed: str) -> Act:
    """One's own act, or that of somebody who said so to a facilitator. Refused: NotTheirHelper, NotFound."""
    return by if by.member == member else voices.speaking(workspace(request), by, Voice(member, agreed, "spoken"))


def _back(request: Asked, project: UUID, member: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/members/{member}/helpers")


routes = [index, choose, release]
