"""How the evening with the rota went, for those who were there: said the same night, to all or to those who led."""

from collections.abc import Callable
from uuid import UUID

from aggregates.base import Act

from .. import reflections
from ..voices import Voice, speaking
from .telling import Telling

ALL, LED = True, False
SAID = {
    "Eira": ("Ges i orffen pob brawddeg. Dyw hynny ddim yn digwydd yn aml.", ALL, (5, 4, 5)),
    "Gwyn": ("Good talk. Friday is still Friday.", ALL, (4, 2, 3)),
    "Amina": ("I said out loud that ten is too many, and nobody told me off.", ALL, (5, 4, 5)),
    "Zofia": ("I came straight from the round and was hungry. Food, next time, please.", LED, (3, 3, 4)),
    "Menna": ("Roedd y sain o’r gliniadur yn wael: collodd y rhai gartref hanner y sgwrs.", LED, (4, 4, 4)),
}
ANSWERED = {"Tomos": (5, 3, 5), "Nia": (2, 3, 3), "Delyth": (3, 4, 4), "Rhys": (4, 5, 4), "Carys": (4, 4, 5), "Owain": (5, 4, 4)}
"""Of those who said no more than that it was good."""
ON_THE_PHONE = "Da iawn. Gofynnodd rhywun i fi, ac arhoson nhw am yr ateb."


def tell(telling: Telling, session: UUID, act: Callable[[str, str], Act]) -> None:
    """`act`: somebody does something in the session, by the clock of that evening."""
    for number, (name, (text, is_for_all, answers)) in enumerate(SAID.items()):
        _say(telling, session, act(name, f"20:{45 + number}"), text, is_for_all, answers)
    for number, (name, answers) in enumerate(ANSWERED.items()):
        by = act(name, f"21:{10 + number}")
        _say(telling, session, by, "Da" if by.language == "cy" else "Good", LED, answers)
    by, beti = act("Siôn", "21:30"), act("Beti", "21:30").member
    _say(telling, session, speaking(telling.workspace, by, Voice(beti, "said so", "phone", True)), ON_THE_PHONE, ALL, (5, 4, 5))


def _say(telling: Telling, session: UUID, by: Act, text: str, is_for_all: bool, answers: tuple[int, int, int]) -> None:
    given = dict(zip(reflections.QUESTIONS, answers, strict=True))
    reflections.give(telling.workspace, by, session, text, is_for_all, is_for_all, given)
