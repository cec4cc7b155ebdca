"""Why something is refused once it was agreed: what is to be done, and declining to do it.

Refused
├── NotAllowed
│   └── NotYoursToSay        only those who asked can say whether it made a difference
├── OutOfTurn
│   ├── NotAgreed, NotAnswered   nobody said yes to it yet
│   ├── CommitmentIsOver, NotDone, ChallengeIsSettled
│   └── AlreadyDeclined
└── AgainstTheCharter
    ├── MayNotDecline        the charter gives nobody the right to decline to act
    └── TalkIsTooLate        the charter wants the conversation sooner
"""

from .tree import AgainstTheCharter, NotAllowed, OutOfTurn


class NotYoursToSay(NotAllowed): ...


class NotAgreed(OutOfTurn): ...


class NotAnswered(OutOfTurn): ...


class CommitmentIsOver(OutOfTurn): ...


class NotDone(OutOfTurn): ...


class ChallengeIsSettled(OutOfTurn): ...


class AlreadyDeclined(OutOfTurn): ...


class MayNotDecline(AgainstTheCharter): ...


class TalkIsTooLate(AgainstTheCharter): ...
