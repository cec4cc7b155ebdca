"""The read models of the tests in place of ours."""

from collections.abc import Iterator

import pytest

from projections import registry


@pytest.fixture
def stones() -> Iterator[None]:
    from .stones import CURSED, DIARY, FRAGILE, WALL

    before = registry.REBUILT[:], registry.KEPT[:]
    registry.REBUILT[:], registry.KEPT[:] = [WALL, DIARY, FRAGILE], []
    yield
    registry.REBUILT[:], registry.KEPT[:] = before
    CURSED.clear()
