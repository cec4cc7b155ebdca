"""Hands in a room: one person of each group writes down what they counted, each by themselves."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, Hands, decision
from projections.decisions import hands as counted_by
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import hands as acts
from workspace.hands import CHOICES
from workspace.refusals import NotFound

from .auth import act, workspace
from .forms import Form
from .frames import frame_of, knows_everybody
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, DECISIONS]
SIDES = ("citizen", "professional")
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Count:
    decision: Decision
    hands: Hands
    may_count: bool


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/hands", shows=SHOWS)
def count(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """The hands that were raised in the room: the form for whoever counted them."""
    found = _decision(request, project, decision_id)
    with workspace(request).reading() as db:
        reported = counted_by(db, decision_id, is_named=knows_everybody(request.scope["state"]["frame"]))
    return page(request, "hands/count.html", Count(found, reported, found.state == "open" and found.side is not None))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/hands", again=count)
def report(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """Write down the hands that one counted. When one person of each group has counted the same, that is the result."""
    counts = {side: {choice: form.number(f"{side}_{choice}", least=0, most=MOST) for choice in CHOICES} for side in SIDES}
    frame_of(request, project)
    by = act(request, project)
    people = acts.people(workspace(request), by, decision_id)
    for side, hands in counts.items():
        if sum(hands.values()) > people[side]:
            form.wrong(
                f"{side}_yes",
                form.t.n("More hands than people: {count} person is on the list", "More hands than people: {count} people are on the list", people[side]),
            )
    form.check()
    receipt = acts.report(workspace(request), by, decision_id, counts)
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision_id}#hands")


def _decision(request: Asked, project: UUID, decision_id: UUID) -> Decision:
    """Refused: NotFound, also where nobody counts hands."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = decision(db, decision_id, member=frame.member)
    if found is None or found.project != project or found.way != "hands":
        raise NotFound
    return found


routes = [count, report]
