"""A decision: a question put to a frozen roll under a rule, until a time; closed, then counted. The votes are streams of their own (vote.py)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from .base import Act, Aggregate, Text, event
from .bilingual import Asked, must_be_askable
from .counting import CHOICES, Rule, count, count_hands
from .errors import (
    AlreadyStated,
    HandsAreCounted,
    MendNeedsTheOtherSide,
    NotCounted,
    NotDeadlocked,
    NothingToCount,
    NothingToFollow,
    NothingToMend,
    NotOnTheRoll,
    RouteIsTaken,
    VotingIsOpen,
    VotingIsOver,
    WasRestarted,
)
from .hands import Counts, agreed, checked
from .minority import must_be_sayable
from .opening import must_be_openable


class Decision(Aggregate):
    @classmethod
    def open(
        cls,
        by: Act,
        question: list[Text],
        meanings: dict[str, list[Text]],
        otherwise: list[Text],
        rule: dict[str, Any],
        roll: dict[str, str],
        roll_position: int,
        closes_at: datetime,
        *,
        charter: int,
        proposal: UUID | None = None,
        version: int | None = None,
        adopts: int | None = None,
        exception: Text | None = None,
        after: UUID | None = None,
        restarts: UUID | None = None,
        way: str = "ballots",
    ) -> "Decision":
        """Freeze everything that the count depends on.

        `meanings`: what "yes" and "no" mean, in words. `otherwise`: what happens if it is not agreed. `roll`: membership id (hex) -> side, read at
        log position `roll_position`. `charter`: the version whose rule this is, 0 for the founding rule. `adopts`: the version of the charter that
        this decision would put in force. `exception`: why a language is missing, if one is. `after`: the consent that failed and that this decision
        follows; `restarts`: the decision in whose place it stands. `way`: one of WAYS.
        Refused: as for `must_be_openable`.
        """
        must_be_openable(by, (question, meanings, otherwise), exception, rule, roll, closes_at, way)
        return cls(by, question, meanings, otherwise, rule, roll, roll_position, closes_at, charter, proposal, version, adopts, exception, after, restarts, way)

    def side_of(self, by: Act) -> str:
        """The frozen side under which this act may vote now. Refused: NotOnTheRoll, VotingIsOver (by the act's own time, the database's clock)."""
        if by.author.hex not in self.roll:
            raise NotOnTheRoll
        self._must_be_open(by)
        return self.roll[by.author.hex]

    def must_take_ballots(self) -> None:
        """Refused: HandsAreCounted."""
        if self.way == "hands":
            raise HandsAreCounted

    def report_hands(self, by: Act, counts: Counts) -> None:
        """What somebody on the roll counted in the room; `by` is on the side that was frozen. Once one of each side has counted the same, it is closed.
        Refused: NothingToCount, UnknownChoice, MoreHandsThanPeople."""
        if self.way != "hands":
            raise NothingToCount
        self._hands_reported(by, checked(counts, self.roll))
        if agreed(self.hands) is not None:
            self._closed(by, None)

    def close(self, by: Act, reason: Text | None) -> None:
        """By the clock when its time has come, or before that by a facilitator with a reason. Final."""
        if self.is_closed:
            raise VotingIsOver(closed_at=self.closed_at or self.closes_at)
        if reason is None and by.happened_at < self.closes_at:
            raise VotingIsOpen(closes_at=self.closes_at)
        self._closed(by, reason)

    def count(
        self,
        by: Act,
        up_to: int,
        votes: Mapping[str, str],
        late: int = 0,
        reasons: dict[str, dict[str, list[UUID]]] | None = None,
        settled: Collection[str] = (),
    ) -> None:
        """Count the votes cast below log position `up_to`, the position of Closed. `votes`: membership id (hex) -> one of `choices`, the last valid
        one of each; `late`: how many came after it. `reasons`: choice -> side -> the ids of the words given for it, which stand beside the result
        without a name. `settled`: whose objection was met or found unreasoned before the close. By hands it is what both sides counted alike, or else
        nobody took part. Counted before: nothing happens."""
        if self.successor is not None or not self.is_closed:
            raise WasRestarted if self.is_closed else VotingIsOpen(closes_at=self.closes_at)
        if self.outcome is None:
            rule, hands = Rule.from_dict(self.rule), agreed(self.hands) or {}
            counted = count_hands(rule, self.roll, hands) if self.way == "hands" else count(rule, self.roll, votes, settled)
            self._counted(by, up_to, counted.to_dict(), late, reasons or {})

    def ask_mend(self, by: Act, mend: UUID, question: list[Text], meanings: dict[str, list[Text]], otherwise: list[Text]) -> None:
        """A slip of the pen in the frozen words, as somebody on the roll would mend it; it stands once a person of the other side has mended it so.
        `by` is on the side that was frozen. Refused: as for `side_of`, Empty, LanguageIsMissing."""
        must_be_askable((question, meanings, otherwise), self.exception)
        self._mend_asked(by, mend, question, meanings, otherwise)

    def mend(self, by: Act, mend: UUID) -> None:
        """Votes stay: what is asked is what was meant. Refused: NothingToMend, MendNeedsTheOtherSide."""
        if self.asked_mend is None or self.asked_mend[0] != mend:
            raise NothingToMend
        _, side, words = self.asked_mend
        if by.side == side:
            raise MendNeedsTheOtherSide
        self._mended(by, mend, *words)

    def restart(self, by: Act, reason: Text, successor: UUID) -> None:
        """Anything else that is frozen changes only so: the ballots are void, and a new decision asks everybody again. Refused: VotingIsOver."""
        self._must_be_open(by)
        self._restarted(by, reason, successor)

    def must_be_followable(self) -> None:
        """A consent that failed may be followed by a decision under the charter's own rule. Refused: NothingToFollow."""
        if not self.is_by_consent or self.outcome is None or self.result != "not agreed":
            raise NothingToFollow

    def take_route(self, by: Act, route: str, words: Text | None, proposal: UUID | None) -> None:
        """What the group does next where only one side agreed. `record` is the end of it. Refused: NotDeadlocked, RouteIsTaken."""
        if self.outcome is None or self.result != "one side only":
            raise NotDeadlocked
        if self.route in (route, "record"):
            raise RouteIsTaken
        self._route_taken(by, route, words, proposal)

    def state_minority(self, by: Act, statement: UUID, words: Text, choice: str | None) -> None:
        """Somebody who does not stand with the outcome says why, beside it. `choice`: their vote as it was counted.
        Refused: NotOnTheRoll, NotCounted, NotInTheMinority, StatementsAreOver, AlreadyStated."""
        if by.author.hex not in self.roll:
            raise NotOnTheRoll
        if self.counted_at is None:
            raise NotCounted
        must_be_sayable(self.result, choice, self.counted_at, by.happened_at)
        if by.author in self.stated:
            raise AlreadyStated
        self._minority_stated(by, statement, words)

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be chosen under its rule."""
        return CHOICES[self.rule["method"]]

    @property
    def is_by_consent(self) -> bool:
        return bool(self.rule["method"] == "consent")

    @property
    def result(self) -> str:
        if self.outcome is None:
            raise NotCounted
        return str(self.outcome["result"])

    @event("Opened")
    def __init__(
        self,
        by: Act,
        question: list[Text],
        meanings: dict[str, list[Text]],
        otherwise: list[Text],
        rule: dict[str, Any],
        roll: dict[str, str],
        roll_position: int,
        closes_at: datetime,
        charter: int,
        proposal: UUID | None = None,
        version: int | None = None,
        adopts: int | None = None,
        exception: Text | None = None,
        after: UUID | None = None,
        restarts: UUID | None = None,
        way: str = "ballots",
    ) -> None:
        self.project, self.opener = by.project, by.author
        self.words: Asked = (question, meanings, otherwise)
        self.exception, self.after, self.way = exception, after, way
        self.proposal, self.proposal_version = proposal, version
        self.hands: dict[str, Counts] = {}  # side -> what somebody of it counted last
        self.rule, self.roll, self.charter = rule, roll, charter
        self.closes_at, self.adopts = closes_at, adopts
        self.is_closed = False
        self.closed_at: datetime | None = None
        self.outcome: dict[str, Any] | None = None
        self.counted_at: datetime | None = None
        self.asked_mend: tuple[UUID, str, Asked] | None = None  # its id, the side that asked, the words
        self.successor: UUID | None = None
        self.route: str | None = None
        self.stated: set[UUID] = set()

    @event("Closed")
    def _closed(self, by: Act, reason: Text | None) -> None:
        self.is_closed = True
        self.closed_at = min(by.happened_at, self.closes_at)

    @event("HandsReported")
    def _hands_reported(self, by: Act, counts: Counts) -> None:
        self.hands[by.side] = counts

    @event("Counted")
    def _counted(self, by: Act, up_to: int, outcome: dict[str, Any], late: int, reasons: dict[str, dict[str, list[UUID]]]) -> None:
        self.outcome = outcome
        self.counted_at = by.happened_at

    @event("MendAsked")
    def _mend_asked(self, by: Act, mend: UUID, question: list[Text], meanings: dict[str, list[Text]], otherwise: list[Text]) -> None:
        self.asked_mend = mend, by.side, (question, meanings, otherwise)

    @event("Mended")
    def _mended(self, by: Act, mend: UUID, question: list[Text], meanings: dict[str, list[Text]], otherwise: list[Text]) -> None:
        self.words = question, meanings, otherwise
        self.asked_mend = None

    @event("Restarted")
    def _restarted(self, by: Act, reason: Text, successor: UUID) -> None:
        self.successor = successor
        self.is_closed = True
        self.closed_at = by.happened_at

    @event("RouteTaken")
    def _route_taken(self, by: Act, route: str, words: Text | None, proposal: UUID | None) -> None:
        self.route = route

    @event("MinorityStated")
    def _minority_stated(self, by: Act, statement: UUID, words: Text) -> None:
        self.stated.add(by.author)

    def _must_be_open(self, by: Act) -> None:
        if self.successor is not None:
            raise WasRestarted
        if self.is_closed or by.happened_at >= self.closes_at:
            raise VotingIsOver(closed_at=self.closed_at or self.closes_at)
