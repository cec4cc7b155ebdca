"""The board of a project: ideas in people's own words, the themes they stand under, who supports them, what was answered, joined or set aside."""

from ..base import ReadModel, together
from . import arranging, filling
from .cards import GROUPED, ORDERS, PAGE, Board, Card, Heading, as_board, board, board_rows, cards, enough, grown_on, posted
from .kin import Ask, Kin, asks, kin
from .notes import NOTES, Note, Notes, idea, notes
from .reminding import Owed, is_there, to_remind
from .themes import Theme, theme_names, themes

BOARD = ReadModel("board", version=6, schema=filling.SCHEMA, handlers=together(filling.HANDLERS, arranging.HANDLERS))

__all__ = [
    "BOARD", "GROUPED", "NOTES", "ORDERS", "PAGE", "Ask", "Board", "Card", "Heading", "Kin", "Note", "Notes", "Owed", "Theme", "as_board", "asks", "board",
    "board_rows", "cards", "enough", "grown_on", "idea", "is_there", "kin", "notes", "posted", "theme_names", "themes", "to_remind",
]  # fmt: skip
