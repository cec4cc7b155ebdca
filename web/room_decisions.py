"""A decision in a session: whoever leads puts a question to everybody who is there and everybody of the project, and closes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.proposals import PROPOSALS, Line, open_proposals, proposal
from projections.rounds import ROUNDS, Round
from projections.rounds import round as consent_round
from workspace import attending, proceedings, room_rounds
from workspace.decisions import LONGEST, WAYS
from workspace.opening import may_raise_hands
from workspace.refusals import NotFound

from .asking import one_id
from .auth import workspace
from .console import led
from .forms import Form
from .frames import act_in, frame_of
from .opening import question_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sessions import SHOWS

Asked = Request[Any, Any, Any]
E = "/projects/{project:uuid}/sessions/{session:uuid}/question"

UNTIL = ("15", "30", "60", "1440", "10080")
"""Minutes for which it can be answered; those at home may need a day or a week."""


@dataclass(frozen=True, slots=True)
class Putting:
    """The form; `proposals`: of which one can be what is asked about."""

    session: Planned
    proposals: Sequence[Line]
    part: Block | None  # in which it is put: the group decides there, and nothing is asked yet
    may_raise_hands: bool  # not where the charter itself asks each for consent
    round: Round | None  # that leads to it
    until: Sequence[str] = UNTIL


@get(E, shows=[*SHOWS, PROPOSALS, ROUNDS])
def new(request: Asked, project: UUID, session: UUID) -> Answer:
    """Put a question to everybody, or a proposal as it stands: the form, for whoever leads; `block`: once the session is over, the part in which the group
    decided on paper. Refused: NotYours."""
    block = one_id(request, "block")
    found = led(request, frame_of(request, project), session)
    with workspace(request).reading() as db:
        listed = open_proposals(db, project)
        running = consent_round(db, found.block.round) if found.block and found.block.round else None
    may = running is None and may_raise_hands(workspace(request), project)
    return page(request, "console/question.html", Putting(found, [] if running else listed, _asking(found, block), may, running))


def _asking(found: Planned, block: UUID | None) -> Block | None:
    """The part that a question is put in: the one at whose step of deciding the group is, or, once the session is over, this one of its agenda."""
    if found.state == "over":
        part = next((each for each in found.blocks if each.id == block and "decide" in each.steps and not each.is_set_aside), None)
    else:
        part = found.block if found.now is not None and found.now.step == "decide" else None
    return part if part is not None and part.decision is None else None


@post(E, again=new)
def ask(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Put it to everybody who was let in and everybody of the project, as one electorate, under the charter; `version`: of the proposal of the consent
    round that led to it, as it was read."""
    block = form.uuid("block", needed=False)
    question, about, read = question_of(form), form.uuid("proposal", needed=False), form.number("version", least=0, most=1_000_000, default=0)
    minutes, way = int(form.one_of("until", UNTIL, default="30")), form.one_of("way", WAYS, default=WAYS[0])
    by = attending.in_session(act_in(request, project), session)
    form.check()
    opened = workspace(request)
    with opened.reading() as db:
        standing = proposal(db, project, about) if about else None
    if about and standing is None:
        raise NotFound
    closes_at = opened.now() + timedelta(minutes=minutes)
    if read:
        receipt = room_rounds.ask_for_consent(opened, by, session, question, closes_at, read)
    else:
        version = standing.version if standing else None
        receipt = proceedings.decide(opened, by, session, question, closes_at, proposal=about, version=version, way=way, block=block)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/{f'typing/{block}/votes' if block else 'console'}")


@post(f"{E}/closure", again=new)
def close(request: Asked, project: UUID, session: UUID, form: Form) -> Answer:
    """Everybody has answered who wants to: close what the room was asked, with the reason, and count it."""
    reason = form.words("closing", longest=LONGEST["reason"])
    found = led(request, frame_of(request, project), session)
    by = attending.in_session(act_in(request, project), session)
    form.check()
    if found.block is None or found.block.decision is None:
        raise NotFound
    receipt = proceedings.close(workspace(request), by, session, found.block.decision, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/console")


routes = [new, ask, close]
