"""Typing in what came on paper, sheet by sheet with their numbers: for whoever leads a session, while it runs and until its minutes are sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.agendas import Block, Planned
from projections.minutes import MINUTES, are_sealed
from projections.rooms import Card, Person, Typed, cards, options, people, sheets
from workspace import attending, paper, proceedings
from workspace.attending import MOST_TABLES
from workspace.cards import LONGEST
from workspace.choices import LEVELS
from workspace.members import MEMBER_SIDES
from workspace.paper import MOST_SHEETS, ON_A_SHEET, Filled, OnPaper
from workspace.refusals import NotFound
from workspace.sessions import WRITING

from .asking import number
from .auth import workspace
from .choices import marks_in
from .console import led
from .forms import Form
from .frames import act_in, frame_of
from .rendering import Answer, moved_on, page
from .routes import get, post
from .sessions import SHOWS, has_begun

Asked = Request[Any, Any, Any]
E = "/projects/{project:uuid}/sessions/{session:uuid}/typing"

MOST_OPTIONS = 99


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the agenda from which paper comes back. `what`: cards, dots, temperature, decide; `typed`: its sheets so far."""

    block: Block
    what: str
    typed: Sequence[Typed]

    def sheet(self, number: int | None) -> Typed | None:
        return next((each for each in self.typed if each.number == number), None)

    def following(self, before: int | None) -> int:
        """The number that is likely to come next; `before`: the one that was typed in a moment ago."""
        return min((before or max((each.number for each in self.typed), default=0)) + 1, MOST_SHEETS)


@dataclass(frozen=True, slots=True)
class Parts:
    session: Planned
    parts: Sequence[Part]
    is_sealed: bool
    has_begun: bool  # by the clock


@dataclass(frozen=True, slots=True)
class TypingIn:
    """`options`: what is chosen from by dots, with the numbers on screens and ballots; `cards`: what could be, where nobody has said yet."""

    session: Planned
    part: Part
    is_sealed: bool
    done: Typed | None  # what was typed in a moment ago
    next: int  # number
    is_offered: bool
    options: Mapping[int, Card]
    dots: int
    cards: Sequence[Card]
    people: Sequence[Person]  # whose ballot it can be
    levels: Sequence[int] = LEVELS[::-1]
    boxes: int = ON_A_SHEET
    longest: int = LONGEST
    most_tables: int = MOST_TABLES
    most_sheets: int = MOST_SHEETS


@get(E, shows=[*SHOWS, MINUTES])
def index(request: Asked, project: UUID, session: UUID) -> Answer:
    """What can be typed in from paper, part by part. Refused: NotYours."""
    found = led(request, frame_of(request, project), session)
    typed, is_sealed = typed_before(request, session)
    return page(request, "typing_in/index.html", Parts(found, _parts(found, typed), is_sealed, has_begun(found)))


@post(E, again=index)
def take_place(request: Asked, project: UUID, session: UUID) -> Answer:
    """Say that the session took place without a network, so that what came on paper can be typed in."""
    by = attending.in_session(act_in(request, project), session)
    receipt = proceedings.took_place(workspace(request), by, session)
    return moved_on(request, receipt, to=f"/projects/{project}/sessions/{session}/typing")


@get(f"{E}/{{block:uuid}}", shows=[*SHOWS, MINUTES])
def show(request: Asked, project: UUID, session: UUID, block: UUID) -> Answer:
    """The form for the sheets or the ballots of one part; `done`: the number of the one before. Votes have a page of their own.
    Refused: NotYours, NotFound."""
    before = number(request, "done", most=MOST_SHEETS)
    found = led(request, frame_of(request, project), session)
    typed, is_sealed = typed_before(request, session)
    part = part_of(found, typed, block)
    if part.what == "decide":
        return moved_on(request, to=f"/projects/{project}/sessions/{session}/typing/{block}/votes")
    return page(request, "typing_in/show.html", _form(request, found, part, is_sealed, before))


