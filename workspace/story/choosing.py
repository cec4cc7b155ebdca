"""How the evening round was commissioned: what is needed, what is bought, the points that count, and two offers that both groups scored."""

from uuid import UUID

from .. import commission
from ..commission import Criterion
from .telling import Telling, both

NEED = both(
    "Noson wrth eich pwysau eich hun. Gwybod pwy sy’n dod drwy’r drws, a phryd. Amser i eistedd.",
    "An evening at one’s own pace. To know who is coming through the door, and when. Time to sit.",
)
BUYING = both(
    "Rownd nos o Felin-fach i Aberaeron, saith noson yr wythnos, am dair blynedd: £96,000 y flwyddyn.",
    "An evening round from Felin-fach to Aberaeron, seven nights a week, for three years: £96,000 a year.",
)
CRITERIA = [
    Criterion(both("Yr un wynebau o wythnos i wythnos", "The same faces from week to week"), 5),
    Criterion(both("Cymraeg gyda’r rhai sydd ei heisiau", "Welsh with those who want it"), 4),
    Criterion(both("Amodau gwaith y tîm gofal", "The care team’s own terms of work"), 3),
    Criterion(both("Pris", "Price"), 2),
]
OFFERS = [both("Gofal Glannau Aeron", "Gofal Glannau Aeron"), both("Cwmni’r Hwyr", "Cwmni’r Hwyr")]
INTERESTS = {"Carys": "Mae fy chwaer yn gweithio i Gwmni’r Hwyr."}
SCORES = {
    "Eira": ([5, 4, 4, 3], [3, 4, 3, 4]),
    "Beti": ([5, 5, 3, 3], [2, 3, 3, 5]),
    "Tomos": ([4, 4, 4, 2], [3, 3, 4, 4]),
    "Gwyn": ([5, 3, 4, 3], [4, 2, 3, 4]),
    "Nia": ([4, 5, 4, 3], [3, 4, 4, 4]),
    "Amina": ([4, 3, 5, 3], [3, 3, 2, 4]),
    "Rhys": ([4, 4, 4, 3], [4, 4, 3, 3]),
    "Carys": ([5, 5, 4, 3], None),
    "Owain": ([4, 4, 3, 3], [3, 4, 3, 4]),
}
WHY = {"Beti": "Maen nhw’n enwi’r bobl. Y lleill yn enwi oriau.", "Amina": "They pay for the time between houses."}


def tell(telling: Telling, project: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    commission.write_need(workspace, act("Mair", project, 275), NEED, BUYING)
    commission.write_criteria(workspace, act("Siôn", project, 272), CRITERIA)
    for ago, name in zip((250, 248), OFFERS, strict=True):
        commission.name_offer(workspace, act("Helen", project, ago), name)
    offers = commission.load(workspace, act("Mair", project, 247)).offers
    for who, given in SCORES.items():
        interest = INTERESTS.get(who, "")
        commission.declare_interest(workspace, act(who, project, 246), interest, [offers[1]] if interest else [])
        for offer, scores in zip(offers, given, strict=True):
            if scores:
                numbers = {str(number): score for number, score in enumerate(scores, 1)}
                commission.score(workspace, act(who, project, 244), offer, numbers, WHY.get(who, "") if offer == offers[0] else "")
    commission.close_scoring(workspace, act("Mair", project, 240))
