"""Open pages: what two thousand that only listen cost one web process, and how soon the last of them hears of a change."""

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from uuid import UUID

from workers.projector import bring_to_head
from workspace import ideas
from workspace.application import Workspace
from workspace.config import ROOT, Settings
from workspace.serving import bind

from .ground import Group, fresh
from .visible import following

CLIENTS, AT_ONCE = 2000, 50
SERVE = "import sys; from web.server import run; from workspace.config import Settings; run(Settings.from_env(), int(sys.argv[1]))"


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    with fresh(settings) as workspace:
        group = Group(workspace)
        group.live()
        bring_to_head(workspace)
        found = []
        for _ in range(rounds):
            with following(workspace.settings), serving(workspace.settings) as ([pid], port):
                found.append(asyncio.run(_round(workspace, group, pid, port)))
    return {"clients": float(CLIENTS), "mb": median(mb for mb, _ in found), "last_ms": median(last for _, last in found)}


@contextmanager
def serving(settings: Settings, processes: int = 1) -> Iterator[tuple[list[int], int]]:
    """Web processes on one free port: their process ids and the port."""
    listening = bind(replace(settings, port=0))
    settings = replace(settings, port=listening.getsockname()[1])
    words = [sys.executable, "-c", SERVE, str(listening.fileno())]
    started = [subprocess.Popen(words, cwd=ROOT, env=settings.to_env(), pass_fds=[listening.fileno()]) for _ in range(processes)]
    try:
        _until_it_answers(settings.port)
        yield [process.pid for process in started], settings.port
    finally:
        for process in started:
            process.kill()
            process.wait()
        listening.close()


def _until_it_answers(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as asking:
        asking.sendall(b"GET /health/live HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        if b" 200 " not in asking.recv(4096):
            raise RuntimeError("the web process does not answer")


async def _round(workspace: Workspace, group: Group, pid: int, port: int) -> tuple[float, float]:
    """The first few open pages warm the process up; the memory of the others is counted."""
    warm = [await _open(port, group.project) for _ in range(AT_ONCE)]
    before = memory(pid)
    pages = []
    for _ in range(CLIENTS // AT_ONCE):
        pages += await asyncio.gather(*[_open(port, group.project) for _ in range(AT_ONCE)])
    await asyncio.sleep(1)
    added = memory(pid) - before
    told = [asyncio.create_task(_hear(reader)) for reader, _ in pages]
    started = time.perf_counter()
    await asyncio.to_thread(ideas.post, workspace, group.act(1), "A bench by the stop")
    last = max(await asyncio.wait_for(asyncio.gather(*told), 30)) - started
    for _, writer in warm + pages:
        writer.close()
    return added, last * 1000


async def _open(port: int, project: UUID) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /en/changes/{project} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise RuntimeError(head.decode())
    await reader.readuntil(b"retry: ")
    return reader, writer


async def _hear(reader: asyncio.StreamReader) -> float:
    await reader.readuntil(b"event: board")
    return time.perf_counter()


def memory(pid: int) -> float:
    """What a process holds, in MB; pages shared with others are counted in part."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
