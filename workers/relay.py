"""Carries rows of the outbox to the actors: what is new at once, what was forgotten (a wiped broker, a killed worker) when its time is up again.

The row says when it may be handed over next; that is moved on *before* the broker is told, so an actor never meets a row that the relay still holds.
"""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import structlog
from psycopg import Connection, connect

from workspace.config import Settings

BATCH = 200
AGAIN = 30
"""Seconds after which a row that was handed over and not sent is handed over again."""

TAKE = """
update outbox set next_at = clock_timestamp() + make_interval(secs => %s)
where id in (select id from outbox where sent_at is null and failed_at is null and next_at <= clock_timestamp()
             order by next_at, created_at limit %s for update skip locked)
returning id
"""

log = structlog.get_logger("relay")


def step(db: Connection[Any], send: Callable[[UUID], object]) -> int:
    """Hand over what is due; how many. What the broker does not take is put back and due again."""
    due = [row[0] for row in db.execute(TAKE, (AGAIN, BATCH)).fetchall()]
    for done, row in enumerate(due):
        try:
            send(row)
        except Exception:
            db.execute("update outbox set next_at = clock_timestamp() + interval '1 second' where id = any(%s)", (due[done:],))
            raise
    return len(due)


def run(settings: Settings, send: Callable[[UUID], object], stop: threading.Event) -> None:
    """Until told to stop: woken by every new row, and looking once a second."""
    delay = 0.5
    while not stop.is_set():
        try:
            with connect(settings.database_url, autocommit=True, application_name="pleth relay") as db:
                db.execute("listen outbox")
                while not stop.is_set():
                    if step(db, send) < BATCH:
                        list(db.notifies(timeout=1.0, stop_after=1))
                    delay = 0.5
        except Exception:  # the database or the broker is away: nothing is lost, all of it is in the outbox
            log.exception("relay interrupted", retry_in=delay)
            stop.wait(delay)
            delay = min(delay * 2, 10.0)


def waiting(db: Connection[Any]) -> tuple[int, float]:
    """How many are due or under way, and the age in seconds of the oldest."""
    row = db.execute(
        "select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox where sent_at is null and failed_at is null"
    ).fetchone()
    return (row[0], float(row[1])) if row else (0, 0.0)
