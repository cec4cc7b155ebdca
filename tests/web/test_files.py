"""A photo and a voice note, from the form to whoever may see and hear them, and to nobody else."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image

from tests.gathering import Gathering
from tests.showing import picture, taken_at_home, wav, webm
from workspace import matters, slips, words
from workspace.languages import LONDON
from workspace.matters import Said, Visitor
from workspace.words import Place

from .browsing import Reader

WORDS = "Te yn dal yn gynnes"


@pytest.fixture
def base(gathering: Gathering) -> str:
    return f"/en/projects/{gathering.project}"


def as_(reader: Reader, gathering: Gathering, name: str = "") -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name]) if name else reader


def shown(gathering: Gathering, may_quote: bool = True) -> tuple[UUID, dict[str, str]]:
    """Eira shows and says something; answers with its id, and the ids of the photo and the voice."""
    made = matters.say(gathering.workspace, gathering.act("Eira"), Said("", may_quote, photo=picture(), sound=webm())).id
    with gathering.workspace.reading() as db:
        return made, {kind: str(id) for kind, id in db.execute("select kind, id from files").fetchall()}


def test_a_visitor_shows_a_photo_and_only_facilitators_see_it_until_it_is_read(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.open(f"{base}/matters/new")
    files = {"photo": ("IMG_0001.JPG", taken_at_home((2000, 1000))), "sound": ("llais.webm", webm())}
    page = reader.press(f"{base}/matters", files=files, text="", side="citizen", may_quote="yes")
    assert page.status_code == 200
    assert "/slip/" in str(page.url)
    as_(reader, gathering, "Mair")
    (waiting,) = reader.open(f"{base}/matters.json").json()["waiting"]
    assert (waiting["words"], waiting["until_on"] > "2028") == ({}, True)
    photo, sound = waiting["files"]
    assert (photo["kind"], photo["width"], photo["height"], photo["words"]) == ("photo", 1600, 800, {})
    assert (sound["kind"], sound["media_type"], sound["seconds"]) == ("sound", "audio/webm", 2)
    addresses = [f"{base}/files/{each['id']}" for each in (photo, sound)]
    seen = reader.open(addresses[0])
    assert Image.open(BytesIO(seen.content)).size == (1600, 800)
    assert b"Telephone" not in seen.content
    assert reader.open(addresses[1]).content == webm()
    for name in ("", "Beti"):
        as_(reader, gathering, name)
        assert [reader.open(address).status_code for address in addresses] == [404, 404]
    matters.put_under(gathering.workspace, gathering.act("Mair"), waiting["id"])
    for name in ("", "Beti", "Helen"):
        as_(reader, gathering, name)
        assert [reader.open(address).status_code for address in addresses] == [200, 200]


def test_what_may_not_be_quoted_is_for_its_author_and_facilitators(reader: Reader, gathering: Gathering, base: str) -> None:
    made, files = shown(gathering, may_quote=False)
    matters.put_under(gathering.workspace, gathering.act("Mair"), made)
    for name, status in (("", 404), ("Beti", 404), ("Eira", 200), ("Mair", 200)):
        as_(reader, gathering, name)
        for file in files.values():
            for ending in ("", ".json"):
                assert reader.open(f"{base}/files/{file}{ending}").status_code == status, name


def test_a_quote_that_was_taken_back_or_a_photo_taken_down_is_gone_at_once(reader: Reader, gathering: Gathering, base: str) -> None:
    made, files = shown(gathering)
    opened, photo = gathering.workspace, UUID(files["photo"])
    matters.put_under(opened, gathering.act("Mair"), made)
    assert reader.open(f"{base}/files/{photo}").status_code == 200
    words.hide(opened, gathering.act("Mair"), photo, Place("photo", made), "Wyneb")
    as_(reader, gathering, "Mair")
    assert reader.open(f"{base}/files/{photo}").status_code == 404
    as_(reader, gathering)
    assert reader.open(f"{base}/files/{files['sound']}").status_code == 200
    matters.take_back_quote(opened, gathering.act("Eira"), made)
    assert reader.open(f"{base}/files/{files['sound']}").status_code == 404


def test_a_file_is_sent_so_that_nothing_in_it_is_run(reader: Reader, gathering: Gathering, base: str) -> None:
    _, files = shown(gathering)
    as_(reader, gathering, "Eira")
    for kind, media_type, place in (("photo", "image/jpeg", "inline"), ("sound", "audio/webm", "attachment")):
        answer = reader.open(f"{base}/files/{files[kind]}")
        assert answer.headers["content-type"] == media_type
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]  # the policy of every page stands as well
        assert answer.headers["cache-control"] == "private, no-cache"
        assert answer.headers["content-disposition"].startswith(place)
        again = reader.open(f"{base}/files/{files[kind]}", **{"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert reader.open(f"{base}/files/{files['photo']}.csv").status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [("bytes=0-", 206, 0, None), ("bytes=3-9", 206, 3, 10), ("bytes=-4", 206, -4, None), ("bytes=5-999999", 206, 5, None), ("bytes=9-3", 200, 0, None)]
    + [(said, 200, 0, None) for said in ("bytes=-", "bytes=0-1,5-6", "words=1-2", "bytes=a-b")],
)
def test_players_ask_for_parts(reader: Reader, gathering: Gathering, base: str, asked: str, status: int, first: int, last: int | None) -> None:
    _, files = shown(gathering)
    as_(reader, gathering, "Eira")
    whole = webm()
    answer = reader.open(f"{base}/files/{files['sound']}", range=asked)
    assert (answer.status_code, answer.content) == (status, whole[first:last])
    assert answer.headers["accept-ranges"] == "bytes"
    if status == 206:
        begin = first % len(whole)
        assert answer.headers["content-range"] == f"bytes {begin}-{begin + len(answer.content) - 1}/{len(whole)}"


def test_a_part_beyond_the_end_is_none(reader: Reader, gathering: Gathering, base: str) -> None:
    _, files = shown(gathering)
    answer = as_(reader, gathering, "Eira").open(f"{base}/files/{files['sound']}", range="bytes=99999-")
    assert (answer.status_code, answer.content, answer.headers["content-range"]) == (416, b"", f"bytes */{len(webm())}")


@pytest.mark.parametrize(
    ("field", "file", "said"),
    [
        ("photo", ("photo.jpg", b"Only words"), "This is no photo that can be shown here"),
        ("sound", ("voice.ogg", b"Only words"), "This is no recording that can be played here"),
        ("sound", ("long.wav", wav(200, 100)), "longer than three minutes"),
        ("sound", ("much.webm", webm() + bytes(4_000_000)), "This is too large"),
    ],
)
def test_words_stay_where_a_file_is_refused(reader: Reader, base: str, field: str, file: tuple[str, bytes], said: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", files={field: file}, text=WORDS, may_quote="yes", side="citizen")
    assert page.status_code == 422
    assert said in page.text
    assert f'id="{field}-wrong"' in page.text
    assert WORDS in page.text
    assert f"You had chosen {file[0]}." in page.text


def test_a_file_has_to_be_chosen_again_where_something_else_was_wrong(reader: Reader, base: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", files={"photo": ("<b>.jpg", picture())}, text=WORDS)
    assert page.status_code == 422
    assert "Choose yes or no" in page.text
    assert "You had chosen &lt;b&gt;.jpg. A browser cannot keep a file" in page.text


def test_what_was_typed_of_a_photo_stands_with_it_and_says_who_typed_it(reader: Reader, gathering: Gathering, base: str) -> None:
    made, files = shown(gathering)
    as_(reader, gathering, "Mair")
    assert "Nobody has written yet what is on it" in reader.open(f"{base}/matters").text
    address = f"{base}/matters/{made}/transcripts"
    assert reader.press(address, kind="photo", transcript=" ").status_code == 422
    reader.open(f"{base}/matters")
    reader.press(address, kind="photo", transcript="Tri chwpan ar fwrdd")
    matters.put_under(gathering.workspace, gathering.act("Mair"), made)
    as_(reader, gathering)
    for page in ("/matters", "", "/matters.csv", "/matters.json"):
        assert "Tri chwpan ar fwrdd" in reader.open(base + page).text, page
    page = reader.open(f"{base}/matters").text
    assert 'alt="Tri chwpan ar fwrdd"' in page
    assert "Typed by Mair." in page
    for page in ("/history", "/history.json"):
        assert "Tri chwpan" not in reader.open(base + page).text
        assert files["photo"] not in reader.open(base + page).text
    assert "typed what somebody had said aloud or shown." in reader.open(f"{base}/history").text
    as_(reader, gathering, "Beti")
    assert reader.client.post(address, json={"kind": "photo", "transcript": "So"}).status_code == 403


def test_a_photo_is_looked_at_before_it_is_taken_down_and_its_place_says_so_afterwards(reader: Reader, gathering: Gathering, base: str) -> None:
    made, files = shown(gathering)
    as_(reader, gathering, "Mair").open(f"{base}/matters")
    assert reader.page is not None
    assert "Take this photo down" in reader.page.text
    page = reader.open(f"{base}/words/{files['photo']}?kind=photo&subject={made}")
    assert f'src="{base}/files/{files["photo"]}"' in page.text
    page = reader.press(f"{base}/words/{files['photo']}/hiding", reason="A face")
    assert "Words taken down" in page.text
    matters.put_under(gathering.workspace, gathering.act("Mair"), made)
    as_(reader, gathering)
    page = reader.open(f"{base}/matters")
    assert "This photo was taken down." in page.text
    assert f'href="{base}/words/{files["photo"]}"' in page.text
    assert f"{base}/files/{files['photo']}" not in page.text
    as_(reader, gathering, "Eira").open(f"{base}/words/{files['photo']}")
    reader.press(f"{base}/words/{files['photo']}/erasure", ground="asked by the author")
    with gathering.workspace.reading() as db:
        assert [kind for (kind,) in db.execute("select kind from files").fetchall()] == ["sound"]


def test_what_was_written_down_for_somebody_is_seen_with_the_code(reader: Reader, gathering: Gathering, base: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", files={"photo": ("photo.jpg", picture())}, text="", side="citizen", may_quote="no")
    address = str(page.url.path)
    with gathering.workspace.reading() as db:
        (file,) = db.execute("select id from files").fetchone()  # type: ignore[misc]
    assert f'src="{address}/files/{file}"' in page.text
    assert reader.open(f"{address}/files/{file}").headers["content-type"] == "image/jpeg"
    assert reader.open(f"{base}/files/{file}").status_code == 404
    _, others = shown(gathering)
    assert reader.open(f"{address}/files/{others['photo']}").status_code == 404


def test_after_the_last_day_it_is_quoted_nowhere_and_the_name_goes_with_it(reader: Reader, gathering: Gathering, base: str) -> None:
    workspace = gathering.workspace
    long_ago = workspace.now() - timedelta(days=800)
    place = Visitor("Gwenda", "citizen", "here", "cy", uuid4(), long_ago)
    ended = matters.say_as_visitor(workspace, gathering.project, place, Said(WORDS, True, years=2, photo=picture())).id
    lasting = matters.say(workspace, gathering.act("Beti", happened_at=long_ago), Said("Golau wrth y drws", True, years=None)).id
    for each in (ended, lasting):
        matters.put_under(workspace, gathering.act("Mair"), each)
    with workspace.reading() as db:
        (photo,) = db.execute("select id from files").fetchone()  # type: ignore[misc]
    for page in ("", "/matters", "/matters.json", "/matters.csv", "/ideas", "/ideas.json"):
        text = reader.open(base + page).text
        assert WORDS not in text, page
        assert "Gwenda" not in text, page
    assert "Golau wrth y drws" in reader.open(f"{base}/matters").text
    assert reader.open(f"{base}/files/{photo}").status_code == 404
    as_(reader, gathering, "Eira")
    assert reader.client.post(f"{base}/ideas", json={"text": "Te", "matter": str(ended)}).status_code == 404
    code = slips.code_of(workspace, slips.slip_id(ended))
    as_(reader, gathering)
    page = reader.open(f"/en/slip/{code}")
    assert "No longer: the time you gave is over." in page.text
    reader.press(f"/en/slip/{code}/quote", years="1")
    for page in ("", "/matters"):
        text = reader.open(base + page).text
        assert WORDS in text
        assert "Gwenda" in text


def test_for_how_long_is_chosen_and_can_be_changed(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Eira").open(f"{base}/matters/new")
    reader.press(f"{base}/matters", text=WORDS, may_quote="yes")
    today = gathering.workspace.now().astimezone(LONDON).date()
    (said,) = reader.open(f"{base}/matters.json").json()["mine"]
    assert said["until_on"][:4] == str(today.year + 2)
    there = f"{base}/matters/{said['id']}/quote"
    reader.open(f"{base}/matters")
    reader.press(f"{there}?_method=delete")
    reader.press(there, years="always")
    (said,) = reader.open(f"{base}/matters.json").json()["mine"]
    assert (said["may_quote"], said["until_on"]) == (True, None)


def test_nothing_at_all_is_too_little(reader: Reader, base: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", files={"photo": ("", b"")}, text=" ", may_quote="yes", side="citizen")
    assert page.status_code == 422
    assert "Write something, add a photo, or say it aloud" in page.text


def test_words_in_the_place_of_a_file_are_refused(reader: Reader, base: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", text=WORDS, may_quote="yes", side="citizen", photo="a photo")
    assert (page.status_code, "A file belongs here" in page.text) == (422, True)


def test_a_form_that_weighs_more_than_any_photo_is_too_large(reader: Reader, base: str) -> None:
    reader.open(f"{base}/matters/new")
    page = reader.press(f"{base}/matters", files={"photo": ("photo.jpg", bytes(31_000_000))}, text=WORDS, may_quote="yes", side="citizen")
    assert (page.status_code, "That is too large" in page.text) == (413, True)


def test_a_photo_of_the_paper_goes_with_what_was_written_down(reader: Reader, gathering: Gathering, base: str) -> None:
    as_(reader, gathering, "Mair").open(f"{base}/writing-down?what=matter")
    said = {"text": WORDS, "how": "verbatim", "voice": str(gathering.member("Beti")), "source": "paper", "agreed": "signed", "may_quote": "no", "years": "1"}
    page = reader.press(f"{base}/writing-down?what=matter", files={"photo": ("paper.jpg", picture())}, **said)
    assert page.status_code == 200
    (waiting,) = reader.open(f"{base}/matters.json").json()["waiting"]
    assert [file["kind"] for file in waiting["files"]] == ["photo"]
    assert as_(reader, gathering, "Beti").open(f"{base}/files/{waiting['files'][0]['id']}").status_code == 200
