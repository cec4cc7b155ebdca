"""How the workspace stands on PostgreSQL and on the eventsourcing library: its connections, what the library calls a factory, and how values are encoded."""

import select
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import psycopg
from eventsourcing.persistence import InfrastructureFactory, StoredEvent, Transcoding
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore, PostgresFactory
from eventsourcing.utils import Environment
from psycopg.rows import dict_row
from psycopg.types.json import set_json_loads
from psycopg_pool import ConnectionPool

from aggregates.base import Act, Attachment, Text

from .appending import Appender
from .saves import Save

SESSION = {
    "timezone": "UTC",
    "idle_in_transaction_session_timeout": "60s",
    "plan_cache_mode": "force_generic_plan",  # to plan a page for each value costs more than to carry it out
    "random_page_cost": "1.1",  # what pages show is in memory: take the index
}

set_json_loads(msgspec.json.decode)  # the standard library's takes thirty times as long for the few words of a column


class Recorder(PostgresApplicationRecorder):
    """Reads as the library does; writes through the appender."""

    def __init__(self, datastore: PostgresDatastore, appender: Appender) -> None:
        super().__init__(datastore, events_table_name="stored_events")
        self.channel_name = "events"
        self.appender = appender

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int]:
        save = Save(stored_events, kwargs.get("command"), kwargs.get("words", ()), kwargs.get("also", ()))
        self.appender.append(save)
        return save.positions


class Datastore(PostgresDatastore):
    """On our pool: the library's own takes five fields and loses sslmode and the rest of the address."""

    def __init__(self, pool: ConnectionPool[Any]) -> None:
        self.pool = pool  # type: ignore[assignment]
        self.schema = "public"
        self.originator_id_type = "uuid"
        self.enable_db_functions = False
        self.lock_timeout = 10
        self.db_type_names = set()

    def register_type_adapters(self) -> None:
        """Ours needs no composite types."""

    @contextmanager
    def get_connection(self) -> Iterator[psycopg.Connection[Any]]:
        with self.pool.connection() as db:
            db.row_factory = dict_row
            try:
                yield db
            finally:
                db.row_factory = psycopg.rows.tuple_row  # type: ignore[assignment]

    def close(self) -> None:
        """The pool is the workspace's to close."""


class Factory(PostgresFactory):
    def __init__(self, env: Environment, datastore: PostgresDatastore, appender: Appender) -> None:
        InfrastructureFactory.__init__(self, env)
        self.datastore = datastore
        self.appender = appender

    def application_recorder(self) -> Recorder:
        return Recorder(self.datastore, self.appender)


class ActAsList(Transcoding):
    type = Act
    name = "act"

    def encode(self, obj: Act) -> list[str | bool | None]:
        voice, session = obj.voice, obj.session
        said: list[str | bool | None] = [
            obj.project.hex,
            obj.member.hex,
            obj.side,
            obj.channel,
            obj.command.hex,
            obj.happened_at.isoformat(),
            obj.recorded_at.isoformat(),
            voice.hex if voice else None,
            obj.agreed,
            session.hex if session else None,
            obj.language,
        ]
        return [*said, obj.source, obj.verbatim] if voice else said

    def decode(self, data: list[Any]) -> Act:
        project, member, side, channel, command, happened_at, recorded_at, voice, agreed, session, language, *how = data
        return Act(
            UUID(project),
            UUID(member),
            side,
            channel,
            UUID(command),
            datetime.fromisoformat(happened_at),
            datetime.fromisoformat(recorded_at),
            UUID(voice) if voice else None,
            agreed,
            UUID(session) if session else None,
            language,
            *how,
        )


class TextAsList(Transcoding):
    type = Text
    name = "text"

    def encode(self, obj: Text) -> list[str]:
        return [obj.id.hex, obj.language, obj.commitment]

    def decode(self, data: list[str]) -> Text:
        return Text(UUID(data[0]), data[1], data[2])


class AttachmentAsList(Transcoding):
    type = Attachment
    name = "attachment"

    def encode(self, obj: Attachment) -> list[str]:
        return [obj.id.hex, obj.kind, obj.commitment]

    def decode(self, data: list[Any]) -> Attachment:
        return Attachment(UUID(data[0]), data[1], data[2])


def pool(database_url: str, size: int) -> ConnectionPool[Any]:
    return ConnectionPool(
        database_url,
        kwargs={"autocommit": True},
        min_size=1,
        max_size=size,
        timeout=5.0,
        configure=_prepare,
        check=_check,
        open=True,
    )


def prepared(db: psycopg.Connection[Any]) -> psycopg.Connection[Any]:
    _prepare(db)
    return db


def _prepare(db: psycopg.Connection[Any]) -> None:
    from projections.registry import search_path

    settings = SESSION | {"search_path": search_path()}
    db.execute("select set_config(name, value, false) from unnest(%s::text[], %s::text[]) s(name, value)", (list(settings), list(settings.values())))


def _check(db: psycopg.Connection[Any]) -> None:
    """An idle connection has nothing to say; one that does was closed by the server. So a database that came back is used again at once."""
    poll = select.poll()
    poll.register(db.fileno(), select.POLLIN)
    if poll.poll(0):
        ConnectionPool.check_connection(db)
