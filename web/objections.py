"""Objections to a decision by consent: raising one, and the page where it is answered."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, Objection, decision, objection, project_of
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import decisions as votes
from workspace import objections as acts
from workspace.charters import SECTIONS
from workspace.objections import LONGEST
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

SHOWS = [PROJECTS, PEOPLE, DECISIONS]
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Objecting:
    decision: Decision
    may_object: bool
    saw: int  # the version of one's own vote
    why: str  # what stood on the ballot


@dataclass(frozen=True, slots=True)
class ShownObjection:
    decision: Decision
    objection: Objection
    is_mine: bool
    may_doubt: bool
    longest: int


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/objections/new", shows=SHOWS)
def new(request: Request[Any, Any, Any], project: UUID, decision_id: UUID) -> Answer:
    """What harm, and why; said beforehand that everybody can read it."""
    return page(request, "objections/new.html", objecting(request, project, decision_id))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/objections", again=new)
def object_to(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Object, as one's vote: `saw` is how often one had voted before."""
    aim = harmed(form)
    why = form.words("why", longest=LONGEST)
    saw = form.number("saw", least=0, most=1_000_000)
    by = act_in(request, project)
    form.check()
    receipt = votes.vote(workspace(request), by, decision_id, "object", why, saw, aim)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#yours")


@get("/projects/{project:uuid}/objections/{objection_id:uuid}", shows=SHOWS)
def show(request: Request[Any, Any, Any], project: UUID, objection_id: UUID) -> Answer:
    """An objection, and what is said to it."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        raised = objection(db, objection_id)
        found = decision(db, raised.decision, member=frame.member) if raised else None
    if found is None or raised is None or found.project != project:
        raise NotFound
    is_mine = raised.raised.member == frame.member
    may_doubt = found.state == "open" and found.side is not None and not is_mine and raised.state == "open"
    may_doubt = may_doubt and found.side not in [deed.side for deed in raised.doubts]
    return page(request, "objections/show.html", ShownObjection(found, raised, is_mine, may_doubt, LONGEST))


@post("/projects/{project:uuid}/objections/{objection_id:uuid}/replies", again=show)
def reply(request: Request[Any, Any, Any], project: UUID, objection_id: UUID, form: Form) -> Answer:
    """Answer an objection."""
    words = form.words("reply", longest=LONGEST)
    frame_of(request, project)
    form.check()
    receipt = acts.reply(workspace(request), act(request, project), objection_id, words)
    return moved_on(request, receipt, to=_page(project, objection_id))


@post("/projects/{project:uuid}/objections/{objection_id:uuid}/doubts", again=show)
def doubt(request: Request[Any, Any, Any], project: UUID, objection_id: UUID, form: Form) -> Answer:
    """Say that one sees no harm in it, and why."""
    words = form.words("doubt", longest=LONGEST)
    frame_of(request, project)
    form.check()
    receipt = acts.doubt(workspace(request), act(request, project), objection_id, words)
    return moved_on(request, receipt, to=_page(project, objection_id))


@post("/projects/{project:uuid}/objections/{objection_id:uuid}/acceptance", again=show)
def accept(request: Request[Any, Any, Any], project: UUID, objection_id: UUID, form: Form) -> Answer:
    """Say that a change meets one's own objection."""
    words = form.words("met", longest=LONGEST, needed=False)
    frame_of(request, project)
    form.check()
    receipt = acts.accept(workspace(request), act(request, project), objection_id, words)
    return moved_on(request, receipt, to=_page(project, objection_id))


def objecting(request: Request[Any, Any, Any], project: UUID, decision_id: UUID, why: str = "") -> Objecting:
    frame, opened = frame_of(request, project), workspace(request)
    with opened.reading() as db:
        found = decision(db, decision_id, member=frame.member)
    if found is None or found.project != project:
        raise NotFound
    ballot = votes.on_record(opened, decision_id, frame.member) if frame.member else None
    may_object = found.is_by_consent and found.side is not None and found.state == "open"
    return Objecting(found, may_object, ballot.version if ballot else 0, why)


def _page(project: UUID, objection_id: UUID) -> str:
    return f"/projects/{project}/objections/{objection_id}"


@get("/objections/{objection_id:uuid}", shows=[DECISIONS])
def find(request: Request[Any, Any, Any], objection_id: UUID) -> Answer:
    """The short address of an objection, as mails carry it."""
    with workspace(request).reading() as db:
        raised = objection(db, objection_id)
        project = project_of(db, raised.decision) if raised else None
    if project is None:
        raise NotFound
    frame_of(request, project)
    return moved_on(request, to=_page(project, objection_id))


def harmed(form: Form, *, default: str | None = None) -> str:
    """The field `aim`: which section of the charter would be harmed; empty where it is something else."""
    aim = form.one_of("aim", (*SECTIONS, OTHER), default=default)
    return "" if aim == OTHER else aim


routes = [find, new, object_to, show, reply, doubt, accept]
