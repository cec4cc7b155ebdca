"""A rehearsal: the console, a phone and the big screen at each step of a session, with eight pretend people. It only reads, and keeps nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Request
from markupsafe import Markup

from projections.agendas import Now, Planned
from projections.agendas import Part as Coming
from projections.agendas import Phone as OnPhone
from projections.charters import CHARTERS, Version, charter
from projections.projects import Frame
from projections.rooms import Card
from workspace.languages import translator
from workspace.sessions import STEPS

from . import pretending
from .asking import one_id, which
from .auth import workspace
from .choices import Choosing
from .console import Console, Move, around, led, moves_of
from .decision_pages import Brief, in_both, in_brief
from .frames import frame_of
from .here import Asking, Here
from .rendering import Answer, page, part
from .routes import get
from .screen import MOST, Screen
from .sessions import SHOWS
from .stilled import stilled
from .walls import grouped

Asked = Request[Any, Any, Any]

AS_IT_GOES = ("over_at", "cancelled_at", "moves", "is_frozen", "turns")

LET_IN: dict[str, Any] = {
    **{"is_of_project": False, "standing": "here", "is_let_in": True, "is_helped": False, "is_borrowed": False},
    **{"sits_at": 0, "wants_at": None, "turn": 0, "has_floor": False, "has_tables": False, "round": None, "round_step": None},
    **{"are_counts_shown": False, "is_counted": False, "wall": 0},
}
"""Somebody who is in, and not of the project."""

QUIET: dict[str, Any] = {
    **{"code": "", "screen": "", "waiting": (), "on_paper": 0, "papers": {}, "own_notes": "", "spoke": (), "loud": None, "themes": ()},
    **{"round": None, "proposals": ()},
}
"""A console on which nothing has to be seen to."""

WAYS = ("ballots", "hands")
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    session: Planned
    step: Move | None  # None: the doors are open, and nothing has begun
    before: Move | None
    after: Move | None
    is_begun: bool
    number: int
    steps: int
    way: str  # how the question of this step is answered; empty where it is not by hands that it could be
    console: Markup
    phone: Markup
    screen: Markup


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the pretend people are, and what they have done so far."""

    session: Planned
    at: datetime
    cards: Sequence[Card]  # of the part that runs
    offered: Sequence[Card]  # what there is to choose from
    choosing: Mapping[str, Any] | None
    outcome: Mapping[str, Any] | None
    asked: Brief | None


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/rehearsal", shows=[*SHOWS, CHARTERS])
def show(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """A session rehearsed step by step, for whoever leads it; nothing is kept. Refused: NotYours."""
    block, step, way = one_id(request, "block"), which(request, "step", ("", *STEPS)), which(request, "way", WAYS)
    frame = frame_of(request, project)
    found = led(request, frame, session_id)
    opened, language = workspace(request), request.scope["state"]["language"]
    with opened.reading() as db:
        rules = charter(db, project)
    moves = moves_of(found)
    at = next((n for n, move in enumerate(moves) if (move.block.id, move.step) == (block, step)), -1)
    scene = _scene(language, frame, _begun(found, moves[at] if at >= 0 else None, opened.now()), rules, opened.now())
    scene, way = _asked_by(language, frame, scene, way)
    before, after = around(scene.session)
    shown = Rehearsal(
        session=found,
        step=moves[at] if at >= 0 else None,
        before=before,
        after=after,
        is_begun=at >= 0,
        number=at + 2,
        steps=len(moves) + 1,
        way=way,
        console=stilled(part(request, "rehearsal/_console.html", _console(language, scene)), "console"),
        phone=stilled(part(request, "here/_now.html", _phone(language, frame, scene)), "phone"),
        screen=stilled(part(request, "screen/_now.html", _screen(frame, scene)), "screen"),
    )
    return page(request, "rehearsal/show.html", shown)


def _begun(found: Planned, move: Move | None, at: datetime) -> Planned:
    """The session as it would stand there, had the group come so far."""
    now = None
    if move:
        now = Now(move.block.id, move.step, 1, at, move.block.is_recorded, move.block.settings, ())
    return replace(found, opened_at=at, over_at=None, cancelled_at=None, is_frozen=False, is_blank=False, are_counts_shown=True, turns="", now=now)


def _scene(language: str, frame: Frame, session: Planned, rules: Version | None, at: datetime) -> Scene:
    t, block, now = translator(language), session.block, session.now
    if block is None or now is None or not block.is_recorded:
        return Scene(session, at, [], [], None, None, None)
    cards = pretending.cards(t, session.id, block.id, now.step, at) if "write" in block.steps else []
    offered = pretending.options(t, session.id, session.agenda, block, at) if block.kind == "dots" else []
    choosing = outcome = None
    if "choose" in block.steps:
        counted = pretending.count(block.kind, session.id, offered, block.settings, is_over=now.step != "choose")
        choosing, outcome = (counted, None) if now.step == "choose" else (None, counted)
    asked = None
    if now.step == "decide" and rules and rules.in_force:
        asked = in_brief(language, pretending.question(frame.id, block, rules.rule, rules.in_force, at, at + HOUR), frame.sides)
    return Scene(session, at, cards, offered, choosing, outcome, asked)


def _asked_by(language: str, frame: Frame, scene: Scene, way: str) -> tuple[Scene, str]:
    """With what is asked put to a show of hands, where it may be and that is looked for; and how it is answered."""
    if scene.asked is None or scene.asked.decision.is_by_consent:
        return scene, ""
    if way == "hands":
        scene = replace(scene, asked=in_brief(language, pretending.by_hands(scene.asked.decision), frame.sides))
    return scene, way


def _console(language: str, scene: Scene) -> Console:
    session = scene.session
    before, after = around(session)
    here = pretending.people(translator(language), session.id, scene.at)
    ahead = _ahead(language, scene, after) if after and after.step == "choose" else scene.offered
    return Console(
        **QUIET,
        session=session,
        now_at=scene.at,
        next=after,
        before=before,
        moves=moves_of(session),
        here=here,
        queue=[each for each in here if each.wants_at],
        cards=scene.cards,
        dotted=ahead,
        choosing=scene.choosing,
        outcome=scene.outcome,
        asked=scene.asked,
        hands=pretending.hands(translator(language), scene.at),
    )


def _ahead(language: str, scene: Scene, after: Move) -> Sequence[Card]:
    """What people could choose from in the step that comes next."""
    return pretending.options(translator(language), scene.session.id, scene.session.agenda, after.block, scene.at)


def _phone(language: str, frame: Frame, scene: Scene) -> Here:
    session, t = scene.session, translator(language)
    block, step = session.block, session.now.step if session.now else None
    wall = grouped(scene.cards, {}, pretending.FIRST.id(session.id)) if step in ("tables", "share", "group", "talk") else []
    asking = Asking(scene.asked.decision, None, scene.asked.rule, "", "") if scene.asked else None
    choosing = Choosing(block.kind, scene.offered, {}) if block and scene.choosing else None
    agenda = [Coming(each.kind, each.minutes, each.title, each.is_recorded) for each in session.agenda]
    phone = _on_phone(t("Person {number}", number=pretending.FIRST.number), frame, scene)
    return Here(phone, True, phone.minutes, 0, [], wall, asking, None, choosing, None, [], [] if block else agenda, None)


def _on_phone(name: str, frame: Frame, scene: Scene) -> OnPhone:
    session, block, now = scene.session, scene.session.block, scene.session.now
    told: dict[str, Any] = {
        what: getattr(session, what) for what in ("project", "title", "starts_at", "ends_at", "way", "agreement", "access", "opened_at", *AS_IT_GOES)
    }
    group: dict[str, Any] = {"citizen": frame.citizen, "professional": frame.professional, "visibility": frame.visibility}
    who: dict[str, Any] = {"member": pretending.FIRST.id(session.id), "name": name, "side": pretending.FIRST.side, "how": pretending.FIRST.how}
    part: dict[str, Any] = {"block": None, "kind": None, "minutes": None, "block_title": {}, "question": {}, "is_recorded": True, "settings": {}, "part": 0}
    if block:
        part = {what: getattr(block, what) for what in ("kind", "minutes", "question", "is_recorded", "settings")}
        part |= {"block": block.id, "block_title": block.title, "part": session.agenda.index(block) + 1}
    return OnPhone(
        **told,
        **group,
        **who,
        **part,
        **LET_IN,
        session=session.id,
        step=now.step if now else None,
        run=1,
        moved_at=now.moved_at if now else None,
        options=[card.id for card in scene.offered],
        decision=scene.asked.decision.id if scene.asked else None,
        parts=len(session.agenda),
        now=scene.at,
    )


def _screen(frame: Frame, scene: Scene) -> Screen:
    session = scene.session
    step = session.now.step if session.now else "write"
    shown = [] if step in ("write", "tables") else scene.offered if step == "choose" else scene.cards
    left = session.block.minutes if session.block else 0
    wall = grouped(shown[:MOST], {}, None)
    asked = in_both(scene.asked.decision, frame.sides) if scene.asked else {}
    return Screen(session, "screen", "", "", Markup(), left, wall, max(0, len(shown) - MOST), scene.outcome, scene.offered, asked, None)


routes = [show]
