"""Qualified majority: everybody counted together, and a declared share must be for."""

from ..base import SIDES
from . import majority
from .base import Ballots, Method, Rule


def base(rule: Rule, ballots: Ballots) -> int:
    return {"cast": ballots.cast, "present": ballots.present, "eligible": ballots.roll}[rule.base]


def needed(rule: Rule, ballots: Ballots) -> int:
    """The least number that reaches the share, and never fewer than more for than against: a low share does not let a tie through."""
    num, den = rule.threshold
    share = num * base(rule, ballots)
    enough = share // den + 1 if rule.strict else -(-share // den)
    return max(enough, majority.needed(rule, ballots))


QUALIFIED = Method({"all": SIDES}, base, needed, majority.result)
