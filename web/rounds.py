"""A consent round: the steps of it, what is asked and answered, how it feels, and the decision that it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, decision
from projections.people import PEOPLE
from projections.projects import PROJECTS
from projections.proposals import PROPOSALS, Proposal, proposal
from projections.rounds import ROUNDS, Line, Round, round, rounds  # noqa: A004
from workspace import rounds as acts
from workspace.refusals import NotFound
from workspace.rounds import LEVELS, LONGEST, STEPS

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, PROPOSALS, ROUNDS, DECISIONS]


@dataclass(frozen=True, slots=True)
class ShownRounds:
    proposal: Proposal
    rounds: list[Line]


@dataclass(frozen=True, slots=True)
class ShownRound:
    round: Round
    proposal: Proposal
    decision: Decision | None
    steps: Sequence[str]
    next: str | None  # the step that comes next; None at the end, and while the decision is not counted
    before: Sequence[str]  # steps to which the group may go back
    longest: int


@get("/projects/{project:uuid}/proposals/{proposal_id:uuid}/rounds", shows=SHOWS)
def index(request: Asked, project: UUID, proposal_id: UUID) -> Answer:
    """The consent rounds of a proposal, and how to begin one."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = proposal(db, project, proposal_id, viewer=frame.member)
        listed = rounds(db, project, proposal_id)
    if found is None:
        raise NotFound
    return page(request, "rounds/index.html", ShownRounds(found, listed))


@post("/projects/{project:uuid}/proposals/{proposal_id:uuid}/rounds", again=index)
def begin(request: Asked, project: UUID, proposal_id: UUID, form: Form) -> Answer:
    """Begin a consent round about the version that was read."""
    version = form.number("version", least=1, most=1_000_000)
    by = act_in(request, project)
    form.check()
    receipt = acts.begin(workspace(request), by, proposal_id, version)
    return moved_on(request, receipt, to=f"/projects/{project}/rounds/{receipt.id}")


@get("/projects/{project:uuid}/rounds/{round_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, round_id: UUID) -> Answer:
    """A consent round at the step where it is."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = round(db, round_id, viewer=frame.member)
        if found is None or found.project != project:
            raise NotFound
        about = proposal(db, project, found.proposal, viewer=frame.member)
        asked = decision(db, found.decision, member=frame.member) if found.decision else None
    if about is None:
        raise NotFound
    following, before = steps_around(found, is_counted=bool(asked and asked.state == "over"))
    return page(request, "rounds/show.html", ShownRound(found, about, asked, STEPS, following, before, LONGEST))


def steps_around(found: Round, *, is_counted: bool) -> tuple[str | None, Sequence[str]]:
    """The step that comes next, if one does now, and those to which the group may go back."""
    place = STEPS.index(found.step)
    is_next = place + 1 < len(STEPS) and (found.step != "consent" or is_counted)
    return (STEPS[place + 1] if is_next else None), (STEPS[:place] if found.decision is None else ())


@post("/projects/{project:uuid}/rounds/{round_id:uuid}/step", again=show)
def go_on(request: Asked, project: UUID, round_id: UUID, form: Form) -> Answer:
    """Lead a round to its next step, or back to an earlier one."""
    step = form.one_of("step", STEPS)
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.go_on(workspace(request), by, round_id, step), to=f"/projects/{project}/rounds/{round_id}")


@post("/projects/{project:uuid}/rounds/{round_id:uuid}/questions", again=show)
def ask(request: Asked, project: UUID, round_id: UUID, form: Form) -> Answer:
    """Ask something in a round."""
    words = form.words("asked", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.ask(workspace(request), by, round_id, words), to=f"/projects/{project}/rounds/{round_id}#talk")


@post("/projects/{project:uuid}/rounds/{round_id:uuid}/replies", again=show)
def reply(request: Asked, project: UUID, round_id: UUID, form: Form) -> Answer:
    """Answer what somebody asked in a round."""
    question, words = form.uuid("question"), form.words("reply", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.reply(workspace(request), by, round_id, question, words), to=f"/projects/{project}/rounds/{round_id}#talk")


@post("/projects/{project:uuid}/rounds/{round_id:uuid}/senses", again=show)
def sense(request: Asked, project: UUID, round_id: UUID, form: Form) -> Answer:
    """Say how it feels just now, from -2 to 2; the last time counts."""
    level = form.number("level", least=min(LEVELS), most=max(LEVELS))
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.sense(workspace(request), by, round_id, level), to=f"/projects/{project}/rounds/{round_id}#sense")


@post("/projects/{project:uuid}/rounds/{round_id:uuid}/end", again=show)
def end(request: Asked, project: UUID, round_id: UUID, form: Form) -> Answer:
    """End a round, with what changed and thanks."""
    words = form.words("thanks", longest=LONGEST, needed=False)
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.end(workspace(request), by, round_id, words), to=f"/projects/{project}/rounds/{round_id}")


routes = [index, begin, show, go_on, ask, reply, sense, end]
