"""After a count: a consent that failed goes on to a vote, a group chooses its way where only one side agreed, the minority says why."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, decision
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import aftermath as acts
from workspace import decisions
from workspace.aftermath import LONGEST, ROUTES
from workspace.languages import LONDON, translator
from workspace.prospects import prospect
from workspace.refusals import NotFound

from .auth import act, workspace
from .decision_pages import RuleTold, names_of, rule_told
from .forms import Form
from .frames import frame_of
from .opening import must_be_in_time
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, DECISIONS]


@dataclass(frozen=True, slots=True)
class Following:
    decision: Decision
    rule: RuleTold
    closes_on: str  # a week from now


@dataclass(frozen=True, slots=True)
class Asking:
    decision: Decision
    longest: int


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/following", shows=SHOWS)
def ask_to_follow(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """The question of a consent that failed, and the rule by which it can go on to a vote."""
    frame, opened, t = frame_of(request, project), workspace(request), translator(request.scope["state"]["language"])
    found = prospect(opened, project, act(request, project).member, after_consent=True)
    day = (opened.now().astimezone(LONDON) + timedelta(days=7)).date()
    shown = Following(_decision(request, project, decision_id), rule_told(t, names_of(frame, t), found.rule, found.roll), day.isoformat())
    return page(request, "aftermath/follow.html", shown)


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/following", again=ask_to_follow)
def follow(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Put the question of a consent that failed to a vote under the charter's own rule."""
    closes = form.moment("closes")
    frame_of(request, project)
    must_be_in_time(request, form, closes)
    form.check()
    receipt = decisions.follow(workspace(request), act(request, project), decision_id, closes)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{receipt.id}")


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/routes", shows=SHOWS)
def ask_for_route(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """What a group can do where one side agreed and the other did not."""
    frame_of(request, project)
    return page(request, "aftermath/route.html", Asking(_decision(request, project, decision_id), LONGEST))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/routes", again=ask_for_route)
def take_route(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Choose one of those ways."""
    route = form.one_of("route", ROUTES)
    words = form.words("words", longest=LONGEST, needed=False)
    frame_of(request, project)
    form.check()
    receipt = acts.take_route(workspace(request), act(request, project), decision_id, route, words)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#next")


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/statements", shows=SHOWS)
def ask_for_statement(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """Where somebody says why they do not stand with the outcome."""
    frame_of(request, project)
    return page(request, "aftermath/statement.html", Asking(_decision(request, project, decision_id), LONGEST))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/statements", again=ask_for_statement)
def state_minority(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Say why one does not stand with the outcome: it stands beside the result, with a name."""
    words = form.words("statement", longest=LONGEST)
    frame_of(request, project)
    form.check()
    receipt = acts.state_minority(workspace(request), act(request, project), decision_id, words)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#minority")


def _decision(request: Asked, project: UUID, decision_id: UUID) -> Decision:
    with workspace(request).reading() as db:
        found = decision(db, decision_id)
    if found is None or found.project != project:
        raise NotFound
    return found


routes = [ask_to_follow, follow, ask_for_route, take_route, ask_for_statement, state_minority]
