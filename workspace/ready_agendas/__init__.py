"""Agendas to begin with: a group takes one and makes it its own."""

from .base import Ready
from .kitchen_table import KITCHEN_TABLE
from .two_hours import TWO_HOURS

__all__ = ["READY", "Ready"]

READY: tuple[Ready, ...] = (TWO_HOURS, KITCHEN_TABLE)
