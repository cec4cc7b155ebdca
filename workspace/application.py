"""The workspace over its store: load an aggregate, let it act, commit. Events, the words they speak of and the command's id are one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from hmac import digest
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, JSONTranscoder, Mapper, StoredEvent, Transcoding
from eventsourcing.utils import Environment, get_topic
from psycopg import Connection
from psycopg.errors import UniqueViolation
from psycopg_pool import ConnectionPool

from aggregates.base import Act, Aggregate, Text
from aggregates.errors import Conflict, NotFound, Refused
from projections.registry import search_path

from .config import Settings
from .recorder import Also, Recorder, Save

A = TypeVar("A", bound=Aggregate)
P = ParamSpec("P")
T = TypeVar("T")

TRIES = 3
CONNECTIONS = 12
WORD_FOR_COMMITMENTS = b"text\0body\0"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command did. `already`: it had been recorded before, and this is the first answer."""

    id: UUID
    position: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote, for the table of words; its `reference` is for events."""

    id: UUID
    project: UUID
    owner: UUID
    language: str
    salt: bytes
    body: str
    at: datetime

    @property
    def reference(self) -> Text:
        return Text(self.id, self.language, commitment(self.salt, self.body))


def commitment(salt: bytes, body: str) -> str:
    """HMAC-SHA-256 under the salt, hex: with the words at hand anybody can recompute it, without them nobody can guess them."""
    return digest(salt, WORD_FOR_COMMITMENTS + body.encode(), "sha256").hex()


class Workspace(Application[UUID]):
    """Opens its own pool of connections; nothing is global. `pool` connections commit by themselves and see the read models of this version of the code."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = ConnectionPool(settings.database_url, kwargs={"autocommit": True}, configure=_configure, min_size=1, max_size=CONNECTIONS, open=True)
        super().__init__()

    def load(self, kind: type[A], id: UUID) -> A:
        """Refused: NotFound, also when there is something else under that id."""
        found = self.find(kind, id)
        if found is None:
            raise NotFound
        return found

    def find(self, kind: type[A], id: UUID) -> A | None:
        aggregate: Any = None
        for stored in self.recorder.select_events(id):
            aggregate = self.mapper.to_domain_event(stored).mutate(aggregate)  # type: ignore[attr-defined]
        return aggregate if isinstance(aggregate, kind) else None

    def commit(self, *aggregates: Aggregate, words: Sequence[Words] = (), also: Also = ()) -> Receipt:
        """Store what they did, in their order, with the words and the statements that belong to it: all or nothing. Nothing to store is no failure.
        Refused: Conflict, when somebody was quicker; load again, since what was pending is lost."""
        events = [event for aggregate in aggregates for event in aggregate.collect_events()]
        first = aggregates[0].id
        if not events:
            return Receipt(first, self.head())
        command = (events[0].by.command, first, aggregates[0].version)  # type: ignore[attr-defined]
        rows = [(each.id, each.project, each.owner, each.language, each.salt, each.body, each.at) for each in words]
        try:
            positions = self.recorder.save(Save([self.mapper.to_stored_event(event) for event in events], rows, command, also))
        except UniqueViolation:
            recorded = self.recorded(command[0])
            if recorded is None:
                raise Conflict from None
            return recorded
        return Receipt(first, positions[-1])

    def recorded(self, command: UUID) -> Receipt | None:
        """The first answer to a command, if it was recorded."""
        with self.reading() as db:
            row = db.execute(
                "select c.stream, max(e.notification_id) from commands c join stored_events e on e.originator_id = c.stream and e.originator_version <= c.version "
                "where c.id = %s group by c.stream",
                (command,),
            ).fetchone()
        return Receipt(row[0], row[1], already=True) if row else None

    def position_of(self, kind: type[Any], stream: UUID) -> int | None:
        """Where the first event of a kind stands in the log, for one stream."""
        with self.reading() as db:
            row = db.execute(
                "select min(notification_id) from stored_events where originator_id = %s and topic = %s", (stream, get_topic(kind)), prepare=True
            ).fetchone()
        return row[0] if row else None

    def events_of(self, streams: Iterable[UUID]) -> Iterator[tuple[int, Any]]:
        """(position, event) of several streams, in the order of positions."""
        for stored in self.recorder.select_streams(list(streams)):
            yield stored.id, self.mapper.to_domain_event(stored)

    def head(self) -> int:
        """The last position; 0 while nothing has happened."""
        return self.recorder.max_notification_id() or 0

    def now(self) -> datetime:
        """The database's clock, the only one that rules go by."""
        with self.reading() as db:
            row = db.execute("select clock_timestamp()", prepare=True).fetchone()
        assert row is not None
        return cast(datetime, row[0])

    def reading(self) -> AbstractContextManager[Connection[Any]]:
        return self.pool.connection()

    def close(self) -> None:
        super().close()
        self.pool.close()

    # The library asks these while it sets itself up.

    recorder: Recorder

    def construct_env(self, name: str, env: Any = None) -> Environment:
        """Nothing of the machine's environment: a stray variable would change the store."""
        return Environment(name, {})

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        return InfrastructureFactory.construct(env)

    def construct_recorder(self) -> Recorder:
        return Recorder(self.pool)

    def construct_mapper(self) -> Mapper[UUID]:
        transcoder = JSONTranscoder()
        self.register_transcodings(transcoder)
        transcoder.register(ActAsList())
        transcoder.register(TextAsList())
        return Mapper(transcoder)


