"""A card on the wall of a session: somebody's words in one block of it, written, said aloud or on paper; shown, brought together, and taken on."""

from uuid import UUID

from .base import Act, Aggregate, Attachment, Text, event
from .errors import AlreadyTakenOn, CardIsGone, NotYours, UnknownChoice

TAKEN_ON = ("idea", "matter")
"""What a card may become outside the session."""


class Card(Aggregate):
    @classmethod
    def put(cls, by: Act, subject: UUID, block: UUID, words: Text, is_named: bool, table: int = 0, photo: Attachment | None = None) -> "Card":
        """`subject`: the session. `is_named`: whether its author's name goes with it, or only their group's. `table`: where it was written, 0 for none.
        `photo`: of the paper with the words. It is private until somebody who leads shows it."""
        return cls(by, subject, block, words, is_named, table, photo)

    def reword(self, by: Act, words: Text) -> None:
        self._must_be_of(by)
        self._reworded(by, self.subject, words)

    def name(self, by: Act, is_named: bool) -> None:
        self._must_be_of(by)
        if is_named != self.is_named:
            self._named(by, self.subject, is_named)

    def take_back(self, by: Act) -> None:
        """By its author, also where it was set aside."""
        self._must_be_own(by)
        if self.state == "taken back":
            raise CardIsGone
        self._taken_back(by, self.subject)

    def show(self, by: Act) -> None:
        """By whoever leads: it is on the wall for everybody."""
        self._must_be_there()
        if not self.is_shown:
            self._shown(by, self.subject)

    def set_aside(self, by: Act, reason: Text) -> None:
        """By whoever leads, with a reason that its author is told."""
        self._must_be_there()
        self._set_aside(by, self.subject, reason)

    def bring_back(self, by: Act) -> None:
        if self.state == "set aside":
            self._brought_back(by, self.subject)

    def put_under(self, by: Act, theme: UUID | None) -> None:
        self._must_be_there()
        if theme != self.theme:
            self._themed(by, self.subject, theme)

    def join(self, by: Act, into: UUID) -> None:
        """It says the same as another card and stands with it; both keep their words and their authors."""
        self._must_be_there()
        if into == self.id:
            raise UnknownChoice(value=into)
        if into != self.joined:
            self._joined(by, self.subject, into)

    def part(self, by: Act) -> None:
        """It stands by itself again."""
        self._must_be_there()
        if self.joined is not None:
            self._parted(by, self.subject)

    def take_on(self, by: Act, what: str, thing: UUID) -> None:
        """It becomes an idea of the board, or something that matters to its author, recorded in the same transaction. Refused: AlreadyTakenOn."""
        self._must_be_there()
        if what not in TAKEN_ON:
            raise UnknownChoice(value=what)
        if self.became is not None:
            raise AlreadyTakenOn
        self._taken_on(by, self.subject, what, thing)

    def answer(self, by: Act, words: Text) -> None:
        """A question to those who commission is answered; until then it is carried from session to session."""
        self._must_be_there()
        self._answered(by, self.subject, self.author, self.words, words)

    @event("Put")
    def __init__(self, by: Act, subject: UUID, block: UUID, words: Text, is_named: bool, table: int, photo: Attachment | None = None) -> None:
        self.project = by.project
        self.subject = subject
        self.block = block
        self.author = by.author
        self.side = by.side
        self.words = words
        self.is_named = is_named
        self.is_shown = False
        self.state = "here"
        self.theme: UUID | None = None
        self.joined: UUID | None = None
        self.became: UUID | None = None

    @event("Reworded")
    def _reworded(self, by: Act, subject: UUID, words: Text) -> None:
        self.words = words

    @event("Named")
    def _named(self, by: Act, subject: UUID, is_named: bool) -> None:
        self.is_named = is_named

    @event("TakenBack")
    def _taken_back(self, by: Act, subject: UUID) -> None:
        self.state = "taken back"

    @event("Shown")
    def _shown(self, by: Act, subject: UUID) -> None:
        self.is_shown = True

    @event("SetAside")
    def _set_aside(self, by: Act, subject: UUID, reason: Text) -> None:
        self.state = "set aside"

    @event("BroughtBack")
    def _brought_back(self, by: Act, subject: UUID) -> None:
        self.state = "here"

    @event("Themed")
    def _themed(self, by: Act, subject: UUID, theme: UUID | None) -> None:
        self.theme = theme

    @event("Joined")
    def _joined(self, by: Act, subject: UUID, into: UUID) -> None:
        self.joined = into

    @event("Parted")
    def _parted(self, by: Act, subject: UUID) -> None:
        self.joined = None

    @event("TakenOn")
    def _taken_on(self, by: Act, subject: UUID, what: str, thing: UUID) -> None:
        self.became = thing

    @event("Answered")
    def _answered(self, by: Act, subject: UUID, author: UUID, asked: Text, words: Text) -> None:
        """`author`: whose question it is, in these words: `asked`."""

    def _must_be_of(self, by: Act) -> None:
        self._must_be_own(by)
        self._must_be_there()

    def _must_be_own(self, by: Act) -> None:
        if by.author != self.author:
            raise NotYours

    def _must_be_there(self) -> None:
        if self.state != "here":
            raise CardIsGone
