"""What became of the bus: a promise that could not be kept, a voice that nobody reached, somebody who left, and what was agreed and then declined."""

from uuid import UUID

from aggregates.project import Project

from .. import commitments, decisions, declines, ideas, members, missing_voices, proposals
from ..commitments import Taker
from ..decisions import Question
from ..missing_voices import Missing
from .missing import VALLEY
from .telling import Telling, both

RING = both("Galwad cyn y bws", "A ring before the bus")
RING_SHORT = both(
    "Ddeg munud cyn cyrraedd, mae’r gyrrwr yn ffonio pawb sy’n aros.",
    "Ten minutes before it comes, the driver rings everybody who waits.",
)
RING_WHOLE = both(
    "Mae rhestr o rifau ar y bws. Does neb yn sefyll wrth y ffordd yn dyfalu.",
    "There is a list of numbers on the bus. Nobody stands at the roadside and guesses.",
)
SHALL_THEY_RING = Question(
    asked=both("A fydd y gyrrwr yn ffonio ddeg munud cyn cyrraedd?", "Shall the driver ring ten minutes before coming?"),
    yes=both("Mae’r gyrrwr yn ffonio, o’r mis nesaf", "The driver rings, from next month"),
    no=both("Pawb yn aros wrth y stop", "Everybody waits at the stop"),
    otherwise=both("Mae’n aros fel y mae.", "It stays as it is."),
)
RINGS = both("Y gyrrwr yn ffonio ddeg munud cyn cyrraedd", "The driver rings ten minutes before coming")
PLANNING = both("Trefnu’r teithiau", "Planning the journeys")
CANNOT = "Chaiff gyrrwr ddim ffonio wrth yrru, a does unman i stopio rhwng y pentrefi. Dylwn i fod wedi gofyn iddo fe cyn addo i chi."

DIALYSIS = Missing(
    both("Pobl sy’n cael dialysis dair gwaith yr wythnos", "People who have dialysis three times a week"),
    "They travel more than all of us together, and they are too tired to come.",
    9,
    VALLEY,
)
GOODBYE = "I asked more than three months ago and nobody has said yes or no. I have my exams now, so I am stopping here. It is still a good idea."

WAITS = both("Mae’r bws yn aros am yr olaf", "The bus waits for the last one")
WAITS_SHORT = both(
    "Does neb o’r dyffryn yn cael ei adael yn yr ysbyty: mae’r bws yn aros nes bod pawb allan o’r clinig.",
    "Nobody from the valley is left at the hospital: the bus waits until everybody is out of the clinic.",
)
WAITS_WHOLE = both(
    "Mae’r gyrrwr yn cyfri pawb wrth fynd, ac yn cyfri eto cyn cychwyn yn ôl.", "The driver counts everybody going, and counts again before starting back."
)
SHALL_IT_WAIT = Question(
    asked=both("A fydd y bws yn aros nes bod pawb allan o’r clinig?", "Shall the bus wait until everybody is out of the clinic?"),
    yes=both("Mae’r bws yn aros am bawb", "The bus waits for everybody"),
    no=both("Mae’r bws yn cychwyn am ddau", "The bus starts back at two"),
    otherwise=both("Mae’n aros fel y mae, ac rydyn ni’n siarad eto.", "It stays as it is, and we talk again."),
)
REASON = (
    "At a quarter to three it must be at the school gate, where forty children wait for it. "
    "That was so before you voted, and nobody had told you. I am sorry for that."
)
TAXI = both("Tacsi adre, a’r Cyngor yn talu, i bawb sy’n colli’r bws", "A taxi home, paid for by the council, for everybody who misses the bus")
COMMISSIONING = both("Comisiynu trafnidiaeth", "Commissioning transport")


