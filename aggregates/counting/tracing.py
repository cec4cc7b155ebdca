"""The count told step by step, in no language: names of steps and numbers, in the order in which a person would follow them."""

from collections.abc import Iterator

from ..base import SIDES
from .base import INVALID, NO_DECISION, Rule
from .judging import METHODS, Judgement

Step = dict[str, int | str]


def trace(rule: Rule, judgement: Judgement, strays: int) -> Iterator[Step]:
    """`strays`: votes by people who are not on the roll. They are not counted, and it is said how many there were."""
    rolls = {side: judgement.tally[side].roll for side in SIDES}
    yield {"step": "roll", **rolls, "all": sum(rolls.values())}
    if strays:
        yield {"step": "not on the roll", "votes": strays}
    if judgement.result == INVALID:
        yield from _too_few(rule, judgement)
    else:
        yield from _quorum(rule, judgement)
        if judgement.result != NO_DECISION:
            yield from _threshold(rule, judgement)
    yield {"step": "result", "method": rule.method, "result": judgement.result}


def _too_few(rule: Rule, judgement: Judgement) -> Iterator[Step]:
    for side in SIDES:
        if judgement.tally[side].roll < rule.least:
            yield {"step": "too few", "side": side, "roll": judgement.tally[side].roll, "least": rule.least}


def _quorum(rule: Rule, judgement: Judgement) -> Iterator[Step]:
    for side in SIDES:
        num, den = rule.quorum[side]
        tally = judgement.tally[side]
        if num:
            numbers = {"roll": tally.roll, "needed": tally.quorum_needed or 0, "present": tally.present}
            yield {"step": "quorum", "side": side, "num": num, "den": den, **numbers, "reached": int(bool(tally.quorum_reached))}


def _threshold(rule: Rule, judgement: Judgement) -> Iterator[Step]:
    num, den = rule.threshold
    for pool in METHODS[rule.method].pools:
        tally = judgement.tally[pool]
        votes = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain}
        numbers = {"of": tally.of or 0, "needed": tally.needed or 0, "got": tally.got or 0, "reached": int(bool(tally.reached))}
        yield {"step": "threshold", "side": pool, "num": num, "den": den, "strict": int(rule.strict), "base": rule.base, **votes, **numbers}
