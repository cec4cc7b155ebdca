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
    "Nia": ("Roedd y sain yn wael: collon ni gartref hanner y sgwrs.", LED, (2, 3, 3)),
    "Menna": ("Digon o amser, a phaned ddwywaith.", LED, (4, 4, 4)),
    "Tomos": ("First evening out since August. Worth the sitter.", LED, (5, 3, 5)),
    "Delyth": ("O’n i’n falch o gael pasio unwaith.", LED, (3, 4, 4)),
    "Rhys": ("Es i yno’n disgwyl cwynion, a des i adre â chynllun.", LED, (4, 5, 4)),
    "Carys": ("Byddai’n dda dechrau ar amser.", LED, (4, 4, 5)),
    "Owain": ("I listened more than I usually do.", LED, (5, 4, 4)),
}
ON_THE_PHONE = "Da iawn. Gofynnodd rhywun i fi, ac arhoson nhw am yr ateb."


def tell(telling: Telling, session: UUID, act: Callable[[str, str], Act]) -> None:
    """`act`: somebody does something in the session, by the clock of that evening."""
    for number, (name, (text, is_for_all, answers)) in enumerate(SAID.items()):
        _say(telling, session, act(name, f"20:{45 + number}"), text, is_for_all, answers)
    by, beti = act("Siôn", "21:30"), act("Beti", "21:30").member
    _say(telling, session, speaking(telling.workspace, by, Voice(beti, "said so", "phone", True)), ON_THE_PHONE, ALL, (5, 4, 5))


def _say(telling: Telling, session: UUID, by: Act, text: str, is_for_all: bool, answers: tuple[int, int, int]) -> None:
    given = dict(zip(reflections.QUESTIONS, answers, strict=True))
    reflections.give(telling.workspace, by, session, text, is_for_all, is_for_all, given)
