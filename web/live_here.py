"""The stream of a session for a phone in it: told that the agenda moved on, and, while somebody waits for their turn or to be let in, that it is so."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import litestar
from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from projections.agendas import AGENDAS, Phone
from projections.rooms import ROOMS
from workspace.refusals import NotFound

from .changes import Change, Changes
from .guests import phone_of
from .live import MAY_CLOSE, since_of

TOGETHER = 0.5
"""Seconds: a room fills within minutes, and whoever waits looks no more often than so."""


@litestar.get("/changes/here/{session:uuid}", include_in_schema=False)
async def stream(request: Request[Any, Any, Any], session: FromPath[UUID]) -> ServerSentEvent:
    """For whoever is in a session; nothing for anybody else. `saw`: what the page shows, `since`: the position that was heard last."""
    changes: Changes = request.app.state.changes
    known = changes.positions.get(AGENDAS.name, 0)
    found = await sync_to_thread(phone_of, request, session)
    since = since_of(request)
    is_behind = found.saw != request.query_params.get("saw", found.saw)
    return ServerSentEvent(told(request, found, known if since is None else since, is_behind=is_behind))


async def told(request: Request[Any, Any, Any], found: Phone, since: int, *, is_behind: bool = False) -> AsyncIterator[ServerSentEventMessage]:
    """One name alone, whatever changed: hundreds of phones are not to fetch for what does not concern them."""
    changes: Changes = request.app.state.changes
    yield _moved(since) if is_behind else ServerSentEventMessage(comment="here", retry=2000)
    may_be_closed = False
    async for change in changes.subscribe(found.project, since):
        may_be_closed = may_be_closed or bool(change.names & MAY_CLOSE)
        has_moved = AGENDAS.name in change.names
        if not has_moved and not _concerns(change, found):
            continue
        if not has_moved:
            await asyncio.sleep(TOGETHER)
        if not has_moved or may_be_closed:
            now, may_be_closed = await sync_to_thread(_again, request, found.session), False
            if now is None:
                return
            has_moved, found = has_moved or now.saw != found.saw, now
        if has_moved:
            yield _moved(change.position)


def _concerns(change: Change, found: Phone) -> bool:
    """Who waits, in the queue or at the door, is told by what happens in the room."""
    return ROOMS.name in change.names and (found.state in ("waiting", "turned away") or found.wants_at is not None or found.has_floor)


def _again(request: Request[Any, Any, Any], session: UUID) -> Phone | None:
    request.scope["state"].pop("guest", None)
    try:
        return phone_of(request, session)
    except NotFound:
        return None


def _moved(position: int) -> ServerSentEventMessage:
    return ServerSentEventMessage(event=AGENDAS.name, id=str(position), data=str(position), retry=2000)


routes = [stream]
