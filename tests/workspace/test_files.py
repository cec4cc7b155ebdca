"""Photos and voice notes: what is kept of what was sent, and what is refused."""

from io import BytesIO
from pathlib import Path

import psycopg
import pytest
from PIL import Image

from aggregates.base import Act
from aggregates.errors import AlreadyErased, Empty, FileTooLarge, NotAPhoto, NotASound, NotFound, NotYourTask, SoundTooLong, UnknownChoice
from aggregates.matter import Matter
from tests.gathering import Gathering
from tests.given import act
from tests.showing import element, endless, mp4, ogg, picture, taken_at_home, wav, webm
from workspace import files, matters, words
from workspace.application import Workspace
from workspace.backups import backup, restore
from workspace.matters import Said
from workspace.sounds import heard
from workspace.words import Place

BY = act()


def shown(data: bytes, by: Act = BY) -> Image.Image:
    """The picture that is kept, as a browser opens it."""
    row = files.photo(data, by).also[0][1]
    assert row[4] == "image/jpeg"
    image = Image.open(BytesIO(row[6]))
    assert image.format == "JPEG"
    assert image.size == tuple(row[7:9])
    return image


@pytest.mark.parametrize(
    ("kind", "mode"), [("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("WEBP", "RGBA"), ("GIF", "P")]
)
def test_pictures_of_every_usual_kind_become_one_kind(kind: str, mode: str) -> None:
    assert shown(picture(kind=kind, mode=mode)).size == (80, 60)


def test_a_large_picture_is_made_smaller_and_a_small_one_stays() -> None:
    assert shown(picture((4000, 1000))).size == (1600, 400)
    assert shown(picture((1000, 4000), "PNG")).size == (400, 1600)
    assert shown(picture((30, 20))).size == (30, 20)


def test_what_the_camera_notes_is_gone_and_the_picture_stands_upright() -> None:
    data = taken_at_home((80, 60), orientation=6)
    assert b"Telephone" in data
    kept = files.photo(data, BY).also[0][1][6]
    image = Image.open(BytesIO(kept))
    assert image.size == (60, 80)
    red, _, blue = image.getpixel((55, 5))  # what was top left has been turned to the right
    assert red > blue
    assert not dict(image.getexif())
    for word in (b"Exif", b"Telephone", b"a word of the camera", b"GPS"):
        assert word not in kept


def test_where_a_picture_is_transparent_it_is_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    assert shown(file.getvalue()).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"Words, in a file that is called photo.jpg",
        b"",
        picture((300, 200))[:900],
        picture((300, 200), "PNG")[:200],
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        picture(kind="TIFF"),
        wav(),
    ],
    ids=["words", "nothing", "cut off", "cut off PNG", "HEIC", "SVG", "TIFF", "a sound"],
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPhoto):
        files.photo(data, BY)


@pytest.mark.parametrize("size", [(7000, 6000), (20_000, 20_000)])
def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked(size: tuple[int, int]) -> None:
    file = BytesIO()
    Image.new("1", size).save(file, "PNG")
    assert len(file.getvalue()) < 200_000
    with pytest.raises(FileTooLarge):
        files.photo(file.getvalue(), BY)


def test_a_photo_that_weighs_too_much_is_refused() -> None:
    photo = picture()
    assert files.photo(photo + bytes(30_000_000 - len(photo)), BY)
    with pytest.raises(FileTooLarge):
        files.photo(photo + bytes(30_000_001 - len(photo)), BY)


@pytest.mark.parametrize(
    ("data", "media_type", "seconds"),
    [
        (webm(2.6), "audio/webm", 3),
        (webm(2, says=9), "audio/webm", 9),
        (ogg(4), "audio/ogg", 4),
        (mp4(5), "audio/mp4", 5),
        (mp4(0), "audio/mp4", None),
        (wav(2), "audio/wav", 2),
    ],
)
def test_a_recording_is_known_by_its_bytes_and_kept_as_it_is(data: bytes, media_type: str, seconds: int | None) -> None:
    row = files.sound(data, BY).also[0][1]
    assert (row[4], row[6], row[9]) == (media_type, data, seconds)


@pytest.mark.parametrize("made", [webm, ogg, mp4, lambda seconds: wav(seconds, 100)], ids=["webm", "ogg", "mp4", "wav"])
def test_a_recording_may_last_three_minutes(made) -> None:
    assert files.sound(made(180), BY)
    with pytest.raises(SoundTooLong):
        files.sound(made(190), BY)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Words, in a file that is called voice.ogg",
        picture(),
        webm(2, track=1),
        mp4(2, track=b"vide"),
        b"\x1a\x45\xdf\xa3",
        b"RIFF\0\0\0\0WAVE",
        b"OggS" + bytes(40),
        mp4()[:30],
        b"\0\0\0\x18ftyp" + b"\0\0\0\x08moov" * 5000,
        webm()[:40] + bytes(20),
        element(0x1A45DFA3, b"") + endless(0x18538067) * 5000,
    ],
)
def test_what_is_no_voice_is_refused(data: bytes) -> None:
    with pytest.raises(NotASound):
        files.sound(data, BY)


