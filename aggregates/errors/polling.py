"""Why something is refused about when a group meets.

Refused
├── TimeHasPassed            a time to come is wanted
├── NoTimes                  at least one time is offered
├── TooManyTimes
├── NothingSaid              at least of one time
├── ReasonIsMissing          where none of the times was chosen
└── OutOfTurn
    ├── PollIsClosed
    ├── OnlyTime             a poll without any time asks nothing
    └── AnswerIsTakenBack
"""

from .tree import OutOfTurn, Refused


class TimeHasPassed(Refused): ...


class NoTimes(Refused): ...


class TooManyTimes(Refused): ...


class NothingSaid(Refused): ...


class ReasonIsMissing(Refused): ...


class PollIsClosed(OutOfTurn): ...


class OnlyTime(OutOfTurn): ...


class AnswerIsTakenBack(OutOfTurn): ...
