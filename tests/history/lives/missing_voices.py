"""Who is not here: every way it can go."""

from workspace import missing_voices, projects
from workspace.missing_voices import Missing
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION
from workspace.story.telling import both


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 9), DESCRIPTION).id
    nights, drivers = (
        missing_voices.name(workspace, telling.act("Mair", project, 8), Missing(who, "Nhw sy’n aros hiraf", 12, both("Y cwm", "The valley"))).id
        for who in (both("Nyrsys y nos", "Night nurses"), both("Gyrwyr", "Drivers"))
    )
    missing_voices.take_on(workspace, telling.act("Mair", project, 7), nights)
    missing_voices.tell(workspace, telling.act("Mair", project, 6), nights, "Mae un am ddod")
    missing_voices.arrive(workspace, telling.act("Mair", project, 5), nights)
    missing_voices.close(workspace, telling.act("Mair", project, 5), drivers, "Does neb yn gyrru mwyach")
