"""What every explanation shares: how groups are called, a table, and its cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace.languages import Translator

SIDES = ("citizen", "professional")
Names = Mapping[str, str]
Step = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]  # label, and a cell for each head


def group(t: Translator, names: Names, pool: str) -> str:
    return t("Everybody together") if pool == "all" else names[pool]


def cells(t: Translator, tally: Mapping[str, Any], name: str) -> Sequence[str]:
    """One of the numbers of each group; a dash where it is not asked or not told."""
    return ["–" if numbers[name] is None else t.number(numbers[name]) for numbers in tally.values()]
