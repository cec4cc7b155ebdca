"""How a session went: the page on which whoever was there says so, in the project or on the phone they had with them; and what is told of it to others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from litestar import Request
from psycopg import Connection

from projections.agendas import Phone, Planned
from projections.minutes import MINUTES
from projections.reflections import REFLECTIONS, Reflection, is_counted, reflections
from projections.rooms import Person, people
from workspace import attending
from workspace import reflections as acts
from workspace.reflections import ANSWERS, LONGEST, QUESTIONS
from workspace.refusals import NotFound
from workspace.voices import AGREED, SOURCES, Voice, speaking

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of, knows_everybody
from .guests import act_here, phone_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sessions import SHOWS, leads, planned

Asked = Request[Any, Any, Any]
N = "/projects/{project:uuid}/sessions/{over:uuid}/reflection"
G = "/here/{over:uuid}/reflection"
READERS = ("led", "all")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, without who it was, but for a name that they let stand with it."""

    name: str | None
    side: str
    words: Mapping[str, str]
    text: UUID
    is_written_down: bool


@dataclass(frozen=True, slots=True)
class Went:
    """`people`: how many said something; `count`: of the three questions, once the minutes were sealed."""

    said: Sequence[Said]
    people: int
    count: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Own:
    """`reflection`: what whoever looks said, as they left it."""

    reflection: Reflection | None
    is_open: bool
    longest: int = LONGEST
    questions: Sequence[str] = QUESTIONS
    answers: Sequence[int] = tuple(reversed(ANSWERS))


@dataclass(frozen=True, slots=True)
class Shown:
    """`private`: for those who led; `voices`: for whom whoever looks may write it down."""

    session: Planned
    may: bool
    is_led: bool
    own: Own
    went: Went
    private: Sequence[Said] = ()
    voices: Sequence[Person] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class AtHome:
    phone: Phone
    own: Own


@get(N, shows=[*SHOWS, MINUTES, REFLECTIONS])
def show(request: Asked, project: UUID, over: UUID) -> Answer:
    """How a session went: the form for whoever was there, and what was said to those who may read it."""
    frame = frame_of(request, project)
    found = planned(request, project, over)
    if found.over_at is None:
        raise NotFound
    with workspace(request).reading() as db:
        said, is_over, came = reflections(db, over), is_counted(db, over), [each for each in people(db, over) if each.is_let_in]
    is_led = leads(frame, found)
    may = is_led or any(each.member == frame.member for each in came)
    private = _said(said, False) if is_led else []
    writes = frame.is_facilitator and knows_everybody(frame) and not is_over
    voices = [each for each in came if each.member != frame.member] if writes else []
    return page(request, "reflections/show.html", Shown(found, may, is_led, _own(said, frame.member, is_over), told(said, is_over), private, voices))


@post(N, again=show)
def give(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Say how it went, in one's own words."""
    text, is_for_all, is_named = _words_in(form)
    by = act_in(request, project)
    form.check()
    receipt = acts.give(workspace(request), attending.in_session(by, over), over, text, is_for_all, is_named)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/reflection")


@post(f"{N}/answers", again=show)
def rate(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Answer some of the three questions."""
    answers = _answers_in(form)
    by = act_in(request, project)
    form.check()
    receipt = acts.rate(workspace(request), attending.in_session(by, over), over, answers)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/reflection")


@post(f"{N}/voices", again=show)
def write_down(request: Asked, project: UUID, over: UUID, form: Form) -> Answer:
    """Write down how it went for somebody who was there, with what they answer."""
    voice, agreed, source = form.uuid("voice"), form.one_of("agreed", AGREED, default="said so"), form.one_of("source", SOURCES, default="spoken")
    text, is_for_all, is_named = _words_in(form, "their_")
    answers = _answers_in(form, "their_")
    by = act_in(request, project)
    form.check()
    theirs = attending.in_session(speaking(workspace(request), by, Voice(voice, agreed, source)), over)
    receipt = acts.give(workspace(request), theirs, over, text, is_for_all, is_named, answers)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/reflection")


@delete(N, again=show)
def take_back(request: Asked, project: UUID, over: UUID) -> Answer:
    """Take back what one said: nobody reads it any more."""
    receipt = acts.take_back(workspace(request), attending.in_session(act_in(request, project), over), over)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{over}/reflection")


@get(G, shows=[*SHOWS, MINUTES, REFLECTIONS])
def here(request: Asked, over: UUID) -> Answer:
    """How it went, on the phone of whoever was there, also without an account."""
    phone = phone_of(request, over)
    if phone.over_at is None or not phone.is_let_in:
        raise NotFound
    with workspace(request).reading() as db:
        own = _own(reflections(db, over), phone.member, is_counted(db, over))
    return page(request, "reflections/here.html", AtHome(phone, own))


@post(G, again=here)
def give_here(request: Asked, over: UUID, form: Form) -> Answer:
    """Say how it went, as somebody who was in the session."""
    text, is_for_all, is_named = _words_in(form)
    by = act_here(request, over)
    form.check()
    return moved_on(request, acts.give(workspace(request), by, over, text, is_for_all, is_named), to=f"/here/{over}/reflection")


@post(f"{G}/answers", again=here)
def rate_here(request: Asked, over: UUID, form: Form) -> Answer:
    """Answer some of the three questions, as somebody who was in the session."""
    answers = _answers_in(form)
    by = act_here(request, over)
    form.check()
    return moved_on(request, acts.rate(workspace(request), by, over, answers), to=f"/here/{over}/reflection")


@delete(G, again=here)
def take_back_here(request: Asked, over: UUID) -> Answer:
    """Take back what one said of the session."""
    return moved_on(request, acts.take_back(workspace(request), act_here(request, over), over), to=f"/here/{over}/reflection")


def went_of(db: Connection[Any], session: UUID, is_counted: bool) -> Went:
    """What everybody may read of how it went (one statement)."""
    return told(reflections(db, session), is_counted)


def told(said: Sequence[Reflection], is_counted: bool) -> Went:
    count = acts.counted((each.member, each.side, each.answers) for each in said) if is_counted else None
    return Went(_said(said, True), sum(each.text is not None for each in said), count)


def _said(said: Sequence[Reflection], is_for_all: bool) -> list[Said]:
    return [Said(each.name, each.side, each.words, each.text, each.is_written_down) for each in said if each.text and each.is_for_all == is_for_all]


def _own(said: Sequence[Reflection], member: UUID | None, is_over: bool) -> Own:
    return Own(next((each for each in said if each.member == member and each.text), None), not is_over)


def _words_in(form: Form, mark: str = "") -> tuple[str, bool, bool]:
    """`mark`: what tells the fields from those of one's own form on the same page."""
    text = form.words(f"{mark}text", longest=LONGEST)
    return text, form.one_of(f"{mark}readers", READERS, default="led") == "all", form.yes(f"{mark}is_named")


def _answers_in(form: Form, mark: str = "") -> dict[str, int]:
    said = {question: form.one_of(f"{mark}{question}", ["", *map(str, ANSWERS)], default="") for question in QUESTIONS}
    return {question: int(answer) for question, answer in said.items() if answer}


routes = [show, give, rate, write_down, take_back, here, give_here, rate_here, take_back_here]
