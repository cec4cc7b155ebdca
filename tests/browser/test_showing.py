"""A photo and a voice instead of words: recorded in the browser where it can, chosen as a file where it cannot, and read before others meet them."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.showing import picture, wav

from .groups import Group
from .houses import House
from .visits import Visit, begin

MICROPHONE = ["--disable-gpu", "--disable-dev-shm-usage", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture
def speaker(house: House, chromium: Browser) -> Iterator[Visit]:
    """Somebody without an account, whose microphone gives a tone each second."""
    from .conftest import WHERE

    found = os.environ.get("PLETH_CHROMIUM") or WHERE
    with chromium.browser_type.launch(executable_path=found, args=[*MICROPHONE, *(["--no-sandbox"] if os.geteuid() == 0 else [])]) as browser:
        visit = begin(house, browser, "", "en")
        yield visit
        assert visit.wrong == []


def test_a_voice_is_recorded_heard_deleted_recorded_again_and_reaches_the_facilitators(
    group: Callable[..., Group], speaker: Visit, visit: Callable[..., Visit]
) -> None:
    ours = group("Llais", citizens=["Delyth"], professionals=["Rhys"])
    page = speaker.go(f"/projects/{ours.id}/matters/new")
    record, stop = page.get_by_role("button", name="Record my voice here"), page.get_by_role("button", name="Stop")
    record.click()
    expect(page.get_by_text("Recording. Speak now")).to_be_visible()
    expect(stop).to_be_focused()
    expect(page.get_by_text("0:01 / 3:00")).to_be_visible()
    stop.click()
    player = page.get_by_label("What you recorded")
    expect(player).to_be_visible()
    page.get_by_role("button", name="Delete this recording").click()
    expect(player).to_be_hidden()
    assert page.locator("#sound").evaluate("field => field.files.length") == 0

    record.click()
    expect(page.get_by_text("0:01 / 3:00")).to_be_visible()
    stop.click()
    expect(page.get_by_text("Recorded. You can listen to it")).to_be_visible()
    assert page.locator("#sound").evaluate("field => field.files[0].size") > 500
    page.get_by_label("Yes, you may quote me").check()
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_label("A voice", exact=True)).to_be_visible()
    heard = page.locator("audio").evaluate(
        "async player => { player.load(); await new Promise((done, fail) => { player.oncanplay = done; player.onerror = fail; }); return player.readyState; }"
    )
    assert heard >= 3

    mair = visit("Mair", "en")
    page = mair.go(f"/projects/{ours.id}/matters")
    expect(page.get_by_label("A voice", exact=True)).to_be_visible()
    page.get_by_text("Type what is said").click()
    page.get_by_label("What is said, for whoever cannot hear it").fill("A tone each second.")
    page.get_by_role("button", name="Keep these words").click()
    mair.sees(page.get_by_text("In words: A tone each second."))
    page.get_by_role("button", name="I have read it").click()
    page = visit("", "en").go(f"/projects/{ours.id}")
    expect(page.get_by_text("A tone each second.")).to_be_visible()
    expect(page.get_by_text("Typed by Mair.")).to_be_visible()


def test_without_javascript_both_are_files(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Llun", citizens=["Delyth"], professionals=["Rhys"])
    delyth = visit("Delyth", "en", javascript=False)
    page = delyth.go(f"/projects/{ours.id}/matters/new")
    expect(page.get_by_role("button", name="Record my voice here")).to_be_hidden()
    page.get_by_label("A photo").set_input_files({"name": "paper.png", "mimeType": "image/png", "buffer": picture((1200, 900), "PNG")})
    page.get_by_label("Your voice").set_input_files({"name": "voice.wav", "mimeType": "audio/wav", "buffer": wav()})
    page.get_by_role("button", name="Say it").click()
    expect(page.locator("#photo-again")).to_have_text("You had chosen paper.png. A browser cannot keep a file: choose it again, please.")
    page.get_by_label("A photo").set_input_files({"name": "paper.png", "mimeType": "image/png", "buffer": picture((1200, 900), "PNG")})
    page.get_by_label("No, only those who look after the project").check()
    page.get_by_role("button", name="Say it").click()
    photo = page.get_by_role("img", name="A photo. Nobody has written yet what is on it.")
    delyth.sees(photo)
    photo.scroll_into_view_if_needed()
    expect(photo).to_have_js_property("complete", True)
    assert photo.evaluate("photo => photo.naturalWidth") == 1200


def test_a_file_that_is_too_large_is_said_to_be_before_it_is_sent(group: Callable[..., Group], visit: Callable[..., Visit]) -> None:
    ours = group("Mawr", citizens=["Delyth"], professionals=["Rhys"])
    page = visit("Delyth", "en").go(f"/projects/{ours.id}/matters/new")
    field = page.get_by_label("Your voice")
    field.set_input_files({"name": "voice.wav", "mimeType": "audio/wav", "buffer": bytes(4_000_001)})
    assert field.evaluate("field => field.validationMessage") == "This recording is larger than 4 MB: three minutes at most."
    field.set_input_files({"name": "voice.wav", "mimeType": "audio/wav", "buffer": wav()})
    assert field.evaluate("field => field.validationMessage") == ""
