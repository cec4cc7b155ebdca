"""Sessions of a project: when, where, the agenda, and at which step of it each is. It changes when whoever leads does something, so phones can wait for it."""

from .filling import AGENDAS
from .phones import Came, Door, Part, Phone, came_of, door, parts, phone
from .reading import Block, Line, Now, Planned, Role, forgotten, session, sessions

__all__ = [
    "AGENDAS",
    "Block",
    "Came",
    "Door",
    "Line",
    "Now",
    "Part",
    "Phone",
    "Planned",
    "Role",
    "came_of",
    "door",
    "forgotten",
    "parts",
    "phone",
    "session",
    "sessions",
]
