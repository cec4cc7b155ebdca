"""Appending when things go wrong, or come all at once: nothing is lost, nothing happens twice, nobody is told that it failed when it did not."""

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from threading import Event, Thread
from typing import Any
from uuid import UUID

import psycopg
import pytest

from aggregates.errors import Conflict
from aggregates.idea import Idea
from tests.given import act
from workspace import appending
from workspace.application import Receipt, Workspace
from workspace.config import Settings
from workspace.texts import write

ROUNDS = 100
Finish = Callable[[psycopg.Connection[Any]], None]


def post(workspace: Workspace) -> Receipt:
    by = act()
    words = write("Bws bach", by)
    return workspace.commit(Idea.post(by, words.reference), words=[words])


def count(workspace: Workspace, table: str) -> int:
    with workspace.reading() as db:
        [(found,)] = db.execute(f"select count(*) from {table}".encode()).fetchall()
    return int(found)


def cut(workspace: Workspace, db: psycopg.Connection[Any]) -> None:
    with workspace.reading() as other:
        other.execute("select pg_terminate_backend(%s, 5000)", (db.info.backend_pid,))


@contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """As long as this lasts nobody can commit."""
    with psycopg.connect(settings.database_url) as db:
        db.execute("lock table stored_events in exclusive mode")
        yield


def waiting(workspace: Workspace, saves: int) -> None:
    """Until somebody leads and so many wait behind."""
    appender: Any = workspace.appender
    deadline = time.monotonic() + 10
    while not (appender._is_led and len(appender._waiting) == saves):
        assert time.monotonic() < deadline
        time.sleep(0.005)


def commits(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, then: Finish = lambda _: None) -> list[int]:
    """The commits from now on. `then` happens after each one on the server, before anybody hears of it."""
    made: list[int] = []
    finish = workspace.appender._finish

    def counted(db: psycopg.Connection[Any]) -> None:
        finish(db)
        made.append(db.info.backend_pid)
        then(db)

    monkeypatch.setattr(workspace.appender, "_finish", counted)
    return made


