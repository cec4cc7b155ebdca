"""A first look at the new rota, with tea: an evening in the hall, from the agenda to its sealed minutes."""

from dataclasses import dataclass
from uuid import UUID

from aggregates.base import Act
from aggregates.minutes import Minutes, minutes_id
from aggregates.session import Session

from .. import attending, cards, choices, decisions, methods, minutes, proceedings, sessions
from ..attending import Coming
from ..cards import Written
from ..decisions import Question
from ..sessions import PlannedBlock, Told
from ..voices import Voice, speaking
from . import how_it_went
from .meeting import TEA
from .telling import Telling, both

DAY = 21
HALL = both("Neuadd Felin-fach. Mae’r drws ochr yn wastad.", "Felin-fach hall. The side door is level.")
ACCESS = both(
    "Dolen sain, toiled hygyrch, te o 18:00. Lifft adre gan Carys: gofynnwch iddi wrth y drws. Gallwch ymuno o gartref.",
    "Hearing loop, accessible toilet, tea from 6 pm. A lift home with Carys: ask her at the door. You can join from home.",
)
AGREEMENT = both(
    "Un ar y tro. Mae pasio’n iawn. Cymraeg neu Saesneg, fel y daw. Mae’r hyn sy’n bersonol yn aros yma.",
    "One at a time. Passing is fine. Welsh or English, as it comes. What is personal stays here.",
)
ROUND, DOTS = methods.of_the_house("round-without-interruption"), methods.of_the_house("choosing-with-dots")
LOOK = both("Beth fyddai’r rota hon yn ei newid yn eich tŷ chi, neu ar eich rownd?", "What would this rota change in your house, or on your round?")
AGENDA = (
    PlannedBlock("welcome", 10, {"title": both("Croeso, a phaned", "Welcome, and tea")}, method=ROUND),
    PlannedBlock("write", 25, {"title": both("Y rota newydd", "The new rota"), "question": LOOK}),
    PlannedBlock("dots", 10, {"title": both("Beth ddylai newid yn gyntaf?", "What should change first?")}, settings={"dots": 3, "cap": 2}, method=DOTS),
    PlannedBlock("break", 15, {"title": both("Paned arall", "More tea")}),
    PlannedBlock("discuss", 20, {"title": both("Pan aeth hi o chwith", "When it went wrong")}, is_recorded=False),
    PlannedBlock("commissioners", 15, {"title": both("Cwestiynau i’r Cyngor", "Questions to the council")}),
    PlannedBlock("decide", 15, {"title": both("Rhoi cynnig arni?", "Try it?")}),
    PlannedBlock("temperature", 10, {"title": both("Sut mae hyn yn teimlo?", "How does this feel?")}),
)
SHALL_WE_TRY = Question(
    asked=both("A rown ni gynnig ar y rota newydd am bedair wythnos?", "Shall we try the new rota for four weeks?"),
    yes=both("Mae’n dechrau ddydd Llun nesaf", "It begins next Monday"),
    no=both("Mae’r hen rota’n aros", "The old rota stays"),
    otherwise=both("Mae Rhys yn dod â drafft arall.", "Rhys brings another draft."),
)
FROM_HOME = ("Nia", "Delyth")
THERE = {
    "Eira": "18:22",
    "Beti": "18:23",
    "Tomos": "18:25",
    "Gwyn": "18:26",
    "Menna": "18:26",
    "Nia": "18:29",
    "Delyth": "18:29",
    "Amina": "18:27",
    "Rhys": "18:24",
    "Carys": "18:21",
    "Owain": "18:35",
    "Zofia": "18:36",
    "Helen": "18:24",
    "Siôn": "18:20",
}
SAID = (
    ("Eira", "Yr un ddwy ferch bob nos Lun. Dw i’n gwybod pwy i’w disgwyl."),
    ("Tomos", "Mum goes to bed when she is tired, not when the car comes."),
    ("Menna", "Yr alwad am bedwar yw’r peth gorau arni."),
    ("Amina", "Ten houses is one too many on a Friday."),
    ("Rhys", "Mae bwlch ar nos Wener o hyd: fedra i ddim ei lenwi ar fy mhen fy hun."),
    ("Gwyn", "Friday is when they are late. Always."),
)
SPOKEN = "Gofynnwch i fi pryd dw i’n cael swper cyn rhoi amser i fi."
PAY = "Os bydd rhywun yn sâl, pwy sy’n talu am yr oriau ychwanegol?"
PETROL = "Is the petrol between two villages paid for, or is it ours?"


