"""A phone in a session: in by the code, the first answer at once, and nothing lost or doubled on a bad network."""

import time
from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, expect

from projections.rooms import cards, choices
from tests.evening import Evening
from tests.gathering import QUESTION
from workspace import attending, proceedings

from .groups import Group
from .houses import has_caught_up
from .test_axe import UNFOLD, violations
from .visits import NARROW, Visit


def on_the_wall(evening: Evening) -> list[str]:
    has_caught_up(evening.gathering.workspace)
    with evening.gathering.workspace.reading() as db:
        return [card.words.get("cy", "") for card in cards(db, evening.id, evening.blocks[0], only_shown=False) if card.state == "here"]


def let_in(evening: Evening) -> None:
    """Whoever waits."""
    has_caught_up(evening.gathering.workspace)
    with evening.gathering.workspace.reading() as db:
        waiting = [row[0] for row in db.execute("select member from rooms_people where session = %s and not is_let_in", (evening.id,))]
    attending.let_in(evening.gathering.workspace, evening.act("Mair"), evening.id, *waiting)


def a_session(group: Callable[..., Group], name: str) -> Evening:
    return Evening(cast(Any, group(name, citizens=["Delyth"], professionals=["Rhys"]))).open_doors()


def scanned(somebody: Visit, evening: Evening) -> None:
    """As the picture on the screen leads there: no language in the address."""
    somebody.context.clear_cookies()
    somebody.page.goto(f"{somebody.house.address}/s/{evening.code}")


def test_from_the_picture_on_the_screen_to_the_first_answer(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Ffôn")
    gwenno = visit()
    scanned(gwenno, evening)
    page = gwenno.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Noson yn Felin-fach")
    page.get_by_label("Enw cyntaf").fill("Gwenno")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Dod i mewn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rydych chi yma")
    let_in(evening)
    expect(page.get_by_role("heading", level=1)).to_have_text("Rydych chi i mewn")
    expect(page.get_by_role("button", name="Byddai’n well gen i ei ddweud ar lafar")).to_be_visible()
    evening.go_to(0, "write")
    expect(page.get_by_role("heading", level=1)).to_have_text("Beth wnaeth hi’n dda?")
    page.get_by_label("Eich ateb").fill("Paned o")
    page.reload()
    expect(page.get_by_label("Eich ateb")).to_have_value("Paned o")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_label("Your answer")).to_have_value("Paned o")
    page.get_by_role("link", name="Cymraeg", exact=True).click()
    page.get_by_label("Eich ateb").fill("Paned o de")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.get_by_role("heading", name="Yr hyn a ysgrifennoch")).to_be_visible()
    expect(page.get_by_label("Eich ateb")).to_have_value("")
    assert on_the_wall(evening) == ["Paned o de"]
    evening.end()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mae’r sesiwn ar ben. Diolch")
    expect(page.get_by_role("button", name="Byddai’n well gen i ei ddweud ar lafar")).to_have_count(0)


def test_ten_seconds_from_the_scan_to_the_first_answer_on_a_cheap_phone(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    """A processor at a quarter of its pace and a network of 400 kbit/s with 400 ms on the way; people type as slowly as they like, so it is not counted."""
    evening = a_session(group, "Ffôn rhad")
    evening.go_to(0, "write")
    somebody = visit()
    cheap = somebody.context.new_cdp_session(somebody.page)
    cheap.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    cheap.send("Network.enable")
    cheap.send("Network.emulateNetworkConditions", {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000})
    began = time.monotonic()
    scanned(somebody, evening)
    page = somebody.page
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Dod i mewn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rydych chi yma")
    let_in(evening)
    page.get_by_label("Eich ateb").fill("Cofiodd hi enw’r ci.")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.get_by_text("Cofiodd hi enw’r ci.").first).to_be_visible()
    took = time.monotonic() - began
    assert on_the_wall(evening) == ["Cofiodd hi enw’r ci."]
    assert took < 10, f"{took:.1f} s"


