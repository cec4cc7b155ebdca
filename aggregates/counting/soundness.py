"""Which rules a group may write down. Asked when a rule is proposed and when a decision opens, never when a recorded one is read."""

from collections.abc import Mapping
from typing import Any

from ..base import SIDES
from ..errors import UnknownRule
from .base import Rule
from .judging import METHODS

LARGEST = 1_000
"""Of any number in a rule: beyond it nobody could say the rule aloud."""


def asked_for(values: Mapping[str, Any]) -> Rule:
    """A rule as somebody wrote it. Refused: UnknownRule, when it is not one, or could never be met."""
    try:
        rule = Rule.from_dict(values)
        sound = is_sound(rule)
    except (TypeError, ValueError, AttributeError) as wrong:
        raise UnknownRule from wrong
    if not sound:
        raise UnknownRule
    return rule


def is_sound(rule: Rule) -> bool:
    if rule.method not in (*METHODS, "consent") or rule.base not in ("cast", "present", "eligible") or not isinstance(rule.strict, bool):
        return False
    if rule.method in ("majority", "consent") and (rule.threshold, rule.strict, rule.base) != ((1, 2), True, "cast"):
        return False
    return _threshold(rule) and set(rule.quorum) == set(SIDES) and all(map(_is_share, rule.quorum.values())) and _is_number(rule.least, 1)


def _threshold(rule: Rule) -> bool:
    num, den = rule.threshold
    return _is_share(rule.threshold) and num > 0 and not (rule.strict and num == den)


def _is_share(share: tuple[int, int]) -> bool:
    num, den = share
    return _is_number(den, 1) and _is_number(num, 0) and num <= den


def _is_number(number: object, least: int) -> bool:
    return type(number) is int and least <= number <= LARGEST
