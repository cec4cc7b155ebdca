"""The cast and the demo year, told by calling commands, as people would have. Used by the demo and by the tests."""

from .cast import CAST, Somebody
from .telling import Telling, is_told, tell

__all__ = ["CAST", "Somebody", "Telling", "is_told", "tell"]
