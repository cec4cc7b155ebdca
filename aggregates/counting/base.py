"""The words of counting: a rule, what came in, what was needed, and how it came out. Whole numbers and fractions only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..base import SIDES

if TYPE_CHECKING:
    from .consent import Answers

CODE_VERSION = 1
"""Goes up when the same ballots under the same rule could give another outcome or another trace."""

AGREED, NOT_AGREED, ONE_SIDE_ONLY, NO_DECISION, INVALID = "agreed", "not agreed", "one side only", "no decision", "invalid"

Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """How votes become an outcome. Its dict form is recorded in events, so its keys and values are for ever."""

    method: str  # "majority", "qualified", "dual", "consent"
    threshold: Share = (1, 2)
    strict: bool = True  # more than the threshold, not just as much
    base: str = "cast"  # what the threshold is a share of: "cast" (for and against), "present" (and abstaining), "eligible" (the roll)
    quorum: Mapping[str, Share] = field(default_factory=lambda: dict.fromkeys(SIDES, (0, 1)))
    least: int = 1  # people on the roll of each side; below it there is nothing to count

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Rule:
        """Read a rule back. A recorded one is never checked again: what was sound when it was recorded stays countable."""
        given = dict(values)
        if "threshold" in given:
            given["threshold"] = _share(given["threshold"])
        if "quorum" in given:
            given["quorum"] = dict.fromkeys(SIDES, (0, 1)) | {side: _share(share) for side, share in given["quorum"].items()}
        return cls(**given)

    def to_dict(self) -> dict[str, Any]:
        values = asdict(self)
        return values | {"threshold": list(self.threshold), "quorum": {side: list(share) for side, share in self.quorum.items()}}

    def quorum_needed(self, side: str, roll: int) -> int:
        num, den = self.quorum[side]
        return -(-num * roll // den)


@dataclass(frozen=True, slots=True)
class Ballots:
    """What came in from one side, or from all who are counted together."""

    roll: int
    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        return self.yes + self.no

    @property
    def present(self) -> int:
        return self.cast + self.abstain

    @property
    def absent(self) -> int:
        return self.roll - self.present

    def __add__(self, other: Ballots) -> Ballots:
        return Ballots(self.roll + other.roll, self.yes + other.yes, self.no + other.no, self.abstain + other.abstain)

    def moved(self, before: str, after: str, people: int = 1) -> Ballots:
        """The same side, had `people` of them done `after` and not `before`."""
        counts = {"yes": self.yes, "no": self.no, "abstain": self.abstain, "absent": self.absent}
        counts[before] -= people
        counts[after] += people
        del counts["absent"]
        return replace(self, **counts)


@dataclass(frozen=True, slots=True)
class Tally:
    """Needed and got. `None` where nothing is asked: of a side that is counted together with the other, of all for taking part."""

    roll: int
    present: int
    absent: int
    yes: int
    no: int
    abstain: int
    quorum_needed: int | None = None
    quorum_reached: bool | None = None
    of: int | None = None  # how many the threshold is a share of
    needed: int | None = None
    got: int | None = None
    reached: bool | None = None

    @classmethod
    def of_ballots(cls, ballots: Ballots) -> Tally:
        return cls(ballots.roll, ballots.present, ballots.absent, ballots.yes, ballots.no, ballots.abstain)


@dataclass(frozen=True, slots=True)
class Method:
    """A way of counting: who is counted together, how many must be for, and what follows when each pool did or did not reach it."""

    pools: Mapping[str, tuple[str, ...]]
    base: Callable[[Rule, Ballots], int]
    needed: Callable[[Rule, Ballots], int]
    result: Callable[[Iterable[bool]], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    result: str
    tally: Mapping[str, Tally | Answers]
    trace: tuple[dict[str, int | str], ...]
    would_change: dict[str, Any] | None

    def to_dict(self) -> dict[str, Any]:
        """As `Decision.Counted` records it. `tally_hash` is the SHA-256 of the canonical JSON of `tally` alone."""
        tally = {pool: asdict(numbers) for pool, numbers in self.tally.items()}
        return {
            "result": self.result,
            "tally": tally,
            "trace": [dict(step) for step in self.trace],
            "would_change": self.would_change,
            "tally_hash": sha256(canonical(tally)).hexdigest(),
            "code_version": CODE_VERSION,
        }


def canonical(values: object) -> bytes:
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def _share(numbers: Iterable[int]) -> Share:
    num, den = numbers
    return num, den


FOUNDING = Rule("dual", threshold=(1, 2), strict=True, base="eligible", least=2)
"""How a charter is adopted before there is one: more than half of each side's roll, at least two people a side."""
