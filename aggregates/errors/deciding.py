"""Why something is refused around a decision: objections, a frozen question, what follows a count.

Refused
├── Conflict
│   └── CountedDifferently       two people counted the hands in the room otherwise: both counts are on record, and neither stands
├── MoreHandsThanPeople          more hands than there are people of that side on the roll
├── NotAllowed
│   ├── YourOwnObjection         others say whether it shows harm
│   ├── MendNeedsTheOtherSide    a slip of the pen is mended by one person of each side
│   └── NotInTheMinority         who stands with the outcome
└── OutOfTurn
    ├── ObjectionIsClosed, AlreadyDoubted
    ├── NothingToMend, NothingToFollow, NothingToCount
    ├── EasyReadIsMissing        the charter wants it of every proposal that is decided
    ├── BeingAsked               a vote about this version of the charter is under way
    ├── HandsAreCounted          in the room, so that nobody is counted twice
    ├── NotDeadlocked, RouteIsTaken
    ├── StatementsAreOver, AlreadyStated
    └── RoundIsOver, NotThatStep  a consent round goes on step by step
"""

from .tree import Conflict, NotAllowed, OutOfTurn, Refused


class CountedDifferently(Conflict): ...


class MoreHandsThanPeople(Refused): ...


class YourOwnObjection(NotAllowed): ...


class MendNeedsTheOtherSide(NotAllowed): ...


class NotInTheMinority(NotAllowed): ...


class ObjectionIsClosed(OutOfTurn): ...


class AlreadyDoubted(OutOfTurn): ...


class NothingToMend(OutOfTurn): ...


class NothingToFollow(OutOfTurn): ...


class NothingToCount(OutOfTurn): ...


class BeingAsked(OutOfTurn): ...


class EasyReadIsMissing(OutOfTurn): ...


class HandsAreCounted(OutOfTurn): ...


class NotDeadlocked(OutOfTurn): ...


class RouteIsTaken(OutOfTurn): ...


class StatementsAreOver(OutOfTurn): ...


class AlreadyStated(OutOfTurn): ...


class RoundIsOver(OutOfTurn): ...


class NotThatStep(OutOfTurn): ...
