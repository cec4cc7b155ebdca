"""The ground that the measurements stand on: a fresh database each, and a history of believable projects in it."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg.sql import SQL, Identifier

from aggregates.base import Act, Text
from aggregates.counting import Rule
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.vote import Vote
from workspace.application import Workspace
from workspace.config import Settings
from workspace.embedded import database
from workspace.migrating import migrate

MEMBERS, IDEAS, SUPPORTS = 12, 30, 6
RULE = Rule("dual", quorum={"citizen": (1, 2), "professional": (1, 2)}).to_dict()


@contextmanager
def fresh(settings: Settings) -> Iterator[Workspace]:
    """A workspace on a migrated, empty database of its own, dropped afterwards."""
    name = f"pleth_bench_{secrets.token_hex(4)}"
    with database(settings) as url, psycopg.connect(url, autocommit=True) as db:
        db.execute(SQL("create database {}").format(Identifier(name)))
        address, _, words = url.partition("?")
        ours = address.rpartition("/")[0] + f"/{name}" + (f"?{words}" if words else "")
        try:
            migrate(ours)
            with closing(Workspace(replace(settings, database_url=ours))) as workspace:
                yield workspace
        finally:
            db.execute(SQL("drop database if exists {} with (force)").format(Identifier(name)))


def tell(workspace: Workspace, events: int) -> int:
    """At least so many events, project after project; the answer is the head."""
    while workspace.head() < events:
        Group(workspace).live()
    return workspace.head()


class Group:
    """One project: twelve people, thirty ideas with support and replies, four proposals, a decision by dual majority."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.project, self.now = workspace, uuid4(), datetime.now(UTC)
        self.people = [(uuid4(), "professional" if n % 3 == 0 else "citizen") for n in range(MEMBERS)]

    def act(self, n: int) -> Act:
        member, side = self.people[n % MEMBERS]
        return Act(self.project, member, side, "web", uuid4(), self.now, self.now)

    def live(self) -> None:
        commit = self.workspace.commit
        project = Project.start(self.act(0), both(), both(), both(), both(), both(), both(), {"citizen": both(), "professional": both()}, "public")
        commit(project, *[Member.found(self.act(n), ["facilitator"] if n == 0 else []) for n in range(MEMBERS)])
        ideas = [self._idea(n) for n in range(IDEAS)]
        commit(*ideas)
        commit(*[self._proposal(n, ideas) for n in range(4)])
        self._decide()

    def _idea(self, n: int) -> Idea:
        idea = Idea.post(self.act(n), text())
        for m in range(SUPPORTS):
            idea.support(self.act(n + m))
        for m in range(2):
            idea.reply(self.act(n + m), uuid4(), text())
        if n % 3 == 0:
            idea.answer(self.act(0), text())
        if n % 10 == 0:
            idea.set_aside(self.act(0), text())
        return idea

    def _proposal(self, n: int, ideas: list[Idea]) -> Proposal:
        by = self.act(n)
        chosen = ideas[n * 3 : n * 3 + 3]
        proposal = Proposal.draft(by, [idea.id for idea in chosen], [by.author], both(), both(), both())
        for m in range(3):
            proposal.support(self.act(m), 1)
        proposal.revise(self.act(n), 1, both(), both(), both(), None)
        return proposal

    def _decide(self) -> None:
        roll = {member.hex: side for member, side in self.people}
        closes_at = self.now + timedelta(days=7)
        words: dict[str, Any] = {"question": both(), "meanings": {"yes": both(), "no": both()}, "otherwise": both()}
        decision = Decision.open(self.act(0), **words, rule=RULE, roll=roll, roll_position=self.workspace.head(), closes_at=closes_at, charter=1)
        self.workspace.commit(decision)
        self.workspace.commit(*[Vote.cast(self.act(n), decision.id, ("yes", "yes", "no")[n % 3], None) for n in range(MEMBERS)])
        decision.close(self.act(0), text())
        closed = self.workspace.commit(decision)
        decision.count(self.act(0), closed.position, {member.hex: "yes" for member, _ in self.people})
        self.workspace.commit(decision)


def text(language: str = "cy") -> Text:
    return Text(uuid4(), language, "0" * 64)


def both() -> list[Text]:
    return [text("cy"), text("en")]


def project_of(workspace: Workspace) -> UUID:
    """A public project that is there to be looked at."""
    group = Group(workspace)
    group.live()
    return group.project
