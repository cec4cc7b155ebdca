"""Questions to those who commission, asked in sessions: what waits for an answer, who answers, and what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import AGENDAS
from projections.people import PEOPLE, Person, people
from projections.projects import PROJECTS, Frame
from projections.rooms import ROOMS, Question, questions
from workspace import cards
from workspace.cards import LONGEST
from workspace.refusals import NotFound
from workspace.voices import Voice, speaking

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of, knows_everybody
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, AGENDAS, ROOMS]


@dataclass(frozen=True, slots=True)
class Questions:
    waiting: Sequence[Question]
    answered: Sequence[Question]
    may_answer: bool


@dataclass(frozen=True, slots=True)
class Answering:
    question: Question
    may_answer: bool
    commissioners: Sequence[Person]  # in whose name a facilitator can write an answer down
    longest: int = LONGEST


@get("/projects/{project:uuid}/questions", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """What was asked of those who commission, in any session: what waits, the longest first, and what was answered."""
    frame = frame_of(request, project)
    found = _questions(request, frame)
    waiting, answered = [each for each in found if not each.answered_at], [each for each in found if each.answered_at]
    return page(request, "questions/index.html", Questions(waiting, answered, _may_answer(frame)))


@get("/projects/{project:uuid}/questions/{carried:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, carried: UUID) -> Answer:
    """A question with its answer, and the form for whoever may answer it."""
    frame = frame_of(request, project)
    found = next((each for each in _questions(request, frame) if each.id == carried), None)
    if found is None:
        raise NotFound
    with workspace(request).reading() as db:
        here = people(db, project) if frame.is_facilitator else []
    commissioners = [each for each in here if "commissioner" in each.tasks and each.id != frame.member]
    return page(request, "questions/show.html", Answering(found, _may_answer(frame), commissioners))


@post("/projects/{project:uuid}/questions/{carried:uuid}", again=show)
def answer(request: Asked, project: UUID, carried: UUID, form: Form) -> Answer:
    """Answer what was asked, as one of those who commission; a facilitator writes down what one of them said, with `voice`."""
    text, voice = form.words("answer", longest=LONGEST), form.uuid("voice", needed=False)
    by = act_in(request, project)
    form.check()
    theirs = speaking(workspace(request), by, Voice(voice, "said so", "spoken", True)) if voice else by
    return moved_on(request, cards.answer(workspace(request), theirs, carried, text), to=f"/projects/{project}/questions#q-{carried}")


def _questions(request: Asked, frame: Frame) -> list[Question]:
    """In a sensitive project without the names of people, but for facilitators."""
    with workspace(request).reading() as db:
        found = questions(db, frame.id)
    return found if knows_everybody(frame) else [replace(each, name=None, answerer=None) for each in found]


def _may_answer(frame: Frame) -> bool:
    return bool({"facilitator", "commissioner"} & set(frame.tasks))


routes = [index, show, answer]
