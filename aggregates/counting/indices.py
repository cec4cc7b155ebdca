"""How much of the power to decide a rule gives each side, by the two measures that are in use: Shapley and Shubik's, and Banzhaf's. Exact.

Everybody votes, for or against. Somebody has the power where it is agreed with them and would not be without them. The measures differ in how they
weigh such moments, and neither stands for the other, so both are told.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from ..base import SIDES
from .base import AGREED, Ballots, Rule
from .judging import judge

Wins = Callable[[int, int], bool]
"""Whether it is agreed with so many of the first side for it, and so many of the second."""

Turn = tuple[int, int]
"""So many are for it when one more of a side makes it enough, and in how many ways that can be."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of one side. Those of both sides come to one."""

    people: int
    of_list: Fraction
    shapley: Fraction  # people come to be for it one after another, in whatever order: how often it is one of this side who makes it enough
    banzhaf: Fraction  # of all votes that could be, each in which one person alone makes it enough: how often they are of this side


def shares(rule: Mapping[str, Any], roll_sizes: Mapping[str, int]) -> dict[str, Share]:
    """A side with fewer people than the rule wants is taken to have just so many, since no vote opens before that."""
    read = Rule.from_dict(rule)
    first, second = (max(roll_sizes.get(side, 0), read.least) for side in SIDES)
    return dict(zip(SIDES, of_game(first, second, _wins(read, first, second)), strict=True))


def of_game(first: int, second: int, wins: Wins) -> tuple[Share, Share]:
    """`wins` never loses by one more who is for it; it is agreed where all are, and not where nobody is."""
    sides = (first, second), (second, first)
    turns = list(_turns(first, second, wins)), list(_turns(second, first, lambda own, others: wins(others, own)))
    votes = [sum(ways for _, ways in found) for found in turns]
    one, other = (
        Share(own, Fraction(own, first + second), _orders(first + second, found), Fraction(many, sum(votes)))
        for (own, _), found, many in zip(sides, turns, votes, strict=True)
    )
    return one, other


def _turns(own: int, others: int, wins: Wins) -> Iterator[Turn]:
    mine, theirs = _choices(own), _choices(others)
    needed = own + 1
    for there in range(others + 1):
        while needed and wins(needed - 1, there):
            needed -= 1
        if 0 < needed <= own:
            before = needed - 1
            yield before + there, mine[before] * theirs[there] * (own - before)


def _orders(people: int, turns: Sequence[Turn]) -> Fraction:
    """In what part of all orders just these come first, and then the one who makes it enough. `whole` is a multiple of each `people * others[before]`."""
    others, whole = _choices(people - 1), lcm(*range(1, people + 1))
    return Fraction(sum(ways * (whole // (people * others[before])) for before, ways in turns), whole)


def _choices(people: int) -> list[int]:
    """In how many ways none of them, one, two ... can be chosen."""
    row = [1]
    for chosen in range(people):
        row.append(row[-1] * (people - chosen) // (chosen + 1))
    return row


def _wins(rule: Rule, first: int, second: int) -> Wins:
    if rule.method == "consent":
        return lambda one, other: (one, other) == (first, second)

    def wins(one: int, other: int) -> bool:
        return judge(rule, {SIDES[0]: Ballots(first, one, first - one), SIDES[1]: Ballots(second, other, second - other)}).result == AGREED

    return wins
