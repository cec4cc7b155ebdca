"""What a phone in a session is told, and what not."""

import asyncio
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from litestar import Litestar
from litestar.testing import TestClient

from tests.evening import Evening
from tests.gathering import Gathering
from web.guests import phone_of
from web.live_here import told
from workspace import attending, guests, ideas, members
from workspace.attending import Arrived
from workspace.devices import SignedIn


def asked(client: TestClient[Litestar], **cookies: str) -> Any:
    return SimpleNamespace(app=client.app, scope={"state": {"signed_in": None}}, cookies=cookies, headers={}, query_params={})


async def begun(client: TestClient[Litestar], request: Any, evening: Evening) -> Any:
    """The stream, once the pages have seen all that was done before."""
    changes, head = client.app.state.changes, evening.gathering.workspace.head()
    assert await changes.wait(changes.names, head, 20)
    stream = told(request, await asyncio.to_thread(phone_of, request, evening.id), head)
    await anext(stream)
    return stream


def heard(client: TestClient[Litestar], request: Any, evening: Evening, *deeds: Any) -> list[str]:
    """What the stream says while things are done, one after the other; it ends with the last."""

    async def listen() -> list[str]:
        stream = await begun(client, request, evening)
        names = []
        for deed in deeds:
            coming = asyncio.ensure_future(anext(stream))
            await asyncio.sleep(0)
            await asyncio.to_thread(deed)
            names.append(str((await asyncio.wait_for(coming, 20)).event))
        return names

    with client.portal() as portal:
        return portal.call(listen)


def test_a_phone_hears_that_the_group_moves_on_and_nothing_of_cards(client: TestClient[Litestar], gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    gwenno, dewi = evening.arrive(), evening.arrive("Dewi")
    evening.go_to(0, "write")

    def much_else() -> None:
        evening.card(evening.act_of(dewi), "Bws")
        ideas.post(gathering.workspace, gathering.act("Eira"), "Syniad")
        evening.go_to(1, "talk")

    request = asked(client, guest=gwenno.cookie)
    assert heard(client, request, evening, much_else, lambda: evening.go_to(0, "share")) == ["agendas", "agendas"]


def test_whoever_waits_hears_that_they_are_let_in(client: TestClient[Litestar], gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    gwenno = evening.arrive(is_let_in=False)

    def let_in() -> None:
        evening.arrive("Dewi")
        attending.let_in(gathering.workspace, evening.act("Mair"), evening.id, evening.guest(gwenno).member)

    assert heard(client, asked(client, guest=gwenno.cookie), evening, let_in) == ["agendas"]


def test_whoever_has_the_floor_hears_that_somebody_else_has_it(client: TestClient[Litestar], gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    gwenno, dewi = evening.arrive(), evening.arrive("Dewi")
    evening.go_to(0, "talk")
    for each in (gwenno, dewi):
        attending.ask_to_speak(gathering.workspace, evening.act_of(each), evening.id, True)

    def hear(somebody: Arrived) -> None:
        attending.hear(gathering.workspace, evening.act("Mair"), evening.id, evening.guest(somebody).member)

    assert heard(client, asked(client, guest=gwenno.cookie), evening, lambda: hear(gwenno), lambda: hear(dewi)) == ["agendas", "agendas"]


def test_the_stream_ends_once_the_browser_is_forgotten(client: TestClient[Litestar], gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    gwenno = evening.arrive(is_let_in=False)
    request = asked(client, guest=gwenno.cookie)

    async def listen() -> int:
        stream = await begun(client, request, evening)
        rest = asyncio.ensure_future(_count(stream))
        await asyncio.sleep(0)
        await asyncio.to_thread(guests.forget_guest, gathering.workspace, gwenno.cookie)
        await asyncio.to_thread(evening.arrive, "Dewi")
        return await asyncio.wait_for(rest, 20)

    with client.portal() as portal:
        assert portal.call(listen) == 0


async def _count(stream: Any) -> int:
    return len([message async for message in stream])


def test_who_lost_their_place_in_the_project_hears_nothing_more(client: TestClient[Litestar], gathering: Gathering) -> None:
    evening = Evening(gathering).open_doors()
    evening.come("Tomos")
    request = asked(client)
    request.scope["state"]["signed_in"] = SignedIn(uuid4(), gathering.accounts["Tomos"], "", "", None, None)

    async def listen() -> int:
        stream = await begun(client, request, evening)
        rest = asyncio.ensure_future(_count(stream))
        await asyncio.sleep(0)
        await asyncio.to_thread(members.remove, gathering.workspace, gathering.act("Mair"), gathering.member("Tomos"), "So")
        await asyncio.to_thread(evening.go_to, 0, "write")
        return await asyncio.wait_for(rest, 20)

    with client.portal() as portal:
        assert portal.call(listen) == 0
