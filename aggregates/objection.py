"""An objection to what a decision by consent would do: in words, with a name, so that it can be answered. A stream for each elector of a decision.

It is open until its author takes it back (by another choice) or accepts a change, or one person of each side finds that it shows no harm.
"""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .charter import SECTIONS
from .errors import AlreadyDoubted, NotYours, ObjectionIsClosed, UnknownChoice, YourOwnObjection


def objection_id(decision: UUID, member: UUID) -> UUID:
    return uuid5(decision, f"{member.hex} objection")


class Objection(Aggregate):
    """Whoever acts here was let in by the decision, which also said on which side. After its close nothing of this changes any more but replies."""

    @classmethod
    def raise_(cls, by: Act, subject: UUID, aim: str, words: Text) -> "Objection":
        """`subject`: the decision. `aim`: which section of the charter would be harmed; empty where it is something else. Refused: UnknownChoice."""
        return cls(by, subject, _known(aim), words)

    def raise_again(self, by: Act, aim: str, words: Text) -> None:
        """In other words, or after it was closed: what was found about the earlier ones holds no more. Refused: UnknownChoice."""
        self._raised_again(by, self.subject, _known(aim), words)

    def reply(self, by: Act, reply: UUID, words: Text) -> None:
        self._replied(by, self.subject, reply, words)

    def withdraw(self, by: Act, words: Text | None = None) -> None:
        if self.state != "withdrawn":
            self._withdrawn(by, self.subject, words)

    def accept(self, by: Act, amendment: UUID | None, words: Text | None) -> None:
        """Its author says that a change meets it. Refused: NotYours, ObjectionIsClosed."""
        if by.author != self.author:
            raise NotYours
        self._must_be_open()
        self._met(by, self.subject, amendment, words)

    def doubt(self, by: Act, words: Text) -> None:
        """Somebody sees no harm in it, with a reason. When one person of each side has said so, it is found unreasoned.
        Refused: YourOwnObjection, ObjectionIsClosed, AlreadyDoubted (somebody of the same side has said so)."""
        if by.author == self.author:
            raise YourOwnObjection
        self._must_be_open()
        if by.side in self.doubts:
            raise AlreadyDoubted
        if self.doubts:
            (doubted_by,) = self.doubts.values()
            self._found_unreasoned(by, self.subject, doubted_by, words)
        else:
            self._doubted(by, self.subject, words)

    @staticmethod
    def create_id(by: Act, subject: UUID) -> UUID:
        return objection_id(subject, by.author)

    @event("Raised")
    def __init__(self, by: Act, subject: UUID, aim: str, words: Text) -> None:
        self.project = by.project
        self.subject = subject
        self.author = by.author
        self.state = "open"  # or withdrawn, met, unreasoned
        self.doubts: dict[str, UUID] = {}

    @event("RaisedAgain")
    def _raised_again(self, by: Act, subject: UUID, aim: str, words: Text) -> None:
        self.state = "open"
        self.doubts = {}

    @event("Replied")
    def _replied(self, by: Act, subject: UUID, reply: UUID, words: Text) -> None: ...

    @event("Withdrawn")
    def _withdrawn(self, by: Act, subject: UUID, words: Text | None) -> None:
        self.state = "withdrawn"

    @event("Met")
    def _met(self, by: Act, subject: UUID, amendment: UUID | None, words: Text | None) -> None:
        self.state = "met"

    @event("Doubted")
    def _doubted(self, by: Act, subject: UUID, words: Text) -> None:
        self.doubts[by.side] = by.author

    @event("FoundUnreasoned")
    def _found_unreasoned(self, by: Act, subject: UUID, doubted_by: UUID, words: Text) -> None:
        self.state = "unreasoned"

    def _must_be_open(self) -> None:
        if self.state != "open":
            raise ObjectionIsClosed


def _known(aim: str) -> str:
    if aim not in (*SECTIONS, ""):
        raise UnknownChoice(value=aim)
    return aim