@dataclass
class Room:
    telling: Telling
    project: UUID
    id: UUID
    blocks: list[UUID]
    moves: int = 0

    def act(self, name: str, clock: str) -> Act:
        return attending.in_session(self.telling.act(name, self.project, DAY, clock), self.id)

    def go_to(self, block: int, step: str, clock: str, *options: UUID) -> None:
        proceedings.go_to(self.telling.workspace, self.act("Mair", clock), self.id, self.moves, self.blocks[block], step, options)
        self.moves += 1

    def card(self, name: str, block: int, text: str, clock: str) -> UUID:
        by = self.act(name, clock)
        return cards.put(self.telling.workspace, by, self.id, self.blocks[block], Written(text, is_named=True)).id

    def choose(self, block: int, clock: str, chosen: dict[str, dict[str, int]]) -> None:
        for name, marks in chosen.items():
            choices.choose(self.telling.workspace, self.act(name, clock), self.id, self.blocks[block], marks)


def tell(telling: Telling, project: UUID) -> None:
    room = _plan(telling, project)
    _come(room)
    on_the_wall = _look_at_it(room)
    _choose_what_comes_first(room, on_the_wall)
    _talk(room)
    _ask_the_council(room)
    _try_it(room)
    proceedings.end(telling.workspace, room.act("Mair", "20:29"), room.id, room.moves)
    _put_right(room)


def _plan(telling: Telling, project: UUID) -> Room:
    workspace, words = telling.workspace, {"place": HALL, "access": ACCESS, "agreement": AGREEMENT}
    begins, ends = telling.on(DAY, "18:30"), telling.on(DAY, "20:30")
    by = telling.act("Mair", project, 29, "20:15")
    session = sessions.plan(workspace, by, Told(TEA, "hybrid", 30, words), begins, ends, AGENDA).id
    for name, role in {"Siôn": "host", "Carys": "scribe", "Ifan": "helper"}.items():
        sessions.give_role(workspace, telling.act("Mair", project, 28), session, telling.act(name, project, 28).member, role)
    return Room(telling, project, session, list(workspace.load(Session, session).blocks))


def _come(room: Room) -> None:
    proceedings.open_doors(room.telling.workspace, room.act("Mair", "18:15"), room.id)
    for name, clock in THERE.items():
        attending.come(room.telling.workspace, room.act(name, clock), room.id, Coming("", "", "remote" if name in FROM_HOME else "room"))


def _look_at_it(room: Room) -> list[UUID]:
    """Each writes, it is read together; Siôn writes down what Beti would rather say, and two cards say the same."""
    workspace = room.telling.workspace
    room.go_to(0, "talk", "18:33")
    room.go_to(1, "write", "18:44")
    written = [room.card(name, 1, text, f"18:{45 + number}") for number, (name, text) in enumerate(SAID)]
    by, voice = room.act("Siôn", "18:52"), room.act("Beti", "18:52").member
    beti = speaking(workspace, by, Voice(voice, "said so", "spoken", True))
    written.append(cards.put(workspace, beti, room.id, room.blocks[1], Written(SPOKEN)).id)
    room.go_to(1, "share", "18:54")
    cards.show(workspace, room.act("Mair", "18:55"), room.id, written)
    *_, full, gap, late, _ = written
    cards.join(workspace, room.act("Mair", "19:02"), room.id, late, gap)
    cards.take_on(workspace, room.act("Mair", "19:04"), room.id, gap, "idea")
    proceedings.count_turns(workspace, room.act("Mair", "19:05"), room.id)
    room.go_to(1, "talk", "19:05")
    for number, side in enumerate(("citizen", "professional", "citizen", "citizen", "professional")):
        proceedings.note_turn(workspace, room.act("Siôn", f"19:{6 + number:02}"), room.id, side)
    return [each for each in written if each not in (late, full)]


