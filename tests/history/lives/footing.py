"""The footing of a project: what the story leaves out of it."""

from workspace import footing, projects
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION
from workspace.story.telling import both


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 8), DESCRIPTION, visibility="members").id
    projects.show_to(workspace, telling.act("Mair", project, 7), "sensitive", "Gallai rhywun gael niwed")
    projects.show_to(workspace, telling.act("Mair", project, 6), "public", "Does dim perygl mwyach")
    footing.join_organisation(workspace, telling.act("Mair", project, 5), both("Y neuadd", "The hall"), {})
    organisation = next(event.organisation for _, event in workspace.events_of([project]) if type(event).__name__ == "OrganisationJoined")
    footing.part_from_organisation(workspace, telling.act("Mair", project, 4), organisation)
