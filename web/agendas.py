"""The agenda of a session, block by block, and who looks after what in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.people import Person, people
from workspace import sessions as acts
from workspace.refusals import NotFound
from workspace.sessions import KINDS, LONGEST, LONGEST_BLOCK, MOST_DOTS, ROLES, PlannedBlock

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sessions import SHOWS, leads, planned, show

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class BlockForm:
    """The form of a block; `block` is None for a new one."""

    session: Planned
    block: Block | None
    may: bool  # whoever is looking may send it
    kinds: Sequence[str] = tuple(KINDS)
    longest: Mapping[str, int] = field(default_factory=lambda: LONGEST)
    longest_block: int = LONGEST_BLOCK
    most_dots: int = MOST_DOTS


@dataclass(frozen=True, slots=True)
class Roles:
    session: Planned
    people: Sequence[Person]
    roles: Sequence[str] = ROLES


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks/new", shows=SHOWS)
def new(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """Put something on the agenda: the form."""
    frame = frame_of(request, project)
    return page(request, "sessions/block.html", BlockForm(planned(request, project, session_id), None, frame.is_member))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks", again=new)
def add(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Put something on the agenda."""
    block, before = block_in(form, form.one_of("kind", KINDS)), form.uuid("before", needed=False)
    by = act_in(request, project)
    form.check()
    return _done(request, project, session_id, acts.add_block(workspace(request), by, session_id, block, before))


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks/{block_id:uuid}", shows=SHOWS)
def edit(request: Asked, project: UUID, session_id: UUID, block_id: UUID) -> Answer:
    """A block of the agenda, to be changed: the form."""
    frame = frame_of(request, project)
    found = planned(request, project, session_id)
    return page(request, "sessions/block.html", BlockForm(found, block_of(found, block_id), leads(frame, found)))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks/{block_id:uuid}", again=edit)
def change(request: Asked, project: UUID, session_id: UUID, block_id: UUID, form: Form) -> Answer:
    """Change a block of the agenda; its kind stays."""
    kind = form.one_of("kind", KINDS)
    told = block_in(form, kind)
    by = act_in(request, project)
    form.check()
    return _done(request, project, session_id, acts.change_block(workspace(request), by, session_id, block_id, told))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks/{block_id:uuid}/order", again=show)
def move(request: Asked, project: UUID, session_id: UUID, block_id: UUID, form: Form) -> Answer:
    """Put a block before another one; before none is at the end."""
    before = form.uuid("before", needed=False)
    by = act_in(request, project)
    form.check()
    return _done(request, project, session_id, acts.move_block(workspace(request), by, session_id, block_id, before))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/blocks/{block_id:uuid}/setting-aside", again=show)
def set_aside(request: Asked, project: UUID, session_id: UUID, block_id: UUID) -> Answer:
    """Set a block of the agenda aside."""
    by = act_in(request, project)
    return _done(request, project, session_id, acts.set_block_aside(workspace(request), by, session_id, block_id))


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/roles", shows=SHOWS)
def roles(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """Who looks after what in a session."""
    frame = frame_of(request, project)
    found = planned(request, project, session_id)
    with workspace(request).reading() as db:
        here = [each for each in people(db, project) if each.is_here] if frame.is_facilitator else []
    return page(request, "sessions/roles.html", Roles(found, here))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/roles", again=roles)
def give_role(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Give somebody a part in running a session."""
    member, role = form.uuid("member"), form.one_of("role", ROLES)
    by = act_in(request, project)
    form.check()
    receipt = acts.give_role(workspace(request), by, session_id, member, role)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}/roles")


@delete("/projects/{project:uuid}/sessions/{session_id:uuid}/roles", again=roles)
def take_role(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Take a part in running a session back."""
    member, role = form.uuid("member"), form.one_of("role", ROLES)
    by = act_in(request, project)
    form.check()
    receipt = acts.take_role(workspace(request), by, session_id, member, role)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}/roles")


def block_in(form: Form, kind: str) -> PlannedBlock:
    """A block as the form tells it. Dots are asked for where it is by dots."""
    words = {"title": form.each("title", longest=LONGEST["title"], missing=form.t("Give this part a name"))}
    words |= {what: form.each(what, longest=LONGEST[what], needed=False) for what in ("question", "notes")}
    minutes, is_silent = form.number("minutes", least=1, most=LONGEST_BLOCK), form.yes("unrecorded")
    dots, cap = form.number("dots", least=1, most=MOST_DOTS, default=3), form.number("cap", least=0, most=MOST_DOTS, default=0)
    settings = {"dots": dots, "cap": min(cap, dots)} if kind == "dots" else {}
    steps = list(KINDS[kind]) if form.yes("tables") and "tables" in KINDS.get(kind, ()) else None
    return PlannedBlock(kind, minutes, words, steps=steps, is_recorded=not is_silent, settings=settings)


def block_of(found: Planned, block_id: UUID) -> Block:
    """Refused: NotFound."""
    block = next((each for each in found.blocks if each.id == block_id), None)
    if block is None:
        raise NotFound
    return block


def _done(request: Asked, project: UUID, session_id: UUID, receipt: Any) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}#agenda")


routes = [new, add, edit, change, move, set_aside, roles, give_role, take_role]
