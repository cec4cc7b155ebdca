"""How many of thousands of cases are gone through: all of them with --all and in CI, elsewhere a few of each kind."""

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, settings

from workspace.config import is_ci

T = TypeVar("T")

IS_ALL = is_ci()
"""Also where --all is said: tests/conftest.py."""


def examples(few: int, everything: int) -> int:
    return everything if IS_ALL else few


def some(cases: Sequence[T], number: int, of: int = 5) -> Sequence[T]:
    """Where not all are gone through, every fifth: each thing that is asked gets others by its number, so that all come up somewhere."""
    return cases if IS_ALL else cases[number % of :: of]


def histories(few: int, everything: int) -> Any:
    """So many histories. What fails is said as it came: to look for a shorter one would take an hour."""
    phases = [Phase.explicit, Phase.reuse, Phase.generate]
    return settings(max_examples=examples(few, everything), deadline=None, phases=phases, suppress_health_check=list(HealthCheck))
