"""The two that are compared: Pleth with its web workers and its worker, and the baseline with as many web workers, on databases of one PostgreSQL."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any

import psycopg
from litestar.testing import TestClient
from psycopg.sql import SQL, Identifier

from tests.counting import statements
from tests.crowd import Crowd
from web.app import create_app
from workers.projector import Projector, bring_to_head
from workspace.application import Workspace
from workspace.config import ROOT, Settings
from workspace.embedded import database
from workspace.postgres import CannotStart
from workspace.serving import bind

from .loading import send
from .processor import parent, used
from .sse import SERVE

BASELINE = ROOT.parent / "shared" / "bench" / "baseline"
BASELINE_DATABASE = f"pleth_baseline_{secrets.token_hex(4)}"
PEOPLE = IDEAS = 1000
PROPOSALS = 200
"""That have fifty comments each, on both sides."""
CONNECTIONS, WORKERS = 16, 2
NO_ANSWER = "a process that was started for the measurement does not answer"


class Ours:
    name, answers = "pleth", {"list": 200, "detail": 200, "vote": 303}

    def __init__(self, stack: ExitStack, workspace: Workspace) -> None:
        self.stack, self.workspace, self.crowd, self.port = stack, workspace, Crowd(workspace, PEOPLE, IDEAS, PROPOSALS), 0
        self.pids: list[int] = []
        self.db = stack.enter_context(psycopg.connect(workspace.settings.database_url, autocommit=True))
        bring_to_head(workspace)
        self.db.execute("vacuum analyze")

    def statements(self, what: str) -> int:
        """Of one request to a web process that has answered before, and for a vote of the projector after it. Before `start`: nobody else must follow."""
        with TestClient(create_app(self.workspace.settings)) as client, Projector(self.workspace) as projector:
            first, second = self.crowd.requests(what, 2, "testserver.local")
            _follow(projector)
            client.request(**_parsed(first))
            _follow(projector)
            with statements() as sent:
                answer = client.request(**_parsed(second), follow_redirects=False)
                if what == "vote":
                    _follow(projector)
        _must_be({answer.status_code}, self.answers[what])
        return len(sent)

    def start(self) -> None:
        listening = self.stack.enter_context(bind(replace(self.workspace.settings, port=0)))
        self.port = listening.getsockname()[1]
        env = replace(self.workspace.settings, port=self.port).to_env()
        web = [sys.executable, "-c", SERVE, str(listening.fileno())]
        worker = [sys.executable, "-m", "workspace", "worker", "--child"]
        self.pids = [self.stack.enter_context(_running(words, env, listening.fileno())) for words in (*[web] * WORKERS, worker)]
        _until_it_answers(self.port, "/health/live")
        self._settle()

    def requests(self, what: str, count: int) -> list[bytes]:
        made = self.crowd.requests(what, count, f"127.0.0.1:{self.port}")
        self._settle()
        return made

    def send(self, what: str, requests: Sequence[bytes]) -> float:
        """Seconds until all of it is answered and can be read."""
        seconds, statuses = send(self.port, CONNECTIONS, requests)
        _must_be(statuses, self.answers[what])
        answered = time.perf_counter()
        self._settle()
        return seconds + time.perf_counter() - answered

    def used(self) -> float:
        return used(self.pids) + _of_postgres(self.db, but=BASELINE_DATABASE)

    def _settle(self) -> None:
        head = self.workspace.head()
        while (row := self.db.execute("select min(position) from read_models").fetchone()) and row[0] < head:
            time.sleep(0.005)


class Theirs:
    """What its README says, with everybody's vote on one proposal, as ours are in one decision."""

    name, answers = "baseline", {"list": 200, "detail": 200, "vote": 201}

    def __init__(self, stack: ExitStack, settings: Settings) -> None:
        if not (BASELINE / "app.py").exists():
            raise CannotStart(f"the baseline to compare with is not at {BASELINE}")
        self.stack, self.proposal = stack, 500
        self.url = stack.enter_context(_made(settings))
        self.db = stack.enter_context(psycopg.connect(self.url, autocommit=True))
        for statement in (BASELINE / "schema.sql").read_text().split(";\n"):
            if statement.strip():
                self.db.execute(statement.encode())

    def start(self) -> None:
        self.port = _free_port()
        words = [sys.executable, "-m", "granian", "--interface", "asgi", "--workers", str(WORKERS), "--loop", "uvloop", "--no-access-log"]
        env = {**os.environ, "DSN": self.url, "PYTHONPATH": str(BASELINE), "PYTHONDONTWRITEBYTECODE": "1"}
        self.pids = [self.stack.enter_context(_running([*words, "--port", str(self.port), "app:app"], env))]
        head = _until_it_answers(self.port, "/")
        self.csrf = head.partition("csrftoken=")[2].partition(";")[0]

    def requests(self, what: str, count: int) -> list[bytes]:
        self.proposal += what == "vote"
        made = {"list": lambda n: self._reading("/", n), "detail": lambda n: self._reading(f"/p/{(n - 1) % PROPOSALS + 1}", n), "vote": self._voting}[what]
        return [made(n) for n in range(1, count + 1)]

    def send(self, what: str, requests: Sequence[bytes]) -> float:
        seconds, statuses = send(self.port, CONNECTIONS, requests)
        _must_be(statuses, self.answers[what])
        return seconds

    def used(self) -> float:
        return used(self.pids) + _of_postgres(self.db, but="pleth_bench")

    def _reading(self, path: str, n: int) -> bytes:
        return f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: sid=tok{n}\r\naccept: text/html\r\naccept-encoding: gzip\r\n\r\n".encode()

    def _voting(self, n: int) -> bytes:
        body = json.dumps({"value": -1 if n % 3 == 2 else 1})
        head = [f"POST /p/{self.proposal}/vote HTTP/1.1", "host: 127.0.0.1", f"cookie: sid=tok{n}; csrftoken={self.csrf}", f"x-csrftoken: {self.csrf}"]
        return "\r\n".join([*head, "accept-encoding: gzip", "content-type: application/json", f"content-length: {len(body)}", "", body]).encode()


