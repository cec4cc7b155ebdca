"""Taking a place: behind a link or a printed code. Looking takes nothing; pressing the button does, once. A link that was mailed to an address without an
account makes the account and signs in; with any other one signs in first."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS, overview
from workspace import invitations, members
from workspace.application import Receipt
from workspace.refusals import PlaceIsTaken
from workspace.tokens import READ_OUT, plain

from .asking import typed
from .auth import SignInFirst, account, command_id, signed_in, workspace
from .forms import Form
from .kept_places import NOTHING_SAID, About, about
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sign_in import device_of, start_session

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Offered:
    secret: str
    project: UUID
    is_network: bool
    about: About  # in a sensitive project nothing: a card is left lying about
    name: str
    is_sensitive: bool
    newcomer: str  # the address of the account that taking the place makes; empty where one signs in first


@get("/join")
def ask(request: Asked) -> Answer:
    """Where a code is typed: ten letters from a printed card, or the six of a session."""
    code = typed(request, "code").strip()
    if not code or "/" in code:
        return page(request, "join/index.html")
    return moved_on(request, to=f"/s/{plain(code)}" if len(plain(code)) == READ_OUT else f"/join/{code[:80]}")


@get("/join/{secret:str}", shows=[PROJECTS, PEOPLE])
def show(request: Asked, secret: str) -> Answer:
    """The place behind a link or a code: what it is about, who made it where they say so, and the groups."""
    opened, who = workspace(request), signed_in(request)
    try:
        place = members.look_at_place(opened, secret, request.client.host if request.client else "")
    except PlaceIsTaken:
        return page(request, "join/taken.html", status=410)
    with opened.reading() as db:
        found = overview(db, place.project)
        is_sensitive = found is not None and found.is_sensitive
        told = NOTHING_SAID if is_sensitive else about(db, found, place.project, place.member, place.signed_by)
    name = place.name if is_sensitive else (who.name if who else "") or place.name
    return page(
        request, "join/show.html", Offered(secret, place.project, place.project == members.NETWORK, told, name, is_sensitive, "" if who else place.newcomer)
    )


@get("/j/{secret:str}", shows=[PROJECTS])
def short(request: Asked, secret: str) -> Answer:
    """The short address on a printed card."""
    return moved_on(request, to=f"/join/{secret[:80]}")


@post("/join/{secret:str}", again=show)
def claim(request: Asked, secret: str, form: Form) -> Answer:
    """Take the place, under the name one wants to have there."""
    name = form.line("name", longest=members.LONGEST_NAME)
    opened, who = workspace(request), account(request)
    if who is None and not _is_for_a_newcomer(request, secret):
        raise SignInFirst
    form.check()
    how: dict[str, Any] = {"command": command_id(request), "language": request.scope["state"]["language"], "name": name}
    if who is None:
        arrival = invitations.arrive(opened, secret, device=device_of(request), **how)
        return start_session(request, arrival.cookie, _goal(request, arrival.receipt), arrival.receipt)
    receipt = members.claim(opened, who, secret, **how)
    return moved_on(request, receipt, to=_goal(request, receipt))


def _is_for_a_newcomer(request: Asked, secret: str) -> bool:
    """The same answer for a link that never was, was used, has run out, or is somebody's who has an account: sign in first."""
    try:
        return bool(members.look_at_place(workspace(request), secret, request.client.host if request.client else "").newcomer)
    except PlaceIsTaken:
        return False


def _goal(request: Asked, receipt: Receipt) -> str:
    project = members.project_of(workspace(request), receipt.id)
    return "/" if project == members.NETWORK else f"/projects/{project}?welcome=1"


routes = [ask, show, short, claim]
