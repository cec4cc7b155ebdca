"""Where a group is in its agenda, and how often it has gone through a part of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .errors import NotEnoughToChooseFrom


@dataclass(frozen=True, slots=True)
class Count:
    """What a choice came to, and the log position at which the group left it: 0 where it was made on paper alone."""

    outcome: dict[str, Any]
    up_to: int


@dataclass(slots=True)
class Run:
    """How a block is gone through: which time it is, and what those that were counted came to."""

    number: int = 1
    place: int = -1  # of the step at which the group is, or left it, among the block's own
    counted: dict[int, Count] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Now:
    """Where the group is, with what was frozen as it came here."""

    block: UUID
    step: str
    run: int
    kind: str
    is_recorded: bool
    settings: dict[str, int]
    options: tuple[UUID, ...]


def next_run(before: Run, now: Now | None, block: UUID, steps: Sequence[str], step: str) -> int:
    """Going back to a choice that was left, or before it, begins another."""
    if "choose" not in steps:
        return before.number
    place, choice = steps.index(step), steps.index("choose")
    is_left = now is None or (now.block, now.step) != (block, "choose")
    is_again = place <= choice <= before.place and (is_left or place < choice)
    return before.number + is_again


def offered_to(is_by_dots: bool, options: Sequence[UUID]) -> list[UUID]:
    """Each once, in their order; nothing where it is not by dots. Refused: NotEnoughToChooseFrom."""
    offered = list(dict.fromkeys(options)) if is_by_dots else []
    if is_by_dots and len(offered) < 2:
        raise NotEnoughToChooseFrom
    return offered
