"""How fast events are stored, one a save: by Pleth with its words and its command, by the library's own recorder without them, and by raw SQL with them."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

from eventsourcing.application import Application
from eventsourcing.persistence import Transcoder
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

from aggregates.base import Act
from aggregates.idea import Idea
from workspace.application import Workspace
from workspace.config import Settings
from workspace.texts import write

from .ground import fresh

THREADS = (1, 16, 64)
SECONDS, WARM = 1.5, 0.3
CONNECTIONS = 32
"""Of raw and of the library each. Pleth writes on one."""
WORDS = "Bws bach ar ddydd Mawrth, hyd yn oed os nad yw byth yn hollol brydlon"

Once = Callable[[Act], Any]


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    """Events a second. The three take turns, so that what else the machine does falls on all of them."""
    found: dict[str, list[float]] = {}
    with fresh(settings) as workspace, _library(workspace) as library, _raw(workspace) as raw:
        for _ in range(rounds):
            for threads in THREADS:
                for name, once in (("raw", raw), ("library", library), ("pleth", _pleth(workspace))):
                    found.setdefault(f"{name}_{threads}", []).append(_measured(once, threads))
    return {f"{name}_{threads}": median(found[f"{name}_{threads}"]) for name in ("raw", "library", "pleth") for threads in THREADS}


def _measured(once: Once, threads: int) -> float:
    """How often a second it is done by so many at once, after a moment to warm up."""
    counts, together = [0] * threads, Barrier(threads + 1)
    ends = [0.0, 0.0]

    def work(n: int) -> None:
        now = datetime.now(UTC)
        act = Act(uuid4(), uuid4(), "citizen", "web", uuid4(), now, now)
        together.wait()
        while time.perf_counter() < ends[1]:
            once(replace(act, command=uuid4()))
            if ends[0] <= time.perf_counter() < ends[1]:
                counts[n] += 1

    workers = [Thread(target=work, args=(n,)) for n in range(threads)]
    for worker in workers:
        worker.start()
    ends[:] = [time.perf_counter() + WARM, time.perf_counter() + WARM + SECONDS]
    together.wait()
    for worker in workers:
        worker.join()
    return sum(counts) / SECONDS


def _pleth(workspace: Workspace) -> Once:
    def once(by: Act) -> None:
        words = write(WORDS, by)
        workspace.commit(Idea.post(by, words.reference), words=[words])

    return once


@contextmanager
def _library(workspace: Workspace) -> Iterator[Once]:
    """The library as it comes, with our encoding of acts and texts."""

    class Library(Application[UUID]):
        def construct_transcoder(self) -> Transcoder:
            return workspace.mapper.transcoder

    with closing(Library(env=_environment(workspace.settings.database_url))) as library:

        def once(by: Act) -> None:
            library.save(Idea.post(by, write(WORDS, by).reference))

        yield once


@contextmanager
def _raw(workspace: Workspace) -> Iterator[Once]:
    """The same three rows in one transaction, on pooled connections, with nothing kept in order."""
    with ConnectionPool(workspace.settings.database_url, min_size=CONNECTIONS, max_size=CONNECTIONS, open=True) as pool:
        with pool.connection() as db:
            db.execute("create schema raw")
            for table in ("stored_events", "texts", "commands"):
                db.execute(f"create table raw.{table} (like public.{table} including all)".encode())

        def once(by: Act) -> None:
            words = write(WORDS, by)
            (event,) = Idea.post(by, words.reference).collect_events()
            stored = workspace.mapper.to_stored_event(event)
            with pool.connection() as db:
                row = db.execute(
                    "insert into raw.stored_events (originator_id, originator_version, topic, state) values (%s, %s, %s, %s) returning notification_id",
                    (stored.originator_id, stored.originator_version, stored.topic, stored.state),
                ).fetchone()
                assert row is not None
                db.execute(
                    "insert into raw.texts (id, project, owner, language, salt, body) values (%s, %s, %s, %s, %s, %s)",
                    (words.id, words.project, words.owner, words.language, words.salt, words.body),
                )
                db.execute(
                    "insert into raw.commands (id, stream, version, position) values (%s, %s, %s, %s)",
                    (by.command, stored.originator_id, stored.originator_version, row[0]),
                )

        yield once


def _environment(database_url: str) -> dict[str, str]:
    said = conninfo_to_dict(database_url)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(said["dbname"]),
        "POSTGRES_HOST": str(said.get("host", "localhost")),
        "POSTGRES_PORT": str(said.get("port", 5432)),
        "POSTGRES_USER": str(said.get("user", "postgres")),
        "POSTGRES_PASSWORD": str(said.get("password", "")),
        "POSTGRES_POOL_SIZE": str(CONNECTIONS),
    }
