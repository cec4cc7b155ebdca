"""How events are stored: our own recorder, without a pipeline, in which saves that come together share a commit.

Whoever finds nobody committing commits for all who wait, then hands the lead to the first who waits; there is no thread for it. The lock on the table is
kept until the commit, so that the order of positions is the order of commits and whoever tails the log misses nothing.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, LiteralString
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent, Subscription
from psycopg import Connection, OperationalError
from psycopg.errors import UniqueViolation
from psycopg_pool import ConnectionPool

BEGIN: LiteralString = "begin; set local lock_timeout = '10s'; lock table public.stored_events in exclusive mode; notify events"

INSERT: LiteralString = """
with stored as (
    insert into public.stored_events (originator_id, originator_version, topic, state)
    select * from unnest(%s::uuid[], %s::bigint[], %s::text[], %s::bytea[]) returning notification_id
), written as (
    insert into public.texts (id, project, owner, language, salt, body, at)
    select * from unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[], %s::bytea[], %s::text[], %s::timestamptz[])
), ordered as (
    insert into public.commands (id, stream, version) select * from unnest(%s::uuid[], %s::uuid[], %s::bigint[])
)
select notification_id from stored order by notification_id
"""

TOGETHER = 200
"""Saves in one commit at most."""

Command = tuple[UUID, UUID, int]  # id, stream, version
WordsRow = tuple[UUID, UUID, UUID, str, bytes, str, Any]
Also = Sequence[tuple[str, Sequence[Any]]]


@dataclass(slots=True, eq=False)
class Save:
    """What is stored or fails as one: events with the words, the command and the statements that belong to them."""

    events: Sequence[StoredEvent]
    words: Sequence[WordsRow] = ()
    command: Command | None = None
    also: Also = ()
    positions: list[int] = field(default_factory=list)
    failed: Exception | None = None
    is_done: bool = False
    turn: Any = field(default_factory=Lock)  # released when it is done, or when it is its turn to lead

    def __post_init__(self) -> None:
        self.turn.acquire()


class Recorder(ApplicationRecorder):
    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool
        self._waiting: deque[Save] = deque()
        self._lock = Lock()
        self._is_led = False

    def save(self, save: Save) -> list[int]:
        """Store it; the answer is the positions of its events. Raises psycopg's UniqueViolation where a version or a command is there already."""
        if not self._is_leader(save):
            save.turn.acquire()
        if not save.is_done:
            self._lead(save)
        if save.failed:
            raise save.failed
        return save.positions

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> list[int]:
        return self.save(Save(stored_events))

    def select_events(
        self, originator_id: UUID | str, *, gt: int | None = None, lte: int | None = None, desc: bool = False, limit: int | None = None
    ) -> list[StoredEvent]:
        with self._pool.connection() as db:
            rows = db.execute(
                "select originator_id, originator_version, topic, state from public.stored_events where originator_id = %s and originator_version > %s "
                "and originator_version <= %s order by originator_version * %s limit %s",
                (originator_id, gt or 0, 2**62 if lte is None else lte, -1 if desc else 1, limit),
                prepare=True,
            ).fetchall()
        return [StoredEvent(*row) for row in rows]

    def select_streams(self, streams: Sequence[UUID]) -> list[Notification]:
        """The events of several streams, in the order of their positions."""
        with self._pool.connection() as db:
            rows = db.execute(
                "select originator_id, originator_version, topic, state, notification_id from public.stored_events where originator_id = any(%s) "
                "order by notification_id",
                (list(streams),),
                prepare=True,
            ).fetchall()
        return [Notification(*row) for row in rows]

    def select_notifications(
        self, start: int | None, limit: int, stop: int | None = None, topics: Sequence[str] = (), *, inclusive_of_start: bool = True
    ) -> list[Notification]:
        with self._pool.connection() as db:
            rows = db.execute(
                "select originator_id, originator_version, topic, state, notification_id from public.stored_events "
                "where notification_id >= %s and notification_id <= %s and (%s::text[] is null or topic = any(%s)) order by notification_id limit %s",
                ((start or 0) + (not inclusive_of_start), 2**62 if stop is None else stop, list(topics) or None, list(topics), limit),
                prepare=True,
            ).fetchall()
        return [Notification(*row) for row in rows]

    def max_notification_id(self) -> int | None:
        with self._pool.connection() as db:
            row = db.execute("select max(notification_id) from public.stored_events", prepare=True).fetchone()
        return row[0] if row else None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        raise NotImplementedError("read models are fed by workers.projector")

    def _is_leader(self, save: Save) -> bool:
        with self._lock:
            if self._is_led:
                self._waiting.append(save)
                return False
            self._is_led = True
            return True

    def _lead(self, save: Save) -> None:
        with self._lock:
            batch = [save, *(self._waiting.popleft() for _ in range(min(len(self._waiting), TOGETHER - 1)))]
        try:
            self._commit(batch)
        finally:
            with self._lock:
                leader = self._waiting.popleft() if self._waiting else None
                self._is_led = leader is not None
            for done in batch:
                done.is_done = True
                done.turn.release()
            if leader:
                leader.turn.release()

    def _commit(self, batch: list[Save]) -> None:
        """All in one transaction; where that fails, one by one, so that a conflict fails only its own."""
        if len(batch) > 1:
            try:
                return self._store(batch)
            except Exception:  # noqa: BLE001 each is tried again alone and keeps its own failure
                pass
        for save in batch:
            try:
                self._store_alone(save)
            except Exception as failed:  # noqa: BLE001 handed to whoever waits for it
                save.failed = failed

    def _store_alone(self, save: Save) -> None:
        """After a lost connection nobody knows whether it was committed: the next try stands behind the lock of the first, and the command id tells."""
        try:
            self._store([save])
        except OperationalError:
            self._pool.check()
            if not self._was_stored(save):
                self._store([save])
        except UniqueViolation:
            if not self._was_stored(save):
                raise

    def _was_stored(self, save: Save) -> bool:
        """Whether this very save is in the store (its command with its own first event), which fills in its positions."""
        if save.command is None:
            return False
        first = save.events[0]
        with self._pool.connection() as db, db.transaction():
            db.execute("lock table public.stored_events in share mode")
            found = db.execute("select true from public.commands where (id, stream, version) = (%s, %s, %s)", save.command).fetchone()
            stored = db.execute(
                "select topic, state from public.stored_events where originator_id = %s and originator_version = %s", (first.originator_id, first.originator_version)
            ).fetchone()
            if not found or stored is None or (stored[0], bytes(stored[1])) != (first.topic, first.state):
                return False
            save.positions = [self._position(db, event) for event in save.events]
        return True

    @staticmethod
    def _position(db: Connection[Any], event: StoredEvent) -> int:
        row = db.execute(
            "select notification_id from public.stored_events where originator_id = %s and originator_version = %s", (event.originator_id, event.originator_version)
        ).fetchone()
        return int(row[0]) if row else 0

    def _store(self, batch: list[Save]) -> None:
        events = [event for save in batch for event in save.events]
        words = [row for save in batch for row in save.words]
        commands = [save.command for save in batch if save.command]
        columns = [
            *_columns([(e.originator_id, e.originator_version, e.topic, e.state) for e in events], 4),
            *_columns(words, 7),
            *_columns(commands, 3),
        ]
        with self._pool.connection() as db:
            try:
                db.execute(BEGIN, prepare=False)
                positions = [row[0] for row in db.execute(INSERT, columns, prepare=True)]
                for save in batch:
                    for sql, params in save.also:
                        db.execute(sql.encode(), params)
                db.execute("commit", prepare=False)
            except BaseException:
                if not db.closed:
                    db.execute("rollback", prepare=False)
                raise
        for save in batch:
            save.positions, positions = positions[: len(save.events)], positions[len(save.events) :]


def _columns(rows: Sequence[Any], width: int) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]