def _form(request: Asked, found: Planned, part: Part, is_sealed: bool, before: int | None) -> TypingIn:
    """`before`: the number that was typed in a moment ago."""
    is_dots, offer = part.what == "dots", paper.offered(workspace(request), found.id).get(part.block.id)
    with workspace(request).reading() as db:
        named = options(db, found.id, offer.options) if offer and is_dots else []
        loose = [each for each in cards(db, found.id, None, only_shown=True) if each.joined is None] if is_dots and not offer else []
        came = [each for each in people(db, found.id) if each.is_let_in] if part.what in ("dots", "temperature") else []
    numbered = {offer.options.index(card.id) + 1: card for card in named} if offer else {}
    settings = offer.settings if offer else part.block.settings
    dots = settings.get("cap") or settings.get("dots", 0)
    return TypingIn(found, part, is_sealed, part.sheet(before), part.following(before), offer is not None, numbered, dots, loose, came)


@post(f"{E}/{{block:uuid}}/cards", again=show)
def type_in_cards(request: Asked, project: UUID, session: UUID, block: UUID, form: Form) -> Answer:
    """Type in a sheet that people wrote on: each answer becomes a card of its own."""
    sheet = _sheet(form)
    texts = [form.words(f"text_{place}", longest=LONGEST, needed=False) for place in range(1, ON_A_SHEET + 1)]
    are_shown = form.yes("are_shown")
    by = attending.in_session(act_in(request, project), session)
    if not any(texts):
        form.wrong("text_1", form.t("Write something here"))
    form.check()
    receipt = paper.type_in_cards(workspace(request), by, session, block, sheet, texts, are_shown=are_shown)
    return moved_on(request, receipt, to=_next(project, session, block, sheet))


@post(f"{E}/{{block:uuid}}/choices", again=show)
def type_in_ballot(request: Asked, project: UUID, session: UUID, block: UUID, form: Form) -> Answer:
    """Type in a ballot: dots, or how it feels."""
    sheet, marks = _sheet(form), marks_in(form)
    ballot = Filled(marks, form.uuid("voice", needed=False), form.yes("is_instead"))
    by = attending.in_session(act_in(request, project), session)
    form.check()
    return moved_on(request, paper.type_in_ballot(workspace(request), by, session, block, sheet, ballot), to=_next(project, session, block, sheet))


@post(f"{E}/{{block:uuid}}/options", again=show)
def offer(request: Asked, project: UUID, session: UUID, block: UUID, form: Form) -> Answer:
    """Say what a group chose from on paper alone: the cards, by the numbers that they had there."""
    places = {card: place for card, place in form.counts("place", most=MOST_OPTIONS).items() if place}
    by = attending.in_session(act_in(request, project), session)
    if len(set(places.values())) < len(places):
        form.wrong("place", form.t("Give each number once"))
    chosen = _cards(form, places)
    form.check()
    return moved_on(request, paper.offer(workspace(request), by, session, block, chosen), to=f"/projects/{project}/sessions/{session}/typing/{block}")


def _sheet(form: Form) -> OnPaper:
    """Its number, the table, and the group of whoever filled it in."""
    typed, table = form.number("number", least=1, most=MOST_SHEETS), form.number("table", least=0, most=MOST_TABLES, default=0)
    return OnPaper(typed, table, form.one_of("side", MEMBER_SIDES, default="none"))


def _cards(form: Form, places: Mapping[str, int]) -> list[UUID]:
    """In the order of their numbers."""
    try:
        return [UUID(card) for card in sorted(places, key=lambda card: places[card])]
    except ValueError:
        form.wrong("place", form.t("Choose some of these"))
        return []


def typed_before(request: Asked, session: UUID) -> tuple[list[Typed], bool]:
    """What was typed in before, and whether the minutes are sealed, so that nothing more is."""
    with workspace(request).reading() as db:
        return sheets(db, session), are_sealed(db, session)


def _parts(found: Planned, typed: Sequence[Typed]) -> list[Part]:
    return [Part(each, what, [sheet for sheet in typed if sheet.block == each.id]) for each in found.agenda if each.is_recorded and (what := _what(each))]


def part_of(found: Planned, typed: Sequence[Typed], block: UUID) -> Part:
    """Refused: NotFound, where no paper comes back from it."""
    for part in _parts(found, typed):
        if part.block.id == block:
            return part
    raise NotFound


def _what(block: Block) -> str:
    """Nothing where no paper comes back."""
    if block.kind in WRITING:
        return "cards"
    if "choose" in block.steps:
        return block.kind
    return "decide" if "decide" in block.steps else ""


def _next(project: UUID, session: UUID, block: UUID, sheet: OnPaper) -> str:
    return f"/projects/{project}/sessions/{session}/typing/{block}?done={sheet.number}"


routes = [index, take_place, show, type_in_cards, type_in_ballot, offer]
