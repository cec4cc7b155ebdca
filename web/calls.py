"""Ring me back: asked at the foot of every page, seen by those who look after the project (or the network), gone when it is done."""

import re
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import calls
from workspace.calls import LONGEST, Asking
from workspace.members import NETWORK

from .asking import said
from .auth import act, command_id, workspace
from .forms import Form
from .frames import frame_of
from .matters import network_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

NUMBER = re.compile(r"\+?[0-9 ()\-–.]{5,40}")


@get("/calls/new")
def new(request: Asked) -> Answer:
    """Asking the network to ring one back: the form; `asked` once that is done."""
    return page(request, "calls/new.html", {"base": "/calls", "is_asked": said(request, "asked")})


@post("/calls", again=new)
def ask(request: Asked, form: Form) -> Answer:
    """Ask the network to ring one back."""
    asking = _asking(request, form)
    form.check()
    calls.ask(workspace(request), NETWORK, asking, network_of(request), command_id(request))
    return moved_on(request, to="/calls/new?asked=1")


@get("/calls", shows=[PEOPLE])
def index(request: Asked) -> Answer:
    """Who is to be rung by the network; for co-ordinators."""
    return _waiting(request, NETWORK, "/calls")


@delete("/calls/{call:uuid}", again=index)
def done(request: Asked, call: UUID) -> Answer:
    """They have been rung: name and number go."""
    calls.done(workspace(request), act(request, NETWORK), call)
    return moved_on(request, to="/calls")


@get("/projects/{project:uuid}/calls/new", shows=[PROJECTS, PEOPLE])
def new_in_project(request: Asked, project: UUID) -> Answer:
    """Asking those who look after a project to ring one back: the form; `asked` once that is done."""
    is_asked = said(request, "asked")
    frame_of(request, project)
    return page(request, "calls/new.html", {"base": f"/projects/{project}/calls", "is_asked": is_asked})


@post("/projects/{project:uuid}/calls", again=new_in_project)
def ask_in_project(request: Asked, project: UUID, form: Form) -> Answer:
    """Ask those who look after a project to ring one back."""
    asking = _asking(request, form)
    frame_of(request, project)
    form.check()
    calls.ask(workspace(request), project, asking, network_of(request), command_id(request))
    return moved_on(request, to=f"/projects/{project}/calls/new?asked=1")


@get("/projects/{project:uuid}/calls", shows=[PROJECTS, PEOPLE])
def index_in_project(request: Asked, project: UUID) -> Answer:
    """Who is to be rung about a project; for its facilitators."""
    frame_of(request, project)
    return _waiting(request, project, f"/projects/{project}/calls")


@delete("/projects/{project:uuid}/calls/{call:uuid}", again=index_in_project)
def done_in_project(request: Asked, project: UUID, call: UUID) -> Answer:
    """They have been rung: name and number go."""
    frame_of(request, project)
    calls.done(workspace(request), act(request, project), call)
    return moved_on(request, to=f"/projects/{project}/calls")


def _asking(request: Asked, form: Form) -> Asking:
    name = form.line("name", longest=LONGEST["name"], missing=form.t("Whom shall we ask for?"))
    number = form.line("number", longest=LONGEST["number"], missing=form.t("Which number shall we ring?"))
    if number and not (NUMBER.fullmatch(number) and sum(map(str.isdigit, number)) >= 5):
        form.wrong("number", form.t("A number to ring, like 01545 570000"))
    return Asking(name, number, form.line("suits", longest=LONGEST["suits"], needed=False), request.scope["state"]["language"])


def _waiting(request: Asked, project: UUID, base: str) -> Answer:
    return page(request, "calls/index.html", {"base": base, "calls": calls.waiting(workspace(request), act(request, project))})


routes = [new, ask, index, done, new_in_project, ask_in_project, index_in_project, done_in_project]
