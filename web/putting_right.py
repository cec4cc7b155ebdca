"""Putting minutes right: what those who were there say, what whoever led answers and adds, and another week for what was sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.minutes import MINUTES, Correction, Minutes, minutes
from projections.rooms import Person, people
from workspace import attending
from workspace import minutes as acts
from workspace.minutes import LONGEST
from workspace.refusals import NotFound
from workspace.voices import AGREED, SOURCES, Voice, speaking

from .asking import one_id
from .auth import workspace
from .console import led
from .forms import Form
from .frames import act_in, frame_of, knows_everybody
from .guests import act_here
from .minutes import N, here, show
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sessions import SHOWS, leads, planned

Asked = Request[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Putting:
    """The form that says what is not so. `voices`: for whom whoever leads may write it down."""

    session: Planned
    block: UUID | None
    is_open: bool
    may: bool
    voices: Sequence[Person]
    longest: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Adding:
    session: Planned
    block: Block | None
    note: dict[str, str]
    longest: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Answering:
    session: Planned
    correction: Correction
    longest: Mapping[str, int]


@get(f"{N}/corrections/new", shows=[*SHOWS, MINUTES])
def new_correction(request: Asked, project: UUID, over: UUID) -> Answer:
    """What is not so, or is missing: the form; `block`: in which part."""
    block = one_id(request, "block")
    frame = frame_of(request, project)
    found, standing = _open(request, project, over)
    with workspace(request).reading() as db:
        came = [each for each in people(db, over) if each.is_let_in]
    is_led = leads(frame, found)
    may = is_led or any(each.member == frame.member for each in came)
    voices = [each for each in came if each.member != frame.member] if frame.is_facilitator and knows_everybody(frame) else []
    return page(request, "minutes/correction.html", Putting(found, block, not standing.is_sealed, may, voices, LONGEST))


@post(f"{N}/corrections", again=new_correction)
def put_right(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Say what is not so, or is missing; also for somebody who was there and said it to whoever led."""
    block, is_named, voice = form.uuid("block", needed=False), form.yes("is_named"), form.uuid("voice", needed=False)
    agreed, source = form.one_of("agreed", AGREED, default="said so"), form.one_of("source", SOURCES, default="spoken")
    text = form.words("text", longest=LONGEST["correction"])
    by = act_in(request, project)
    form.check()
    theirs = speaking(workspace(request), by, Voice(voice, agreed, source)) if voice else by
    receipt = acts.put_right(workspace(request), attending.in_session(theirs, over), over, block, text, is_named)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/minutes")


@get(f"{N}/corrections/{{correction:uuid}}", shows=[*SHOWS, MINUTES])
def correction(request: Asked, project: UUID, over: UUID, correction: UUID) -> Answer:
    """Something to put right, and the form in which whoever led answers it. Refused: NotYours."""
    found = led(request, frame_of(request, project), over)
    _, standing = _open(request, project, over)
    wanted = next((each for each in standing.corrections if each.id == correction), None)
    if wanted is None:
        raise NotFound
    return page(request, "minutes/answer.html", Answering(found, wanted, LONGEST))


@post(f"{N}/corrections/{{correction:uuid}}", again=correction)
def answer(request: Asked, project: UUID, over: UUID, correction: UUID, form: Form) -> Answer:
    """It is taken in, or stays beside the minutes as an objection."""
    is_taken_in = form.one_of("outcome", ("in", "beside")) == "in"
    text = form.words("text", longest=LONGEST["answer"])
    by = act_in(request, project)
    form.check()
    receipt = acts.answer(workspace(request), attending.in_session(by, over), over, correction, is_taken_in, text)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/minutes")


@get(f"{N}/notes", shows=[*SHOWS, MINUTES])
def adding(request: Asked, project: UUID, over: UUID) -> Answer:
    """What whoever led adds to a part (`block`), or to the whole: the form. Refused: NotYours."""
    block = one_id(request, "block")
    found = led(request, frame_of(request, project), over)
    _, standing = _open(request, project, over)
    part = next((each for each in found.agenda if each.id == block), None)
    return page(request, "minutes/note.html", Adding(found, part, standing.notes.get(block or over, {}), LONGEST))


@post(f"{N}/notes", again=adding)
def note(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Add to a part, or to the whole; nothing written takes it away."""
    block, words = form.uuid("block", needed=False), form.each("words", longest=LONGEST["note"], needed=False)
    by = act_in(request, project)
    form.check()
    receipt = acts.note(workspace(request), attending.in_session(by, over), over, block, words)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/minutes")


@post(f"{N}/reopening", again=show)
def reopen(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Open sealed minutes for another week, with the reason; the version that was sealed stays."""
    reason = form.words("reopening", longest=LONGEST["reason"])
    by = act_in(request, project)
    form.check()
    receipt = acts.reopen(workspace(request), attending.in_session(by, over), over, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/minutes")


@post("/here/{over:uuid}/minutes", again=here)
def put_right_here(request: Asked, over: UUID, form: Form) -> Answer:
    """Say what is not so, or is missing, as somebody who was in the session."""
    block, is_named = form.uuid("block", needed=False), form.yes("is_named")
    text = form.words("text", longest=LONGEST["correction"])
    by = act_here(request, over)
    form.check()
    return moved_on(request, acts.put_right(workspace(request), by, over, block, text, is_named), to=f"/here/{over}/minutes")


def _open(request: Asked, project: UUID, over: UUID) -> tuple[Planned, Minutes]:
    """The session and its minutes as they are worked on. Refused: NotFound."""
    found = planned(request, project, over)
    with workspace(request).reading() as db:
        standing = minutes(db, over, 0)
    if standing is None:
        raise NotFound
    return found, standing


routes = [new_correction, put_right, correction, answer, adding, note, reopen, put_right_here]
