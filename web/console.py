"""Leading a session: where the group is and where it goes next, who is here, what came in, who would like to speak. For those who lead it alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.board import BOARD, Theme, themes
from projections.decisions import DECISIONS, Hands, decision, hands
from projections.photographs import PHOTOGRAPHS, papers
from projections.projects import Frame
from projections.rooms import Card, Person, cards, choices, people, turns
from workspace import sessions as acts
from workspace.cards import LONGEST
from workspace.counts import counted
from workspace.refusals import NotYours
from workspace.sessions import STEPS, WRITING

from .auth import workspace
from .decision_pages import Brief, in_brief
from .frames import frame_of, knows_everybody
from .rendering import Answer, page
from .routes import get
from .sessions import SHOWS, leads, planned

Asked = Request[Any, Any, Any]

BALANCE = 6
"""So many voices are looked back on."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where the group could go: a step of a block."""

    block: Block
    step: str


@dataclass(frozen=True, slots=True)
class Console:
    session: Planned
    code: str
    now_at: datetime
    next: Move | None
    before: Move | None
    moves: Sequence[Move]  # all of them, for a jump
    waiting: Sequence[Person]  # to be let in
    here: Sequence[Person]
    queue: Sequence[Person]  # who would like to speak, those who have waited longest first
    cards: Sequence[Card]  # of the block that runs
    dotted: Sequence[Card]  # what people could choose from: cards that are shown, of any block before
    choosing: Mapping[str, Any] | None  # what is being chosen, counted: how many only
    outcome: Mapping[str, Any] | None  # what was chosen in this block, once it was left
    asked: Brief | None  # what the room was asked in this part
    hands: Hands | None  # who has counted them, where it is asked by hands
    spoke: Sequence[str]  # the sides of the last voices, the newest first
    loud: str | None  # the side of which nearly all of them were
    themes: Sequence[Theme]
    papers: Mapping[UUID, UUID]  # card -> photo of its paper
    writing: Sequence[str] = WRITING
    longest: int = LONGEST


@get("/projects/{project:uuid}/sessions/{session:uuid}/console", shows=[*SHOWS, BOARD, DECISIONS, PHOTOGRAPHS])
def show(request: Asked, project: UUID, session: UUID) -> Answer:
    """The console of a session, for whoever leads it. Refused: NotYours."""
    frame = frame_of(request, project)
    found = led(request, frame, session)
    opened = workspace(request)
    with opened.reading() as db:
        came, spoke, named = people(db, session), turns(db, session, BALANCE), themes(db, project)
        now = cards(db, session, found.now.block, only_shown=False) if found.now else []
        photos = papers(db, session) if now else {}
        dotted = [each for each in cards(db, session, None, only_shown=True) if each.joined is None]
        marks, sides = choices(db, found.now.block, found.now.run) if found.now and found.now.step == "choose" else ({}, {})
        asked = decision(db, found.block.decision) if found.block and found.block.decision else None
        counters = hands(db, asked.id, asked.way, is_named=knows_everybody(frame)) if asked else None
    brief = in_brief(request.scope["state"]["language"], asked, frame.sides) if asked else None
    is_chosen = found.now is not None and found.now.step == "choose" and found.block is not None
    choosing = counted(found.block.kind, [card.hex for card in found.now.options], marks, sides) if is_chosen and found.block and found.now else None
    code = acts.code_of(opened, session, found.code) if found.state == "running" else ""
    before, after = _around(found)
    outcome = found.block.counts[-1]["outcome"] if found.block and found.block.counts else None
    here = [each for each in came if each.state == "here"]
    within = [each for each in here if each.is_let_in]
    queue = sorted((each for each in within if each.wants_at), key=lambda each: (each.wants_at, each.member))
    waiting = [each for each in here if not each.is_let_in]
    room: dict[str, Any] = {"waiting": waiting, "here": within, "queue": queue, "spoke": spoke, "loud": _loud(spoke), "themes": named, "papers": photos}
    wall: dict[str, Any] = {"cards": now, "dotted": dotted, "choosing": choosing, "outcome": outcome, "asked": brief, "hands": counters}
    shown = Console(session=found, code=code, now_at=opened.now(), next=after, before=before, moves=_moves(found), **room, **wall)
    return page(request, "console/show.html", shown)


def led(request: Asked, frame: Frame, session: UUID) -> Planned:
    """Refused: NotFound, NotYours."""
    found = planned(request, frame.id, session)
    if not leads(frame, found):
        raise NotYours
    return found


def _loud(spoke: Sequence[str]) -> str | None:
    """The side of which all the last voices were, or all but one; None where they were of both, or too few."""
    most = max(("citizen", "professional"), key=spoke.count)
    return most if len(spoke) == BALANCE and spoke.count(most) >= BALANCE - 1 else None


def _moves(found: Planned) -> list[Move]:
    return [Move(block, step) for block in found.agenda for step in STEPS if step in block.steps]


def _around(found: Planned) -> tuple[Move | None, Move | None]:
    """The step before and the step after the one where the group is; before anything began, the first one comes next."""
    moves = _moves(found)
    at = next((n for n, move in enumerate(moves) if found.now and (move.block.id, move.step) == (found.now.block, found.now.step)), -1)
    return (moves[at - 1] if at > 0 else None), (moves[at + 1] if at + 1 < len(moves) else None)


routes = [show]
