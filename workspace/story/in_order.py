"""How the ideas about the evening round were put in order together: three themes, two ideas that became one, and answers that are owed."""

from uuid import UUID

from .. import arranging, ideas, themes
from .telling import Telling, both


def tell(telling: Telling, project: UUID, who: list[UUID], when: list[UUID], time: list[UUID], rota: UUID) -> list[UUID]:
    """Under each theme the ideas that belong there; `rota` is under none yet. Answers with the themes."""
    (_, latch, _), (late, nightdress, sundays), (_, phone) = who, when, time
    _answer(telling, project, phone, sundays)
    named = _under_themes(telling, project, who, when, time)
    arranging.join(telling.workspace, telling.act("Menna", project, 75, "19:30"), nightdress, late)
    _ask(telling, project, "Gwyn", latch, "Rhys", 16, 2)
    _ask(telling, project, "Beti", rota, "Helen", 6, -5)
    return named


def _answer(telling: Telling, project: UUID, phone: UUID, sundays: UUID) -> None:
    workspace, car = telling.workspace, "O’r cyntaf o’r mis mae’r ffôn yn aros yn y car."
    ideas.answer(workspace, telling.act("Siôn", project, 84), phone, car, "yes", telling.on(60).date())
    talk = "Sunday drivers are the hard part. It’s on the agenda for our next evening."
    ideas.answer(workspace, telling.act("Helen", project, 74), sundays, talk, "let us talk", telling.on(61).date())


def _under_themes(telling: Telling, project: UUID, who: list[UUID], when: list[UUID], time: list[UUID]) -> list[UUID]:
    """Named by three people in one evening; whoever came by put the ideas where they belong."""
    names = (
        ("Nia", both("Pwy sy’n dod", "Who is coming"), who),
        ("Amina", both("Pryd", "When"), when),
        ("Tomos", both("Amser i eistedd", "Time to sit"), time),
    )
    found = []
    for number, (name, called, ids) in enumerate(names):
        theme = themes.name(telling.workspace, telling.act(name, project, 77, f"19:{10 + number}"), called).id
        found.append(theme)
        for idea in ids:
            arranging.move(telling.workspace, telling.act("Mair", project, 76, "20:15"), idea, theme)
    return found


def _ask(telling: Telling, project: UUID, name: str, idea: UUID, of: str, days_ago: int, until: int) -> None:
    """Somebody asked somebody for an answer until so many days ago; negative = to come."""
    member = telling.act(of, project, days_ago).member
    ideas.ask_for_answer(telling.workspace, telling.act(name, project, days_ago), idea, member, telling.on(until).date())
