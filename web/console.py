"""Leading a session: where the group is and where it goes next, who is here, what came in, who would like to speak. For those who lead it alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Request
from psycopg import Connection

from projections.agendas import Block, Planned
from projections.board import BOARD, Theme, themes
from projections.decisions import DECISIONS, Hands, decision, hands
from projections.photographs import PHOTOGRAPHS, papers
from projections.projects import Frame
from projections.proposals import PROPOSALS, Line, open_proposals
from projections.rooms import Card, Person, cards, choices, people, turns
from projections.rounds import ROUNDS, Round
from projections.rounds import round as consent_round
from workspace import screens
from workspace import sessions as acts
from workspace.application import Workspace
from workspace.cards import LONGEST
from workspace.counts import counted
from workspace.notes import LONGEST as LONGEST_NOTE
from workspace.notes import own
from workspace.refusals import NotYours
from workspace.rounds import STEPS as ROUND_STEPS
from workspace.sessions import STEPS, WRITING

from .auth import account, workspace
from .decision_pages import Brief, in_brief
from .frames import frame_of, knows_everybody
from .rendering import Answer, page
from .rounds import steps_around
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
class InRound:
    round: Round
    next: str | None
    before: Sequence[str]
    steps: Sequence[str] = ROUND_STEPS


@dataclass(frozen=True, slots=True)
class Console:
    session: Planned
    code: str
    screen: str  # where its big screen is opened by a code, on a computer where nobody is signed in; empty where it is not
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
    on_paper: int  # of those who have chosen, who did so on paper without a name
    outcome: Mapping[str, Any] | None  # what was chosen in this block, once it was left
    asked: Brief | None  # what the room was asked in this part
    hands: Hands | None  # who has counted them, where it is asked by hands
    round: InRound | None  # the consent round that this part goes through
    proposals: Sequence[Line]  # of which one can be taken up in a consent round
    own_notes: str  # of who is looking, for themselves alone
    spoke: Sequence[str]  # the sides of the last voices, the newest first
    loud: str | None  # the side of which nearly all of them were
    themes: Sequence[Theme]
    papers: Mapping[UUID, UUID]  # card -> photo of its paper
    writing: Sequence[str] = WRITING
    longest: int = LONGEST
    longest_note: int = LONGEST_NOTE


@get("/projects/{project:uuid}/sessions/{session:uuid}/console", shows=[*SHOWS, BOARD, DECISIONS, ROUNDS, PROPOSALS, PHOTOGRAPHS])
def show(request: Asked, project: UUID, session: UUID) -> Answer:
    """The console of a session, for whoever leads it. Refused: NotYours."""
    frame = frame_of(request, project)
    found = led(request, frame, session)
    opened = workspace(request)
    with opened.reading() as db:
        came = people(db, session)
        noted = {"themes": themes(db, project), "own_notes": own(db, session, account(request))}
        parts = {**noted, **_room(db, found, came), **_wall(db, found, came), **_asking(db, request.scope["state"]["language"], frame, found)}
    code = acts.code_of(opened, session, found.code) if found.state == "running" else ""
    before, after = around(found)
    parts |= {"code": code, "screen": _screen_address(opened, session) if code else ""}
    shown = Console(session=found, now_at=opened.now(), next=after, before=before, moves=moves_of(found), **parts)
    return page(request, "console/show.html", shown)


def _screen_address(opened: Workspace, session: UUID) -> str:
    code = screens.code_of(opened, session)
    return f"{opened.settings.address.partition('://')[2]}/screen/{code}" if code else ""


def _room(db: Connection[Any], found: Planned, came: Sequence[Person]) -> dict[str, Any]:
    """Who is here, who waits to be let in or to speak, and who spoke."""
    spoke = turns(db, found.id, BALANCE)
    here = [each for each in came if each.state == "here"]
    within, waiting = [each for each in here if each.is_let_in], [each for each in here if not each.is_let_in]
    queue = sorted((each for each in within if each.wants_at), key=lambda each: (each.wants_at, each.member))
    return {"waiting": waiting, "here": within, "queue": queue, "spoke": spoke, "loud": _loud(spoke)}


def _wall(db: Connection[Any], found: Planned, came: Sequence[Person]) -> dict[str, Any]:
    """What was written in the part that runs, and what is chosen in it, or was."""
    now, block = found.now, found.block
    written = cards(db, found.id, now.block, only_shown=False) if now else []
    dotted = [each for each in cards(db, found.id, None, only_shown=True) if each.joined is None]
    marks, sides = choices(db, now.block, now.run) if now and now.step == "choose" else ({}, {})
    choosing = counted(block.kind, [card.hex for card in now.options], marks, sides) if now and block and now.step == "choose" else None
    outcome = block.counts[-1]["outcome"] if block and block.counts else None
    on_paper = len(marks.keys() - {each.member.hex for each in came})
    photos = papers(db, found.id) if written else {}
    return {"cards": written, "dotted": dotted, "choosing": choosing, "outcome": outcome, "on_paper": on_paper, "papers": photos}


def _asking(db: Connection[Any], language: str, frame: Frame, found: Planned) -> dict[str, Any]:
    """What the room was asked in this part, who has counted hands, and the consent round that leads to it, or the proposals that one could be about."""
    block = found.block
    asked = decision(db, block.decision) if block and block.decision else None
    counters = hands(db, asked.id, asked.way, is_named=knows_everybody(frame)) if asked else None
    running = consent_round(db, block.round) if block and block.round else None
    in_round = InRound(running, *steps_around(running, is_counted=bool(asked and asked.outcome))) if running else None
    may_begin = block is not None and block.kind == "round" and block.is_recorded and running is None
    brief = in_brief(language, asked, frame.sides) if asked else None
    return {"asked": brief, "hands": counters, "round": in_round, "proposals": open_proposals(db, frame.id) if may_begin else []}


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


def moves_of(found: Planned) -> list[Move]:
    """Every step of every part, in the order of the agenda."""
    return [Move(block, step) for block in found.agenda for step in STEPS if step in block.steps]


def around(found: Planned) -> tuple[Move | None, Move | None]:
    """The step before and the step after the one where the group is; before anything began, the first one comes next."""
    moves = moves_of(found)
    at = next((n for n, move in enumerate(moves) if found.now and (move.block.id, move.step) == (found.now.block, found.now.step)), -1)
    return (moves[at - 1] if at > 0 else None), (moves[at + 1] if at + 1 < len(moves) else None)


routes = [show]
