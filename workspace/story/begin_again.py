"""The bus to the hospital, gone back to its beginning: an apology, an answer that was owed for months, and a facilitator from among those who travel."""

from uuid import UUID

from .. import challenges, facilitating, footing, ideas, projects, worries
from ..footing import Care, Mandate
from .cast import CAST
from .telling import Telling, both

SORRY = (
    "Mae’n ddrwg gen i. Roeddwn i’n gwybod am y contract cyn y cyfarfod cyntaf, ac yn gobeithio y byddai’n newid. "
    "Dylwn i fod wedi dweud hynny. Roedd gennych chi hawl i wybod cyn rhoi eich amser i ni."
)
LATE = (
    "Ifan was right, and I should have said so in the first week. The eye clinic can keep Tuesday mornings for the valley. "
    "The other clinics have not said yes. I am sorry that he had to wait until he left."
)
BACK = "Yn ôl i’r dechrau. Y tro hwn rydyn ni’n gofyn beth sydd ei angen cyn i neb lofnodi dim."
FOUR_BEFORE_ONE = "Mae pedwar o’r staff yn siarad cyn i un ohonon ni ddechrau. Wedyn mae’n amser mynd am y bws."
MANDATE = Mandate(
    open=both("Popeth am y bws nesaf: y llwybr, yr amserau, pwy sy’n ei redeg.", "Everything about the next bus: the route, the times, who runs it."),
    fixed=both(
        "Mae’r bws am ddeg yn rhedeg tan ddiwedd ei gontract: mae wedi’i lofnodi, ac mae rhai ohonon ni’n mynd arno.",
        "The bus at ten runs until its contract ends: it is signed, and some of us take it.",
    ),
    money=both("Y Cyngor: £18,000 y flwyddyn.", "The council: £18,000 a year."),
    confirms=both(
        "Tîm trafnidiaeth y Cyngor. Mae Helen yn gofyn iddyn nhw cyn i ni bleidleisio.", "The council’s transport team. Helen asks them before we vote."
    ),
    pays=both("Y Cyngor.", "The council."),
)
CARE = Care(
    costs=both("Tacsi i’r cyfarfod, wedi’i dalu ymlaen llaw.", "A taxi to the meeting, paid for beforehand."),
    access=both(
        "Gyda’r nos, yn y neuadd, gyda dolen sain. Yn Gymraeg ac yn Saesneg.", "In the evening, in the hall, with a hearing loop. In Welsh and in English."
    ),
    replacement=both("Rhywun gartref yn eich lle chi, wedi’i dalu.", "Somebody at home in your place, paid for."),
    ring=both("Menna neu Siôn, 01632 960143.", "Menna or Siôn, 01632 960143."),
    worry=both("Helen, yn breifat. Dydy hyn ddim yn rhan o’r cofnod.", "Helen, in private. It is no part of the record."),
)


def tell(telling: Telling, project: UUID, same_morning: UUID, open_times: UUID) -> None:
    """`same_morning`: the idea for which Ifan was owed an answer; `open_times`: what Menna said of times that had never been open."""
    workspace, act = telling.workspace, telling.act
    challenges.raise_(workspace, act("Delyth", project, 12), FOUR_BEFORE_ONE, is_public=True, about="hearing")
    challenges.answer(workspace, act("Siôn", project, 9), open_times, SORRY)
    challenges.answer(workspace, act("Menna", project, 8), open_times, "Diolch. Doeddwn i ddim yn disgwyl ateb erbyn hyn. Dw i’n falch o’i gael.")
    challenges.answer(workspace, act("Siôn", project, 7), open_times, "Wnewch chi hwyluso gyda fi? Nid ni ddylai ofyn y cwestiynau i gyd.")
    ideas.answer(workspace, act("Helen", project, 7), same_morning, LATE, "partly", telling.on(-20).date())
    facilitating.ask(workspace, act("Siôn", project, 7, "12:05"), act("Menna", project, 7).member)
    facilitating.answer(workspace, act("Menna", project, 5), is_yes=True)
    _go_back(telling, project)


def _go_back(telling: Telling, project: UUID) -> None:
    """The first thing that the new facilitator writes is how people are looked after."""
    workspace, act = telling.workspace, telling.act
    projects.open_stage(workspace, act("Siôn", project, 5, "19:00"), "commission", BACK)
    footing.write_mandate(workspace, act("Siôn", project, 5, "19:20"), MANDATE)
    footing.write_care(workspace, act("Menna", project, 4), CARE)
    worries.name_lead(workspace, act("Menna", project, 4), "Helen", "01632 960126", CAST["Helen"].email)
    day = "This time let us ask what the day is like before we ask what the bus is like."
    telling.post("Gwyn", project, 4, day, ["Carys", "Rhys", "Menna"])
