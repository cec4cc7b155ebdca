"""A charter adopted in a room: a phone in Welsh that is handed round, a laptop in English without JavaScript, hands counted by both."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from workspace import charters
from workspace.story.evening_care import CHARTER, RULE

from .groups import Group
from .test_axe import violations
from .visits import DESKTOP, Visit

LABELS = {"cy": ("O blaid", "Yn erbyn", "Ymatal"), "en": ("For", "Against", "Abstain")}


def write_down(page: Page, language: str, *numbers: tuple[int, int, int]) -> None:
    """For the families, then for the care team."""
    for group, counted in zip(page.locator("form.form fieldset").all(), numbers, strict=True):
        for label, number in zip(LABELS[language], counted, strict=True):
            group.get_by_label(label, exact=True).fill(str(number))
    page.get_by_role("button", name={"cy": "Dyma beth gyfrais i", "en": "This is what I counted"}[language]).click()


def test_two_people_count_the_hands_until_they_find_the_same(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Codi dwylo", citizens=["Nia", "Delyth"], professionals=["Rhys", "Zofia"])
    charters.draft(ours.workspace, ours.act("Mair"), CHARTER, RULE, "anybody")
    nia, rhys = visit("Nia"), visit("Rhys", "en", viewport=DESKTOP, javascript=False)

    page = nia.go(f"/projects/{ours.id}/charter")
    page.get_by_role("link", name="Gofyn i’r ddau grŵp ei mabwysiadu").click()
    page.get_by_role("radio", name="Codi dwylo mewn ystafell").check()
    page.get_by_role("button", name="Ei weld fel y bydd eraill yn ei weld").click()
    page.get_by_role("button", name="Agor y bleidlais").click()
    page.get_by_role("link", name="Ysgrifennu beth gyfroch chi").click()
    assert not violations(nia)
    write_down(page, "cy", (2, 0, 0), (2, 0, 0))
    nia.sees(page.get_by_text("Nia", exact=True))

    there = rhys.go(f"/projects/{ours.id}/charter")
    there.get_by_role("link", name="Count the hands").click()
    write_down(there, "en", (1, 1, 0), (2, 0, 0))
    expect(there.get_by_role("alert")).to_contain_text("You counted differently")
    expect(there.locator("#citizen_no")).to_have_value("1")
    write_down(there, "en", (2, 0, 0), (2, 0, 0))
    rhys.sees(there.get_by_role("heading", name="Both groups agreed"))
    expect(there.get_by_text("Counted by: Nia and Rhys")).to_be_visible()

    page = nia.go(f"/projects/{ours.id}/charter")
    nia.sees(page.get_by_text("Mewn grym").first)
