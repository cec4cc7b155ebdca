"""The real application over a real database, with a projector running beside it as a worker would."""

import threading
import time
from collections.abc import Iterator

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tests.conftest import ADDRESS
from tests.evening import Evening
from tests.gathering import Gathering
from web.app import assembled, opened
from workers.projector import run
from workspace.application import Workspace
from workspace.attending import Arrived
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


@pytest.fixture(scope="session")
def application() -> Litestar:
    """To assemble it takes longer than most tests: one for all, opened anew over each test's own database."""
    return assembled(Settings(url=ADDRESS))


@pytest.fixture
def client(application: Litestar, settings: Settings, projector: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient[Litestar]]:
    """Signed out; follows no redirect by itself on `client.get(..., follow_redirects=False)`."""
    monkeypatch.setattr("web.live.PATIENCE", 20.0)  # a busy machine must not make a test fail
    app = opened(application, settings)
    with TestClient(app, base_url=ADDRESS) as browser:
        until, changes, head = time.monotonic() + 10, app.state.changes, app.state.workspace.head()
        while any(changes.positions.get(name, -1) < head for name in changes.names) and time.monotonic() < until:
            time.sleep(0.01)
        yield browser


@pytest.fixture
def reader(client: TestClient[Litestar], workspace: Workspace) -> Reader:
    """Somebody with a browser, signed out: `reader.sign_in(gathering.accounts["Eira"])`."""
    return Reader(client, workspace)


@pytest.fixture(params=["en", "cy"])
def journey(request: pytest.FixtureRequest, reader: Reader) -> Journey:
    """Everything once in each language."""
    return Journey(reader, request.param)


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    """A session whose doors are open."""
    return Evening(gathering).open_doors()


@pytest.fixture
def gwenno(evening: Evening, reader: Reader) -> Arrived:
    """A guest, let in, whose phone the reader has."""
    arrived = evening.arrive()
    reader.client.cookies.set("guest", arrived.cookie)
    return arrived


@pytest.fixture
def open_one(gathering: Gathering) -> Full:
    return Full(gathering, "Agored")


@pytest.fixture
def closed_one(open_one: Full) -> Full:
    return Full(closed_beside(open_one.gathering), SECRET)
