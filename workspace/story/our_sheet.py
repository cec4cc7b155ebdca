"""One sheet: what the health board’s form could not be, the group makes itself. The charter changes under its own rule, and consent meets an objection."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from aggregates.objection import objection_id

from .. import charters, commitments, decisions, hands, objections, proposals
from ..commitments import Taker
from ..decisions import Question
from .cast import FAMILIES
from .telling import Telling, both

CONSENT_FIRST = both(
    "Yn gyntaf rydyn ni’n gofyn a oes rhywbeth yn sefyll yn y ffordd. Os oes, ac os nad yw’n cael ei ddatrys, rhaid i’r ddau grŵp gytuno.",
    "First we ask whether anything stands in the way. If it does, and is not met, both groups must agree.",
)
SHALL_WE_ASK_FIRST = Question(
    asked=both("Ydyn ni’n gofyn am gydsyniad cyn cyfri pleidleisiau?", "Do we ask for consent before we count votes?"),
    yes=both("Cydsyniad yn gyntaf, o heddiw", "Consent first, from today"),
    no=both("Pleidlais, fel o’r blaen", "A vote, as before"),
    otherwise=both("Mae’r siarter yn aros fel y mae.", "The charter stays as it is."),
)
TITLE = both("Un ddalen: pwy ydw i", "One sheet: who I am")
SUMMARY = both(
    "Mae dalen yn y tŷ yn dweud pwy ydw i cyn dweud beth sy’n bod arna i.",
    "A sheet in the house says who I am before it says what is wrong with me.",
)
BODY = both(
    "Ni sy’n ei hysgrifennu, yn ein geiriau ni: enw, beth sy’n gwneud noson dda, pwy i’w ffonio.\n\nDyw hi ddim yn lle ffurflen y bwrdd iechyd.",
    "We write it, in our own words: a name, what makes a good evening, whom to ring.\n\nIt is not in place of the health board’s form.",
)
SHALL_IT_HANG = Question(
    asked=both("A gaiff pob tŷ sydd ei heisiau un ddalen?", "Shall every house that wants one have one sheet?"),
    yes=both("Mae’r deg dalen gyntaf yn cael eu hysgrifennu", "The first ten sheets are written"),
    no=both("Dim dalen am y tro", "No sheet for the present"),
    otherwise=both("Rydyn ni’n newid y cynnig ac yn gofyn eto.", "We change the proposal and ask again."),
)
STRANGERS = "If it says which medicines, anybody at the door can read it. Then somebody is not safe at home."
TEN = both("Y deg dalen gyntaf, gyda’r bobl", "The first ten sheets, together with the people")
DAUGHTER = both("Merch, Aberaeron", "A daughter in Aberaeron")


def tell(telling: Telling, project: UUID, charter: Mapping[str, Any], rule: dict[str, Any], sheet: UUID) -> None:
    """`charter`: as it was adopted; `sheet`: the idea of one sheet."""
    _ask_for_consent_first(telling, project, {**charter, "how": CONSENT_FIRST}, rule)
    workspace, act = telling.workspace, telling.act
    proposal = proposals.draft(workspace, act("Tomos", project, 13), TITLE, SUMMARY, BODY, [sheet]).id
    for number, name in enumerate(["Nia", "Carys", "Gwyn"]):
        proposals.support(workspace, act(name, project, 12 - number), proposal, 1)
    decision = decisions.open(workspace, act("Siôn", project, 6), SHALL_IT_HANG, telling.on(2, "20:00"), proposal=proposal, version=1).id
    _object(telling, project, decision)
    everybody = dict.fromkeys([*FAMILIES[:7], "Amina", "Carys", "Zofia"], "consent") | {"Rhys": "concern"}
    telling.vote(decision, project, 4, everybody, {"Rhys": "Pwy sy’n ei newid pan fydd rhywbeth yn newid?", "Tomos": "My mother’s name comes first."})
    decisions.close_when_due(workspace, decision, happened_at=telling.on(2, "20:00"))
    nias = Taker("citizen", DAUGHTER, is_own=True, is_named=True)
    commitments.make(workspace, act("Nia", project, 1), TEN, nias, telling.on(-30).date(), decision=decision)


def _ask_for_consent_first(telling: Telling, project: UUID, sections: Mapping[str, Any], rule: dict[str, Any]) -> None:
    workspace = telling.workspace
    charters.draft(workspace, telling.act("Delyth", project, 17), sections, rule, "anybody", saw=2, terms={"consent_first": True})
    adoption = decisions.open_adoption(workspace, telling.act("Mair", project, 10, "19:40"), SHALL_WE_ASK_FIRST, telling.on(9, "20:00"), 3, "hands").id
    counted = {"citizen": {"yes": 6, "no": 0, "abstain": 0}, "professional": {"yes": 3, "no": 0, "abstain": 1}}
    hands.report(workspace, telling.act("Delyth", project, 10, "19:50"), adoption, counted)
    hands.report(workspace, telling.act("Rhys", project, 10, "19:52"), adoption, counted)


def _object(telling: Telling, project: UUID, decision: UUID) -> None:
    """Owain says what harm he sees; it is answered, and he accepts the answer."""
    workspace, act = telling.workspace, telling.act
    owain = act("Owain", project, 5)
    decisions.vote(workspace, owain, decision, "object", STRANGERS, 0, "aim")
    objection = objection_id(decision, owain.member)
    objections.reply(workspace, act("Tomos", project, 4), objection, "No medicines on it. And it hangs inside the cupboard, for whoever wants that.")
    objections.accept(workspace, act("Owain", project, 3), objection, "Inside the cupboard, no medicines: then I am glad of it.")
