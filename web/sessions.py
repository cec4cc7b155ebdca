"""Sessions of a project: called, told, moved to another time or called off; how one stands before it begins. Its agenda: agendas.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import AGENDAS, Block, Line, Planned, session, sessions
from projections.people import PEOPLE
from projections.polls import POLLS, poll
from projections.projects import PROJECTS, Frame
from projections.rooms import ROOMS
from workspace import proceedings
from workspace import sessions as acts
from workspace.languages import LONDON
from workspace.ready_agendas import READY
from workspace.refusals import NotFound
from workspace.sessions import LONGEST, MOST_SEATS, ROLES, WAYS, WORDS, Told

from .asking import one_id
from .auth import workspace
from .beforehand import Beforehand, beforehand
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, AGENDAS, ROOMS]


@dataclass(frozen=True, slots=True)
class Sessions:
    now: Sequence[Line]  # doors are open
    coming: Sequence[Line]  # the next one first
    past: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form at first. Words are {language: text}."""

    title: dict[str, str] = field(default_factory=dict)
    starts_on: str = ""
    starts_at: str = "18:30"
    minutes: int = 120
    way: str = "room"
    seats: int = 30
    words: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Telling:
    """The form that calls a session, or tells it otherwise."""

    draft: Draft
    ready: Sequence[Any]  # agendas to begin with
    may: bool  # whoever is looking may send it
    ways: Sequence[str] = WAYS
    session: Planned | None = None
    most_seats: int = MOST_SEATS


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the agenda with its time by the clock."""

    block: Block
    at: datetime


@dataclass(frozen=True, slots=True)
class ShownSession:
    session: Planned
    agenda: list[Part]
    ends_at: datetime  # by the minutes of its blocks
    is_led: bool  # by whoever is looking
    code: str  # while the doors are open, for those who lead
    before: Beforehand
    has_begun: bool  # by the clock
    roles: Sequence[str] = ROLES
    longest: dict[str, int] = field(default_factory=lambda: LONGEST)


@get("/projects/{project:uuid}/sessions", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """Sessions of a project: the one that is on, those to come, those that were; for a calendar program its calendar (.ics)."""
    frame_of(request, project)
    if request.scope["state"]["format"] == "ics":
        return moved_on(request, to=f"/projects/{project}/calendar.ics")
    with workspace(request).reading() as db:
        found = sessions(db, project)
    coming = [each for each in reversed(found) if each.state == "planned"]
    past = [each for each in found if each.state in ("over", "cancelled")]
    return page(request, "sessions/index.html", Sessions([each for each in found if each.state == "running"], coming, past))


@get("/projects/{project:uuid}/sessions/new", shows=[*SHOWS, POLLS])
def new(request: Asked, project: UUID) -> Answer:
    """Call a session: the form, with agendas to begin with; `poll` for the time that was chosen there."""
    asked = one_id(request, "poll")
    frame = frame_of(request, project)
    return page(request, "sessions/new.html", Telling(_draft(request, project, asked), READY, frame.is_facilitator))


@post("/projects/{project:uuid}/sessions", again=new)
def plan(request: Asked, project: UUID, form: Form) -> Answer:
    """Call a session."""
    told, (starts_at, ends_at) = told_in(form, way="room", seats=30), times_in(form)
    ready = form.one_of("agenda", ["", *(each.name for each in READY)], default="")
    by = act_in(request, project)
    form.check()
    agenda = next((each.blocks for each in READY if each.name == ready), ())
    receipt = acts.plan(workspace(request), by, told, starts_at, ends_at, agenda)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{receipt.id}")


@get("/projects/{project:uuid}/sessions/{session_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """A session: when and where, what happens in it, who looks after what."""
    frame = frame_of(request, project)
    found = planned(request, project, session_id)
    is_led = leads(frame, found)
    code = acts.code_of(workspace(request), session_id, found.code) if is_led and found.state == "running" else ""
    parts, ends_at = timed(found)
    return page(request, "sessions/show.html", ShownSession(found, parts, ends_at, is_led, code, beforehand(request, frame, found, is_led), has_begun(found)))


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/edit", shows=SHOWS)
def edit(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """Tell a session otherwise: the form."""
    frame = frame_of(request, project)
    found = planned(request, project, session_id)
    words = {what: dict(getattr(found, what)) for what in WORDS}
    local = found.starts_at.astimezone(LONDON)
    minutes = (found.ends_at - found.starts_at) // timedelta(minutes=1)
    draft = Draft(found.title, f"{local:%Y-%m-%d}", f"{local:%H:%M}", minutes, found.way, found.seats, words)
    return page(request, "sessions/edit.html", Telling(draft, (), leads(frame, found), session=found))


@post("/projects/{project:uuid}/sessions/{session_id:uuid}", again=edit)
def describe(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Tell a session otherwise."""
    told = told_in(form)
    by = act_in(request, project)
    form.check()
    receipt = acts.describe(workspace(request), by, session_id, told)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}")


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/times", again=edit)
def reschedule(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Move a session to another time; whoever was invited is told."""
    starts_at, ends_at = times_in(form)
    reason = form.words("reason", longest=LONGEST["reason"], needed=False)
    by = act_in(request, project)
    form.check()
    receipt = acts.reschedule(workspace(request), by, session_id, starts_at, ends_at, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}")


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/cancellation", again=edit)
def cancel(request: Asked, project: UUID, session_id: UUID, form: Form) -> Answer:
    """Call a session off, with the reason."""
    reason = form.words("cancelling", longest=LONGEST["reason"], missing=form.t("Say why, so that people know"))
    by = act_in(request, project)
    form.check()
    return moved_on(request, acts.cancel(workspace(request), by, session_id, reason), to=f"/projects/{project}/sessions/{session_id}")


@post("/projects/{project:uuid}/sessions/{session_id:uuid}/doors", again=show)
def open_doors(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """Open the doors: from now on people may come in by the code, and whoever opened them leads."""
    by = act_in(request, project)
    receipt = proceedings.open_doors(workspace(request), by, session_id)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session_id}/console")


def _draft(request: Asked, project: UUID, asked: UUID | None) -> Draft:
    """What the meeting is about and when, as it was found by asking."""
    with workspace(request).reading() as db:
        found = poll(db, asked) if asked else None
    chosen = found.time(found.chosen) if found and found.project == project else None
    if found is None or chosen is None:
        return Draft()
    local, minutes = chosen.starts_at.astimezone(LONDON), (chosen.ends_at - chosen.starts_at) // timedelta(minutes=1)
    return Draft(found.question, f"{local:%Y-%m-%d}", f"{local:%H:%M}", minutes)


def planned(request: Asked, project: UUID, session_id: UUID) -> Planned:
    """Refused: NotFound, also for a session of another project."""
    with workspace(request).reading() as db:
        found = session(db, session_id)
    if found is None or found.project != project:
        raise NotFound
    return found


def has_begun(session: Planned) -> bool:
    """By the clock, whether or not anybody opened its doors."""
    return session.starts_at <= datetime.now(UTC)


def leads(frame: Frame, found: Planned) -> bool:
    """Whether who is looking facilitates the project, or is a host of the session."""
    return frame.is_facilitator or any(role.role == "host" and role.member == frame.member for role in found.roles)


def timed(found: Planned) -> tuple[list[Part], datetime]:
    """The agenda with its times by the clock, and when it is through by them."""
    parts, at = [], found.starts_at
    for block in found.agenda:
        parts.append(Part(block, at))
        at += timedelta(minutes=block.minutes)
    return parts, at


def told_in(form: Form, *, way: str | None = None, seats: int | None = None) -> Told:
    """`way` and `seats`: what is meant where the form does not say."""
    title = form.each("title", longest=LONGEST["title"], missing=form.t("Give the session a name"))
    way, seats = form.one_of("way", WAYS, default=way), form.number("seats", least=1, most=MOST_SEATS, default=seats)
    words = {what: form.each(what, longest=LONGEST[what], needed=False) for what in WORDS}
    return Told(title, way, seats, words)


def times_in(form: Form) -> tuple[datetime, datetime]:
    """From when until when: a day and a time by the clocks of Wales, and how many minutes."""
    starts_at = form.moment("starts")
    return starts_at, starts_at + timedelta(minutes=form.number("minutes", least=15, most=12 * 60, default=120))


routes = [index, new, plan, show, edit, describe, reschedule, cancel, open_doors]
