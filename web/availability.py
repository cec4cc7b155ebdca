"""Saying when one can meet without an account: by a link that was shared, or by a slip."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.people import PEOPLE
from projections.polls import POLLS, Poll, poll
from projections.projects import PROJECTS
from workspace import polls as acts
from workspace import slips
from workspace.accounts import LONGEST_NAME
from workspace.matters import Visitor
from workspace.members import MEMBER_SIDES
from workspace.refusals import NotFound

from .auth import command_id, workspace
from .forms import Form
from .frames import frame_if_any
from .matters import network_of
from .polls import answers
from .rendering import Answer, moved_on, page
from .routes import get, post
from .slips import by_phone, held, show, written

Asked = Request[Any, Any, Any]


@get("/when/{token:str}", shows=[PROJECTS, PEOPLE, POLLS])
def asked(request: Asked, token: str) -> Answer:
    """When can we meet, for whoever has the link: the times, and a form that needs no account. Members are led to the page in their project."""
    found = _behind(request, token)
    here = frame_if_any(request, found.project)
    if here is not None and here.is_member:
        return moved_on(request, to=f"/projects/{found.project}/polls/{found.id}")
    return page(request, "polls/asked.html", {"poll": found, "base": f"/when/{token}"})


@post("/when/{token:str}", again=asked)
def say(request: Asked, token: str, form: Form) -> Answer:
    """Say when one can, with a first name if one likes. Answers with a slip by which it can be changed."""
    times = answers(form)
    name, side = form.line("name", longest=LONGEST_NAME, needed=False), form.one_of("side", MEMBER_SIDES, default="none")
    opened = workspace(request)
    found = acts.behind(opened.settings.secret, token)
    form.check()
    visitor = Visitor(name, side, network_of(request), request.scope["state"]["language"], command_id(request))
    receipt = acts.say_as_visitor(opened, found, visitor, times)
    return moved_on(request, receipt, to=f"/slip/{slips.code_of(opened, slips.slip_id(receipt.id))}")


@post("/slip/{slip_code:str}/times", again=show)
def correct(request: Asked, slip_code: str, form: Form) -> Answer:
    """Say it otherwise, with the slip."""
    times = answers(form)
    slip, by = held(request, slip_code)
    form.check()
    return moved_on(request, acts.correct(workspace(request), by, slip.id, times), to=f"/slip/{slip_code}")


@post("/projects/{project:uuid}/slips/{slip_id:uuid}/times", again=written)
def correct_by_phone(request: Asked, project: UUID, slip_id: UUID, form: Form) -> Answer:
    """Record what its voice put right by phone, or by post."""
    times = answers(form)
    by = by_phone(request, project, slip_id)
    form.check()
    return moved_on(request, acts.correct(workspace(request), by, slip_id, times), to=f"/projects/{project}/slips/{slip_id}")


def _behind(request: Asked, token: str) -> Poll:
    """Refused: NotFound."""
    opened = workspace(request)
    id = acts.behind(opened.settings.secret, token)
    with opened.reading() as db:
        found = poll(db, id)
    if found is None:
        raise NotFound
    return found


routes = [asked, say, correct, correct_by_phone]
