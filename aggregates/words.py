"""Words taken down: hidden for a reason, appealed against, shown again, or erased for good. One stream for each text."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import AlreadyAppealed, AlreadyErased, AlreadyHidden, AppealIsOpen, NoAppeal, NotHidden, NotYours, SomebodyElseDecides

GROUNDS = ("asked by the author", "names somebody", "unlawful", "by mistake")
"""Why a text may be erased; recorded with the erasure and said wherever the words stood."""


def words_id(text: UUID) -> UUID:
    return uuid5(text, "words")


class Words(Aggregate):
    @classmethod
    def hide(cls, by: Act, text: UUID, owner: UUID, kind: str, subject: UUID, reason: Text) -> "Words":
        """Withhold words for the first time. `kind` says what they are (idea, reply, answer, name, ...), `subject` the stream where they stand.
        A name's text id is the id of its member."""
        return cls(by, text, owner, kind, subject, reason)

    def hide_again(self, by: Act, reason: Text) -> None:
        self._must_exist()
        if self.is_hidden:
            raise AlreadyHidden
        self._hidden_again(by, self.text, reason)

    def show(self, by: Act, reason: Text) -> None:
        self._must_exist()
        if not self.is_hidden:
            raise NotHidden
        self._shown(by, self.text, reason)

    def appeal(self, by: Act, reason: Text) -> None:
        """By their author, once for each hiding. Refused: NotYours, NotHidden, AlreadyAppealed."""
        self._must_exist()
        if by.author != self.owner:
            raise NotYours
        if not self.is_hidden:
            raise NotHidden
        if self.has_appealed:
            raise AlreadyAppealed
        self._appealed(by, self.text, self.hidden_by, reason)

    def answer_appeal(self, by: Act, *, upheld: bool, reason: Text) -> None:
        """By somebody else than who hid them: shown again, or they stay as they are. Refused: NoAppeal, SomebodyElseDecides."""
        if not self.is_appealed:
            raise NoAppeal
        if by.author in (self.hidden_by, self.owner):
            raise SomebodyElseDecides
        self._appeal_answered(by, self.text, upheld, reason)

    def erase(self, by: Act, ground: str) -> None:
        """Final: the row of `texts` goes in the same transaction. Words are hidden before they are erased; while their author waits for the answer to
        an appeal, only they may. Refused: NotHidden, AppealIsOpen."""
        self._must_exist()
        if not self.is_hidden:
            raise NotHidden
        if self.is_appealed and by.author != self.owner:
            raise AppealIsOpen
        self._erased(by, self.text, ground, by.author == self.owner)

    @staticmethod
    def create_id(text: UUID) -> UUID:
        return words_id(text)

    @event("Hidden")
    def __init__(self, by: Act, text: UUID, owner: UUID, kind: str, subject: UUID, reason: Text) -> None:
        self.project = by.project
        self.text = text
        self.owner = owner
        self.kind = kind
        self.subject = subject
        self.is_hidden = True
        self.hidden_by = by.author
        self.has_appealed = False
        self.is_appealed = False
        self.is_erased = False

    @event("HiddenAgain")
    def _hidden_again(self, by: Act, text: UUID, reason: Text) -> None:
        self.is_hidden = True
        self.hidden_by = by.author
        self.has_appealed = False

    @event("Shown")
    def _shown(self, by: Act, text: UUID, reason: Text) -> None:
        self.is_hidden = False
        self.is_appealed = False

    @event("Appealed")
    def _appealed(self, by: Act, text: UUID, hidden_by: UUID, reason: Text) -> None:
        self.has_appealed = True
        self.is_appealed = True

    @event("AppealAnswered")
    def _appeal_answered(self, by: Act, text: UUID, upheld: bool, reason: Text) -> None:
        self.is_appealed = False
        self.is_hidden = not upheld

    @event("Erased")
    def _erased(self, by: Act, text: UUID, ground: str, by_owner: bool = False) -> None:
        self.is_erased = True
        self.is_appealed = False

    def _must_exist(self) -> None:
        if self.is_erased:
            raise AlreadyErased
