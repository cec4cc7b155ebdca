"""The read models of the tests in place of ours."""

from collections.abc import Iterator

import psycopg
import pytest

from projections import registry


@pytest.fixture
def stones(database_url: str) -> Iterator[None]:
    from .stones import CURSED, DIARY, FRAGILE, WALL

    with psycopg.connect(database_url, autocommit=True) as db:
        db.execute("delete from read_models")
    before = registry.REBUILT[:], registry.KEPT[:]
    registry.REBUILT[:], registry.KEPT[:] = [WALL, DIARY, FRAGILE], []
    yield
    registry.REBUILT[:], registry.KEPT[:] = before
    CURSED.clear()
