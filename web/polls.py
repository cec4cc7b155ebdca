"""When can we meet? The times that are offered, what each says of them, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.polls import POLLS, Line, Poll, poll, polls
from projections.projects import PROJECTS, Frame
from workspace import polls as acts
from workspace.application import Receipt
from workspace.languages import translator
from workspace.polls import ANSWERS, LONGEST, MOST_TIMES, Asking
from workspace.refusals import NotFound

from .auth import workspace
from .forms import Field, Form
from .frames import act_in, frame_of
from .rendering import Answer, Table, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]
SHOWS = [PROJECTS, PEOPLE, POLLS]
ROWS = range(1, 9)
"""Times that the form for asking has room for."""
MINUTES = (30, 60, 90, 120, 150, 180, 240, 360)
NONE = "none"


@dataclass(frozen=True, slots=True)
class Polls:
    polls: list[Line]


@dataclass(frozen=True, slots=True)
class NewPoll:
    rows: list[int]
    lengths: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ShownPoll:
    poll: Poll
    link: str  # for those who have no account; for facilitators, and for anybody where the project is open to everybody
    shared: str  # the same, as it is passed on
    lengths: list[tuple[str, str]]
    longest: int = LONGEST["reason"]


@get("/projects/{project:uuid}/polls", shows=SHOWS)
def index(request: Asked, project: UUID) -> Answer:
    """Every time it was asked when we can meet, the open ones first."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = polls(db, project, viewer=frame.member)
    return page(request, "polls/index.html", Polls(found), table=lambda: _list(request, found))


@get("/projects/{project:uuid}/polls/new", shows=SHOWS)
def new(request: Asked, project: UUID) -> Answer:
    """Asking when we can meet: the form, for facilitators."""
    frame_of(request, project)
    return page(request, "polls/new.html", NewPoll([*ROWS], _lengths(request)))


@post("/projects/{project:uuid}/polls", again=new)
def ask(request: Asked, project: UUID, form: Form) -> Answer:
    """Ask when we can meet, and offer times."""
    question = form.each("question", longest=LONGEST["question"], missing=form.t("Say what the meeting is about"))
    minutes, answer_by = _minutes(form), form.day("answer_by")
    spans = [(begins, begins + minutes) for begins in _begins(form)]
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.ask(workspace(request), by, Asking(question, spans, answer_by)))


@get("/projects/{project:uuid}/polls/{poll_id:uuid}", shows=SHOWS)
def show(request: Asked, project: UUID, poll_id: UUID) -> Answer:
    """The times, what suits whom, and for each member their own answers."""
    frame = frame_of(request, project)
    found = shown(request, frame, poll_id)
    settings, may_share = workspace(request).settings, frame.is_facilitator or frame.visibility == "public"
    link = f"/when/{acts.link_token(settings.secret, poll_id)}" if may_share and found.is_open else ""
    return page(request, "polls/show.html", ShownPoll(found, link, link and settings.address + link, _lengths(request)), table=lambda: _table(request, found))


@post("/projects/{project:uuid}/polls/{poll_id:uuid}/answers", again=show)
def say(request: Asked, project: UUID, poll_id: UUID, form: Form) -> Answer:
    """Say when one can, of the times that are offered; the last answer stands."""
    times = answers(form)
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.say(workspace(request), by, poll_id, times), poll_id)


@delete("/projects/{project:uuid}/polls/{poll_id:uuid}/answers", again=show)
def take_back(request: Asked, project: UUID, poll_id: UUID) -> Answer:
    """Take back what one said."""
    return _back(request, project, acts.take_back(workspace(request), act_in(request, project), poll_id), poll_id)


@post("/projects/{project:uuid}/polls/{poll_id:uuid}/times", again=show)
def add_time(request: Asked, project: UUID, poll_id: UUID, form: Form) -> Answer:
    """Offer one more time; whoever has answered is asked again."""
    begins, minutes = form.moment("time"), _minutes(form)
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.add_time(workspace(request), by, poll_id, begins, begins + minutes), poll_id)


