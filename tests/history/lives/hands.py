"""A charter adopted in a room: hands counted differently, and then the same."""

from aggregates.base import Act
from aggregates.errors import CountedDifferently
from tests.gathering import QUESTION
from workspace import charters, decisions, hands, projects
from workspace.story import Telling
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 20), DESCRIPTION).id
    for name, side in {"Eira": "citizen", "Beti": "citizen", "Rhys": "professional", "Zofia": "professional"}.items():
        telling.join(name, telling.act("Mair", project, 19), side)

    def act(who: str) -> Act:
        return telling.act(who, project, 9)

    def counted(citizens: int) -> dict[str, dict[str, int]]:
        return {"citizen": {"yes": citizens, "no": 2 - citizens, "abstain": 0}, "professional": {"yes": 2, "no": 0, "abstain": 0}}

    charters.draft(workspace, act("Mair"), CHARTER, RULE, "anybody")
    decision = decisions.open_adoption(workspace, act("Mair"), QUESTION, telling.on(-1), 1, "hands").id
    hands.report(workspace, act("Eira"), decision, counted(1))
    try:
        hands.report(workspace, act("Rhys"), decision, counted(2))
    except CountedDifferently:
        hands.report(workspace, act("Eira"), decision, counted(2))
