"""What any method does with the ballots of both sides: is there anything to count, did enough take part, did enough agree."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from ..base import SIDES
from .base import INVALID, NO_DECISION, Ballots, Method, Rule, Tally
from .dual import DUAL
from .majority import MAJORITY
from .qualified import QUALIFIED

METHODS: Mapping[str, Method] = {"majority": MAJORITY, "qualified": QUALIFIED, "dual": DUAL}


@dataclass(frozen=True, slots=True)
class Judgement:
    result: str
    tally: Mapping[str, Tally]  # by side, and "all" where both sides are counted together


def judge(rule: Rule, sides: Mapping[str, Ballots]) -> Judgement:
    method = METHODS[rule.method]
    tally = {side: _took_part(rule, side, sides[side]) for side in SIDES}
    for pool in method.pools:
        ballots = together(method, pool, sides)
        tally[pool] = _agreed(rule, method, ballots, tally.get(pool, Tally.of_ballots(ballots)))
    return Judgement(_result(rule, method, tally), tally)


def together(method: Method, pool: str, sides: Mapping[str, Ballots]) -> Ballots:
    return reduce(add, (sides[side] for side in method.pools[pool]))


def _took_part(rule: Rule, side: str, ballots: Ballots) -> Tally:
    needed = rule.quorum_needed(side, ballots.roll)
    return replace(Tally.of_ballots(ballots), quorum_needed=needed, quorum_reached=ballots.present >= needed)


def _agreed(rule: Rule, method: Method, ballots: Ballots, tally: Tally) -> Tally:
    needed = method.needed(rule, ballots)
    return replace(tally, of=method.base(rule, ballots), needed=needed, got=ballots.yes, reached=ballots.yes >= needed)


def _result(rule: Rule, method: Method, tally: Mapping[str, Tally]) -> str:
    if any(tally[side].roll < rule.least for side in SIDES):
        return INVALID
    if not all(tally[side].quorum_reached for side in SIDES):
        return NO_DECISION
    return method.result(bool(tally[pool].reached) for pool in method.pools)
