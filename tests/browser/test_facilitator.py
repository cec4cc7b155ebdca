"""A facilitator at a desk, in English: from an empty form to a decision that both groups took, with the others at browsers of their own."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .visits import DESKTOP, Visit

MEMBERS = {"Tomos": "Neighbours", "Gwyn": "Neighbours", "Amina": "Hall staff", "Owain": "Hall staff"}
IDEAS = {"Tomos": "A kettle that anybody may fill.", "Gwyn": "Chairs with arms.", "Amina": "Keys with three of us, not one."}


def test_a_facilitator_from_an_empty_form_to_a_certificate(visit: Callable[..., Visit]) -> None:
    mair = visit("Mair", "en", viewport=DESKTOP)
    project = start_a_project(mair)
    others = {name: invite(mair, project, name, visit(name, "en")) for name in MEMBERS}
    adopt_a_charter(mair, project, others)
    for name, text in IDEAS.items():
        page = others[name].go(f"{project}/ideas")
        page.get_by_label("Your idea").fill(text)
        page.get_by_role("button", name="Put it on the board").click()
        others[name].sees(page.get_by_role("article").filter(has_text=text))
    propose(mair, project)
    decide(mair, others)
    read_the_certificate(mair.page)


def start_a_project(mair: Visit) -> str:
    """The neutral path of the new project."""
    page = mair.go("/")
    page.get_by_role("link", name="Start a project").click()
    fill(page, "What is it called?", "Te yn y neuadd", "Tea in the hall")
    fill(page, "What matters? Ask it in one question.", "Beth sy’n dod â chi yma?", "What brings you here?")
    fill(page, "What is it for, in two or three sentences?", "Te bob dydd Llun.", "Tea every Monday.")
    fill(page, "Where?", "Y neuadd", "The hall")
    fill(page, "What do those who live with the service call themselves?", "Cymdogion", "Neighbours")
    fill(page, "And those who work in it?", "Staff y neuadd", "Hall staff")
    page.get_by_label("Whom can people ring?").fill("Mair")
    page.get_by_label("On which number?").fill("01632 960118")
    page.get_by_role("radio", name=re.compile("^Anybody")).check()
    page.get_by_role("button", name="Start the project").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What brings you here?")
    found = re.search(r"/projects/[0-9a-f-]{36}", page.url)
    assert found
    return found.group()


def invite(mair: Visit, project: str, name: str, other: Visit) -> Visit:
    """A link for one of the groups, and who gets it takes the place."""
    page = mair.go(f"{project}/invitations")
    page.get_by_role("radio", name=MEMBERS[name]).check()
    page.get_by_label(re.compile("What are they called?")).fill(name)
    page.get_by_role("radio", name=re.compile("^A link")).check()
    page.get_by_role("button", name="Keep a place for them").click()
    other.page.goto(page.get_by_label("The link", exact=True).input_value())
    expect(other.page.get_by_label("What shall we call you here?")).to_have_value(name)
    other.page.get_by_role("button", name="Take my place").click()
    expect(other.page.get_by_role("heading", level=1)).to_have_text("What brings you here?")
    return other


def adopt_a_charter(mair: Visit, project: str, others: dict[str, Visit]) -> None:
    page = mair.go(f"{project}/charter")
    page.get_by_role("link", name="Begin a draft").click()
    page.get_by_role("link", name="Begin with this").first.click()
    expect(page.get_by_role("radio", name=re.compile("^Both groups, each by itself"))).to_be_checked()
    fill(page, "Our shared aim", "Nosweithiau da gartref.", "Good evenings at home.")
    fill(page, "Who we are", "Pobl y cwm a’u tîm gofal.", "People of the valley and their care team.")
    page.get_by_role("button", name=re.compile("draft")).click()
    mair.sees(page.get_by_role("link", name="Ask both groups to adopt it"))
    page.get_by_role("link", name="Ask both groups to adopt it").click()
    fill(page, "What are we asking?", "Ydyn ni’n mabwysiadu’r siarter?", "Do we adopt the charter?")
    vote_on_it(mair, others)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("agreed"))
    mair.go(f"{project}/charter")
    mair.sees(page.get_by_text("In force").first)


def propose(mair: Visit, project: str) -> None:
    page = mair.go(f"{project}/ideas")
    page.get_by_role("link", name="Make a proposal from ideas").click()
    for text in IDEAS.values():
        page.get_by_role("article").filter(has_text=text).get_by_role("checkbox", name="Take this one").check()
    page.get_by_role("button", name="Draft a proposal from these").last.click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(3)
    fill(page, "Title", "Neuadd sy’n croesawu", "A hall that welcomes")
    fill(page, "In short", "Tegell, cadeiriau, allweddi.", "Kettle, chairs, keys.")
    fill(page, "The text", "- **Tegell** i bawb.", "- A **kettle** for all.")
    page.get_by_role("button", name="Put the proposal forward").click()
    mair.sees(page.get_by_role("heading", level=1, name="A hall that welcomes"))
    for text in IDEAS.values():
        mair.sees(page.get_by_role("link", name=text))


def decide(mair: Visit, others: dict[str, Visit]) -> None:
    page = mair.page
    page.get_by_role("link", name="Put it to a decision").click()
    fill(page, "What are we asking?", "Ydyn ni am wneud hyn?", "Shall we do this?")
    fill(page, "What happens if you are for?", "Rydyn ni’n dechrau ddydd Llun", "We begin on Monday")
    fill(page, "What happens if you are against?", "Fel o’r blaen", "As before")
    fill(page, "If it is not agreed", "Rydyn ni’n siarad eto.", "We talk again.")
    vote_on_it(mair, others)
    expect(page.get_by_role("heading", level=1)).to_have_text("Both groups agreed.")
    expect(page.get_by_text("We begin on Monday").first).to_be_visible()


def vote_on_it(mair: Visit, others: dict[str, Visit]) -> None:
    """Check, open, let everybody vote, close with a reason."""
    page = mair.page
    page.get_by_role("button", name="See it as others will").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("As everybody will see it")
    page.get_by_role("button", name="Open the vote").click()
    mair.sees(page.get_by_role("heading", name="Who has taken part"))
    for other in others.values():
        other.page.goto(page.url)
        other.page.get_by_role("radio", name=re.compile("^For")).check()
        other.page.get_by_role("button", name="Send my vote").click()
        other.sees(other.page.get_by_role("heading", name="On record for you: For"))
    page.get_by_text("Close the vote before its time").click()
    page.get_by_label("Why now?").fill("Everybody has voted.")
    page.get_by_role("button", name="Close and count").click()
    mair.sees(page.get_by_role("heading", name="Explain it to me"))


def read_the_certificate(page: Page) -> None:
    page.get_by_role("link", name="The record on paper").click()
    words = page.get_by_role("main").inner_text()
    for said in ("Shall we do this?", "Ydyn ni am wneud hyn?", "Neighbours", "Cymdogion", "We begin on Monday", "Hall staff"):
        assert said in words, said


def fill(page: Page, legend: str, cy: str, en: str) -> None:
    """The two fields of something that is said in both languages."""
    both = page.get_by_role("group", name=legend)
    both.get_by_label("Cymraeg").fill(cy)
    both.get_by_label("English").fill(en)
