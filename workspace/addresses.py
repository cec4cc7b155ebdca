"""E-mail addresses, in the one form that is stored."""

import re

from aggregates.errors import BadWords

LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
ADDRESS = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@({LABEL}\.)*{LABEL}")


class NotAnAddress(BadWords): ...


def address(typed: str) -> str:
    """In small letters, the domain as the mail system writes it. Refused: NotAnAddress."""
    local, _, domain = typed.strip().lower().rpartition("@")
    try:
        email = f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        raise NotAnAddress from None
    if len(email) > 254 or not ADDRESS.fullmatch(email):
        raise NotAnAddress
    return email
