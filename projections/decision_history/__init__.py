"""The history of a project: every event, for a sentence about it."""

from .filling import DECISION_HISTORY
from .reading import KINDS, NOBODY, PAGE, Entry, actors, at, entries, veiled

__all__ = ["DECISION_HISTORY", "KINDS", "NOBODY", "PAGE", "Entry", "actors", "at", "entries", "veiled"]
