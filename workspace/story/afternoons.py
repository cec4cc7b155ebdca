"""When we meet: a consent round that is at its fifth step today, with an objection that is open and a word of the question to put right."""

from uuid import UUID

from aggregates.objection import objection_id

from .. import decisions, mending, objections, proposals, rounds
from ..decisions import Question
from .cast import CARE_TEAM, FAMILIES
from .telling import Telling, both

TITLE = both("Cwrdd yn y prynhawn", "Meeting in the afternoon")
SUMMARY = both(
    "Mae’r cyfarfod misol yn symud o’r nos i ddau o’r gloch y prynhawn, yn y Neuadd Goffa.",
    "The monthly meeting moves from the evening to two in the afternoon, in the Memorial Hall.",
)
BODY = both(
    "Dydd Mawrth cyntaf y mis, rhwng dau a phedwar.\n\nMae gofal yn lle eich gofal chi yn cael ei dalu ymlaen llaw.",
    "The first Tuesday of the month, from two to four.\n\nCare in place of yours is paid for beforehand.",
)
ASKED = both("A gawn ni gwrdd am ddau ar ddydd Mawrth cyntaf y mis?", "Shall we meet at two on the first Teusday of the month?")
MENDED = both(ASKED["cy"], ASKED["en"].replace("Teusday", "Tuesday"))
YES, NO = both("Rydyn ni’n cwrdd am ddau, o’r mis nesaf", "We meet at two, from next month"), both("Gyda’r nos, fel nawr", "In the evening, as now")
OTHERWISE = both("Rydyn ni’n dal i gwrdd gyda’r nos.", "We go on meeting in the evening.")
LEVELS = (2, 1, 1, 2, 0, -1)
SCHOOL = "Mae’r bws ysgol yn dod am hanner awr wedi tri. Bydd pawb sydd â phlant yn gorfod gadael yn y canol."


def tell(telling: Telling, project: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Carys", project, 9), TITLE, SUMMARY, BODY).id
    found = rounds.begin(workspace, act("Siôn", project, 8), proposal, 1).id
    _talk(telling, project, found)
    asked = Question(ASKED, YES, NO, OTHERWISE)
    decision = rounds.ask_for_consent(workspace, act("Siôn", project, 3), found, asked, telling.on(-6, "20:00"), 1).id
    telling.vote(decision, project, 2, dict.fromkeys(["Eira", "Gwyn", "Carys", "Zofia"], "consent") | {"Tomos": "concern", "Owain": "stand aside"})
    nia = act("Nia", project, 2)
    decisions.vote(workspace, nia, decision, "object", SCHOOL, 0, "who")
    objections.reply(workspace, act("Rhys", project, 1), objection_id(decision, nia.member), "Hanner awr yn gynt: o hanner awr wedi un tan dri?")
    mending.ask_mend(workspace, act("Amina", project, 1), decision, Question(MENDED, YES, NO, OTHERWISE))


def _talk(telling: Telling, project: UUID, found: UUID) -> None:
    """What is asked and answered, how it feels, and on to consent."""
    workspace, act = telling.workspace, telling.act
    _, questions, feeling, *later = rounds.STEPS[:5]
    rounds.go_on(workspace, act("Siôn", project, 7), found, questions)
    rounds.ask(workspace, act("Beti", project, 7), found, "Pwy sy’n aros gyda Mam tra bydda i yno?")
    (question,) = rounds.load(workspace, act("Helen", project, 6), found).questions
    rounds.reply(workspace, act("Helen", project, 6), found, question, "Somebody she knows. Ring me a week before: the council pays them, not you.")
    rounds.go_on(workspace, act("Siôn", project, 5), found, feeling)
    for names in (FAMILIES[:6], CARE_TEAM[:5]):
        for name, level in zip(names, LEVELS, strict=False):
            rounds.sense(workspace, act(name, project, 5), found, level)
    for step in later:
        rounds.go_on(workspace, act("Siôn", project, 4), found, step)
