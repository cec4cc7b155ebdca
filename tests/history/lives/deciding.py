"""A decision by consent, and what becomes of objections."""

from uuid import UUID

from aggregates.base import Act
from aggregates.objection import objection_id
from tests.gathering import QUESTION
from workspace import charters, decisions, objections, projects
from workspace.story import Telling
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE

CITIZENS, PROFESSIONALS = ("Eira", "Beti", "Menna"), ("Rhys", "Zofia")


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 20), DESCRIPTION).id
    for side, names in (("citizen", CITIZENS), ("professional", PROFESSIONALS)):
        for name in names:
            telling.join(name, telling.act("Mair", project, 19), side)

    def act(who: str, ago: int = 1) -> Act:
        return telling.act(who, project, ago)

    charters.draft(workspace, act("Mair", 9), CHARTER, RULE, "anybody", terms={"consent_first": True})
    adoption = decisions.open_adoption(workspace, act("Mair", 9), QUESTION, telling.on(-1), 1).id
    telling.vote(adoption, project, 8, dict.fromkeys((*CITIZENS, *PROFESSIONALS), "yes"))
    decisions.close(workspace, act("Mair", 7), adoption, "Mae pawb wedi pleidleisio")
    _object(telling, project)


def _object(telling: Telling, project: UUID) -> None:
    workspace = telling.workspace

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    decision = decisions.open(workspace, act("Mair"), QUESTION, telling.on(-1)).id

    def vote(who: str, choice: str, saw: int, reason: str = "") -> UUID:
        decisions.vote(workspace, act(who), decision, choice, reason, saw, "aim")
        return objection_id(decision, act(who).member)

    bus, cost = vote("Eira", "object", 0, "Does dim bws ar ôl wyth"), vote("Rhys", "object", 0, "Pwy sy’n talu?")
    vote("Eira", "object", 1, "Does dim bws ar ôl wyth, na thacsi")
    objections.reply(workspace, act("Zofia"), bus, "We have the car")
    objections.accept(workspace, act("Eira"), bus, "Car y tîm")
    objections.doubt(workspace, act("Beti"), cost, "Mae’r arian yn y siarter")
    objections.doubt(workspace, act("Zofia"), cost, "It is in the charter")
    vote("Menna", "object", 0, "Mae’n rhy hwyr i mi")
    vote("Menna", "consent", 1)
    decisions.close(workspace, act("Mair"), decision, "Mae pawb wedi ateb")
