"""A sheet of paper from a session, typed in. It is known by the part of the agenda that it was for and its number, so that none is typed in twice."""

from uuid import UUID, uuid5

from .base import Act, Aggregate, event
from .errors import UnknownChoice

MOST_SHEETS = 999
KINDS = ("cards", "ballot")
"""Words that were written on it, or what somebody chose."""


def sheet_id(block: UUID, number: int) -> UUID:
    return uuid5(block, f"sheet {number}")


class Sheet(Aggregate):
    @classmethod
    def type_in(cls, by: Act, subject: UUID, kind: str, number: int, block: UUID, things: list[UUID]) -> "Sheet":
        """`subject`: the session; `things`: the cards, or the choice, that are committed with it. Refused: UnknownChoice."""
        if kind not in KINDS:
            raise UnknownChoice(value=kind)
        if not 1 <= number <= MOST_SHEETS:
            raise UnknownChoice(value=number)
        return cls(by, subject, kind, number, block, things)

    @staticmethod
    def create_id(block: UUID, number: int) -> UUID:
        return sheet_id(block, number)

    @event("TypedIn")
    def __init__(self, by: Act, subject: UUID, kind: str, number: int, block: UUID, things: list[UUID]) -> None:
        self.project = by.project
        self.subject = subject
        self.number = number
        self.typed_by = by.member
        self.at = by.happened_at
