"""When one person can meet, of the times of a poll: a small stream of its own, so that many can say so at once. The last one stands."""

from collections.abc import Mapping
from uuid import UUID, uuid5

from .base import Act, Aggregate, event
from .counting.meeting import ANSWERS
from .errors import AnswerIsTakenBack, NothingSaid, UnknownChoice


def availability_id(poll: UUID, member: UUID) -> UUID:
    return uuid5(poll, member.hex)


class Availability(Aggregate):
    @classmethod
    def say(cls, by: Act, poll: UUID, times: Mapping[str, str]) -> "Availability":
        """`times`: id of a time -> one of ANSWERS; of what is not in it nothing is said. The poll has said before that it takes these times.
        Refused: NothingSaid, UnknownChoice."""
        return cls(by, poll, _checked(times))

    def say_again(self, by: Act, times: Mapping[str, str]) -> None:
        """All of it anew, also after it was taken back."""
        said = _checked(times)
        if said != self.times:
            self._changed(by, self.poll, said)

    def take_back(self, by: Act) -> None:
        if not self.times:
            raise AnswerIsTakenBack
        self._taken_back(by, self.poll)

    @staticmethod
    def create_id(by: Act, subject: UUID) -> UUID:
        return availability_id(subject, by.author)

    @event("Said")
    def __init__(self, by: Act, subject: UUID, times: dict[str, str]) -> None:
        self.project = by.project
        self.poll = subject
        self.times = times

    @event("Changed")
    def _changed(self, by: Act, subject: UUID, times: dict[str, str]) -> None:
        self.times = times

    @event("TakenBack")
    def _taken_back(self, by: Act, subject: UUID) -> None:
        self.times = {}


def _checked(times: Mapping[str, str]) -> dict[str, str]:
    if not times:
        raise NothingSaid
    if unknown := set(times.values()) - set(ANSWERS):
        raise UnknownChoice(value=min(unknown))
    return dict(times)
