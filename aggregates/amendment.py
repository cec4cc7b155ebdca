"""An amendment: a paragraph of a proposal in somebody's other words, and why. It goes with its paragraph, and is never taken for what its author did not mean.

Whose words they are is asked again when the paragraph itself moved on; until they have answered, nobody can accept it.
"""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import AmendmentIsSettled, AuthorIsAsked, NotAlone, NothingLeft, NotYours, WordsMovedOn

OPEN, ACCEPTED, DECLINED, WITHDRAWN, PROMOTED = "open", "accepted", "declined", "withdrawn", "promoted"


def amendment_id(proposal: UUID, number: int) -> UUID:
    """They are numbered from 1 on, so that all of a proposal's can be found in the store, and two that come at once cannot pass one another."""
    return uuid5(proposal, f"amendment {number}")


class Amendment(Aggregate):
    @classmethod
    def suggest(cls, by: Act, number: int, subject: UUID, version: int, language: str, paragraph: int, words: Text, why: Text) -> "Amendment":
        return cls(by, number, subject, version, language, paragraph, words, why)

    def reword(self, by: Act, version: int, paragraph: int, words: Text, why: Text) -> None:
        """Say it afresh, for a paragraph of the newest version: that is also the answer when its author was asked."""
        self.must_be_open_and_by(by)
        self._reworded(by, self.subject, version, paragraph, words, why)

    def overtake(self, by: Act, version: int, paragraph: int | None, words: Text | None) -> None:
        """Its paragraph changed. `paragraph`: what it became, `words`: the change made to that, both None where that could not be told. The author is asked."""
        self._must_be_open()
        self._overtaken(by, self.subject, version, paragraph, words)

    def still_mean(self, by: Act, saw: int) -> None:
        """Its author says that the words, made to fit, say what they mean. `saw`: how many events it had when it was read.
        Refused: NothingLeft (there are none: they must be written), WordsMovedOn."""
        self.must_be_open_and_by(by)
        self._must_have_been_read(saw)
        if self.is_asked and self.words is None:
            raise NothingLeft
        if self.is_asked:
            self._still_meant(by, self.subject)

    def accept(self, by: Act, saw: int, authors: list[UUID], version: int) -> None:
        """`authors` of the proposal: one of them accepts, of their own only where there is no other. `version`: the one that has it in."""
        self._must_be_decided_by(by, authors, alone=authors == [self.author])
        self._must_be_open()
        if self.is_asked:
            raise AuthorIsAsked
        self._must_have_been_read(saw)
        self._accepted(by, self.subject, version)

    def decline(self, by: Act, authors: list[UUID], reason: Text) -> None:
        """One's own is withdrawn, not declined."""
        self._must_be_decided_by(by, authors, alone=False)
        self._must_be_open()
        self._declined(by, self.subject, reason)

    def withdraw(self, by: Act) -> None:
        self.must_be_open_and_by(by)
        self._withdrawn(by, self.subject)

    def promote(self, by: Act, proposal: UUID) -> None:
        """Its author makes it a proposal of its own, in the same transaction: also when it was declined."""
        if by.author != self.author:
            raise NotYours
        if self.state not in (OPEN, DECLINED):
            raise AmendmentIsSettled
        self._promoted(by, self.subject, proposal)

    def must_be_open_and_by(self, by: Act) -> None:
        if by.author != self.author:
            raise NotYours
        self._must_be_open()

    @property
    def is_open(self) -> bool:
        return self.state == OPEN

    @staticmethod
    def create_id(number: int, subject: UUID) -> UUID:
        return amendment_id(subject, number)

    @event("Suggested")
    def __init__(self, by: Act, number: int, subject: UUID, version: int, language: str, paragraph: int, words: Text, why: Text) -> None:
        self.project = by.project
        self.author = by.author
        self.number, self.subject, self.language = number, subject, language
        self.text_version = version
        self.paragraph: int | None = paragraph
        self.own = words  # as its author wrote them
        self.words: Text | None = words  # as they fit the paragraph that stands there now
        self.texts: set[UUID] = {words.id, why.id}
        self.state = OPEN
        self.is_asked = False

    @event("Reworded")
    def _reworded(self, by: Act, subject: UUID, version: int, paragraph: int, words: Text, why: Text) -> None:
        self.own = words
        self.text_version, self.paragraph, self.words, self.is_asked = version, paragraph, words, False
        self.texts |= {words.id, why.id}

    @event("Overtaken")
    def _overtaken(self, by: Act, subject: UUID, version: int, paragraph: int | None, words: Text | None) -> None:
        self.text_version, self.paragraph, self.words, self.is_asked = version, paragraph, words, True
        self.texts |= {words.id} if words else set()

    @event("StillMeant")
    def _still_meant(self, by: Act, subject: UUID) -> None:
        self.is_asked = False

    @event("Accepted")
    def _accepted(self, by: Act, subject: UUID, version: int) -> None:
        self.state = ACCEPTED

    @event("Declined")
    def _declined(self, by: Act, subject: UUID, reason: Text) -> None:
        self.state = DECLINED
        self.texts.add(reason.id)

    @event("Withdrawn")
    def _withdrawn(self, by: Act, subject: UUID) -> None:
        self.state = WITHDRAWN

    @event("Promoted")
    def _promoted(self, by: Act, subject: UUID, proposal: UUID) -> None:
        self.state = PROMOTED

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise AmendmentIsSettled

    def _must_be_decided_by(self, by: Act, authors: list[UUID], *, alone: bool) -> None:
        if by.author not in authors:
            raise NotYours
        if by.author == self.author and not alone:
            raise NotAlone

    def _must_have_been_read(self, saw: int) -> None:
        if saw != self.version:
            raise WordsMovedOn
