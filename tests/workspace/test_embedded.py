"""The embedded PostgreSQL: one owner, others join, nothing stays behind."""

import os
import signal
import threading
from pathlib import Path

import psycopg
import pytest

from workspace import embedded
from workspace.config import Settings
from workspace.embedded import AlreadyServing, database, opened, say_address


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A folder of this module's own, too deep for the path of a socket, with its PostgreSQL (if not told to use another)."""
    folder = tmp_path_factory.mktemp("embedded") / ("deep" * 20)
    return Settings(data=folder, secret=b"-")


def test_every_test_has_a_fresh_migrated_database(database_url: str) -> None:
    with psycopg.connect(database_url) as db:
        assert db.execute("select count(*) from _yoyo_migration").fetchone() != (0,)


def test_what_was_written_is_there_at_the_next_start(settings: Settings) -> None:
    with database(settings) as url, psycopg.connect(url) as db:
        db.execute("create table kept as select 7 as it")
    with database(settings) as url, psycopg.connect(url) as db:
        assert db.execute("select it from kept").fetchone() == (7,)


def test_nothing_listens_on_the_network_and_nothing_runs_afterwards(settings: Settings) -> None:
    with database(settings) as url, psycopg.connect(url) as db:
        assert db.execute("show listen_addresses").fetchone() == ("",)
        row = db.execute("select pg_postmaster_start_time(), pg_backend_pid()").fetchone()
    assert row is not None
    assert settings.data is not None
    assert not (settings.data / "postgres" / "postmaster.pid").exists()
    assert not Path(f"/proc/{row[1]}").exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_short_command_joins_and_its_owner_waits_for_it(settings: Settings) -> None:
    owner_ended = threading.Event()
    owner = opened(settings)
    url = owner.__enter__().url
    with database(settings) as joined, psycopg.connect(joined) as db:
        assert joined == url

        def end() -> None:
            owner.__exit__(None, None, None)
            owner_ended.set()

        ending = threading.Thread(target=end)
        ending.start()
        assert not owner_ended.wait(0.3)
        assert db.execute("select 1").fetchone() == (1,)
    ending.join()
    assert owner_ended.is_set()


def test_two_servers_on_one_folder_are_refused_with_the_address_of_the_first(settings: Settings) -> None:
    with opened(settings, serving=True):
        say_address(settings, "http://127.0.0.1:4321")
        with pytest.raises(AlreadyServing) as refused, opened(settings, serving=True):
            pass
    assert "http://127.0.0.1:4321" in str(refused.value)
    assert settings.data is not None
    assert embedded.address(settings.data) is None


def test_a_server_that_was_killed_is_started_again_by_its_owner(settings: Settings) -> None:
    with opened(settings) as found:
        assert not found.revive()
        with psycopg.connect(found.url) as db:
            db.execute("select pg_sleep(0)")
            assert settings.data is not None
            postmaster = int((settings.data / "postgres" / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGKILL)
        while not found.revive():
            pass
        with psycopg.connect(found.url) as db:
            assert db.execute("select 1").fetchone() == (1,)
