"""A whole server: it says when it is ready, stops when it is told, dies without leaving anything behind, and comes back."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from workspace.config import ROOT, Settings
from workspace.serving import Child, PortTaken, bind

WORDS = [sys.executable, "-m", "workspace"]


class Running:
    """A server of its own process, ready."""

    def __init__(self, folder: Path, *words: str, command: str = "serve") -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PLETH_")} | {"PYTHONPATH": str(ROOT)}
        all_words = [*WORDS, command, "--data", str(folder), "--port", "0", *words]
        with (folder.parent / f"{folder.name}.log").open("ab") as log:
            self.process = subprocess.Popen(all_words, stdout=subprocess.PIPE, stderr=log, env=env, text=True, start_new_session=True)
        assert self.process.stdout is not None
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line.strip())
            if line.startswith("ready "):
                break
        else:
            self.process.stdout.close()
            pytest.fail(f"it ended before it was ready, with {self.process.wait()}: {(folder.parent / f'{folder.name}.log').read_text()[-2000:]}")
        self.address = self.said[-1].removeprefix("ready ")

    def live(self) -> int:
        with urllib.request.urlopen(self.address + "/health/live", timeout=10) as answer:
            return int(answer.status)

    def end(self, how: signal.Signals = signal.SIGTERM) -> float:
        """The seconds it took."""
        started = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(60)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return time.monotonic() - started


@contextmanager
def running(folder: Path, *words: str, command: str = "serve") -> Iterator[Running]:
    server = Running(folder, *words, command=command)
    try:
        yield server
    finally:
        server.end()


def processes_of(folder: Path) -> dict[int, str]:
    """Living processes that name the folder, or that a server of it started: pid -> words."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            environ = (entry / "environ").read_bytes()
            state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
        except (OSError, ValueError):
            continue
        ours = str(folder) in words or f"PLETH_DATA={folder}".encode() in environ or ("postgres" in words and str(folder) in _cwd(entry))
        if entry.name.isdigit() and state != "Z" and ours:
            found[int(entry.name)] = words
    return found


def _cwd(entry: Path) -> str:
    try:
        return str((entry / "cwd").readlink())
    except OSError:
        return ""


def gone(folder: Path, within: float = 15.0) -> dict[int, str]:
    deadline = time.monotonic() + within
    while (left := processes_of(folder)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def database_of(folder: Path) -> str:
    return f"postgresql://pleth@/pleth?host={folder}/sockets"


def test_an_empty_server_gives_the_first_link_and_stops_within_five_seconds(folder: Path) -> None:
    with running(folder) as server:
        assert any(re.search(r"https?://\S+/join/\S+", line) for line in server.said[:-1])
        assert server.live() == 200
        assert server.end() < 5
        assert server.process.returncode == 0
    assert gone(folder, 0.5) == {}


def test_ctrl_c_stops_it_too(folder: Path) -> None:
    with running(folder) as server:
        assert server.end(signal.SIGINT) < 5
    assert gone(folder, 0.5) == {}


def test_what_is_killed_leaves_nothing_behind_and_comes_back_with_everything(folder: Path) -> None:
    with running(folder) as server:
        with psycopg.connect(database_of(folder)) as db:
            db.execute("insert into accounts (id, email) values (gen_random_uuid(), 'beti@example.cymru')")
        server.end(signal.SIGKILL)
        with running(folder) as again:  # at once: the old PostgreSQL may still be stopping
            assert again.live() == 200
            with psycopg.connect(database_of(folder)) as db:
                assert db.execute("select count(*) from accounts where email = 'beti@example.cymru'").fetchone() == (1,)
            again.end(signal.SIGKILL)
    assert gone(folder) == {}


def test_children_that_are_killed_are_started_again(folder: Path) -> None:
    with running(folder) as server:
        before = {pid: words for pid, words in processes_of(folder).items() if " web --fd" in words or " worker --child" in words}
        assert len(before) == 3
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not _is_live(server):
            time.sleep(0.1)
        assert server.live() == 200
        while len(after := [pid for pid, words in processes_of(folder).items() if " web --fd" in words or " worker --child" in words]) < 3:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert not set(after) & set(before)


def test_postgresql_that_is_killed_is_started_again(folder: Path) -> None:
    with running(folder) as server:
        os.kill(int((folder / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        deadline = time.monotonic() + 30
        while not _is_ready(server):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_second_server_on_the_folder_is_refused_with_the_address_of_the_first(folder: Path) -> None:
    with running(folder) as server:
        second = subprocess.run([*WORDS, "serve", "--data", str(folder), "--port", "0"], capture_output=True, text=True, cwd=ROOT, timeout=30)
        assert second.returncode == 1
        assert server.address in second.stderr
        assert second.stderr.count("\n") == 1


def test_a_command_joins_a_running_server(folder: Path) -> None:
    with running(folder):
        checked = subprocess.run([*WORDS, "check", "--data", str(folder), "--json"], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert checked.returncode == 0
    assert "PostgreSQL" in checked.stdout


def test_a_taken_port_is_a_clear_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"Port {port} on 127.0.0.1 cannot be used: Address already in use"):
            bind(Settings(port=port), patience=0)


def test_a_demo_is_never_opened_over_real_work(folder: Path) -> None:
    refused = subprocess.run([*WORDS, "demo", "--data", str(folder), "--port", "0"], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert refused.returncode == 1
    assert "holds real work" in refused.stderr


def test_a_child_that_dies_again_and_again_waits_longer_each_time(settings: Settings) -> None:
    child = Child(["no-such-command"])
    delays = []
    for _ in range(3):
        child.start(settings)
        assert child.process is not None
        child.process.wait()
        child.watch(settings)
        delays.append(child.again_at - time.monotonic())
    assert delays == sorted(delays)
    assert delays[-1] > 0.9


def _is_live(server: Running) -> bool:
    try:
        return server.live() == 200
    except OSError:
        return False


def _is_ready(server: Running) -> bool:
    try:
        with urllib.request.urlopen(server.address + "/health/ready", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
