"""A group of the cast in one project, put together by commands: what tests of workspace, web and faults begin with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import Act
from workspace import charters, decisions, members, projects
from workspace.application import Workspace
from workspace.decisions import Question
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE
from workspace.story.telling import Telling, both

CITIZENS, PROFESSIONALS = ("Eira", "Beti", "Tomos"), ("Amina", "Rhys")
QUESTION = Question(
    both("Ydyn ni am gynnig ymweliad olaf?", "Shall we offer a last visit?"),
    both("Cynnig", "Offer it"),
    both("Peidio", "Leave it"),
    both("Dim newid", "No change"),
)


@dataclass
class Gathering:
    """Mair facilitates and is on no side."""

    workspace: Workspace
    citizens: Sequence[str] = CITIZENS
    professionals: Sequence[str] = PROFESSIONALS
    visibility: str = "public"
    project: UUID = field(init=False)
    accounts: dict[str, UUID] = field(init=False)

    def __post_init__(self) -> None:
        telling = Telling(self.workspace, self.workspace.now())
        telling.enrol_cast()
        telling.open_network("Lowri", 30)
        telling.join_network("Mair", telling.in_the_network("Lowri", 29), "founder")
        self.project = projects.start(self.workspace, telling.in_the_network("Mair", 28), DESCRIPTION, visibility=self.visibility).id
        for name, side in [(name, "citizen") for name in self.citizens] + [(name, "professional") for name in self.professionals]:
            members_by = telling.act("Mair", self.project, 27)
            telling.join(name, members_by, side)
        self.accounts = telling.accounts

    def act(self, name: str, *, command: UUID | None = None, happened_at: datetime | None = None, language: str = "cy") -> Act:
        """Somebody does something now."""
        return members.act(self.workspace, self.accounts[name], self.project, command=command or uuid4(), language=language, happened_at=happened_at)

    def member(self, name: str) -> UUID:
        return self.act(name).member

    def in_(self, hours: float) -> datetime:
        return self.workspace.now() + timedelta(hours=hours)

    def adopt_charter(self, rule: Mapping[str, Any] = RULE, opened_by: str = "anybody", **terms: Any) -> UUID:
        """Draft the next version, and everybody agrees to it."""
        before = charters.of(self.workspace, self.project)
        charters.draft(self.workspace, self.act("Mair"), CHARTER, dict(rule), opened_by, before.drafted if before else 0, terms)
        version = before.drafted + 1 if before else 1
        decision = decisions.open_adoption(self.workspace, self.act("Mair"), QUESTION, self.in_(1), version).id
        self.vote(decision, dict.fromkeys((*self.citizens, *self.professionals), "yes"))
        decisions.close(self.workspace, self.act("Mair"), decision, "Pawb wedi pleidleisio")
        return decision

    def agree(self, **more: Any) -> UUID:
        """Open a decision, and everybody agrees to it."""
        decision = self.open(**more)
        self.vote(decision, dict.fromkeys((*self.citizens, *self.professionals), "yes"))
        decisions.close(self.workspace, self.act("Mair"), decision, "Pawb wedi pleidleisio")
        return decision

    def open(self, question: Question = QUESTION, hours: float = 24, **more: Any) -> UUID:
        return decisions.open(self.workspace, self.act("Mair"), question, self.in_(hours), **more).id

    def vote(self, decision: UUID, votes: Mapping[str, str], reason: str = "") -> None:
        for name, choice in votes.items():
            decisions.vote(self.workspace, self.act(name), decision, choice, reason, 0)
