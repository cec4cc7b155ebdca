"""A challenge: "this isn't how it feels". Somebody says where working together is not what is written about it, to the facilitators or to everybody.

It is settled only by whoever raised it. Each of its events says whether it is public and who raised it, so that whoever tells of one knows to whom.
"""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import ChallengeIsSettled, NotYours, UnknownChoice

ABOUT = ("deciding", "hearing", "work", "care", "other")
"""Who decides; who is heard; who does the work and who is paid; how people are looked after; something else."""


class Challenge(Aggregate):
    @classmethod
    def raise_(cls, by: Act, words: Text, is_public: bool, about: str) -> "Challenge":
        """Refused: UnknownChoice."""
        if about not in ABOUT:
            raise UnknownChoice(value=about)
        return cls(by, words, is_public, about, by.author)

    def answer(self, by: Act, answer: UUID, words: Text) -> None:
        """Whoever raised it may go on about it too. Refused: ChallengeIsSettled."""
        self._must_be_open()
        self._answered(by, answer, words, self.is_public, self.raised_by)

    def settle(self, by: Act) -> None:
        """Refused: NotYours, ChallengeIsSettled."""
        if by.author != self.raised_by:
            raise NotYours
        self._must_be_open()
        self._settled(by, self.is_public, self.raised_by)

    @event("Raised")
    def __init__(self, by: Act, words: Text, is_public: bool, about: str, raised_by: UUID) -> None:
        self.project = by.project
        self.is_public = is_public
        self.raised_by = raised_by
        self.is_settled = False

    @event("Answered")
    def _answered(self, by: Act, answer: UUID, words: Text, is_public: bool, raised_by: UUID) -> None: ...

    @event("Settled")
    def _settled(self, by: Act, is_public: bool, raised_by: UUID) -> None:
        self.is_settled = True

    def _must_be_open(self) -> None:
        if self.is_settled:
            raise ChallengeIsSettled
