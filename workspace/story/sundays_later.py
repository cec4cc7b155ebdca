"""Sundays, later: both groups agreed, and the council declines to act on it, in the open, with a day to talk and something else that it does."""

from uuid import UUID

from aggregates.project import Project

from .. import commitments, decisions, declines, proposals
from ..commitments import Taker
from ..decisions import Question
from .telling import Telling, both

TITLE = both("Dydd Sul yn hwyrach", "Sundays, later")
SUMMARY = both(
    "Ar nos Sul mae’r rownd yn dechrau am hanner awr wedi saith, nid am hanner awr wedi chwech.",
    "On Sundays the evening round begins at half past seven, not at half past six.",
)
BODY = both(
    "Ar ddydd Sul mae’r teulu’n ffonio, ac mae’r capel yn gorffen am saith.\n\n"
    "Mae’r rownd yn dechrau awr yn hwyrach, ac mae’r tŷ olaf wedi cael ymweliad erbyn deg.",
    "Sunday is when the family rings, and chapel ends at seven.\n\nThe round begins an hour later, and the last house has had its visit by ten.",
)
SHALL_SUNDAYS_BE_LATER = Question(
    asked=both("A fydd rownd nos Sul yn dechrau awr yn hwyrach?", "Shall the round on Sundays begin an hour later?"),
    yes=both("Y rownd yn dechrau am 19:30 ar nos Sul", "The round begins at 7.30 pm on Sundays"),
    no=both("Mae’n aros fel y mae", "It stays as it is"),
    otherwise=both("Mae nos Sul yn aros fel y mae, ac rydyn ni’n siarad eto.", "Sundays stay as they are, and we talk again."),
)
REASON = (
    "The Sunday drivers’ contract runs until March. To change it now costs £14,000, and the mandate has no money for that. "
    "I should have said so before you voted, and I am sorry."
)
INSTEAD = both(
    "Dwy nos Sul y mis yn hwyrach, gyda’r gyrwyr sy’n gallu. Yn y contract nesaf mae pob nos Sul yn dechrau am 19:30.",
    "Two Sundays a month later, with the drivers who can. In the next contract every Sunday begins at 7.30 pm.",
)
TWO_A_MONTH = both("Dwy nos Sul y mis yn dechrau am 19:30", "Two Sundays a month begin at 7.30 pm")
COMMISSIONING = both("Comisiynu gofal", "Commissioning care")


def tell(telling: Telling, project: UUID, idea: UUID) -> None:
    """`idea`: that Sundays should be later than other days."""
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Eira", project, 58), TITLE, SUMMARY, BODY, [idea]).id
    for number, name in enumerate(["Nia", "Menna", "Carys", "Zofia"]):
        proposals.support(workspace, act(name, project, 57 - number), proposal, 1)
    decision = decisions.open(workspace, act("Mair", project, 50), SHALL_SUNDAYS_BE_LATER, telling.on(38, "20:00"), proposal=proposal, version=1).id
    agreeing = dict.fromkeys(["Eira", "Nia", "Menna", "Beti", "Gwyn", "Delyth", "Amina", "Carys", "Zofia"], "yes")
    reasons = {"Menna": "Dw i’n hoffi gweld diwedd y canu.", "Rhys": "Does gen i neb i yrru am awr arall ar nos Sul."}
    telling.vote(decision, project, 44, agreeing | {"Tomos": "abstain", "Rhys": "no"}, reasons)
    decisions.close_when_due(workspace, decision, happened_at=telling.on(38, "20:00"))
    _decline(telling, project, decision)


def _decline(telling: Telling, project: UUID, decision: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    declines.declare(workspace, act("Helen", project, 35), decision, REASON, telling.on(16).date(), INSTEAD)
    declines.reply(workspace, act("Eira", project, 34), decision, "Diolch am ddweud sori. Y tro nesaf, dwedwch am yr arian cyn i ni bleidleisio.")
    declines.reply(workspace, act("Zofia", project, 33), decision, "Two of us can drive on Sundays. Nobody asked us.")
    talk = (
        "Paned yn Felin-fach gyda Helen. Zofia ac Amina sy’n gyrru ar y ddwy nos Sul. "
        "O hyn ymlaen mae Helen yn dweud beth mae’n ei gostio cyn i ni ofyn i bawb."
    )
    declines.talk(workspace, act("Mair", project, 16, "20:30"), decision, talk)
    helens = Taker("none", COMMISSIONING, is_own=True, is_named=True, organisation=workspace.load(Project, project).organisations[0])
    commitments.make(workspace, act("Helen", project, 14), TWO_A_MONTH, helens, telling.on(-40).date(), decision=decision)