def test_without_a_network_an_answer_waits_and_goes_once(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Heb signal")
    evening.go_to(0, "write")
    gwenno = visit()
    gwenno.may_fail = True  # Chromium calls a lost network an error
    page = in_by_cookie(gwenno, evening)
    gwenno.context.set_offline(True)
    page.get_by_label("Eich ateb").fill("Heb signal")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.get_by_text("Heb ei anfon eto")).to_be_visible()
    page.get_by_label("Eich ateb").fill("A’r nesaf")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    time.sleep(6)  # it was tried again meanwhile
    assert on_the_wall(evening) == []
    gwenno.context.set_offline(False)
    expect(page.get_by_text("Mae wedi’i anfon.")).to_be_visible(timeout=20_000)
    page.reload()
    assert sorted(on_the_wall(evening)) == ["A’r nesaf", "Heb signal"]


def test_an_answer_whose_answer_was_lost_is_put_once(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Ar goll")
    evening.go_to(0, "write")
    gwenno = visit()
    gwenno.may_fail = True
    page = in_by_cookie(gwenno, evening)
    lost = []

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/cardiau", lose)
    page.get_by_label("Eich ateb").fill("Unwaith")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.get_by_text("Heb ei anfon eto")).to_be_visible()
    expect(page.get_by_text("Mae wedi’i anfon.")).to_be_visible(timeout=20_000)
    assert lost == [201]
    assert on_the_wall(evening) == ["Unwaith"]


