"""A whole server for the tests of a module, and the store that it serves."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from workspace.application import Workspace
from workspace.config import Settings

from .test_serving import Running, database_of, running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("serving") / "data"


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Running]:
    with running(folder) as server:
        yield server


@pytest.fixture(scope="module")
def opened(served: Running, folder: Path) -> Iterator[Workspace]:
    with closing(Workspace(Settings.from_env(data=folder, database_url=database_of(folder)))) as workspace:
        yield workspace
