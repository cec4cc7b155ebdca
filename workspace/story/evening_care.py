"""Evening care in Dyffryn Aeron: families and the care team design the evening round together."""

from uuid import UUID

from aggregates.base import Act

from .. import aftermath, charters, decisions, ideas, projects, proposals
from ..decisions import Question
from ..projects import Description
from . import (
    afternoons,
    choosing,
    feeling,
    footing,
    friday_nights,
    in_order,
    meeting,
    missing,
    our_sheet,
    promises,
    put_back,
    rota_with_tea,
    said,
    sundays_later,
    warm_tea,
)
from .cast import CARE_TEAM, FAMILIES
from .telling import Telling, both

DESCRIPTION = Description(
    name=both("Gofal gyda’r nos yn Nyffryn Aeron", "Evening care in Dyffryn Aeron"),
    purpose=both(
        "Mae pobl sy’n cael gofal gartref gyda’r nos, eu teuluoedd a’r tîm gofal yn dylunio’r rownd nos gyda’i gilydd, o Felin-fach i Aberaeron.",
        "People who have care at home in the evening, their families and the care team are designing the evening round together, from Felin-fach to Aberaeron.",
    ),
    question=both("Beth sy’n gwneud noson dda gartref?", "What makes a good evening at home?"),
    place=both("Dyffryn Aeron, Ceredigion", "Dyffryn Aeron, Ceredigion"),
    contact=both("Mair", "Mair"),
    telephone=both("01632 960118", "01632 960118"),
    sides={"citizen": both("Teuluoedd", "Families"), "professional": both("Tîm gofal", "Care team")},
)

CHARTER = {
    "aim": both(
        "Nosweithiau gartref sy’n teimlo fel ein rhai ni, i bawb ar y rownd, ac i’r rhai sy’n gweithio arni.",
        "Evenings at home that feel like our own, for everybody on the round and for those who work it.",
    ),
    "together": both(
        "Gwrando cyn ateb. Dim jargon. Paned gyntaf. Mae dweud “dwi ddim yn gwybod eto” yn iawn.",
        "Listen before answering. No jargon. Tea first. It is fine to say “I don’t know yet”.",
    ),
    "who": both(
        "Pobl sy’n cael gofal gyda’r nos a’u teuluoedd; y tîm gofal a’r nyrsys ardal; dau hwylusydd, un o bob grŵp.",
        "People who have evening care and their families; the care team and the district nurses; two facilitators, one from each group.",
    ),
    "open_and_fixed": both(
        "Ar agor: amserau, pwy sy’n dod, sut rydyn ni’n clywed. "
        "Wedi’i bennu: £96,000 y flwyddyn tan fis Mawrth 2028, a’r Cyngor sy’n dal i dalu am bob awr o ofal.",
        "Open: the times, who comes, how we hear. Fixed: £96,000 a year until March 2028, and the council keeps paying for every hour of care.",
    ),
    "how": both(
        "Rhaid i’r ddau grŵp gytuno. Ym mhob grŵp mae o leiaf hanner yn cymryd rhan, a mwy o blaid nag yn erbyn.",
        "Both groups must agree. In each, at least half take part, and more are for than against.",
    ),
}
MENDED = CHARTER | {
    "together": both(
        CHARTER["together"]["cy"] + " Mae costau teithio a gofal yn eich lle wedi’u talu ymlaen llaw.",
        CHARTER["together"]["en"] + " Travel and care in your place are paid beforehand.",
    )
}

RULE = {"method": "dual", "threshold": [1, 2], "strict": True, "base": "cast", "quorum": {"citizen": [1, 2], "professional": [1, 2]}, "least": 1}

