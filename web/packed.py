"""A page that is packed once, though each copy of it has places of its own: what is alike stands in packed blocks, and what is a reader's own as it is in
the blocks between (RFC 1951, 1952). So a token is also never packed together with words that somebody else wrote."""

import zlib
from collections.abc import Sequence
from struct import pack

LEVEL = 3
HEAD, END = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\x03\0"
LONGEST = 0xFFFF


def packed(piece: bytes) -> bytes:
    """Blocks that look back at nothing before them, whatever that is in a copy."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)


def as_it_is(own: bytes) -> bytes:
    """One block that is not packed, of at most 65,535 bytes."""
    return pack("<BHH", 0, len(own), LONGEST - len(own)) + own


def together(blocks: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """What a browser unpacks to these pieces, of which those are the blocks."""
    check = 0
    for piece in pieces:
        check = zlib.crc32(piece, check)
    return b"".join((HEAD, *blocks, END, pack("<II", check, sum(map(len, pieces)))))
