"""A professional at a desk, in English: reads, replies, supports a version, votes with a reason, and is answered like everybody else."""

from collections.abc import Callable

from playwright.sync_api import expect

from workspace import proposals
from workspace.story.telling import both

from .groups import Group
from .visits import DESKTOP, Visit

CITIZENS, NURSES = ["Beti", "Gwyn", "Nia", "Menna", "Ifan"], ["Amina", "Rhys", "Carys", "Owain", "Zofia"]


def test_a_professional_at_a_desk(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("The waiting room", citizens=CITIZENS, professionals=NURSES)
    ours.adopt_charter()
    idea = ours.post("Beti", "A window that opens.")
    proposal = proposals.draft(
        ours.workspace, ours.act("Beti"), both("Ffenest", "A window"), both("Un ffenest.", "One window."), both("Mae’n agor.", "It opens."), [idea]
    ).id
    owain = visit("Owain", "en", viewport=DESKTOP)
    page = owain.go(f"/projects/{ours.id}")
    page.get_by_role("link", name="Ideas", exact=True).click()
    page.get_by_role("article").filter(has_text="A window that opens.").get_by_role("link", name="Reply").click()
    page.get_by_label("Your reply").fill("The frame is painted shut. I can bring a knife.")
    page.get_by_role("button", name="Reply").click()
    owain.sees(page.get_by_text("The frame is painted shut. I can bring a knife."))

    page.get_by_role("link", name="Proposals", exact=True).click()
    page.get_by_role("link", name="A window", exact=True).click()
    page.get_by_role("button", name="Support this version").click()
    owain.sees(page.locator("b", has_text="1 person supports this version"))

    decision = ours.open(proposal=proposal, version=1)
    page.get_by_role("link", name="Decisions", exact=True).click()
    owain.sees(page.get_by_role("link", name="Have your say"))
    page.get_by_role("link", name="Have your say").click()
    page.get_by_role("button", name="Send my vote").press("Enter")  # nothing chosen: the browser says so and nothing is sent
    expect(page.get_by_role("radio", name="For")).to_be_focused()
    page.get_by_role("radio", name="Against").check()
    page.get_by_label("Why?").fill("Not before the heating is mended.")
    page.get_by_role("button", name="Send my vote").click()
    owain.sees(page.get_by_role("heading", name="On record for you: Against"))
    expect(page.get_by_text("There is no result before it closes")).to_be_visible()

    for name in (*CITIZENS, *NURSES[:3], "Zofia"):
        ours.vote(decision, name, "yes" if name in CITIZENS else "no")
    ours.close(decision)
    page.reload()
    owain.sees(page.get_by_role("heading", name="Explain it to me"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Only one group agreed: Families.")
    expect(page.get_by_text("Not before the heating is mended.")).to_be_visible()
    page.get_by_role("link", name="1 idea").click()
    expect(page.get_by_role("link", name="A window that opens.")).to_be_visible()
