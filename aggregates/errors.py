"""Why something is refused. The name is the reason; the sentence is in the catalogue under it.

Refused
├── NotFound                 also what you may not know exists
├── Conflict                 somebody was quicker; what changed is shown
│   ├── TextMovedOn          the text has a newer version than the one that was read
│   └── AlreadyVoted         the ballot paper is older than the vote on record
├── UnknownChoice            not one of those that were offered
├── NotAllowed
│   ├── NotAMember
│   ├── NotYours
│   └── NotYourTask          needs a facilitator, a co-ordinator, ...
├── BadWords
│   ├── Empty
│   ├── TooLong
│   └── Unreadable           control characters, tricks with the direction of writing
├── OutOfTurn                the thing is past it, or not there yet
│   ├── IdeaIsSetAside
│   ├── ProposalIsWithdrawn
│   ├── StageIsOpen, StageIsNotOpen
│   ├── MemberIsHere, MemberIsNotHere
│   ├── PlaceIsTaken         a link or code that was used, or has run out
│   ├── VotingIsOver
│   │   └── VoteCameLate     on record as late, and not counted: the close came first
│   ├── VotingIsOpen, NotCounted
│   ├── AlreadyHidden, NotHidden, AlreadyErased
│   └── AlreadyImported
└── AgainstTheCharter
    ├── NoCharter            decisions need one; conversation and ideas do not
    ├── NothingToAdopt
    ├── NotOnTheRoll
    ├── SideIsEmpty, TooFewOnASide
    ├── LanguageIsMissing    question and options in both languages, or a recorded exception
    ├── ClosesTooSoon
    └── UnknownRule
"""


class Refused(Exception):
    """A rule of the group says no. `values` fill the sentence that the person reads."""

    def __init__(self, **values: object) -> None:
        super().__init__(type(self).__name__)
        self.values = values


class NotFound(Refused): ...


class Conflict(Refused): ...


class TextMovedOn(Conflict): ...


class AlreadyVoted(Conflict): ...


class UnknownChoice(Refused): ...


class NotAllowed(Refused): ...


class NotAMember(NotAllowed): ...


class NotYours(NotAllowed): ...


class NotYourTask(NotAllowed): ...


class BadWords(Refused): ...


class Empty(BadWords): ...


class TooLong(BadWords): ...


class Unreadable(BadWords): ...


class OutOfTurn(Refused): ...


class IdeaIsSetAside(OutOfTurn): ...


class ProposalIsWithdrawn(OutOfTurn): ...


class StageIsOpen(OutOfTurn): ...


class StageIsNotOpen(OutOfTurn): ...


class MemberIsHere(OutOfTurn): ...


class MemberIsNotHere(OutOfTurn): ...


class PlaceIsTaken(OutOfTurn): ...


class VotingIsOver(OutOfTurn): ...


class VoteCameLate(VotingIsOver): ...


class VotingIsOpen(OutOfTurn): ...


class NotCounted(OutOfTurn): ...


class AlreadyHidden(OutOfTurn): ...


class NotHidden(OutOfTurn): ...


class AlreadyErased(OutOfTurn): ...


class AlreadyImported(OutOfTurn): ...


class AgainstTheCharter(Refused): ...


class NoCharter(AgainstTheCharter): ...


class NothingToAdopt(AgainstTheCharter): ...


class NotOnTheRoll(AgainstTheCharter): ...


class SideIsEmpty(AgainstTheCharter): ...


class TooFewOnASide(AgainstTheCharter): ...


class LanguageIsMissing(AgainstTheCharter): ...


class ClosesTooSoon(AgainstTheCharter): ...


class UnknownRule(AgainstTheCharter): ...
