"""Ten minutes to sit: a proposal that is talked over paragraph by paragraph, and amended by many."""

from uuid import UUID

from aggregates.amendment import Amendment

from .. import amendments, proposals
from .telling import Telling, both

TITLE = both("Deg munud i eistedd", "Ten minutes to sit")
SUMMARY = both(
    "Mae pob ymweliad gyda’r nos yn cynnwys deg munud i eistedd a siarad, ac mae’r Cyngor yn talu amdanyn nhw.",
    "Every evening visit has ten minutes in it to sit and talk, and the council pays for them.",
)
BODY = both(
    "Mae pob ymweliad gyda’r nos yn ddeg munud yn hirach. Dydyn nhw ddim ar gyfer tasgau.\n\n"
    "Y person sy’n cael gofal sy’n dewis beth i’w wneud â nhw: paned, sgwrs, neu lonydd.\n\n"
    "Mae’r rota yn dangos yr amser fel gofal, nid fel amser sbâr.\n\n"
    "Ar ôl tri mis rydyn ni’n cwrdd i weld beth newidiodd.",
    "Every evening visit is ten minutes longer. They are not for tasks.\n\n"
    "Whoever has care chooses what they are for: tea, a talk, or quiet.\n\n"
    "The rota shows the time as care, not as spare time.\n\n"
    "After three months we meet to see what changed.",
)
COST = both(
    "£11,200 y flwyddyn, o’r £96,000 sydd yn y siarter. Y Cyngor sy’n talu.",
    "£11,200 a year, from the £96,000 in the charter. The council pays.",
)


TALK = [
    ("Amina", 21, "en", 1, "Ten minutes at ten houses is most of two hours. Who drives later?"),
    ("Menna", 20, "cy", 2, "Llonydd weithiau. Diolch am ei roi ar y rhestr."),
    ("Rhys", 20, "cy", 3, "Gall y rota wneud hyn. Colofn newydd, dyna i gyd."),
    ("Owain", 19, "en", 1, "I hear about a fall days later. This is when people would tell us."),
    ("Gwyn", 18, "en", 2, "Quiet is fine. Just not standing up with a coat on."),
]
WEIGHED = [
    ("strength", "Delyth", "Bydd fy ngŵr yn bwyta os oes rhywun yn eistedd gyda fe."),
    ("strength", "Owain", "We hear about a problem before it is an emergency."),
    ("worry", "Rhys", "Os yw rhywun yn sâl, y deg munud sy’n mynd gyntaf."),
    ("worry", "Zofia", "The last house on the round gets us at eleven."),
]
LONGER = "Every evening visit is ten minutes longer"


def tell(telling: Telling, project: UUID) -> None:
    workspace, act = telling.workspace, telling.act
    idea = telling.post("Beti", project, 24, "Eistedd gyda fi am ddeg munud. Mae hynny’n ofal hefyd.", ["Eira", "Tomos", "Zofia", "Carys"])
    proposal = proposals.draft(workspace, act("Tomos", project, 22), TITLE, SUMMARY, BODY, [idea]).id
    for name, days_ago, language, paragraph, text in TALK:
        proposals.comment(workspace, act(name, project, days_ago), proposal, 1, language, paragraph, text)
    for kind, name, text in WEIGHED:
        proposals.weigh(workspace, act(name, project, 17), proposal, kind, text)
    proposals.write_part(workspace, act("Tomos", project, 16), proposal, "cost", COST)
    _amend(telling, project, proposal)
    for number, name in enumerate(["Eira", "Carys", "Delyth"]):
        proposals.support(workspace, act(name, project, 9 - number), proposal, 2)


def _amend(telling: Telling, project: UUID, proposal: UUID) -> None:
    """One is accepted and overtakes two others, of which one still says what its author means; one is declined, one waits."""
    workspace, act = telling.workspace, telling.act

    def suggest(name: str, days_ago: int, language: str, paragraph: int, text: str, why: str) -> UUID:
        return amendments.suggest(workspace, act(name, project, days_ago), proposal, 1, language, paragraph, text, why).id

    rounds = suggest("Amina", 15, "en", 1, f"{LONGER}, and no round has more than eight. They are not for tasks.", "Or it all ends at midnight.")
    suggest("Owain", 14, "en", 1, f"{LONGER}. They are not for tasks, and nobody looks at the clock.", "It is what people told us.")
    forms = suggest("Zofia", 14, "en", 1, f"{LONGER}. They are not for tasks, nor for forms.", "Forms are how the ten minutes would go.")
    app = suggest("Ifan", 13, "en", 3, "An app shows the time as care.", "Everybody can check it.")
    radio = "Y person sy’n cael gofal sy’n dewis beth i’w wneud â nhw: paned, sgwrs, y radio, neu lonydd."
    suggest("Menna", 12, "cy", 2, radio, "Mae’r radio yn gwmni.")
    amendments.accept(workspace, act("Tomos", project, 11), rounds, workspace.load(Amendment, rounds).version)
    amendments.still_mean(workspace, act("Zofia", project, 10), forms, workspace.load(Amendment, forms).version)
    amendments.decline(workspace, act("Beti", project, 10), app, "Does gan ein hanner ni ddim signal. Mae’r rota ar bapur yn gwneud hyn.")
