"""What matters to somebody here: a few words, often said before any account. They are a quote for others only with their author's consent."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import MatterIsTakenBack, NotYours


class Matter(Aggregate):
    @classmethod
    def say(cls, by: Act, words: Text, prompt: str | None, may_quote: bool) -> "Matter":
        """`prompt`: what was asked; None is the project's own question. `may_quote`: consent to show the words to others, said together with them."""
        return cls(by, words, prompt, may_quote)

    def reword(self, by: Act, words: Text) -> None:
        """In other words, which somebody reads again before they are shown."""
        self._must_be_of(by)
        self._reworded(by, words)

    def allow_quote(self, by: Act) -> None:
        self._must_be_of(by)
        if not self.may_quote:
            self._quote_allowed(by)

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

    def take_back(self, by: Act) -> None:
        self._must_be_of(by)
        self._taken_back(by)

    @event("Said")
    def __init__(self, by: Act, words: Text, prompt: str | None, may_quote: bool) -> None:
        self.project = by.project
        self.author = by.author
        self.words = words
        self.may_quote = may_quote
        self.theme: UUID | None = None
        self.is_read = False
        self.is_taken_back = False

    @event("Reworded")
    def _reworded(self, by: Act, words: Text) -> None:
        self.words = words
        self.is_read = False

    @event("QuoteAllowed")
    def _quote_allowed(self, by: Act) -> None:
        self.may_quote = True

    @event("QuoteTakenBack")
    def _quote_taken_back(self, by: Act) -> None:
        self.may_quote = False

    @event("Themed")
    def _themed(self, by: Act, theme: UUID | None) -> None:
        self.theme = theme
        self.is_read = True

    @event("TakenBack")
    def _taken_back(self, by: Act) -> None:
        self.is_taken_back = True
        self.may_quote = False

    def _must_stand(self) -> None:
        if self.is_taken_back:
            raise MatterIsTakenBack

    def _must_be_of(self, by: Act) -> None:
        self._must_stand()
        if by.author != self.author:
            raise NotYours
