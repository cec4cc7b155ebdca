"""What a recording is and how long it lasts, told by its bytes alone: the containers in which browsers and telephones record a voice.

A film is none of them. How long it lasts is None where the container does not say, as while it is still being recorded.
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

SEGMENT, CLUSTER, TRACKS, TRACK, TRACK_TYPE = 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE, 0x83
INFO, SCALE, LASTS, TIME, BLOCK, GROUP, GROUP_BLOCK = 0x1549A966, 0x2AD7B1, 0x4489, 0xE7, 0xA3, 0xA0, 0xA1
MASTERS = {SEGMENT, CLUSTER, TRACKS, TRACK, INFO, GROUP}
VIDEO = 1


@dataclass(frozen=True, slots=True)
class Heard:
    media_type: str
    seconds: int | None


def heard(data: bytes) -> Heard | None:
    """None for what is no recording of a voice that a browser could play."""
    with suppress(struct.error, IndexError, ValueError, ZeroDivisionError, OverflowError, RecursionError):  # cut off, or never whole
        if data.startswith(b"\x1a\x45\xdf\xa3"):
            return _webm(data)
        if data.startswith(b"OggS"):
            return _ogg(data)
        if data[4:8] == b"ftyp":
            return _mp4(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
            return _wav(data)
    return None


def _webm(data: bytes) -> Heard | None:
    scale, lasts, at, last, kinds = 1_000_000, 0.0, 0, 0, set[int]()
    for name, body in _elements(data):
        if name == SCALE:
            scale = int.from_bytes(body, "big")
        elif name == LASTS:
            lasts = struct.unpack(">f" if len(body) == 4 else ">d", body)[0]
        elif name == TRACK_TYPE:
            kinds.add(int.from_bytes(body, "big"))
        elif name == TIME:
            at = int.from_bytes(body, "big")
        elif name in (BLOCK, GROUP_BLOCK):
            last = max(last, at + struct.unpack_from(">h", body, _width(body[0]))[0])
    if VIDEO in kinds or not kinds:
        return None
    return Heard("audio/webm", _seconds(max(lasts, last) * scale / 1_000_000_000))


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every element of an EBML document in its order; those that hold others are gone into, of whatever length they say they are."""
    at = 0
    while at + 2 <= len(data):
        width = _width(data[at])
        name = int.from_bytes(data[at : at + width], "big")
        at += width
        width = _width(data[at])
        size = int.from_bytes(data[at : at + width], "big") & ((1 << 7 * width) - 1)
        at += width
        if name not in MASTERS:
            yield name, data[at : at + size]
            at += size


def _width(first: int) -> int:
    if not first:
        raise ValueError("a number of more than eight bytes")
    return 9 - first.bit_length()


def _ogg(data: bytes) -> Heard | None:
    first = data[27 + data[26] :]
    last = data.rfind(b"OggS")
    end: int = struct.unpack_from("<q", data, last + 6)[0]
    if first.startswith(b"OpusHead"):
        begin, rate = struct.unpack_from("<H", first, 10)[0], 48_000
    elif first.startswith(b"\x01vorbis"):
        begin, rate = 0, struct.unpack_from("<I", first, 12)[0]
    else:
        return None
    return Heard("audio/ogg", _seconds((end - begin) / rate))


def _mp4(data: bytes) -> Heard | None:
    kinds, lasts = set[bytes](), 0.0
    for name, body in _boxes(data, 0, len(data)):
        if name == b"hdlr":
            kinds.add(body[8:12])
        elif name == b"mvhd":
            scale, length = struct.unpack_from(">IQ", body, 20) if body[0] == 1 else struct.unpack_from(">II", body, 12)
            lasts = length / scale
    return Heard("audio/mp4", _seconds(lasts)) if b"soun" in kinds and b"vide" not in kinds else None


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        head = 16 if size == 1 else 8
        size = struct.unpack_from(">Q", data, at + 8)[0] if size == 1 else size or end - at
        if size < head:
            raise ValueError("a box that is smaller than its own head")
        if name in (b"moov", b"trak", b"mdia"):
            yield from _boxes(data, at + head, min(at + size, end))
        else:
            yield name, data[at + head : at + size]
        at += size


def _wav(data: bytes) -> Heard | None:
    at, rate, size = 12, 0, 0
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        if name == b"fmt ":
            rate = struct.unpack_from("<I", data, at + 16)[0]
        elif name == b"data":
            size = min(length, len(data) - at - 8)
        at += 8 + length + length % 2
    return Heard("audio/wav", _seconds(size / rate)) if rate and size else None


def _seconds(lasts: float) -> int | None:
    return round(lasts) if lasts > 0 else None
