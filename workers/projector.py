"""The projector: follows the store and keeps every read model up to date.

Whoever holds a read model's advisory lock feeds it; others stand by and take over. A read model whose handler fails is parked alone,
with an alarm, and tried again with growing delay; the others go on. An event that cannot be decoded parks all of them in the same way: nobody knows whom
it concerns.
"""

import threading
import time
from collections import defaultdict
from typing import Any, Self

import structlog
from psycopg import Connection, OperationalError, connect

from projections.base import ReadModel
from projections.registry import every
from workspace.application import Workspace

from .feeding import Batch, Led, Overtaken, Unreadable, batch, connection, feed

__all__ = ["Projector", "bring_to_head", "run"]

BATCH = 1000
POLL = 1.0
LONGEST_DELAY = 300.0

log = structlog.get_logger("projector")


class Projector:
    """Feeds the read models that it leads; `step` until it answers False, then there is nothing more to do for now."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.read_models = every()
        self.led: list[Led] = []
        self._db: Connection[Any] | None = None
        self._looked = float("-inf")

    def __enter__(self) -> Self:
        self._db = connection(self.workspace)
        return self

    def __exit__(self, *_: object) -> None:
        """Leading ends with the connection that holds the locks."""
        if self._db is not None:
            self._db.close()
        self.led, self._looked = [], float("-inf")

    @property
    def db(self) -> Connection[Any]:
        if self._db is None:
            raise RuntimeError("the projector is not connected: use it in a with statement")
        return self._db

    @property
    def parked(self) -> list[str]:
        return [led.model.name for led in self.led if led.tries]

    def step(self) -> bool:
        """One batch for every group of read models that stand at the same position; those furthest on come first, so that what is live stays live."""
        if time.monotonic() - self._looked >= POLL:
            self.lead()
        groups: defaultdict[int, list[Led]] = defaultdict(list)
        for led in self.led:
            if led.is_due:
                groups[led.position].append(led)
        found = [self._feed(groups[position], position) for position in sorted(groups, reverse=True)]
        return any(found)

    def lead(self) -> None:
        """Take the lead of every read model that nobody leads, and make the schema of those that are new."""
        mine = {led.model.home for led in self.led}
        wanted = [model for model in self.read_models if model.home not in mine]
        if wanted:
            free = self.db.execute("select lock from unnest(%s::bigint[]) lock where pg_try_advisory_lock(lock)", ([m.lock for m in wanted],)).fetchall()
            self.led += [settle(self.db, self.workspace, model) for model in wanted if (model.lock,) in free]
        self._looked = time.monotonic()

    def _feed(self, group: list[Led], position: int) -> bool:
        try:
            given = batch(self.workspace, position, BATCH)
        except Unreadable as failure:
            for led in group:
                self._park(led, failure.position, failure)
            return False
        if not given.events:
            group = [led for led in group if not led.is_ready or led.tries]
        try:
            if group:
                self._feed_all(group, given)
        except Overtaken:
            self._look_again()
        return bool(given.events)

    def _feed_all(self, group: list[Led], given: Batch) -> None:
        """Together; where that fails, each by itself, so that only the one that cannot go on stays behind."""
        try:
            feed(self.db, group, given)
        except (Overtaken, OperationalError):
            raise
        except Exception as failure:
            if len(group) > 1:
                for led in group:
                    self._feed_all([led], given)
            elif len(given.events) > 1:
                self._feed_up_to_failure(group[0], given)
            else:
                self._park(group[0], given.last, failure)

    def _feed_up_to_failure(self, led: Led, given: Batch) -> None:
        """A batch failed: event by event it goes as far as it can, and stops exactly at the one that fails."""
        for single in given.one_by_one():
            self._feed_all([led], single)
            if led.tries:
                return

    def _park(self, led: Led, position: int, failure: Exception) -> None:
        led.tries += 1
        delay = min(2.0 ** (led.tries - 1), LONGEST_DELAY)
        led.not_before = time.monotonic() + delay
        what = f"{type(failure).__name__}: {failure}".splitlines()[0][:500]
        self.db.execute(
            """update read_models set state = 'parked', error = %s, error_position = %s, tries = %s, retry_at = clock_timestamp() + make_interval(secs => %s)
               where name = %s and version = %s""",
            (what, position, led.tries, delay, led.model.name, led.model.version),
        )
        log.error("read model parked", read_model=led.model.home, position=position, tries=led.tries, retry_in=delay, exc_info=failure)

    def _look_again(self) -> None:
        """Somebody moved what we lead (a rebuild swapped it, or a copy was restored): their position counts."""
        self.led = [settle(self.db, self.workspace, led.model) for led in self.led]


def settle(db: Connection[Any], workspace: Workspace, model: ReadModel) -> Led:
    """Where a read model stands; if it has no tables yet they are made, and it starts from the first event."""
    with db.transaction():
        exists = db.execute("select 1 from pg_namespace where nspname = %s", (model.home,)).fetchone()
        if not exists:
            make_schema(db, model, model.home)
            # A kept table (the outbox) that is born late must not tell people about all that was before.
            db.execute(
                """insert into read_models as m (name, version, born) values (%s, %s, %s) on conflict (name, version)
                   do update set position = 0, state = 'building', ready_at = null, error = null, error_position = null, tries = 0, retry_at = null""",
                (model.name, model.version, workspace.head() if model.kept else 0),
            )
        found = db.execute("select position, born, state = 'ready' from read_models where name = %s and version = %s", (model.name, model.version)).fetchone()
    if found is None:
        raise RuntimeError(f"the schema {model.home} exists, but read_models does not know it")
    return Led(model, *found)


def make_schema(db: Connection[Any], model: ReadModel, home: str) -> None:
    db.execute(f"create schema {home}".encode())
    db.execute(f"set local search_path = {home}, public".encode())
    if model.schema.strip():
        db.execute(model.schema.encode())
    db.execute("reset search_path")


def run(workspace: Workspace, stop: threading.Event) -> None:
    """Follow the store until told to stop. Listens, and looks once a second in case it slept through a word."""
    delay = 0.1
    while not stop.is_set():
        try:
            with Projector(workspace) as projector, connect(workspace.settings.database_url, autocommit=True) as ear:
                ear.execute("listen events")
                delay = 0.1
                while not stop.is_set():
                    if not projector.step():
                        list(ear.notifies(timeout=POLL, stop_after=1))
        except Exception:  # the database went away: say so, and try again
            log.exception("projector interrupted", retry_in=delay)
            stop.wait(delay)
            delay = min(delay * 2, 10.0)


def bring_to_head(workspace: Workspace, *, timeout: float = 600.0) -> list[str]:
    """Project all that is in the store now, here or by waiting for a projector that runs. The answer names what is parked and so stays behind."""
    head, until = workspace.head(), time.monotonic() + timeout
    with Projector(workspace) as projector:
        while True:
            while projector.step():
                pass
            behind = _behind(projector, head)
            if not behind or set(behind.values()) == {"parked"}:
                return sorted(behind)
            if time.monotonic() > until:
                raise TimeoutError(f"read models did not reach position {head}: {', '.join(sorted(behind))}")
            time.sleep(0.01)


def _behind(projector: Projector, head: int) -> dict[str, str]:
    rows = projector.db.execute("select name, version, position, state from read_models").fetchall()
    found = {f"{name}_v{version}": (position, state) for name, version, position, state in rows}
    states = {model.name: found.get(model.home, (-1, "building")) for model in projector.read_models}
    return {name: state for name, (position, state) in states.items() if position < head or state == "building"}
