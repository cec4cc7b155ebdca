"""Small comforts: what was typed is never lost, in either language, with or without a network; a button pressed twice is pressed once."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from web.languages import to

from .groups import Group
from .visits import DESKTOP, Visit


def test_what_is_half_written_survives_a_reload_and_the_other_language(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Drafft", citizens=["Delyth", "Nia"], professionals=["Rhys"])
    ours.post("Nia", "Un peth am y car.")
    delyth = visit("Delyth")
    page = delyth.go(f"/projects/{ours.id}/ideas?order=supported&find=car")
    page.get_by_label("Eich syniad").fill("Hanner brawddeg am y")
    page.reload()
    expect(page.get_by_label("Eich syniad")).to_have_value("Hanner brawddeg am y")

    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(delyth.house.address + to(f"/projects/{ours.id}/ideas?order=supported&find=car", "en"))
    expect(page.get_by_label("Find an idea")).to_have_value("car")
    expect(page.get_by_label("Your idea")).to_have_value("Hanner brawddeg am y")
    page.get_by_label("Your idea").fill("Hanner brawddeg am y bws.")
    page.get_by_role("button", name="Put it on the board").click()
    delyth.sees(page.get_by_role("article").filter(has_text="Hanner brawddeg am y bws."))
    expect(page.get_by_label("Your idea")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Your idea")).to_have_value("")


def test_a_draft_belongs_to_the_browser_until_it_is_sent_or_somebody_signs_out(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Cadw", citizens=["Delyth", "Nia"], professionals=["Rhys"])
    delyth = visit("Delyth")
    board = f"/projects/{ours.id}/ideas"
    page = delyth.go(board)
    expect(page.locator("#restored")).to_be_hidden()
    page.get_by_label("Eich syniad").fill("Hanner brawddeg am y")
    other = delyth.context.new_page()
    other.goto(delyth.page.url)
    expect(other.get_by_label("Eich syniad")).to_have_value("Hanner brawddeg am y")
    expect(other.locator("#restored")).to_be_visible()
    other.close()
    delyth.go("/me").get_by_role("button", name="Allgofnodi", exact=True).click()
    expect(delyth.page.get_by_role("link", name="Mewngofnodi").first).to_be_visible()
    assert kept_words(delyth.page) == 0


def test_a_draft_in_a_sensitive_project_stays_in_its_tab(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Tawel", citizens=["Delyth", "Nia"], professionals=["Rhys"], visibility="sensitive")
    delyth = visit("Delyth")
    board = f"/projects/{ours.id}/ideas"
    delyth.go(board).get_by_label("Eich syniad").fill("Hanner brawddeg am y")
    assert delyth.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft ')).length") == 0
    expect(delyth.go(board).get_by_label("Eich syniad")).to_have_value("Hanner brawddeg am y")


def test_what_was_written_is_there_again_after_a_page_that_says_it_went_wrong(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Methu", citizens=["Delyth", "Nia"], professionals=["Rhys"])
    delyth = visit("Delyth")
    delyth.may_fail = True
    page = delyth.go(f"/projects/{ours.id}/ideas")
    page.get_by_label("Eich syniad").fill("Y geiriau hyn.")
    page.locator("form", has=page.get_by_label("Eich syniad")).evaluate("form => { form.removeAttribute('hx-post'); form.elements.csrf.value = 'stale'; }")
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Methu")
    delyth.go(f"/projects/{ours.id}/ideas")
    expect(page.get_by_label("Eich syniad")).to_have_value("Y geiriau hyn.")


def test_what_is_picked_comes_along_to_the_other_language(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Hanner dewis", citizens=["Delyth", "Nia", "Tomos"], professionals=["Rhys", "Amina", "Carys"])
    ours.adopt_charter()
    page = visit("Delyth").go(f"/projects/{ours.id}/decisions/{ours.open()}")
    page.get_by_role("radio", name="Yn erbyn").check()
    page.get_by_label("Pam?").fill("Hanner brawddeg am y")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_role("radio", name="Against")).to_be_checked()
    expect(page.get_by_label("Why?")).to_have_value("Hanner brawddeg am y")


def test_by_plain_forms_a_button_takes_what_is_half_written_to_the_other_language(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Hanner", citizens=["Delyth", "Nia", "Tomos"], professionals=["Rhys", "Amina", "Carys"])
    ours.adopt_charter()
    delyth = visit("Delyth", javascript=False)
    page = delyth.go(f"/projects/{ours.id}/decisions/{ours.open()}")
    page.get_by_role("radio", name="Yn erbyn").check()
    page.get_by_label("Pam?").fill("Hanner brawddeg am y")
    page.get_by_role("button", name="In English, keeping what I wrote").first.click()
    expect(page.get_by_role("radio", name="Against")).to_be_checked()
    expect(page.get_by_label("Why?")).to_have_value("Hanner brawddeg am y")
    delyth.sees(page.get_by_text("Nothing was sent yet."))
    page.get_by_role("button", name="Send my vote").click()
    delyth.sees(page.get_by_role("heading", name="On record for you: Against"))
    with_javascript = visit("Nia").go(f"/projects/{ours.id}/ideas")
    expect(with_javascript.get_by_label("Eich syniad")).to_be_visible()
    expect(with_javascript.get_by_role("button", name="In English")).to_have_count(0)


def test_the_language_of_the_first_visit_is_asked_once(visit: Callable[..., Visit]) -> None:
    somebody = visit(locale="fr-FR")
    somebody.context.clear_cookies()
    page = somebody.page
    page.goto(somebody.house.address + "/help")
    expect(page.get_by_role("main").get_by_role("button")).to_have_text([re.compile("Cymraeg"), re.compile("English")])
    page.get_by_role("button", name=re.compile("Cymraeg")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help")
    page.goto(somebody.house.address + "/privacy")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eich preifatrwydd")


def test_a_button_pressed_twice_is_pressed_once(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Dwbl", citizens=["Delyth"], professionals=["Rhys"])
    for javascript in (True, False):
        delyth = visit("Delyth", javascript=javascript)
        page = delyth.go(f"/projects/{ours.id}/ideas")
        sent = count_posts(page)
        page.get_by_label("Eich syniad").fill(f"Unwaith: {javascript}")
        page.get_by_role("button", name="Rhoi ar y bwrdd").dblclick()
        delyth.sees(page.get_by_role("article").filter(has_text=f"Unwaith: {javascript}"))
        if javascript:
            assert sent == [1]
    page = visit("Delyth").go(f"/projects/{ours.id}/ideas")
    expect(page.get_by_role("article")).to_have_count(2)


def test_a_page_left_by_the_back_button_records_nothing_twice(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    """Going back shows the form with its old command: sending it again is the same act, and the first answer is given once more."""
    ours = group("Yn ôl", citizens=["Delyth"], professionals=["Rhys"])
    delyth = visit("Delyth", javascript=False)
    page = delyth.go(f"/projects/{ours.id}/ideas")
    command = page.locator("form[method=post] input[name=command]").first.input_value()
    for _ in range(2):
        page.locator("form[method=post] input[name=command]").first.evaluate("(field, value) => { field.value = value; }", command)
        page.get_by_label("Eich syniad").fill("Yr un wasg.")
        page.get_by_role("button", name="Rhoi ar y bwrdd").click()
        delyth.sees(page.get_by_role("article").filter(has_text="Yr un wasg."))
    expect(page.get_by_role("article")).to_have_count(1)


def test_without_a_network_it_is_said_and_nothing_is_lost(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Heb rwydwaith", citizens=["Delyth"], professionals=["Rhys"])
    delyth = visit("Delyth", viewport=DESKTOP)
    delyth.may_fail = True  # Chromium calls a lost network an error
    page = delyth.go(f"/projects/{ours.id}/ideas")
    bar = page.get_by_text("Does dim rhwydwaith ar hyn o bryd.")
    expect(bar).to_be_hidden()
    page.get_by_label("Eich syniad").fill("Ar y trên.")
    delyth.context.set_offline(True)
    expect(bar).to_be_visible()
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    expect(page.get_by_text("Chafodd e ddim ei anfon")).to_be_visible()
    expect(page.get_by_label("Eich syniad")).to_have_value("Ar y trên.")
    delyth.context.set_offline(False)
    expect(bar).to_be_hidden()
    page.reload()
    expect(page.get_by_label("Eich syniad")).to_have_value("Ar y trên.")
    page.get_by_role("button", name="Rhoi ar y bwrdd").click()
    delyth.sees(page.get_by_role("article").filter(has_text="Ar y trên."))


def kept_words(page: Page) -> int:
    """How many fields this browser keeps for later."""
    script = "[localStorage, sessionStorage].flatMap(store => Object.keys(store)).filter(key => key.startsWith('draft ')).length"
    found: int = page.evaluate(script)
    return found


def count_posts(page: Page) -> list[int]:
    sent = [0]

    def counted(route: Route) -> None:
        sent[0] += route.request.method == "POST"
        route.continue_()

    page.route("**/*", counted)
    return sent