def tell(telling: Telling, project: UUID, ring: UUID, chair: UUID, same_morning: UUID) -> None:
    """`ring`, `chair`, `same_morning`: ideas, of Gwyn, Delyth and Ifan."""
    workspace, act = telling.workspace, telling.act
    promised = _promise(telling, project, ring)
    missing_voices.name(workspace, act("Amina", project, 140), DIALYSIS)
    ideas.reply(workspace, act("Ifan", project, 130, "21:05"), same_morning, GOODBYE)
    members.leave(workspace, act("Ifan", project, 130, "21:15"))
    not_yet = "Mae’r rhifau gyda fi, ond dyw’r cwmni bysiau ddim wedi ateb."
    commitments.move_due(workspace, act("Rhys", project, 114), promised, telling.on(100).date(), not_yet)
    commitments.give_up(workspace, act("Rhys", project, 107), promised, CANNOT)
    _decline(telling, project)
    ideas.ask_for_answer(workspace, act("Delyth", project, 38), chair, act("Rhys", project, 38).member, telling.on(15).date())


def _promise(telling: Telling, project: UUID, ring: UUID) -> UUID:
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Gwyn", project, 165), RING, RING_SHORT, RING_WHOLE, [ring]).id
    for number, name in enumerate(["Delyth", "Carys", "Menna"]):
        proposals.support(workspace, act(name, project, 163 - number), proposal, 1)
    decision = decisions.open(workspace, act("Siôn", project, 157), SHALL_THEY_RING, telling.on(149, "20:00"), proposal=proposal, version=1).id
    telling.vote(decision, project, 152, dict.fromkeys(["Gwyn", "Delyth", "Menna", "Carys", "Amina", "Rhys", "Owain"], "yes"))
    decisions.close_when_due(workspace, decision, happened_at=telling.on(149, "20:00"))
    own = Taker("none", PLANNING, is_own=True, is_named=True, organisation=_council(telling, project))
    return commitments.make(workspace, act("Rhys", project, 147), RINGS, own, telling.on(112).date(), decision=decision).id


def _decline(telling: Telling, project: UUID) -> None:
    """In the open, and late; the talk about it was when no passenger could come but one. The taxi is a promise that was kept."""
    workspace, act = telling.workspace, telling.act
    decision = _agree_that_it_waits(telling, project)
    declines.declare(workspace, act("Helen", project, 80), decision, REASON, telling.on(62).date(), TAXI)
    declines.reply(workspace, act("Menna", project, 79), decision, "Dwedwch wrthon ni beth sy’n amhosib cyn i ni ddechrau gobeithio.")
    declines.reply(workspace, act("Carys", project, 78), decision, "Pleidleisiais i o blaid. Doeddwn i ddim yn gwybod chwaith.")
    own = Taker("none", COMMISSIONING, is_own=True, is_named=True, organisation=_council(telling, project))
    taxi = commitments.make(workspace, act("Helen", project, 76), TAXI, own, telling.on(45).date(), decision=decision).id
    alone = "Gwyn ddaeth, a neb arall o’r teithwyr: roedd y cyfarfod am un ar ddeg, ac roedd y bws wedi mynd. Gyda’r nos y tro nesaf."
    declines.talk(workspace, act("Siôn", project, 62, "16:00"), decision, alone)
    commitments.finish(workspace, act("Helen", project, 48), taxi, "The card by the clinic door has the number. Four people have been taken home.")
    commitments.judge(workspace, act("Delyth", project, 40), taxi, is_better=True, text="Roeddwn i adre mewn pryd i wneud swper.")


def _agree_that_it_waits(telling: Telling, project: UUID) -> UUID:
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Delyth", project, 105), WAITS, WAITS_SHORT, WAITS_WHOLE).id
    for number, name in enumerate(["Gwyn", "Menna", "Amina"]):
        proposals.support(workspace, act(name, project, 103 - number), proposal, 1)
    decision = decisions.open(workspace, act("Siôn", project, 96), SHALL_IT_WAIT, telling.on(86, "20:00"), proposal=proposal, version=1).id
    votes = dict.fromkeys(["Delyth", "Gwyn", "Menna", "Amina", "Carys", "Owain"], "yes") | {"Rhys": "abstain"}
    telling.vote(decision, project, 90, votes, {"Gwyn": "I stood there in the rain and watched it go."})
    decisions.close_when_due(workspace, decision, happened_at=telling.on(86, "20:00"))
    return decision


def _council(telling: Telling, project: UUID) -> UUID:
    return telling.workspace.load(Project, project).organisations[0]
