"""A proposal: a text that grows from ideas, has versions, and may go to a decision."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import NotYours, ProposalIsWithdrawn, TextMovedOn


class Proposal(Aggregate):
    @classmethod
    def draft(cls, by: Act, ideas: list[UUID], authors: list[UUID], title: list[Text], summary: list[Text], body: list[Text]) -> "Proposal":
        """Version 1. `authors`: the drafter and the authors of the ideas it grows from; they may revise it. Words come once a language."""
        return cls(by, ideas, authors, title, summary, body)

    def revise(self, by: Act, saw: int, title: list[Text], summary: list[Text], body: list[Text], why: Text | None) -> None:
        """`saw`: the version that was on the screen. Refused: NotYours, TextMovedOn, ProposalIsWithdrawn."""
        self._must_be_open()
        if by.author not in self.authors:
            raise NotYours
        if saw != self.text_version:
            raise TextMovedOn(version=self.text_version)
        self._revised(by, self.text_version + 1, title, summary, body, why)

    def support(self, by: Act, version: int) -> None:
        """Support binds to a version: who supported an earlier one is asked again."""
        self._must_be_open()
        if version != self.text_version:
            raise TextMovedOn(version=self.text_version)
        if self.supporters.get(by.author.hex) != version:
            self._supported(by, version)

    def take_back_support(self, by: Act) -> None:
        if by.author.hex in self.supporters:
            self._support_taken_back(by)

    def withdraw(self, by: Act, reason: Text) -> None:
        self._must_be_open()
        if by.author not in self.authors:
            raise NotYours
        self._withdrawn(by, reason)

    def must_be_open_to_decision(self, version: int) -> None:
        self._must_be_open()
        if version != self.text_version:
            raise TextMovedOn(version=self.text_version)

    @event("Drafted")
    def __init__(self, by: Act, ideas: list[UUID], authors: list[UUID], title: list[Text], summary: list[Text], body: list[Text]) -> None:
        self.project = by.project
        self.authors = list(authors)
        self.ideas = list(ideas)
        self.text_version = 1
        self.texts: set[UUID] = {text.id for text in title + summary + body}
        self.supporters: dict[str, int] = {}
        self.is_withdrawn = False

    @event("Revised")
    def _revised(self, by: Act, version: int, title: list[Text], summary: list[Text], body: list[Text], why: Text | None) -> None:
        self.text_version = version
        self.texts |= {text.id for text in title + summary + body}

    @event("Supported")
    def _supported(self, by: Act, version: int) -> None:
        self.supporters[by.author.hex] = version

    @event("SupportTakenBack")
    def _support_taken_back(self, by: Act) -> None:
        del self.supporters[by.author.hex]

    @event("Withdrawn")
    def _withdrawn(self, by: Act, reason: Text) -> None:
        self.is_withdrawn = True

    def _must_be_open(self) -> None:
        if self.is_withdrawn:
            raise ProposalIsWithdrawn
