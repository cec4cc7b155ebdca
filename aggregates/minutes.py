"""The minutes of a session: drafted from the record when it is over, put right for a week by everybody who was there, then sealed. What was written, counted
and decided is on the record already; here is what people add to it, and until when.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import MinutesAreOpen, MinutesAreSealed, NotFound

WEEK = timedelta(days=7)


def minutes_id(session: UUID) -> UUID:
    return uuid5(session, "minutes")


class Minutes(Aggregate):
    @classmethod
    def draft(cls, by: Act, subject: UUID) -> "Minutes":
        """`subject`: the session, which is over. They can be put right for a week."""
        return cls(by, subject, by.happened_at + WEEK)

    def note(self, by: Act, block: UUID | None, words: list[Text]) -> None:
        """What whoever led adds to a part of the agenda, or to the whole (None); without words what was added is taken away. Refused: MinutesAreSealed."""
        self._must_be_open()
        if words or block in self.noted:
            self._noted(by, self.subject, block, words)

    def put_right(self, by: Act, correction: UUID, block: UUID | None, words: Text, is_named: bool) -> None:
        """Somebody who was there says what is not so, or is missing. Refused: MinutesAreSealed."""
        self._must_be_open()
        self._put_right(by, self.subject, correction, block, words, is_named)

    def answer(self, by: Act, correction: UUID, is_taken_in: bool, words: Text) -> None:
        """By whoever led: it is taken in, with what they changed, or it stays beside the minutes as an objection, with the reason. Until they are sealed it
        may be answered otherwise. Refused: MinutesAreSealed, NotFound."""
        self._must_be_open()
        if correction not in self.corrections:
            raise NotFound
        self._answered(by, self.subject, correction, is_taken_in, words)

    def seal(self, by: Act) -> None:
        """When their week is over. A version is the record of the session, with what was added, up to this event. Refused: MinutesAreOpen."""
        if by.happened_at < self.until:
            raise MinutesAreOpen
        if not self.is_sealed:
            self._sealed(by, self.subject, self.sealed + 1)

    def reopen(self, by: Act, reason: Text) -> None:
        """For another week, with the reason; the version that was sealed stays as it is. Refused: MinutesAreOpen."""
        if not self.is_sealed:
            raise MinutesAreOpen
        self._reopened(by, self.subject, reason, by.happened_at + WEEK)

    @staticmethod
    def create_id(subject: UUID) -> UUID:
        return minutes_id(subject)

    @event("Drafted")
    def __init__(self, by: Act, subject: UUID, until: datetime) -> None:
        self.project = by.project
        self.subject = subject
        self.until = until
        self.sealed = 0  # versions
        self.is_sealed = False
        self.noted: set[UUID | None] = set()
        self.corrections: set[UUID] = set()

    @event("Noted")
    def _noted(self, by: Act, subject: UUID, block: UUID | None, words: list[Text]) -> None:
        (self.noted.add if words else self.noted.discard)(block)

    @event("PutRight")
    def _put_right(self, by: Act, subject: UUID, correction: UUID, block: UUID | None, words: Text, is_named: bool) -> None:
        self.corrections.add(correction)

    @event("Answered")
    def _answered(self, by: Act, subject: UUID, correction: UUID, is_taken_in: bool, words: Text) -> None: ...

    @event("Sealed")
    def _sealed(self, by: Act, subject: UUID, version: int) -> None:
        self.sealed = version
        self.is_sealed = True

    @event("Reopened")
    def _reopened(self, by: Act, subject: UUID, reason: Text, until: datetime) -> None:
        self.is_sealed = False
        self.until = until

    def _must_be_open(self) -> None:
        if self.is_sealed:
            raise MinutesAreSealed
