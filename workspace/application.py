"""The workspace: what happened, loaded as aggregates and committed as events."""

import functools
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import accumulate, islice
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import psycopg
from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, JSONTranscoder, StoredEvent
from eventsourcing.utils import Environment, EnvType, get_topic

from aggregates.base import NETWORK, Act, Aggregate
from aggregates.errors import Conflict, NotFound, Refused

from .appending import Appender
from .config import Settings
from .saves import Receipt, Save, Words
from .store import ActAsList, AttachmentAsList, Datastore, Factory, TextAsList, pool, prepared

__all__ = ["Act", "Receipt", "Words", "Workspace", "by_the_clock", "command"]

A = TypeVar("A", bound=Aggregate)
P = ParamSpec("P")
R = TypeVar("R")

TIMES = 3
"""How often a command is tried when somebody else was quicker."""

_STREAM = "select originator_id, originator_version, topic, state from public.stored_events where originator_id = %s order by originator_version"
_STREAMS = """
select notification_id, originator_id, originator_version, topic,
       case when originator_version > 1 or originator_id <> all(%(known)s) then state end
from public.stored_events where originator_id = any(%(streams)s) order by notification_id
"""

_LAST_BEFORE = """
select originator_id, originator_version, topic, state from public.stored_events
where originator_id = %s and topic = any(%s) and notification_id < %s order by originator_version desc limit 1
"""

_NONE_SINCE = """
insert into public.stored_events (originator_id, originator_version, topic, state)
select originator_id, originator_version, topic, state from public.stored_events where notification_id > %s and topic = any(%s) limit 1
"""
"""Such an event cannot be stored a second time, and the refusal of its key is a conflict like any other."""

LARGE, TOO_LARGE, MOST = 4_000, 500_000, 32
"""The beginning of a stream that takes so many bytes (a decision with its roll) is kept decoded, for so many streams: an event never changes."""


