"""The paper twin of a session, by one button: the agenda in large print, cards for the tables, sheets to write on, ballots, and sheets to count by. What
comes back is typed in by its number: typing_in.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import segno
from litestar import Request
from markupsafe import Markup

from projections.agendas import Block, Planned
from projections.decisions import DECISIONS, Decision, decision
from projections.rooms import options
from workspace import charters
from workspace import sessions as acts
from workspace.choices import LEVELS
from workspace.languages import LANGUAGES, Translator, translator
from workspace.paper import MOST_SHEETS, ON_A_SHEET, offered
from workspace.sessions import WRITING

from .asking import number, typed, which
from .auth import workspace
from .ballots import IF_YOU_OBJECT, choices_on_paper
from .console import led
from .frames import frame_of
from .rendering import Answer, in_each_language, page
from .routes import get
from .sentences.vocabulary import message
from .sessions import SHOWS, timed

Asked = Request[Any, Any, Any]
Said = Mapping[str, str]

VIEWS = ("page", "both")
SEATS_AT_A_TABLE, MOST_TABLES, MOST_BALLOTS, EMPTY_LINES = 8, 20, 100, 8
TABLES, ON_A_PART = "tables", 20
"""The part of the papers that is the cards for the tables, beside those that are known by their block; and so many ballots are on a page of a part."""

WORDS = {
    "table": message("Table"),
    "sheet": message("Sheet"),
    "ballot": message("Ballot"),
    "scan": message("With a phone: point its camera at the square, or type the code at the address beside it."),
    "write": message("Without one: write on the sheet on your table, and use the ballots. Somebody types them in, and they count the same."),
    "say": message("Would you rather say it? Say it aloud, or have somebody write it down for you."),
    "one": message("One thought in each box. No names."),
    "once": message("Here or on a phone, not both."),
    "whose": message("I am here as"),
    "neither": message("Neither"),
    "name": message("Your name"),
    "needed": message("A vote needs your name, so that it is counted once."),
    "tally": message("To count by"),
    "counted": message("Counted by the two of us"),
    "marks": message("Marks"),
    "together": message("Total"),
    "ballots": message("How many ballots are there?"),
}
"""What stands on the papers, once in each language: nobody knows whose hands they reach."""

TICK_ONE = message("Tick one.")
LEVEL_WORDS = {
    -2: message("It worries me a lot"),
    -1: message("I have doubts"),
    0: message("I can’t say yet"),
    1: message("It feels right"),
    2: message("Let’s do it"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What can be chosen, with its number where it has one; `words`: {} = an empty line, to be written on when it is known."""

    number: int | None
    words: Said


@dataclass(frozen=True, slots=True)
class Choosing:
    """A part in which something is chosen. `told`: how; `dots`: how many there are for one row at most, 0 where one is ticked; `why`: what is asked of
    some, with a line to write on."""

    block: Block
    asked: Said
    told: Said
    rows: Sequence[Row]
    dots: int
    is_vote: bool
    why: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Papers:
    """`part`: all of it, of which the browser makes as many as are printed; or one part, made here, for a browser that runs no scripts."""

    part: str
    session: Planned
    agenda: Mapping[str, Markup]
    code: str
    address: str
    qr: Markup
    tables: Sequence[int]
    writing: Sequence[Block]
    choosing: Sequence[Choosing]
    first: int  # number of the first sheet
    ballots: Sequence[int]
    piles: Sequence[Sequence[int]]  # the ballots as they are divided among the pages of a part
    words: Mapping[str, Said]
    sides: Mapping[str, Said]
    view: str
    boxes: int = ON_A_SHEET
    most_tables: int = MOST_TABLES
    most_ballots: int = MOST_BALLOTS
    most_sheets: int = MOST_SHEETS


