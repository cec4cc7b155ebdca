"""When can we meet: what the story leaves out of it."""

from datetime import timedelta

from workspace import polls, projects
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION
from workspace.story.meeting import TEA


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 9), DESCRIPTION).id
    begins = [telling.on(days) for days in (-1, -2)]
    spans = [(each, each + timedelta(hours=1)) for each in begins]
    asked = polls.ask(workspace, telling.act("Mair", project, 8), polls.Asking(TEA, spans, begins[0].date())).id
    polls.add_time(workspace, telling.act("Mair", project, 7), asked, telling.on(-3), telling.on(-4))
    polls.drop_time(workspace, telling.act("Mair", project, 6), asked, "1", "Mae’r neuadd yn llawn")
    for answer in ("yes", "if needed"):
        polls.say(workspace, telling.act("Mair", project, 5), asked, {"2": answer})
    polls.take_back(workspace, telling.act("Mair", project, 4), asked)
    polls.close(workspace, telling.act("Mair", project, 3), asked, None, "Neb yn gallu")