def _choose_what_comes_first(room: Room, on_the_wall: list[UUID]) -> None:
    names, sleep, ring, gap, supper = (each.hex for each in on_the_wall)
    room.go_to(2, "choose", "19:12", *on_the_wall)
    families = {"Eira": {names: 2, supper: 1}, "Beti": {supper: 2, sleep: 1}, "Tomos": {sleep: 2, gap: 1}, "Gwyn": {gap: 2, ring: 1}}
    more = {"Menna": {ring: 1, supper: 2}, "Nia": {sleep: 2, supper: 1}, "Delyth": {supper: 2, names: 1}}
    team = {"Amina": {gap: 2, supper: 1}, "Rhys": {gap: 2, ring: 1}, "Carys": {supper: 2, gap: 1}, "Owain": {sleep: 1, supper: 2}, "Zofia": {gap: 2, sleep: 1}}
    room.choose(2, "19:15", families | more | team)


def _talk(room: Room) -> None:
    room.go_to(2, "talk", "19:20")
    proceedings.show_counts(room.telling.workspace, room.act("Mair", "19:20"), room.id, True)
    room.go_to(3, "talk", "19:24")
    room.go_to(4, "talk", "19:37")


def _ask_the_council(room: Room) -> None:
    """One question is answered there and then; the other is carried until it is."""
    workspace = room.telling.workspace
    room.go_to(5, "write", "19:52")
    asked = [room.card("Rhys", 5, PAY, "19:54"), room.card("Zofia", 5, PETROL, "19:55")]
    room.go_to(5, "share", "19:56")
    cards.show(workspace, room.act("Mair", "19:56"), room.id, asked)
    cards.answer(workspace, room.act("Helen", "20:01"), asked[0], "We do, out of the winter money, if Rhys rings me the same day.")


def _try_it(room: Room) -> None:
    workspace, telling = room.telling.workspace, room.telling
    room.go_to(6, "decide", "20:05")
    question = proceedings.decide(workspace, room.act("Mair", "20:06"), room.id, SHALL_WE_TRY, telling.on(DAY, "20:36")).id
    votes = dict.fromkeys(("Eira", "Beti", "Tomos", "Menna", "Nia", "Delyth", "Rhys", "Carys", "Owain", "Zofia"), "yes") | {"Gwyn": "no", "Amina": "abstain"}
    reasons = {"Gwyn": "Not until Friday is mended."}
    for name, choice in votes.items():
        decisions.vote(workspace, room.act(name, "20:09"), question, choice, reasons.get(name, ""), 0)
    decisions.close(workspace, room.act("Mair", "20:13"), question, "Mae pawb sydd yma wedi pleidleisio.")
    room.go_to(7, "choose", "20:20")
    felt = {"Eira": 2, "Beti": 2, "Tomos": 1, "Menna": 2, "Gwyn": -1, "Nia": 1, "Delyth": 1, "Rhys": 0, "Carys": 1, "Owain": 1, "Zofia": 1, "Amina": 0}
    room.choose(7, "20:22", {name: {"level": level} for name, level in felt.items()})
    room.go_to(7, "talk", "20:24")


def _put_right(room: Room) -> None:
    """Those who were there say how it went. Within a week somebody says what is missing; whoever led takes it in, and then they are sealed."""
    telling, workspace = room.telling, room.telling.workspace
    minutes.draft(workspace, room.id, happened_at=telling.on(DAY, "20:40"))
    how_it_went.tell(telling, room.id, room.act)
    note = both("Diolch i Ifan am y te, ac i bawb am aros i’r diwedd.", "Thanks to Ifan for the tea, and to everybody for staying to the end.")
    minutes.note(workspace, telling.act("Mair", room.project, 20, "09:30"), room.id, None, note)
    missing = "We also said that Amina and Zofia swap Fridays until Christmas."
    minutes.put_right(workspace, telling.act("Gwyn", room.project, 19), room.id, room.blocks[6], missing, True)
    (correction,) = workspace.load(Minutes, minutes_id(room.id)).corrections
    minutes.answer(workspace, telling.act("Siôn", room.project, 18), room.id, correction, True, "Do, diolch. Mae’n wir.")
    minutes.seal(workspace, room.id, happened_at=telling.on(DAY - 8, "08:00"))