@get("/projects/{project:uuid}/sessions/{session_id:uuid}/paper", shows=[*SHOWS, DECISIONS])
def show(request: Asked, project: UUID, session_id: UUID) -> Answer:
    """All that a session needs on paper, for whoever leads it. `tables`; `from`, the first number; `many` ballots; `view=both`: the agenda in both
    languages; `part`: whole without scripts. Refused: NotYours."""
    part = typed(request, "part")
    view, tables = which(request, "view", VIEWS), number(request, "tables", most=MOST_TABLES)
    first, many = number(request, "from", most=MOST_SHEETS) or 1, number(request, "many", most=MOST_BALLOTS)
    frame = frame_of(request, project)
    found = led(request, frame, session_id)
    code, address, qr = _way_in(request, found)
    tables = tables or min(-(-found.seats // SEATS_AT_A_TABLE), MOST_TABLES)
    ballots = range(first, min(first + (many or min(found.seats, MOST_BALLOTS)), MOST_SHEETS + 1))
    piles = [ballots[start : start + ON_A_PART] for start in range(0, len(ballots), ON_A_PART)]
    writing, choosing = [each for each in found.agenda if each.is_recorded and each.kind in WRITING], _choosing(request, found)
    parts = [TABLES] * bool(code) + [str(block.id) for block in (*writing, *(each.block for each in choosing))]
    part = part if part in parts else ""
    words, agenda = {name: _each(said) for name, said in WORDS.items()}, _agenda(request, found, view)
    shown = Papers(part, found, agenda, code, address, qr, range(1, tables + 1), writing, choosing, first, ballots, piles, words, frame.sides, view)
    return page(request, "paper/show.html", shown)


def _way_in(request: Asked, found: Planned) -> tuple[str, str, Markup]:
    """The code, the address where it is typed, and a picture of both; nothing once no door opens any more."""
    opened = workspace(request)
    code = acts.code_of(opened, found.id, found.code) if found.state in ("planned", "running") else ""
    link = f"{opened.settings.address}/s/{code}"
    qr = Markup(segno.make(link, error="m").svg_inline(border=2, omitsize=True)) if code else Markup()
    return code, link.partition("://")[2].rpartition("/")[0], qr


def _agenda(request: Asked, found: Planned, view: str) -> Mapping[str, Markup]:
    parts, ends_at = timed(found)
    both = in_each_language(request, "paper/_agenda.html", {"session": found, "parts": parts, "ends_at": ends_at})
    language = request.scope["state"]["language"]
    return both if view == "both" else {language: both[language]}


def _choosing(request: Asked, found: Planned) -> list[Choosing]:
    """The parts in which something is chosen or decided."""
    opened, parts = workspace(request), [each for each in found.agenda if each.is_recorded and {"choose", "decide"} & set(each.steps)]
    offers = {block: now.options for block, now in offered(opened, found.id).items()}
    with opened.reading() as db:
        named = {card.id: card.words for card in options(db, found.id, [card for offer in offers.values() for card in offer])}
        asked = {each.id: decision(db, each.decision) for each in parts if each.decision}
    charter = charters.of(opened, found.project)
    is_by_consent = charter is not None and charter.rule_of_opening.method == "consent"
    return [
        _chosen(each, _numbered(offers.get(each.id, ()), named)) if "choose" in each.steps else _voted(each, asked.get(each.id), is_by_consent)
        for each in parts
    ]


def _chosen(block: Block, rows: Sequence[Row]) -> Choosing:
    if block.kind == "dots":
        dots, cap = block.settings["dots"], block.settings["cap"]
        return Choosing(block, block.question or block.title, _dots_told(dots, cap), rows, cap or dots, False)
    return Choosing(block, block.question or block.title, _each(TICK_ONE), [Row(None, _each(LEVEL_WORDS[level])) for level in LEVELS[::-1]], 0, False)


def _voted(block: Block, asked: Decision | None, is_by_consent: bool) -> Choosing:
    """`is_by_consent`: how the charter asks, where nothing is asked yet."""
    is_by_consent = asked.is_by_consent if asked else is_by_consent
    rows = [Row(None, words) for words in choices_on_paper(is_by_consent)]
    asks = asked.question if asked else block.question or block.title
    return Choosing(block, asks, _each(TICK_ONE), rows, 0, True, _each(IF_YOU_OBJECT) if is_by_consent else {})


def _numbered(offer: Sequence[UUID], named: Mapping[UUID, Said]) -> list[Row]:
    """As screens and phones number them; empty lines where that is not known yet."""
    if not offer:
        return [Row(number, {}) for number in range(1, EMPTY_LINES + 1)]
    return [Row(number, named[card]) for number, card in enumerate(offer, 1) if card in named]


def _each(said: str) -> Said:
    return {t.language: t(said) for t in _translators()}


def _dots_told(dots: int, cap: int) -> Said:
    told = {t.language: t.n("You have {count} dot.", "You have {count} dots.", dots) for t in _translators()}
    most = {t.language: t.n("At most {count} for one thing.", "At most {count} for one thing.", cap) for t in _translators()}
    return {language: f"{told[language]} {most[language]}" if cap else told[language] for language in LANGUAGES}


def _translators() -> list[Translator]:
    return [translator(language) for language in LANGUAGES]


routes = [show]
