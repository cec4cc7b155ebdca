"""Who facilitates: two are usual, one of each group. A facilitator asks somebody; whoever is asked answers for themselves."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE, Person, people
from projections.projects import PROJECTS
from workspace import facilitating

from .auth import act, workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Facilitating:
    facilitators: list[Person]
    is_asked: bool  # whoever is looking
    others: list[Person]  # whom a facilitator can ask, those of a group that has no facilitator yet first


@get("/projects/{project:uuid}/facilitators", shows=[PROJECTS, PEOPLE])
def index(request: Asked, project: UUID) -> Answer:
    """Who facilitates; for facilitators whom to ask, and the question for whoever is asked."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        here = [each for each in people(db, project) if each.is_here]
    now = [each for each in here if "facilitator" in each.tasks]
    have = {each.side for each in now}
    others = [each for each in here if each not in now and each.side != "none"] if frame.is_facilitator else []
    is_asked = any(each.id == frame.member and each.facilitating == "asked" for each in here)
    shown = now if frame.is_member or not frame.is_sensitive else []
    return page(request, "facilitators/index.html", Facilitating(shown, is_asked, sorted(others, key=lambda each: each.side in have)))


@post("/projects/{project:uuid}/facilitators", again=index)
def ask(request: Asked, project: UUID, form: Form) -> Answer:
    """Ask somebody to facilitate too."""
    member = form.uuid("member")
    frame_of(request, project)
    form.check()
    receipt = facilitating.ask(workspace(request), act(request, project), member)
    return moved_on(request, receipt, to=f"/projects/{project}/facilitators")


@post("/projects/{project:uuid}/facilitators/answer", again=index)
def answer(request: Asked, project: UUID, form: Form) -> Answer:
    """Say yes or no to facilitating."""
    said = form.one_of("answer", ("yes", "no"), missing=form.t("Choose yes or no"))
    by = act_in(request, project)
    form.check()
    receipt = facilitating.answer(workspace(request), by, said == "yes")
    return moved_on(request, receipt, to=f"/projects/{project}/facilitators")


routes = [index, ask, answer]
