"""What came of the evening round: promises that were kept, one that is on its way, one that is late, and one that could not be."""

from uuid import UUID

from aggregates.project import Project

from .. import commitments
from ..commitments import Taker
from .telling import Telling, both

ROTA = both("Y ddesg rota", "Rota desk")
ROUND = both("Y rownd nos", "The evening round")
NEIGHBOUR = both("Cymydog, Felin-fach", "A neighbour in Felin-fach")


QUIET = both("Mae’r ffôn yn aros yn y car", "The phone stays in the car")
FIRST = both("Y negeseuon cyntaf yn mynd allan", "The first messages go out")
CARDS = both("Cardiau i’r rhai heb ffôn symudol", "Cards for those without a mobile")
ASKING = both("Gofyn i bawb sut maen nhw am glywed", "Ask everybody how they want to hear")
FORM = both("Un ddalen yn lle’r ffurflen dwy dudalen", "One sheet in place of the two-page form")
TIMES = both("Rhestr o bwy sydd eisiau amser hwyrach", "A list of who wants a later time")


def tell(telling: Telling, project: UUID, names: UUID, phone: UUID, sheet: UUID, nightdress: UUID) -> None:
    """`names`: the decision that everybody hears by four; the others are ideas."""
    council = telling.workspace.load(Project, project).organisations[0]
    _keep(telling, project, council, names, phone)
    _begin(telling, project, council, names, nightdress)
    _give_up(telling, project, council, sheet)


def _keep(telling: Telling, project: UUID, council: UUID, names: UUID, phone: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    quiet = _promise(telling, project, "Carys", 83, QUIET, _own(ROUND, council, is_named=False), 60, idea=phone)
    commitments.finish(workspace, act("Carys", project, 62), quiet, "Ers y cyntaf o’r mis mae pawb yn cofnodi’r amser yn y car.")
    commitments.judge(workspace, act("Zofia", project, 50), quiet, is_better=True, text="Nobody hears me ring the office any more.")
    first = _promise(telling, project, "Rhys", 38, FIRST, _own(ROTA, council), 12, decision=names)
    commitments.report(workspace, act("Rhys", project, 20), first, "Mae’r rhifau gyda ni. Mae chwech eisiau cerdyn, nid neges.")
    commitments.finish(workspace, act("Rhys", project, 13), first, "Mae pawb ar y rownd yn clywed erbyn pedwar, ers nos Lun.")
    commitments.judge(workspace, act("Gwyn", project, 9), first, is_better=True, text="I leave the door on the latch now. I sleep.")


def _begin(telling: Telling, project: UUID, council: UUID, names: UUID, nightdress: UUID) -> None:
    cards = _promise(telling, project, "Siôn", 37, CARDS, Taker("professional", ROTA, organisation=council), -9, decision=names)
    commitments.report(telling.workspace, telling.act("Rhys", project, 6), cards, "Mae’r cardiau yn yr argraffwyr.")
    _promise(telling, project, "Beti", 39, ASKING, _own(NEIGHBOUR, None, is_named=False), 3, decision=names)
    _promise(telling, project, "Amina", 19, TIMES, _own(ROUND, council), -20, idea=nightdress)


def _give_up(telling: Telling, project: UUID, council: UUID, sheet: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    form = _promise(telling, project, "Owain", 95, FORM, _own(ROUND, council), 30, idea=sheet)
    commitments.move_due(workspace, act("Owain", project, 33), form, telling.on(18).date(), "The form belongs to the health board; they meet in October.")
    commitments.give_up(workspace, act("Owain", project, 17), form, "The health board wants both pages. We have asked to come and talk to them.")


def _promise(telling: Telling, project: UUID, who: str, ago: int, what: dict[str, str], taker: Taker, due: int, **source: UUID) -> UUID:
    """Made and due so many days ago; negative = to come."""
    return commitments.make(telling.workspace, telling.act(who, project, ago), what, taker, telling.on(due).date(), **source).id


def _own(role: dict[str, str], organisation: UUID | None, *, is_named: bool = True) -> Taker:
    return Taker("none", role, is_own=True, is_named=is_named, organisation=organisation)
