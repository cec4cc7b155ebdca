"""Ideas in order: two that go on as one, set apart again, and one that becomes several."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Card, board
from projections.people import PEOPLE
from projections.projects import PROJECTS, Frame
from workspace import arranging, ideas
from workspace.arranging import MOST_PARTS

from .asking import short
from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .ideas import idea_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, BOARD]
FEW = 12
PARTS = tuple(f"part_{number}" for number in range(1, MOST_PARTS + 1))


@dataclass(frozen=True, slots=True)
class Joining:
    idea: Card
    others: list[Card]  # that it could go on with
    into: Card | None  # with which it does
    may_join: bool
    find: str


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/joining", shows=SHOWS)
def ask_into(request: Asked, project: UUID, idea_id: UUID) -> Answer:
    """Asks one thing: with which idea shall this one go on? `?find=` looks through the board; without it those of the same theme are offered."""
    find = short(request, "find")
    frame = frame_of(request, project)
    found = idea_of(request, project, idea_id, frame.member)
    into = idea_of(request, project, found.joined_with, frame.member) if found.joined_with else None
    may_join = frame.is_facilitator or found.is_ours or (into is not None and into.is_ours)
    others = _others(request, frame, found, find) if may_join and not into else []
    return page(request, "ideas/joining.html", Joining(found, others, into, may_join, find))


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/joining", again=ask_into)
def join(request: Asked, project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Let an idea go on as one with another, of all their authors."""
    into = form.uuid("into")
    by = act_in(request, project)
    form.check()
    return moved_on(request, arranging.join(workspace(request), by, idea_id, into), to=f"/projects/{project}/ideas/{into}")


@delete("/projects/{project:uuid}/ideas/{idea_id:uuid}/joining", again=ask_into)
def set_apart(request: Asked, project: UUID, idea_id: UUID) -> Answer:
    """Set an idea apart again from the one that it was joined with."""
    by = act_in(request, project)
    return moved_on(request, arranging.set_apart(workspace(request), by, idea_id), to=f"/projects/{project}/ideas/{idea_id}")


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/parts", shows=SHOWS)
def ask_parts(request: Asked, project: UUID, idea_id: UUID) -> Answer:
    """Asks one thing: which ideas are in this one?"""
    frame = frame_of(request, project)
    return page(request, "ideas/parts.html", {"idea": idea_of(request, project, idea_id, frame.member), "longest": ideas.LONGEST})


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/parts", again=ask_parts)
def split(request: Asked, project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Make two to five ideas of one's own idea; the first keeps the page."""
    parts = [form.words(name, longest=ideas.LONGEST, needed=name in PARTS[:2]) for name in PARTS]
    by = act_in(request, project)
    form.check()
    receipt = arranging.split(workspace(request), by, idea_id, [part for part in parts if part])
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}")


def _others(request: Asked, frame: Frame, idea: Card, find: str) -> list[Card]:
    with workspace(request).reading() as db:
        found = board(db, frame.id, viewer=frame.member, theme=None if find else idea.theme, find=find, most=FEW + 1)
    return [card for card in found.cards if card.id != idea.id][:FEW]


routes = [ask_into, join, set_apart, ask_parts, split]
