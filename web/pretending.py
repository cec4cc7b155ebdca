"""Eight people who are not there: who they are and what they say and choose in a rehearsal. It is made up in memory and kept nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from projections.agendas import Block
from projections.decisions import Counter, Decision, Hands
from projections.rooms import Card, Person
from workspace.counts import counted
from workspace.languages import Translator
from workspace.sessions import WRITING

ROLL = {"citizen": 4, "professional": 4}


@dataclass(frozen=True, slots=True)
class Pretend:
    number: int
    side: str
    language: str
    says: str
    level: int  # how it feels to them
    how: str = "room"
    has_phone: bool = True
    is_named: bool = False

    @property
    def sits_at(self) -> int:
        return (self.number + 1) // 2 if self.how == "room" else 0

    def id(self, session: UUID) -> UUID:
        return uuid5(session, f"pretend {self.number}")


EIGHT = (
    Pretend(1, "citizen", "en", "Somebody who rings back on the day they said.", 1, is_named=True),
    Pretend(2, "professional", "en", "Ten minutes to sit down before we begin.", 2),
    Pretend(3, "citizen", "cy", "Cael fy ngalw wrth fy enw.", -1, has_phone=False),
    Pretend(4, "professional", "en", "One list that all of us write on.", 0, has_phone=False),
    Pretend(5, "citizen", "en", "To know who is coming, and when.", 1, how="remote"),
    Pretend(6, "citizen", "cy", "Rhywun sy’n siarad Cymraeg â mi.", 2, how="remote", is_named=True),
    Pretend(7, "professional", "en", "To hear what became of it.", 1),
    Pretend(8, "professional", "en", "A call back, on the day it was promised.", 0, is_named=True),
)
"""Four of each side; two have no phone, so that somebody writes down for them; two are at home, one of them in Welsh. The last says what the first says."""

UNTOUCHED: dict[str, Any] = {"state": "here", "theme": None, "what": None, "became": None, "sheet": None, "answer": {}, "reason": {}}
"""A card with which nothing was done yet."""

UNDECIDED: dict[str, Any] = {
    **dict.fromkeys(("adopts", "proposal", "version", "opener", "closed_at", "closer", "counted_at", "outcome", "after", "restarts", "successor")),
    **{name: {} for name in ("exception", "reason", "own_reason")},
    **dict.fromkeys(("has_exception", "is_early"), False),
    **dict.fromkeys(("in_both", "late", "unconfirmed"), 0),
    "reached": {},
    "opener_side": "none",
    "way": "ballots",
    "reasons": [],
    "question": {"cy": "Ydyn ni’n dechrau gyda hyn?", "en": "Shall we begin with this?"},
    "yes": {"cy": "Dechrau gyda hyn", "en": "Begin with this"},
    "no": {"cy": "Peidio â dechrau gyda hyn", "en": "Do not begin with this"},
    "otherwise": {"cy": "Dim byd yn newid", "en": "Nothing changes"},
}
"""A question that was just asked."""

FIRST, LAST = EIGHT[0], EIGHT[-1]
SHOWN = 3
"""So many cards are on the wall while the others still write."""


def name_of(t: Translator, person: Pretend) -> str:
    return t("Person {number}", number=person.number)


def people(t: Translator, session: UUID, at: datetime) -> list[Person]:
    """All were let in; one would like to speak."""
    return [
        Person(
            member=each.id(session),
            name=name_of(t, each),
            side=each.side,
            how=each.how,
            state="here",
            is_let_in=True,
            is_helped=not each.has_phone,
            is_borrowed=False,
            sits_at=each.sits_at,
            came_at=at,
            wants_at=at if each is EIGHT[1] else None,
            heard=0,
        )
        for each in EIGHT
    ]


def cards(t: Translator, session: UUID, block: UUID, step: str, at: datetime) -> list[Card]:
    """What they wrote, as far as the group has come with it: each writes, it is read, what is alike comes together."""
    return [_card(t, session, block, each, at, is_shown=step != "write" or each.number <= SHOWN, is_joined=step in ("group", "talk")) for each in EIGHT]


def _card(t: Translator, session: UUID, block: UUID, whose: Pretend, at: datetime, *, is_shown: bool, is_joined: bool) -> Card:
    id = _card_id(block, whose)
    spoken: dict[str, Any] = {"writer": None, "source": None, "verbatim": None}
    if not whose.has_phone:
        spoken = {"writer": t("Somebody"), "source": "spoken", "verbatim": True}
    return Card(
        **UNTOUCHED,
        **spoken,
        id=id,
        block=block,
        author=whose.id(session),
        name=name_of(t, whose) if whose.is_named else None,
        side=whose.side,
        words={whose.language: whose.says},
        text=id,
        is_named=whose.is_named,
        is_shown=is_shown,
        sits_at=whose.sits_at,
        joined=_card_id(block, FIRST) if is_joined and whose is LAST else None,
        is_written_down=not whose.has_phone,
        is_unconfirmed=not whose.has_phone,
        at=at,
    )


def _card_id(block: UUID, whose: Pretend) -> UUID:
    return uuid5(block, f"card {whose.number}")


def options(t: Translator, session: UUID, agenda: Sequence[Block], block: Block, at: datetime) -> list[Card]:
    """What there is to put dots on: what was written in the last part before it in which people write; nothing where there was none."""
    before = [each for each in agenda[: agenda.index(block)] if each.kind in WRITING and each.is_recorded]
    found = cards(t, session, before[-1].id, "talk", at) if before else []
    return [card for card in found if card.joined is None]


def marks(kind: str, session: UUID, offered: Sequence[Card], settings: Mapping[str, int], *, is_over: bool) -> dict[str, dict[str, int]]:
    """Person (hex) -> what they chose, within the dots that each has. Until it is over, the one whose phone is shown has not chosen yet."""
    who = [each for each in EIGHT if each.has_phone and (is_over or each is not FIRST)]
    if kind == "temperature":
        return {each.id(session).hex: {"level": each.level} for each in who}
    return {each.id(session).hex: _dots(each, offered, settings) for each in who} if offered else {}


def _dots(whose: Pretend, offered: Sequence[Card], settings: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    most = settings["cap"] or settings["dots"]
    for turn in range(settings["dots"]):
        option = offered[(whose.number // 3 + turn * turn) % len(offered)].id.hex
        if found.get(option, 0) < most:
            found[option] = found.get(option, 0) + 1
    return found


def count(kind: str, session: UUID, offered: Sequence[Card], settings: Mapping[str, int], *, is_over: bool) -> dict[str, Any]:
    """What they chose, counted as in earnest."""
    sides = {each.id(session).hex: each.side for each in EIGHT}
    return counted(kind, [card.id.hex for card in offered], marks(kind, session, offered, settings, is_over=is_over), sides)


def question(project: UUID, block: Block, rule: Mapping[str, Any], charter: int, at: datetime, closes_at: datetime) -> Decision:
    """Something that is asked of them under the charter's own rule; those with a phone have answered, but for the one whose phone is shown."""
    present = {side: sum(each.has_phone and each is not FIRST and each.side == side for each in EIGHT) for side in ROLL}
    id = uuid5(block.id, "pretend question")
    times: dict[str, Any] = {"opened_at": at, "closes_at": closes_at, "now": at}
    return Decision(**UNDECIDED, **times, id=id, project=project, rule=dict(rule), charter=charter, roll=ROLL, present=present, side=FIRST.side)


def by_hands(asked: Decision) -> Decision:
    """The same, put to a show of hands: nobody answers for themselves."""
    return replace(asked, way="hands", present=dict.fromkeys(ROLL, 0))


def hands(t: Translator, at: datetime) -> Hands:
    """One of each side counts them; the first has."""
    return Hands([Counter(name_of(t, FIRST), FIRST.side, at)], False)