def test_saves_that_come_together_share_a_commit(workspace: Workspace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    post(workspace)
    made = commits(workspace, monkeypatch)
    with ThreadPoolExecutor(21) as threads:
        with locked(settings):
            first = threads.submit(post, workspace)
            waiting(workspace, 0)
            others = [threads.submit(post, workspace) for _ in range(20)]
            waiting(workspace, 20)
        receipts = [future.result() for future in [first, *others]]
    assert len(made) == 2
    assert sorted(receipt.position for receipt in receipts) == list(range(2, 23))


def test_a_conflict_in_a_shared_commit_fails_only_its_own(workspace: Workspace, settings: Settings) -> None:
    stream = post(workspace).id
    quick, late = workspace.load(Idea, stream), workspace.load(Idea, stream)
    quick.support(act())
    workspace.commit(quick)
    late.support(act())
    with ThreadPoolExecutor(12) as threads:
        with locked(settings):
            before = [threads.submit(post, workspace)]
            waiting(workspace, 0)
            before += [threads.submit(post, workspace) for _ in range(5)]
            conflict: Future[Receipt] = threads.submit(workspace.commit, late)
            after = [threads.submit(post, workspace) for _ in range(5)]
            waiting(workspace, 11)
        assert all(not future.result().already for future in before + after)
        with pytest.raises(Conflict):
            conflict.result()
    assert count(workspace, "stored_events") == count(workspace, "commands") == 2 + 11


def test_whoever_is_stopped_while_leading_hands_over(workspace: Workspace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    finish, stopped = workspace.appender._finish, Event()

    def stop_once(db: psycopg.Connection[Any]) -> None:
        if not stopped.is_set():
            stopped.set()
            raise KeyboardInterrupt
        finish(db)

    monkeypatch.setattr(workspace.appender, "_finish", stop_once)
    with ThreadPoolExecutor(5) as threads:
        with locked(settings):
            leader = threads.submit(post, workspace)
            waiting(workspace, 0)
            others = [threads.submit(post, workspace) for _ in range(4)]
            waiting(workspace, 4)
        assert len({future.result().position for future in others}) == 4
        with pytest.raises(KeyboardInterrupt):
            leader.result()
    assert count(workspace, "texts") == 4


def test_a_connection_lost_before_the_commit_is_made_good(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    store = workspace.appender._store
    for moment in range(ROUNDS // 4):

        def store_once(db: psycopg.Connection[Any], batch: Any, moment: int = moment) -> list[int]:
            monkeypatch.setattr(workspace.appender, "_store", store)
            if moment % 2:
                store(db, batch)
            cut(workspace, db)
            return store(db, batch) if not moment % 2 else []

        monkeypatch.setattr(workspace.appender, "_store", store_once)
        receipt = post(workspace)
        assert workspace.load(Idea, receipt.id)
        assert not receipt.already
    assert count(workspace, "stored_events") == count(workspace, "texts") == count(workspace, "commands") == ROUNDS // 4


def test_a_commit_whose_answer_was_lost_is_found(workspace: Workspace, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes after the server has committed: what is in doubt is looked up, for each of those who shared the commit."""

    def lose(db: psycopg.Connection[Any]) -> None:
        cut(workspace, db)
        db.execute("select 1")

    commits(workspace, monkeypatch, lose)
    alone = [post(workspace) for _ in range(ROUNDS)]
    with ThreadPoolExecutor(8) as threads:
        with locked(settings):
            together = [threads.submit(post, workspace)]
            waiting(workspace, 0)
            together += [threads.submit(post, workspace) for _ in range(7)]
            waiting(workspace, 7)
        receipts = alone + [future.result() for future in together]
    assert not any(receipt.already for receipt in receipts)
    assert {receipt.id: receipt.position for receipt in receipts} == positions(workspace)
    assert count(workspace, "texts") == count(workspace, "commands") == ROUNDS + 8


def test_a_connection_cut_while_committing_loses_and_doubles_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can say on which side of the commit the cut falls; both must come out the same."""
    finish = workspace.appender._finish

    def race(db: psycopg.Connection[Any]) -> None:
        delay = random.random() * 0.003

        def wait_and_cut() -> None:
            time.sleep(delay)
            cut(workspace, db)

        cutter = Thread(target=wait_and_cut)
        monkeypatch.setattr(workspace.appender, "_finish", finish)
        cutter.start()
        try:
            finish(db)
        finally:
            cutter.join()

    receipts = []
    for _ in range(ROUNDS):
        monkeypatch.setattr(workspace.appender, "_finish", race)
        receipts.append(post(workspace))
    assert not any(receipt.already for receipt in receipts)
    assert {receipt.id: receipt.position for receipt in receipts} == positions(workspace)


def test_a_storm_with_cuts_loses_and_doubles_nothing(workspace: Workspace) -> None:
    over = Event()

    def cutting() -> None:
        while not over.wait(0.03):
            connection: Any = workspace.appender._connection
            if connection is not None and not connection.closed:
                cut(workspace, connection)

    cutter = Thread(target=cutting)
    cutter.start()
    try:
        with ThreadPoolExecutor(16) as threads:
            receipts = list(threads.map(lambda _: post(workspace), range(600)))
    finally:
        over.set()
        cutter.join()
    assert not any(receipt.already for receipt in receipts)
    assert {receipt.id: receipt.position for receipt in receipts} == positions(workspace)
    assert count(workspace, "texts") == count(workspace, "commands") == 600


def test_a_database_that_is_away_is_said_at_once_and_used_when_it_is_back(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appending, "PATIENCE", 0.2)
    post(workspace)
    connect = workspace.appender._connect

    def refuse() -> psycopg.Connection[Any]:
        raise psycopg.OperationalError("the database is away")

    monkeypatch.setattr(workspace.appender, "_connect", refuse)
    cut(workspace, workspace.appender._connection)  # type: ignore[arg-type]
    with pytest.raises(psycopg.OperationalError, match="away"):
        post(workspace)
    started = time.monotonic()
    with pytest.raises(psycopg.OperationalError, match="away"):
        post(workspace)
    assert time.monotonic() - started < 0.2
    monkeypatch.setattr(workspace.appender, "_connect", connect)
    assert post(workspace).position > 1
    assert count(workspace, "stored_events") == 2


def test_whoever_follows_the_store_misses_nothing(settings: Settings) -> None:
    """Sixteen writers in two workspaces, as in two processes, and one that reads what is new, again and again."""
    seen: list[int] = []
    over = Event()
    with ExitStack() as stack:
        one, other, reader = (stack.enter_context(closing(Workspace(settings))) for _ in range(3))

        def follow() -> None:
            while True:
                last_look = over.is_set()
                new = [each.id for each in reader.recorder.select_notifications(seen[-1] if seen else 0, 500, inclusive_of_start=False)]
                seen.extend(new)
                if last_look and not new:
                    return

        follower = Thread(target=follow)
        follower.start()
        with ThreadPoolExecutor(16) as threads:
            receipts = list(threads.map(lambda n: post(one if n % 2 else other), range(2000)))
        over.set()
        follower.join()
        assert seen == sorted(seen)
        assert seen == sorted(receipt.position for receipt in receipts) == sorted(positions(reader).values())


def test_a_storm_on_few_streams_keeps_every_promise(workspace: Workspace) -> None:
    """Everybody wants the same three ideas: who is told yes is in, who is told no is not, and no version is missing."""
    streams = [post(workspace).id for _ in range(3)]

    def support(n: int) -> tuple[UUID, UUID] | None:
        by = act(UUID(int=n))
        idea = workspace.load(Idea, streams[n % 3])
        idea.support(by)
        try:
            workspace.commit(idea)
        except Conflict:
            return None
        return idea.id, by.member

    with ThreadPoolExecutor(24) as threads:
        said = [answer for answer in threads.map(support, range(1, 601)) if answer]
    for stream in streams:
        assert sorted(workspace.load(Idea, stream).supporters) == sorted(member for idea, member in said if idea == stream)
    assert 3 + len(said) == count(workspace, "stored_events") == count(workspace, "commands")


def positions(workspace: Workspace) -> dict[UUID, int]:
    with workspace.reading() as db:
        return dict(db.execute("select originator_id, notification_id from stored_events").fetchall())
