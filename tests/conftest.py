"""What every test may ask for. Real PostgreSQL: one server a run, and a fresh copy of a migrated database for each test."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from tests import cases
from workspace.config import Settings
from workspace.embedded import database
from workspace.migrating import migrate

if TYPE_CHECKING:
    from tests.beginnings import Beginning
    from tests.gathering import Gathering
    from workspace.application import Workspace

SLOW = ("browser", "faults", "bench")
MEMORY = Path("/dev/shm")
ADDRESS = "http://testserver.local"

settings.register_profile("pleth", deadline=None)  # a busy machine must not make a test fail
settings.load_profile("pleth")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="also what is slow: browser, faults and bench, and every case of thousands (CI=true does so too)")


def pytest_configure(config: pytest.Config) -> None:
    cases.IS_ALL = cases.IS_ALL or config.getoption("--all")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A slow folder's name is its marker. Without --all its tests are left out, unless they were named on the command line."""
    for item in items:
        for name in SLOW:
            if name in item.path.relative_to(config.rootpath).parts:
                item.add_marker(name)
    named = any(name in str(word) for word in config.invocation_params.args for name in SLOW) or config.getoption("-m")
    if cases.IS_ALL or named:
        return
    left = [item for item in items if any(item.get_closest_marker(name) for name in SLOW)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a database on the server of this run: PLETH_DATABASE_URL, or an embedded one without fsync, in memory where there is room.

    A disk spends a third of the whole run on the thousand files of each test's copy.
    """
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 4 << 30
    place = tempfile.TemporaryDirectory(prefix="pleth-", dir=MEMORY) if roomy else nullcontext(tmp_path_factory.mktemp("pleth"))
    with place as folder, database(Settings.from_env(data=Path(folder)), quick=True) as url:
        yield url


@pytest.fixture(scope="session")
def template(server: str) -> Iterator[str]:
    """The name of a migrated, empty database, with read models to be filled, that nobody is connected to."""
    from tests.beginnings import Beginning

    with Made(server, f"pleth_template_{secrets.token_hex(4)}") as url:
        migrate(url)
        yield Beginning.of(settings_on(url), lambda _: None).database


@pytest.fixture(scope="session")
def gathered(server: str, template: str) -> Iterator["Beginning[Gathering]"]:
    """The cast in one project: a test that asks for `gathering` begins with it."""
    from tests.beginnings import Beginning
    from tests.gathering import Gathering

    with Made(server, f"pleth_gathered_{secrets.token_hex(4)}", template) as url:
        yield Beginning.of(settings_on(url), Gathering)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, server: str, template: str) -> Iterator[str]:
    """A migrated database of this test's own."""
    copied = request.getfixturevalue("gathered").database if "gathered" in request.fixturenames else template
    with Made(server, f"pleth_test_{secrets.token_hex(6)}", copied) as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return settings_on(database_url, tmp_path)


@pytest.fixture
def workspace(settings: Settings) -> Iterator["Workspace"]:
    from workspace.application import Workspace

    opened = Workspace(settings)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def gathering(workspace: "Workspace", gathered: "Beginning[Gathering]") -> "Gathering":
    """The cast in one project: tests/gathering.py."""
    return gathered.again(workspace)


@pytest.fixture
def group(gathering: "Gathering") -> "Gathering":
    """`gathering`, as tests say that look at no page."""
    return gathering


def settings_on(database_url: str, data: Path | None = None) -> Settings:
    return Settings(data=data, database_url=database_url, url=ADDRESS, secret=b"a secret of the tests, 32 bytes..")


class Made:
    """A database that is dropped afterwards, also when a test left a connection open."""

    def __init__(self, server: str, name: str, template: str = "template0") -> None:
        self.server, self.name, self.template = server, name, template

    def __enter__(self) -> str:
        self._do("create database {} template {} strategy file_copy", self.name, self.template)
        address, _, words = self.server.partition("?")
        return address.rpartition("/")[0] + f"/{self.name}" + (f"?{words}" if words else "")

    def __exit__(self, *_: object) -> None:
        self._do("drop database if exists {} with (force)", self.name)

    def _do(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as db:
            db.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
