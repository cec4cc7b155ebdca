"""Sessions of a project: when, where, the agenda, and at which step of it each is. It changes when whoever leads does something, so phones can wait for it."""

from .filling import AGENDAS
from .phones import Came, Door, Part, Phone, came_of, door, outcome_of, parts, phone
from .reading import Block, Line, Next, Now, Planned, Role, forgotten, next_of, session, sessions

__all__ = [
    "AGENDAS",
    "Block",
    "Came",
    "Door",
    "Line",
    "Next",
    "Now",
    "Part",
    "Phone",
    "Planned",
    "Role",
    "came_of",
    "door",
    "forgotten",
    "next_of",
    "outcome_of",
    "parts",
    "phone",
    "session",
    "sessions",
]
