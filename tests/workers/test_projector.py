"""The projector: every event counts once in every read model, whatever is stopped, killed or wrong."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import psycopg
import pytest

from projections import registry
from projections.base import ReadModel
from tests.counting import statements
from workers import feeding
from workers.projector import Projector, bring_to_head, run
from workers.rebuilding import check, rebuild
from workspace.application import Workspace
from workspace.checking import check as examine
from workspace.health import report
from workspace.languages import translator

from .stones import CURSED, DIARY, FRAGILE, WALL, WALL_SCHEMA, Stone, act, ask, lay, reading, states

pytestmark = pytest.mark.usefixtures("stones")


@contextmanager
def projecting(workspace: Workspace) -> Iterator[threading.Event]:
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(workspace, stop))
    thread.start()
    try:
        yield stop
    finally:
        stop.set()
        thread.join(10)
        assert not thread.is_alive()


def until(true: Callable[[], Any], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not become true"
        time.sleep(0.01)


def test_everything_is_projected_and_ready(workspace: Workspace) -> None:
    for colour in ("red", "red", "blue"):
        lay(workspace, colour, moves=3)
    assert bring_to_head(workspace) == []
    assert ask(workspace, "select colour, stones from wall_colours order by colour") == [("blue", 1), ("red", 2)]
    assert ask(workspace, "select sum(moves) from wall_stones") == [(9,)]
    assert ask(workspace, "select count(*) from diary_entries") == [(12,)]
    assert states(workspace) == dict.fromkeys(("wall", "diary", "fragile"), (workspace.head(), "ready"))


def test_all_that_stand_together_are_fed_in_one_transaction(workspace: Workspace) -> None:
    lay(workspace, "red")
    with Projector(workspace) as projector:
        projector.step()
        lay(workspace, "blue", moves=2)
        with statements() as sent:
            projector.step()
    assert sent.count("COMMIT") == 1
    assert states(workspace) == dict.fromkeys(("wall", "diary", "fragile"), (workspace.head(), "ready"))


def test_an_empty_store_is_ready_at_once(workspace: Workspace) -> None:
    bring_to_head(workspace)
    assert states(workspace) == dict.fromkeys(("wall", "diary", "fragile"), (0, "ready"))


def test_a_running_projector_follows(workspace: Workspace) -> None:
    with projecting(workspace):
        for n in range(20):
            lay(workspace, f"colour {n}")
        until(lambda: states(workspace).get("wall") == (workspace.head(), "ready"))
    assert ask(workspace, "select count(*) from wall_stones") == [(20,)]


def test_it_goes_on_where_it_stopped(workspace: Workspace) -> None:
    for _ in range(3):
        lay(workspace, "red")
        bring_to_head(workspace)
    assert ask(workspace, "select stones from wall_colours") == [(3,)]


def test_two_projectors_one_leads_and_the_other_takes_over(workspace: Workspace) -> None:
    with Projector(workspace) as first, Projector(workspace) as second:
        first.step()
        second.step()
        assert (len(first.led), len(second.led)) == (3, 0)
        lay(workspace, "red")
        assert not second.step()
        assert first.step()
        first.db.close()
        lay(workspace, "red")
        second.lead()
        while second.step():
            pass
        assert len(second.led) == 3
    assert ask(workspace, "select stones from wall_colours") == [(2,)]


def test_two_projectors_in_a_storm_count_everything_once(workspace: Workspace) -> None:
    with projecting(workspace), projecting(workspace):
        writers = [threading.Thread(target=lambda: [lay(workspace, "red", moves=1) for _ in range(25)]) for _ in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        bring_to_head(workspace)
    assert ask(workspace, "select stones from wall_colours") == [(100,)]
    assert check(workspace).identical == 3


def test_a_short_command_waits_for_the_projector_that_leads(workspace: Workspace) -> None:
    with projecting(workspace):
        until(lambda: len(states(workspace)) == 3)
        lay(workspace, "red", moves=50)
        bring_to_head(workspace)
        assert ask(workspace, "select count(*) from diary_entries") == [(51,)]


def test_a_failing_handler_parks_its_read_model_alone_and_exactly_there(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)  # on a busy machine the time to try again comes soon
    CURSED.add("cursed")
    for colour in ("red", "blue", "cursed", "green"):
        lay(workspace, colour)
    assert bring_to_head(workspace) == ["fragile"]
    assert states(workspace) == {"wall": (4, "ready"), "diary": (4, "ready"), "fragile": (2, "parked")}
    assert ask(workspace, "select error, error_position, tries, retry_at is not null from read_models where state = 'parked'") == [
        ("ValueError: cannot hold cursed", 3, 1, True)
    ]
    assert ask(workspace, "select count(*) from fragile_stones") == [(2,)]


def test_a_parked_read_model_is_tried_again_later_and_later_until_it_works(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    CURSED.add("cursed")
    lay(workspace, "cursed")
    clock = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    with Projector(workspace) as projector:
        waits = []
        for _ in range(5):
            projector.step()
            (fragile,) = [led for led in projector.led if led.tries]
            waits.append(fragile.not_before - clock)
            clock = fragile.not_before
        assert waits == [1, 2, 4, 8, 16]
        CURSED.clear()
        projector.step()
        assert projector.parked == []
    assert states(workspace)["fragile"] == (1, "ready")
    assert ask(workspace, "select error, tries from read_models where name = 'fragile'") == [(None, 0)]


def test_an_event_that_cannot_be_decoded_parks_them_all_exactly_there(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 1000.0)  # on a busy machine the time to try again comes soon
    for colour in ("red", "blue", "green", "yellow"):
        lay(workspace, colour)
    with reading(workspace) as db:
        db.execute("update stored_events set topic = 'tests.workers.stones:Pebble.Lost' where notification_id = 3")
    assert bring_to_head(workspace) == ["diary", "fragile", "wall"]
    assert states(workspace) == dict.fromkeys(("wall", "diary", "fragile"), (2, "parked"))
    assert ask(workspace, "select stones from wall_colours") == [(1,), (1,)]
    for position, tries, error in ask(workspace, "select error_position, tries, error from read_models"):
        assert (position, tries) == (3, 1)
        assert "Unreadable" in error
        assert "Pebble" in error
    with reading(workspace) as db:
        assert report(db).parked == dict.fromkeys(("wall", "diary", "fragile"), 3)
    (told,) = [each for each in examine(workspace.settings, translator("en"), lambda _: nullcontext()) if each.name == "read models"]
    assert (told.state, "wall (3: " in told.says) == ("wrong", True)
    with pytest.raises(feeding.Unreadable):
        rebuild(workspace, ["wall"])
    assert ask(workspace, "select stones from wall_colours") == [(1,), (1,)]


def test_it_is_tried_again_and_nothing_was_skipped(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for colour in ("red", "blue"):
        lay(workspace, colour)
    clock = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    with Projector(workspace) as projector:
        with reading(workspace) as db:
            (topic,) = db.execute("select topic from stored_events where notification_id = 1").fetchone() or ("",)
            db.execute("update stored_events set topic = 'nowhere:Nothing' where notification_id = 1")
            for wait in (1, 2, 4):
                assert not projector.step()
                assert {led.not_before - clock for led in projector.led} == {wait}
                clock += wait
            db.execute("update stored_events set topic = %s where notification_id = 1", (topic,))
        while projector.step():
            pass
        assert projector.parked == []
    assert states(workspace) == dict.fromkeys(("wall", "diary", "fragile"), (2, "ready"))
    assert check(workspace).differing == []


def test_killed_transactions_leave_no_trace_and_no_gap(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection dies at every fourth read model that is fed: after the rows, before the commit."""
    handle, calls = feeding.handle, iter(range(10_000))

    def dying(rows: Any, *words: Any) -> None:
        handle(rows, *words)
        if next(calls) % 4 == 3:
            with reading(workspace) as other:
                other.execute("select pg_terminate_backend(%s)", (rows._db.info.backend_pid,))

    monkeypatch.setattr(feeding, "handle", dying)
    for _ in range(30):
        lay(workspace, "red", moves=1)
        for _ in range(20):
            try:
                bring_to_head(workspace)
                break
            except psycopg.OperationalError:
                continue
    monkeypatch.undo()
    bring_to_head(workspace)
    assert ask(workspace, "select stones from wall_colours") == [(30,)]
    assert check(workspace).differing == []


