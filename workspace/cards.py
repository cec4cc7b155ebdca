"""Cards on the wall of a session: written, said or on paper; shown, brought together, answered, and taken on as ideas or as what matters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from aggregates.base import Act
from aggregates.card import Card
from aggregates.errors import NotFound, UnknownChoice
from aggregates.idea import Idea
from aggregates.matter import Matter
from aggregates.member import Member

from . import attending, files, members, sessions, slips, themes
from .application import Receipt, Workspace, command
from .matters import withheld
from .texts import write

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Written:
    """What goes on a card, and whether its author's name goes with it or only their group's."""

    text: str
    is_named: bool = False
    table: int = 0
    photo: bytes | None = None  # of the paper with the words


@command
def put(workspace: Workspace, by: Act, session: UUID, block: UUID, written: Written) -> Receipt:
    """By whoever is let in; written down for somebody, it goes with a slip. Refused: SessionIsNotRunning, NotThatStep, PhonesAreFrozen, BlockIsNotRecorded,
    NotThere, NotLetIn, BadWords (1,000 characters at most), BadFile."""
    going, attendance = attending.here(workspace, by, session)
    attendance.must_be_let_in()
    going.must_take("tables" if going.now and going.now.step == "tables" else "write", block)
    words = write(written.text, by, longest=LONGEST)
    photo = files.photo(written.photo, by) if written.photo else None
    card = Card.put(by, session, block, words.reference, written.is_named, written.table or attendance.table, photo.reference if photo else None)
    slip, also = slips.beside(workspace, by, card.id, "card", words.id)
    kept = [*photo.also, *files.beside(photo.reference.id, words.id)] if photo else []
    return workspace.commit(card, *slip, words=[words], also=[*kept, *also])


@command
def reword(workspace: Workspace, by: Act, card: UUID, text: str) -> Receipt:
    """Refused: NotYours, CardIsGone, BadWords."""
    found = load(workspace, by, card)
    words, before = write(text, by, longest=LONGEST), found.words.id
    found.reword(by, words.reference)
    return workspace.commit(found, *slips.settled(workspace, by, card), words=[words], also=files.also_beside(words.id, before))


@command
def name(workspace: Workspace, by: Act, card: UUID, is_named: bool) -> Receipt:
    found = load(workspace, by, card)
    found.name(by, is_named)
    return workspace.commit(found)


@command
def take_back(workspace: Workspace, by: Act, card: UUID) -> Receipt:
    """It is shown to nobody any more. Refused: NotYours, CardIsGone."""
    found = load(workspace, by, card)
    found.take_back(by)
    return workspace.commit(found, *slips.taken_back(workspace, by, card), also=withheld(found.words.id))


@command
def show(workspace: Workspace, by: Act, session: UUID, cards: list[UUID], theme: UUID | None = None) -> Receipt:
    """Put cards on the wall for everybody: whoever leads has read them; under a theme of the project, where one is named.
    Refused: NotYours, NotFound, CardIsGone, ThemeIsClosed."""
    themes.must_be_open(workspace, by, theme)
    found = _led(workspace, by, session, cards)
    for card in found:
        card.show(by)
        if theme is not None:
            card.put_under(by, theme)
    return workspace.commit(*found)


@command
def set_aside(workspace: Workspace, by: Act, session: UUID, card: UUID, reason: str) -> Receipt:
    [found] = _led(workspace, by, session, [card])
    words = write(reason, by, longest=LONGEST)
    found.set_aside(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def bring_back(workspace: Workspace, by: Act, session: UUID, card: UUID) -> Receipt:
    [found] = _led(workspace, by, session, [card])
    found.bring_back(by)
    return workspace.commit(found)


@command
def put_under(workspace: Workspace, by: Act, session: UUID, cards: list[UUID], theme: UUID | None, named: Mapping[str, str] | None = None) -> Receipt:
    """Under a theme of the project, or under none; `named`: under one that is named now, {language: text}. Refused: NotYours, NotFound, ThemeIsClosed,
    BadWords."""
    themes.must_be_open(workspace, by, theme)
    found = _led(workspace, by, session, cards)
    fresh, words = themes.named(by, named) if named else (None, [])
    for card in found:
        card.put_under(by, fresh.id if fresh else theme)
    return workspace.commit(*found, *([fresh] if fresh else []), words=words)


@command
def join(workspace: Workspace, by: Act, session: UUID, card: UUID, into: UUID) -> Receipt:
    """It stands with another card of the session, which stands by itself. Refused: NotYours, NotFound, CardIsGone, UnknownChoice."""
    found, other = _led(workspace, by, session, [card, into])
    if other.joined is not None or other.state != "here":
        raise UnknownChoice(value=into)
    found.join(by, into)
    return workspace.commit(found)


@command
def part(workspace: Workspace, by: Act, session: UUID, card: UUID) -> Receipt:
    [found] = _led(workspace, by, session, [card])
    found.part(by)
    return workspace.commit(found)


@command
def answer(workspace: Workspace, by: Act, card: UUID, text: str) -> Receipt:
    """A question to those who commission is answered, in the session or after it, by one of them or in their name. Refused: NotYourTask, NotFound, CardIsGone,
    BadWords."""
    members.must_have_task(workspace, by, "commissioner", "facilitator")
    found = load(workspace, by, card)
    if sessions.load(workspace, by, found.subject).block(found.block).kind != "commissioners":
        raise NotFound
    words = write(text, by, longest=LONGEST)
    found.answer(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def take_on(workspace: Workspace, by: Act, session: UUID, card: UUID, what: str) -> Receipt:
    """The card becomes an idea of the board, or what matters to its author: their words, in their name, as they stand. It has a slip of its own.
    Refused: NotYours, AlreadyTakenOn."""
    [found] = _led(workspace, by, session, [card])
    author = workspace.load(Member, found.author)
    theirs = by if author.id == by.author else replace(by, voice=author.id, side=author.side, agreed="said so", source="spoken")
    thing = Matter.say(theirs, found.words, None, False) if what == "matter" else Idea.post(theirs, found.words)
    found.take_on(by, what, thing.id)
    slip, also = slips.handed_on(workspace, theirs, card, thing.id, what, found.words.id)
    return workspace.commit(found, thing, *slip, also=also)


def load(workspace: Workspace, by: Act, card: UUID) -> Card:
    return members.in_project(workspace.load(Card, card), by)


def _led(workspace: Workspace, by: Act, session: UUID, cards: list[UUID]) -> list[Card]:
    """Cards of a session that whoever acts may lead, in their order. Refused: NotYours, NotFound."""
    sessions.led(workspace, by, session)
    found = workspace.find_all(Card, cards)
    if any(card not in found or found[card].subject != session for card in cards):
        raise NotFound
    return [found[card] for card in cards]
