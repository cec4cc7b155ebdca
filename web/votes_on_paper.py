"""Typing in the votes of a decision that came on paper, ballot by ballot: each with its number, and whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Planned
from projections.decisions import DECISIONS, Decision, decision
from projections.helpers import HELPERS, Chosen, voices
from projections.minutes import MINUTES
from projections.projects import Frame
from projections.rooms import Typed
from workspace import attending, decisions, paper
from workspace.paper import MOST_SHEETS, Marked
from workspace.slips import slip_of
from workspace.voices import AGREED, Voice

from .asking import number, one_id
from .auth import workspace
from .console import led
from .decisions import vote_in
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sessions import SHOWS
from .typing_in import E, Part, part_of, typed_before

Asked = Request[Any, Any, Any]
V = f"{E}/{{block:uuid}}/votes"


@dataclass(frozen=True, slots=True)
class VotesOnPaper:
    """`voices`: those on the roll for whom whoever looks may type a vote in. Whether somebody has voted is not told here."""

    session: Planned
    part: Part
    is_sealed: bool
    done: Typed | None  # the ballot that was typed in a moment ago
    slip: UUID | None  # of its vote
    next: int  # number
    decision: Decision | None  # that this part asked
    voices: Sequence[Chosen]
    longest: int = decisions.LONGEST["reason"]
    most_sheets: int = MOST_SHEETS


@get(V, shows=[*SHOWS, MINUTES, DECISIONS, HELPERS])
def show(request: Asked, project: UUID, session: UUID, block: UUID) -> Answer:
    """The form for the votes of one part; `done`: the number of the one before, `slip`: its slip. Refused: NotYours, NotFound."""
    before, slip = number(request, "done", most=MOST_SHEETS), one_id(request, "slip")
    frame = frame_of(request, project)
    found = led(request, frame, session)
    typed, is_sealed = typed_before(request, session)
    part = part_of(found, typed, block)
    asked, named = _asked(request, frame, part)
    shown = VotesOnPaper(found, part, is_sealed, part.sheet(before), slip, part.following(before), asked, named)
    return page(request, "typing_in/votes.html", shown)


@post(V, again=show)
def type_in(request: Asked, project: UUID, session: UUID, block: UUID, form: Form) -> Answer:
    """Type in a ballot with a name on it: it goes into the box as their vote, and its number is used."""
    typed = form.number("number", least=1, most=MOST_SHEETS)
    choice, reason, aim = vote_in(form)
    member, agreed, asked = form.uuid("voice"), form.one_of("agreed", AGREED, default="signed"), form.uuid("decision")
    by = attending.in_session(act_in(request, project), session)
    form.check()
    opened, voice = workspace(request), Voice(member, agreed, "paper")
    receipt = paper.type_in_vote(opened, by, session, block, typed, Marked(asked, choice, reason, aim), voice)
    to = f"/projects/{project}/sessions/{session}/typing/{block}/votes?done={typed}&slip={slip_of(opened, receipt)}"
    return moved_on(request, receipt, to=to)


def _asked(request: Asked, frame: Frame, part: Part) -> tuple[Decision | None, Sequence[Chosen]]:
    if part.block.decision is None or frame.member is None:
        return None, []
    with workspace(request).reading() as db:
        named = voices(db, frame.id, frame.member, is_facilitator=frame.is_facilitator, decision=part.block.decision)
        return decision(db, part.block.decision), named


routes = [show, type_in]
