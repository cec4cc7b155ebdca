"""The async layer: what comes before a handler (the form, and waiting for one's own write), and the stream of what changed."""

import json
from collections.abc import AsyncIterator
from math import isfinite
from typing import Any
from uuid import UUID

import litestar
from litestar import Request, Response
from litestar.concurrency import sync_to_thread
from litestar.enums import RequestEncodingType
from litestar.exceptions import ServiceUnavailableException, ValidationException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from projections.people import PEOPLE
from projections.projects import PROJECTS
from workspace.languages import translator

from .auth import must_be_from_our_page, workspace
from .changes import Changes
from .forms import Form
from .frames import frame_of, may_see
from .rendering import POSITION
from .sent import LARGEST_BODY, MOST_FIELDS

PATIENCE = 1.0
MAY_CLOSE = {PEOPLE.name, PROJECTS.name}
"""Read models whose change may take a project from somebody's sight."""
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})


async def before(request: Request[Any, Any, Any]) -> Response[Any] | None:
    """Litestar calls this before every handler."""
    if request.method in UNSAFE:
        await read_form(request)
    shows = request.route_handler.opt.get("shows")
    if shows:
        await wait_for(request, shows)
    return None


async def read_form(request: Request[Any, Any, Any]) -> None:
    """Put the body into `state.form`, once it is known to come from our own page; `state.again`: it is only to be shown again (`form_end`), and nothing
    is to be done. Refused: StaleForm."""
    state = request.scope["state"]
    t = translator(state["language"])
    if request.content_type[0] == "application/json":
        must_be_from_our_page(request, None)
        body = await request.body()
        _must_not_weigh(len(body))
        state["form"] = Form(_object(body), t)
        if "application/json" in request.headers.get("accept", "application/json") or "*/*" in request.headers.get("accept", ""):
            state["format"] = "json"
    else:
        if request.content_type[0] == RequestEncodingType.URL_ENCODED and (await request.body()).count(b"&") >= MOST_FIELDS:
            raise RequestEntityTooLarge
        sent = await request.form()
        _must_not_weigh(sum(len(value) for _, value in sent.multi_items() if isinstance(value, str)))
        state["form"] = Form({name: sent.getall(name) for name in sent}, t)
        state["again"] = bool(state["form"].raw("again"))
        must_be_from_our_page(request, state["form"].raw("csrf") or request.headers.get("x-csrf", ""))


async def wait_for(request: Request[Any, Any, Any], shows: tuple[Any, ...]) -> None:
    """Until the page's read models have seen what this browser last did; after a second the page comes with a note that it is still updating."""
    changes: Changes = request.app.state.changes
    names = {model.name for model in shows}
    if not names <= changes.ready:
        raise ServiceUnavailableException
    said = request.headers.get("pleth-position") or request.cookies.get(POSITION, "")
    if said.isdecimal() and len(said) < 19 and not await changes.wait(names, int(said), PATIENCE):
        request.scope["state"]["is_late"] = True


async def wait_for_others(request: Request[Any, Any, Any], shows: tuple[Any, ...]) -> None:
    """Until the page's read models have seen what everybody did up to now: somebody was quicker, and the page has to show what they did."""
    changes: Changes = request.app.state.changes
    head = await sync_to_thread(workspace(request).head)
    if not await changes.wait({model.name for model in shows}, head, PATIENCE):
        request.scope["state"]["is_late"] = True


@litestar.get("/changes/{project:uuid}", include_in_schema=False)
async def stream(request: Request[Any, Any, Any], project: FromPath[UUID]) -> ServerSentEvent:
    """Names of what changed in a project, never content; whoever may not see the project gets nothing, also after losing the place."""
    await sync_to_thread(frame_of, request, project)
    return ServerSentEvent(_told(request, project, since_of(request)))


def since_of(request: Request[Any, Any, Any]) -> int | None:
    """The position that a stream was heard up to, where its reader says so."""
    since: str = request.headers.get("last-event-id") or request.query_params.get("since") or ""
    return int(since) if since.isdecimal() and len(since) < 19 else None


async def _told(request: Request[Any, Any, Any], project: UUID, since: int | None) -> AsyncIterator[ServerSentEventMessage]:
    changes: Changes = request.app.state.changes
    yield ServerSentEventMessage(comment="here", retry=2000)
    async for change in changes.subscribe(project, since):
        if change.names & MAY_CLOSE and not await sync_to_thread(may_see, request, project):
            return
        for name in sorted(change.names):
            yield ServerSentEventMessage(event=name, id=str(change.position), data=str(change.position))


def _must_not_weigh(size: int) -> None:
    """Refused: RequestEntityTooLarge, where words weigh what only a photo may."""
    if size > LARGEST_BODY:
        raise RequestEntityTooLarge


def _finite(said: str) -> float:
    """NaN, Infinity and 1e999 are no numbers that anybody means."""
    if not isfinite(number := float(said)):
        raise ValueError(said)
    return number


def _object(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body or b"{}", parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError) as bad:
        raise ValidationException from bad
    if not isinstance(said, dict):
        raise ValidationException
    return said


routes = [stream]
