"""Photos and voice notes, made fit for the record. The bytes are rows of `files`; events hold the id and a commitment.

A command takes the bytes that were sent, makes a `File` of them, gives its `reference` to the verb and its `also` to the commit:
row and event stand or fall together.
"""

import hmac
import secrets
import warnings
from dataclasses import dataclass, replace
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any, Literal, get_args
from uuid import UUID, uuid4

from PIL import Image, ImageOps
from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import Act, Attachment
from aggregates.errors import FileTooLarge, NotAPhoto, NotASound, SoundTooLong

from .memberships import Also
from .sounds import heard

Kind = Literal["photo", "sound"]
KINDS: tuple[Kind, ...] = get_args(Kind)

LARGEST_PHOTO, LARGEST_SOUND = 30_000_000, 4_000_000
"""Bytes as they are sent."""
LONGEST_SOUND = 180
"""Seconds."""
LONGER_EDGE, QUALITY = 1600, 82
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
AT_ONCE = BoundedSemaphore(2)
"""A photo that is unpacked takes up to 160 MB."""

Image.MAX_IMAGE_PIXELS = 40_000_000
warnings.simplefilter("error", Image.DecompressionBombWarning)  # raised before anything is unpacked

STORE = (
    "insert into files (id, project, owner, kind, media_type, salt, body, width, height, seconds) values (%s, %s, %s, %s, %s, %b, %b, %s, %s, %s) "
    "on conflict do nothing"
)


@dataclass(frozen=True, slots=True)
class File:
    """A row of `files` to be; of a photo also the picture that is kept, for whoever looks at what is on it."""

    reference: Attachment
    also: Also
    picture: Image.Image | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a file that may be shown; its bytes are asked for by `part`."""

    id: UUID
    kind: Kind
    media_type: str
    size: int
    width: int | None
    height: int | None
    seconds: int | None


def photo(data: bytes, by: Act) -> File:
    """What was photographed, drawn anew: upright, as large as a page can use, and without what cameras note about place and time.
    Refused: NotAPhoto, FileTooLarge (30 MB, 40 megapixels)."""
    if len(data) > LARGEST_PHOTO:
        raise FileTooLarge(kind="photo")
    with AT_ONCE:
        drawn = _drawn_anew(data)
    packed = BytesIO()
    drawn.save(packed, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return replace(_file("photo", "image/jpeg", packed.getvalue(), by, (*drawn.size, None)), picture=drawn)


def sound(data: bytes, by: Act) -> File:
    """What was recorded, as it is. Refused: NotASound, FileTooLarge (4 MB), SoundTooLong (three minutes, where the recording says how long it is)."""
    if len(data) > LARGEST_SOUND:
        raise FileTooLarge(kind="sound")
    found = heard(data)
    if found is None:
        raise NotASound(kind="sound")
    if found.seconds is not None and found.seconds > LONGEST_SOUND + 1:  # a recorder stops a moment late
        raise SoundTooLong(kind="sound")
    return _file("sound", found.media_type, data, by, (None, None, found.seconds))


def commitment(salt: bytes, body: bytes) -> str:
    """What an event holds of a file: it binds the bytes and, without the salt, says nothing of them."""
    return hmac.digest(salt, b"file\0body\0" + body, "sha256").hex()


def withheld(file: UUID, is_hidden: bool = True) -> Also:
    return [("update files set is_hidden = %s where id = %s", (is_hidden, file))]


def erased(file: UUID) -> Also:
    """For good."""
    return [("delete from files where id = %s", (file,))]


def beside(photo: UUID, text: UUID) -> Also:
    """The words are to be read on the photo too."""
    return [("insert into photographed (text, file) values (%s, %s)", (text, photo))]


def also_beside(text: UUID, before: UUID) -> Also:
    """Words that stand now for others, which were to be read on a photo."""
    return [("insert into photographed (text, file) select %s, file from photographed where text = %s", (text, before))]


def covered(text: UUID) -> Also:
    """A photo on which these words are to be read is seen by nobody while they, or others on it, are withheld: after the statement that says so."""
    hidden = "select from photographed o join texts t on t.id = o.text where o.file = f.id and t.is_hidden"
    return [(f"update files f set is_covered = exists ({hidden}) where f.id in (select file from photographed where text = %s)", (text,))]


def erased_with(text: UUID) -> Also:
    """The photo on which these words were to be read goes for good with them; others that were typed from it stay."""
    return [("delete from files where id in (select file from photographed where text = %s)", (text,))]


def stored(db: Connection[Any], project: UUID, file: UUID) -> Stored | None:
    """None where there is none, or it was taken down (one statement)."""
    sql = "select id, kind, media_type, size, width, height, seconds from shown_files where id = %s and project = %s"
    return db.cursor(row_factory=class_row(Stored)).execute(sql, (file, project)).fetchone()


def part(db: Connection[Any], file: UUID, first: int, length: int) -> bytes:
    """Some of its bytes, from the `first`, which is 0; none where it was taken down meanwhile."""
    row = db.execute(
        "select substring(body from %s for %s) from files where id = %s and not is_hidden and not is_covered", (first + 1, length, file), binary=True
    ).fetchone()
    return bytes(row[0]) if row else b""


def _drawn_anew(data: bytes) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            image.draft(None, (LONGER_EDGE, LONGER_EDGE))  # a JPEG need not be unpacked in its full size
            seen = image.convert("RGBA" if image.has_transparency_data else "RGB")
        seen.thumbnail((LONGER_EDGE, LONGER_EDGE))
        seen = ImageOps.exif_transpose(seen)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise FileTooLarge(kind="photo") from bomb
    except Exception as broken:  # what is no photo breaks its decoders in any way it likes
        raise NotAPhoto(kind="photo") from broken
    drawn = Image.new("RGB", seen.size, "white")  # of what stands beside the picture in its file nothing comes along
    drawn.paste(seen, mask=seen if seen.mode == "RGBA" else None)
    return drawn


def _file(kind: Kind, media_type: str, body: bytes, by: Act, measured: tuple[int | None, int | None, int | None]) -> File:
    id, salt = uuid4(), secrets.token_bytes(32)
    row = (id, by.project, by.author, kind, media_type, salt, body, *measured)
    return File(Attachment(id, kind, commitment(salt, body)), [(STORE, row)])
