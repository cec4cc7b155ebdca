"""A question that was taken down too soon, and put back by somebody else than who took it down; and one report after which the words stay."""

from uuid import UUID

from aggregates.idea import Idea

from .. import appeals, ideas, reports, words
from ..words import Place
from .telling import Telling

ASKS = "Then who made that rule? Let them come on the round with us one Friday, and sign in and out in front of my mother."


def tell(telling: Telling, project: UUID, phone: UUID, nightdress: UUID) -> None:
    """Both are ideas: the phone that says hurry, and the nightdress at half past six."""
    workspace, act = telling.workspace, telling.act
    ideas.reply(workspace, act("Tomos", project, 87, "20:40"), phone, ASKS)
    asks, place = _words(telling, phone, act("Tomos", project, 87).member), Place("reply", phone)
    reports.report(workspace, act("Rhys", project, 87, "21:15"), asks, place, "Mae’n swnio fel bygythiad i’r bobl yn y swyddfa.")
    words.hide(workspace, act("Siôn", project, 86), asks, place, "Mae’n pwyntio at bobl sydd ddim yma i ateb.")
    appeals.appeal(workspace, act("Tomos", project, 86, "18:20"), asks, "I name nobody. I ask who decides. I thought that is what we are here for.")
    fair = "Mae’n gwestiwn teg, a does neb yn cael ei enwi. Mae’n ddrwg gyda ni ein bod ni wedi’i dynnu i lawr."
    appeals.answer(workspace, act("Mair", project, 85), asks, fair, upheld=True)
    gown = workspace.load(Idea, nightdress).words.id
    reports.report(workspace, act("Owain", project, 70), gown, Place("idea", nightdress), "Is this too private to stand here?")
    reports.answer(workspace, act("Mair", project, 69), gown, "Menna ysgrifennodd hyn amdani hi ei hun, ac mae’n dweud ei bod hi am iddo aros.")


def _words(telling: Telling, idea: UUID, author: UUID) -> UUID:
    """Of the reply to it by this author."""
    found = telling.workspace.load(Idea, idea)
    return next(text for text, owner in found.texts.items() if owner == author and text != found.words.id)
