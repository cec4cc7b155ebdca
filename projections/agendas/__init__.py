"""Sessions of a project: when, where, the agenda, and at which step of it each is. It changes when whoever leads does something, so phones can wait for it."""

from .filling import AGENDAS
from .reading import Block, Line, Now, Planned, Role, session, sessions

__all__ = ["AGENDAS", "Block", "Line", "Now", "Planned", "Role", "session", "sessions"]
