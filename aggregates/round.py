"""A consent round: a group goes through a proposal together, step by step, until everybody is asked for consent. It decides nothing itself."""

from uuid import UUID

from .base import SIDES, Act, Aggregate, Text, event
from .counting.temperature import LEVELS
from .errors import NotFound, NotOnTheRoll, NotThatStep, RoundIsOver, UnknownChoice

STEPS = ("present", "questions", "sense check", "amend", "consent", "integrate")

TALKING = STEPS[:4]
"""Until consent is asked for, the round may also go back, and questions may be put."""


class Round(Aggregate):
    @classmethod
    def begin(cls, by: Act, subject: UUID, version: int) -> "Round":
        """`subject`: the proposal, in the version that was read."""
        return cls(by, subject, version)

    def go_on(self, by: Act, step: str) -> None:
        """To the next step, or back to an earlier one while the group still talks. Refused: RoundIsOver, UnknownChoice, NotThatStep."""
        self._must_go_on()
        if step not in STEPS:
            raise UnknownChoice(value=step)
        here, there = STEPS.index(self.step), STEPS.index(step)
        is_back = there < here and self.step in (*TALKING, "consent") and self.decision is None
        if not is_back and (there != here + 1 or (step == "integrate" and self.decision is None)):
            raise NotThatStep
        self._went_on(by, self.subject, step)

    def ask(self, by: Act, question: UUID, words: Text) -> None:
        self._must_go_on()
        if self.step not in TALKING:
            raise NotThatStep
        self._asked(by, self.subject, question, words)

    def reply(self, by: Act, question: UUID, words: Text) -> None:
        self._must_go_on()
        if question not in self.questions:
            raise NotFound
        self._replied(by, self.subject, question, words)

    def sense(self, by: Act, level: int) -> None:
        """How it feels to somebody just now; the last one stands. Refused: NotThatStep, NotOnTheRoll (on no side)."""
        self._must_go_on()
        if self.step != "sense check":
            raise NotThatStep
        if level not in LEVELS:
            raise UnknownChoice(value=level)
        if by.side not in SIDES:
            raise NotOnTheRoll
        self._sensed(by, self.subject, level)

    def consent(self, by: Act, decision: UUID) -> None:
        """Everybody is asked for consent, by a decision of its own that is opened in the same transaction. Refused: NotThatStep."""
        self._must_go_on()
        if self.step != "consent" or self.decision is not None:
            raise NotThatStep
        self._consenting(by, self.subject, decision)

    def end(self, by: Act, words: Text | None) -> None:
        """With what changed and thanks; or before, where the group stops."""
        self._must_go_on()
        self._ended(by, self.subject, self.decision, words)

    @event("Begun")
    def __init__(self, by: Act, subject: UUID, version: int) -> None:
        self.project = by.project
        self.subject = subject
        self.text_version = version
        self.step = STEPS[0]
        self.questions: set[UUID] = set()
        self.decision: UUID | None = None
        self.is_over = False

    @event("WentOn")
    def _went_on(self, by: Act, subject: UUID, step: str) -> None:
        self.step = step

    @event("Asked")
    def _asked(self, by: Act, subject: UUID, question: UUID, words: Text) -> None:
        self.questions.add(question)

    @event("Replied")
    def _replied(self, by: Act, subject: UUID, question: UUID, words: Text) -> None: ...

    @event("Sensed")
    def _sensed(self, by: Act, subject: UUID, level: int) -> None: ...

    @event("Consenting")
    def _consenting(self, by: Act, subject: UUID, decision: UUID) -> None:
        self.decision = decision

    @event("Ended")
    def _ended(self, by: Act, subject: UUID, decision: UUID | None, words: Text | None) -> None:
        self.is_over = True

    def _must_go_on(self) -> None:
        if self.is_over:
            raise RoundIsOver