def test_a_run_survives_that_its_connections_are_cut(workspace: Workspace) -> None:
    with projecting(workspace):
        for _ in range(5):
            lay(workspace, "red")
            with reading(workspace) as db:
                db.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'pleth projector'")
        until(lambda: states(workspace).get("wall") == (5, "ready"))
    assert ask(workspace, "select stones from wall_colours") == [(5,)]


def test_a_new_version_is_filled_beside_the_old_one(workspace: Workspace) -> None:
    lay(workspace, "red", moves=2)
    bring_to_head(workspace)
    again = ReadModel("wall", 2, WALL_SCHEMA + "alter table wall_stones add note text not null default 'new';", WALL.handlers)
    registry.REBUILT[0] = again
    bring_to_head(workspace)
    assert ask(workspace, "select note, moves from wall_stones") == [("new", 1)]
    assert ask(workspace, "select count(*) from wall_v1.wall_stones") == [(1,)]
    rebuild(workspace, ["diary"])
    assert ask(workspace, "select to_regclass('wall_v1.wall_stones')") == [(None,)]
    assert ask(workspace, "select version from read_models where name = 'wall'") == [(2,)]


def test_an_old_version_that_is_still_led_is_not_dropped(workspace: Workspace) -> None:
    with Projector(workspace) as older:
        older.step()
        registry.REBUILT[0] = ReadModel("wall", 2, WALL_SCHEMA, WALL.handlers)
        older.led = [led for led in older.led if led.model is WALL]
        with reading(workspace) as db:
            older.db.execute("select pg_advisory_unlock(%s), pg_advisory_unlock(%s)", (DIARY.lock, FRAGILE.lock))
            rebuild(workspace, ["diary"])
            assert db.execute("select to_regclass('wall_v1.wall_stones') is not null").fetchone() == (True,)


