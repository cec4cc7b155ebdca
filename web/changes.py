"""What changed: one LISTEN connection a process tells everybody who waits for a read model, and every open page of a project."""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog
from psycopg import AsyncConnection, OperationalError

from projections.base import ReadModel
from projections.registry import every

LOOK = 5.0
"""A connection can die in silence: after so many quiet seconds the positions are read from the table."""

log = structlog.get_logger("changes")


@dataclass(frozen=True, slots=True)
class Change:
    """Names of read models that changed for a project, never what is in them; `position` is what a reader gives back as `since`."""

    position: int
    names: frozenset[str]


class Changes:
    """Start it once per process, in the event loop that uses it."""

    def __init__(self, read_models: Sequence[ReadModel] | None = None) -> None:
        self.positions: dict[str, int] = {}
        self.ready: set[str] = set()
        self._models = {model.home: model.name for model in (every() if read_models is None else read_models)}
        self._waiting: set[_Waiting] = set()
        self._streams: defaultdict[UUID, set[_Stream]] = defaultdict(set)
        self._last: dict[UUID, dict[str, int]] = {}
        self._known_from = 0
        self._task: asyncio.Task[None] | None = None

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._models.values())

    async def start(self, conninfo: str) -> None:
        """Never fails: while the database is away it keeps trying."""
        first = asyncio.Event()
        self._task = asyncio.create_task(self._listen(conninfo, first))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(first.wait(), 5.0)

    async def stop(self) -> None:
        """Ends every stream first, since an open one holds the server's shutdown."""
        for stream in [one for streams in self._streams.values() for one in streams]:
            stream.end()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def wait(self, names: Iterable[str], position: int, timeout: float = 1.0) -> bool:
        """Whether all these read models have this position, after at most `timeout` seconds."""
        waiting = _Waiting(frozenset(names), position)
        if waiting.settle(self.positions):
            return True
        self._waiting.add(waiting)
        try:
            await asyncio.wait_for(waiting.future, timeout)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiting)
        return True

    async def subscribe(self, project: UUID, since: int | None = None) -> AsyncIterator[Change]:
        """Every change of a project from now on, or from a position that was seen. Slow readers get what they missed as one change."""
        stream = _Stream()
        self._streams[project].add(stream)
        if since is not None:
            stream.tell(max(self.positions.values(), default=0), self._changed(project, since))
        try:
            async for change in stream:
                yield change
        finally:
            self._streams[project].discard(stream)
            if not self._streams[project]:
                del self._streams[project]

    def _changed(self, project: UUID, since: int) -> frozenset[str]:
        if since < self._known_from:
            return self.names
        return frozenset(name for name, position in self._last.get(project, {}).items() if position > since)

    async def _listen(self, conninfo: str, first: asyncio.Event) -> None:
        delay = 0.1
        while True:
            try:
                async with await AsyncConnection.connect(conninfo, autocommit=True, application_name="pleth changes") as db:
                    await db.execute("listen changes")
                    await self._look(db)
                    self._look_again()
                    first.set()
                    delay = 0.1
                    while True:
                        async for notify in db.notifies(timeout=LOOK):
                            self._heard(notify.payload)
                        await self._look(db)
            except OperationalError as gone:
                log.warning("changes not heard", reason=str(gone).splitlines()[0], retry_in=delay)
                await asyncio.sleep(delay)
                delay = min(delay * 2, 2.0)

    async def _look(self, db: AsyncConnection[tuple[object, ...]]) -> None:
        rows = await (await db.execute("select name || '_v' || version, position, ready_at is not null from read_models")).fetchall()
        for home, position, ready in rows:
            self._reached([str(home)], int(str(position)), is_ready=bool(ready))

    def _look_again(self) -> None:
        """After a silence nobody knows what was missed: every page looks at everything."""
        self._known_from = max(self.positions.values(), default=0)
        self._last.clear()
        for stream in [one for streams in self._streams.values() for one in streams]:
            stream.tell(self._known_from, self.names)

    def _heard(self, payload: str) -> None:
        word = json.loads(payload)
        names = self._reached(word["read_models"], word["position"], is_ready=word["is_head"])
        if word["projects"] is None:
            self._look_again()
            return
        for project in map(UUID, word["projects"]) if names else ():
            self._last.setdefault(project, {}).update(dict.fromkeys(names, word["position"]))
            for stream in self._streams.get(project, ()):
                stream.tell(word["position"], names)

    def _reached(self, homes: Iterable[str], position: int, *, is_ready: bool) -> frozenset[str]:
        """Note a position; the answer is which of our versions it is about (older code may run beside us)."""
        names = frozenset(self._models[home] for home in homes if home in self._models)
        for name in names:
            self.positions[name] = max(position, self.positions.get(name, 0))
        self.ready |= names if is_ready else frozenset()
        for waiting in list(self._waiting) if names else ():
            waiting.settle(self.positions)
        return names


class _Waiting:
    """Somebody who waits until read models have reached a position."""

    def __init__(self, names: frozenset[str], position: int) -> None:
        self.names, self.position = names, position
        self.future: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def settle(self, positions: dict[str, int]) -> bool:
        reached = all(positions.get(name, 0) >= self.position for name in self.names)
        if reached and not self.future.done():
            self.future.set_result(None)
        return reached


class _Stream:
    """One open page. It holds the names that it has not fetched yet, however many changes there were: its memory is bounded."""

    __slots__ = ("_ended", "_names", "_position", "_wake")

    def __init__(self) -> None:
        self._names: frozenset[str] = frozenset()
        self._position = 0
        self._wake: asyncio.Future[None] | None = None
        self._ended = False

    def tell(self, position: int, names: frozenset[str]) -> None:
        if names:
            self._names |= names
            self._position = max(self._position, position)
            self._rouse()

    def end(self) -> None:
        self._ended = True
        self._rouse()

    def _rouse(self) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)

    def __aiter__(self) -> "_Stream":
        return self

    async def __anext__(self) -> Change:
        while not self._names:
            if self._ended:
                raise StopAsyncIteration
            self._wake = asyncio.get_running_loop().create_future()
            await self._wake
        change, self._names = Change(self._position, self._names), frozenset()
        return change
