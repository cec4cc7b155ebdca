"""Asking to take part in a project that is open to all: the page of whoever asks, and that of the facilitator who answers."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE, own_request
from projections.people import Request as Asking
from projections.people import request as waiting
from projections.projects import PROJECTS
from projections.taken_down import TAKEN_DOWN
from workspace import requests
from workspace.accounts import LONGEST_NAME
from workspace.members import MEMBER_SIDES
from workspace.refusals import NotFound
from workspace.requests import LONGEST

from .auth import act, command_id, must_be_signed_in, signed_in, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, TAKEN_DOWN]


@dataclass(frozen=True, slots=True)
class Own:
    """What whoever is looking asked for. `name`: what they are called elsewhere."""

    asking: Asking | None
    name: str
    longest: int = LONGEST


@get("/projects/{project:uuid}/requests", shows=SHOWS)
def own(request: Asked, project: UUID) -> Answer:
    """Ask to take part: the form, or what became of it."""
    frame_of(request, project)
    who = signed_in(request)
    with workspace(request).reading() as db:
        found = own_request(db, project, who.account) if who else None
    return page(request, "requests/own.html", Own(found, who.name if who else ""))


@post("/projects/{project:uuid}/requests", again=own)
def ask(request: Asked, project: UUID, form: Form) -> Answer:
    """Ask to take part, under the name one wants to have there."""
    name = form.line("name", longest=LONGEST_NAME)
    side = form.one_of("side", MEMBER_SIDES)
    is_both = form.yes("both")
    words = form.words("words", longest=LONGEST, needed=False)
    frame_of(request, project)
    who, language = must_be_signed_in(request), request.scope["state"]["language"]
    form.check()
    asking = requests.Asking(name, side, words, is_both)
    receipt = requests.ask(workspace(request), who.account, project, asking, command=command_id(request), language=language)
    return moved_on(request, receipt, to=f"/projects/{project}/requests")


@delete("/projects/{project:uuid}/requests", again=own)
def take_back(request: Asked, project: UUID) -> Answer:
    """Ask no longer; what one wrote goes for good."""
    frame_of(request, project)
    who, language = must_be_signed_in(request), request.scope["state"]["language"]
    receipt = requests.take_back(workspace(request), who.account, project, command=command_id(request), language=language)
    return moved_on(request, receipt, to=f"/projects/{project}")


@get("/projects/{project:uuid}/requests/{member:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, member: UUID) -> Answer:
    """Somebody who asks to take part; for facilitators."""
    return page(request, "requests/show.html", {"asking": _waiting(request, project, member)})


@post("/projects/{project:uuid}/requests/{member:uuid}/welcome", again=show)
def welcome(request: Asked, project: UUID, member: UUID) -> Answer:
    """Welcome somebody who asked: they are here from now on."""
    frame_of(request, project)
    receipt = requests.welcome(workspace(request), act(request, project), member)
    return moved_on(request, receipt, to=f"/projects/{project}/members/{member}")


@post("/projects/{project:uuid}/requests/{member:uuid}/refusal", again=show)
def turn_away(request: Asked, project: UUID, member: UUID, form: Form) -> Answer:
    """Say to somebody who asked why they cannot take part."""
    reason = form.words("reason", missing=form.t("Say why: they are told"))
    frame_of(request, project)
    form.check()
    receipt = requests.turn_away(workspace(request), act(request, project), member, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/members")


def _waiting(request: Asked, project: UUID, member: UUID) -> Asking:
    """Refused: NotFound, also once it is answered, and to whoever is no facilitator."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = waiting(db, project, member) if frame.is_facilitator else None
    if found is None:
        raise NotFound
    return found


routes = [own, ask, take_back, show, welcome, turn_away]
