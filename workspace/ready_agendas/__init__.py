"""Agendas to begin with: a group takes one and makes it its own."""

from .base import Ready
from .from_home import FROM_HOME
from .kitchen_table import KITCHEN_TABLE
from .room_and_home import ROOM_AND_HOME
from .two_hours import TWO_HOURS
from .walk_about import WALK_ABOUT

__all__ = ["READY", "Ready"]

READY: tuple[Ready, ...] = (TWO_HOURS, FROM_HOME, ROOM_AND_HOME, KITCHEN_TABLE, WALK_ABOUT)
