"""How long from pressing the button until everybody can read it: ideas put on a board, 100 a second, with the projector in a process of its own."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median, quantiles
from uuid import UUID, uuid4

import psycopg

from projections.board import BOARD
from projections.registry import search_path
from workers.projector import bring_to_head
from workspace import ideas
from workspace.application import Workspace
from workspace.config import ROOT, Settings

from .ground import Group, fresh

A_SECOND, SECONDS, WARM = 100, 10, 100
FOLLOW = """
import threading
from workers.projector import run
from workspace.application import Workspace
from workspace.config import Settings

run(Workspace(Settings.from_env()), threading.Event())
"""


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    with fresh(settings) as workspace:
        group = Group(workspace)
        group.live()
        bring_to_head(workspace)
        with following(workspace.settings):
            found = [_round(workspace, group) for _ in range(rounds)]
    return {"p50_ms": median(p50 for p50, _ in found), "p99_ms": median(p99 for _, p99 in found)}


@contextmanager
def following(settings: Settings) -> Iterator[None]:
    """A projector in another process for as long as this lasts."""
    process = subprocess.Popen([sys.executable, "-c", FOLLOW], cwd=ROOT, env=settings.to_env())
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _round(workspace: Workspace, group: Group) -> tuple[float, float]:
    """Each idea at its time, whether or not the one before is there yet; the wait counts from the time at which it was due."""
    due: dict[UUID, float] = {}
    seen: dict[UUID, float] = {}
    total, listens = WARM + A_SECOND * SECONDS, threading.Event()
    reader = threading.Thread(target=_read, args=(workspace.settings.database_url, due, seen, total, listens))
    reader.start()
    listens.wait()
    started = time.perf_counter()
    for n in range(total):
        at = started + n / A_SECOND
        time.sleep(max(0.0, at - time.perf_counter()))
        by = replace(group.act(n), command=uuid4(), happened_at=datetime.now(UTC), recorded_at=datetime.now(UTC))
        due[ideas.post(workspace, by, "A small bus on Tuesdays, even if it is never quite on time").id] = at
    reader.join()
    waits = sorted((seen[idea] - due[idea]) * 1000 for idea in list(due)[WARM:])
    return median(waits), quantiles(waits, n=100)[98]


def _read(url: str, due: dict[UUID, float], seen: dict[UUID, float], total: int, listens: threading.Event) -> None:
    """Somebody who looks whenever the board says that it changed."""
    with psycopg.connect(url, autocommit=True, options=f"-c search_path={search_path().replace(' ', '')}") as db, psycopg.connect(url, autocommit=True) as ear:
        rows = db.execute("select max(posted_at) from board_ideas").fetchone()
        since = rows[0] if rows and rows[0] else datetime.min.replace(tzinfo=UTC)
        ear.execute("listen changes")
        listens.set()
        for word in ear.notifies(timeout=120):
            if BOARD.home in json.loads(word.payload)["read_models"]:
                found = db.execute("select id, posted_at from board_ideas where posted_at > %s order by posted_at", (since,), prepare=True).fetchall()
                seen.update((idea, time.perf_counter()) for idea, _ in found)
                since = found[-1][1] if found else since
            if len(seen) >= total:
                return
