"""Words taken down: hidden for a reason, shown again, or erased for good. One stream for each text."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, Text, event
from .errors import AlreadyErased, AlreadyHidden, NotHidden

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

    def erase(self, by: Act, ground: str) -> None:
        """Final: the row of `texts` goes in the same transaction. Words are hidden before they are erased."""
        self._must_exist()
        if not self.is_hidden:
            raise NotHidden
        self._erased(by, self.text, ground)

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
        self.is_erased = False

    @event("HiddenAgain")
    def _hidden_again(self, by: Act, text: UUID, reason: Text) -> None:
        self.is_hidden = True

    @event("Shown")
    def _shown(self, by: Act, text: UUID, reason: Text) -> None:
        self.is_hidden = False

    @event("Erased")
    def _erased(self, by: Act, text: UUID, ground: str) -> None:
        self.is_erased = True

    def _must_exist(self) -> None:
        if self.is_erased:
            raise AlreadyErased
