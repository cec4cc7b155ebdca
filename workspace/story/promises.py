"""What came of the evening round: promises that were kept, one that is on its way, one that is late, and one that could not be."""

from uuid import UUID

from .. import commitments
from ..commitments import Taker
from .telling import Telling, both

ROTA = both("Y ddesg rota, y Cyngor", "Rota desk, the council")
ROUND = both("Y rownd nos, y Cyngor", "The evening round, the council")
NEIGHBOUR = both("Cymydog, Felin-fach", "A neighbour in Felin-fach")


def tell(telling: Telling, project: UUID, names: UUID, phone: UUID, sheet: UUID, nightdress: UUID) -> None:
    """`names`: the decision that everybody hears by four; the others are ideas."""
    workspace, act = telling.workspace, telling.act

    def promise(who: str, ago: int, what: dict[str, str], taker: Taker, due: int, **source: UUID) -> UUID:
        return commitments.make(workspace, act(who, project, ago), what, taker, telling.on(due).date(), **source).id

    def own(role: dict[str, str], *, is_named: bool = True) -> Taker:
        return Taker("none", role, is_own=True, is_named=is_named)

    quiet = promise("Carys", 83, both("Mae’r ffôn yn aros yn y car", "The phone stays in the car"), own(ROUND, is_named=False), 60, idea=phone)
    commitments.finish(workspace, act("Carys", project, 62), quiet, "Ers y cyntaf o’r mis mae pawb yn cofnodi’r amser yn y car.")
    commitments.judge(workspace, act("Zofia", project, 50), quiet, is_better=True, text="Nobody hears me ring the office any more.")

    first = promise("Rhys", 38, both("Y negeseuon cyntaf yn mynd allan", "The first messages go out"), own(ROTA), 12, decision=names)
    commitments.report(workspace, act("Rhys", project, 20), first, "Mae’r rhifau gyda ni. Mae chwech eisiau cerdyn, nid neges.")
    commitments.finish(workspace, act("Rhys", project, 13), first, "Mae pawb ar y rownd yn clywed erbyn pedwar, ers nos Lun.")
    commitments.judge(workspace, act("Gwyn", project, 9), first, is_better=True, text="I leave the door on the latch now. I sleep.")

    cards = promise("Siôn", 37, both("Cardiau i’r rhai heb ffôn symudol", "Cards for those without a mobile"), Taker("professional", ROTA), -9, decision=names)
    commitments.report(workspace, act("Rhys", project, 6), cards, "Mae’r cardiau yn yr argraffwyr.")
    promise("Beti", 39, both("Gofyn i bawb sut maen nhw am glywed", "Ask everybody how they want to hear"), own(NEIGHBOUR, is_named=False), 3, decision=names)
    form = promise("Owain", 95, both("Un ddalen yn lle’r ffurflen dwy dudalen", "One sheet in place of the two-page form"), own(ROUND), 30, idea=sheet)
    commitments.move_due(workspace, act("Owain", project, 33), form, telling.on(18).date(), "The form belongs to the health board; they meet in October.")
    commitments.give_up(workspace, act("Owain", project, 17), form, "The health board wants both pages. We have asked to come and talk to them.")
    promise("Amina", 19, both("Rhestr o bwy sydd eisiau amser hwyrach", "A list of who wants a later time"), own(ROUND), -20, idea=nightdress)
