"""Secrets that a person carries: links, codes, cookies. Only a keyed hash of them is ever stored."""

import base64
import hmac
import re
import secrets
from hashlib import sha256
from uuid import UUID

UNMISTAKABLE = "ACDEFGHJKMNPQRTWXY34679"
"""Neither 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B nor U and V: read on paper or heard on the phone, each can be only itself."""

PRINTED, READ_OUT = 10, 6
"""Letters of a code on a card, and of one that is read out."""


def token() -> str:
    """128 bits, for a link or a cookie."""
    return secrets.token_urlsafe(16)


def digits() -> str:
    """Six digits to type off another screen: short, so only for minutes and a few tries."""
    return f"{secrets.randbelow(10**6):06}"


def token_for(secret: bytes, press: str) -> str:
    """The token that one press of a button makes: pressed again it is the same, and without the key nobody can tell it."""
    return base64.urlsafe_b64encode(sealed(secret, "token of a press", press)[:16]).decode().rstrip("=")


def code_for(secret: bytes, press: str, length: int = PRINTED) -> str:
    """Unmistakable letters in two groups; the same for the same press. Ten (45 bits) are for a printed card, six (27 bits) to be read out in a room:
    those work for hours alone, and guessing is counted."""
    number, letters = int.from_bytes(sealed(secret, "code of a press", press)), ""
    for _ in range(length):
        number, place = divmod(number, len(UNMISTAKABLE))
        letters += UNMISTAKABLE[place]
    return f"{letters[: length // 2]}-{letters[length // 2 :]}"


def plain(typed: str) -> str:
    """A code as it was typed, without its spaces and dashes, in capitals. A link's token comes through whole."""
    letters = re.sub(r"[\s\-–—.]", "", typed).upper()
    return letters if len(letters) in (PRINTED, READ_OUT) else typed.strip()


def sealed(secret: bytes, purpose: str, value: str) -> bytes:
    """What is stored of a secret: useless without the key, and for one purpose alone."""
    return hmac.digest(secret, f"{purpose}\0{value}".encode(), sha256)


def unpacked(token: str) -> UUID | None:
    """The id that a signed token begins with."""
    try:
        return UUID(token[:32]) if token.isascii() and len(token) == 64 else None
    except ValueError:
        return None
