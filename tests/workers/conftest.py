"""A real post office, groups whose mail it takes, and the read models of the tests in place of ours."""

from collections.abc import Iterator

import psycopg
import pytest

from projections import registry
from workers.projector import bring_to_head
from workspace.application import Workspace

from .evening import Evening
from .post_office import PostOffice, post_office


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with post_office() as open_office:
        yield open_office


@pytest.fixture
def evening(workspace: Workspace) -> Evening:
    bring_to_head(workspace)  # the outbox is born before anything happens
    return Evening(workspace)


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
