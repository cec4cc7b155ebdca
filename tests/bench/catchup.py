"""How fast a new read model is filled from history: the library's own runner with one read model, and our projector with all of ours."""

import time
from statistics import median
from typing import Any
from uuid import UUID

import psycopg
from eventsourcing.application import Application
from eventsourcing.persistence import Mapper, Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL

from projections.registry import every
from workers.projector import Projector
from workspace.application import Workspace
from workspace.config import Settings

from .ground import fresh, tell

EVENTS, LIBRARY_EVENTS = 20_000, 3_000


class BoardView(PostgresTrackingRecorder):
    """A board as the library would have it: one statement and one tracking row an event, in one transaction."""

    def put(self, idea: UUID, supporters: int, tracking: Tracking) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            cursor.execute(
                SQL("insert into board (id, supporters) values (%s, %s) on conflict (id) do update set supporters = board.supporters + excluded.supporters"),
                (idea, supporters),
            )
            self._insert_tracking(cursor, tracking)


class Board(Projection[BoardView]):
    name = "board"

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:
        self.view.put(domain_event.originator_id, int(type(domain_event).__name__ == "Supported"), tracking)


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    library, ours = [], []
    with fresh(settings) as workspace, psycopg.connect(workspace.settings.database_url, autocommit=True) as db:
        head = tell(workspace, EVENTS)
        db.execute("create table library_events (like stored_events including all)")
        db.execute("insert into library_events select * from stored_events order by notification_id limit %s", (LIBRARY_EVENTS,))
        for _ in range(rounds):
            library.append(LIBRARY_EVENTS / _library(workspace, db))
            ours.append(head / _pleth(workspace, db))
    return {"library_events_s": median(library), "pleth_events_s": median(ours), "read_models": float(len(every()))}


def _library(workspace: Workspace, db: psycopg.Connection[Any]) -> float:
    class Library(Application[UUID]):
        name = "library"

        def construct_mapper(self) -> Mapper[UUID]:
            return workspace.mapper

    db.execute("drop table if exists board, board_tracking")
    db.execute("create table board (id uuid primary key, supporters int not null)")
    started = time.perf_counter()
    with ProjectionRunner(application_class=Library, projection_class=Board, view_class=BoardView, env=_env(workspace.settings.database_url)) as runner:
        runner.wait(LIBRARY_EVENTS, timeout=300)
        return time.perf_counter() - started


def _pleth(workspace: Workspace, db: psycopg.Connection[Any]) -> float:
    for model in every():
        db.execute(f"drop schema if exists {model.home} cascade".encode())
        for table in model.kept:
            db.execute(f"delete from {table}".encode())
        db.execute("delete from read_models where name = %s", (model.name,))
        db.execute("insert into read_models (name, version) values (%s, %s)", (model.name, model.version))
    started = time.perf_counter()
    with Projector(workspace) as projector:
        while projector.step():
            pass
        if projector.parked:
            raise RuntimeError(f"parked: {', '.join(projector.parked)}")
    return time.perf_counter() - started


def _env(url: str) -> dict[str, str]:
    said = conninfo_to_dict(url)
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(said["dbname"]),
        "POSTGRES_HOST": str(said.get("host", "localhost")),
        "POSTGRES_PORT": str(said.get("port", 5432)),
        "POSTGRES_USER": str(said.get("user", "postgres")),
        "POSTGRES_PASSWORD": str(said.get("password", "")),
    }
