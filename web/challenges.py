"""Saying that "this isn't how it feels", to the facilitators or to everybody; what was answered; settling it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.challenges import CHALLENGES, Challenge, challenge, challenges
from projections.people import PEOPLE, groups
from projections.projects import PROJECTS
from workspace import challenges as acts
from workspace.challenges import ABOUT, LONGEST
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, CHALLENGES]
TOLD = ("facilitators", "everybody")


@dataclass(frozen=True, slots=True)
class NewChallenge:
    facilitators: list[str]  # whom it is said to; of a sensitive project no names
    about: tuple[str, ...]
    longest: int = LONGEST


@dataclass(frozen=True, slots=True)
class ShownChallenge:
    challenge: Challenge
    longest: int = LONGEST


@get("/projects/{project:uuid}/challenges", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """What was said to everybody, and what whoever looks said or, as a facilitator, was told."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = challenges(db, project, viewer=frame.member, is_facilitator=frame.is_facilitator)
    return page(request, "challenges/index.html", {"challenges": found})


@get("/projects/{project:uuid}/challenges/new", shows=SHOWS)
def new(request: Asked, project: UUID) -> Answer:
    """Say that it is not how it feels: the form."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        here = [] if frame.is_sensitive else groups(db, project)
    names = [name for group in here if group.is_facilitating for name in group.names or ()]
    return page(request, "challenges/new.html", NewChallenge(names, ABOUT))


@post("/projects/{project:uuid}/challenges", again=new)
def raise_(request: Asked, project: UUID, form: Form) -> Answer:
    """Say that it is not how it feels."""
    words = form.words("words", longest=LONGEST, missing=form.t("Say how it feels to you"))
    about = form.one_of("about", ABOUT, default="other")
    told = form.one_of("told", TOLD, default="facilitators")
    frame_of(request, project)
    form.check()
    receipt = acts.raise_(workspace(request), act(request, project), words, is_public=told == "everybody", about=about)
    return moved_on(request, receipt, to=f"/projects/{project}/challenges/{receipt.id}")


@get("/projects/{project:uuid}/challenges/{challenge_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, challenge_id: UUID) -> Answer:
    """What somebody said, and what was answered."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = challenge(db, project, challenge_id, viewer=frame.member, is_facilitator=frame.is_facilitator)
    if found is None:
        raise NotFound
    return page(request, "challenges/show.html", ShownChallenge(found))


@post("/projects/{project:uuid}/challenges/{challenge_id:uuid}/answers", again=show)
def answer(request: Asked, project: UUID, challenge_id: UUID, form: Form) -> Answer:
    """Answer it; whoever said it goes on about it."""
    words = form.words("answer", longest=LONGEST)
    frame_of(request, project)
    form.check()
    receipt = acts.answer(workspace(request), act(request, project), challenge_id, words)
    return moved_on(request, receipt, to=f"/projects/{project}/challenges/{challenge_id}")


@post("/projects/{project:uuid}/challenges/{challenge_id:uuid}/settlement", again=show)
def settle(request: Asked, project: UUID, challenge_id: UUID) -> Answer:
    """Whoever said it says that it is settled."""
    frame_of(request, project)
    receipt = acts.settle(workspace(request), act(request, project), challenge_id)
    return moved_on(request, receipt, to=f"/projects/{project}/challenges/{challenge_id}")


routes = [index, new, raise_, show, answer, settle]
