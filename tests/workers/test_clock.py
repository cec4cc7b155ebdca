"""The clock: decisions close and are counted by the database's time, once, and people are reminded the day before."""

import threading
import time
from datetime import timedelta
from uuid import UUID, uuid4, uuid5

import pytest

from aggregates.decision import Decision
from tests.workers.evening import Evening, late
from workers import clock, rebuilding
from workers.projector import bring_to_head
from workspace import decisions
from workspace.application import Workspace, by_the_clock


@pytest.fixture
def evening(workspace: Workspace) -> Evening:
    bring_to_head(workspace)
    return Evening(workspace)


def soon(evening: Evening) -> UUID:
    """A decision that closes in a moment, and has."""
    decision = evening.adoption(timedelta(seconds=1))
    for name in ("Eira", "Tomos", "Amina", "Rhys"):
        evening.vote(decision, name)
    bring_to_head(evening.workspace)
    return decision


def rows(workspace: Workspace, occasion: str) -> set[UUID]:
    with workspace.reading() as db:
        return {row[0] for row in db.execute("select recipient from outbox where occasion = %s", (occasion,)).fetchall()}


def test_a_decision_closes_and_is_counted_when_its_time_has_come(workspace: Workspace, evening: Evening) -> None:
    decision = soon(evening)
    clock.tick(workspace)
    assert not workspace.load(Decision, decision).is_closed or workspace.now() > workspace.load(Decision, decision).closes_at
    time.sleep(1)
    clock.tick(workspace)
    assert workspace.load(Decision, decision).result == "agreed"
    before = workspace.head()
    clock.tick(workspace)
    assert workspace.head() == before


def test_what_was_closed_and_not_counted_is_counted(workspace: Workspace, evening: Evening) -> None:
    decision = soon(evening)
    time.sleep(1)
    found = workspace.load(Decision, decision)
    found.close(by_the_clock(workspace, found.project, uuid5(decision, "close")), None)
    workspace.commit(found)
    bring_to_head(workspace)
    clock.tick(workspace)
    assert workspace.load(Decision, decision).result == "agreed"
    bring_to_head(workspace)
    with workspace.reading() as db:
        assert db.execute("select count(*) from deadlines").fetchone() == (0,)
        assert db.execute("select count(*) from deadlines_silent").fetchone() == (0,)


def test_who_has_not_voted_is_reminded_once_the_day_before(workspace: Workspace, evening: Evening) -> None:
    decision = evening.adoption(timedelta(days=3))
    evening.vote(decision, "Eira")
    evening.vote(decision, "Tomos")
    decisions.withdraw_vote(workspace, evening.act("Tomos"), decision, 1)
    bring_to_head(workspace)
    clock.tick(workspace)
    assert rows(workspace, "closes tomorrow") == set()
    late(workspace, decision, timedelta(days=2, hours=1))
    clock.tick(workspace)
    assert rows(workspace, "closes tomorrow") == {evening.member(name) for name in ("Tomos", "Amina", "Rhys")}
    clock.tick(workspace)
    with workspace.reading() as db:
        assert db.execute("select count(*) from outbox where occasion = 'closes tomorrow'").fetchone() == (3,)


def test_a_vote_of_one_day_needs_no_reminder(workspace: Workspace, evening: Evening) -> None:
    evening.adoption(timedelta(days=1))
    bring_to_head(workspace)
    clock.tick(workspace)
    assert rows(workspace, "closes tomorrow") == set()


def test_one_decision_that_fails_does_not_hold_up_the_others(workspace: Workspace, evening: Evening) -> None:
    decision = soon(evening)
    time.sleep(1)
    with workspace.pool.connection() as db:
        db.execute(
            "insert into deadlines (decision, project, position, question, closes_at, method) values (gen_random_uuid(), %s, 1, '{}', '2020-01-01', 'dual')",
            (evening.project,),
        )
    clock.tick(workspace)
    assert workspace.load(Decision, decision).result == "agreed"


def test_one_clock_ticks_and_another_takes_over(workspace: Workspace, evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: list[str] = []
    monkeypatch.setattr(clock, "TICK", 0.05)
    monkeypatch.setattr(clock, "tick", lambda _: ticks.append(threading.current_thread().name))
    stops = {name: threading.Event() for name in ("one", "two")}
    threads = {name: threading.Thread(target=clock.run, args=(workspace, stop), name=name) for name, stop in stops.items()}
    for thread in threads.values():
        thread.start()
    time.sleep(1)
    (first,) = set(ticks)
    stops[first].set()
    threads[first].join(5)
    ticks.clear()
    time.sleep(1.5)
    assert set(ticks) == {"one", "two"} - {first}
    for name, stop in stops.items():
        stop.set()
        threads[name].join(5)


def test_rebuilt_equals_live_with_what_the_clock_and_people_asked_for(workspace: Workspace, evening: Evening) -> None:
    decision = evening.adoption(timedelta(days=3))
    bring_to_head(workspace)
    with workspace.pool.connection() as db:
        asked = "insert into outbox (id, occasion, recipient, project, created_at) values (%s, 'sign in', %s, %s, now())"
        db.execute(asked, (uuid4(), uuid4(), evening.project))
    decisions.close(workspace, evening.act("Mair"), decision, "Digon")
    found = rebuilding.check(workspace, ["outbox", "deadlines"])
    assert found.identical == found.read_models == 2, found.differing
