"""Appeals against words being taken down: by their author, once; decided by somebody else than who took them down."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.projects import PROJECTS
from projections.taken_down import TAKEN_DOWN, taken_down
from workspace import appeals
from workspace.members import NETWORK
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .words import show

Asked = Request[Any, Any, Any]


@post("/projects/{project:uuid}/words/{text:uuid}/appeals", again=show)
def appeal(request: Asked, project: UUID, text: UUID, form: Form) -> Answer:
    """Ask somebody else to look again at one's own words that were taken down."""
    reason = form.words("appeal")
    frame_of(request, project)
    form.check()
    receipt = appeals.appeal(workspace(request), act(request, project), text, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/words/{text}")


@post("/projects/{project:uuid}/words/{text:uuid}/verdict", again=show)
def decide(request: Asked, project: UUID, text: UUID, form: Form) -> Answer:
    """Decide an appeal as another facilitator of the project."""
    upheld, reason = _verdict(form)
    frame_of(request, project)
    form.check()
    receipt = appeals.answer(workspace(request), act(request, project), text, reason, upheld=upheld)
    return moved_on(request, receipt, to=f"/projects/{project}/words")


@get("/network/appeals/{text:uuid}", shows=[PROJECTS, TAKEN_DOWN])
def show_for_the_network(request: Asked, text: UUID) -> Answer:
    """An appeal in a project that has nobody else to decide it; for co-ordinators."""
    opened = workspace(request)
    words = appeals.for_the_network(opened, act(request, NETWORK), text)
    with opened.reading() as db:
        found = taken_down(db, words.project, text)
        row = db.execute("select language, body from texts where id = %s", (text,)).fetchone()
    if found is None:
        raise NotFound
    return page(request, "words/appeal.html", {"id": text, "taken_down": found, "body": dict([row]) if row else {}})


@post("/network/appeals/{text:uuid}", again=show_for_the_network)
def decide_for_the_network(request: Asked, text: UUID, form: Form) -> Answer:
    """Decide it as a co-ordinator."""
    upheld, reason = _verdict(form)
    by = act(request, NETWORK)
    form.check()
    return moved_on(request, appeals.answer_for_the_network(workspace(request), by, text, reason, upheld=upheld), to="/home")


def _verdict(form: Form) -> tuple[bool, str]:
    return form.one_of("upheld", ("yes", "no")) == "yes", form.words("verdict")


routes = [appeal, decide, show_for_the_network, decide_for_the_network]
