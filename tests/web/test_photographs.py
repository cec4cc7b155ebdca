"""A photograph of the wall, from the form to the cards that are typed from it; and the photo of a paper that comes with one card."""

from collections.abc import Callable, Sequence
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image, ImageDraw

from projections.agendas import session as session_of
from projections.photographs import photographs, pieces
from projections.rooms import Card, cards
from tests.evening import Evening, seal_minutes
from tests.gathering import Gathering
from tests.showing import picture, taken_at_home
from workspace import attending, minutes, projects, sessions, slips, words
from workspace import cards as put
from workspace.attending import Coming
from workspace.cards import Written
from workspace.voices import Voice, speaking
from workspace.words import Place

from .browsing import Reader, forms_of

NOTES = ((60, 60), (320, 60), (60, 320))


@pytest.fixture
def there(reader: Reader, gathering: Gathering, evening: Evening) -> str:
    reader.sign_in(gathering.accounts["Mair"])
    return f"/en/projects/{gathering.project}/sessions/{evening.id}"


def wall(notes: Sequence[tuple[int, int]] = NOTES) -> bytes:
    """Yellow notes on white."""
    image, file = Image.new("RGB", (800, 600), (238, 236, 230)), BytesIO()
    for x, y in notes:
        ImageDraw.Draw(image).rectangle((x, y, x + 160, y + 160), (250, 226, 88))
    image.save(file, "JPEG")
    return file.getvalue()


def as_(reader: Reader, gathering: Gathering, name: str = "") -> Reader:
    reader.client.cookies.clear()
    return reader.sign_in(gathering.accounts[name]) if name else reader


def taken(reader: Reader, there: str, photo: bytes | None = None, at: str = "photographs", **more: object) -> str:
    """Address of a photograph that whoever leads shows."""
    reader.open(f"{there}/{at}")
    answer = reader.press(f"{there}/{at}", files={"photo": ("wal.jpg", photo or wall())}, **more)
    assert answer.status_code == 200, answer.text
    return answer.url.path


def on_wall(evening: Evening) -> list[Card]:
    with evening.gathering.workspace.reading() as db:
        return cards(db, evening.id, None, only_shown=False)


def test_notes_are_found_typed_and_on_the_wall(reader: Reader, evening: Evening, there: str) -> None:
    here = taken(reader, there, table=3)
    shown = reader.open(here)
    assert "3 patches look like notes." in shown.text
    assert len(reader.open(f"{here}.json").json()["rows"]) == 3
    reader.open(here)
    answer = reader.press(f"{here}/pieces", says_1="A bus at nine", says_2="Tea", table_2="4", side="citizen", are_shown="1")
    assert answer.status_code == 200
    found = [(each.words, each.sits_at, each.side, each.is_shown, each.is_unconfirmed, each.writer, each.source, each.name) for each in on_wall(evening)]
    assert found == [
        ({"en": "A bus at nine"}, 3, "citizen", True, False, "Mair", "paper", None),
        ({"en": "Tea"}, 4, "citizen", True, False, "Mair", "paper", None),
    ]
    assert "1 patch looks like a note." in answer.text
    assert "2 pieces, and none of them twice." in answer.text
    assert 'name="says_1"' not in answer.text
    reader.press(f"{here}/pieces", nothing="3")
    assert "No patch on it looks like a note that is not typed yet." in reader.open(here).text
    assert len(on_wall(evening)) == 2


