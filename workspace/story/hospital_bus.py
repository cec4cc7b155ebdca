"""A bus to the hospital: begun with good will and in a hurry. What could not be changed was said too late, and few of those who travel were there."""

from uuid import UUID

from aggregates.base import Act

from .. import charters, decisions, ideas, matters, projects
from ..decisions import Question
from ..matters import Said
from ..projects import Description
from . import begin_again, bus_at_ten, bus_waits, shown
from .evening_care import RULE
from .telling import Telling, both

PASSENGERS = ["Menna", "Gwyn", "Ifan", "Delyth"]
STAFF = ["Rhys", "Owain", "Carys", "Amina"]

DESCRIPTION = Description(
    name=both("Bws i’r ysbyty", "A bus to the hospital"),
    purpose=both(
        "Mae’r rhai sy’n mynd o Ddyffryn Aeron i’r ysbyty a’r staff sy’n trefnu’r daith yn dylunio bws gyda’i gilydd: ble mae’n stopio, a phryd mae’n mynd.",
        "Those who go from Dyffryn Aeron to the hospital and the staff who arrange the journey design a bus together: where it stops, and when it goes.",
    ),
    question=both("Sut hoffech chi gyrraedd, a dod adre?", "How would you like to get there, and home again?"),
    place=both("Dyffryn Aeron, Ceredigion", "Dyffryn Aeron, Ceredigion"),
    contact=both("Siôn", "Siôn"),
    telephone=both("01632 960143", "01632 960143"),
    sides={"citizen": both("Teithwyr", "Passengers"), "professional": both("Staff", "Staff")},
)

CHARTER = {
    "aim": both(
        "Cyrraedd yr ysbyty mewn pryd, a bod adre cyn iddi dywyllu, heb ofyn ffafr i neb.",
        "To be at the hospital in time and home before dark, without asking anybody a favour.",
    ),
    "together": both("Siarad yn blaen. Cadw at yr agenda.", "Speak plainly. Keep to the agenda."),
    "who": both(
        "Pedwar o deithwyr; nyrs ardal, gofalwyr a’r rhai sy’n trefnu’r teithiau; un hwylusydd, o’r Cyngor.",
        "Four passengers; a district nurse, carers and those who plan the journeys; one facilitator, from the council.",
    ),
    "open_and_fixed": both(
        "Ar agor: y llwybr, y stopiau a’r amserau. Wedi’i bennu: byddwn ni’n ychwanegu hyn yn nes ymlaen.",
        "Open: the route, the stops and the times. Fixed: we add this later.",
    ),
    "how": both(
        "Rhaid i’r ddau grŵp gytuno. Ym mhob grŵp mae o leiaf hanner yn cymryd rhan, a mwy o blaid nag yn erbyn.",
        "Both groups must agree. In each, at least half take part, and more are for than against.",
    ),
}
TERMS = {"decline_days": 21, "rights": {"commission": "inform", "design": "collaborate"}}
SHALL_WE_ADOPT = Question(
    asked=both("Ydyn ni’n mabwysiadu’r siarter hon?", "Do we adopt this charter?"),
    yes=both("Rydyn ni’n dechrau ar y bws yr wythnos hon", "We begin on the bus this week"),
    no=both("Rydyn ni’n ysgrifennu un arall", "We write another one"),
    otherwise=both("Mae’r bws yn aros nes bod siarter.", "The bus waits until there is a charter."),
)
IN_THE_QUEUE = "Darllenais i hi ar y ffôn, yn y ciw am brawf gwaed. Dw i’n ymddiried ynoch chi."
GOOD_ENOUGH = "Good enough. People are waiting for a bus, not for a paper."
MATTERS = {
    "Menna": "Mae fy apwyntiad am hanner awr wedi wyth, bob tro.",
    "Gwyn": "To go to my own appointment without asking a favour.",
    "Delyth": "Bod adre cyn i fy ngŵr ddechrau poeni.",
}


