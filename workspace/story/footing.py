"""On what footing the evening round stands: the mandate, how people are looked after, the organisations, who runs it, and what better would mean."""

from uuid import UUID

from .. import footing, worries
from ..footing import Care, Mandate
from .cast import CAST
from .telling import Telling, both

MANDATE = Mandate(
    open=both("Yr amserau, pwy sy’n dod, sut rydyn ni’n clywed.", "The times, who comes, how we hear."),
    fixed=both(
        "Bod y gofal yn cael ei dalu a’i wneud gan staff: mae’r gyfraith yn ei fynnu, a ni hefyd.",
        "That care is paid for and done by staff: the law says so, and so do we.",
    ),
    money=both("Y Cyngor: £96,000 y flwyddyn am y rownd nos.", "The council: £96,000 a year for the evening round."),
    confirms=both(
        "Cabinet y Cyngor. Os bydd yn gwrthod, yn agored, gyda rheswm ac ar ôl sgwrs o fewn 21 diwrnod.",
        "The council’s Cabinet. If it says no, then in the open, with a reason, and after a conversation within 21 days.",
    ),
    pays=both(
        "Y Cyngor, am bob awr o ofal. Does neb yn gwneud yn ddi-dâl beth mae staff yn cael eu talu amdano.",
        "The council, for every hour of care. Nobody is asked to do unpaid what staff are paid for.",
    ),
    until_on="2028-03-31",
)
CARE = Care(
    costs=both(
        "Ni sy’n trefnu ac yn talu’r tacsi. £20 y noson, mewn amlen wrth y drws.",
        "We book and pay the taxi. £20 an evening, in an envelope at the door.",
    ),
    access=both(
        "Cyfieithydd ar y pryd, print bras, dolen sain. Dywedwch wrth Mair beth arall.",
        "An interpreter, large print, a hearing loop. Tell Mair what else.",
    ),
    replacement=both("Gofalwr yn eich lle tra byddwch chi yma, wedi’i dalu.", "A carer in your place while you are here, paid for."),
    ring=both("Mair, 01632 960118, unrhyw ddiwrnod tan wyth.", "Mair, 01632 960118, any day until eight."),
    worry=both("Helen, yn breifat. Dydy hyn ddim yn rhan o’r cofnod.", "Helen, in private. It is no part of the record."),
)
BETTER = both(
    "Mae pobl yn mynd i’r gwely pan fyddan nhw’n dewis. Maen nhw’n gwybod pwy sydd wrth y drws. Does neb sy’n gweithio’r rownd yn edrych ar y cloc.",
    "People go to bed when they choose. They know who is at the door. Nobody who works the round looks at the clock.",
)
DELIVERY = both(
    "Y ddesg rota gyda thri pherson o’r teuluoedd, bob yn ail ddydd Mawrth dros baned.",
    "The rota desk with three of the families, every other Tuesday over tea.",
)
ORGANISATIONS = [
    (
        both("Cyngor Sir Ceredigion", "Ceredigion County Council"),
        both("Yn dal yr arian ac yn cyflogi’r tîm gofal", "Holds the money and employs the care team"),
    ),
    (both("Gofalwyr Aeron", "Aeron Carers"), both("Yn dod â theuluoedd at ei gilydd", "Brings families together")),
]


def tell(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace
    footing.write_mandate(workspace, telling.act("Mair", project, 284), MANDATE)
    footing.write_care(workspace, telling.act("Siôn", project, 283), CARE)
    worries.name_lead(workspace, telling.act("Siôn", project, 283), "Helen", "01632 960126", CAST["Helen"].email)
    for name, part in ORGANISATIONS:
        footing.join_organisation(workspace, telling.act("Mair", project, 282), name, part)
    footing.write_better(workspace, telling.act("Mair", project, 118), BETTER)
    footing.write_delivery(workspace, telling.act("Siôn", project, 34), DELIVERY)
