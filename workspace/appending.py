"""Writing to the store. Concurrent saves of a process share a commit, and the order of positions is the order of commits.

No thread of its own: whoever finds nobody committing commits for all who wait, then hands the lead to the first who came meanwhile. No pipeline
either: the library's hangs for ever with the table locked once a save passes about 0.5 MB over a Unix socket.
"""

import logging
import time
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any
from uuid import UUID

from psycopg import Connection, Error, OperationalError
from psycopg.errors import CheckViolation, LockNotAvailable, UniqueViolation

from aggregates.errors import Conflict

from .saves import CONTESTED, Receipt, Save

MOST_SAVES = 256
MOST_BYTES = 8_000_000
"""What goes into one commit; a single save may be larger."""
PATIENCE, PAUSE = 3.0, 0.02
"""Seconds for which a database that was there a moment ago is asked to come back, and between two times of asking."""

BEGIN = b"begin; set local lock_timeout = '10s'; lock table public.stored_events in exclusive mode; notify events"

APPEND = """
with stored as (
    insert into public.stored_events (originator_id, originator_version, topic, state)
    select * from unnest(%b::uuid[], %b::bigint[], %b::text[], %b::bytea[])
    returning originator_id, originator_version, notification_id
), written as (
    insert into public.texts (id, project, owner, language, salt, body)
    select * from unnest(%b::uuid[], %b::uuid[], %b::uuid[], %b::text[], %b::bytea[], %b::text[])
), recorded as (
    insert into public.commands (id, stream, version, position)
    select id, stream, version, notification_id
    from unnest(%b::uuid[], %b::uuid[], %b::bigint[], %b::uuid[], %b::bigint[]) as command (id, stream, version, last, last_version)
    join stored on originator_id = last and originator_version = last_version
)
select notification_id from stored
"""

RECORDED = "select id, stream, position from public.commands where id = any(%s)"


