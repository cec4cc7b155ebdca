"""Which time suits most people, and whether it suits both sides."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..base import SIDES

ANSWERS = ("yes", "if needed", "no")
CAN = ANSWERS[:2]

Answer = tuple[str, Mapping[str, str]]
"""One person's: their side, and what they said of each time. Whoever is on no side is counted in all, and on neither."""


@dataclass(frozen=True, slots=True)
class Suits:
    """What was said of one time: answer -> people, in all and of each side."""

    time: str
    starts_at: datetime
    in_all: Mapping[str, int]
    sides: Mapping[str, Mapping[str, int]]

    @property
    def can(self) -> tuple[str, ...]:
        """The sides of which somebody can, if needed too."""
        return tuple(side for side in SIDES if any(self.sides[side][answer] for answer in CAN))

    @property
    def rank(self) -> tuple[int, int, int, datetime, int]:
        """The less, the better: most can, fewest cannot, most can if needed, the earliest."""
        yes, if_needed, no = (self.in_all[answer] for answer in ANSWERS)
        return -yes, no, -if_needed, self.starts_at, int(self.time)


@dataclass(frozen=True, slots=True)
class Meeting:
    """`favourite`: None where nobody can at any time. `lacking`: the sides that have answered, and of which nobody can at the favourite; `silent`: those
    of which nobody has answered yet. `for_both`: the best time at which somebody of each side can."""

    times: list[Suits]
    people: int
    favourite: str | None
    lacking: tuple[str, ...]
    silent: tuple[str, ...]
    for_both: str | None


def suiting(offered: Mapping[str, datetime], answers: Iterable[Answer]) -> Meeting:
    """`offered`: the times that stand, with their beginnings; what was said of others counts no more."""
    said = [(side, {time: each for time, each in of.items() if time in offered}) for side, of in answers]
    said = [(side, of) for side, of in said if of]
    times = [_suits(time, starts_at, said) for time, starts_at in offered.items()]
    possible = sorted((time for time in times if any(time.in_all[answer] for answer in CAN)), key=lambda time: time.rank)
    favourite = possible[0] if possible else None
    silent = tuple(side for side in SIDES if said and all(of != side for of, _ in said))
    lacking = tuple(side for side in SIDES if favourite and side not in favourite.can and side not in silent)
    for_both = next((time.time for time in possible if time.can == SIDES), None)
    return Meeting(times, len(said), favourite.time if favourite else None, lacking, silent, for_both)


def _suits(time: str, starts_at: datetime, said: Iterable[Answer]) -> Suits:
    counts = Counter((side, of[time]) for side, of in said if time in of)
    in_all = {answer: sum(many for (_, each), many in counts.items() if each == answer) for answer in ANSWERS}
    return Suits(time, starts_at, in_all, {side: {answer: counts[side, answer] for answer in ANSWERS} for side in SIDES})
