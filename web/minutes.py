"""Minutes of a session: the record, part by part, with what was added to it. What people do with them: putting_right.py."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from litestar import Request
from markupsafe import Markup
from psycopg import Connection

from projections.agendas import Block, Came, Phone, Planned, came_of
from projections.agendas import session as session_of
from projections.commitments import COMMITMENTS, Commitment, about
from projections.decisions import DECISIONS, Objection, objections
from projections.minutes import MINUTES, Correction, minutes
from projections.minutes import Minutes as Standing
from projections.photographs import PHOTOGRAPHS, papers
from projections.reflections import REFLECTIONS
from projections.rooms import Card, Person, cards, people, sealed, sheets
from workspace.minutes import LONGEST
from workspace.refusals import NotFound

from .asking import number, which
from .auth import workspace
from .frames import frame_of
from .guests import phone_of
from .reflections import Went, went_of
from .rendering import Answer, in_each_language, page
from .routes import get
from .sessions import SHOWS, leads, planned
from .walls import Group, grouped, themes_of

Asked = Request[Any, Any, Any]
N = "/projects/{project:uuid}/sessions/{over:uuid}/minutes"
VIEWS = ("page", "both")


After = tuple[Came | None, Sequence[Objection], Sequence[Commitment]]
"""What was decided in a part, the objections to it, and what was promised because of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the agenda, as it went. `was_reached`: else there was no time for it."""

    block: Block
    was_reached: bool
    note: dict[str, str]
    wall: Sequence[Group]
    aside: Sequence[Card]  # what everybody had read and was set aside
    asked: Came | None  # the decision
    objected: Sequence[Objection]  # to it
    promised: Sequence[Commitment]  # because of it
    corrections: Sequence[Correction]


@dataclass(frozen=True, slots=True)
class Record:
    """`came`: group -> how many; `options`: cards that were chosen from, for the tables of what was chosen."""

    session: Planned
    minutes: Standing
    came: Mapping[str, int]
    remote: int
    sheets: int  # sheets and ballots that came on paper
    parts: Sequence[Part]
    whole: dict[str, str]
    options: Sequence[Card]
    corrections: Sequence[Correction]  # of the whole
    went: Went
    sides: Mapping[str, dict[str, str]]
    papers: Mapping[UUID, UUID] = field(default_factory=dict)  # card -> photo of its paper, for whoever may see it


@dataclass(frozen=True, slots=True)
class Shown:
    record: Record
    is_led: bool
    was_there: bool  # whoever is looking may put it right
    both: Mapping[str, Markup] | None  # the record in each language, to be printed
    longest: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AtHome:
    """For somebody who was there, on the phone that they had with them."""

    phone: Phone
    record: Record
    longest: Mapping[str, int]


@get(N, shows=[*SHOWS, DECISIONS, MINUTES, REFLECTIONS, PHOTOGRAPHS, COMMITMENTS])
def show(request: Asked, project: UUID, over: UUID) -> Answer:
    """What came of a session; `version`: as it was sealed then; `view=both`: in both languages, one after the other, to be printed."""
    version, view = number(request, "version"), which(request, "view", VIEWS)
    frame = frame_of(request, project)
    found = planned(request, project, over)
    with workspace(request).reading() as db:
        came = people(db, over)
        record = recorded(db, found, came, frame.member, frame.sides, version)
        if frame.is_facilitator or (frame.is_member and not frame.is_sensitive):
            record = replace(record, papers=papers(db, over))
    was_there = any(each.member == frame.member and each.is_let_in for each in came)
    is_led = leads(frame, found)
    both = in_each_language(request, "minutes/_record.html", {"record": record, "is_led": False, "may": False, "base": ""}) if view == "both" else None
    return page(request, "minutes/show.html", Shown(record, is_led, was_there or is_led, both, LONGEST))


@get("/here/{over:uuid}/minutes", shows=[*SHOWS, DECISIONS, MINUTES, REFLECTIONS, COMMITMENTS])
def here(request: Asked, over: UUID) -> Answer:
    """The minutes for whoever was in the session, also without an account, and the form by which they put them right."""
    phone = phone_of(request, over)
    with workspace(request).reading() as db:
        found = session_of(db, over)
        if found is None or not phone.is_let_in:
            raise NotFound
        record = recorded(db, found, people(db, over), phone.member, phone.sides)
    return page(request, "minutes/here.html", AtHome(phone, record, LONGEST))


def recorded(
    db: Connection[Any], found: Planned, came: Sequence[Person], viewer: UUID | None, sides: Mapping[str, dict[str, str]], version: int | None = None
) -> Record:
    """The record of a session; `came`: everybody who did; `viewer`: whose own words are marked.
    Refused: NotFound, where there are no minutes (yet), or no such version."""
    standing = minutes(db, found.id, version)
    if standing is None:
        raise NotFound
    shown = sealed(db, found.id, standing.shown) if standing.shown else cards(db, found.id, None, only_shown=False)
    read = [card for card in shown if card.is_shown]
    names = themes_of(db, read)
    after = {each.block: (each, objections(db, each.decision), about(db, found.project, decision=each.decision)) for each in came_of(db, found.id)}
    parts = [_part(found, block, read, names, after.get(block.id, (None, [], [])), standing, viewer) for block in found.agenda]
    within = [each for each in came if each.is_let_in]
    groups, remote = Counter(each.side for each in within), sum(each.how == "remote" for each in within)
    whole = standing.notes.get(found.id, {})
    corrections, went = [each for each in standing.corrections if each.block is None], went_of(db, found.id, standing.version > 0)
    return Record(found, standing, groups, remote, len(sheets(db, found.id)), parts, whole, read, corrections, went, sides)


def _part(
    found: Planned, block: Block, read: Sequence[Card], names: Mapping[UUID, dict[str, str]], after: After, standing: Standing, viewer: UUID | None
) -> Part:
    own = [card for card in read if card.block == block.id]
    wall = grouped([card for card in own if card.state == "here"], names, viewer)
    aside = [card for card in own if card.state == "set aside"]
    corrections = [each for each in standing.corrections if each.block == block.id]
    was_reached = block.begun_at is not None or not found.moves  # nobody knows how far a group came that was led without a screen
    return Part(block, was_reached, standing.notes.get(block.id, {}), wall, aside, *after, corrections)


routes = [show, here]
