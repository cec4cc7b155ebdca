"""A proposal: a text that grows from ideas, is talked over paragraph by paragraph, has versions, and may go to a decision."""

from typing import Any
from uuid import UUID

from .base import Act, Aggregate, Text, event
from .charter import Terms
from .errors import EasyReadIsMissing, LastAuthor, NotFound, NotYours, ProposalIsWithdrawn, TextMovedOn, UnknownChoice

PARTS = ("cost", "access", "easy read")
"""What a proposal may say besides its text before it is ready: what it costs, how everybody can use it, its Easy Read version."""

KINDS = ("strength", "worry")

Credits = dict[str, dict[str, Any]]
"""Part (title, summary, body) -> language -> who wrote which words (aggregates/credit.py)."""

Moved = dict[str, list[int | None]]
"""Language -> the new number of each paragraph of the body as it was before. A language whose body did not change is left out."""


class Proposal(Aggregate):
    @classmethod
    def draft(
        cls, by: Act, ideas: list[UUID], authors: list[UUID], title: list[Text], summary: list[Text], body: list[Text], credits: Credits | None = None
    ) -> "Proposal":
        """Version 1. `authors`: the drafter and the authors of the ideas it grows from; they may revise it. Words come once a language."""
        return cls(by, ideas, authors, title, summary, body, credits or {})

    def revise(
        self,
        by: Act,
        saw: int,
        title: list[Text],
        summary: list[Text],
        body: list[Text],
        why: Text | None,
        credits: Credits | None = None,
        moved: Moved | None = None,
    ) -> None:
        """`saw`: the version that was on the screen. Refused: NotYours, TextMovedOn, ProposalIsWithdrawn."""
        self.must_be_authored_by(by)
        self.must_be_newest(saw)
        self._revised(by, self.text_version + 1, title, summary, body, why, credits or {}, moved, None)

    def take_in(self, by: Act, amendment: UUID, body: list[Text], credits: Credits, moved: Moved) -> None:
        """A new version with an amendment in its body, in the transaction in which that is accepted."""
        self.must_be_authored_by(by)
        self._revised(by, self.text_version + 1, self.title, self.summary, body, None, credits, moved, amendment)

    def support(self, by: Act, version: int) -> None:
        """Support binds to a version: who supported an earlier one is asked again."""
        self.must_be_newest(version)
        if self.supporters.get(by.author.hex) != version:
            self._supported(by, version)

    def take_back_support(self, by: Act) -> None:
        if by.author.hex in self.supporters:
            self._support_taken_back(by)

    def comment(self, by: Act, comment: UUID, words: Text, version: int, language: str, paragraph: int) -> None:
        """`paragraph` of the version that was read; where it goes later is recorded by what moves it. Refused: NotFound (a version that never was)."""
        self.must_be_open()
        if version not in self.bodies:
            raise NotFound
        self._commented(by, comment, words, version, language, paragraph)

    def weigh(self, by: Act, note: UUID, words: Text, kind: str) -> None:
        """Say what is strong about it, or what is worrying. Refused: UnknownChoice."""
        self.must_be_open()
        if kind not in KINDS:
            raise UnknownChoice(value=kind)
        self._weighed(by, note, words, kind, self.text_version)

    def write_part(self, by: Act, part: str, words: list[Text]) -> None:
        self.must_be_authored_by(by)
        if part not in PARTS:
            raise UnknownChoice(value=part)
        self._part_written(by, part, words)

    def add_author(self, by: Act, author: UUID) -> None:
        self.must_be_authored_by(by)
        if author not in self.authors:
            self._author_added(by, author)

    def leave_authors(self, by: Act) -> None:
        """Their words stay, and so does the credit for them. Also when it is withdrawn. Refused: NotYours, LastAuthor."""
        if by.author not in self.authors:
            raise NotYours
        if self.authors == [by.author]:
            raise LastAuthor
        self._author_left(by)

    def withdraw(self, by: Act, reason: Text) -> None:
        self.must_be_authored_by(by)
        self._withdrawn(by, reason)

    def must_be_open(self) -> None:
        if self.is_withdrawn:
            raise ProposalIsWithdrawn

    def must_be_open_to_decision(self, version: int) -> None:
        self.must_be_newest(version)

    def must_be_as_wanted(self, terms: Terms) -> None:
        """What the charter wants of every proposal that is decided. Refused: EasyReadIsMissing."""
        if terms.wants_easy_read and "easy read" not in self.parts:
            raise EasyReadIsMissing

    def must_be_newest(self, version: int) -> None:
        self.must_be_open()
        if version != self.text_version:
            raise TextMovedOn(version=self.text_version)

    def must_be_authored_by(self, by: Act) -> None:
        self.must_be_open()
        if by.author not in self.authors:
            raise NotYours

    def place_of(self, language: str, paragraph: int | None, since: int) -> int | None:
        """The number in the newest version of a paragraph of version `since`, if it is the same there; None where its words changed on the way."""
        for version in range(since + 1, self.text_version + 1):
            moved = self.moved[version]
            if paragraph is None or moved is None:
                return None
            paragraph = dict(enumerate(moved[language], 1)).get(paragraph) if language in moved else paragraph
        return paragraph

    @event("Drafted")
    def __init__(
        self, by: Act, ideas: list[UUID], authors: list[UUID], title: list[Text], summary: list[Text], body: list[Text], credits: Credits | None = None
    ) -> None:
        self.project = by.project
        self.authors = list(authors)
        self.ideas = list(ideas)
        self.bodies: dict[int, list[Text]] = {}
        self.moved: dict[int, Moved | None] = {}
        self.texts: set[UUID] = set()
        self.supporters: dict[str, int] = {}
        self.parts: set[str] = set()
        self.is_withdrawn = False
        self._become(1, title, summary, body, credits)

    @event("Revised")
    def _revised(
        self,
        by: Act,
        version: int,
        title: list[Text],
        summary: list[Text],
        body: list[Text],
        why: Text | None,
        credits: Credits | None = None,
        moved: Moved | None = None,
        amendment: UUID | None = None,
    ) -> None:
        self._become(version, title, summary, body, credits)
        self.moved[version] = moved

    @event("Supported")
    def _supported(self, by: Act, version: int) -> None:
        self.supporters[by.author.hex] = version

    @event("SupportTakenBack")
    def _support_taken_back(self, by: Act) -> None:
        del self.supporters[by.author.hex]

    @event("Commented")
    def _commented(self, by: Act, comment: UUID, words: Text, version: int, language: str, paragraph: int) -> None:
        self.texts.add(words.id)

    @event("Weighed")
    def _weighed(self, by: Act, note: UUID, words: Text, kind: str, version: int) -> None:
        self.texts.add(words.id)

    @event("PartWritten")
    def _part_written(self, by: Act, part: str, words: list[Text]) -> None:
        self.parts.add(part)
        self.texts |= {text.id for text in words}

    @event("AuthorAdded")
    def _author_added(self, by: Act, author: UUID) -> None:
        self.authors.append(author)

    @event("AuthorLeft")
    def _author_left(self, by: Act) -> None:
        self.authors.remove(by.author)

    @event("Withdrawn")
    def _withdrawn(self, by: Act, reason: Text) -> None:
        self.is_withdrawn = True

    def _become(self, version: int, title: list[Text], summary: list[Text], body: list[Text], credits: Credits | None) -> None:
        self.text_version = version
        self.title, self.summary, self.bodies[version] = title, summary, body
        self.credits = credits or {}
        self.texts |= {text.id for text in title + summary + body}
