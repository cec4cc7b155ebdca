"""Ideas under themes, joined, set apart and split, asked about, and moved on by enough support."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from aggregates.base import Act, today
from workspace import arranging, decisions, ideas, projects, themes
from workspace.charters import draft
from workspace.decisions import Question
from workspace.story import Telling
from workspace.story.cast import FAMILIES
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE
from workspace.story.telling import both

EVERYBODY = ("Beti", "Eira", "Amina", "Rhys")


def live(telling: Telling) -> None:
    workspace = telling.workspace
    project = projects.start(workspace, telling.in_the_network("Mair", 30), DESCRIPTION).id
    for name in EVERYBODY:
        telling.join(name, telling.act("Mair", project, 30), "citizen" if name in FAMILIES else "professional")

    def act(who: str) -> Act:
        return telling.act(who, project, 1)

    _agree_on_terms(telling, project, {"enough_support": {"citizen": 1, "professional": 1}})
    when, who = (themes.name(workspace, act("Beti"), name).id for name in (both("Pryd", "When"), {"cy": "Pwy"}))
    themes.rename(workspace, act("Beti"), who, both("Pwy sy’n dod", "Who is coming"))
    early, late = ideas.post(workspace, act("Beti"), "Yn gynt", when).id, ideas.post(workspace, act("Amina"), "A late round").id
    arranging.move(workspace, act("Amina"), early, None)
    themes.close(workspace, act("Mair"), who)
    soon = today(act("Beti")) + timedelta(days=3)
    ideas.ask_for_answer(workspace, act("Beti"), late, act("Amina").member, soon)
    for kind in ideas.ANSWERS:
        ideas.answer(workspace, act("Mair"), late, "Dyma pam", kind, soon)
    arranging.join(workspace, act("Beti"), early, late)
    arranging.set_apart(workspace, act("Amina"), early)
    arranging.split(workspace, act("Beti"), early, ["Yn gynt ar ddydd Sul", "Yn gynt yn y gaeaf"])
    for supporter in ("Beti", "Amina"):
        ideas.support(workspace, act(supporter), late)


def _agree_on_terms(telling: Telling, project: UUID, terms: dict[str, Any]) -> None:
    """A charter in force, by everybody’s vote."""
    workspace = telling.workspace
    draft(workspace, telling.act("Mair", project, 25), CHARTER, RULE, "anybody", terms=terms)
    question = Question(*[both("Cytuno?", "Agreed?")] * 4)
    decision = decisions.open_adoption(workspace, telling.act("Mair", project, 24), question, telling.on(20), 1).id
    telling.vote(decision, project, 22, dict.fromkeys(EVERYBODY, "yes"))
    decisions.close_when_due(workspace, decision, happened_at=telling.on(20))
