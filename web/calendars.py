"""Calendars: the sessions of a project for any calendar program, and a feed of one's own at a secret address that can be taken back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from litestar import Request, Response

from projections.agendas import AGENDAS
from projections.calendars import Coming, of_account, of_project
from projections.commitments import COMMITMENTS
from projections.decisions import DECISIONS
from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace import calendars
from workspace.calendars import Dated
from workspace.languages import in_language, translator
from workspace.refusals import NotFound

from .auth import must_be_signed_in, workspace
from .frames import frame_of
from .languages import to
from .rendering import Answer, moved_on, page
from .routes import delete, get, post

Asked = Request[Any, Any, Any]
PLACES = {"session": "sessions", "decision": "decisions", "commitment": "commitments"}


@get("/projects/{project:uuid}/calendar", shows=[PROJECTS, PEOPLE, AGENDAS])
def of_one(request: Asked, project: UUID) -> Answer:
    """The sessions of a project for a calendar program (.ics), and how to put them there."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        found = of_project(db, project)
    if request.scope["state"]["format"] == "ics":
        named = in_language(frame.name, request.scope["state"]["language"])
        return _ics(request, found, "Pleth" if frame.is_sensitive or not named else named[1])
    there = workspace(request).settings.address + to(f"/projects/{project}/calendar.ics", request.scope["state"]["language"])
    return page(request, "calendars/project.html", {"address": there if frame.visibility == "public" else "", "sessions": found})


@get("/me/calendar")
def mine(request: Asked) -> Answer:
    """The address of one's own feed, and how to take it back."""
    who, opened = must_be_signed_in(request), workspace(request)
    with opened.reading() as db:
        token = calendars.token_of(db, opened.settings.secret, who.account)
    there = to(f"/calendar/{token}.ics", request.scope["state"]["language"])
    return page(request, "calendars/mine.html", {"address": opened.settings.address + there if token else ""})


@post("/me/calendar", again=mine)
def renew(request: Asked) -> Answer:
    """Make a secret address for one's own feed; an earlier one ends."""
    calendars.renew(workspace(request), must_be_signed_in(request).account)
    return moved_on(request, to="/me/calendar")


@delete("/me/calendar", again=mine)
def end(request: Asked) -> Answer:
    """End the feed: no address leads to it any more."""
    calendars.end(workspace(request), must_be_signed_in(request).account)
    return moved_on(request, to="/me/calendar")


@get("/calendar/{token:str}", shows=[PROJECTS, PEOPLE, AGENDAS, DECISIONS, COMMITMENTS])
def own(request: Asked, token: str) -> Answer:
    """One's own feed, for a calendar program that has its address (.ics)."""
    opened = workspace(request)
    with opened.reading() as db:
        found = of_account(db, calendars.behind(db, opened.settings.secret, token))
    if request.scope["state"]["format"] != "ics":
        raise NotFound
    return _ics(request, found, translator(request.scope["state"]["language"])("Pleth: what is coming"))


def _ics(request: Asked, found: Iterable[Coming], name: str) -> Answer:
    opened, language = workspace(request), request.scope["state"]["language"]
    content = calendars.feed(map(_dated, found), name=name, language=language, address=opened.settings.address, at=opened.now())
    return Response(content, media_type="text/calendar", headers={"Cache-Control": "private, no-cache"})


def _dated(coming: Coming) -> Dated:
    values = {name: getattr(coming, name) for name in Coming.__dataclass_fields__ if name != "project"}
    return Dated(**values, path=f"/projects/{coming.project}/{PLACES[coming.kind]}/{coming.id}")


routes = [of_one, mine, renew, end, own]
