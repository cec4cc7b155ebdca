"""Photographs of the wall of a session, or of a pile of its papers: taken, cut into pieces, and typed. A session that had no network is entered this way
afterwards, until its minutes are sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from aggregates.agenda import WRITING, Block
from aggregates.base import Act
from aggregates.card import Card
from aggregates.errors import BlockIsNotRecorded, Empty, NotFound, NotThatStep
from aggregates.photograph import MOST_FOUND as MOST_FOUND
from aggregates.photograph import MOST_PIECES as MOST_PIECES
from aggregates.photograph import Cut, Photograph
from aggregates.photograph import is_among as is_among

from . import cards, files, members, memberships, minutes, sessions, voices
from .application import Receipt, Words, Workspace, command
from .finding import found_notes
from .texts import write


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a photograph. `cut`: None is from somewhere on the whole of it. `text`: what it says; empty where it is no note."""

    cut: Cut | None
    text: str = ""
    table: int = 0


@command
def take(workspace: Workspace, by: Act, session: UUID, block: UUID, photo: bytes, table: int = 0) -> Receipt:
    """Whoever leads shows what hangs on the wall in a part of the agenda in which people write. `table`: 0 for none, or for several.
    Refused: NotYours, SessionIsNotRunning, MinutesAreSealed, NotThatStep, BlockIsNotRecorded, BadFile."""
    of, _, unsealed = minutes.open_record(workspace, by, session)
    _must_be_written_in(of.block(block))
    kept = files.photo(photo, by)
    found = found_notes(kept.picture) if kept.picture else []
    return workspace.commit(Photograph.take(by, session, block, kept.reference, found, table), also=[*kept.also, *unsealed])


@command
def cut(workspace: Workspace, by: Act, session: UUID, photograph: UUID, pieces: Sequence[Piece], *, side: str = "none", are_shown: bool = False) -> Receipt:
    """Each piece with words becomes a card without a name, of somebody of that group; whoever typed it only wrote it down. After the end all are shown at
    once, since there is no wall to hold them back from. Refused: NotYours, SessionIsNotRunning, MinutesAreSealed, PhotographIsGone, AlreadyCut,
    UnknownChoice, BadWords, Empty."""
    _, going, unsealed = minutes.open_record(workspace, by, session)
    found = load(workspace, by, session, photograph)
    if not pieces:
        raise Empty
    theirs, place, enrolled = voices.somebody(by, side)
    words = [write(piece.text, theirs, longest=cards.LONGEST) if piece.text.strip() else None for piece in pieces]
    put = [_card(theirs, found, piece, said) for piece, said in zip(pieces, words, strict=True)]
    for card in put if are_shown or going.is_over else []:
        if card:
            card.show(by)
    found.cut(by, [piece.cut for piece in pieces], [card.id if card else None for card in put])
    typed, made = [said for said in words if said], [card for card in put if card]
    beside = [each for said in typed for each in files.beside(found.photo.id, said.id)]
    also: memberships.Also = [*enrolled, *beside] if made else []
    return workspace.commit(*([place] if made else []), *made, found, words=typed, also=[*also, *unsealed])


@command
def take_away(workspace: Workspace, by: Act, session: UUID, photograph: UUID) -> Receipt:
    """It is erased for good; the cards that were typed from it stay. Refused: NotYours, PhotographIsGone."""
    sessions.led(workspace, by, session)
    found = load(workspace, by, session, photograph)
    found.take_away(by)
    return workspace.commit(found, also=files.erased(found.photo.id))


def load(workspace: Workspace, by: Act, session: UUID, photograph: UUID) -> Photograph:
    """Refused: NotFound, also where it is of another session."""
    found = members.in_project(workspace.load(Photograph, photograph), by)
    if found.subject != session:
        raise NotFound
    return found


def _card(by: Act, photograph: Photograph, piece: Piece, words: Words | None) -> Card | None:
    return Card.put(by, photograph.subject, photograph.block, words.reference, False, piece.table) if words else None


def _must_be_written_in(block: Block) -> None:
    """Refused: NotThatStep, BlockIsNotRecorded."""
    if block.kind not in WRITING or block.is_set_aside:
        raise NotThatStep
    if not block.is_recorded:
        raise BlockIsNotRecorded