class ActAsList(Transcoding):
    """Compact, and for ever: a new field goes to the end."""

    type = Act
    name = "act"

    def encode(self, obj: Act) -> list[Any]:
        return [
            obj.project.hex,
            obj.member.hex,
            obj.side,
            obj.channel,
            obj.command.hex,
            obj.happened_at.isoformat(),
            obj.recorded_at.isoformat(),
            obj.voice.hex if obj.voice else None,
            obj.agreed,
            obj.session.hex if obj.session else None,
            obj.language,
        ]

    def decode(self, data: list[Any]) -> Act:
        project, member, side, channel, command, happened, recorded, voice, agreed, session, language = data
        moment = datetime.fromisoformat
        return Act(
            UUID(project),
            UUID(member),
            side,
            channel,
            UUID(command),
            moment(happened),
            moment(recorded),
            UUID(voice) if voice else None,
            agreed,
            UUID(session) if session else None,
            language,
        )


class TextAsList(Transcoding):
    type = Text
    name = "text"

    def encode(self, obj: Text) -> list[str]:
        return [obj.id.hex, obj.language, obj.commitment]

    def decode(self, data: list[str]) -> Text:
        return Text(UUID(data[0]), data[1], data[2])


def once(function: Callable[Concatenate[Workspace, P], T]) -> Callable[Concatenate[Workspace, P], T]:
    """A refusal of what was recorded before, as a second press brings it, answers with the first receipt."""

    @wraps(function)
    def answered(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return function(workspace, *args, **kwargs)
        except Refused:
            recorded = _recorded(workspace, args, kwargs)
            if recorded is None:
                raise
            return cast(T, recorded)

    return answered


def command(function: Callable[Concatenate[Workspace, P], T]) -> Callable[Concatenate[Workspace, P], T]:
    """Of every command function but votes: done again from the start, up to three times, when somebody was quicker; then Conflict."""

    @once
    @wraps(function)
    def repeated(workspace: Workspace, /, *args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(TRIES - 1):
            try:
                return function(workspace, *args, **kwargs)
            except Conflict as conflict:
                if type(conflict) is not Conflict:
                    raise
        return function(workspace, *args, **kwargs)

    return repeated


def _recorded(workspace: Workspace, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Receipt | None:
    act = next((arg for arg in (*args, *kwargs.values()) if isinstance(arg, Act)), None)
    command = act.command if act else kwargs.get("command")
    return workspace.recorded(command) if isinstance(command, UUID) else None


def _configure(db: Connection[Any]) -> None:
    db.execute("select set_config('search_path', %s, false)", (search_path(),))


__all__ = ["Also", "Receipt", "StoredEvent", "Words", "Workspace", "command", "commitment", "once"]
