"""A commitment: somebody will do what was said or agreed, by a day. It is done, or cannot be; those who asked for it say whether it made a difference."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from .base import Act, Aggregate, Text, event, must_be_ahead
from .errors import CommitmentIsOver, NotDone, NotYoursToSay, UnknownChoice
from .member import MEMBER_SIDES


@dataclass(frozen=True, slots=True)
class Owner:
    """Who will do it: a side and its organisation. A member by name only where they chose to be named. The dict form is recorded."""

    side: str
    organisation: str = ""  # the id of one of the project's organisations
    member: str = ""  # hex

    def to_dict(self) -> dict[str, str]:
        return asdict(self)


class Commitment(Aggregate):
    @classmethod
    def make(
        cls,
        by: Act,
        what: list[Text],
        owner: Owner,
        role: list[Text],
        due_on: date,
        *,
        is_own: bool,
        decision: UUID | None = None,
        idea: UUID | None = None,
        asked_by: list[UUID] | None = None,
    ) -> "Commitment":
        """Offer one's own, or write down what the owner agreed to. `is_own`: whoever acts keeps it themselves. `asked_by`: those whose words it goes back to.
        Refused: DayHasPassed, UnknownChoice."""
        _must_be_sound(by, owner, is_own)
        must_be_ahead(by, due_on)
        return cls(by, what, decision, idea, owner.to_dict(), role, due_on.isoformat(), list(asked_by or []), is_own)

    def is_kept_by(self, by: Act) -> bool:
        """Whether this act may speak for it without being a facilitator's: whoever keeps it, or anybody of the owner's side where nobody took it on alone."""
        return by.author == self.keeper if self.keeper else by.side == self.owner["side"]

    def report(self, by: Act, report: UUID, words: Text) -> None:
        self._must_be_on_its_way()
        self._reported(by, report, words)

    def move_due(self, by: Act, due_on: date, reason: Text) -> None:
        self._must_be_on_its_way()
        must_be_ahead(by, due_on)
        if due_on.isoformat() != self.due_on:
            self._due_moved(by, due_on.isoformat(), reason)

    def hand_over(self, by: Act, owner: Owner, role: list[Text], reason: Text, *, is_own: bool) -> None:
        """The new owner agrees by doing this themselves, or a facilitator does it for them. Refused: CommitmentIsOver, UnknownChoice."""
        self._must_be_on_its_way()
        _must_be_sound(by, owner, is_own)
        self._handed_over(by, owner.to_dict(), role, reason, is_own)

    def finish(self, by: Act, words: Text) -> None:
        self._must_be_on_its_way()
        self._done(by, words)

    def give_up(self, by: Act, reason: Text) -> None:
        self._must_be_on_its_way()
        self._cannot_be_done(by, reason)

    def judge(self, by: Act, *, is_better: bool, words: Text | None) -> None:
        """Whether it made a difference: only those who asked can say, once it is done, and may change their minds. Refused: NotDone, NotYoursToSay."""
        if self.state != "done":
            raise NotDone
        if by.author not in self.asked_by:
            raise NotYoursToSay
        if is_better == self.verdicts.get(by.author.hex) and words is None:
            return
        if is_better:
            self._made_a_difference(by, words)
        else:
            self._made_no_difference(by, words)

    @event("Made")
    def __init__(
        self,
        by: Act,
        what: list[Text],
        decision: UUID | None,
        idea: UUID | None,
        owner: dict[str, str],
        role: list[Text],
        due_on: str,
        asked_by: list[UUID],
        is_own: bool,
    ) -> None:
        self.project = by.project
        self.owner = owner
        self.keeper: UUID | None = by.author if is_own else None
        self.due_on = due_on
        self.asked_by = list(asked_by)
        self.state = "on its way"
        self.verdicts: dict[str, bool] = {}

    @event("Reported")
    def _reported(self, by: Act, report: UUID, words: Text) -> None:
        pass

    @event("DueMoved")
    def _due_moved(self, by: Act, due_on: str, reason: Text) -> None:
        self.due_on = due_on

    @event("HandedOver")
    def _handed_over(self, by: Act, owner: dict[str, str], role: list[Text], reason: Text, is_own: bool) -> None:
        self.owner = owner
        self.keeper = by.author if is_own else None

    @event("Done")
    def _done(self, by: Act, words: Text) -> None:
        self.state = "done"

    @event("CannotBeDone")
    def _cannot_be_done(self, by: Act, reason: Text) -> None:
        self.state = "could not"

    @event("MadeADifference")
    def _made_a_difference(self, by: Act, words: Text | None) -> None:
        self.verdicts[by.author.hex] = True

    @event("MadeNoDifference")
    def _made_no_difference(self, by: Act, words: Text | None) -> None:
        self.verdicts[by.author.hex] = False

    def _must_be_on_its_way(self) -> None:
        if self.state != "on its way":
            raise CommitmentIsOver


def _must_be_sound(by: Act, owner: Owner, is_own: bool) -> None:
    """Nobody is named by somebody else, and whoever keeps it is on the side that owns it."""
    is_named_by_another = bool(owner.member) and not (is_own and owner.member == by.author.hex)
    if owner.side not in MEMBER_SIDES or is_named_by_another or (is_own and owner.side != by.side):
        raise UnknownChoice(value=owner.side)