def tell(telling: Telling, co_ordinator: Act) -> None:
    project = _begin(telling, co_ordinator)
    _adopt_a_charter_in_a_hurry(telling, project)
    shown.tell(telling, project)
    _say_what_matters(telling, project)
    before_eight, ring, chair, same_morning = _post_ideas(telling, project)
    open_times = bus_at_ten.tell(telling, project, before_eight)
    bus_waits.tell(telling, project, ring, chair, same_morning)
    begin_again.tell(telling, project, same_morning, open_times)


def _begin(telling: Telling, co_ordinator: Act) -> UUID:
    """The stage in which a group asks what is needed is closed on the day on which the last of them arrives."""
    workspace = telling.workspace
    telling.join_network("Siôn", co_ordinator, "founder")
    project = projects.start(workspace, telling.in_the_network("Siôn", 274), DESCRIPTION, side="professional").id
    projects.open_stage(workspace, telling.act("Siôn", project, 273), "commission", "Beth sydd ei angen ar y dyffryn?")
    for number, name in enumerate(STAFF):
        telling.join(name, telling.act("Siôn", project, 273 - number), "professional")
    telling.join("Helen", telling.act("Siôn", project, 270), "none", ["commissioner"])
    for number, name in enumerate(PASSENGERS):
        telling.join(name, telling.act("Siôn", project, 269 - number), "citizen")
    projects.close_stage(workspace, telling.act("Siôn", project, 264), "commission", "Mae’r arian yno, felly rydyn ni’n mynd yn syth at y bws.")
    projects.open_stage(workspace, telling.act("Siôn", project, 264, "12:05"), "design", "Y llwybr, y stopiau, yr amserau: dewch i ddweud.")
    return project


def _adopt_a_charter_in_a_hurry(telling: Telling, project: UUID) -> None:
    """Written by one, open for three days. Three of four passengers vote, one of them in a queue."""
    workspace = telling.workspace
    charters.draft(workspace, telling.act("Siôn", project, 262), CHARTER, RULE, "anybody", terms=TERMS)
    adoption = decisions.open_adoption(workspace, telling.act("Siôn", project, 261), SHALL_WE_ADOPT, telling.on(258, "20:00"), 1).id
    votes = dict.fromkeys(["Siôn", *STAFF, *PASSENGERS[:3]], "yes")
    telling.vote(adoption, project, 260, votes, {"Menna": IN_THE_QUEUE, "Owain": GOOD_ENOUGH})
    decisions.close_when_due(workspace, adoption, happened_at=telling.on(258, "20:00"))


def _say_what_matters(telling: Telling, project: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    said = [matters.say(workspace, act(name, project, 256), Said(words, may_quote=True)).id for name, words in MATTERS.items()]
    for matter in said:
        matters.put_under(workspace, act("Siôn", project, 255), matter)


def _post_ideas(telling: Telling, project: UUID) -> tuple[UUID, UUID, UUID, UUID]:
    """A bus before half past eight, a ring from the driver, room for a wheelchair, and one morning for the whole valley."""
    workspace, post = telling.workspace, telling.post
    early = "Bws sydd yn yr ysbyty cyn hanner awr wedi wyth. Dyna pryd maen nhw’n galw ein henwau ni."
    before_eight = post("Menna", project, 252, early, ["Gwyn", "Delyth", "Ifan", "Amina"])
    ring = post("Gwyn", project, 247, "Let the driver ring ten minutes before. I can stand for ten minutes, not for forty.", ["Delyth", "Carys", "Owain"])
    chair = post("Delyth", project, 243, "Lle i gadair fy ngŵr, a sedd i mi wrth ei ochr e.", ["Menna", "Carys"])
    valley = "Ask the hospital to give everybody from the valley the same morning. Then one bus is enough."
    same_morning = post("Ifan", project, 240, valley, ["Gwyn", "Menna", "Amina", "Owain"])
    post("Owain", project, 234, "Print the bus times in the appointment letter.", ["Rhys"])
    helen = telling.act("Helen", project, 233).member
    ideas.ask_for_answer(workspace, telling.act("Ifan", project, 233), same_morning, helen, telling.on(213).date())
    return before_eight, ring, chair, same_morning
