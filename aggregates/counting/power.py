"""What a rule does to each side's power, with the people there are: found by counting, never looked up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..base import SIDES
from .base import AGREED, Ballots, Rule
from .judging import judge

OTHER = dict(zip(SIDES, reversed(SIDES), strict=True))


@dataclass(frozen=True, slots=True)
class Power:
    """Of one side, all of which wants the same."""

    can_pass: bool  # something passes, whatever the other side does
    can_outvote: bool  # it passes with all of the other side against; they could still stop it by staying away, where they cannot be done without
    can_stop: bool  # something fails, whatever the other side does
    stops: int | None  # so many of it, against, are enough to stop what everybody else is for; None: not even all
    stays_away: int | None  # so many of it, staying away, are


def power(rule: Mapping[str, Any], roll_sizes: Mapping[str, int]) -> dict[str, Power]:
    """A side with fewer people than the rule wants is taken to have just so many, since no vote opens before that."""
    read = Rule.from_dict(rule)
    sizes = {side: max(roll_sizes.get(side, 0), read.least) for side in SIDES}
    if read.method == "consent":
        return dict.fromkeys(SIDES, CONSENT)
    passes = {side: _passes(read, side, sizes) for side in SIDES}
    return {side: Power(passes[side], _outvotes(read, side, sizes), not passes[OTHER[side]], *_enough(read, side, sizes)) for side in SIDES}


CONSENT = Power(can_pass=False, can_outvote=False, can_stop=True, stops=1, stays_away=None)
"""One open objection stops it, and somebody of each side must answer."""


def _outvotes(rule: Rule, side: str, sizes: Mapping[str, int]) -> bool:
    return _is_agreed(rule, side, Ballots(sizes[side], yes=sizes[side]), Ballots(sizes[OTHER[side]], no=sizes[OTHER[side]]))


def _passes(rule: Rule, side: str, sizes: Mapping[str, int]) -> bool:
    """All against is the worst for the threshold, all away for taking part: what stands against either stands against whatever lies between."""
    return _outvotes(rule, side, sizes) and _is_agreed(rule, side, Ballots(sizes[side], yes=sizes[side]), Ballots(sizes[OTHER[side]]))


def _enough(rule: Rule, side: str, sizes: Mapping[str, int]) -> tuple[int | None, int | None]:
    people, others = sizes[side], Ballots(sizes[OTHER[side]], yes=sizes[OTHER[side]])
    against = _least(people, lambda few: _is_agreed(rule, side, Ballots(people, yes=people - few, no=few), others))
    away = _least(people, lambda few: _is_agreed(rule, side, Ballots(people, yes=people - few), others))
    return against, away


def _least(people: int, is_agreed: Callable[[int], bool]) -> int | None:
    """The fewest with whom it is agreed no more: found by halving, since one more who is not for it never helps."""
    low, high = 1, people + 1
    while low < high:
        few = (low + high) // 2
        low, high = (few + 1, high) if is_agreed(few) else (low, few)
    return low if low <= people else None


def _is_agreed(rule: Rule, side: str, own: Ballots, theirs: Ballots) -> bool:
    return judge(rule, {side: own, OTHER[side]: theirs}).result == AGREED
