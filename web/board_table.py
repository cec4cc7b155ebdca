"""The board as data: a row for each idea."""

from typing import Any
from uuid import UUID

from litestar import Request

from projections.board import Board
from workspace.languages import Translator, translator

from .rendering import Table


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
