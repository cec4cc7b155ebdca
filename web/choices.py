"""Choosing in a session, by dots or as a temperature: what a phone shows, and what it sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from projections.agendas import Phone
from projections.rooms import Card, options, own_marks
from workspace.choices import LEVELS
from workspace.sessions import MOST_DOTS

from .forms import Form

NO_LEVEL = 9
"""Where none was chosen."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """`options`: cards, for dots; `own`: option (hex) -> dots, or {"level": ...}."""

    kind: str
    options: Sequence[Card]
    own: Mapping[str, int]
    levels: Sequence[int] = LEVELS[::-1]


def choosing_of(db: Connection[Any], phone: Phone) -> Choosing | None:
    """Two statements at most; None where nothing is chosen just now."""
    if phone.block is None or phone.kind is None:
        return None
    offered = options(db, phone.session, phone.options) if phone.kind == "dots" else []
    return Choosing(phone.kind, offered, own_marks(db, phone.block, phone.run, phone.member))


def marks_in(form: Form) -> dict[str, int]:
    """What was chosen: dots by option (hex), or a level. What may be chosen just now, and how many dots there are, the session itself says."""
    dots, level = form.counts("dots", most=MOST_DOTS), form.number("level", least=min(LEVELS), most=max(LEVELS), default=NO_LEVEL)
    if not dots and level == NO_LEVEL:
        form.wrong("level", form.t("Choose one of these"))
    return {option: given for option, given in dots.items() if given} if dots else {"level": level}
