"""Who is not here: whom this touches and lacks, who will reach out to them, what came of it."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import NoLongerMissing


class MissingVoice(Aggregate):
    @classmethod
    def name(cls, by: Act, who: list[Text], why: Text | None, people: int | None, area: list[Text]) -> "MissingVoice":
        """`people`: how many of them there are in the area, as somebody counted and typed it in."""
        return cls(by, who, why, people, area)

    def take_on(self, by: Act) -> None:
        """I will reach out. Several may."""
        self._must_be_missing()
        if by.author not in self.takers:
            self._taken_on(by)

    def tell(self, by: Act, report: UUID, words: Text) -> None:
        """What came of reaching out: also that nobody answered."""
        self._must_be_missing()
        self._told(by, report, words)

    def arrive(self, by: Act) -> None:
        """Somebody of them is here now."""
        self._must_be_missing()
        self._here(by)

    def close(self, by: Act, reason: Text) -> None:
        """Nobody looks for them any more. What was said and done stays on the record."""
        self._must_be_missing()
        self._closed(by, reason)

    @event("Named")
    def __init__(self, by: Act, who: list[Text], why: Text | None, people: int | None, area: list[Text]) -> None:
        self.project: UUID = by.project
        self.named_by: UUID = by.author
        self.takers: list[UUID] = []
        self.state = "missing"

    @event("TakenOn")
    def _taken_on(self, by: Act) -> None:
        self.takers.append(by.author)

    @event("Told")
    def _told(self, by: Act, report: UUID, words: Text) -> None:
        pass

    @event("Here")
    def _here(self, by: Act) -> None:
        self.state = "here"

    @event("Closed")
    def _closed(self, by: Act, reason: Text) -> None:
        self.state = "closed"

    def _must_be_missing(self) -> None:
        if self.state != "missing":
            raise NoLongerMissing
