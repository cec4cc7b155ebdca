"""A bus at ten: those who plan the journeys agree to it and those who travel do not. Only then is it said that the times were never open."""

from uuid import UUID

from .. import aftermath, challenges, decisions, footing, projects, proposals
from ..decisions import Question
from ..footing import Mandate
from .telling import Telling, both

TITLE = both("Bws am ddeg", "A bus at ten")
SUMMARY = both(
    "Ar ddydd Mawrth a dydd Iau mae bws yn gadael Felin-fach am ddeg ac yn cychwyn yn ôl am ddau.",
    "On Tuesdays and Thursdays a bus leaves Felin-fach at ten and starts back at two.",
)
BODY = both(
    "Y bws ysgol yw e, rhwng dwy daith.\n\nMae’n stopio yn Aberaeron ac wrth ddrws yr ysbyty.",
    "It is the school bus, between two runs.\n\nIt stops in Aberaeron and at the hospital’s door.",
)
SHALL_IT_GO_AT_TEN = Question(
    asked=both("A fydd y bws i’r ysbyty yn gadael am ddeg?", "Shall the bus to the hospital leave at ten?"),
    yes=both("Bws am ddeg, dydd Mawrth a dydd Iau", "A bus at ten, Tuesdays and Thursdays"),
    no=both("Rydyn ni’n chwilio am fws cynharach", "We look for an earlier bus"),
    otherwise=both("Does dim bws eto, ac rydyn ni’n siarad eto.", "There is no bus yet, and we talk again."),
)
TALK = [("Menna", 212, "cy", 1, "Am ddeg mae fy apwyntiad i ar ben ers awr."), ("Rhys", 211, "cy", 1, "Dyna’r unig fws sydd gen i.")]
WEIGHED = [
    ("strength", "Owain", "It can begin next month."),
    ("strength", "Carys", "Wrth y drws, nid wrth y brif ffordd."),
    ("worry", "Delyth", "Pwy sydd gartref gyda fy ngŵr rhwng deg a thri?"),
]
VOTES = dict.fromkeys(["Siôn", "Rhys", "Owain", "Carys", "Gwyn"], "yes") | dict.fromkeys(["Menna", "Delyth", "Ifan"], "no") | {"Amina": "abstain"}
REASONS = {
    "Gwyn": "A bus at ten is a bus.",
    "Ifan": "Nobody asked for ten.",
    "Amina": "They have told us when they need to be there.",
}
MANDATE = Mandate(
    open=both("Ble mae’r bws yn stopio.", "Where the bus stops."),
    fixed=both(
        "Yr amserau: bws yr ysgol yw e, ac mae’n rhydd rhwng 09:30 a 14:45. Cafodd y contract ei lofnodi cyn i’r grŵp gwrdd.",
        "The times: it is the school bus, free between 9.30 am and 2.45 pm. The contract was signed before the group met.",
    ),
    money=both("Y Cyngor: £18,000, am flwyddyn.", "The council: £18,000, for a year."),
    pays=both("Y Cyngor.", "The council."),
)
COUNCIL = both("Cyngor Sir Ceredigion", "Ceredigion County Council")


def tell(telling: Telling, project: UUID, before_eight: UUID) -> UUID:
    """`before_eight`: the idea of a bus that is there by half past eight. Answers with what Menna said of the times."""
    decision = _vote(telling, project, _propose(telling, project, before_eight))
    workspace, act = telling.workspace, telling.act
    aftermath.state_minority(workspace, act("Menna", project, 199), decision, "Gofynnon ni am fws cyn wyth. Pleidleision ni ar un am ddeg.")
    half = "Mae’r bws yn sefyll yn segur bob bore. Dw i’n dal i feddwl bod hanner bws yn well na dim bws."
    aftermath.state_minority(workspace, act("Rhys", project, 198), decision, half)
    outside = "Byddwn ni’n gofyn i rywun nad yw’n deithiwr nac yn staff eistedd gyda ni."
    aftermath.take_route(workspace, act("Siôn", project, 196), decision, "mediate", outside)
    return _say_it_late(telling, project)


def _propose(telling: Telling, project: UUID, before_eight: UUID) -> UUID:
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Rhys", project, 215), TITLE, SUMMARY, BODY, [before_eight]).id
    for name, days_ago, language, paragraph, text in TALK:
        proposals.comment(workspace, act(name, project, days_ago), proposal, 1, language, paragraph, text)
    for kind, name, text in WEIGHED:
        proposals.weigh(workspace, act(name, project, 210), proposal, kind, text)
    for name in ("Owain", "Carys", "Siôn"):
        proposals.support(workspace, act(name, project, 209), proposal, 1)
    return proposal


def _vote(telling: Telling, project: UUID, proposal: UUID) -> UUID:
    workspace, closes_at = telling.workspace, telling.on(200, "20:00")
    decision = decisions.open(workspace, telling.act("Siôn", project, 208), SHALL_IT_GO_AT_TEN, closes_at, proposal=proposal, version=1).id
    telling.vote(decision, project, 204, VOTES, REASONS)
    decisions.close_when_due(workspace, decision, happened_at=closes_at)
    return decision


def _say_it_late(telling: Telling, project: UUID) -> UUID:
    """What was fixed from the first day; and the bus goes, though the group had not agreed."""
    workspace, act = telling.workspace, telling.act
    footing.write_mandate(workspace, act("Siôn", project, 190), MANDATE)
    footing.join_organisation(workspace, act("Siôn", project, 190, "12:10"), COUNCIL, both("Yn dal y contract", "Holds the contract"))
    projects.close_stage(workspace, act("Siôn", project, 175), "design", "Does dim rhagor i’w ddylunio o dan y contract hwn.")
    begins = "Mae’r contract yn dechrau heddiw, felly mae’r bws am ddeg yn rhedeg. Dw i’n gwybod na chytunon ni."
    projects.open_stage(workspace, act("Siôn", project, 175, "12:05"), "deliver", begins)
    open_times = "Dywedoch chi fod yr amserau ar agor. Roedden nhw mewn contract cyn i ni gwrdd. Pam gofynnoch chi i ni?"
    return challenges.raise_(workspace, act("Menna", project, 174), open_times, is_public=True, about="deciding").id
