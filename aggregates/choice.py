"""What one person chooses in one block of a session, by dots or as a temperature: a small stream of its own. The last one counts; it decides nothing."""

from collections.abc import Mapping
from uuid import UUID, uuid5

from .base import Act, Aggregate, event
from .counting.dots import must_be_dots
from .counting.temperature import LEVELS
from .errors import UnknownChoice
from .whereabouts import Now


def choice_id(block: UUID, run: int, member: UUID) -> UUID:
    return uuid5(block, f"choice {run} {member.hex}")


class Choice(Aggregate):
    @classmethod
    def make(cls, by: Act, subject: UUID, now: Now, marks: dict[str, int]) -> "Choice":
        """`subject`: the session; `now`: where it is, with what was frozen. `marks`: option (hex) -> dots, or {"level": one of LEVELS}.
        Refused: UnknownChoice, TooManyDots."""
        _must_be_marks(now, marks)
        return cls(by, subject, now.block, now.run, marks)

    def change(self, by: Act, now: Now, marks: dict[str, int]) -> None:
        """The paper or the phone may change it; the last one counts. Empty marks take it back."""
        _must_be_marks(now, marks)
        if marks != self.marks:
            self._changed(by, self.subject, self.block, self.run, marks)

    @staticmethod
    def create_id(by: Act, block: UUID, run: int) -> UUID:
        return choice_id(block, run, by.author)

    @event("Made")
    def __init__(self, by: Act, subject: UUID, block: UUID, run: int, marks: dict[str, int]) -> None:
        self.project = by.project
        self.subject = subject
        self.block = block
        self.run = run
        self.marks = marks

    @event("Changed")
    def _changed(self, by: Act, subject: UUID, block: UUID, run: int, marks: dict[str, int]) -> None:
        self.marks = marks


def _must_be_marks(now: Now, marks: Mapping[str, int]) -> None:
    if now.kind == "dots":
        must_be_dots(marks, {option.hex for option in now.options}, now.settings["dots"], now.settings["cap"])
    elif marks and (marks.keys() != {"level"} or marks["level"] not in LEVELS):
        raise UnknownChoice(value=", ".join(map(str, marks.values())))
