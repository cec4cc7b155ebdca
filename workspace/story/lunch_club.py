"""The lunch club at Felin-fach: a younger project, without a charter yet."""

from aggregates.base import Act

from .. import charters, projects, requests
from ..projects import Description
from ..requests import Asking
from .evening_care import RULE
from .telling import Telling, both

DESCRIPTION = Description(
    name=both("Clwb cinio Felin-fach", "Felin-fach lunch club"),
    purpose=both(
        "Cinio bob dydd Mercher yn y neuadd: cogyddion, gyrwyr a’r rhai sy’n dod i fwyta yn trefnu gyda’i gilydd.",
        "Lunch every Wednesday in the hall: cooks, drivers and those who come to eat organise it together.",
    ),
    question=both("Beth fyddai’n dod â chi drwy’r drws?", "What would bring you through the door?"),
    place=both("Neuadd Felin-fach", "Felin-fach hall"),
    contact=both("Siôn", "Siôn"),
    telephone=both("01632 960143", "01632 960143"),
    sides={"citizen": both("Cymdogion", "Neighbours"), "professional": both("Staff y neuadd", "Hall staff")},
)

DRAFT = {
    "aim": both("Neb yn bwyta ar ei ben ei hun ddydd Mercher.", "Nobody eats alone on a Wednesday."),
    "together": both("Pawb yn golchi llestri.", "Everybody washes up."),
    "who": both("Cymdogion a staff y neuadd.", "Neighbours and hall staff."),
    "open_and_fixed": both(
        "Ar agor: y fwydlen, y lifftiau. Wedi’i bennu: y gegin yn cau am dri.",
        "Open: the menu, the lifts. Fixed: the kitchen closes at three.",
    ),
    "how": both("Rhaid i’r ddau grŵp gytuno.", "Both groups must agree."),
}


def tell(telling: Telling, founder: Act) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, founder, DESCRIPTION).id
    telling.join("Siôn", telling.act("Lowri", project, 88), "professional", ["facilitator"])
    for number, name in enumerate(["Beti", "Eira", "Gwyn"]):
        telling.join(name, telling.act("Siôn", project, 80 - number), "citizen")
    telling.join("Owain", telling.act("Siôn", project, 76), "professional")
    projects.open_stage(workspace, telling.act("Siôn", project, 70), "deliver", "Mae’r drysau ar agor, a’r lobsgóws yn y sosban.")
    telling.post("Beti", project, 40, "Lifft i’r rhai sydd heb gar: mae tri ohonon ni’n mynd heibio beth bynnag.", ["Eira", "Gwyn"])
    telling.post("Gwyn", project, 33, "A second sitting at two, for those who sleep late.", ["Beti"])
    charters.draft(workspace, telling.act("Siôn", project, 12), DRAFT, RULE, "anybody")
    ifan = telling.ask(project, 9, Asking("Ifan", "citizen", "I can drive on Wednesdays."))
    requests.welcome(workspace, telling.act("Siôn", project, 8), ifan)
    telling.ask(project, 2, Asking("Delyth", "citizen", "Hoffwn i goginio unwaith y mis, a dod â Mam."))