def test_rebuilding_swaps_under_readers_and_a_running_projector(workspace: Workspace) -> None:
    for _ in range(20):
        lay(workspace, "red", moves=2)
    with projecting(workspace), reading(workspace) as reader:
        bring_to_head(workspace)
        reader.execute("begin")
        seen = reader.execute("select count(*) from wall_stones").fetchone()
        spoilt = "update wall_stones set moves = 77"
        with reading(workspace) as db:
            db.execute(spoilt)
        assert check(workspace).differing == ["wall_stones"]
        reader.execute("commit")
        done = threading.Thread(target=rebuild, args=(workspace, ["wall"]))
        done.start()
        while done.is_alive():
            lay(workspace, "blue")
            reader.execute("select count(*) from wall_stones", prepare=True)
        done.join()
        lay(workspace, "green")
        bring_to_head(workspace)
        assert seen == (20,)
        assert check(workspace).differing == []


def test_a_rebuild_that_fails_leaves_the_live_one_alone(workspace: Workspace) -> None:
    lay(workspace, "red")
    bring_to_head(workspace)
    CURSED.add("red")
    with pytest.raises(ValueError, match="cannot hold red"):
        rebuild(workspace, ["fragile"])
    CURSED.clear()
    assert check(workspace).differing == []
    assert rebuild(workspace) == ["wall", "diary", "fragile"]
    assert ask(workspace, "select nspname from pg_namespace where nspname ~ '_(beside|before|check)$'") == []


def test_check_counts_and_finds_a_flipped_value(workspace: Workspace) -> None:
    lay(workspace, "red", moves=4)
    stone = Stone(by=act(), colour="blue")
    stone.painted(by=act(), colour="green")
    workspace.commit(stone)
    found = check(workspace)
    assert (found.events, found.read_models, found.identical, found.differing) == (7, 3, 3, [])
    with reading(workspace) as db:
        db.execute("update diary_entries set event = 'Stone.Lost' where position = 3")
    assert (check(workspace).identical, check(workspace).differing) == (2, ["diary_entries"])


def test_a_check_reads_each_event_once_for_all_read_models(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(workspace, "red", moves=4)
    bring_to_head(workspace)
    read, decode = [], workspace.mapper.to_domain_event
    monkeypatch.setattr(workspace.mapper, "to_domain_event", lambda one: read.append(one.id) or decode(one))
    assert (check(workspace).identical, read) == (3, [1, 2, 3, 4, 5])


def test_kept_tables_are_derived_again_and_compared_but_never_rebuilt(workspace: Workspace) -> None:
    with reading(workspace) as db:
        db.execute("create table public.letters (position bigint primary key, colour text not null, sent_at timestamptz)")
    lay(workspace, "before it was born")
    schema = "create table letters_seen (colour text primary key)"
    registry.KEPT[:] = [ReadModel("letters", 1, schema, dict.fromkeys(FRAGILE.handlers, _letter), kept={"letters": ("position", "colour")})]
    bring_to_head(workspace)
    lay(workspace, "red")
    bring_to_head(workspace)
    with reading(workspace) as db:
        db.execute("update letters set sent_at = now()")
        assert db.execute("select position, colour from letters").fetchall() == [(2, "red")]
        assert check(workspace).differing == []
        rebuild(workspace, ["letters"])
        assert db.execute("select count(sent_at), (select count(*) from letters_seen) from letters").fetchone() == (1, 2)
        db.execute("delete from letters")
    assert check(workspace).differing == ["letters"]


def _letter(rows: Any, e: Any) -> None:
    rows.insert("letters_seen", colour=e.colour)
    rows.insert("letters", position=rows.position, colour=e.colour)
