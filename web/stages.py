"""Where a project stands: its four stages, each opened, closed and gone back to with a reason; and who may see the project."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.projects import PROJECTS, Overview, Stage, overview
from workspace import projects
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sentences import STAGES

Asked = Request[Any, Any, Any]

LONGEST = 2000
SHOWS = [PROJECTS, PEOPLE]


@dataclass(frozen=True, slots=True)
class Stages:
    stages: dict[str, Stage | None]
    stage_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShownStage:
    stage: str
    story: Stage | None
    stage_words: dict[str, str]


@get("/projects/{project:uuid}/stages", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """The four stages of a project."""
    return page(request, "projects/stages.html", Stages(_stories(request, project), STAGES))


@get("/projects/{project:uuid}/stages/{stage:str}", shows=SHOWS)
def show(request: Asked, project: UUID, stage: str) -> Answer:
    """One stage of a project."""
    stories = _stories(request, project)
    _must_be_stage(stage)
    return page(request, "projects/stage.html", ShownStage(stage, stories[stage], STAGES))


@post("/projects/{project:uuid}/stages/{stage:str}", again=show)
def open_stage(request: Asked, project: UUID, stage: str, form: Form) -> Answer:
    """Open a stage, for the first time or again, with the reason."""
    reason = form.words("reason", longest=LONGEST)
    frame_of(request, project)
    _must_be_stage(stage)
    form.check()
    receipt = projects.open_stage(workspace(request), act(request, project), stage, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/stages")


@delete("/projects/{project:uuid}/stages/{stage:str}", again=show)
def close_stage(request: Asked, project: UUID, stage: str, form: Form) -> Answer:
    """Close a stage, with the reason."""
    reason = form.words("reason", longest=LONGEST)
    frame_of(request, project)
    _must_be_stage(stage)
    form.check()
    receipt = projects.close_stage(workspace(request), act(request, project), stage, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/stages")


@get("/projects/{project:uuid}/visibility", shows=SHOWS)
def visibility(request: Asked, project: UUID) -> Answer:
    """Who may see a project: the form."""
    frame_of(request, project)
    return page(request, "projects/visibility.html")


@post("/projects/{project:uuid}/visibility", again=visibility)
def show_to(request: Asked, project: UUID, form: Form) -> Answer:
    """Change who may see a project, with the reason."""
    shown_to = form.one_of("visibility", projects.VISIBILITIES)
    reason = form.words("reason", longest=LONGEST)
    frame_of(request, project)
    form.check()
    receipt = projects.show_to(workspace(request), act(request, project), shown_to, reason)
    return moved_on(request, receipt, to=f"/projects/{project}")


def _stories(request: Asked, project: UUID) -> dict[str, Stage | None]:
    frame_of(request, project)
    with workspace(request).reading() as db:
        found: Overview | None = overview(db, project)
    stories = {each.stage: each for each in found.stages} if found else {}
    return {stage: stories.get(stage) for stage in STAGES}


def _must_be_stage(stage: str) -> None:
    if stage not in STAGES:
        raise NotFound


routes = [index, show, open_stage, close_stage, visibility, show_to]
