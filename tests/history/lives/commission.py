"""The commission kit: what the story leaves out of it."""

from workspace import commission, projects
from workspace.story import Telling
from workspace.story.choosing import BUYING, NEED
from workspace.story.evening_care import DESCRIPTION


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 8), DESCRIPTION).id
    commission.write_need(workspace, telling.act("Mair", project, 7), NEED, BUYING)
    commission.write_need(workspace, telling.act("Mair", project, 6), NEED, BUYING)
