"""A project of a journey's own, put together by commands as far as the journey does not walk that way itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import Act
from workspace import charters, decisions, ideas, members, projects
from workspace.decisions import Question
from workspace.story.evening_care import CHARTER, DESCRIPTION, RULE
from workspace.story.telling import Telling, both

from .houses import House

QUESTION = Question(
    both("Ydyn ni am gynnig ymweliad olaf ar ôl wyth?", "Shall we offer a last visit after eight?"),
    both("Cynnig yr ymweliad hwyr", "Offer the late visit"),
    both("Cadw’r rota fel y mae", "Keep the rota as it is"),
    both("Mae’r rota’n aros fel y mae.", "The rota stays as it is."),
)


class Group:
    """Mair facilitates and is on no side. The others are here because she invited them, by name."""

    def __init__(self, house: House, name: str, citizens: Sequence[str] = (), professionals: Sequence[str] = (), visibility: str = "public") -> None:
        self.house, self.workspace = house, house.workspace
        self.telling = Telling(self.workspace, self.workspace.now())
        self.telling._commands = iter(uuid4, None)
        self.telling.accounts = {each: house.account(each) for each in {"Mair", *citizens, *professionals}}
        self.citizens, self.professionals = [*citizens], [*professionals]
        described = replace(DESCRIPTION, name=both(name, name))
        self.id = projects.start(self.workspace, self.telling.in_the_network("Mair", 30), described, visibility=visibility).id
        for each in citizens:
            self.telling.join(each, self.telling.act("Mair", self.id, 29), "citizen")
        for each in professionals:
            self.telling.join(each, self.telling.act("Mair", self.id, 29), "professional")

    def act(self, name: str) -> Act:
        """Somebody does something now."""
        return members.act(self.workspace, self.house.account(name), self.id, command=uuid4(), language="cy")

    def post(self, name: str, text: str) -> UUID:
        return ideas.post(self.workspace, self.act(name), text).id

    def text(self, words: str) -> UUID:
        """The id of these words."""
        with self.workspace.reading() as db:
            row = db.execute("select id from texts where project = %s and body = %s", (self.id, words)).fetchone()
        assert row is not None
        return UUID(str(row[0]))

    def idea(self, words: str) -> UUID:
        """The idea that says this."""
        with self.workspace.reading() as db:
            row = db.execute("select id from board_ideas where words = %s", (self.text(words),)).fetchone()
        assert row is not None
        return UUID(str(row[0]))

    def adopt_charter(self, **terms: Any) -> None:
        """Drafted, and agreed to by everybody who is here."""
        charters.draft(self.workspace, self.act("Mair"), CHARTER, RULE, "anybody", 0, terms)
        later = self.telling.on(-1)
        adoption = decisions.open_adoption(self.workspace, self.act("Mair"), QUESTION, later, 1).id
        for name in (*self.citizens, *self.professionals):
            self.vote(adoption, name, "yes")
        self.close(adoption)

    def open(self, **more: Any) -> UUID:
        return decisions.open(self.workspace, self.act("Mair"), QUESTION, self.telling.on(-7, "20:00"), **more).id

    def vote(self, decision: UUID, name: str, choice: str, reason: str = "") -> None:
        decisions.vote(self.workspace, self.act(name), decision, choice, reason, 0)

    def close(self, decision: UUID) -> None:
        decisions.close(self.workspace, self.act("Mair"), decision, "Mae pawb wedi pleidleisio.")
