"""Worried about somebody: whom to ring and whom to write to, outside the record."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.footing import FOOTING, footing
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import worries
from workspace.worries import LONGEST, Lead

from .asking import said
from .auth import act, command_id, workspace
from .forms import Form
from .frames import frame_of
from .matters import network_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is told, without their address; and what the group wrote about it."""

    name: str
    telephone: str
    may_write: bool
    worry: dict[str, str]
    is_told: bool


@get("/projects/{project:uuid}/worry", shows=[PROJECTS, PEOPLE, FOOTING])
def show(request: Asked, project: UUID) -> Answer:
    """Whom to tell about a worry for somebody's safety, and what happens then; `told` once it was sent."""
    is_told = said(request, "told")
    frame_of(request, project)
    opened = workspace(request)
    lead = worries.lead_of(opened, project)
    with opened.reading() as db:
        written = footing(db, project).worry
    name, telephone = (lead.name, lead.telephone) if lead else ("", "")
    return page(request, "worries/show.html", Whom(name, telephone, worries.may_be_written_to(opened, lead), written, is_told))


@post("/projects/{project:uuid}/worry", again=show)
def tell(request: Asked, project: UUID, form: Form) -> Answer:
    """Write to the person who is named for it. Nothing of it is recorded."""
    words = form.words("words", longest=LONGEST["words"])
    reach = form.line("reach", longest=LONGEST["reach"], needed=False)
    frame_of(request, project)
    form.check()
    worries.tell(workspace(request), project, words, reach, request.scope["state"]["language"], network_of(request), command_id(request))
    return moved_on(request, to=f"/projects/{project}/worry?told=1")


@get("/projects/{project:uuid}/lead", shows=[PROJECTS, PEOPLE])
def edit(request: Asked, project: UUID) -> Answer:
    """Who is told about a worry: the form, for facilitators."""
    frame = frame_of(request, project)
    lead = worries.lead_of(workspace(request), project) if frame.is_facilitator else None
    return page(request, "worries/lead.html", {"lead": lead or Lead("", "", "")})


@post("/projects/{project:uuid}/lead", again=edit)
def name_lead(request: Asked, project: UUID, form: Form) -> Answer:
    """Say who is told about a worry, and how they are reached."""
    name = form.line("name", longest=LONGEST["name"])
    telephone = form.line("telephone", longest=LONGEST["telephone"], needed=False)
    email = form.email("email", needed=False)
    if not telephone and not email:
        form.wrong("telephone", form.t("Give a number, an address, or both"))
    frame_of(request, project)
    form.check()
    worries.name_lead(workspace(request), act(request, project), name, telephone, email)
    return moved_on(request, to=f"/projects/{project}/worry")


routes = [show, tell, edit, name_lead]
