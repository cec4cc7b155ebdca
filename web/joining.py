"""Taking a place: behind a link or a printed code. Looking takes nothing; pressing the button does, once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.projects import PROJECTS, overview
from workspace import members
from workspace.refusals import PlaceIsTaken

from .auth import account, command_id, must_be_signed_in, signed_in, workspace
from .forms import Form
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Offered:
    secret: str
    project: UUID
    is_network: bool
    called: dict[str, str]
    purpose: dict[str, str]
    name: str


@get("/join")
def typed(request: Asked) -> Answer:
    """Where a code from a printed card is typed."""
    code = request.query_params.get("code", "").strip()
    return moved_on(request, to=f"/join/{code[:80]}") if code and "/" not in code else page(request, "join/index.html")


@get("/join/{secret:str}", shows=[PROJECTS])
def show(request: Asked, secret: str) -> Answer:
    opened = workspace(request)
    who = signed_in(request)
    try:
        place = members.look_at_place(opened, secret, request.client.host if request.client else "")
        with opened.reading() as db:
            found = overview(db, place.project)
    except PlaceIsTaken:
        return page(request, "join/taken.html", status=410)
    called, purpose = (found.name, found.purpose) if found else ({}, {})
    name = (who.name if who else "") or place.name
    return page(request, "join/show.html", Offered(secret, place.project, place.project == members.NETWORK, called, purpose, name))


@get("/j/{secret:str}", shows=[PROJECTS])
def short(request: Asked, secret: str) -> Answer:
    """The short address on a printed card."""
    return moved_on(request, to=f"/join/{secret[:80]}")


@post("/join/{secret:str}", again=show)
def claim(request: Asked, secret: str, form: Form) -> Answer:
    must_be_signed_in(request)
    name = form.line("name", longest=members.LONGEST_NAME)
    form.check()
    opened, who = workspace(request), account(request)
    assert who is not None
    receipt = members.claim(opened, who, secret, command=command_id(request), language=request.scope["state"]["language"], name=name)
    project = members.project_of(opened, receipt.id)
    return moved_on(request, receipt, to="/" if project == members.NETWORK else f"/projects/{project}")


routes = [typed, show, short, claim]
