"""The big screen of a session: the question in both languages, answers as whole sentences under their themes, how to come in. It shows what whoever leads
lets it show, and nothing to press. It is opened by those who lead, or by its own code where nobody signs in: that one opens nothing else."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import litestar
import segno
from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage
from markupsafe import Markup
from psycopg import Connection

from projections.agendas import AGENDAS, Planned
from projections.decisions import DECISIONS, decision
from projections.projects import Frame, frame_of_all
from projections.proposals import PROPOSALS
from projections.rooms import ROOMS, Card, cards, options
from projections.rounds import ROUNDS, Round
from projections.rounds import round as consent_round
from workspace import screens
from workspace import sessions as acts
from workspace.limits import TooOften
from workspace.refusals import CodeIsDead, NotFound

from .asking import which
from .auth import workspace
from .changes import Changes
from .console import led
from .console import show as console
from .decision_pages import Brief, in_both
from .errors import status_of
from .frames import act_in, frame_of
from .live import since_of
from .matters import network_of
from .rendering import Answer, moved_on, page
from .routes import delete, get, post
from .sessions import SHOWS, planned
from .walls import Group, grouped, themes_of

Asked = Request[Any, Any, Any]

MOST = 12
"""So many cards can be read from the last row; the others are on the phones."""

VIEWS = ("screen", "words")

S = "/projects/{project:uuid}/sessions/{session:uuid}/screen"
SHOWN = [*SHOWS, DECISIONS, PROPOSALS, ROUNDS]
HEARD = {AGENDAS.name, ROOMS.name, DECISIONS.name, ROUNDS.name}


@dataclass(frozen=True, slots=True)
class Screen:
    session: Planned
    view: str  # words: the same, for whoever describes it aloud or has it read out
    code: str
    address: str  # without the code, as it is read out
    qr: Markup
    left: int  # minutes of this part
    wall: Sequence[Group]
    more: int  # cards for which there was no room
    outcome: Mapping[str, Any] | None  # what was chosen, once whoever leads shows the counts
    options: Sequence[Card]
    asked: Mapping[str, Brief]  # what the room was asked in this part, by language; nothing where it was not
    round: Round | None  # the consent round that runs in this part
    opened_by: str = ""  # its own code, where nobody is signed in


@get(S, shows=SHOWN)
def show(request: Asked, project: UUID, session: UUID) -> Answer:
    """The big screen, for whoever leads to open where everybody sees it. Refused: NotYours."""
    view = which(request, "view", VIEWS)
    frame = frame_of(request, project)
    return page(request, "screen/show.html", _screen(request, frame, led(request, frame, session), view))


@get("/screen/{secret:str}", shows=SHOWN)
def by_code(request: Asked, secret: str) -> Answer:
    """The big screen by its own code, for the computer in front of everybody: to look at, and as a page alone."""
    view = which(request, "view", VIEWS)
    if request.scope["state"]["format"] != "html":
        raise NotFound
    try:
        frame, found = _behind(request, secret)
    except (CodeIsDead, TooOften) as refused:
        return page(request, "screen/dead.html", {"discreet": True}, status=410 if isinstance(refused, CodeIsDead) else status_of(refused))
    request.scope["state"]["frame"] = frame
    return page(request, "screen/show.html", replace(_screen(request, frame, found, view), opened_by=secret))


@post(S, again=console)
def make_code(request: Asked, project: UUID, session: UUID) -> Answer:
    """Make a code that opens the big screen without signing in; the one before is dead."""
    screens.make(workspace(request), act_in(request, project), session)
    return moved_on(request, to=f"/projects/{project}/sessions/{session}/console#screen-code")


@delete(S, again=console)
def take_code_back(request: Asked, project: UUID, session: UUID) -> Answer:
    """Take the code of the big screen back."""
    screens.take_back(workspace(request), act_in(request, project), session)
    return moved_on(request, to=f"/projects/{project}/sessions/{session}/console#screen-code")


@litestar.get("/changes/screen/{secret:str}", include_in_schema=False)
async def stream(request: Asked, secret: FromPath[str]) -> ServerSentEvent:
    """Names of what changed on the big screen, never content; nothing once its code is dead."""
    frame, _ = await sync_to_thread(_behind, request, secret)
    return ServerSentEvent(told(request, frame.id, secret, since_of(request)))


async def told(request: Asked, project: UUID, secret: str, since: int | None) -> AsyncIterator[ServerSentEventMessage]:
    """Of a code that is dead it is told once more, so that the page looks and finds it so."""
    changes: Changes = request.app.state.changes
    yield ServerSentEventMessage(comment="here", retry=2000)
    async for change in changes.subscribe(project, since):
        names = sorted(change.names & HEARD)
        is_open = not names or await sync_to_thread(_is_open, request, secret)
        for name in names:
            yield ServerSentEventMessage(event=name, id=str(change.position), data=str(change.position))
        if not is_open:
            return


def _is_open(request: Asked, secret: str) -> bool:
    try:
        _behind(request, secret)
    except (CodeIsDead, TooOften):
        return False
    return True


def _behind(request: Asked, secret: str) -> tuple[Frame, Planned]:
    """The project, as what is for all to see of it, and the session. Refused: CodeIsDead, also where it is over by now; TooOften."""
    session, project = screens.behind_code(workspace(request), secret, network_of(request))
    with workspace(request).reading() as db:
        frame = frame_of_all(db, project)
    found = planned(request, project, session)
    if frame is None or found.state != "running":
        raise CodeIsDead
    return frame, found


def _screen(request: Asked, frame: Frame, found: Planned, view: str) -> Screen:
    opened, session = workspace(request), found.id
    code = acts.code_of(opened, session, found.code) if found.state == "running" else ""
    link = f"{opened.settings.address}/s/{code}"
    qr = Markup(segno.make(link, error="m").svg_inline(border=2, omitsize=True)) if code else Markup()
    address = link.partition("://")[2].rpartition("/")[0]
    with opened.reading() as db:
        wall, more = _wall(db, found)
        outcome = found.block.counts[-1]["outcome"] if found.block and found.block.counts and found.are_counts_shown else None
        named = options(db, session, [UUID(each["option"]) for each in outcome["options"]]) if outcome and outcome["method"] == "dots" else []
        asked = decision(db, found.block.decision) if found.block and found.block.decision else None
        in_round = consent_round(db, found.block.round) if found.block and found.block.round else None
    briefs = in_both(asked, frame.sides) if asked else {}
    return Screen(found, view, code, address, qr, _left(opened.now(), found), wall, more, outcome, named, briefs, in_round)


def _left(now: datetime, found: Planned) -> int:
    """Minutes of the part that runs; nought where it has none left."""
    if found.now is None or found.block is None:
        return 0
    return max(0, found.block.minutes - (now - found.now.moved_at) // timedelta(minutes=1))


def _wall(db: Connection[Any], found: Planned) -> tuple[list[Group], int]:
    """What is shown of the block that runs, the newest last; nothing while each still writes, or where nothing is written down."""
    if found.now is None or found.is_blank or found.now.step in ("write", "tables") or not found.now.is_recorded:
        return [], 0
    shown = cards(db, found.id, found.now.block, only_shown=True) if found.now.step != "choose" else options(db, found.id, found.now.options)
    return grouped(shown[:MOST], themes_of(db, shown), None), max(0, len(shown) - MOST)


routes = [show, by_code, make_code, take_code_back, stream]
