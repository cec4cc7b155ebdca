"""Carries rows of the outbox to the actors: what is due at once, what was forgotten (a wiped broker, a killed worker) when its time is up again.

What is new is looked at first: when it should go. What waits for one person then goes as one mail (workers/mail.py).

The row says when it may be handed over next; that is moved on *before* the broker is told, so an actor never meets a row that the relay still holds.
"""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from psycopg import Connection, connect

from workspace.config import Settings
from workspace.hours import Quiet

from .timing import Wishes, due

BATCH = 200
AGAIN = 30
"""Seconds after which a row that was handed over and not sent is handed over again."""

NEW = """
select o.id, o.created_at, o.refs ->> 'closes_at', m.account is null or m.mails = 'nothing', m.mails = 'weekly', a.quiet_from, a.quiet_until, a.weekly_on
from outbox o left join memberships m on m.member = o.recipient left join accounts a on a.id = m.account
where o.due_at is null and o.sent_at is null and o.failed_at is null order by o.created_at limit %s
"""
"""Somebody without an account waits for what is sent to them, and what is not wanted need not wait."""

ARRANGE = "update outbox o set due_at = d.at, next_at = d.at from unnest(%s::uuid[], %s::timestamptz[]) d (id, at) where o.id = d.id and o.due_at is null"
TAKE = """
update outbox set next_at = clock_timestamp() + make_interval(secs => %s)
where id in (select id from outbox where due_at is not null and sent_at is null and failed_at is null and next_at <= clock_timestamp()
             order by next_at, created_at limit %s for update skip locked)
returning id
"""

log = structlog.get_logger("relay")


def arrange(db: Connection[Any], *, at_once: bool = False) -> int:
    """Say of what is new when it should go; of how many. `at_once`: nobody waits for their mail."""
    rows, times = [], []
    for row, told_at, closes_at, is_awaited, is_weekly, begin, end, weekly_on in db.execute(NEW, (BATCH,)).fetchall():
        wishes = Wishes(is_weekly, Quiet(begin, end) if begin is not None else None, weekly_on)
        rows.append(row)
        times.append(told_at if at_once or is_awaited else due(told_at, datetime.fromisoformat(closes_at) if closes_at else None, wishes))
    if rows:
        db.execute(ARRANGE, (rows, times))
    return len(rows)


def step(db: Connection[Any], send: Callable[[UUID], object], *, at_once: bool = False) -> int:
    """Hand over what is due; how many were looked at. What the broker does not take is put back and due again."""
    new = arrange(db, at_once=at_once)
    handed = [row[0] for row in db.execute(TAKE, (AGAIN, BATCH)).fetchall()]
    for done, row in enumerate(handed):
        try:
            send(row)
        except Exception:
            db.execute("update outbox set next_at = clock_timestamp() + interval '1 second' where id = any(%s)", (handed[done:],))
            raise
    return max(new, len(handed))


def run(settings: Settings, send: Callable[[UUID], object], stop: threading.Event) -> None:
    """Until told to stop: woken by every new row, and looking once a second. In the demo nobody waits for their mail."""
    delay = 0.5
    while not stop.is_set():
        try:
            with connect(settings.database_url, autocommit=True, application_name="pleth relay") as db:
                db.execute("listen outbox")
                while not stop.is_set():
                    if step(db, send, at_once=settings.demo) < BATCH:
                        list(db.notifies(timeout=1.0, stop_after=1))
                    delay = 0.5
        except Exception:  # the database or the broker is away: nothing is lost, all of it is in the outbox
            log.exception("relay interrupted", retry_in=delay)
            stop.wait(delay)
            delay = min(delay * 2, 10.0)


def waiting(db: Connection[Any]) -> int:
    """How many are not sent yet."""
    row = db.execute("select count(*) from outbox where sent_at is null and failed_at is null").fetchone()
    return row[0] if row else 0
