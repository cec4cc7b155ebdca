"""The board: what its page is made of, and the same as data, a row for each idea."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import PAGE, Board, as_board
from projections.matters import Matter
from projections.proposals import Grown
from workspace.languages import Translator, translator

from .rendering import Table


@dataclass(frozen=True, slots=True)
class Ideas:
    board: Board
    quotes: list[Matter]  # what people let others read, of the theme that was chosen
    grown: dict[UUID, list[Grown]]
    order: str
    view: str
    find: str
    theme: str  # under which they stand, "none" for those under none yet; empty for all
    choosing: bool
    beside: Matter | None  # what somebody said matters, beside which an idea is put
    pages: int


def ideas_of(rows: Any, page: int, by_theme: bool, quotes: Any, grown: Any, asked: tuple[str, str, str, str, bool], beside: Matter | None) -> Ideas:
    """Of what was read, and of nothing else (web/rendering.py, `alike`)."""
    found = as_board(rows, page=page, by_theme=by_theme)
    return Ideas(found, quotes, grown, *asked, beside, -(-found.total // PAGE))


def board_table(request: Request[Any, Any, Any], found: Board) -> Table:
    labels = _labels(translator(request.scope["state"]["language"]))
    called: dict[UUID | None, dict[str, str]] = {theme.id: theme.name for theme in found.themes}
    return Table(labels, [{name: getattr(card, name, None) for name in labels} | {"theme_name": called.get(card.theme, {})} for card in found.cards])


def _labels(t: Translator) -> dict[str, str]:
    return {
        "id": "id",
        "words": t("Idea"),
        "name": t("Whose"),
        "side": t("Group"),
        "writer_name": t("Written down by"),
        "is_unconfirmed": t("Not confirmed yet"),
        "theme_name": t("Theme"),
        "posted_at": t("When"),
        "supporters": t("Support"),
        "agree": t("Agree"),
        "disagree": t("Disagree"),
        "passed": t("Pass"),
        "replies": t("Replies"),
        "answers": t("Answers"),
        "proposals": t("Proposals"),
        "is_aside": t("Set aside"),
        "note_kind": t("Kind of answer"),
        "note_words": t("Latest answer or reason"),
        "note_on": t("Day"),
        "owed_name": t("Owes an answer"),
        "owed_on": t("By the day"),
    }
