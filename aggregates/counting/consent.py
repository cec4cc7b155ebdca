"""Consent: everybody on the roll is asked, and it passes where enough of each side answered, somebody consented, and no objection is still open.

An objection is open until it is withdrawn (a changed vote), met, or found unreasoned by one person of each side. Silence is not consent.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..base import SIDES
from .base import AGREED, INVALID, NO_DECISION, NOT_AGREED, Outcome, Rule

CHOICES = ("consent", "concern", "object", "stand aside")
"""A concern is consent that says what worries; whoever stands aside takes part, and neither consents nor stops it."""

Step = dict[str, int | str]
Moves = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Answers:
    """What came in from one side, and how many had to answer."""

    roll: int
    present: int
    absent: int
    consents: int
    concerns: int
    asides: int
    objections: int
    open: int  # of the objections, those that nobody had closed
    quorum_needed: int
    quorum_reached: bool

    @property
    def for_it(self) -> int:
        return self.consents + self.concerns


def count(rule: Rule, roll: Mapping[str, str], votes: Mapping[str, str], settled: Collection[str]) -> Outcome:
    """`settled`: the members whose objection was met, or found unreasoned, before the close."""
    sides = {side: _answers(rule, side, roll, votes, settled) for side in SIDES}
    result = _result(rule, sides)
    strays = sum(member not in roll for member in votes)
    return Outcome(result, sides, tuple(_trace(rule, sides, strays, result)), _would_change(sides, result))


def quorum_needed(rule: Rule, side: str, people: int) -> int:
    """At least one person of each side, also where the rule asks for nobody."""
    return max(1, rule.quorum_needed(side, people))


def _answers(rule: Rule, side: str, roll: Mapping[str, str], votes: Mapping[str, str], settled: Collection[str]) -> Answers:
    people = [member for member, of in roll.items() if of == side]
    chosen = Counter(votes[member] for member in people if member in votes)
    still_open = sum(votes.get(member) == "object" and member not in settled for member in people)
    needed = quorum_needed(rule, side, len(people))
    return Answers(
        roll=len(people),
        present=chosen.total(),
        absent=len(people) - chosen.total(),
        consents=chosen["consent"],
        concerns=chosen["concern"],
        asides=chosen["stand aside"],
        objections=chosen["object"],
        open=still_open,
        quorum_needed=needed,
        quorum_reached=chosen.total() >= needed,
    )


def _result(rule: Rule, sides: Mapping[str, Answers]) -> str:
    if any(answers.roll < rule.least for answers in sides.values()):
        return INVALID
    if not all(answers.quorum_reached for answers in sides.values()):
        return NO_DECISION
    has_consent = any(answers.for_it for answers in sides.values())
    return AGREED if has_consent and not any(answers.open for answers in sides.values()) else NOT_AGREED


def _trace(rule: Rule, sides: Mapping[str, Answers], strays: int, result: str) -> Iterator[Step]:
    rolls = {side: answers.roll for side, answers in sides.items()}
    yield {"step": "roll", **rolls, "all": sum(rolls.values())}
    if strays:
        yield {"step": "not on the roll", "votes": strays}
    if result == INVALID:
        for side in [side for side in SIDES if rolls[side] < rule.least]:
            yield {"step": "too few", "side": side, "roll": rolls[side], "least": rule.least}
    else:
        for side, a in sides.items():
            num, den = rule.quorum[side]
            numbers = {"roll": a.roll, "needed": a.quorum_needed, "present": a.present, "reached": int(a.quorum_reached)}
            yield {"step": "quorum", "side": side, "num": num, "den": den, **numbers}
        if result != NO_DECISION:
            yield from (_answered(side, answers) for side, answers in sides.items())
    yield {"step": "result", "method": rule.method, "result": result}


def _answered(side: str, a: Answers) -> Step:
    return {"step": "answers", "side": side, "consents": a.consents, "concerns": a.concerns, "asides": a.asides, "objections": a.objections, "open": a.open}


def _would_change(sides: Mapping[str, Answers], result: str) -> dict[str, Any] | None:
    """The least number of people who would have had to do otherwise: both sides together and, by itself, each; `None` where no vote could have."""
    if result == INVALID:
        return None
    search = _undo if result == AGREED else _agree
    ways = {"together": search(sides, SIDES)} | {side: search(sides, (side,)) for side in SIDES}
    return {name: moves and _told(moves, result) for name, moves in ways.items()}


def _undo(_: Mapping[str, Answers], movable: tuple[str, ...]) -> Moves:
    """One objection that stays open stops it, whoever raises it: nobody can be passed over."""
    return Counter({(movable[0], "present", "object"): 1})


def _agree(sides: Mapping[str, Answers], movable: tuple[str, ...]) -> Moves | None:
    """Every open objection closed, as many more answers as were missing, and one consent."""
    moves: Moves = Counter()
    for side, answers in sides.items():
        moves[side, "object", "consent"] += answers.open
        moves[side, "absent", "consent"] += max(0, answers.quorum_needed - answers.present)
    moves = +moves
    if any(side not in movable for side, _, _ in moves):
        return None
    if not moves:  # enough answered and nobody objected, but nobody consented either
        moves[movable[0], "present", "consent"] = 1
    return moves


def _told(moves: Moves, result: str) -> dict[str, Any]:
    changes = [{"side": side, "from": before, "to": after, "people": people} for (side, before, after), people in moves.items()]
    return {"people": moves.total(), "result": NOT_AGREED if result == AGREED else AGREED, "changes": changes}
