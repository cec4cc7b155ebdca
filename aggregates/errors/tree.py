"""Why something is refused. The name is the reason; the sentence is in the catalogue under it.

Refused
├── NotFound                 also what you may not know exists
│   └── NoSuchCode           on a slip of paper
├── Conflict                 somebody was quicker; what changed is shown
│   ├── TextMovedOn          the text has a newer version than the one that was read
│   ├── WordsMovedOn         the words of a suggestion are not those that were read
│   └── AlreadyVoted         the ballot paper is older than the vote on record
│       └── TheyHaveVoted    told to whoever writes a vote down: that there is one, never which
├── UnknownChoice            not one of those that were offered
├── NotAllowed
│   ├── NotAMember
│   ├── NotYours
│   │   └── NotAlone         another author of the proposal decides about one's own amendment
│   ├── NotTheirHelper       only whom somebody chose, or a facilitator, writes down for them
│   ├── RecorderHasInterest  whoever gains from an offer records nobody else's vote
│   └── NotYourTask          needs a facilitator, a co-ordinator, ...
├── BadWords
│   ├── Empty
│   ├── TooLong
│   ├── Unreadable           control characters, tricks with the direction of writing
│   └── NothingChanged       the same words again
├── DayHasPassed             a day to come is wanted
├── DayIsMissing             a talk is offered for a day
├── OutOfTurn                the thing is past it, or not there yet
│   ├── IdeaIsSetAside, IdeaIsJoined, ThemeIsClosed
│   ├── ProposalIsWithdrawn, LastAuthor
│   ├── AmendmentIsSettled   accepted, declined, withdrawn or promoted already
│   ├── AuthorIsAsked        its paragraph moved on, and its author has not said that it still says what they mean
│   ├── NothingLeft          it could not be made to fit: its author must write it afresh
│   ├── WordsAreDown         they were taken down, so they are not put into a new text
│   ├── MatterIsTakenBack, SlipIsWithdrawn
│   ├── StageIsOpen, StageIsNotOpen
│   ├── MemberIsHere, MemberIsNotHere
│   ├── OnlyFacilitator      somebody else must take the task first
│   ├── PlaceIsTaken         a link or code that was used, or has run out
│   ├── VotingIsOver
│   │   ├── WasRestarted     another decision stands in its place
│   │   └── VoteCameLate     on record as late, and not counted: the close came first
│   ├── VotingIsOpen, NotCounted
│   ├── TooManyUnconfirmed   of what one wrote down, so much waits for whose words it is that others should write now
│   ├── SentencesWait        a draft of the charter has sentences that nobody has finished
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


class NoSuchCode(NotFound): ...


class Conflict(Refused): ...


class TextMovedOn(Conflict): ...


class WordsMovedOn(Conflict): ...


class AlreadyVoted(Conflict): ...


class TheyHaveVoted(AlreadyVoted): ...


class UnknownChoice(Refused): ...


class NotAllowed(Refused): ...


class NotAMember(NotAllowed): ...


class NotYours(NotAllowed): ...


class NotAlone(NotYours): ...


class NotTheirHelper(NotAllowed): ...


class RecorderHasInterest(NotAllowed): ...


class NotYourTask(NotAllowed): ...


class BadWords(Refused): ...


class Empty(BadWords): ...


class TooLong(BadWords): ...


class Unreadable(BadWords): ...


class NothingChanged(BadWords): ...


class DayHasPassed(Refused): ...


class DayIsMissing(Refused): ...


class OutOfTurn(Refused): ...


class IdeaIsSetAside(OutOfTurn): ...


class IdeaIsJoined(OutOfTurn): ...


class ThemeIsClosed(OutOfTurn): ...


class ProposalIsWithdrawn(OutOfTurn): ...


class LastAuthor(OutOfTurn): ...


class AmendmentIsSettled(OutOfTurn): ...


class AuthorIsAsked(OutOfTurn): ...


class NothingLeft(OutOfTurn): ...


class WordsAreDown(OutOfTurn): ...


class MatterIsTakenBack(OutOfTurn): ...


class SlipIsWithdrawn(OutOfTurn): ...


class StageIsOpen(OutOfTurn): ...


class StageIsNotOpen(OutOfTurn): ...


class MemberIsHere(OutOfTurn): ...


class MemberIsNotHere(OutOfTurn): ...


class OnlyFacilitator(OutOfTurn): ...


class PlaceIsTaken(OutOfTurn): ...


class VotingIsOver(OutOfTurn): ...


class WasRestarted(VotingIsOver): ...


class VoteCameLate(VotingIsOver): ...


class VotingIsOpen(OutOfTurn): ...


class NotCounted(OutOfTurn): ...


class TooManyUnconfirmed(OutOfTurn): ...


class SentencesWait(OutOfTurn): ...


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
