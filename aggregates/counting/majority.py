"""Majority: everybody counted together, more for than against. A tie fails, and so does silence."""

from collections.abc import Iterable

from ..base import SIDES
from .base import AGREED, NOT_AGREED, Ballots, Method, Rule


def base(_: Rule, ballots: Ballots) -> int:
    return ballots.cast


def needed(_: Rule, ballots: Ballots) -> int:
    """The least number that is more than half of those for or against: at least 1, so that no ballots never win."""
    return ballots.cast // 2 + 1


def result(reached: Iterable[bool]) -> str:
    return AGREED if all(reached) else NOT_AGREED


MAJORITY = Method({"all": SIDES}, base, needed, result)
