"""What matters to somebody here: a few words, a photo or a voice note, often before any account. They are a quote for others only with their author's
consent, as long as it lasts."""

from datetime import date
from uuid import UUID

from .base import Act, Aggregate, Attachment, Text, event, must_be_ahead
from .errors import Empty, MatterIsTakenBack, NotFound, NotYours


class Matter(Aggregate):
    @classmethod
    def say(
        cls,
        by: Act,
        words: Text | None,
        prompt: str | None,
        may_quote: bool,
        photo: Attachment | None = None,
        sound: Attachment | None = None,
        until_on: date | None = None,
    ) -> "Matter":
        """`prompt`: what was asked; None is the project's own question. `may_quote`: consent to show it to others, said together with it; `until_on`: the
        last day of that, None is until it is taken back. Refused: Empty, where it is neither said nor shown; DayHasPassed."""
        if words is None and photo is None and sound is None:
            raise Empty
        return cls(by, words, prompt, may_quote, photo, sound, _last_day(by, until_on) if may_quote else None)

    def reword(self, by: Act, words: Text) -> None:
        """In other words, which somebody reads again before they are shown."""
        self._must_be_of(by)
        self._reworded(by, words)

    def allow_quote(self, by: Act, until_on: date | None = None) -> None:
        """From now on, or for longer, or not for so long. Refused: DayHasPassed."""
        self._must_be_of(by)
        last = _last_day(by, until_on)
        if not self.may_quote or last != self.until_on:
            self._quote_allowed(by, last)

    def take_back_quote(self, by: Act) -> None:
        """The quote goes from every page at once; the words stay where only those who read them all see them."""
        self._must_be_of(by)
        if self.may_quote:
            self._quote_taken_back(by)

    def put_under(self, by: Act, theme: UUID | None) -> None:
        """Somebody has read it, and put it under a heading, or under none."""
        self._must_stand()
        if not self.is_read or theme != self.theme:
            self._themed(by, theme)

    def transcribe(self, by: Act, kind: str, words: Text) -> None:
        """What is said in the voice note, or what is to be seen on the photo, for whoever cannot hear or see it. Refused: NotFound."""
        self._must_stand()
        if kind not in self.files:
            raise NotFound
        self._transcribed(by, kind, words)

    def take_back(self, by: Act) -> None:
        self._must_be_of(by)
        self._taken_back(by)

    @event("Said")
    def __init__(
        self,
        by: Act,
        words: Text | None,
        prompt: str | None,
        may_quote: bool,
        photo: Attachment | None = None,
        sound: Attachment | None = None,
        until_on: str | None = None,
    ) -> None:
        self.project = by.project
        self.author = by.author
        self.words = words
        self.files = {file.kind: file for file in (photo, sound) if file}
        self.may_quote = may_quote
        self.until_on = until_on
        self.theme: UUID | None = None
        self.is_read = False
        self.is_taken_back = False

    @event("Reworded")
    def _reworded(self, by: Act, words: Text) -> None:
        self.words = words
        self.is_read = False

    @event("QuoteAllowed")
    def _quote_allowed(self, by: Act, until_on: str | None = None) -> None:
        self.may_quote = True
        self.until_on = until_on

    @event("QuoteTakenBack")
    def _quote_taken_back(self, by: Act) -> None:
        self.may_quote = False

    @event("Themed")
    def _themed(self, by: Act, theme: UUID | None) -> None:
        self.theme = theme
        self.is_read = True

    @event("Transcribed")
    def _transcribed(self, by: Act, kind: str, words: Text) -> None:
        """The words stand with the file, whoever typed them."""

    @event("TakenBack")
    def _taken_back(self, by: Act) -> None:
        self.is_taken_back = True
        self.may_quote = False

    def is_quoted(self, on: date) -> bool:
        """Whether others may read it on that day."""
        return self.may_quote and self.is_read and (self.until_on is None or on.isoformat() <= self.until_on)

    def _must_stand(self) -> None:
        if self.is_taken_back:
            raise MatterIsTakenBack

    def _must_be_of(self, by: Act) -> None:
        self._must_stand()
        if by.author != self.author:
            raise NotYours


def _last_day(by: Act, day: date | None) -> str | None:
    if day is None:
        return None
    must_be_ahead(by, day)
    return day.isoformat()