def test_a_pile_of_papers_and_notes_that_were_not_found_are_typed_beside_it(reader: Reader, evening: Evening, there: str) -> None:
    here = taken(reader, there, wall(()))
    reader.press(f"{here}/pieces", says_33="From the pile", says_34="At its corner", left_34="0", top_34="0", width_34="20", height_34="30")
    assert [each.words["en"] for each in on_wall(evening)] == ["From the pile", "At its corner"]
    with evening.gathering.workspace.reading() as db:
        [each] = photographs(db, evening.id)
        assert [piece.cut for piece in pieces(db, each.id)] == [None, [0, 0, 200, 300]]
    reader.open(here)
    again = reader.press(f"{here}/pieces", says_33="The corner again", left_33="1", top_33="0", width_33="19", height_33="30")
    assert again.status_code == 409
    assert "cut out and typed already" in again.text
    assert "The corner again" in again.text
    assert len(on_wall(evening)) == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "says_33"),
        ({"says_33": "x", "left_33": "90", "width_33": "20", "height_33": "5"}, "left_33"),
        ({"says_33": "x", "left_33": "90"}, "left_33"),
        ({"says_34": "x", "width_34": "101"}, "width_34"),
        ({"says_33": "x" * 1001}, "says_33"),
        ({"says_33": "x", "table_33": "-1"}, "table_33"),
        ({"says_33": "x", "side": "everybody"}, "side"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_stays(reader: Reader, evening: Evening, there: str, typed: dict[str, str], field: str) -> None:
    here = taken(reader, there, wall(()))
    answer = reader.press(f"{here}/pieces", **typed)
    assert answer.status_code == 422
    assert f'"#{field}"' in answer.text
    for said in typed.values():
        assert said in answer.text
    assert on_wall(evening) == []


@pytest.mark.parametrize(
    ("name", "made", "said"),
    [
        ("large.jpg", lambda: b"\xff\xd8" + bytes(30_000_001), "larger than 30 MB"),
        ("broken.jpg", lambda: taken_at_home()[:300], "photo"),
        ("words.jpg", lambda: b"No photo", "photo"),
        ("empty.jpg", lambda: b"", "photo"),
        ("bomb.png", lambda: picture((7000, 6000), "PNG"), "larger than 30 MB"),
    ],
)
def test_what_is_no_photo_is_refused_beside_the_field(reader: Reader, evening: Evening, there: str, name: str, made: Callable[[], bytes], said: str) -> None:
    reader.open(f"{there}/photographs")
    answer = reader.press(f"{there}/photographs", files={"photo": (name, made())}, table="5")
    assert answer.status_code == 422, answer.status_code
    assert "photo-wrong" in answer.text
    assert said in answer.text
    assert forms_of(answer.text)[f"{there}/photographs"]["table"] == "5"
    with evening.gathering.workspace.reading() as db:
        assert photographs(db, evening.id) == []


def test_pressed_twice_it_is_typed_once(reader: Reader, evening: Evening, there: str) -> None:
    here = taken(reader, there)
    command = uuid4().hex
    for _ in range(2):
        reader.open(here)
        assert reader.press(f"{here}/pieces", says_33="From the pile", command=command).status_code == 200
    assert len(on_wall(evening)) == 1


def test_a_session_without_network_is_entered_when_it_is_over_until_its_minutes_are_sealed(reader: Reader, evening: Evening, there: str) -> None:
    workspace, mair = evening.gathering.workspace, evening.act("Mair")
    evening.end()
    minutes.draft(workspace, evening.id)
    assert "Photographs of the wall, to be typed" in reader.open(there).text
    here = taken(reader, there)
    reader.press(f"{here}/pieces", says_1="Said without a network")
    assert [each.is_shown for each in on_wall(evening)] == [True]
    told = reader.open(f"{there}/minutes").text
    assert "Said without a network" in told
    with workspace.reading() as db:
        found = session_of(db, evening.id)
    assert found is not None
    assert [each.begun_at is not None for each in found.agenda][:2] == [True, False]
    reader.open(here)
    seal_minutes(workspace, evening.id, mair)
    late = reader.press(f"{here}/pieces", says_2="Too late")
    assert late.status_code == 422
    assert "sealed" in late.text
    assert "The minutes are sealed" in reader.open(f"{there}/photographs").text
    assert len(on_wall(evening)) == 1


def test_only_those_who_lead_see_it(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    here = taken(reader, there)
    reader.press(f"{here}/pieces", says_1="Tea", are_shown="1")
    file = f"/en/projects/{gathering.project}/files/{reader.open(f'{here}.json').json()['photograph']['file']}"
    sessions.give_role(gathering.workspace, gathering.act("Mair"), evening.id, gathering.member("Rhys"), "host")
    for name, status in (("Mair", 200), ("Rhys", 200), ("Eira", 404), ("", 404)):
        as_(reader, gathering, name)
        assert reader.open(file).status_code == status, name
    as_(reader, gathering, "Eira")
    assert reader.open(here).status_code == 403
    assert reader.open(f"{there}/photographs").status_code == 403


def test_it_is_erased_when_it_is_not_needed_and_the_cards_stay(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    here = taken(reader, there)
    reader.press(f"{here}/pieces", says_1="Tea")
    reader.press(f"{here}?_method=delete")
    assert reader.open(here).status_code == 404
    assert [each.words["en"] for each in on_wall(evening)] == ["Tea"]
    with gathering.workspace.reading() as db:
        assert db.execute("select count(*) from files").fetchone() == (0,)


def test_where_words_on_it_are_taken_down_or_erased_it_goes_with_them(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    here = taken(reader, there)
    reader.press(f"{here}/pieces", says_1="A name", says_2="Tea")
    workspace, mair = gathering.workspace, gathering.act
    first, second = (each.text for each in on_wall(evening))
    file = f"/en/projects/{gathering.project}/files/{reader.open(f'{here}.json').json()['photograph']['file']}"
    for text in (first, second):
        words.hide(workspace, mair("Mair"), text, Place("card", evening.id), "A name")
    assert reader.open(file).status_code == 404
    assert "This photo was taken down." in reader.open(here).text
    words.show(workspace, mair("Mair"), second, "It was no name")
    assert reader.open(file).status_code == 404
    words.show(workspace, mair("Mair"), first, "It was no name")
    assert reader.open(file).status_code == 200
    words.hide(workspace, mair("Mair"), first, Place("card", evening.id), "A name")
    words.erase(workspace, mair("Mair"), first, "names somebody")
    with workspace.reading() as db:
        assert db.execute("select count(*) from files").fetchone() == (0,)
    assert "Tea" in reader.open(here).text


def written_down(evening: Evening, *, photo: bytes | None = None) -> tuple[UUID, str]:
    """A card that Mair writes down for Eira from a paper, and where its photo is."""
    workspace = evening.gathering.workspace
    evening.come("Eira")
    evening.go_to(0, "write")
    theirs = attending.in_session(speaking(workspace, evening.act("Mair"), Voice(evening.gathering.member("Eira"), "said so", "paper", True)), evening.id)
    card = put.put(workspace, theirs, evening.id, evening.blocks[0], Written("Paned", photo=photo or picture())).id
    with workspace.reading() as db:
        [[file]] = db.execute("select id from files").fetchall()
    return card, f"/en/projects/{evening.gathering.project}/files/{file}"


def test_a_photo_of_the_paper_comes_with_what_is_written_down(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    evening.go_to(0, "write")
    attending.bring(gathering.workspace, evening.act("Mair"), evening.id, Coming("Nel", "citizen", "room"))
    reader.open(f"{there}/console")
    told = reader.press(f"{there}/capture", files={"photo": ("papur.jpg", taken_at_home())}, said="Cŵn ar y bws", source="paper", agreed="said so")
    assert "A photo of the paper" in told.text
    with gathering.workspace.reading() as db:
        [[file]] = db.execute("select id from files").fetchall()
    assert f"/en/projects/{gathering.project}/files/{file}" in told.text
    refused = reader.press(f"{there}/capture", files={"photo": ("papur.jpg", b"no photo")}, said="Eto", source="paper", agreed="said so")
    assert refused.status_code == 422
    assert "photo-wrong" in refused.text


def test_who_sees_the_photo_of_a_paper(reader: Reader, gathering: Gathering, evening: Evening, there: str) -> None:
    card, file = written_down(evening)
    for name, status in (("Mair", 200), ("Eira", 200), ("Beti", 404), ("", 404)):
        as_(reader, gathering, name)
        assert reader.open(file).status_code == status, name
    as_(reader, gathering)
    code = slips.code_of(gathering.workspace, slips.slip_id(card))
    assert f"/en/slip/{code}/files/" in reader.open(f"/en/slip/{code}").text
    assert reader.open(f"/en/slip/{code}/files/{file.rpartition('/')[2]}").status_code == 200
    assert reader.open(f"/en/slip/{code}/files/{uuid4()}").status_code == 404
    put.show(gathering.workspace, evening.act("Mair"), evening.id, [card])
    for name, status in (("Beti", 200), ("", 404)):
        as_(reader, gathering, name)
        assert reader.open(file).status_code == status, name
    evening.end()
    minutes.draft(gathering.workspace, evening.id)
    as_(reader, gathering, "Beti")
    assert file in reader.open(f"{there}/minutes").text
    as_(reader, gathering)
    assert file not in reader.open(f"{there}/minutes").text
    projects.show_to(gathering.workspace, gathering.act("Mair"), "sensitive", "So")
    for name, status in (("Mair", 200), ("Eira", 200), ("Beti", 404)):
        as_(reader, gathering, name)
        assert reader.open(file).status_code == status, name
    assert file not in reader.open(f"{there}/minutes").text


@pytest.mark.parametrize("is_reworded", [True, False])
def test_the_photo_of_a_paper_goes_where_its_words_go(reader: Reader, gathering: Gathering, evening: Evening, there: str, is_reworded: bool) -> None:
    card, file = written_down(evening)
    if is_reworded:
        put.reword(gathering.workspace, evening.act("Eira"), card, "Paned dwym")
    assert reader.open(file).status_code == 200
    [own] = on_wall(evening)
    words.hide(gathering.workspace, gathering.act("Mair"), own.text, Place("card", evening.id), "A name")
    assert reader.open(file).status_code == 404
    words.show(gathering.workspace, gathering.act("Mair"), own.text, "It was no name")
    assert reader.open(file).status_code == 200
    put.take_back(gathering.workspace, evening.act("Eira"), card)
    for name in ("Mair", "Eira"):
        as_(reader, gathering, name)
        assert reader.open(file).status_code == 404


def test_in_welsh(reader: Reader, gathering: Gathering, evening: Evening) -> None:
    reader.sign_in(gathering.accounts["Mair"])
    here = taken(reader, f"/cy/prosiectau/{gathering.project}/sesiynau/{evening.id}", at="ffotograffau")
    assert "Mae 3 darn yn edrych fel nodiadau." in reader.open(here).text
    assert "1 darn, unwaith yn unig." in reader.press(f"{here}/darnau", says_1="Paned").text
