"""An agenda to begin with."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..sessions import Each, PlannedBlock


@dataclass(frozen=True, slots=True)
class Ready:
    name: str  # as the form sends it
    called: Each
    suits: Each
    blocks: tuple[PlannedBlock, ...]

    @property
    def minutes(self) -> int:
        return sum(block.minutes for block in self.blocks)


def both(cy: str, en: str) -> dict[str, str]:
    return {"cy": cy, "en": en}


def block(
    kind: str,
    minutes: int,
    title: Each,
    question: Each | None = None,
    notes: Each | None = None,
    settings: Mapping[str, int] | None = None,
    *,
    is_recorded: bool = True,
) -> PlannedBlock:
    words = {"title": title, "question": question or {}, "notes": notes or {}}
    return PlannedBlock(kind, minutes, words, is_recorded=is_recorded, settings=settings or {})
