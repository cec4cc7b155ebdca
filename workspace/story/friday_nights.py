"""Friday nights: an evening that has begun as the story is told, and the next time, at somebody's table."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from aggregates.base import Act
from aggregates.session import Session

from .. import attending, cards, needs, proceedings, sessions
from ..attending import Coming
from ..cards import Written
from ..ready_agendas import READY
from ..sessions import PlannedBlock, Told
from ..voices import Voice, speaking
from . import on_the_wall
from .rota_with_tea import ACCESS, AGREEMENT, HALL
from .telling import Telling, both

FRIDAYS = both("Nos Wener: beth allwn ni ei wneud?", "Friday nights: what could we do?")
GAP = both("Beth fyddai’n cau’r bwlch ar nos Wener?", "What would close the gap on a Friday night?")
AGENDA = (
    PlannedBlock("welcome", 10, {"title": both("Croeso, a sut hoffen ni fod gyda’n gilydd", "Welcome, and how we want to be together")}),
    PlannedBlock("ideas", 30, {"title": both("Cau’r bwlch", "Closing the gap"), "question": GAP}),
    PlannedBlock("dots", 10, {"title": both("Ble rydyn ni’n dechrau?", "Where do we begin?")}, settings={"dots": 3, "cap": 2}),
    PlannedBlock("break", 15, {"title": both("Paned", "Tea")}),
    PlannedBlock("discuss", 25, {"title": both("Y ddau uchaf", "The top two")}),
    PlannedBlock("temperature", 10, {"title": both("Sut mae hyn yn teimlo?", "How does this feel?")}),
    PlannedBlock("free", 20, {"title": both("Pwy sy’n gwneud beth", "Who does what")}),
)
THERE = ("Eira", "Tomos", "Gwyn", "Menna", "Nia", "Amina", "Rhys", "Carys", "Zofia")
SHOWN = (
    ("Gwyn", "Ring at six on Fridays, not at four. By then Rhys knows."),
    ("Amina", "Two of us on Fridays, and no round on Monday mornings, when nobody asks for one."),
    ("Eira", "Swper gyda’n gilydd yn y neuadd ar nos Wener. Bydd llai o dai i fynd iddyn nhw."),
    ("Rhys", "Rhestr o bobl sy’n fodlon gwneud un nos Wener y mis."),
)
READ_NEXT = (("Zofia", "Tell the chemist: half of Friday is waiting for medicine."), ("Menna", "Dechrau hanner awr yn gynt yn y gaeaf."))
ALOUD = "Os bydd y car yn hwyr, rhowch wybod i fi. Dw i ddim yn grac, dw i’n poeni."
AT_BETIS = both("Wrth fwrdd Beti", "At Beti’s table")
KITCHEN = both("Cegin Beti, Felin-fach. Canwch y gloch ddwywaith.", "Beti’s kitchen, Felin-fach. Ring twice.")

NEEDED = {
    "Eira": {"travel": "Lifft o’r tŷ, a lle i’r ffon.", "food": ""},
    "Tomos": {"care": "Somebody with my mother from two until half past three."},
}
KEPT_BACK = "food"
"""Said, and not shown."""


@dataclass
class Evening:
    telling: Telling
    project: UUID
    id: UUID
    blocks: list[UUID]
    moves: int = 0

    def act(self, name: str, ago: int) -> Act:
        """So many minutes before now."""
        by = self.telling.act(name, self.project, 0)
        return attending.in_session(replace(by, happened_at=self.telling.now - timedelta(minutes=ago)), self.id)

    def go_to(self, block: int, step: str, ago: int) -> None:
        proceedings.go_to(self.telling.workspace, self.act("Mair", ago), self.id, self.moves, self.blocks[block], step)
        self.moves += 1

    def card(self, name: str, text: str, ago: int) -> UUID:
        return cards.put(self.telling.workspace, self.act(name, ago), self.id, self.blocks[1], Written(text, is_named=True)).id


def tell(telling: Telling, project: UUID) -> None:
    evening = _begin(telling, project)
    _write(evening)
    _at_the_door(evening)
    table = Told(AT_BETIS, "room", 8, {"place": KITCHEN, "agreement": AGREEMENT})
    begins = telling.on(-6, "14:00")
    blocks = next(each for each in READY if each.name == "kitchen table").blocks
    session = sessions.plan(telling.workspace, telling.act("Siôn", project, 1), table, begins, begins + timedelta(hours=1), blocks).id
    _say_what_they_need(telling, project, session)


def _say_what_they_need(telling: Telling, project: UUID, session: UUID) -> None:
    """Two say that they come, and what is to be met beforehand; Siôn has seen to one of them."""
    workspace = telling.workspace
    for name, said in NEEDED.items():
        needs.tell(workspace, telling.accounts[name], said)
        needs.come(workspace, telling.act(name, project, 0), session, [needs.need_id(telling.accounts[name], kind) for kind in said if kind != KEPT_BACK])
    needs.arrange(workspace, telling.act("Siôn", project, 0), session, needs.need_id(telling.accounts["Tomos"], "care"))


def _begin(telling: Telling, project: UUID) -> Evening:
    workspace, begins = telling.workspace, telling.now - timedelta(minutes=25)
    told = Told(FRIDAYS, "hybrid", 40, {"place": HALL, "access": ACCESS, "agreement": AGREEMENT})
    session = sessions.plan(workspace, telling.act("Mair", project, 12), told, begins, begins + timedelta(hours=2), AGENDA).id
    for name, role in {"Siôn": "host", "Carys": "scribe"}.items():
        sessions.give_role(workspace, telling.act("Mair", project, 11), session, telling.act(name, project, 11).member, role)
    evening = Evening(telling, project, session, list(workspace.load(Session, session).blocks))
    proceedings.open_doors(workspace, evening.act("Mair", 35), session)
    for number, name in enumerate(THERE):
        attending.come(workspace, evening.act(name, 32 - number), session, Coming("", "", "remote" if name == "Nia" else "room"))
    attending.come(workspace, evening.act("Beti", 27), session, Coming("", "", "room", is_helped=True))
    return evening


def _write(evening: Evening) -> None:
    """Four cards have been read out, three wait to be; Beti said hers to Carys."""
    workspace = evening.telling.workspace
    evening.go_to(0, "talk", 22)
    evening.go_to(1, "write", 12)
    shown = [evening.card(name, text, 11 - number) for number, (name, text) in enumerate(SHOWN)]
    for number, (name, text) in enumerate(READ_NEXT):
        evening.card(name, text, 6 - number)
    by = evening.act("Siôn", 5)
    beti = speaking(workspace, by, Voice(evening.act("Beti", 5).member, "said so", "spoken", True))
    cards.put(workspace, beti, evening.id, evening.blocks[1], Written(ALOUD))
    evening.go_to(1, "share", 4)
    cards.show(workspace, evening.act("Mair", 3), evening.id, shown)
    on_the_wall.hang(workspace, evening.act("Mair", 3), evening.act("Siôn", 2), evening.id, evening.blocks[1])


def _at_the_door(evening: Evening) -> None:
    """Somebody has come by the code and waits to be let in; somebody would like to speak."""
    workspace, session = evening.telling.workspace, evening.telling.workspace.load(Session, evening.id)
    attending.ask_to_speak(workspace, evening.act("Gwyn", 1), session.id, True)
    code, command = sessions.code_of(workspace, session.id, session.code), evening.act("Mair", 1).command
    attending.come_by_code(workspace, code, Coming("Gwenda", "citizen", "room"), command=command, language="cy", network="neuadd Felin-fach")
