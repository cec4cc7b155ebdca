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
from psycopg.errors import UniqueViolation

from aggregates.errors import Conflict

from .saves import Receipt, Save

MOST_SAVES = 256
MOST_BYTES = 8_000_000
PATIENCE = 3.0
"""Seconds for which a database that was there a moment ago is asked to come back."""

BEGIN = "begin; set local lock_timeout = '10s'; lock table public.stored_events in exclusive mode; notify events"

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
    """The one writer of a process."""

    def __init__(self, connect: Callable[[], Connection[Any]]) -> None:
        self._connect = connect
        self._connection: Connection[Any] | None = None
        self._guard = Lock()
        self._waiting: list[Save] = []
        self._is_led = False
        self._was_sent = False

    def append(self, save: Save) -> Receipt:
        """Returns once the save is on disk. Refused: Conflict, when another save has taken the version or an event of this command."""
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

    def recorded(self, commands: Sequence[UUID]) -> dict[UUID, Receipt]:
        """What was recorded of these commands. It waits for transactions that are still open, so that what is not in the answer never will be."""
        db = self._opened()
        try:
            db.execute(BEGIN)
            return {id: Receipt(stream, position, already=True) for id, stream, position in db.execute(RECORDED, (list(commands),))}
        finally:
            _end(db)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _lead(self) -> None:
        """Commit for everybody who waits, oneself first, and hand over, whatever happens."""
        batch = self._taken()
        try:
            self._commit(batch)
        except BaseException as error:
            for save in batch:
                if not save.is_settled:
                    save.failure = error
        finally:
            with self._guard:
                next_one = self._waiting[0] if self._waiting else None
                self._is_led = next_one is not None
            if next_one is not None:
                next_one.turn.release()
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

    def _commit(self, batch: list[Save], *, again: bool = False) -> None:
        """Alone, a save fails for its own reason only; together, each gets a second chance on its own."""
        try:
            self._write(batch)
        except Exception as error:
            if self._connection is None or self._connection.closed:
                self._after_loss(batch, error, again)
            elif len(batch) > 1 and not _is_locked_out(error):
                for save in batch:
                    self._commit([save], again=again)
            else:
                for save in batch:
                    self._refuse(save, error)

    def _refuse(self, save: Save, error: Exception) -> None:
        if isinstance(error, UniqueViolation) and error.diag.table_name in ("stored_events", "commands"):
            save.receipt = self.recorded([save.command]).get(save.command) if save.command else None
            save.failure = None if save.receipt else Conflict()
        else:
            save.failure = error

    def _after_loss(self, batch: list[Save], error: Exception, again: bool) -> None:
        """The connection is gone, perhaps after the commit: never write again before looking the commands up. A transaction is stored whole or not at all."""
        logging.getLogger(__name__).warning("connection lost while appending: %s", error)
        commands = [save.command for save in batch if save.command]
        was_sent, self._was_sent = self._was_sent, False
        self._reopen()
        found = self.recorded(commands) if was_sent and commands else {}
        if found:
            for save in batch:
                receipt = found.get(save.command) if save.command else None
                save.receipt = Receipt(receipt.id, receipt.position) if receipt else Receipt(UUID(int=0), 0)
        elif again or (was_sent and not commands):
            raise error
        else:
            self._commit(batch, again=True)

    def _write(self, batch: list[Save]) -> None:
        db = self._opened()
        try:
            self._begin(db)
            positions = self._store(db, batch)
            for save in batch:
                for sql, params in save.also:
                    db.execute(sql, params)
            self._was_sent = True
            self._finish(db)
            self._was_sent = False
        except BaseException:
            _end(db)
            raise
        start = 0
        for save in batch:
            end = start + len(save.events)
            save.stored(positions[start:end])
            start = end

    def _begin(self, db: Connection[Any]) -> None:
        db.execute(BEGIN)

    def _store(self, db: Connection[Any], batch: list[Save]) -> list[int]:
        events = [event for save in batch for event in save.events]
        words = [word for save in batch for word in save.words]
        if not events and not words:
            return []
        commands = [(save.command, save.events[0], save.events[-1]) for save in batch if save.command and save.events]
        params = (
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
        return [row[0] for row in db.execute(APPEND, params, prepare=True)]

    def _finish(self, db: Connection[Any]) -> None:
        db.execute("commit")

    def _opened(self) -> Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        return self._connection

    def _reopen(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._opened()
                return
            except OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def _end(db: Connection[Any]) -> None:
    """End a transaction that shall leave nothing behind. A connection that cannot even do that is of no use any more."""
    try:
        db.execute("rollback")
    except Error:
        db.close()


def _is_locked_out(error: Exception) -> bool:
    return isinstance(error, OperationalError)
