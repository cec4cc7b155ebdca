"""What some would rather write by hand in the evening on Friday nights: notes on the door of the hall, photographed, and the first of them typed."""

import random
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw, ImageFont

from aggregates.base import Act
from aggregates.photograph import Photograph

from .. import photographs
from ..application import Workspace
from ..photographs import Piece

DOOR, INK = "#E9E5DC", "#2B2A33"
NOTES = (
    ("#F8E15A", ("A key", "at no. 4")),
    ("#F08FB4", ("Golau uwch", "y drws cefn")),
    ("#F8E15A", ("Radio on", "till he comes")),
    ("#8CC8EE", ("Gwely", "am naw")),
    ("#B5DE72", ("Ring when", "you turn in")),
    ("#F8E15A", ("Ci bach", "ar y clos")),
)
SIZE, NOTE = (1400, 1000), 300


def hang(workspace: Workspace, taken_by: Act, typed_by: Act, session: UUID, block: UUID) -> None:
    taken = photographs.take(workspace, taken_by, session, block, door()).id
    first = workspace.load(Photograph, taken).found[0]
    photographs.cut(workspace, typed_by, session, taken, [Piece(first, "A key at number 4.")], side="citizen", are_shown=True)


def door() -> bytes:
    """A photograph of it: each note hangs a little askew."""
    hand = random.Random(4)
    taken = Image.new("RGB", SIZE, DOOR)
    for number, (colour, lines) in enumerate(NOTES):
        note = _note(colour, lines).rotate(hand.uniform(-6, 6), expand=True, resample=Image.Resampling.BICUBIC)
        across, down = number % 3, number // 3
        taken.paste(note, (90 + 430 * across + hand.randint(-25, 25), 90 + 450 * down + hand.randint(-25, 25)), note)
    file = BytesIO()
    taken.save(file, "JPEG", quality=85)
    return file.getvalue()


def _note(colour: str, lines: tuple[str, ...]) -> Image.Image:
    note = Image.new("RGBA", (NOTE, NOTE), colour)
    for number, line in enumerate(lines):
        ImageDraw.Draw(note).text((28, 80 + 62 * number), line, fill=INK, font=ImageFont.load_default(size=44))
    return note