def test_a_recording_that_weighs_too_much_is_refused() -> None:
    with pytest.raises(FileTooLarge):
        files.sound(webm() + bytes(4_000_001), BY)


@pytest.mark.parametrize("made", [webm, ogg, mp4, wav])
def test_a_recording_that_was_cut_off_anywhere_breaks_nothing(made) -> None:
    data = made(2)[:400]
    for end in range(len(data)):
        heard(data[:end])


def test_the_commitment_binds_the_bytes() -> None:
    file = files.photo(picture(), BY)
    row = file.also[0][1]
    assert file.reference.commitment == files.commitment(row[5], row[6])
    assert file.reference.commitment != files.commitment(row[5], row[6] + b"x")


def both(group: Gathering) -> Matter:
    receipt = matters.say(group.workspace, group.act("Eira"), Said("", True, photo=picture(), sound=wav()))
    return group.workspace.load(Matter, receipt.id)


def rows(group: Gathering) -> dict[str, tuple[bool, int]]:
    with group.workspace.reading() as db:
        return {kind: (is_hidden, size) for kind, is_hidden, size in db.execute("select kind, is_hidden, size from files").fetchall()}


def test_a_photo_and_a_voice_are_stored_with_the_event_and_nothing_of_them_is_in_it(group: Gathering) -> None:
    matter = both(group)
    assert matter.words is None
    assert set(matter.files) == {"photo", "sound"}
    kept = rows(group)
    assert kept["sound"] == (False, len(wav()))
    assert not kept["photo"][0]
    with group.workspace.reading() as db:
        (state,) = db.execute("select state from stored_events where originator_id = %s", (matter.id,)).fetchone()  # type: ignore[misc]
    assert len(state) < 1200


def test_what_is_refused_leaves_nothing_behind(group: Gathering) -> None:
    head = group.workspace.head()
    for said, refusal in ((Said("", True), Empty), (Said("Te", True, photo=b"x"), NotAPhoto), (Said("", True, photo=picture(), sound=b"x"), NotASound)):
        with pytest.raises(refusal):
            matters.say(group.workspace, group.act("Eira"), said)
    assert rows(group) == {}
    assert group.workspace.head() == head


def test_a_photo_is_hidden_shown_and_erased_as_words_are(group: Gathering) -> None:
    matter, mair, opened = both(group), group.act, group.workspace
    photo = matter.files["photo"].id
    with pytest.raises(UnknownChoice):
        words.hide(opened, mair("Mair"), photo, Place("sound", matter.id), "Wyneb")
    with pytest.raises(UnknownChoice):
        words.hide(opened, mair("Mair"), photo, Place("matter", matter.id), "Wyneb")
    with pytest.raises(NotYourTask):
        words.hide(opened, mair("Beti"), photo, Place("photo", matter.id), "Wyneb")
    words.hide(opened, mair("Mair"), photo, Place("photo", matter.id), "Wyneb")
    assert rows(group)["photo"][0]
    words.show(opened, mair("Mair"), photo, "Cytuno")
    assert not rows(group)["photo"][0]
    words.hide(opened, mair("Mair"), photo, Place("photo", matter.id), "Wyneb")
    with pytest.raises(NotYourTask):
        words.erase(opened, mair("Beti"), photo, "by mistake")
    words.erase(opened, mair("Eira"), photo, "asked by the author")
    assert set(rows(group)) == {"sound"}
    with pytest.raises(AlreadyErased):
        words.show(opened, mair("Mair"), photo, "Eto")


def test_what_is_taken_back_is_withheld_with_its_photo_and_its_voice(group: Gathering) -> None:
    matter = both(group)
    matters.take_back(group.workspace, group.act("Eira"), matter.id)
    assert {kind: is_hidden for kind, (is_hidden, _) in rows(group).items()} == {"photo": True, "sound": True}


def test_a_file_of_another_project_is_not_found(group: Gathering, workspace: Workspace) -> None:
    matter = both(group)
    with group.workspace.reading() as db:
        assert files.stored(db, group.project, matter.files["photo"].id) is not None
        assert files.stored(db, matter.id, matter.files["photo"].id) is None
    with pytest.raises(NotFound):
        matters.transcribe(workspace, group.act("Mair"), group.project, "photo", "Te")


def test_a_backup_holds_the_files_and_what_was_erased_since_is_erased_in_it_again(group: Gathering, tmp_path: Path) -> None:
    matter = both(group)
    backup(group.workspace.settings, tmp_path / "backup")
    words.hide(group.workspace, group.act("Mair"), matter.files["photo"].id, Place("photo", matter.id), "Wyneb")
    words.erase(group.workspace, group.act("Eira"), matter.files["photo"].id, "asked by the author")
    restored = restore(group.workspace.settings, tmp_path / "backup")
    with psycopg.connect(group.workspace.settings.database_url, autocommit=True) as db:
        assert db.execute("select kind, body = %b from files", (wav(),)).fetchall() == [("sound", True)]
        db.execute(f"drop database {restored['kept']} with (force)".encode())
    assert restored["erased_again"] == 1
