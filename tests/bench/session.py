"""An evening in a full hall, `PLETH_BENCH_PHONES` phones (200): how soon a new block is on every one of them, and what an answer and a vote of each within
ten seconds cost, while two consoles and the big screen are open. Two web processes, one projector; the phones are HTTP clients beside them."""

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from statistics import median, quantiles

from aggregates.card import Card
from aggregates.vote import Vote
from tests.evening import Evening
from tests.gathering import Gathering
from tests.hall import Phone, Wall, let_in
from workers.projector import bring_to_head
from workspace import devices
from workspace.config import Settings

from .ground import fresh
from .sse import memory, serving
from .visible import following

PHONES, WITHIN, TWICE = int(os.environ.get("PLETH_BENCH_PHONES", "200")), 10.0, 5
"""All answer within so many seconds; every fifth presses twice."""


def run(settings: Settings, rounds: int = 3) -> dict[str, float]:
    found = []
    for _ in range(rounds):
        with fresh(settings) as workspace:
            gathering = Gathering(workspace)
            gathering.adopt_charter()
            evening = Evening(gathering, seats=PHONES + 20).open_doors()
            bring_to_head(workspace)
            with following(workspace.settings), serving(workspace.settings, 2) as (pids, port):
                found.append(asyncio.run(_evening(evening, pids, f"127.0.0.1:{port}")))
    return {"phones": float(PHONES)} | {name: median(one[name] for one in found) for name in found[0]} | _worst(found)


def _worst(found: list[dict[str, float]]) -> dict[str, float]:
    return {name: max(one[name] for one in found) for name in ("lost", "doubled")}


@dataclass
class Hall:
    """Everybody who is there. Times are in seconds."""

    evening: Evening
    host: str
    phones: list[Phone] = field(default_factory=list)
    walls: list[Wall] = field(default_factory=list)

    async def fill(self) -> list[float]:
        """Everybody comes by the code, four at a time, and is let in at once; the answer is how long each door took."""
        self.phones = [Phone(self.host) for _ in range(PHONES)]
        code, turns = await asyncio.to_thread(lambda: self.evening.code), asyncio.Semaphore(4)

        async def one(n: int) -> float:
            async with turns:
                started = time.perf_counter()
                await self.phones[n].come(code, f"Person {n}", ("citizen", "professional")[n % 2])
                return time.perf_counter() - started

        took = await asyncio.gather(*map(one, range(PHONES)))
        await asyncio.to_thread(let_in, self.evening, self.phones)
        await asyncio.gather(*[phone.look() for phone in self.phones])
        for phone in self.phones:
            phone.listen()
        return list(took)

    async def open_walls(self) -> None:
        base = f"/en/projects/{self.evening.gathering.project}/sessions/{self.evening.id}"
        workspace = self.evening.gathering.workspace
        for name, page in (("Mair", "console"), ("Mair", "console"), ("Mair", "screen")):
            with workspace.pool.connection() as db:
                cookie = devices.start(db, workspace.settings.secret, self.evening.gathering.accounts[name], "a laptop")
            wall = Wall(self.host, f"session={cookie}", f"{base}/{page}")
            await wall.look()
            wall.listen()
            self.walls.append(wall)

    async def go_to(self, block: int, step: str) -> list[float]:
        """Seconds from the move until each phone shows the new part."""
        return await self.all_show(lambda: self.evening.go_to(block, step))

    async def all_show(self, act: Callable[[], object]) -> list[float]:
        """Seconds from the act until each phone shows what came of it."""
        before = [phone.page for phone in self.phones]
        started = time.perf_counter()
        await asyncio.to_thread(act)
        until = time.perf_counter() + 60
        while any(phone.page == page for phone, page in zip(self.phones, before, strict=True)):
            if time.perf_counter() > until:
                raise TimeoutError("phones did not follow")
            await asyncio.sleep(0.02)
        return [phone.shown_at - started for phone in self.phones]

    async def everybody(self, do: Callable[[Phone, int], Awaitable[None]]) -> list[float]:
        """At a moment of their own within ten seconds; how long each waited for the answer."""
        chance = random.Random(1)

        async def one(phone: Phone, n: int, after: float) -> float:
            await asyncio.sleep(after)
            started = time.perf_counter()
            await do(phone, n)
            return time.perf_counter() - started

        return await asyncio.gather(*[one(phone, n, chance.uniform(0, WITHIN)) for n, phone in enumerate(self.phones)])

    async def leave(self) -> None:
        await asyncio.gather(*[browser.leave() for browser in (*self.phones, *self.walls)])


async def _evening(evening: Evening, pids: list[int], host: str) -> dict[str, float]:
    hall = Hall(evening, host)
    doors = await hall.fill()
    await hall.open_walls()
    moved = [*await hall.go_to(0, "write"), *await hall.go_to(0, "share"), *await hall.go_to(4, "talk"), *await hall.go_to(0, "write")]

    async def answer(phone: Phone, n: int) -> None:
        await _press(phone, n, *phone.form("/cards", text=f"Answer {n}: somebody who has time to listen, and a chair by the window."))

    answered = await hall.everybody(answer)
    moved += await hall.go_to(3, "decide")
    moved += await hall.all_show(evening.ask)

    async def vote(phone: Phone, n: int) -> None:
        await _press(phone, n, *phone.form("/votes", choice=("yes", "yes", "no")[n % 3]))

    voted = await hall.everybody(vote)
    moved += await hall.go_to(4, "talk")
    rss = sum(map(memory, pids))
    fetched = float(sum(wall.fetched for wall in hall.walls))
    await hall.leave()
    lost, doubled = await asyncio.to_thread(_counted, evening)
    took = {"door": doors, "block": moved, "answer": answered, "vote": voted}
    return {f"{name}_p95_ms": _p95(seconds) for name, seconds in took.items()} | {"lost": lost, "doubled": doubled, "rss_mb": rss, "fetches": fetched}


async def _press(phone: Phone, n: int, address: str, fields: dict[str, str]) -> None:
    answers = [await phone.press(address, fields) for _ in range(2 if n % TWICE == 0 else 1)]
    if any(answer.status != 303 for answer in answers):
        raise RuntimeError(f"{[answer.status for answer in answers]} {answers[0].text[-1500:]}")


def _counted(evening: Evening) -> tuple[float, float]:
    """How many of the answers and votes are not on record, and how many are more than once."""
    given = evening.events(Card.Put, Vote.Cast)
    times = Counter((type(event), event.by.member) for event in given)
    return 2.0 * PHONES - len(times), float(len(given) - len(times))


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[18] * 1000
