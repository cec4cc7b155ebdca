"""The board of a project: ideas in people's own words, the themes they stand under, who supports them, what was answered, joined or set aside."""

from ..base import ReadModel, together
from . import arranging, filling
from .cards import GROUPED, ORDERS, PAGE, Board, Card, Heading, board, cards, enough, posted
from .kin import Ask, Kin, asks, kin
from .notes import NOTES, Note, Notes, idea, notes
from .reminding import Owed, is_there, to_remind
from .themes import Theme, theme_names, themes

BOARD = ReadModel("board", version=6, schema=filling.SCHEMA, handlers=together(filling.HANDLERS, arranging.HANDLERS))

__all__ = [
    "BOARD", "GROUPED", "NOTES", "ORDERS", "PAGE", "Ask", "Board", "Card", "Heading", "Kin", "Note", "Notes", "Owed", "Theme", "asks", "board", "cards",
    "enough", "idea", "is_there", "kin", "notes", "posted", "theme_names", "themes", "to_remind",
]  # fmt: skip
