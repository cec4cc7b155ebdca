"""The cards of a wall as they are read: under their themes, with those that say the same below each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection

from projections.board import theme_names
from projections.rooms import Card


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as everybody may read it: whose it is stands on it only where its author said so."""

    id: UUID
    text: UUID
    words: dict[str, str]
    name: str | None
    side: str
    is_mine: bool
    writer: str | None
    is_written_down: bool
    is_unconfirmed: bool
    answer: dict[str, str]


@dataclass(frozen=True, slots=True)
class Stack:
    """A card, with those that were joined to it."""

    card: Shown
    same: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Group:
    """`name`: of the theme; {} = under none."""

    theme: UUID | None
    name: dict[str, str]
    stacks: Sequence[Stack]


def grouped(cards: Sequence[Card], names: Mapping[UUID, dict[str, str]], viewer: UUID | None) -> list[Group]:
    """In the order in which they came; what has no theme comes last."""
    heads = {card.id for card in cards}
    same: dict[UUID, list[Shown]] = {}
    themed: dict[UUID | None, list[Stack]] = {}
    for card in cards:
        if card.joined is not None and card.joined in heads:
            same.setdefault(card.joined, []).append(_shown(card, viewer))
    for card in cards:
        if card.joined not in heads:
            stack = Stack(_shown(card, viewer), same.get(card.id, ()))
            themed.setdefault(card.theme if card.theme in names else None, []).append(stack)
    order = sorted(themed, key=lambda theme: theme is None)
    return [Group(theme, names[theme] if theme else {}, themed[theme]) for theme in order]


def _shown(card: Card, viewer: UUID | None) -> Shown:
    whose = card.name, card.side, card.author == viewer
    return Shown(card.id, card.text, card.words, *whose, card.writer, card.is_written_down, card.is_unconfirmed, card.answer)


def themes_of(db: Connection[Any], cards: Iterable[Card]) -> dict[UUID, dict[str, str]]:
    """What the themes of some cards are called; asks nothing where they have none."""
    themes = {card.theme for card in cards if card.theme}
    return theme_names(db, list(themes)) if themes else {}
