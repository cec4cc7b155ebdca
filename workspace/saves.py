"""One save: what is to be stored together, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Protocol
from uuid import UUID

from aggregates.base import Text

NOBODY = UUID(int=0)


class Stored(Protocol):
    """An event as the library encodes it."""

    @property
    def originator_id(self) -> Any: ...
    @property
    def originator_version(self) -> int: ...
    @property
    def topic(self) -> str: ...
    @property
    def state(self) -> bytes: ...


CONTESTED = ("stored_events", "commands", "accounts", "memberships", "session_codes")
"""Where somebody else may have been quicker: what a constraint of these refuses is a conflict, and the command looks again."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was recorded: the id of the first aggregate and the position of the last event; of the first answer, if the command was recorded `already`."""

    id: UUID
    position: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A row of `texts` to be: what somebody wrote, and the salt without which its commitment says nothing."""

    id: UUID
    project: UUID
    owner: UUID
    language: str
    salt: bytes
    body: str
    reference: Text


class Save:
    """What one commit asks for, and how it ended."""

    __slots__ = ("also", "command", "events", "failure", "positions", "receipt", "turn", "words")

    def __init__(self, events: Sequence[Stored], command: UUID | None, words: Sequence[Words] = (), also: Sequence[tuple[str, Sequence[Any]]] = ()) -> None:
        self.events, self.command, self.words, self.also = events, command, words, also
        self.positions: Sequence[int] = ()
        self.receipt: Receipt | None = None
        self.failure: BaseException | None = None
        self.turn = Lock()  # released when it is settled, or when it is its turn to lead
        self.turn.acquire()

    @property
    def is_settled(self) -> bool:
        return self.receipt is not None or self.failure is not None

    @property
    def size(self) -> int:
        """In bytes, with the files that are stored along with it."""
        files = sum(len(value) for _, values in self.also for value in values if isinstance(value, bytes))
        return files + sum(len(event.state) for event in self.events)

    def stored(self, positions: Sequence[int]) -> None:
        self.positions = positions
        self.receipt = Receipt(self.events[0].originator_id, positions[-1]) if positions else Receipt(NOBODY, 0)

    def found(self, recorded: Receipt | None) -> None:
        """It was stored after all; its command tells where."""
        self.receipt = Receipt(recorded.id, recorded.position) if recorded else Receipt(NOBODY, 0)
