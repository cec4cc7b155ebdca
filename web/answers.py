"""Formal answers to ideas: giving one, and asking somebody for one by a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import BOARD, Ask, Card, asks
from projections.people import PEOPLE, Person, people
from projections.projects import PROJECTS, Frame
from workspace import ideas
from workspace.ideas import ANSWERS
from workspace.languages import LONDON

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of, is_known
from .ideas import idea_of, may_answer, owing
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

SHOWS = [PROJECTS, PEOPLE, BOARD]


@dataclass(frozen=True, slots=True)
class Answering:
    idea: Card
    asks: list[Ask]
    may_answer: bool  # who is looking owes it one, or it is their task


@dataclass(frozen=True, slots=True)
class Asking:
    idea: Card
    asks: list[Ask]
    people: list[Person]  # who can be asked


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/answers", shows=SHOWS)
def ask_which(request: Asked, project: UUID, idea_id: UUID) -> Answer:
    """Asks one thing: what is the answer to this idea?"""
    frame = frame_of(request, project)
    found, owed = _owed(request, frame, idea_id)
    return page(request, "ideas/answer.html", Answering(found, owed, may_answer(frame, owed)))


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/answers", again=ask_which)
def answer(request: Asked, project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Answer an idea: of which kind, why, and on which day it happens or is talked about."""
    kind = form.one_of("kind", ANSWERS)
    text, on = form.words("answer", longest=ideas.LONGEST), form.day("on", needed=False)
    by = act_in(request, project)
    if kind == "let us talk" and on is None:
        form.wrong("on", form.t("Choose a day to talk"))
    _must_be_ahead(request, form, "on", on)
    form.check()
    receipt = ideas.answer(workspace(request), by, idea_id, text, kind, on)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}#notes")


@get("/projects/{project:uuid}/ideas/{idea_id:uuid}/asks", shows=SHOWS)
def ask_whom(request: Asked, project: UUID, idea_id: UUID) -> Answer:
    """Who owes an answer to this idea, and the form to ask somebody for one."""
    frame = frame_of(request, project)
    found, owed = _owed(request, frame, idea_id)
    with workspace(request).reading() as db:
        here = [person for person in people(db, project) if person.is_here and person.name and is_known(frame, person)] if frame.is_member else []
    return page(request, "ideas/ask.html", Asking(found, owed, here))


@post("/projects/{project:uuid}/ideas/{idea_id:uuid}/asks", again=ask_whom)
def ask(request: Asked, project: UUID, idea_id: UUID, form: Form) -> Answer:
    """Ask somebody who is here for an answer by a day."""
    of, until_on = form.uuid("of"), form.day("until")
    by = act_in(request, project)
    _must_be_ahead(request, form, "until", until_on)
    form.check()
    receipt = ideas.ask_for_answer(workspace(request), by, idea_id, of, until_on)
    return moved_on(request, receipt, to=f"/projects/{project}/ideas/{idea_id}#owed")


def _owed(request: Asked, frame: Frame, idea_id: UUID) -> tuple[Card, list[Ask]]:
    """The idea, and who owes it an answer. Refused: NotFound."""
    found = idea_of(request, frame.id, idea_id, frame.member)
    if not found.owed_on:
        return found, []
    with workspace(request).reading() as db:
        return found, owing(frame, asks(db, idea_id, viewer=frame.member))


def _must_be_ahead(request: Asked, form: Form, name: str, day: date | None) -> None:
    if name not in form.errors and day is not None and day < workspace(request).now().astimezone(LONDON).date():
        form.wrong(name, form.t("That day has passed: choose today or a day to come"))


routes = [ask_which, answer, ask_whom, ask]
