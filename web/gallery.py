"""The gallery: every part that pages are made of, in every state, for whoever builds or translates them. Its words are specimens, of no project."""

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from litestar import Request

from workspace.languages import translator
from workspace.prospects import at_work

from . import explanations
from .asking import which
from .errors import error_page
from .kept import NOTHING_KEPT, Kept
from .page import THEMES
from .rendering import Answer, page
from .routes import get

RULE = {"method": "dual", "threshold": [1, 2], "strict": True, "base": "cast", "quorum": {"citizen": [1, 2], "professional": [1, 2]}, "least": 1}
ROLL = {"citizen": 8, "professional": 5}
STATES = (403, 404, 409, 413, 422, 429, 500, 503)
AT = datetime(2026, 11, 6, 18, 30, tzinfo=UTC)

WORDS = MappingProxyType(
    {
        "idea": {"cy": "Mae enw yn ddigon. Dywedwch wrtha i erbyn amser te pwy sy’n dod."},
        "latch": {"en": "If I know who it is I leave the door on the latch."},
        "question": {"cy": "A fydd pawb yn clywed erbyn 16:00 pwy sy’n dod?", "en": "Shall everybody hear by 4 pm who is coming?"},
        "families": {"cy": "Teuluoedd", "en": "Families"},
        "team": {"cy": "Tîm gofal", "en": "Care team"},
    }
)
BEFORE, AFTER = "The rota desk rings everybody by four.", "The rota desk rings, texts or sends a card by four."
WRITTEN = {"name": "Beti", "side": "citizen", "writer_name": "Siôn", "writer_side": "none", "is_verbatim": False, "is_unconfirmed": True}


@get("/gallery")
def show(request: Request[Any, Any, Any]) -> Answer:
    """Every part that pages are made of. `?theme=`: light or dark, for this page alone."""
    theme = which(request, "theme", THEMES)
    state = request.scope["state"]
    state["theme"] = None if theme == THEMES[0] else theme
    t = translator(state["language"])
    names = {"citizen": WORDS["families"][t.language], "professional": WORDS["team"][t.language]}
    counted = at_work(RULE, ROLL).example
    wrong = Kept("/gallery", {"name": [""], "text": ["…"], "side": []}, {"name": t("Write something here"), "side": t("Choose one of these")}, "")
    told = {
        "words": WORDS,
        "names": names,
        "at": AT,
        "before": BEFORE,
        "after": AFTER,
        "written": WRITTEN,
        "untouched": NOTHING_KEPT,
        "wrong": wrong,
        "charts": explanations.count_charts(t, names, counted),
        "rule": explanations.rule_sentence(t, RULE, names),
        "example": explanations.example(t, names, counted),
        "states": STATES,
        "themes": THEMES,
        "theme": theme,
        "nobody": UUID(int=0),
    }
    return page(request, "gallery/index.html", told)


@get("/gallery/states/{status:int}")
def show_state(request: Request[Any, Any, Any], status: int) -> Answer:
    """A page for what can go wrong, as it looks when it does."""
    return error_page(request, status if status in STATES else 404, "")


routes = [show, show_state]
