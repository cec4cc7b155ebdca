"""One person's vote in one decision: a small stream of its own, so that thousands can vote at once. The last one before the close counts."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import AlreadyVoted


def vote_id(decision: UUID, member: UUID) -> UUID:
    return uuid5(decision, member.hex)


class Vote(Aggregate):
    @classmethod
    def cast(cls, by: Act, decision: UUID, choice: str, reason: Text | None) -> "Vote":
        """The first vote. The decision has said before that this act may vote, and on which side."""
        return cls(by, decision, choice, reason)

    def change(self, by: Act, saw: int, choice: str, reason: Text | None) -> None:
        """`saw`: the version of this vote that the ballot paper showed; anything but the present one is AlreadyVoted."""
        self._must_have_seen(saw)
        self._changed(by, self.decision, choice, reason)

    def withdraw(self, by: Act, saw: int) -> None:
        self._must_have_seen(saw)
        if self.choice is not None:
            self._withdrawn(by, self.decision)

    @staticmethod
    def create_id(by: Act, decision: UUID) -> UUID:
        return vote_id(decision, by.author)

    @event("Cast")
    def __init__(self, by: Act, decision: UUID, choice: str, reason: Text | None) -> None:
        self.decision = decision
        self.choice: str | None = choice
        self.reason = reason
        self.at = by.happened_at
        self.is_written_down = by.voice is not None

    @event("Changed")
    def _changed(self, by: Act, decision: UUID, choice: str, reason: Text | None) -> None:
        self.choice = choice
        self.reason = reason
        self.at = by.happened_at

    @event("Withdrawn")
    def _withdrawn(self, by: Act, decision: UUID) -> None:
        self.choice = None
        self.reason = None
        self.at = by.happened_at

    def _must_have_seen(self, saw: int) -> None:
        if saw != self.version:
            raise AlreadyVoted(choice=self.choice, version=self.version)
