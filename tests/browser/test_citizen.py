"""A citizen on a phone, in Welsh, from the invitation to her own lines in the history. The same journey without JavaScript, by plain forms."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from workspace import members

from .groups import Group
from .houses import House
from .visits import Visit

CITIZENS, CARE_TEAM = ["Tomos", "Gwyn", "Delyth", "Ifan"], ["Amina", "Rhys", "Carys", "Owain", "Zofia"]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "by plain forms"])
def test_a_citizen_on_a_phone(house: House, group: Callable[..., Group], visit: Callable[..., Visit], javascript: bool) -> None:
    ours = group(f"Y gegin gymunedol {javascript}", citizens=CITIZENS, professionals=CARE_TEAM)
    ours.adopt_charter()
    ours.post("Tomos", "Cegin sydd ar agor ar nos Wener.")
    email = f"elin.{javascript}@pleth.example".lower()
    members.invite(house.workspace, ours.act("Mair"), side="citizen", email=email, name="Elin")

    elin = visit(javascript=javascript)
    page = take_her_place(elin, email)
    post_and_support(elin, page)
    decision = ours.open()
    vote_and_change(elin, page)
    for name in (*CITIZENS, *CARE_TEAM):
        ours.vote(decision, name, "yes")
    ours.close(decision)
    read_what_came_of_it(elin, page)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "by plain forms"])
def test_signing_in_by_six_digits(visit: Callable[..., Visit], javascript: bool) -> None:
    email = f"gwenno.{javascript}@pleth.example".lower()
    gwenno = visit(javascript=javascript)
    page = gwenno.go("/me")
    page.get_by_label("Eich cyfeiriad e-bost").fill(email)
    page.get_by_role("button", name="Anfonwch yr e-bost ata i").click()
    page.get_by_label("Y chwe digid o’r e-bost").fill(gwenno.digits(email))
    page.get_by_role("button", name="Mewngofnodi").click()
    gwenno.sees(page.get_by_text(email))


def take_her_place(elin: Visit, email: str) -> Page:
    page = elin.read_mail(email)
    page.get_by_role("main").get_by_role("link", name=re.compile("join|ymuno")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mae lle wedi’i gadw i chi")
    elin.sees(page.get_by_text(email))  # the mail has shown that it is her: no second one
    expect(page.get_by_label("Beth gawn ni eich galw chi yma?")).to_have_value("Elin")
    page.get_by_role("button", name="Cymryd fy lle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Beth sy’n gwneud noson dda gartref?")
    return page


def post_and_support(elin: Visit, page: Page) -> None:
    page.get_by_role("link", name="Syniadau", exact=True).click()
    page.get_by_label("Eich syniad").fill("Bwrdd hir, a phawb yn dod â rhywbeth.")
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    elin.sees(page.get_by_role("article").filter(has_text="Bwrdd hir, a phawb yn dod â rhywbeth.").filter(has_text="Elin"))
    theirs = page.get_by_role("article").filter(has_text="nos Wener")
    theirs.get_by_role("button", name="Cefnogi").click()
    elin.sees(theirs.get_by_role("button", name="Cefnogi", pressed=True))
    elin.sees(theirs.get_by_text("Chi", exact=True))


def vote_and_change(elin: Visit, page: Page) -> None:
    page.get_by_role("link", name="Pleth", exact=True).click()
    waiting = page.get_by_role("listitem").filter(has_text="Ydyn ni am gynnig ymweliad olaf ar ôl wyth?")
    elin.sees(waiting)
    expect(waiting).to_contain_text("3 munud")
    waiting.get_by_role("link", name="Dweud eich dweud").click()
    page.get_by_role("radio", name="O blaid").check()
    page.get_by_label("Pam?").fill("Dw i’n effro tan un ar ddeg.")
    page.get_by_role("button", name="Anfon fy mhleidlais").click()
    elin.sees(page.get_by_role("heading", name="Ar gofnod i chi: O blaid"))
    page.get_by_role("radio", name="Yn erbyn").check()
    page.get_by_label("Pam?").fill("Mae’n rhy hwyr i mi.")
    page.get_by_role("button", name="Newid fy mhleidlais").click()
    elin.sees(page.get_by_role("heading", name="Ar gofnod i chi: Yn erbyn"))


def read_what_came_of_it(elin: Visit, page: Page) -> None:
    page.reload()
    elin.sees(page.get_by_role("heading", level=1, name="Cytunodd y ddau grŵp"))
    expect(page.get_by_text("Mae’n rhy hwyr i mi.")).to_be_visible()
    expect(page.get_by_text("Eich pleidlais a gyfrifwyd: Yn erbyn")).to_be_visible()
    page.get_by_role("link", name="Hanes", exact=True).click()
    page.get_by_text("Pwy, a phryd").click()
    page.get_by_label("Pwy", exact=True).select_option("Elin")
    page.get_by_role("button", name="Dangos y rhain").click()
    for line in ("Pleidleisiodd Elin", "Newidiodd Elin", "Cefnogodd Elin syniad", "Rhoddodd Elin syniad ar y bwrdd", "Ymunodd Elin"):
        elin.sees(page.get_by_role("listitem").filter(has_text=line).first)
