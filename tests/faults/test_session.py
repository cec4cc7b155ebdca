"""A session on a whole server, with phones over HTTP: the network goes during a vote, and processes are killed in the middle. Nothing that was typed is
lost, nothing is counted twice, and the session goes on where it was."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

import pytest
from psycopg import OperationalError
from psycopg_pool import PoolTimeout

from aggregates.card import Card
from aggregates.decision import Decision
from aggregates.vote import Vote
from tests.evening import Evening
from tests.gathering import Gathering
from tests.hall import Phone, let_in
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import decisions
from workspace.application import Workspace

from .test_serving import Running
from .test_vote_storm import postgresql, web, worker

PEOPLE, AWAY = 12, 30.0
CHOICES = ("yes", "no", "abstain")


@pytest.fixture(scope="module")
def gathering(opened: Workspace) -> Gathering:
    gathering = Gathering(opened)
    gathering.adopt_charter()
    return gathering


@pytest.fixture
def evening(gathering: Gathering) -> Evening:
    return Evening(gathering).open_doors()


def in_the_hall(served: Running, evening: Evening, goes: Callable[[list[Phone]], Awaitable[None]]) -> None:
    """Everybody has come, was let in and listens."""

    async def whole() -> None:
        phones = [Phone(served.address.removeprefix("http://")) for _ in range(PEOPLE)]
        code = evening.code
        while (await phones[0].get(f"/en/s/{code}")).status != 200:
            await asyncio.sleep(0.1)  # the projector has not seen the evening yet
        for n, phone in enumerate(phones):
            await phone.come(code, f"Person {n}", ("citizen", "professional")[n % 2])
        await asyncio.to_thread(let_in, evening, phones)
        await asyncio.gather(*[phone.look() for phone in phones])
        for phone in phones:
            phone.listen()
        try:
            await asyncio.wait_for(goes(phones), 120)
        finally:
            await asyncio.gather(*[phone.leave() for phone in phones])
            await asyncio.sleep(0)  # connections that were closed are let go of

    asyncio.run(whole())


def ask(evening: Evening) -> UUID:
    evening.go_to(3, "decide")
    return evening.ask()


def test_half_a_minute_without_a_network_loses_and_doubles_nothing(served: Running, evening: Evening) -> None:
    async def goes(phones: list[Phone]) -> None:
        decision = await asyncio.to_thread(ask, evening)
        await asyncio.gather(*[phone.until("/votes") for phone in phones])
        pressed = [asyncio.create_task(phone.press(*phone.form("/votes", choice=CHOICES[n % 3]))) for n, phone in enumerate(phones)]
        await asyncio.sleep(0.01)  # some were answered, some are on their way, some have not left
        for phone in phones:
            phone.lose_network()
        await asyncio.to_thread(evening.go_to, 4, "talk")
        await asyncio.sleep(AWAY)
        for phone in phones:
            phone.is_online = True
        answers = await asyncio.gather(*pressed)
        assert [answer.status for answer in answers] == [303] * PEOPLE
        await asyncio.to_thread(counted, evening, decision)

    in_the_hall(served, evening, goes)


@pytest.mark.parametrize("victim", [web, worker, postgresql])
def test_what_is_killed_in_the_middle_of_a_vote_comes_back_where_it_was(served: Running, evening: Evening, folder: Path, victim: Callable[[Path], int]) -> None:
    async def goes(phones: list[Phone]) -> None:
        decision = await asyncio.to_thread(ask, evening)
        await asyncio.gather(*[phone.until("/votes") for phone in phones])
        pressed = [asyncio.create_task(phone.press(*phone.form("/votes", choice=CHOICES[n % 3]))) for n, phone in enumerate(phones)]
        await asyncio.sleep(0.01)
        await asyncio.to_thread(os.kill, victim(folder), signal.SIGKILL)
        answers = await asyncio.gather(*pressed)
        assert [answer.status for answer in answers] == [303] * PEOPLE
        await asyncio.to_thread(counted, evening, decision)
        await asyncio.to_thread(again, lambda: evening.go_to(0, "write"))
        await asyncio.gather(*[phone.until("/cards") for phone in phones])
        put = await asyncio.gather(*[phone.press(*phone.form("/cards", text=f"Somebody who listens, {n}")) for n, phone in enumerate(phones)])
        assert [answer.status for answer in put] == [303] * PEOPLE

    in_the_hall(served, evening, goes)
    assert [event.by.session for event in evening.events(Card.Put)] == [evening.id] * PEOPLE
    bring_to_head(evening.gathering.workspace)
    assert check(evening.gathering.workspace).differing == []


def counted(evening: Evening, decision: UUID) -> None:
    """Each has one ballot, and the count is the sum of what was pressed."""
    votes = evening.events(Vote.Cast)
    assert Counter(event.by.member for event in votes).most_common(1)[0][1] == 1
    assert Counter(event.choice for event in votes) == Counter(CHOICES[n % 3] for n in range(PEOPLE))
    again(lambda: decisions.close(evening.gathering.workspace, evening.act("Mair"), decision, "Everybody has voted"))
    found = evening.gathering.workspace.load(Decision, decision)
    assert found.outcome is not None
    assert sum(found.outcome["tally"][side][choice] for side in ("citizen", "professional") for choice in CHOICES) == PEOPLE


def again(do: Callable[[], object]) -> None:
    """What a person does after a page that says so: once more, until the database is back."""
    until = time.monotonic() + 30
    while True:
        try:
            do()
            return
        except (OperationalError, PoolTimeout):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
