"""Declining to act on what was agreed, in the open: why, the day to talk, what is done instead, and what the group says."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decisions import DECISIONS, Decision, decision
from projections.declines import DECLINES, Declined, decline
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import declines as acts
from workspace.application import Receipt
from workspace.refusals import NotFound

from .auth import workspace
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post

Asked = Request[Any, Any, Any]

LONGEST = acts.LONGEST
SHOWS = [PROJECTS, PEOPLE, DECISIONS, DECLINES]


@dataclass(frozen=True, slots=True)
class ShownDecline:
    decision: Decision
    declined: Declined | None
    within: int | None  # days in which the conversation must be; None: nobody may decline
    latest: date | None


@get("/projects/{project:uuid}/decisions/{decision_id:uuid}/decline", shows=SHOWS)
def show(request: Asked, project: UUID, decision_id: UUID) -> Answer:
    """The decline and the conversation about it; before there is one, the form for a commissioner."""
    frame = frame_of(request, project)
    opened = workspace(request)
    with opened.reading() as db:
        found = decision(db, decision_id, member=frame.member)
        declined = decline(db, decision_id)
    if found is None or found.project != project or found.result != "agreed":
        raise NotFound
    within = None if declined else acts.days_to_talk(opened, project)
    latest = found.now.date() + timedelta(days=within) if within is not None else None
    return page(request, "declines/show.html", ShownDecline(found, declined, within, latest))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/decline", again=show)
def declare(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """A commissioner declines to act on what was agreed, in the open."""
    reason = form.words("reason", longest=LONGEST)
    will_do = form.each("will_do", longest=LONGEST)
    talk_on = form.day("talk")
    by = act_in(request, project)
    form.check()
    return _back(request, project, decision_id, acts.declare(workspace(request), by, decision_id, reason, talk_on, will_do))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/decline/replies", again=show)
def reply(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """The group replies."""
    words = form.words("reply", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, decision_id, acts.reply(workspace(request), by, decision_id, words))


@post("/projects/{project:uuid}/decisions/{decision_id:uuid}/decline/talks", again=show)
def talk(request: Asked, project: UUID, decision_id: UUID, form: Form) -> Answer:
    """What was said in the conversation is written down."""
    words = form.words("talk", longest=LONGEST)
    by = act_in(request, project)
    form.check()
    return _back(request, project, decision_id, acts.talk(workspace(request), by, decision_id, words))


def _back(request: Asked, project: UUID, decision: UUID, receipt: Receipt) -> Answer:
    return moved_on(request, receipt, to=f"/projects/{project}/decisions/{decision}/decline")


routes = [show, declare, reply, talk]
