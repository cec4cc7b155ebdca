"""The board of a project: its ideas in people's own words, who supports them, what was answered, what was set aside and why."""

from .cards import ORDERS, PAGE, Board, Card, board, cards, posted
from .filling import BOARD
from .notes import NOTES, Note, Notes, idea, notes

__all__ = ["BOARD", "NOTES", "ORDERS", "PAGE", "Board", "Card", "Note", "Notes", "board", "cards", "idea", "notes", "posted"]
