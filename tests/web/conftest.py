"""The real application over a real database, with a projector running beside it as a worker would."""

import threading
import time
from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.gathering import Gathering
from web.app import create_app
from workers.projector import run
from workspace.application import Workspace
from workspace.config import Settings

from .browsing import Reader
from .journeys import Journey
from .neighbours import SECRET, Full, closed_beside


@pytest.fixture
def projector(workspace: Workspace) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(workspace, stop))
    thread.start()
    yield
    stop.set()
    with workspace.pool.connection() as db:
        db.execute("notify events")  # it sleeps until something happens, or for a second
    thread.join()


@pytest.fixture
def client(settings: Settings, projector: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient[Litestar]]:
    """Signed out; follows no redirect by itself on `client.get(..., follow_redirects=False)`."""
    monkeypatch.setattr("web.live.PATIENCE", 20.0)  # a busy machine must not make a test fail
    app = create_app(settings)
    with TestClient(app, base_url="http://testserver.local") as opened:
        until = time.monotonic() + 10
        while app.state.changes.ready < app.state.changes.names and time.monotonic() < until:
            time.sleep(0.01)
        yield opened


@pytest.fixture
def reader(client: TestClient[Litestar], workspace: Workspace) -> Reader:
    """Somebody with a browser, signed out: `reader.sign_in(gathering.accounts["Eira"])`."""
    return Reader(client, workspace)


@pytest.fixture(params=["en", "cy"])
def journey(request: pytest.FixtureRequest, reader: Reader) -> Journey:
    """Everything once in each language."""
    return Journey(reader, request.param)


@pytest.fixture
def gathering(workspace: Workspace) -> Gathering:
    """The cast in one project: tests/gathering.py."""
    return Gathering(workspace)


@pytest.fixture
def open_one(gathering: Gathering) -> Full:
    return Full(gathering, "Agored")


@pytest.fixture
def closed_one(open_one: Full) -> Full:
    return Full(closed_beside(open_one.gathering), SECRET)
