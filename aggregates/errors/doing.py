"""Why something is refused in what a group does besides deciding: what is to be done, declining to do it, buying.

Refused
├── NotAllowed
│   ├── NotYoursToSay        only those who asked can say whether it made a difference
│   ├── NotOfAGroup          offers are scored by the two groups
│   └── HasAnInterest        in the offer that they would score
├── OutOfTurn
│   ├── NotAgreed, NotAnswered   nobody said yes to it yet
│   ├── CommitmentIsOver, NotDone, ChallengeIsSettled
│   ├── AlreadyDeclined, MethodIsSetAside
│   ├── NothingToScore, NothingScored
│   ├── InterestIsMissing    everybody says first whether they have one
│   └── ScoringHasBegun, ScoringIsClosed
└── AgainstTheCharter
    ├── MayNotDecline        the charter gives nobody the right to decline to act
    └── TalkIsTooLate        the charter wants the conversation sooner
"""

from .tree import AgainstTheCharter, NotAllowed, OutOfTurn


class NotYoursToSay(NotAllowed): ...


class NotOfAGroup(NotAllowed): ...


class HasAnInterest(NotAllowed): ...


class NothingToScore(OutOfTurn): ...


class NothingScored(OutOfTurn): ...


class InterestIsMissing(OutOfTurn): ...


class ScoringHasBegun(OutOfTurn): ...


class ScoringIsClosed(OutOfTurn): ...


class NotAgreed(OutOfTurn): ...


class NotAnswered(OutOfTurn): ...


class CommitmentIsOver(OutOfTurn): ...


class NotDone(OutOfTurn): ...


class ChallengeIsSettled(OutOfTurn): ...


class AlreadyDeclined(OutOfTurn): ...


class MethodIsSetAside(OutOfTurn): ...


class MayNotDecline(AgainstTheCharter): ...


class TalkIsTooLate(AgainstTheCharter): ...
