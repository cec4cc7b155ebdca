"""The whole main job in browsers, over a conversation that was really held: brought in, places claimed, a charter, a proposal from three ideas, a decision."""

import re
import subprocess
import sys
from collections.abc import Callable

from playwright.sync_api import expect

from tests.reference import reference
from workspace.config import ROOT

from .houses import House
from .test_facilitator import adopt_a_charter, decide, fill
from .visits import DESKTOP, PHONE, Visit

QUESTION = "What is the best way to engage more young people in local scrutiny of policing?"


def test_from_a_published_conversation_to_a_decision_that_both_sides_took(house: House, visit: Callable[..., Visit]) -> None:
    link = bring_in(house)
    mair = visit("Mair", "en", viewport=DESKTOP)
    mair.page.goto(link)
    mair.page.get_by_role("button", name="Take my place").click()
    expect(mair.page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    found = re.search(r"/projects/[0-9a-f-]{36}", mair.page.url)
    assert found
    project = found.group()
    others = {
        "Tomos": claim(mair, project, "Polis 1", visit("Tomos", "en", viewport=PHONE)),
        "Gwyn": claim(mair, project, "Polis 2", visit("Gwyn", "en")),
        "Amina": invite(mair, project, "Professionals", visit("Amina", "en")),
        "Owain": invite(mair, project, "Professionals", visit("Owain", "en")),
    }
    adopt_a_charter(mair, project, others)
    propose_and_change(mair, project)
    decide(mair, others)
    result = mair.page.url
    read_the_certificate_of_this(mair)
    read_the_trail(visit("", "en"), project, result)


def bring_in(house: House) -> str:
    """By the command line, beside the running server; the answer is the facilitator's link."""
    folder = reference("polis/london.youth.policing")
    words = [sys.executable, "-m", "workspace", "import", "polis", str(folder), "--yes", "--data", str(house.workspace.settings.data)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found = re.search(r"https?://\S+/join/(\S+)", done.stdout)
    assert found, done.stdout
    return f"{house.address}/en/join/{found[1]}"


def claim(mair: Visit, project: str, who: str, other: Visit) -> Visit:
    """Somebody of the conversation has no account: a code is printed for their place, and they type it."""
    page = mair.go(f"{project}/members")
    page.get_by_text("Show them").click()
    page.get_by_role("link", name=who, exact=True).click()
    page.get_by_role("radio", name=re.compile("^A printed code")).check()
    page.get_by_role("button", name="Make it").click()
    code = page.get_by_text(re.compile(r"^[A-Z0-9]{5}-[A-Z0-9]{5}$")).inner_text()
    theirs = other.go("/join")
    theirs.get_by_label("The code").fill(code.lower().replace("-", " "))
    theirs.get_by_role("button", name="Go on").click()
    theirs.get_by_role("button", name="Take my place").click()
    expect(theirs.get_by_role("heading", level=1)).to_have_text(QUESTION)
    return other


def invite(mair: Visit, project: str, side: str, other: Visit) -> Visit:
    page = mair.go(f"{project}/invitations")
    page.get_by_role("radio", name=side).check()
    page.get_by_role("radio", name=re.compile("^A link")).check()
    page.get_by_role("button", name="Keep a place for them").click()
    other.page.goto(page.get_by_label("The link", exact=True).input_value())
    other.page.get_by_role("button", name="Take my place").click()
    expect(other.page.get_by_role("heading", level=1)).to_have_text(QUESTION)
    return other


def propose_and_change(mair: Visit, project: str) -> None:
    page = mair.go(f"{project}/ideas")
    page.get_by_role("link", name="Make a proposal from ideas").first.click()
    for number in range(3):
        page.get_by_role("checkbox", name="Take this one").nth(number).check()
    page.get_by_role("button", name="Draft a proposal from these").last.click()
    fill(page, "Title", "Swyddog ym mhob ysgol", "An officer in every school")
    fill(page, "In short", "Unwaith y tymor.", "Once a term.")
    fill(page, "The text", "Yn ystod y dydd.", "In the daytime.")
    page.get_by_role("button", name="Put the proposal forward").click()
    mair.sees(page.get_by_role("heading", level=1, name="An officer in every school"))
    page.get_by_role("link", name="Change the text").click()
    fill(page, "The text", "Yn ystod y dydd, heb iwnifform.", "In the daytime, without a uniform.")
    page.get_by_role("button", name="Keep as version 2").click()
    mair.sees(page.get_by_text("without a uniform"))


def read_the_certificate_of_this(mair: Visit) -> None:
    mair.page.get_by_role("link", name="The record on paper").click()
    words = mair.page.get_by_role("main").inner_text()
    assert all(said in words for said in ("Shall we do this?", "Ydyn ni am wneud hyn?", "Citizens", "Professionals"))


def read_the_trail(reader: Visit, project: str, result: str) -> None:
    """Anybody, signed out: from the result to the proposal, to its ideas, and the history."""
    reader.page.goto(result)
    reader.page.get_by_role("link", name=re.compile("^Proposal, version")).first.click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("An officer in every school")
    page = reader.go(f"{project}/history")
    reader.sees(page.get_by_text("Both groups agreed").first)
    assert "Polis 1 voted" not in page.get_by_role("main").inner_text()