HEAR = both("Clywed erbyn pedwar pwy sy’n dod", "Hear by four who is coming")
HEAR_SHORT = both(
    "Bob dydd erbyn 16:00 mae pawb ar y rownd nos yn clywed pwy sy’n dod, yn y ffordd maen nhw’n ei dewis.",
    "Each day by 4 pm everybody on the evening round hears who is coming, in the way they choose.",
)
HEAR_AT_FIRST = both("Mae’r ddesg rota yn ffonio, tecstio neu’n anfon cerdyn.", "The rota desk rings, texts or sends a card.")
HEAR_WHOLE = both(
    "Mae’r ddesg rota yn ffonio, tecstio neu’n anfon cerdyn.\n\n"
    "- Mae’n dweud **pwy rydyn ni’n ei ddisgwyl**.\n- Os bydd hynny’n newid ar ôl pedwar, mae rhywun yn ffonio.\n\n"
    "Ugain munud y dydd i Rhys, a’r Cyngor sy’n talu.",
    "The rota desk rings, texts or sends a card.\n\n- It says **who we expect**.\n- If that changes after four, somebody rings.\n\n"
    "Twenty minutes a day for Rhys, and the council pays.",
)
SHALL_WE_HEAR = Question(
    asked=both(
        "A fydd pawb ar y rownd nos yn clywed erbyn 16:00, yn y ffordd maen nhw’n ei dewis, pwy sy’n dod y noson honno?",
        "Shall everybody on the evening round be told by 4 pm, in the way they choose, who is coming that evening?",
    ),
    yes=both("Mae’r ddesg rota yn dechrau o fewn mis", "The rota desk begins within a month"),
    no=both("Mae’n aros fel y mae", "It stays as it is"),
    otherwise=both("Rydyn ni’n cwrdd eto i newid y cynnig.", "We meet again to change the proposal."),
)
SHALL_WE_VISIT_LATE = Question(
    asked=both(
        "Ydyn ni am gynnig ymweliad olaf rhwng 20:00 a 22:00 i bawb sy’n gofyn amdano, o fis Ionawr?",
        "Shall we offer a last visit between 8 pm and 10 pm to everybody who asks for it, from January?",
    ),
    yes=both("Cynnig yr ymweliad hwyr o fis Ionawr", "Offer the late visit from January"),
    no=both("Cadw’r rota fel y mae", "Keep the rota as it is"),
    otherwise=both("Mae’r rota’n aros fel y mae, a byddwn ni’n cwrdd i newid y cynnig.", "The rota stays as it is, and we meet to change the proposal."),
)

RIGHTS = {"commission": "collaborate", "design": "empower", "deliver": "collaborate", "evaluate": "empower", "charter": "empower"}
TERMS = {"decline_days": 21, "enough_support": {"citizen": 5, "professional": 2}, "rights": RIGHTS}


def tell(telling: Telling, founder: Act) -> None:
    project = _begin(telling, founder)
    quoted = said.tell(telling, project)
    choosing.tell(telling, project)
    _adopt_a_charter(telling, project)
    named, late, nightdress, phone, sheet, sundays = _post_ideas(telling, project, quoted)
    names = _agree_on_names(telling, project, named)
    put_back.tell(telling, project, phone, nightdress)
    footing.tell(telling, project)
    sundays_later.tell(telling, project, sundays)
    _disagree_on_badges(telling, project)
    promises.tell(telling, project, names, phone, sheet, nightdress)
    feeling.tell(telling, project)
    _ask_about_a_late_round(telling, project, [late, nightdress])
    missing.tell(telling, project)
    warm_tea.tell(telling, project)
    rota_with_tea.tell(telling, project)
    our_sheet.tell(telling, project, MENDED, RULE, sheet)
    afternoons.tell(telling, project)
    meeting.tell(telling, project)
    friday_nights.tell(telling, project)


def _begin(telling: Telling, founder: Act) -> UUID:
    workspace = telling.workspace
    telling.join_network("Mair", founder, "founder")
    project = projects.start(workspace, telling.in_the_network("Mair", 295), DESCRIPTION).id
    together = "Mae’r Cyngor a’r teuluoedd yn ysgrifennu gyda’i gilydd beth i’w brynu."
    projects.open_stage(workspace, telling.act("Mair", project, 294), "commission", together)
    telling.join("Siôn", telling.act("Mair", project, 292), "none", ["facilitator"])
    telling.join("Helen", telling.act("Mair", project, 291), "none", ["commissioner"])
    for number, name in enumerate(FAMILIES):
        telling.join(name, telling.act("Mair", project, 290 - number), "citizen")
    for number, name in enumerate(CARE_TEAM):
        telling.join(name, telling.act("Siôn", project, 288 - number), "professional")
    return project


