"""A decline to act: whoever commissions says, in the open, why what was agreed will not be done, offers a day to talk, and says what they will do."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event, must_be_ahead, today
from .errors import TalkIsTooLate


def decline_id(decision: UUID) -> UUID:
    return uuid5(decision, "decline")


class Decline(Aggregate):
    @classmethod
    def declare(cls, by: Act, subject: UUID, reason: Text, talk_on: date, will_do: list[Text], within: int) -> "Decline":
        """`subject`: the decision. `within`: the days in which the charter wants the conversation. Refused: DayHasPassed, TalkIsTooLate."""
        must_be_ahead(by, talk_on)
        if talk_on > today(by) + timedelta(days=within):
            raise TalkIsTooLate(days=within, latest=today(by) + timedelta(days=within))
        return cls(by, subject, reason, talk_on.isoformat(), will_do)

    def reply(self, by: Act, reply: UUID, words: Text) -> None:
        """What the group says to it."""
        self._replied(by, self.subject, reply, words)

    def talk(self, by: Act, words: Text) -> None:
        """What was said in the conversation. There may be several."""
        self._talked(by, self.subject, words)

    @staticmethod
    def create_id(subject: UUID) -> UUID:
        return decline_id(subject)

    @event("Declared")
    def __init__(self, by: Act, subject: UUID, reason: Text, talk_on: str, will_do: list[Text]) -> None:
        self.project = by.project
        self.subject = subject

    @event("Replied")
    def _replied(self, by: Act, subject: UUID, reply: UUID, words: Text) -> None:
        pass

    @event("Talked")
    def _talked(self, by: Act, subject: UUID, words: Text) -> None:
        pass
