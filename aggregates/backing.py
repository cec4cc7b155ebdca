"""Who stands behind an idea: its authors and those who support it, also of ideas that were joined with it; each counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from .base import SIDES


@dataclass(slots=True)
class Backing:
    authors: list[UUID]
    supporters: dict[UUID, str] = field(default_factory=dict)  # with the side on which they were
    joined: dict[UUID, "Backing"] = field(default_factory=dict)  # what each idea that was joined with it brought along

    def all_authors(self, but: UUID | None = None) -> list[UUID]:
        """Those of the idea itself first. `but`: without what this other idea brought along."""
        return list(dict.fromkeys(author for each in self._each(but) for author in each.authors))

    def all_supporters(self, but: UUID | None = None) -> dict[UUID, str]:
        return {member: side for each in reversed(self._each(but)) for member, side in each.supporters.items()}

    def by_side(self) -> dict[str, list[UUID]]:
        sides = self.all_supporters()
        return {side: [member for member in sides if sides[member] == side] for side in sorted(set(sides.values()))}

    def counts(self) -> dict[str, int]:
        counts = Counter(self.all_supporters().values())
        return {side: counts[side] for side in SIDES}

    def is_enough(self, enough: Mapping[str, int]) -> bool:
        counts = self.counts()
        return bool(enough) and all(counts[side] >= number for side, number in enough.items())

    def bring(self, other: UUID, authors: list[UUID], supporters: Mapping[str, list[UUID]]) -> None:
        self.joined[other] = Backing(list(authors), {member: side for side, members in supporters.items() for member in members})

    def drop(self, members: Iterable[UUID]) -> None:
        """They support it no longer, in whichever way they did."""
        for member in members:
            for each in self._each():
                each.supporters.pop(member, None)

    def _each(self, but: UUID | None = None) -> list["Backing"]:
        return [self, *(each for other, each in self.joined.items() if other != but)]