def test_the_group_moves_on_while_somebody_writes_and_their_words_stay(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Ymlaen")
    evening.go_to(0, "write")
    gwenno = visit()
    page = in_by_cookie(gwenno, evening)
    page.get_by_label("Eich ateb").press_sequentially("Hanner brawddeg")
    proceedings.freeze(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    expect(page.get_by_text("yn atal y ffonau am funud")).to_be_visible()
    expect(page.get_by_label("Eich ateb")).to_have_value("Hanner brawddeg")
    expect(page.get_by_label("Eich ateb")).to_be_focused()
    evening.go_to(1, "talk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dotiau")
    kept = page.get_by_label("mae’r hyn a ysgrifennoch chi yn cael ei gadw yma")
    expect(kept.locator("textarea")).to_have_value("Hanner brawddeg")
    page.reload()
    expect(kept.locator("textarea")).to_have_value("Hanner brawddeg")
    evening.go_to(0, "write")
    expect(page.get_by_label("Eich ateb")).to_have_value("Hanner brawddeg")
    expect(page.locator("#kept")).to_be_hidden()


def test_what_is_sent_while_the_phones_are_held_goes_by_itself_and_the_page_says_so(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Dal")
    evening.go_to(0, "write")
    gwenno = visit()
    gwenno.may_fail = True
    page = in_by_cookie(gwenno, evening)
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.locator("#queued")).to_have_text("Ysgrifennwch rywbeth yma")
    proceedings.freeze(evening.gathering.workspace, evening.act("Mair"), evening.id, True)
    page.get_by_label("Eich ateb").fill("Unwaith")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.locator("#queued")).to_contain_text("Bydd yn mynd ohono’i hun pan fyddan nhw’n rhydd eto.")
    proceedings.freeze(evening.gathering.workspace, evening.act("Mair"), evening.id, False)
    expect(page.get_by_text("Mae wedi’i anfon.")).to_be_visible(timeout=20_000)
    assert on_the_wall(evening) == ["Unwaith"]


def test_a_card_that_comes_a_moment_too_late_is_given_back(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Hwyr")
    evening.go_to(0, "write")
    gwenno = visit()
    gwenno.may_fail = True
    page = in_by_cookie(gwenno, evening)
    gwenno.context.set_offline(True)
    page.get_by_label("Eich ateb").fill("Rhy hwyr")
    page.get_by_role("button", name="Rhoi ar y wal").click()
    expect(page.get_by_text("Heb ei anfon eto")).to_be_visible()
    evening.go_to(1, "talk")
    gwenno.context.set_offline(False)
    expect(page.locator("#kept textarea")).to_have_value("Rhy hwyr")
    assert on_the_wall(evening) == []


def test_dots_put_without_a_network_are_counted_once(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Dotiau")
    evening.go_to(0, "write")
    elin = evening.arrive("Elin")
    tea, bus = (evening.card(evening.act_of(elin), text, is_shown=True) for text in ("Paned", "Bws"))
    evening.go_to(1, "choose", tea, bus)
    gwenno = visit()
    gwenno.may_fail = True
    page = in_by_cookie(gwenno, evening)
    expect(page.locator("[data-left]")).to_contain_text("3")
    gwenno.context.set_offline(True)
    page.get_by_label("Paned").fill("2")
    page.get_by_label("Bws").fill("1")
    expect(page.locator("[data-left]")).to_contain_text("0")
    page.locator("form.dots button").click()
    expect(page.get_by_text("Heb ei anfon eto")).to_be_visible()
    gwenno.context.set_offline(False)
    expect(page.get_by_text("Mae wedi’i anfon.")).to_be_visible(timeout=20_000)
    expect(page.get_by_label("Paned")).to_have_value("2")
    with evening.gathering.workspace.reading() as db:
        chosen, _ = choices(db, evening.blocks[1], 1)
    assert list(chosen.values()) == [{tea.hex: 2, bus.hex: 1}]


def test_a_borrowed_phone_keeps_nothing(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    evening = a_session(group, "Benthyg")
    evening.go_to(0, "write")
    gwenno = visit()
    page = in_by_cookie(gwenno, evening)
    page.get_by_label("Eich ateb").fill("Cyfrinach")
    page.get_by_role("button", name="Nid fy ffôn i: peidio â gadael dim arno").click()
    expect(page).to_have_url(gwenno.house.address + "/cy/")
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft ')).length") == 0
    assert "guest" not in names_of(gwenno.context)


@pytest.mark.parametrize(("language", "theme"), [("cy", "light"), ("en", "dark")])
def test_nothing_stands_in_anybodys_way_in_a_session(group: Callable[..., Group], visit: Callable[..., Visit], language: str, theme: str) -> None:
    """Each step of it, on the narrowest phone."""
    ours = group("Pob cam", citizens=["Delyth", "Nia", "Tomos"], professionals=["Rhys", "Amina", "Carys"])
    ours.adopt_charter()
    evening = Evening(cast(Any, ours)).open_doors()
    there = visit(language=language, dark=theme == "dark", viewport=NARROW)
    found: list[str] = []

    def look(called: str) -> None:
        page = there.go(f"/here/{evening.id}" if called != "door" else f"/s/{evening.code}")
        page.evaluate(UNFOLD)
        found.extend(f"{called}: {each}" for each in violations(there))
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
            found.append(f"{called}: {wide} wide")
        page.goto("about:blank")  # an open page would lead on by itself, in the middle of the next look

    look("door")
    arrived = evening.arrive("Elin", is_let_in=False)
    there.context.add_cookies([{"name": "guest", "value": arrived.cookie, "url": there.house.address}])
    look("waiting")
    let_in(evening)
    look("in")
    evening.go_to(0, "write")
    options = [evening.card(evening.act_of(arrived), text, is_named=True, is_shown=True) for text in ("Chwarddodd hi.", "Neb ar frys.")]
    attending.ask_to_speak(ours.workspace, evening.act_of(arrived), evening.id, True)
    proceedings.count_turns(ours.workspace, evening.act("Mair"), evening.id)
    look("write")
    evening.go_to(0, "share")
    look("share")
    evening.go_to(1, "choose", *options)
    look("dots")
    evening.go_to(2, "choose")
    look("temperature")
    evening.go_to(3, "decide")
    proceedings.decide(ours.workspace, evening.act("Mair"), evening.id, QUESTION, ours.telling.on(-1))
    look("decide")
    evening.end()
    look("over")
    assert found == [], "\n".join(found)


def in_by_cookie(somebody: Visit, evening: Evening) -> Any:
    somebody.context.add_cookies([{"name": "guest", "value": evening.arrive().cookie, "url": somebody.house.address}])
    return somebody.go(f"/here/{evening.id}")


def names_of(context: BrowserContext) -> list[str]:
    return [str(cookie.get("name")) for cookie in context.cookies()]