class Workspace(Application[UUID]):
    def __init__(self, settings: Settings, *, pool_size: int = 16) -> None:
        self.settings = settings
        self.pool = pool(settings.database_url, pool_size)
        self.appender = Appender(lambda: prepared(psycopg.connect(settings.database_url, autocommit=True)))
        self._beginnings: dict[UUID, Any] = {}
        super().__init__()

    def reading(self) -> AbstractContextManager[psycopg.Connection[Any]]:
        """A connection of the pool, autocommit; unqualified names are tables of the read models, of the versions this code asks for."""
        return self.pool.connection()

    def load(self, kind: type[A], id: UUID) -> A:
        """Refused: NotFound, also when the stream is of another kind."""
        found = self.find(kind, id)
        if found is None:
            raise NotFound
        return found

    def find(self, kind: type[A], id: UUID) -> A | None:
        with self.pool.connection() as db:
            rows = db.execute(_STREAM, (id,), binary=True).fetchall()
        return self.replay(kind, rows)

    def replay(self, kind: type[A], rows: Iterable[Sequence[Any]]) -> A | None:
        """What a stream's rows (originator_id, originator_version, topic, state) make in their order, if it is of this kind."""
        found = replayed(self.mapper.to_domain_event(StoredEvent(*row)) for row in rows)
        return found if isinstance(found, kind) else None

    def find_all(self, kind: type[A], ids: Iterable[UUID]) -> dict[UUID, A]:
        """Those of these aggregates that there are, in one statement."""
        streams: dict[UUID, list[Any]] = {}
        for _, event in self.events_of(ids):
            streams.setdefault(event.originator_id, []).append(event)
        found = {id: replayed(events) for id, events in streams.items()}
        return {id: aggregate for id, aggregate in found.items() if isinstance(aggregate, kind)}

    def events_of(self, streams: Iterable[UUID]) -> list[tuple[int, Any]]:
        """The events of these streams with their positions, in the order in which they were recorded. Which there are is always asked of the store."""
        wanted, known = list(streams), self._beginnings
        with self.pool.connection() as db:
            rows = db.execute(_STREAMS, {"streams": wanted, "known": [id for id in wanted if id in known]}, binary=True).fetchall()
        return [(position, known[row[0]] if row[-1] is None else self._decoded(*row)) for position, *row in rows]

    def _decoded(self, stream: UUID, version: int, topic: str, state: bytes) -> Any:
        event = self.mapper.to_domain_event(StoredEvent(stream, version, topic, state))
        if version == 1 and LARGE < len(state) < TOO_LARGE:
            self._beginnings = {stream: event, **dict(islice(self._beginnings.items(), MOST - 1))}
        return event

    def position_of(self, event: type[Any], stream: UUID) -> int | None:
        """Where the first event of this kind stands in the log, if the stream has one."""
        with self.pool.connection() as db:
            sql = "select min(notification_id) from public.stored_events where originator_id = %s and topic = %s"
            row: Any = db.execute(sql, (stream, get_topic(event))).fetchone()
        position: int | None = row[0]
        return position

    def last_before(self, position: int, stream: UUID, *kinds: type[Any]) -> Any:
        """The newest event of these kinds in a stream, of those that were recorded before this position; None without one."""
        with self.pool.connection() as db:
            row = db.execute(_LAST_BEFORE, (stream, [get_topic(kind) for kind in kinds], position), binary=True).fetchone()
        return self.mapper.to_domain_event(StoredEvent(*row)) if row else None

    def commit(self, *aggregates: Aggregate, words: Sequence[Words] = (), also: Sequence[tuple[str, Sequence[Any]]] = ()) -> Receipt:
        """Store what happened to the aggregates, by time and then in their order, with the words, the command id of the first event and the `also`
        statements: all or nothing. One commit a command id: a second one answers with what the first recorded. Where nothing happened only `also` is
        done, no words are kept, and the position is the head. A failed commit has lost the aggregates' pending events: load again. Refused: Conflict."""
        events = _in_order_of_time(aggregates)
        if events:
            stored = [self.mapper.to_stored_event(event) for event in events]
            return self.appender.append(Save(stored, events[0].by.command, words, also))
        if also:
            self.appender.append(Save((), None, (), also))
        return Receipt(aggregates[0].id if aggregates else UUID(int=0), self.head())

    def none_since(self, position: int, *kinds: type[Any]) -> tuple[str, Sequence[Any]]:
        """For `also` of a commit that rests on there being no event of these kinds in the log above a position: where there is one, it is a conflict."""
        return _NONE_SINCE, (position, [get_topic(kind) for kind in kinds])

    def recorded(self, command: UUID) -> Receipt | None:
        """What this command recorded, if it did."""
        with self.pool.connection() as db:
            row = db.execute("select stream, position from public.commands where id = %s", (command,)).fetchone()
        return Receipt(row[0], row[1], already=True) if row else None

    def head(self) -> int:
        """The position of the newest event; 0 in an empty store."""
        return self.recorder.max_notification_id() or 0

    def now(self) -> datetime:
        """The database's clock."""
        with self.pool.connection() as db:
            row: Any = db.execute("select clock_timestamp()").fetchone()
        now: datetime = row[0]
        return now

    def close(self) -> None:
        self.appender.close()
        self.pool.close()
        super().close()

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Nothing of os.environ: a stray CIPHER_TOPIC or POSTGRES_ENABLE_DB_FUNCTIONS would change the store."""
        return Environment(name, dict(env or {}))

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        return Factory(env, Datastore(self.pool), self.appender)

    def register_transcodings(self, transcoder: JSONTranscoder) -> None:
        super().register_transcodings(transcoder)
        transcoder.register(ActAsList())
        transcoder.register(TextAsList())
        transcoder.register(AttachmentAsList())


def by_the_clock(workspace: Workspace, project: UUID, command: UUID, *, session: UUID | None = None, happened_at: datetime | None = None) -> Act:
    """What is done because its time has come, on no side. `command`: made of the thing's own id, so that it happens once however often it is tried."""
    now = workspace.now()
    return Act(project, NETWORK, "none", "clock", command, happened_at or now, now, session=session)


def command(function: Callable[P, R]) -> Callable[P, R]:
    """A command function: begun again when somebody else was quicker (three times, then it is refused with Conflict), and what was recorded before is
    answered as recorded even where it would be refused now. A vote raises AlreadyVoted instead of Conflict, so it is never repeated."""
    answers_receipt = function.__annotations__.get("return") is Receipt

    @functools.wraps(function)
    def repeated(*args: P.args, **kwargs: P.kwargs) -> R:
        for time in range(1, TIMES + 1):
            try:
                return function(*args, **kwargs)
            except Refused as refused:
                recorded = _recorded(args, kwargs) if answers_receipt else None
                if recorded is not None:
                    return recorded  # type: ignore[return-value]
                if type(refused) is not Conflict or time == TIMES:
                    raise
        raise AssertionError("not reached")

    return repeated


def replayed(events: Iterable[Any]) -> Any:
    """The aggregate of a stream's events, without the library's checks of protocols, which take longer than all the rest."""
    aggregate: Any = None
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate


def _in_order_of_time(aggregates: Iterable[Aggregate]) -> list[Any]:
    """What is waiting to be stored. An aggregate's own events keep their order whatever their times say."""
    timed: list[tuple[datetime, Any]] = []
    for aggregate in aggregates:
        events: list[Any] = list(aggregate.collect_events())
        timed += zip(accumulate((event.by.happened_at for event in events), max), events, strict=True)
    return [event for _, event in sorted(timed, key=lambda pair: pair[0])]


def _recorded(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Receipt | None:
    workspace, *rest = args
    command = kwargs.get("command") or next((value.command for value in [*rest, *kwargs.values()] if isinstance(value, Act)), None)
    return workspace.recorded(command) if command else None
