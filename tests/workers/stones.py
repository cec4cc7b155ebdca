"""A very small domain for the tests of the projector: stones that are laid, moved and painted, and three read models of them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

import psycopg

from aggregates.base import NETWORK, Act, Aggregate, event
from projections.base import ReadModel, Rows
from projections.registry import search_path
from workspace.application import Workspace

GARDEN = uuid5(NETWORK, "garden")


class Stone(Aggregate):
    @event("Laid")
    def __init__(self, by: Act, colour: str) -> None:
        self.mason = by.author
        self.colour = colour
        self.moves = 0

    @event("Moved")
    def moved(self, by: Act, steps: int) -> None:
        self.mason = by.author
        self.moves += steps

    @event("Painted")
    def painted(self, by: Act, colour: str) -> None:
        self.mason = by.author
        self.colour = colour


def act(project: UUID = GARDEN) -> Act:
    at = datetime.now(UTC)
    return Act(project, uuid5(NETWORK, "mason"), "citizen", "web", uuid4(), at, at)


def lay(workspace: Workspace, colour: str, moves: int = 0, project: UUID = GARDEN) -> UUID:
    """One stone and its moves, in one commit."""
    by = act(project)
    stone = Stone(by=by, colour=colour)
    for steps in range(moves):
        stone.moved(by=by, steps=steps)
    workspace.commit(stone)
    return stone.id


def laid(rows: Rows, e: Any) -> None:
    rows.insert("wall_stones", id=e.originator_id, colour=e.colour)
    rows.put("wall_colours", {"colour": e.colour})
    rows.add("wall_colours", {"colour": e.colour}, stones=1)


def moved(rows: Rows, e: Any) -> None:
    rows.add("wall_stones", e.originator_id, moves=e.steps)


def painted(rows: Rows, e: Any) -> None:
    (before,) = rows.one("select colour from wall_stones where id = %s", e.originator_id)
    rows.add("wall_colours", {"colour": before}, stones=-1)
    rows.put("wall_colours", {"colour": e.colour})
    rows.add("wall_colours", {"colour": e.colour}, stones=1)
    rows.set("wall_stones", e.originator_id, colour=e.colour)


WALL_SCHEMA = """
create table wall_stones (id uuid primary key, colour text not null, moves int not null default 0);
create table wall_colours (colour text primary key, stones int not null default 0);
"""
EVENTS: Any = Stone  # its event classes are made by the decorators
WALL = ReadModel("wall", 1, WALL_SCHEMA, {EVENTS.Laid: laid, EVENTS.Moved: moved, EVENTS.Painted: painted})


def any_event(rows: Rows, e: Any) -> None:
    rows.insert("diary_entries", position=rows.position, event=type(e).__qualname__)


DIARY = ReadModel("diary", 1, "create table diary_entries (position bigint primary key, event text not null)", {Aggregate.Event: any_event})

CURSED: set[str] = set()
"""Colours that make the fragile read model fail."""


def held(rows: Rows, e: Any) -> None:
    if e.colour in CURSED:
        raise ValueError(f"cannot hold {e.colour}")
    rows.insert("fragile_stones", id=e.originator_id)


FRAGILE = ReadModel("fragile", 1, "create table fragile_stones (id uuid primary key)", {EVENTS.Laid: held})


def reading(workspace: Workspace) -> psycopg.Connection[Any]:
    return psycopg.connect(workspace.settings.database_url, autocommit=True, options=f"-c search_path={search_path().replace(' ', '')}")


def states(workspace: Workspace) -> dict[str, tuple[int, str]]:
    with reading(workspace) as db:
        return {name: (position, state) for name, position, state in db.execute("select name, position, state from read_models").fetchall()}


def ask(workspace: Workspace, sql: Any) -> list[Any]:
    with reading(workspace) as db:
        return db.execute(sql).fetchall()
