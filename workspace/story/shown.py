"""What is shown and what is heard in the story: a day drawn on a sheet of paper and photographed, and the bell of a bus."""

import math
import random
import wave
from array import array
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw, ImageFont

from .. import matters
from ..matters import Said
from .telling import Telling

PAPER, INK, RULE = "#F4EEE0", "#2A3F6B", "#CBD5DC"
DAY = ("10 to 7   bus", "8 o'clock   hospital", "half past 11   my name", "1 o'clock   wait", "3 o'clock   bus", "20 past 4   HOME")
ON_THE_SHEET = (
    "A sheet of paper with a day written on it by hand: ten to seven, bus. Eight o’clock, hospital. Half past eleven, my name. One o’clock, wait. "
    "Three o’clock, bus. Twenty past four, home, which is underlined twice."
)
RATE, BELL = 8000, (659, 523, 392)
THREE_NOTES = "Tri nodyn ar gloch, pob un yn is na’r llall: cloch yr hen fws."


def tell(telling: Telling, project: UUID) -> None:
    """Ifan photographs what he wrote for himself; Gwyn kept the bell. Siôn types what is on both, for whoever cannot see or hear it."""
    workspace, act = telling.workspace, telling.act
    drawn = matters.say(workspace, act("Ifan", project, 257), Said("A day for a blood test.", True, years=2, photo=sheet())).id
    rung = matters.say(workspace, act("Gwyn", project, 257), Said("When I heard it I knew that somebody had come for me.", True, sound=bell())).id
    matters.transcribe(workspace, act("Siôn", project, 256, "09:10"), drawn, "photo", ON_THE_SHEET)
    matters.transcribe(workspace, act("Siôn", project, 256, "09:14"), rung, "sound", THREE_NOTES)
    for matter in (drawn, rung):
        matters.put_under(workspace, act("Siôn", project, 256, "09:20"), matter)


def sheet() -> bytes:
    """A photo of it, a little askew, as a telephone takes it."""
    hand = random.Random(7)
    paper = Image.new("RGB", (1200, 900), PAPER)
    draw = ImageDraw.Draw(paper)
    for line in range(150, 900, 110):
        draw.line((60, line, 1140, line + hand.randint(-2, 2)), fill=RULE, width=3)
    for number, words in enumerate(DAY):
        _write(draw, words, 110, 75 + number * 110, hand)
    for below in (706, 718):
        draw.line([(500 + x, below + hand.randint(-3, 3)) for x in range(0, 220, 20)], fill=INK, width=5)
    taken = Image.new("RGB", (1360, 1060), "#6E5B49")
    turned = paper.rotate(2.5, expand=True, resample=Image.Resampling.BICUBIC, fillcolor="#6E5B49")
    taken.paste(turned, ((1360 - turned.width) // 2, (1060 - turned.height) // 2))
    file = BytesIO()
    taken.save(file, "JPEG", quality=85)
    return file.getvalue()


def bell() -> bytes:
    """Three notes that die away."""
    sound = array("h")
    for note in BELL:
        for at in range(int(RATE * 0.9)):
            sound.append(int(9000 * math.exp(-4 * at / RATE) * (math.sin(math.tau * note * at / RATE) + 0.4 * math.sin(math.tau * 2.76 * note * at / RATE))))
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(sound.tobytes())
    return file.getvalue()


def _write(draw: ImageDraw.ImageDraw, words: str, x: float, y: float, hand: random.Random) -> None:
    """Letter by letter, none quite where it should be."""
    font = ImageFont.load_default(size=62)
    for letter in words:
        draw.text((x, y + hand.uniform(-4, 4)), letter, fill=INK, font=font)
        x += font.getlength(letter) + hand.uniform(0, 4)
