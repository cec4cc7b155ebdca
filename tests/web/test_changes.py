"""One connection that listens, many who wait: read models' positions, and streams of names."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid5

import psycopg

from aggregates.base import NETWORK
from projections.base import ReadModel
from web.changes import Change, Changes

BOARD, PEOPLE = ReadModel("board", 2, "", {}), ReadModel("people", 1, "", {})
GARDEN, STREET = uuid5(NETWORK, "garden"), uuid5(NETWORK, "street")


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[tuple[Changes, "psycopg.AsyncConnection[Any]"]]:
    changes = Changes([BOARD, PEOPLE])
    await changes.start(url)
    try:
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as db:
            yield changes, db
    finally:
        await changes.stop()


async def say(db: "psycopg.AsyncConnection[Any]", position: int, *homes: str, projects: list[UUID] | None) -> None:
    named = None if projects is None else [str(project) for project in projects]
    word = {"read_models": homes, "position": position, "is_head": True, "projects": named}
    await db.execute("select pg_notify('changes', %s)", (json.dumps(word),))


async def first(stream: AsyncIterator[Change]) -> Change:
    return await asyncio.wait_for(anext(stream), 5)


def test_a_page_waits_until_all_its_read_models_are_there(database_url: str) -> None:
    async def story() -> None:
        async with listening(database_url) as (changes, db):
            assert not await changes.wait(["board"], 5, timeout=0.05)
            waiting = asyncio.create_task(changes.wait(["board", "people"], 5, timeout=5))
            await say(db, 5, "board_v2", projects=[GARDEN])
            await say(db, 9, "board_v1", "people_v1", projects=[])
            assert await waiting
            assert (changes.positions, changes.ready) == ({"board": 5, "people": 9}, {"board", "people"})
            assert await changes.wait(["board"], 4, timeout=0)
            assert not await changes.wait(["board"], 6, timeout=0.05)

    asyncio.run(story())


def test_positions_are_known_from_the_start(database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as db:
        db.execute("insert into read_models (name, version, position) values ('board', 1, 99), ('board', 2, 7)")

    async def story() -> None:
        async with listening(database_url) as (changes, _):
            assert await changes.wait(["board"], 7, timeout=0)
            assert not await changes.wait(["board"], 8, timeout=0.01)

    asyncio.run(story())


def test_a_stream_hears_the_names_of_its_own_project(database_url: str) -> None:
    async def story() -> None:
        async with listening(database_url) as (changes, db):
            garden, street = changes.subscribe(GARDEN), changes.subscribe(STREET)
            waiting = [asyncio.create_task(first(garden)), asyncio.create_task(first(street))]
            await asyncio.sleep(0)
            await say(db, 1, "board_v2", projects=[GARDEN])
            assert await waiting[0] == Change(1, frozenset({"board"}))
            await say(db, 2, "people_v1", projects=[GARDEN])
            await say(db, 3, "board_v2", projects=[GARDEN, STREET])
            assert await waiting[1] == Change(3, frozenset({"board"}))
            assert await first(garden) == Change(3, frozenset({"board", "people"}))
            await say(db, 4, "board_v2", projects=None)
            assert await first(street) == Change(4, frozenset({"board", "people"}))

    asyncio.run(story())


def test_a_stream_that_comes_back_hears_what_it_missed(database_url: str) -> None:
    async def story() -> None:
        async with listening(database_url) as (changes, db):
            await say(db, 3, "board_v2", projects=[GARDEN])
            await say(db, 4, "people_v1", projects=[STREET])
            assert await changes.wait(["people"], 4, timeout=5)
            assert await first(changes.subscribe(GARDEN, since=2)) == Change(4, frozenset({"board"}))
            quiet = asyncio.create_task(first(changes.subscribe(GARDEN, since=3)))
            await asyncio.sleep(0.05)
            assert not quiet.done()
            quiet.cancel()

    asyncio.run(story())


def test_after_a_silence_every_stream_looks_again(database_url: str) -> None:
    async def story() -> None:
        async with listening(database_url) as (changes, db):
            waiting = asyncio.create_task(first(changes.subscribe(GARDEN)))
            await asyncio.sleep(0)
            await db.execute("insert into read_models (name, version, position) values ('board', 2, 12)")
            await db.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'pleth changes'")
            assert await waiting == Change(12, frozenset({"board", "people"}))
            assert await changes.wait(["board"], 12, timeout=0)

    asyncio.run(story())


def test_streams_end_when_the_server_stops_and_leave_nothing(database_url: str) -> None:
    async def story() -> None:
        async with listening(database_url) as (changes, _):
            streams = [asyncio.create_task(collect(changes.subscribe(GARDEN))) for _ in range(50)]
            await asyncio.sleep(0)
            await changes.stop()
            assert await asyncio.gather(*streams) == [[]] * 50
            assert not changes._streams

    asyncio.run(story())


async def collect(stream: AsyncIterator[Change]) -> list[Change]:
    return [change async for change in stream]
