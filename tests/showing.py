"""Photos and recordings made in code: as browsers and telephones send them, and as those who mean no good do."""

import struct
import wave
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

PLACE = {0x0110: "Telephone 7", 0x8825: {1: "N", 2: (52.0, 13.0, 0.0), 3: "W", 4: (4.0, 15.0, 0.0)}}
"""What a camera notes beside a picture: what it is, and where it stood."""


def picture(size: tuple[int, int] = (80, 60), kind: str = "JPEG", mode: str = "RGB", **more: Any) -> bytes:
    """A red square in the top left corner of blue."""
    image = Image.new("RGB", size, "blue")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill="red")
    file = BytesIO()
    image.convert(mode).save(file, kind, **more)
    return file.getvalue()


def taken_at_home(size: tuple[int, int] = (80, 60), orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    for tag, value in PLACE.items():
        exif[tag] = value
    return picture(size, exif=exif, comment=b"a word of the camera")


def wav(seconds: float = 2, rate: int = 8000) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(rate)
        sound.writeframes(bytes(128 for _ in range(int(seconds * rate))))
    return file.getvalue()


def ogg(seconds: float = 2) -> bytes:
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 312, 48_000, 0, 0)

    def page(end: int, body: bytes) -> bytes:
        return b"OggS" + struct.pack("<BBqIIIB", 0, 0, end, 1, 0, 0, 1) + bytes([len(body)]) + body

    return page(0, head) + page(int(seconds * 48_000) + 312, b"voice")


def webm(seconds: float = 2, track: int = 2, says: float | None = None) -> bytes:
    """As a browser records it: of unknown length, unless it `says` how long it is."""
    info = element(0x1549A966, element(0x2AD7B1, (1_000_000).to_bytes(3, "big")) + (element(0x4489, struct.pack(">d", says * 1000)) if says else b""))
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, bytes([track]))))
    whole = int(seconds)
    clusters = b"".join(endless(0x1F43B675) + element(0xE7, (at * 1000).to_bytes(4, "big")) + block(0) for at in range(whole))
    last = endless(0x1F43B675) + element(0xE7, (whole * 1000).to_bytes(4, "big")) + block(int((seconds - whole) * 1000))
    return element(0x1A45DFA3, element(0x4282, b"webm")) + endless(0x18538067) + info + tracks + clusters + last


def block(later: int) -> bytes:
    return element(0xA3, b"\x81" + struct.pack(">h", later) + b"\x80voice")


def element(name: int, body: bytes) -> bytes:
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + (len(body) | 1 << 28).to_bytes(4, "big") + body


def endless(name: int) -> bytes:
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + b"\x01" + b"\xff" * 7


def mp4(seconds: float = 2, track: bytes = b"soun") -> bytes:
    def box(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I4s", len(body) + 8, name) + body

    head = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, int(seconds * 1000)) + bytes(80))
    handler = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + track + bytes(12))))
    return box(b"ftyp", b"M4A \0\0\0\0isom") + box(b"moov", head + handler) + box(b"mdat", b"voice")
