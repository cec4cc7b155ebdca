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


def both(cy: str, en: str) -> dict[str, str]:
    return {"cy": cy, "en": en}


def block(
    kind: str, minutes: int, title: Each, question: Each | None = None, notes: Each | None = None, settings: Mapping[str, int] | None = None
) -> PlannedBlock:
    words = {"title": title, "question": question or {}, "notes": notes or {}}
    return PlannedBlock(kind, minutes, words, settings=settings or {})
