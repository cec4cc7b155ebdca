"""An idea: somebody's words, supported by others, replied to, answered, or set aside with a reason."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import IdeaIsSetAside, NotYours, UnknownChoice

STANCES = ("agree", "disagree", "pass")


class Idea(Aggregate):
    @classmethod
    def post(cls, by: Act, words: Text, source: str | None = None) -> "Idea":
        """Put an idea on the board. `source` names where imported words were first published."""
        return cls(by, words, source)

    def reword(self, by: Act, words: Text) -> None:
        self._must_be_open()
        if by.author != self.author:
            raise NotYours
        self._reworded(by, words)

    def support(self, by: Act) -> None:
        self._must_be_open()
        if by.author not in self.supporters:
            self._supported(by)

    def take_back_support(self, by: Act) -> None:
        if by.author in self.supporters:
            self._support_taken_back(by)

    def take_stance(self, by: Act, stance: str) -> None:
        """Agree, disagree or pass, as imported conversations do; the last one stands. Also on ideas that were set aside."""
        if stance not in STANCES:
            raise UnknownChoice(value=stance)
        before = self.stances.get(by.author.hex)
        if stance != before:
            self._stance_taken(by, stance, before)

    def reply(self, by: Act, reply: UUID, words: Text) -> None:
        self._must_be_open()
        self._replied(by, reply, words)

    def reword_reply(self, by: Act, was: UUID, words: Text) -> None:
        """Say one's own reply in other words, in its place. `was`: the text that is replaced."""
        self._must_be_open()
        if self.texts.get(was) != by.author:
            raise NotYours
        self._reply_reworded(by, was, words)

    def answer(self, by: Act, words: Text) -> None:
        """A formal answer: why, why not, or let's talk. A later one stands beside the earlier ones."""
        self._must_be_open()
        self._answered(by, words)

    def set_aside(self, by: Act, reason: Text) -> None:
        self._must_be_open()
        self._set_aside(by, reason)

    def take_up_again(self, by: Act, reason: Text) -> None:
        if self.is_set_aside:
            self._taken_up_again(by, reason)

    @event("Posted")
    def __init__(self, by: Act, words: Text, source: str | None = None) -> None:
        self.project = by.project
        self.author = by.author
        self.words = words
        self.texts: dict[UUID, UUID] = {words.id: by.author}
        self.supporters: list[UUID] = []
        self.stances: dict[str, str] = {}
        self.is_set_aside = False

    @event("Reworded")
    def _reworded(self, by: Act, words: Text) -> None:
        self.words = words
        self.texts[words.id] = by.author

    @event("Supported")
    def _supported(self, by: Act) -> None:
        self.supporters.append(by.author)

    @event("SupportTakenBack")
    def _support_taken_back(self, by: Act) -> None:
        self.supporters.remove(by.author)

    @event("StanceTaken")
    def _stance_taken(self, by: Act, stance: str, before: str | None) -> None:
        self.stances[by.author.hex] = stance

    @event("Replied")
    def _replied(self, by: Act, reply: UUID, words: Text) -> None:
        self.texts[words.id] = by.author

    @event("ReplyReworded")
    def _reply_reworded(self, by: Act, was: UUID, words: Text) -> None:
        self.texts[words.id] = by.author

    @event("Answered")
    def _answered(self, by: Act, words: Text) -> None:
        self.texts[words.id] = by.author

    @event("SetAside")
    def _set_aside(self, by: Act, reason: Text) -> None:
        self.is_set_aside = True

    @event("TakenUpAgain")
    def _taken_up_again(self, by: Act, reason: Text) -> None:
        self.is_set_aside = False

    def _must_be_open(self) -> None:
        if self.is_set_aside:
            raise IdeaIsSetAside
