"""Themes: naming one, renaming and closing it, and putting an idea under it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Card, Theme, themes
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import arranging
from workspace import themes as acts

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .ideas import idea_of
from .rendering import Answer, moved_on, page
from .routes import get, post

SHOWS = [PROJECTS, PEOPLE, BOARD]


@dataclass(frozen=True, slots=True)
class Themes:
    themes: list[Theme]
    longest: int


@dataclass(frozen=True, slots=True)
class Move:
    idea: Card
    themes: list[Theme]


@get("/projects/{project:uuid}/themes", shows=SHOWS)
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """The themes of a project, with the form to name another."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = themes(db, project, viewer=frame.member)
    return page(request, "themes/index.html", Themes(found, acts.LONGEST))


@post("/projects/{project:uuid}/themes", again=index)
def name(request: Request[Any, Any, Any], project: UUID, form: Form) -> Answer:
    """Name a theme."""
    called = form.each("name", longest=acts.LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.name(workspace(request), by, called))


@post("/projects/{project:uuid}/themes/{theme_id:uuid}/name", again=index)
def rename(request: Request[Any, Any, Any], project: UUID, theme_id: UUID, form: Form) -> Answer:
    """Give a theme another name."""
    called = form.each("name", longest=acts.LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.rename(workspace(request), by, theme_id, called))


@post("/projects/{project:uuid}/themes/{theme_id:uuid}/closure", again=index)
def close(request: Request[Any, Any, Any], project: UUID, theme_id: UUID) -> Answer:
    """Close a theme: what stood under it stands under none."""
    by = act_in(request, project)
    return _back(request, project, acts.close(workspace(request), by, theme_id))


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/theme", shows=SHOWS)
def choose(request: Request[Any, Any, Any], project: UUID, idea_id: UUID) -> Answer:
    """Which theme an idea stands under: the form."""
    frame = frame_of(request, project)
    found = idea_of(request, project, idea_id, frame.member)
    with workspace(request).reading() as db:
        return page(request, "ideas/theme.html", Move(found, themes(db, project)))


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/theme", again=choose)
def move(request: Request[Any, Any, Any], project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Put an idea under a theme, or under none."""
    theme = form.uuid("theme", needed=False)
    by = act_in(request, project)
    form.check()
    receipt = arranging.move(workspace(request), by, idea_id, theme)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas?theme={theme or 'none'}#idea-{idea_id}")


def _back(request: Request[Any, Any, Any], project: UUID, receipt: Any) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/themes")


routes = [index, name, rename, close, choose, move]
