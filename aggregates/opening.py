"""What a decision needs before it can open: a rule that holds for this roll, words in both languages, time, and a way to answer."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .base import Act, Text
from .bilingual import Asked, must_be_askable
from .counting import Rule, can_open
from .errors import ClosesTooSoon, UnknownChoice

WAYS = ("ballots", "hands")
"""How people answer: each by a vote of their own, or by hands in a room that two of them count. Consent is asked of each."""


def must_be_openable(by: Act, asked: Asked, exception: Text | None, rule: Mapping[str, Any], roll: Mapping[str, str], closes_at: datetime, way: str) -> None:
    """Refused: SideIsEmpty, TooFewOnASide, UnknownRule, Empty, LanguageIsMissing, ClosesTooSoon, UnknownChoice."""
    refused = can_open(Rule.from_dict(rule), roll)
    if refused is not None:
        raise refused
    must_be_askable(asked, exception)
    if way not in WAYS or (way == "hands" and rule["method"] == "consent"):
        raise UnknownChoice(value=way)
    if closes_at <= by.happened_at:
        raise ClosesTooSoon(now=by.happened_at)
