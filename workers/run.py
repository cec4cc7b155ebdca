"""The worker: projector, clock, relay and the broker's actors in one process, until SIGTERM. Several may run; each part knows how to stand by."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from typing import Any

from dramatiq import Worker
from psycopg_pool import ConnectionPool

from workspace.application import Workspace
from workspace.config import Settings

from . import clock, projector, relay
from .broker import broker
from .mail import Post, actor

SENDERS = 4
PATIENCE = 2.5  # seconds that each part has to stop


def run(settings: Settings, stop: threading.Event | None = None) -> None:
    """Work until told to stop, by SIGTERM, SIGINT or the caller's event (which may be set from another thread)."""
    stop = stop or threading.Event()
    if threading.current_thread() is threading.main_thread():
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
    with closing(Workspace(settings)) as workspace, posting(settings, workspace.pool, stop):
        parts = [_thread("projector", partial(projector.run, workspace, stop)), _thread("clock", partial(clock.run, workspace, stop))]
        stop.wait()
        for part in parts:
            part.join(PATIENCE)


@contextmanager
def posting(settings: Settings, pool: ConnectionPool[Any], stop: threading.Event) -> Iterator[None]:
    """Relay and actors, while the body runs."""
    with closing(broker(settings)) as carrying:
        send = actor(carrying, Post(settings, pool))
        worker = Worker(carrying, worker_threads=SENDERS, worker_timeout=500)
        worker.start()
        carrier = _thread("relay", lambda: relay.run(settings, lambda row: send.send(str(row)), stop))
        try:
            yield
        finally:
            stop.set()
            carrier.join(PATIENCE)
            worker.stop(timeout=int(PATIENCE * 1000))


def _thread(name: str, run: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread
