"""A slip: what somebody else wrote down for a person, or what a visitor said without an account, for that person to confirm, correct, withdraw or claim.

Its code is a secret that the person carries, and no part of it. One slip a thing, and whoever holds it acts as the voice.
"""

from uuid import UUID, uuid5

from .base import Act, Aggregate, event
from .errors import NotYours, SlipIsWithdrawn
from .vote import vote_id

WHAT = ("idea", "matter", "reply", "vote", "comment", "card", "availability")


def thing_of(subject: UUID, what: str, words: UUID | None, voice: UUID) -> UUID:
    """What the slip is about. `subject` is where it stands: an idea or a matter itself, the idea of a reply, the decision of a vote, the poll of
    when somebody can meet: their answer is a stream of their own, as a vote is."""
    return vote_id(subject, voice) if what in ("vote", "availability") else words or subject if what in ("reply", "comment") else subject


def slip_id(thing: UUID) -> UUID:
    return uuid5(thing, "slip")


class Slip(Aggregate):
    @classmethod
    def give(cls, by: Act, subject: UUID, what: str, words: UUID | None, voice: UUID) -> "Slip":
        """It waits for the voice, unless the voice said it without anybody between."""
        return cls(by, subject, what, words, voice)

    def confirm(self, by: Act) -> None:
        self._must_be_of(by)
        if self.is_waiting:
            self._confirmed(by, self.subject, self.what, self.words)

    def correct(self, by: Act, words: UUID | None) -> None:
        """Said in other words, or voted otherwise: what stands there now is the voice's own, and confirmed."""
        self._must_be_of(by)
        self._corrected(by, self.subject, self.what, words, self.is_waiting)

    def withdraw(self, by: Act) -> None:
        self._must_be_of(by)
        self._withdrawn(by, self.subject, self.what, self.words, self.is_waiting)

    def claim(self, by: Act) -> None:
        """The voice is here with an account of their own: from now on the code alone does nothing."""
        if by.author != self.voice:
            raise NotYours
        if not self.is_claimed:
            self._claimed(by, self.subject, self.what)

    @staticmethod
    def create_id(subject: UUID, what: str, words: UUID | None, voice: UUID) -> UUID:
        return slip_id(thing_of(subject, what, words, voice))

    @event("Given")
    def __init__(self, by: Act, subject: UUID, what: str, words: UUID | None, voice: UUID) -> None:
        self.project = by.project
        self.subject = subject
        self.what = what
        self.words = words
        self.voice = voice
        self.written_by = by.member
        self.command = by.command
        self.is_waiting = by.voice is not None
        self.is_withdrawn = False
        self.is_claimed = False

    @event("Confirmed")
    def _confirmed(self, by: Act, subject: UUID, what: str, words: UUID | None) -> None:
        self.is_waiting = False

    @event("Corrected")
    def _corrected(self, by: Act, subject: UUID, what: str, words: UUID | None, was_waiting: bool) -> None:
        self.words = words
        self.is_waiting = False

    @event("Withdrawn")
    def _withdrawn(self, by: Act, subject: UUID, what: str, words: UUID | None, was_waiting: bool) -> None:
        self.is_waiting = False
        self.is_withdrawn = True

    @event("Claimed")
    def _claimed(self, by: Act, subject: UUID, what: str) -> None:
        self.is_claimed = True

    def _must_be_of(self, by: Act) -> None:
        if by.author != self.voice:
            raise NotYours
        if self.is_withdrawn:
            raise SlipIsWithdrawn
