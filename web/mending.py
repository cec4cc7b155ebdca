"""The frozen question: a word put right by one person of each group, and a vote that is started again."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, Mend, aftermath, decision
from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, proposal
from workspace import mending as acts
from workspace.decisions import LONGEST
from workspace.languages import LONDON
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of
from .opening import Draft, must_be_in_time, question_of, written
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, DECISIONS]


@dataclass(frozen=True, slots=True)
class Sheet:
    decision: Decision
    draft: Draft
    version: int | None  # of the proposal, the newest
    longest: int


@dataclass(frozen=True, slots=True)
class ShownMend:
    decision: Decision
    mend: Mend
    may_mend: bool


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/mends", shows=SHOWS)
def ask(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """The words of a question, to put one of them right."""
    frame = frame_of(request, project)
    return page(request, "mending/ask.html", _sheet(request, _decision(request, project, decision_id, frame.member)))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/mends", again=ask)
def ask_mend(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Ask for a word to be put right: it is, once somebody of the other group agrees."""
    question = question_of(form)
    frame_of(request, project)
    form.check()
    receipt = acts.ask_mend(workspace(request), act(request, project), decision_id, question)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#mends")


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/mends/{mend:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, decision_id: UUID, mend: UUID) -> Answer:
    """What would be put right, word by word."""
    frame = frame_of(request, project)
    found = _decision(request, project, decision_id, frame.member)
    with workspace(request).reading() as db:
        asked = next((each for each in aftermath(db, decision_id).mends if each.id == mend), None)
    if asked is None:
        raise NotFound
    may_mend = asked.mended_at is None and found.state == "open" and found.side not in (None, asked.side)
    return page(request, "mending/show.html", ShownMend(found, asked, may_mend))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/mends/{mend:uuid}", again=show)
def mend_words(request: Asked, project: UUID, decision_id: UUID, mend: UUID) -> Answer:
    """Agree, for the other group, that nothing but a slip of the pen is put right."""
    frame_of(request, project)
    receipt = acts.mend(workspace(request), act(request, project), decision_id, mend)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#mends")


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/restart", shows=[*SHOWS, PROPOSALS])
def ask_to_restart(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """The question, to be asked again in other words or about a newer version."""
    frame_of(request, project)
    return page(request, "mending/restart.html", _sheet(request, _decision(request, project, decision_id)))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/restart", again=ask_to_restart)
def restart(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Start the vote again: the votes so far are void, and everybody on the list is told why."""
    question, closes_at = question_of(form), form.moment("closes")
    reason = form.words("reason", longest=LONGEST["reason"])
    version = form.number("version", least=0, most=1_000_000, default=0) or None
    frame_of(request, project)
    must_be_in_time(request, form, closes_at)
    form.check()
    receipt = acts.restart(workspace(request), act(request, project), decision_id, question, closes_at, reason, version)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{receipt.id}")


def _sheet(request: Asked, found: Decision) -> Sheet:
    form: Form | None = request.scope["state"].get("form")
    opened, about = workspace(request), None
    if found.proposal is not None:
        with opened.reading() as db:
            about = proposal(db, found.project, found.proposal)
    day = (opened.now().astimezone(LONDON) + timedelta(days=7)).date().isoformat()
    asked = Draft(found.question, found.yes, found.no, found.otherwise, next(iter(found.exception.values()), ""), day, "20:00")
    return Sheet(found, written(form) if form else asked, about.newest if about else None, LONGEST["reason"])


def _decision(request: Asked, project: UUID, decision_id: UUID, member: UUID | None = None) -> Decision:
    with workspace(request).reading() as db:
        found = decision(db, decision_id, member=member)
    if found is None or found.project != project:
        raise NotFound
    return found


routes = [ask, ask_mend, show, mend_words, ask_to_restart, restart]
