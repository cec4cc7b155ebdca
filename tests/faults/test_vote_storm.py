"""A storm of votes on a whole server, of which something is killed in the middle: what was answered stands, once, and who was not answered asks again."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from aggregates.counting import YES_OR_NO as CHOICES
from aggregates.decision import Decision
from aggregates.vote import Vote, vote_id
from tests.crowd import Crowd
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace.application import Workspace

from .test_serving import Running, processes_of

PEOPLE, PRESSES = 80, 64
DONE, AGAIN = 303, (0, 503)
"""0: no answer at all. A browser says so, and the same press of the button is sent again."""
PATIENCE = 45.0


class Storm:
    """Everybody votes and then changes their mind, each press until it is answered."""

    def __init__(self, crowd: Crowd, decision: UUID, host: str) -> None:
        self.crowd, self.decision, self.host = crowd, decision, host
        self.answers: Counter[int] = Counter()
        self.wrong: list[str] = []

    def choices(self, n: int) -> tuple[str, str]:
        return CHOICES[n % 3], CHOICES[(n + 1) % 3]

    async def rage(self, strike: Callable[[], None]) -> None:
        voters = [asyncio.create_task(self.vote(n)) for n in range(PEOPLE)]
        while self.answers[DONE] < PEOPLE // 2:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(strike)
        await asyncio.wait_for(asyncio.gather(*voters), PATIENCE)

    async def vote(self, n: int) -> None:
        await asyncio.sleep(n * 0.02)
        for saw, choice in enumerate(self.choices(n)):
            await self.press(self.crowd.vote(n, self.decision, self.host, choice, saw=saw))

    async def press(self, request: bytes) -> None:
        """The same request, with its command id, until it is known what came of it."""
        while True:
            status, page = await ask(self.host, request)
            self.answers[status] += 1
            if status not in AGAIN:
                if status != DONE:
                    self.wrong.append(f"{status} {page[-2000:]}")
                return
            await asyncio.sleep(0.1)


@pytest.fixture(scope="module")
def crowd(opened: Workspace) -> Crowd:
    return Crowd(opened, PEOPLE)


def web(folder: Path) -> int:
    return _child(folder, " web --fd")


def worker(folder: Path) -> int:
    return _child(folder, " worker --child")


def postgresql(folder: Path) -> int:
    return int((folder / "postgres" / "postmaster.pid").read_text().split()[0])


@pytest.mark.parametrize("victim", [web, worker, postgresql])
def test_votes_outlive_what_is_killed(served: Running, crowd: Crowd, folder: Path, victim: Callable[[Path], int]) -> None:
    decision, host = crowd.open(), _host(served)
    storm = Storm(crowd, decision, host)
    asyncio.run(storm.rage(lambda: os.kill(victim(folder), signal.SIGKILL)))
    print(dict(storm.answers))
    assert storm.wrong == []
    assert storm.answers[DONE] == 2 * PEOPLE
    for n, member in enumerate(crowd.members):
        events = [event for _, event in crowd.workspace.events_of([vote_id(decision, member)])]
        assert [(type(event), event.choice) for event in events] == list(zip((Vote.Cast, Vote.Changed), storm.choices(n), strict=True))
    asyncio.run(storm.press(crowd.form(0, f"decisions/{decision}/closure", host, closing="Everybody has voted", command=uuid4())))
    _must_be_counted(crowd, decision, storm)
    bring_to_head(crowd.workspace)
    assert check(crowd.workspace).differing == []


def test_of_sixty_four_first_votes_of_one_person_one_is_accepted(served: Running, crowd: Crowd) -> None:
    decision, host = crowd.open(), _host(served)

    async def all_at_once() -> list[tuple[int, str]]:
        return await asyncio.gather(*[ask(host, crowd.vote(1, decision, host, CHOICES[number % 3])) for number in range(PRESSES)])

    answers = asyncio.run(all_at_once())
    assert Counter(status for status, _ in answers) == {DONE: 1, 409: PRESSES - 1}
    [(_, cast)] = crowd.workspace.events_of([vote_id(decision, crowd.members[1])])
    assert cast.choice == CHOICES[[status for status, _ in answers].index(DONE) % 3]
    on_record = "On record for you: " + {"yes": "For", "no": "Against", "abstain": "Abstain"}[cast.choice]
    assert all(on_record in page for status, page in answers if status == 409)


async def ask(host: str, request: bytes) -> tuple[int, str]:
    """Status and body on a connection of its own; 0 where there was no answer."""
    name, port = host.split(":")
    head, _, body = request.partition(b"\r\n\r\n")
    try:
        reader, writer = await asyncio.open_connection(name, int(port))
        with closing(writer):
            writer.write(head + b"\r\nconnection: close\r\n\r\n" + body)
            answer = (await reader.read()).decode()
    except OSError:
        return 0, ""
    head_of_answer, whole, page = answer.partition("\r\n\r\n")
    return (int(head_of_answer.split()[1]), page) if whole else (0, "")


def _must_be_counted(crowd: Crowd, decision: UUID, storm: Storm) -> None:
    found = crowd.workspace.load(Decision, decision)
    votes = {member.hex: storm.choices(n)[1] for n, member in enumerate(crowd.members)}
    assert found.outcome is not None
    tally = {side: Counter(votes[member] for member, of in found.roll.items() if of == side) for side in set(found.roll.values())}
    assert {side: {choice: found.outcome["tally"][side][choice] for choice in CHOICES} for side in tally} == tally


def _host(served: Running) -> str:
    return served.address.removeprefix("http://")


def _child(folder: Path, words: str) -> int:
    return next(pid for pid, said in processes_of(folder).items() if words in said)
