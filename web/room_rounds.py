"""A consent round in a session: what whoever leads does, and what everybody asks and says from their phone."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.proposals import proposal
from workspace import attending
from workspace import room_rounds as acts
from workspace.application import Act, Receipt
from workspace.refusals import NotFound
from workspace.rounds import LEVELS, LONGEST, STEPS

from .auth import workspace
from .console import show as console
from .forms import Form
from .frames import act_in
from .guests import act_here
from .here import show as here
from .rendering import Answer, moved_on
from .routes import post

Asked = Request[Any, Any, Any]

E = "/projects/{project:uuid}/sessions/{session:uuid}"
G = "/here/{session:uuid}/blocks/{block:uuid}"


@post(f"{E}/rounds", again=console)
def take_up(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Begin a consent round in the room, about a proposal as it stands."""
    about = form.uuid("proposal")
    by = _act(request, project, session)
    form.check()
    with workspace(request).reading() as db:
        standing = proposal(db, project, about)
    if standing is None:
        raise NotFound
    return _led(request, project, session, acts.take_up(workspace(request), by, session, about, standing.version))


@post(f"{E}/blocks/{{block:uuid}}/step", again=console)
def go_on(request: Asked, project: UUID, session: UUID, block: UUID, form: Form) -> Answer:
    """Lead the round in the room to its next step, or back to an earlier one."""
    step = form.one_of("step", STEPS)
    by = _act(request, project, session)
    form.check()
    return _led(request, project, session, acts.go_on(workspace(request), by, session, block, step))


@post(f"{G}/questions", again=here)
def ask(request: Asked, session: UUID, block: UUID, form: Form) -> Answer:
    """Ask something about the proposal, to understand it."""
    words = form.words("text", longest=LONGEST)
    by = act_here(request, session)
    form.check()
    return moved_on(request, acts.ask(workspace(request), by, session, block, words), to=f"/here/{session}")


@post(f"{G}/senses", again=here)
def sense(request: Asked, session: UUID, block: UUID, form: Form) -> Answer:
    """Say how the proposal feels just now, from -2 to 2; the last time counts."""
    level = form.number("level", least=min(LEVELS), most=max(LEVELS))
    by = act_here(request, session)
    form.check()
    return moved_on(request, acts.sense(workspace(request), by, session, block, level), to=f"/here/{session}")


def _act(request: Asked, project: UUID, session: UUID) -> Act:
    return attending.in_session(act_in(request, project), session)


def _led(request: Asked, project: UUID, session: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/console")


routes = [take_up, go_on, ask, sense]
