"""The big screen of a session: the question in both languages, answers as whole sentences under their themes, how to come in. It shows what whoever leads
lets it show, and nothing to press."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import segno
from litestar import Request
from markupsafe import Markup
from psycopg import Connection

from projections.agendas import Planned
from projections.decisions import DECISIONS, decision
from projections.proposals import PROPOSALS
from projections.rooms import Card, cards, options
from projections.rounds import ROUNDS, Round
from projections.rounds import round as consent_round
from workspace import sessions as acts

from .asking import which
from .auth import workspace
from .console import led
from .decision_pages import Brief, in_brief
from .frames import frame_of
from .rendering import Answer, page
from .routes import get
from .sessions import SHOWS
from .walls import Group, grouped, themes_of

Asked = Request[Any, Any, Any]

MOST = 12
"""So many cards can be read from the last row; the others are on the phones."""

VIEWS = ("screen", "words")


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
    asked: Brief | None
    round: Round | None  # the consent round that runs in this part


@get("/projects/{project:uuid}/sessions/{session:uuid}/screen", shows=[*SHOWS, DECISIONS, PROPOSALS, ROUNDS])
def show(request: Asked, project: UUID, session: UUID) -> Answer:
    """The big screen, for whoever leads to open where everybody sees it. Refused: NotYours."""
    view = which(request, "view", VIEWS)
    frame = frame_of(request, project)
    found = led(request, frame, session)
    opened = workspace(request)
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
    brief = in_brief(request.scope["state"]["language"], asked, frame.sides) if asked else None
    return page(request, "screen/show.html", Screen(found, view, code, address, qr, _left(opened.now(), found), wall, more, outcome, named, brief, in_round))


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


routes = [show]
