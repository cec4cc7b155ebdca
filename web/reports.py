"""Saying that words should not stand here, and the answer to it."""

from typing import Any
from uuid import UUID

from litestar import Request

from workspace import reports
from workspace.reports import Visitor
from workspace.words import KINDS, Place

from .auth import act, command_id, workspace
from .forms import Form
from .frames import frame_of
from .matters import network_of
from .rendering import Answer, moved_on
from .routes import post
from .words import show

Asked = Request[Any, Any, Any]


@post("/projects/{project:uuid}/words/{text:uuid}/reports", again=show)
def report(request: Asked, project: UUID, text: UUID, form: Form) -> Answer:
    """Report words to those who look after the project: anybody may who can read them, also without an account."""
    place = Place(form.one_of("kind", KINDS), form.uuid("subject"))
    reason = form.words("report")
    frame = frame_of(request, project)
    form.check()
    if frame.is_member:
        receipt = reports.report(workspace(request), act(request, project), text, place, reason)
    else:
        visitor = Visitor(network_of(request), request.scope["state"]["language"], command_id(request))
        receipt = reports.report_as_visitor(workspace(request), project, visitor, text, place, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/words?told=1")


@post("/projects/{project:uuid}/words/{text:uuid}/answers", again=show)
def answer(request: Asked, project: UUID, text: UUID, form: Form) -> Answer:
    """Answer a report: the words stay, and why."""
    reason = form.words("answer")
    frame_of(request, project)
    form.check()
    receipt = reports.answer(workspace(request), act(request, project), text, reason)
    return moved_on(request, receipt, to=f"/projects/{project}/words")


routes = [report, answer]