@contextmanager
def _running(words: Sequence[str], env: dict[str, str], *files: int) -> Iterator[int]:
    process = subprocess.Popen(words, cwd=ROOT, env=env, pass_fds=files, stdout=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def _made(settings: Settings) -> Iterator[str]:
    with database(settings) as url, psycopg.connect(url, autocommit=True) as db:
        db.execute(SQL("create database {}").format(Identifier(BASELINE_DATABASE)))
        address, _, words = url.partition("?")
        try:
            yield address.rpartition("/")[0] + f"/{BASELINE_DATABASE}" + (f"?{words}" if words else "")
        finally:
            db.execute(SQL("drop database if exists {} with (force)").format(Identifier(BASELINE_DATABASE)))


def _until_it_answers(port: int, path: str) -> str:
    """The head of its first answer."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as asking:
                asking.sendall(f"GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".encode())
                if " 200 " in (head := asking.recv(4096).decode(errors="replace")):
                    return head
        except ConnectionError:
            time.sleep(0.1)
    raise CannotStart(NO_ANSWER)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _follow(projector: Projector) -> None:
    while projector.step():
        pass


def _parsed(request: bytes) -> dict[str, Any]:
    head, _, body = request.decode().partition("\r\n\r\n")
    first, *headers = head.split("\r\n")
    method, path, _ = first.split(" ")
    return {"method": method, "url": path, "headers": dict(line.split(": ", 1) for line in headers), "content": body}


def _must_be(statuses: Collection[int], wanted: int) -> None:
    if set(statuses) != {wanted}:
        raise RuntimeError(f"answered with {statuses}, not with {wanted} alone")


def _of_postgres(db: psycopg.Connection[Any], *, but: str) -> float:
    """All of the server: backends and what runs behind them, without the other side's."""
    try:
        return used([parent(db.info.backend_pid)], but=but)
    except FileNotFoundError:
        raise CannotStart("processor time can only be measured where PostgreSQL runs on this machine") from None
