"""A report: somebody says that words should not stand here. One stream for each text; a facilitator takes them down, or says why they stay."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import NotReported


def report_id(text: UUID) -> UUID:
    return uuid5(text, "report")


class Report(Aggregate):
    @classmethod
    def make(cls, by: Act, text: UUID, kind: str, subject: UUID, reason: Text) -> "Report":
        """`kind` says what the words are, `subject` the stream where they stand. Who reported is for facilitators to know, not for the page."""
        return cls(by, text, kind, subject, reason)

    def make_again(self, by: Act, reason: Text) -> None:
        self._made_again(by, self.text, self.subject, reason)

    def answer(self, by: Act, words: Text | None, *, was_hidden: bool) -> None:
        """Taken down, or why they stay. Refused: NotReported."""
        if not self.is_open:
            raise NotReported
        self._answered(by, self.text, self.subject, words, was_hidden)

    @staticmethod
    def create_id(text: UUID) -> UUID:
        return report_id(text)

    @event("Made")
    def __init__(self, by: Act, text: UUID, kind: str, subject: UUID, reason: Text) -> None:
        self.project = by.project
        self.text = text
        self.subject = subject
        self.is_open = True

    @event("MadeAgain")
    def _made_again(self, by: Act, text: UUID, subject: UUID, reason: Text) -> None:
        self.is_open = True

    @event("Answered")
    def _answered(self, by: Act, text: UUID, subject: UUID, words: Text | None, was_hidden: bool) -> None:
        self.is_open = False
