"""The relay and the broker: nothing that is due is lost, whatever happens to the broker, and nothing is sent twice."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from uuid import UUID, uuid4

import psycopg
import pytest

from aggregates.base import NETWORK
from tests.workers.post_office import PostOffice
from workers import relay
from workers.broker import broker
from workers.run import posting
from workspace import sign_in, tokens
from workspace.application import Workspace


def ask(workspace: Workspace, count: int) -> None:
    for number in range(count):
        with workspace.pool.connection() as db:
            db.execute("delete from rate_limits")
        sign_in.ask(workspace, f"person{number}@pleth.example", tokens.token(), "en", "192.0.2.1")


@contextmanager
def working(workspace: Workspace, office: PostOffice) -> Iterator[None]:
    with posting(replace(workspace.settings, smtp_url=office.url), workspace.pool, threading.Event()):
        yield


def until(what: object, seconds: float = 20) -> None:
    assert callable(what)
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends, "waited too long"
        time.sleep(0.05)


def unsent(workspace: Workspace) -> int:
    with workspace.reading() as db:
        return relay.waiting(db)


def step(workspace: Workspace) -> list[UUID]:
    handed: list[UUID] = []
    with psycopg.connect(workspace.settings.database_url, autocommit=True) as db:
        relay.step(db, handed.append)
    return handed


def test_what_is_asked_for_is_sent_at_once(workspace: Workspace, office: PostOffice) -> None:
    with working(workspace, office):
        ask(workspace, 1)
        until(lambda: len(office.taken) == 1, 5)
    assert unsent(workspace) == 0


def test_what_was_written_while_nobody_worked_is_sent_when_somebody_does(workspace: Workspace, office: PostOffice) -> None:
    ask(workspace, 20)
    with working(workspace, office):
        until(lambda: len(office.taken) == 20)
    with working(workspace, office):
        time.sleep(0.5)
    assert len(office.taken) == len({to for to, _ in office.taken}) == 20


def test_a_row_is_handed_over_once_until_its_time_is_up_again(workspace: Workspace) -> None:
    ask(workspace, 3)
    assert len(step(workspace)) == 3
    assert step(workspace) == []
    with workspace.pool.connection() as db:
        db.execute("update outbox set next_at = next_at - interval '31 seconds'")
    assert len(step(workspace)) == 3


def test_a_wiped_broker_loses_nothing(workspace: Workspace, office: PostOffice) -> None:
    ask(workspace, 5)
    with closing(broker(workspace.settings)), workspace.pool.connection() as db:
        assert len(step(workspace)) == 5  # handed over, and then forgotten by the broker
        db.execute("truncate dramatiq.queue")
        db.execute("update outbox set next_at = next_at - interval '29 seconds'")
    with working(workspace, office):
        until(lambda: len(office.taken) == 5)
    assert unsent(workspace) == 0


def test_a_broker_that_refuses_gets_it_again(workspace: Workspace) -> None:
    ask(workspace, 3)
    taken: list[UUID] = []

    def refuse_the_second(row: UUID) -> None:
        if len(taken) == 1:
            raise ConnectionError
        taken.append(row)

    with psycopg.connect(workspace.settings.database_url, autocommit=True) as db, pytest.raises(ConnectionError):
        relay.step(db, refuse_the_second)
    with workspace.pool.connection() as db:
        db.execute("update outbox set next_at = next_at - interval '1 second'")
    assert len(taken) == 1
    assert set(step(workspace)).isdisjoint(taken)


def test_two_relays_never_hand_over_the_same_row(workspace: Workspace) -> None:
    ask(workspace, 30)
    handed: list[UUID] = []
    threads = [threading.Thread(target=lambda: handed.extend(step(workspace))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(handed) == len(set(handed)) == 30


def test_an_unknown_row_does_nothing(workspace: Workspace, office: PostOffice) -> None:
    with working(workspace, office), workspace.pool.connection() as db:
        asked = "insert into outbox (id, occasion, recipient, project, created_at) values (%s, 'sign in', %s, %s, clock_timestamp())"
        db.execute(asked, (uuid4(), uuid4(), NETWORK))
        until(lambda: unsent(workspace) == 0)
    assert office.taken == []
