"""An invitation that waits at home: look at it, then take the place."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS, overview
from workspace import invitations, members
from workspace.members import LONGEST_NAME

from .auth import command_id, must_be_signed_in, workspace
from .forms import Form
from .kept_places import about
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@get("/invitations/{member:uuid}", shows=[PROJECTS, PEOPLE])
def show(request: Asked, member: UUID) -> Answer:
    """A place that is kept for whoever is signed in."""
    who, opened = must_be_signed_in(request), workspace(request)
    place = invitations.waiting(opened, who.account, member)
    with opened.reading() as db:
        found = overview(db, place.project)
        told = about(db, found, place.project, member, place.signed_by)
    name = place.name or ("" if found and found.is_sensitive else who.name)
    return page(request, "home/invitation.html", {"invitation": place, "project": found, "about": told, "name": name})


@post("/invitations/{member:uuid}", again=show)
def accept(request: Asked, member: UUID, form: Form) -> Answer:
    """Take the place, under the name one wants to have there."""
    name = form.line("name", longest=LONGEST_NAME)
    who, opened = must_be_signed_in(request), workspace(request)
    form.check()
    language = request.scope["state"]["language"]
    receipt = invitations.accept(opened, who.account, member, command=command_id(request), language=language, name=name)
    return moved_on(request, receipt, to="/" if (project := members.project_of(opened, receipt.id)) == members.NETWORK else f"/projects/{project}")


routes = [show, accept]
