"""What came on paper in a session, typed in: sheets with what people wrote, ballots, votes. Each sheet has a number, and goes in once; a session that had no
network is typed in afterwards, until its minutes are sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from aggregates.agenda import WRITING, Block
from aggregates.attendance import Attendance, attendance_id
from aggregates.base import Act
from aggregates.card import Card
from aggregates.choice import Choice, choice_id
from aggregates.errors import AlreadyChose, BlockIsNotRecorded, Empty, NotFound, NotLetIn, NotThatStep, SheetIsTypedIn
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.sheet import MOST_SHEETS as MOST_SHEETS
from aggregates.sheet import Sheet, sheet_id
from aggregates.whereabouts import Now

from . import cards, counts, decisions, memberships, minutes, voices
from .application import Receipt, Workspace, command
from .texts import write
from .voices import Voice

ON_A_SHEET = 8
"""So many answers have room on one."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A sheet as it lies on the table: its number, the table it comes from (0: none), and the group of whoever filled it in."""

    number: int
    table: int = 0
    side: str = "none"


@dataclass(frozen=True, slots=True)
class Filled:
    """A ballot: what was chosen, and whose it is where that is known. `is_instead`: it is what they mean now, whatever they chose themselves."""

    marks: Mapping[str, int]
    voice: UUID | None = None
    is_instead: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A ballot with a name on it: what was asked, and what its voice answers."""

    decision: UUID
    choice: str
    reason: str = ""
    aim: str = ""


@command
def type_in_cards(workspace: Workspace, by: Act, session: UUID, block: UUID, paper: OnPaper, texts: Sequence[str], *, are_shown: bool = False) -> Receipt:
    """Each text becomes a card without a name, of somebody at the table; who typed it in only wrote it down. After the end all are shown at once, since
    there is no wall to hold them back from. Refused: NotYours, SessionIsNotRunning, MinutesAreSealed, NotThatStep, BlockIsNotRecorded, SheetIsTypedIn,
    BadWords."""
    plan, going, unsealed = _planned(workspace, by, session, block)
    if plan.kind not in WRITING:
        raise NotThatStep
    if not plan.is_recorded:
        raise BlockIsNotRecorded
    _must_be_new(workspace, block, paper.number)
    theirs, place, also = voices.somebody(by, paper.side)
    words = [write(text, theirs, longest=cards.LONGEST) for text in texts if text.strip()]
    if not words:
        raise Empty
    put = [Card.put(theirs, session, block, each.reference, False, paper.table) for each in words]
    for card in put if are_shown or going.is_over else []:
        card.show(by)
    sheet = Sheet.type_in(by, session, "cards", paper.number, block, [card.id for card in put])
    return workspace.commit(place, *put, sheet, words=words, also=[*also, *unsealed])


def type_in_ballot(workspace: Workspace, by: Act, session: UUID, block: UUID, paper: OnPaper, ballot: Filled) -> Receipt:
    """What somebody chose by dots or as a temperature. Where it was counted already it is counted again. Refused: NotYours, SessionIsNotRunning,
    MinutesAreSealed, NotThatStep, BlockIsNotRecorded, SheetIsTypedIn, AlreadyChose, NotLetIn, UnknownChoice, TooManyDots."""
    receipt = _type_in_ballot(workspace, by, session, block, paper, ballot)
    counted = counts.count_again(workspace, by, session, block)
    return Receipt(receipt.id, max(receipt.position, counted.position), receipt.already) if counted else receipt


def type_in_vote(workspace: Workspace, by: Act, session: UUID, block: UUID, number: int, marked: Marked, voice: Voice) -> Receipt:
    """What somebody voted where the group decides: their vote and the number of the ballot, both or neither. Refused: NotYours, SessionIsNotRunning,
    MinutesAreSealed, NotThatStep (that part asks something else), SheetIsTypedIn, NotTheirHelper, and as for `decisions.vote`."""

    def sheet(vote: UUID) -> tuple[Sheet, memberships.Also]:
        _, going, unsealed = _planned(workspace, by, session, block)
        if going.asked.get(marked.decision) != block:
            raise NotThatStep
        _must_be_new(workspace, block, number)
        return Sheet.type_in(by, session, "ballot", number, block, [vote]), unsealed

    theirs = voices.speaking(workspace, by, voice)
    return decisions.vote(workspace, theirs, marked.decision, marked.choice, marked.reason, 0, marked.aim, sheet)


@command
def offer(workspace: Workspace, by: Act, session: UUID, block: UUID, options: Sequence[UUID]) -> Receipt:
    """What the group chose from by dots where it chose on paper alone: cards, in the order of their numbers on the ballots.
    Refused: NotYours, SessionIsNotRunning, MinutesAreSealed, NotThatStep, NotEnoughToChooseFrom, NotFound."""
    plan, going, unsealed = _planned(workspace, by, session, block)
    found = workspace.find_all(Card, options)
    if any(option not in found or found[option].subject != session for option in options):
        raise NotFound
    going.offer_on_paper(by, block, plan, options)
    return workspace.commit(going, also=unsealed)


def offered(workspace: Workspace, session: UUID) -> Mapping[UUID, Now]:
    """What is chosen from in each part that has been led to, in the order of the numbers on screens and ballots (one statement)."""
    going = workspace.find(Proceedings, proceedings_id(session))
    return going.offers if going else {}


@command
def _type_in_ballot(workspace: Workspace, by: Act, session: UUID, block: UUID, paper: OnPaper, ballot: Filled) -> Receipt:
    plan, going, unsealed = _planned(workspace, by, session, block)
    if plan.kind == "temperature" and block not in going.offers:
        going.offer_on_paper(by, block, plan)
    now = going.offered(block)
    _must_be_new(workspace, block, paper.number)
    if ballot.voice is None:
        theirs, place, also = voices.somebody(by, paper.side)
        choice, places = Choice.make(theirs, session, now, dict(ballot.marks)), [place]
    else:
        choice, places, also = _choice_of(workspace, by, session, now, ballot, ballot.voice), [], []
    sheet = Sheet.type_in(by, session, "ballot", paper.number, block, [choice.id])
    return workspace.commit(going, *places, choice, sheet, also=[*also, *unsealed])


def _choice_of(workspace: Workspace, by: Act, session: UUID, now: Now, ballot: Filled, voice: UUID) -> Choice:
    """Of somebody who came. Refused: NotLetIn, AlreadyChose."""
    theirs = voices.speaking(workspace, by, Voice(voice, "said so", "paper", True))
    came = workspace.find(Attendance, attendance_id(session, voice))
    if came is None or not came.is_let_in:
        raise NotLetIn
    own = workspace.find(Choice, choice_id(now.block, now.run, voice))
    if own is None:
        return Choice.make(theirs, session, now, dict(ballot.marks))
    if own.marks and own.marks != ballot.marks and not ballot.is_instead:
        raise AlreadyChose
    own.change(theirs, now, dict(ballot.marks))
    return own


def _planned(workspace: Workspace, by: Act, session: UUID, block: UUID) -> tuple[Block, Proceedings, memberships.Also]:
    """A part of a session whose record is still open, for whoever leads it. Refused: NotYours, NotFound, SessionIsNotRunning, MinutesAreSealed."""
    found, going, unsealed = minutes.open_record(workspace, by, session)
    plan = found.block(block)
    if plan.is_set_aside:
        raise NotThatStep
    return plan, going, unsealed


def _must_be_new(workspace: Workspace, block: UUID, number: int) -> None:
    """Refused: SheetIsTypedIn."""
    found = workspace.find(Sheet, sheet_id(block, number))
    if found is None:
        return
    with workspace.reading() as db:
        row = db.execute("select name from names where member = %s", (found.typed_by,)).fetchone()
    raise SheetIsTypedIn(number=number, name=(row and row[0]) or "–", when=found.at)
