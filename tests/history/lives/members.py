"""Asking to take part, and being answered; what somebody brings; belonging to both groups; a second
facilitator, and the first one going."""

from uuid import uuid4

from workspace import facilitating, introductions, members, projects, requests
from workspace.requests import Asking
from workspace.story import Telling
from workspace.story.evening_care import DESCRIPTION


def live(telling: Telling) -> None:
    project = projects.start(telling.workspace, telling.in_the_network("Mair", 9), DESCRIPTION).id
    requests.welcome(telling.workspace, telling.act("Mair", project, 8), telling.ask(project, 9, Asking("Gwyn", "citizen", "Dw i eisiau clywed pwy sy’n dod")))
    requests.turn_away(telling.workspace, telling.act("Mair", project, 8), telling.ask(project, 9, Asking("Ifan", "citizen")), "Mae’r grŵp yn llawn tan y Pasg")
    telling.ask(project, 8, Asking("Menna", "citizen"))
    requests.take_back(telling.workspace, telling.accounts["Menna"], project, command=uuid4(), language="cy")
    by = telling.act("Gwyn", project, 7)
    introductions.introduce(telling.workspace, by, by.member, "Dw i’n nabod pob ci yn y cwm")
    members.change_side(telling.workspace, telling.act("Gwyn", project, 6), telling.act("Gwyn", project, 6).member, "professional", True)
    members.change_side(telling.workspace, telling.act("Gwyn", project, 5), telling.act("Gwyn", project, 5).member, "citizen", False)
    gwyn = telling.act("Gwyn", project, 4).member
    facilitating.ask(telling.workspace, telling.act("Mair", project, 4), gwyn)
    facilitating.answer(telling.workspace, telling.act("Gwyn", project, 3), False)
    facilitating.ask(telling.workspace, telling.act("Mair", project, 3), gwyn)
    facilitating.answer(telling.workspace, telling.act("Gwyn", project, 2), True)
    members.leave(telling.workspace, telling.act("Mair", project, 1))
