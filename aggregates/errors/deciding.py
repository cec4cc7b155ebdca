"""Why something is refused around a decision: objections, a frozen question, what follows a count.

Refused
├── NotAllowed
│   ├── YourOwnObjection         others say whether it shows harm
│   ├── MendNeedsTheOtherSide    a slip of the pen is mended by one person of each side
│   └── NotInTheMinority         who stands with the outcome
└── OutOfTurn
    ├── ObjectionIsClosed, AlreadyDoubted
    ├── NothingToMend, NothingToFollow
    ├── NotDeadlocked, RouteIsTaken
    ├── StatementsAreOver, AlreadyStated
    └── RoundIsOver, NotThatStep  a consent round goes on step by step
"""

from .tree import NotAllowed, OutOfTurn


class YourOwnObjection(NotAllowed): ...


class MendNeedsTheOtherSide(NotAllowed): ...


class NotInTheMinority(NotAllowed): ...


class ObjectionIsClosed(OutOfTurn): ...


class AlreadyDoubted(OutOfTurn): ...


class NothingToMend(OutOfTurn): ...


class NothingToFollow(OutOfTurn): ...


class NotDeadlocked(OutOfTurn): ...


class RouteIsTaken(OutOfTurn): ...


class StatementsAreOver(OutOfTurn): ...


class AlreadyStated(OutOfTurn): ...


class RoundIsOver(OutOfTurn): ...


class NotThatStep(OutOfTurn): ...