class Appender:
    """The one writer of a process, on a connection of its own."""

    def __init__(self, connect: Callable[[], Connection[Any]]) -> None:
        self._connect = connect
        self._connection: Connection[Any] | None = None
        self._guard = Lock()
        self._waiting: list[Save] = []
        self._is_led = False
        self._was_sent = False  # the commit of the batch in hand; from then on only the store knows whether it happened

    def append(self, save: Save) -> Receipt:
        """Returns once the save is on disk. Refused: Conflict, when somebody else has taken the version."""
        with self._guard:
            self._waiting.append(save)
            leads, self._is_led = not self._is_led, True
        if not leads:
            save.turn.acquire()
        if not save.is_settled:
            self._lead()
        if save.failure is not None:
            raise save.failure
        assert save.receipt is not None  # whoever led has settled it
        return save.receipt

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _lead(self) -> None:
        """Commit for everybody who waits, oneself first, and hand over, whatever happens."""
        batch = self._taken()
        try:
            self._commit(batch)
        except Exception as error:
            _fail(batch, error)
        except BaseException as error:
            _fail(batch[:1], error)
            _fail(batch[1:], OperationalError("the thread that committed for this save was stopped"))
        finally:
            with self._guard:
                successor = self._waiting[0] if self._waiting else None
                self._is_led = successor is not None
            if successor is not None:
                successor.turn.release()
            for save in batch[1:]:
                save.turn.release()

    def _taken(self) -> list[Save]:
        with self._guard:
            count, size = 0, 0
            for save in self._waiting[:MOST_SAVES]:
                size += save.size
                if count and size > MOST_BYTES:
                    break
                count += 1
            batch, self._waiting = self._waiting[:count], self._waiting[count:]
        return batch

    def _commit(self, batch: list[Save]) -> None:
        """Together they are stored or not. After a lost connection nothing is written again before the commands were looked up."""
        until: float | None = None
        while True:
            try:
                return self._write(batch)
            except Exception as error:
                if not self._is_lost:
                    return self._settle(batch, error)
                if until is None and self._connection is None:
                    raise  # it was not there to begin with
                lost = error
            logging.getLogger(__name__).warning("connection lost while appending: %s", lost)
            until = until or time.monotonic() + PATIENCE
            if self._was_sent and self._is_found(batch, lost, until):
                return None
            if time.monotonic() > until:
                raise lost
            time.sleep(PAUSE)

    def _settle(self, batch: list[Save], error: Exception) -> None:
        """Each is tried again on its own, so that a conflict fails only its own."""
        if len(batch) == 1:
            self._refuse(batch[0], error)
        elif isinstance(error, LockNotAvailable):
            _fail(batch, error)
        else:
            self._commit_each(batch)

    def _commit_each(self, batch: list[Save]) -> None:
        for save in batch:
            try:
                self._commit([save])
            except Exception as error:
                _fail([save], error)

    def _refuse(self, save: Save, error: Exception) -> None:
        if isinstance(error, (UniqueViolation, CheckViolation)) and error.diag.table_name in CONTESTED:
            save.receipt = self._recorded([save.command]).get(save.command) if save.command else None
            save.failure = None if save.receipt else Conflict()
        else:
            save.failure = error

    def _is_found(self, batch: list[Save], lost: Exception, until: float) -> bool:
        """Whether it was committed after all, whole as it is: any command of the batch tells."""
        commands = [save.command for save in batch if save.command]
        if not commands:
            raise lost
        while True:
            try:
                found = self._recorded(commands)
                break
            except OperationalError:
                if not self._is_lost or time.monotonic() > until:
                    raise
                time.sleep(PAUSE)
        for save in batch if found else ():
            save.found(found.get(save.command) if save.command else None)
        return bool(found)

    def _recorded(self, commands: Sequence[UUID]) -> dict[UUID, Receipt]:
        """What is recorded of these commands. It waits for the transactions that are open, so that what is not in the answer never will be."""
        db = self._opened()
        try:
            db.execute(BEGIN)
            rows = db.execute(RECORDED, (list(commands),)).fetchall()
        finally:
            _roll_back(db)
        return {command: Receipt(stream, position, already=True) for command, stream, position in rows}

    def _write(self, batch: list[Save]) -> None:
        self._was_sent = False
        db = self._opened()
        try:
            self._begin(db)
            positions = self._store(db, batch)
            for save in batch:
                for sql, params in save.also:
                    db.execute(sql.encode(), params)
            self._was_sent = True
            self._finish(db)
        except BaseException:
            _roll_back(db)
            raise
        start = 0
        for save in batch:
            save.stored(positions[start : start + len(save.events)])
            start += len(save.events)

    def _begin(self, db: Connection[Any]) -> None:
        db.execute(BEGIN)

    def _store(self, db: Connection[Any], batch: list[Save]) -> list[int]:
        events = [event for save in batch for event in save.events]
        if not events:
            return []
        words = [word for save in batch for word in save.words]
        commands = [(save.command, save.events[0], save.events[-1]) for save in batch if save.command and save.events]
        columns = (
            [event.originator_id for event in events],
            [event.originator_version for event in events],
            [event.topic for event in events],
            [event.state for event in events],
            [word.id for word in words],
            [word.project for word in words],
            [word.owner for word in words],
            [word.language for word in words],
            [word.salt for word in words],
            [word.body for word in words],
            [command for command, _, _ in commands],
            [first.originator_id for _, first, _ in commands],
            [first.originator_version for _, first, _ in commands],
            [last.originator_id for _, _, last in commands],
            [last.originator_version for _, _, last in commands],
        )
        return [row[0] for row in db.execute(APPEND, columns, prepare=True)]

    def _finish(self, db: Connection[Any]) -> None:
        db.execute("commit")

    @property
    def _is_lost(self) -> bool:
        return self._connection is None or self._connection.closed

    def _opened(self) -> Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = None
            self._connection = self._connect()
        return self._connection


def _fail(saves: Sequence[Save], error: BaseException) -> None:
    for save in saves:
        if not save.is_settled:
            save.failure = error


def _roll_back(db: Connection[Any]) -> None:
    """A connection that cannot even do that is of no use any more."""
    try:
        db.execute("rollback")
    except Error:
        db.close()
