"""A photo or a voice note, for whoever may see the thing that it belongs to. Each noun that has some says so in one function of its read model."""

import re
from typing import Any
from uuid import UUID

from litestar import Request, Response

from projections import matters, photographs
from projections.agendas import AGENDAS
from projections.matters import MATTERS
from projections.people import PEOPLE
from projections.photographs import PHOTOGRAPHS
from projections.projects import PROJECTS
from workspace import files, slips
from workspace.files import Stored
from workspace.refusals import NotFound

from .auth import account, workspace
from .frames import frame_of
from .rendering import Answer, json
from .routes import get

Asked = Request[Any, Any, Any]

SHOWN_BY = [matters.shows, photographs.shows]
"""Each answers whether somebody may see a file in its place: (db, project, file, *, member, is_facilitator)."""
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


@get("/projects/{project:uuid}/files/{file:uuid}", shows=[PROJECTS, PEOPLE, MATTERS, AGENDAS, PHOTOGRAPHS])
def show(request: Asked, project: UUID, file: UUID) -> Answer:
    """A photo, or a voice note, of which players ask for parts; as JSON what there is to know about it."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        if not any(shows(db, project, file, member=frame.member, is_facilitator=frame.is_facilitator) for shows in SHOWN_BY):
            raise NotFound
    return sent(request, project, file)


@get("/slip/{slip_code:str}/files/{file:uuid}", shows=[PROJECTS, PEOPLE, MATTERS, PHOTOGRAPHS])
def show_behind_code(request: Asked, slip_code: str, file: UUID) -> Answer:
    """What somebody showed or said without an account, for whoever has the code in their hand."""
    opened = workspace(request)
    held = slips.behind(opened, slip_code, request.client.host if request.client else "")
    with opened.reading() as db:
        about = matters.matter(db, held.project, held.subject) if held.what == "matter" else None
        paper = photographs.paper(db, held.subject) if held.what == "card" else None
    theirs = {each.id for each in about.files} if about else {paper.id} if paper else set()
    if file not in theirs or not slips.may_act_with(opened, held, account(request)):
        raise NotFound
    return sent(request, held.project, file)


def sent(request: Asked, project: UUID, file: UUID) -> Answer:
    """The file itself, or the part of it that was asked for, to somebody who may see it. Browsers keep it, and ask each time whether they still may
    show it. Refused: NotFound, where it was taken down."""
    wanted = request.scope["state"]["format"]
    with workspace(request).reading() as db:
        found = files.stored(db, project, file)
        if found is None or wanted not in ("html", "json"):
            raise NotFound
        if wanted == "json":
            return json(found)
        headers = _headers(found)
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(b"", status_code=304, headers=headers, media_type=found.media_type)
        first, length, status = _asked(request.headers.get("range", ""), found.size)
        if status == 416:
            headers["Content-Range"] = f"bytes */{found.size}"
        if status == 206:
            headers["Content-Range"] = f"bytes {first}-{first + length - 1}/{found.size}"
        body = files.part(db, file, first, length) if length else b""
    return Response(body, status_code=status, headers=headers, media_type=found.media_type)


def _headers(found: Stored) -> dict[str, str]:
    ending = found.media_type.partition("/")[2].replace("jpeg", "jpg")
    return {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-cache",
        "Content-Disposition": f'{"inline" if found.kind == "photo" else "attachment"}; filename="{found.id.hex}.{ending}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "ETag": f'"{found.id.hex}"',
        "Vary": "Cookie, Authorization",
    }


def _asked(said: str, size: int) -> tuple[int, int, int]:
    """(first byte, how many, status) of what a Range header asks for; of several parts, or of none that it says well, the whole."""
    found = RANGE.fullmatch(said)
    if not found or found.group() == "bytes=-":
        return 0, size, 200
    if found[1]:
        first, last = int(found[1]), min(int(found[2] or size), size - 1)
        if found[2] and int(found[2]) < first:
            return 0, size, 200
    else:
        first, last = max(0, size - int(found[2])), size - 1
    return (first, last - first + 1, 206) if first <= last else (0, 0, 416)


routes = [show, show_behind_code]
