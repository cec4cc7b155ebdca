"""When the evening care group can meet: once asked, answered and chosen; and once more, with a favourite that suits the families alone."""

from datetime import timedelta
from uuid import UUID

from .. import polls
from ..matters import Visitor
from ..polls import Asking
from .cast import CARE_TEAM, FAMILIES
from .telling import Telling, both

TEA = both("Golwg gyntaf ar y rota newydd, gyda phaned", "A first look at the new rota, with tea")
LATE = both("Yr ymweliad hwyr: sut byddai’n gweithio?", "The late visit: how would it work?")
LETTERS = {"y": "yes", "i": "if needed", "n": "no"}


def tell(telling: Telling, project: UUID) -> None:
    _rota(telling, project)
    _late_visit(telling, project)


def _rota(telling: Telling, project: UUID) -> None:
    asked = _ask(telling, project, 34, TEA, (22, "14:00"), (21, "18:30"), (20, "19:00"))
    _answer(telling, project, asked, 33, {"Eira": "yyn", "Tomos": "nyy", "Delyth": "iyn", "Amina": "nyn", "Rhys": "yyi", "Carys": "iin"})
    by = telling.act("Siôn", project, 32)
    visitor = Visitor("Gwenda", "citizen", "neuadd Felin-fach", "cy", by.command, by.happened_at)
    polls.say_as_visitor(telling.workspace, asked, visitor, {"1": "no", "2": "yes"})
    polls.close(telling.workspace, telling.act("Mair", project, 30), asked, "2", "Mae’n siwtio’r ddau grŵp. Bydd te a lifft i’w cael.")


def _late_visit(telling: Telling, project: UUID) -> None:
    """Everybody has answered."""
    asked = _ask(telling, project, 4, LATE, (-9, "18:30"), (-10, "14:00"), (-12, "19:00"))
    _answer(telling, project, asked, 3, dict.fromkeys(FAMILIES, "yin") | {"Tomos": "ynn", "Gwyn": "yyi"})
    _answer(telling, project, asked, 2, dict.fromkeys(CARE_TEAM, "nyi") | {"Owain": "nni"} | dict.fromkeys(("Mair", "Siôn", "Helen"), "yyy"))


def _ask(telling: Telling, project: UUID, days_ago: int, question: dict[str, str], *begins: tuple[int, str]) -> UUID:
    spans = [(telling.on(*each), telling.on(*each) + timedelta(hours=2)) for each in begins]
    last = telling.on(days_ago - 8).date()
    return polls.ask(telling.workspace, telling.act("Mair", project, days_ago), Asking(question, spans, last)).id


def _answer(telling: Telling, project: UUID, asked: UUID, days_ago: int, said: dict[str, str]) -> None:
    """`said`: of each person one letter a time."""
    for name, letters in said.items():
        times = {str(number): LETTERS[letter] for number, letter in enumerate(letters, 1)}
        polls.say(telling.workspace, telling.act(name, project, days_ago, "20:10"), asked, times)
