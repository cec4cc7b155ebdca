"""Keeps a whole server running: the database, web children that share one socket, one worker child. Started again when they die, stopped together.

Every child gets SIGTERM when this process dies, however it dies. Children are started from the main thread: the signal follows the thread.
"""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from types import FrameType

import structlog

from .config import ROOT, Settings, languages_wanted
from .embedded import Database, opened, say_address
from .languages import translator
from .migrating import migrate
from .postgres import CannotStart

log = structlog.get_logger()

GRACE = 2.5  # seconds that a child has to stop
STARTING = 60.0  # seconds until pages must answer
Prepare = Callable[[Settings], None]


class PortTaken(CannotStart): ...


@dataclass(slots=True)
class Child:
    """One process of ours: `python -m workspace WORDS`."""

    words: list[str]
    sockets: tuple[int, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    again_at: float = field(default=0.0)

    def start(self, settings: Settings) -> None:
        with_parent = ["setpriv", "--pdeathsig", "TERM", "--"] if sys.platform == "linux" else []
        env = settings.to_env() | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
        self.started = time.monotonic()
        self.process = subprocess.Popen([*with_parent, sys.executable, "-m", "workspace", *self.words], pass_fds=self.sockets, env=env, start_new_session=True)

    def watch(self, settings: Settings) -> None:
        """Start it again if it died: at once the first time, then after a delay that grows to half a minute."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start(settings)
        elif self.process.poll() is not None:
            self.deaths = self.deaths + 1 if now - self.started < 60 else 1
            self.again_at = now + min(30.0, 0.25 * 2 ** (self.deaths - 1))
            log.warning("child died", child=self.words[0], pid=self.process.pid, exit=self.process.returncode, again_in=round(self.again_at - now, 2))
            self.process = None


def serve(settings: Settings, *, admit: Prepare = lambda _: None, prepare: Prepare = lambda _: None, web: bool = True, worker: bool = True) -> None:
    """Run until SIGTERM or Ctrl-C. On the migrated database, `admit` may refuse before anything starts, and `prepare` is done before
    the children start: while a story is told no clock may close its votes."""
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)  # also where a shell in the background had it ignored
    try:
        with ExitStack() as stack:
            database = stack.enter_context(opened(settings, serving=web and worker))
            settings = replace(settings, database_url=database.url)
            migrate(database.url)
            admit(settings)
            children = [Child(["worker", "--child"])] if worker else []
            if web:
                listening = stack.enter_context(bind(settings))
                settings = replace(settings, port=listening.getsockname()[1])
                children += [Child(["web", "--fd", str(listening.fileno())], (listening.fileno(),)) for _ in range(settings.web_processes)]
            stack.callback(stop, children)
            stack.callback(_deaf)  # a second Ctrl-C does not cut the stopping short
            _run(settings, database, children, prepare, web)
    except KeyboardInterrupt:
        log.info("stopped")


def bind(settings: Settings, patience: float = 5.0) -> socket.socket:
    """The listening socket. Patient, since the children of a server that was killed may still be letting go of it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    deadline = time.monotonic() + (patience if settings.port else 0)
    while True:
        listening = socket.socket(family)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((settings.host, settings.port))
        except OSError as refused:
            listening.close()
            if time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            say = translator(languages_wanted())
            raise PortTaken(
                say(
                    "Port {port} on {host} cannot be used: {reason}. Choose another with --port, or --port 0 for any that is free.",
                    port=str(settings.port),
                    host=settings.host,
                    reason=refused.strerror,
                )
            ) from None
        listening.listen(2048)
        return listening


def stop(children: list[Child]) -> None:
    """Ask all at once, wait a little, then insist."""
    running = [child.process for child in children if child.process is not None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + GRACE
    for process in running:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("child insisted upon", pid=process.pid)
            process.kill()
            process.wait()


def _run(settings: Settings, database: Database, children: list[Child], prepare: Prepare, web: bool) -> None:
    prepare(settings)
    for child in children:
        child.start(settings)
    ready_by, said = time.monotonic() + STARTING, not web
    while True:
        if database.revive():
            log.warning("database died and was started again")
        for child in children:
            child.watch(settings)
        if not said and (said := _is_ready(settings)):
            say_address(settings, settings.address)
            print(f"ready {replace(settings, url='').address}", flush=True)
        if not said and time.monotonic() > ready_by:
            raise CannotStart(f"pages did not answer within {STARTING:.0f} seconds; the log above says why")
        time.sleep(0.05 if not said else 0.2)


def _is_ready(settings: Settings) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.host, settings.host)
    asking = http.client.HTTPConnection(host, settings.port, timeout=5)
    try:
        asking.request("GET", "/health/ready")
        return asking.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _deaf() -> None:
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