def _adopt_a_charter(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace
    charters.draft(workspace, telling.act("Mair", project, 275), CHARTER, RULE, "anybody", terms=TERMS)
    charters.draft(workspace, telling.act("Tomos", project, 268), MENDED, RULE, "anybody", saw=1)
    question = Question(
        asked=both("Ydyn ni’n mabwysiadu’r siarter hon?", "Do we adopt this charter?"),
        yes=both("Mae’r siarter mewn grym o heddiw", "The charter is in force from today"),
        no=both("Rydyn ni’n dal i ysgrifennu", "We go on writing"),
        otherwise=both("Rydyn ni’n cwrdd eto i newid y drafft.", "We meet again to change the draft."),
    )
    adoption = decisions.open_adoption(workspace, telling.act("Mair", project, 262), question, telling.on(250, "20:00"), 2).id
    telling.vote(adoption, project, 258, dict.fromkeys(FAMILIES[:7], "yes") | dict.fromkeys(CARE_TEAM[:4], "yes") | {"Zofia": "abstain"})
    decisions.close_when_due(workspace, adoption, happened_at=telling.on(250, "20:00"))
    projects.close_stage(workspace, telling.act("Mair", project, 120), "commission", "Mae’r fanyleb yn barod: ysgrifennodd y ddau grŵp hi.")
    projects.open_stage(workspace, telling.act("Mair", project, 119), "design", "Nawr rydyn ni’n dylunio’r rownd nos gyda’n gilydd.")


def _post_ideas(telling: Telling, project: UUID, quoted: list[UUID]) -> tuple[list[UUID], UUID, UUID, UUID, UUID, UUID]:
    workspace, post = telling.workspace, telling.post
    for_a_name = ["Beti", "Tomos", "Nia", "Amina", "Delyth", "Menna", "Carys"]
    name = post("Eira", project, 110, "Mae enw yn ddigon. Dywedwch wrtha i erbyn amser te pwy sy’n dod.", for_a_name)
    latch = post("Gwyn", project, 108, "If I know it’s Amina I leave the door on the latch and I’m not frightened by the knock.", ["Eira", "Amina", "Ifan"])
    sheet = post("Tomos", project, 105, "One sheet in the house that says who I am before it says what’s wrong with me.", ["Owain", "Nia", "Zofia"])
    pick = "Let people pick: early or late. We could run a late round with two of us in one car, and it would be safer too."
    late = post("Amina", project, 101, pick, [*FAMILIES[:6], "Zofia"])
    nightdress = post("Menna", project, 99, "Dwi ddim eisiau bod yn fy ngŵn nos am hanner awr wedi chwech.", ["Eira", "Beti", "Delyth", "Nia", "Carys", "Rhys"])
    sundays = post("Eira", project, 96, "Dydd Sul yn hwyrach na’r dyddiau eraill. Dyna pryd mae’r teulu’n ffonio.", ["Nia", "Menna"])
    warm = "Ten minutes to sit while the tea is still warm. Put it in the visit, not on top of it."
    sit = post("Tomos", project, 92, warm, ["Gwyn", "Amina", "Ifan", "Delyth", "Zofia"], quoted[1])
    phone = post("Zofia", project, 88, "Stop asking us to sign in and out by phone in front of people. It says hurry.", ["Amina", "Carys", "Tomos"])
    rota = post("Delyth", project, 80, "Rota o gymdogion am gwmni, nid am ofal. Mae’r gofal yn dal i gael ei dalu.", ["Beti", "Eira"])
    app = post("Ifan", project, 78, "An app that shows where the car is.", ["Gwyn"])
    ideas.reply(workspace, telling.act("Carys", project, 90), sit, "Pan fydd amser i eistedd, dw i’n clywed am y cwymp cyn iddo ddigwydd.")
    ideas.reply(workspace, telling.act("Beti", project, 89), sit, "Cytuno. Nid siarad wrth y drws.")
    ideas.reply(workspace, telling.act("Owain", project, 103), sheet, "We have a form for this, two pages. Shall we cut it to one side together?")
    ideas.reword(workspace, telling.act("Delyth", project, 79), rota, "Rota o gymdogion am gwmni, nid am ofal. Y Cyngor sy’n dal i dalu am y gofal.")
    ideas.set_aside(workspace, telling.act("Ifan", project, 70), app, "Half of us have no signal. The call by four does it better.")
    themes = in_order.tell(telling, project, [name, latch, sheet], [late, nightdress, sundays], [sit, phone], rota)
    said.under_themes(telling, project, quoted, themes)
    return [name, latch], late, nightdress, phone, sheet, sundays


def _agree_on_names(telling: Telling, project: UUID, sources: list[UUID]) -> UUID:
    workspace = telling.workspace
    proposal = proposals.draft(workspace, telling.act("Eira", project, 66), HEAR, HEAR_SHORT, HEAR_AT_FIRST, sources).id
    proposals.support(workspace, telling.act("Tomos", project, 65), proposal, 1)
    why = "Amina: os bydd rhywun yn sâl am bump, mae’r enw’n anghywir."
    proposals.revise(workspace, telling.act("Eira", project, 60), proposal, 1, HEAR, HEAR_SHORT, HEAR_WHOLE, why)
    for number, name in enumerate(["Tomos", "Amina", "Rhys", "Beti", "Menna"]):
        proposals.support(workspace, telling.act(name, project, 59 - number), proposal, 2)
    decision = decisions.open(workspace, telling.act("Mair", project, 52), SHALL_WE_HEAR, telling.on(40, "20:00"), proposal=proposal, version=2).id
    agreeing = ["Eira", "Beti", "Tomos", "Gwyn", "Delyth", "Menna", "Amina", "Rhys", "Zofia"]
    votes = dict.fromkeys(agreeing, "yes") | {"Nia": "abstain", "Owain": "no"}
    reasons = {"Gwyn": "I sleep when I know.", "Owain": "If somebody rings in sick at five the name is wrong, and people will feel lied to."}
    telling.vote(decision, project, 46, votes, reasons)
    decisions.close_when_due(workspace, decision, happened_at=telling.on(40, "20:00"))
    return decision


def _disagree_on_badges(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace
    question = Question(
        asked=both("A fydd y tîm gofal yn gwisgo iwnifform ar y rownd nos?", "Shall the care team wear a uniform on the evening round?"),
        yes=both("Iwnifform bob nos", "A uniform every evening"),
        no=both("Eu dillad eu hunain, fel nawr", "Their own clothes, as now"),
        otherwise=both("Mae pethau’n aros fel y maen nhw, ac rydyn ni’n siarad am y rhesymau.", "Things stay as they are, and we talk about the reasons."),
    )
    decision = decisions.open(workspace, telling.act("Helen", project, 36), question, telling.on(26, "20:00")).id
    votes = dict.fromkeys(["Eira", "Beti", "Nia", "Gwyn", "Menna"], "no") | dict.fromkeys(["Tomos", "Amina", "Rhys", "Carys", "Owain"], "yes")
    telling.vote(decision, project, 30, votes, {"Menna": "Mae iwnifform yn y tŷ yn dweud wrth y stryd.", "Owain": "People know who we are."})
    decisions.close_when_due(workspace, decision, happened_at=telling.on(26, "20:00"))
    aftermath.state_minority(workspace, telling.act("Menna", project, 25), decision, "Fy nhŷ i yw e. Does dim iwnifform ar ymwelwyr.")
    both_ways = "Rydyn ni’n anghytuno, ac wedi gwrando. Mae pawb yn gwisgo fel y mae pobl y tŷ yn gofyn."
    aftermath.take_route(workspace, telling.act("Mair", project, 24), decision, "record", both_ways)


def _ask_about_a_late_round(telling: Telling, project: UUID, sources: list[UUID]) -> None:
    workspace = telling.workspace
    proposal = proposals.draft(
        workspace,
        telling.act("Amina", project, 20),
        both("Ymweliad olaf ar ôl wyth", "A last visit after eight"),
        both(
            "Gall pawb ar y rownd nos ddewis eu hamser: cynnar (18:30 i 20:00) neu hwyr (20:00 i 22:00). Does neb yn colli’r amser sydd ganddyn nhw nawr.",
            "Everybody on the evening round can choose their time: early (6.30 to 8 pm) or late (8 to 10 pm). Nobody loses the time they have now.",
        ),
        both(
            "Mae dau weithiwr yn gwneud y rownd hwyr gyda’i gilydd, yng nghar y tîm.\n\n"
            "Y Cyngor sy’n dal i dalu: £38,400 y flwyddyn, o’r arian sydd yn y siarter.",
            "Two workers do the late round together, in the team’s car.\n\nThe council keeps paying: £38,400 a year, from the money in the charter.",
        ),
        sources,
    ).id
    for number, name in enumerate(["Menna", "Eira", "Zofia"]):
        proposals.support(workspace, telling.act(name, project, 18 - number), proposal, 1)
    decision = decisions.open(workspace, telling.act("Siôn", project, 8), SHALL_WE_VISIT_LATE, telling.on(-4, "20:00"), proposal=proposal, version=1).id
    telling.vote(decision, project, 5, {"Beti": "yes", "Tomos": "yes", "Gwyn": "yes", "Menna": "yes", "Amina": "yes", "Zofia": "yes", "Owain": "no"})
