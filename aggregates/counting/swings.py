"""What would have made it come out the other way: the least number of people who would have had to do otherwise, exactly.

Each move below is at least as strong as any other for its purpose, whatever the share and its base, because a share is never more than the whole.
So taking them in that order, one person at a time, until the outcome turns, gives the least number; the tests try every other way.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..base import SIDES
from .base import AGREED, INVALID, Ballots, Method, Rule
from .judging import METHODS, judge, together

Sides = Mapping[str, Ballots]
Moves = Counter[tuple[str, str, str]]

FOR = (("no", "yes"), ("abstain", "yes"), ("absent", "yes"))
AGAINST = (("yes", "no"), ("absent", "no"), ("abstain", "no"))
STAYING_AWAY = (("abstain", "absent"), ("no", "absent"), ("yes", "absent"))


def would_change(rule: Rule, sides: Sides) -> dict[str, Any] | None:
    """The least change of both sides together and, by itself, of each; `None` where no vote could have changed it.

    An agreed outcome turns when it is no longer agreed; any other turns when it is.
    """
    result = judge(rule, sides).result
    if result == INVALID:
        return None
    search = _undo if result == AGREED else _agree
    ways = {"together": search(rule, sides, SIDES)} | {side: search(rule, sides, (side,)) for side in SIDES}
    return {name: moves and _told(rule, sides, moves) for name, moves in ways.items()}


def _agree(rule: Rule, sides: Sides, movable: tuple[str, ...]) -> Moves | None:
    moves: Moves = Counter()
    for side in SIDES:
        short = rule.quorum_needed(side, sides[side].roll) - sides[side].present
        if short > 0:
            moves[side, "absent", "yes"] += short
    if any(side not in movable for side, _, _ in moves):
        return None
    method = METHODS[rule.method]
    for pool, members in method.pools.items():
        more = _until(True, rule, method, pool, _moved(sides, moves), [side for side in members if side in movable], FOR)
        if more is None:
            return None
        moves += more
    return moves


def _undo(rule: Rule, sides: Sides, movable: tuple[str, ...]) -> Moves | None:
    method = METHODS[rule.method]
    ways = [_until(False, rule, method, pool, sides, [side for side in members if side in movable], AGAINST) for pool, members in method.pools.items()]
    ways += [_stay_away(rule, side, sides[side]) for side in movable]
    return min((way for way in ways if way is not None), key=lambda way: way.total(), default=None)


def _until(reached: bool, rule: Rule, method: Method, pool: str, sides: Sides, movable: Sequence[str], order: tuple[tuple[str, str], ...]) -> Moves | None:
    """Move one person after another until the pool has, or no longer has, the number it needs."""
    moves: Moves = Counter()
    ballots = together(method, pool, sides)
    supply = ((side, before, after) for before, after in order for side in movable for _ in range(getattr(sides[side], before)))
    while (ballots.yes >= method.needed(rule, ballots)) is not reached:
        move = next(supply, None)
        if move is None:
            return None
        moves[move] += 1
        ballots = ballots.moved(*move[1:])
    return moves


def _stay_away(rule: Rule, side: str, ballots: Ballots) -> Moves | None:
    needed = rule.quorum_needed(side, ballots.roll)
    if not needed:
        return None
    moves: Moves = Counter()
    people = ballots.present - needed + 1
    for before, after in STAYING_AWAY:
        moves[side, before, after] = min(people - moves.total(), getattr(ballots, before))
    return +moves


def _moved(sides: Sides, moves: Moves) -> dict[str, Ballots]:
    after = dict(sides)
    for (side, before, to), people in moves.items():
        after[side] = after[side].moved(before, to, people)
    return after


def _told(rule: Rule, sides: Sides, moves: Moves) -> dict[str, Any]:
    """The moves as recorded; who would have stayed away does not matter, so those are one change from "present"."""
    merged: Moves = Counter()
    for (side, before, after), people in moves.items():
        merged[side, "present" if after == "absent" else before, after] += people
    then = judge(rule, _moved(sides, moves))
    return {
        "people": moves.total(),
        "result": then.result,
        "changes": [{"side": side, "from": before, "to": after, "people": people} for (side, before, after), people in merged.items()],
        "then": {pool: {"yes": tally.yes, "no": tally.no, "present": tally.present, "needed": tally.needed} for pool, tally in then.tally.items()},
    }
