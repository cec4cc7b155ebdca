"""Words taken down: hidden for a reason, shown again, or erased for good. One stream a text, under the text's id."""

from uuid import UUID

from .base import Act, Aggregate, Text, event
from .errors import AlreadyErased, AlreadyHidden, NotHidden

GROUNDS = ("asked by the author", "names somebody", "unlawful", "by mistake")
"""Why a text may be erased; recorded with the erasure and said wherever the words stood."""


class Words(Aggregate):
    @classmethod
    def hide_first(cls, by: Act, text: UUID, owner: UUID, kind: str, subject: UUID, reason: Text) -> "Words":
        """Hide words that were never taken down before. `kind` says what they are ("idea", "reply", "name", ...), `subject` where they stand."""
        words = cls(by, text, owner, kind, subject)
        words._hidden(by, reason)
        return words

    @classmethod
    def erase_first(cls, by: Act, text: UUID, owner: UUID, kind: str, subject: UUID, ground: str) -> "Words":
        words = cls(by, text, owner, kind, subject)
        words._erased(by, ground)
        return words

    def hide(self, by: Act, reason: Text) -> None:
        self._must_exist()
        if self.is_hidden:
            raise AlreadyHidden
        self._hidden(by, reason)

    def show(self, by: Act, reason: Text) -> None:
        self._must_exist()
        if not self.is_hidden:
            raise NotHidden
        self._shown(by, reason)

    def erase(self, by: Act, ground: str) -> None:
        """Final: the row of `texts` goes in the same transaction."""
        self._must_exist()
        self._erased(by, ground)

    @staticmethod
    def create_id(text: UUID) -> UUID:
        return text

    @event("Questioned")
    def __init__(self, by: Act, text: UUID, owner: UUID, kind: str, subject: UUID) -> None:
        self.owner = owner
        self.kind = kind
        self.subject = subject
        self.is_hidden = False
        self.is_erased = False

    @event("Hidden")
    def _hidden(self, by: Act, reason: Text) -> None:
        self.is_hidden = True

    @event("Shown")
    def _shown(self, by: Act, reason: Text) -> None:
        self.is_hidden = False

    @event("Erased")
    def _erased(self, by: Act, ground: str) -> None:
        self.is_erased = True

    def _must_exist(self) -> None:
        if self.is_erased:
            raise AlreadyErased