@delete("/projects/{project:uuid}/polls/{poll_id:uuid}/times/{number:int}", again=show)
def drop_time(request: Asked, project: UUID, poll_id: UUID, number: int, form: Form) -> Answer:
    """Set a time aside, with the reason."""
    reason = form.words("reason", longest=LONGEST["reason"])
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.drop_time(workspace(request), by, poll_id, str(number), reason), poll_id)


@post("/projects/{project:uuid}/polls/{poll_id:uuid}/closure", again=show)
def close(request: Asked, project: UUID, poll_id: UUID, form: Form) -> Answer:
    """Choose the time at which we meet, or none of them, saying why."""
    numbers = [str(number) for number in range(1, MOST_TIMES + 1)]
    time = form.one_of("time", [*numbers, NONE], missing=form.t("Choose a time, or none of them"))
    reason = form.words("closing", longest=LONGEST["reason"], needed=False)
    if time == NONE and not reason:
        form.wrong("closing", form.t("Say why none of them was chosen"))
    by = act_in(request, project)
    form.check()
    return _back(request, project, acts.close(workspace(request), by, poll_id, None if time == NONE else time, reason), poll_id)


def shown(request: Asked, frame: Frame, poll_id: UUID) -> Poll:
    """As it is told to who is looking. Refused: NotFound."""
    with workspace(request).reading() as db:
        found = poll(db, poll_id, viewer=frame.member, is_facilitator=frame.is_facilitator)
    if found is None or found.project != frame.id:
        raise NotFound
    return found


def answers(form: Form) -> Mapping[str, str]:
    """What was said of each time: time_1, time_2, ... as they are numbered in the poll; nothing need be said of all of them."""
    said = {str(number): form.one_of(f"time_{number}", ("", *ANSWERS), default="") for number in range(1, MOST_TIMES + 1)}
    found = {number: each for number, each in said.items() if each}
    if not found:
        form.wrong("time_1", form.t("Say of at least one time whether you can"))
    return found


def _begins(form: Form) -> list[Any]:
    """The rows that were filled in, each a day and a time."""
    for number in ROWS:
        form.fields[f"time_{number}"] = Field({"type": "string", "format": "date-time"}, number == 1)
    typed = [number for number in ROWS if form.raw(f"time_{number}") or form.raw(f"time_{number}_on")]
    return [form.moment(f"time_{number}") for number in typed or [1]]


def _minutes(form: Form) -> timedelta:
    return timedelta(minutes=form.number("minutes", least=15, most=720, default=120))


def _lengths(request: Asked) -> list[tuple[str, str]]:
    """How long a meeting can last, as the form offers it."""
    t = translator(request.scope["state"]["language"])
    said = ((each, t.n("{count} hour", "{count} hours", each // 60), t.n("{count} minute", "{count} minutes", each % 60)) for each in MINUTES)
    return [(str(each), ", ".join(([hours] if each >= 60 else []) + ([minutes] if each % 60 else []))) for each, hours, minutes in said]


def _back(request: Asked, project: UUID, receipt: Receipt, poll_id: UUID | None = None) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/polls/{poll_id or receipt.id}")


def _list(request: Asked, found: list[Line]) -> Table:
    t = translator(request.scope["state"]["language"])
    labels = {
        "id": "id",
        "question": t("What it is about"),
        "answer_by": t("Answers by"),
        "people": t("People who have answered"),
        "starts_at": t("We meet"),
    }
    return Table(labels, found)


def _table(request: Asked, found: Poll) -> Table:
    t = translator(request.scope["state"]["language"])
    suits = {"both": t("Suits both groups"), "one": t("Suits one group only"), "neither": t("Suits neither group so far")}
    labels = {"id": "id", "starts_at": t.p("when", "From"), "ends_at": t("Until"), "yes": t("Can"), "suits": t("Suits"), "is_chosen": t("We meet")}
    inside = {"if_needed": t("Can if needed"), "no": t("Cannot")} if any(time.sides for time in found.times) else {}
    rows = [
        {name: getattr(time, name) for name in ("id", "starts_at", "ends_at", "yes", *inside)}
        | {"suits": suits[time.suits], "is_chosen": t("yes") if time.id == found.chosen else ""}
        for time in found.standing
    ]
    return Table(labels | inside, rows)


routes = [index, new, ask, show, say, take_back, add_time, drop_time, close]
