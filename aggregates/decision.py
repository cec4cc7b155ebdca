"""A decision: a question put to a frozen roll under a rule, until a time; closed, then counted. The votes are streams of their own (vote.py)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from .base import Act, Aggregate, Text, event
from .counting import CHOICES, Rule, can_open, count
from .errors import ClosesTooSoon, Empty, LanguageIsMissing, NotCounted, NotOnTheRoll, VotingIsOpen, VotingIsOver

LANGUAGES = {"cy", "en"}


def in_both_languages(groups: Iterable[Iterable[str]]) -> bool:
    """Whether all that was written at all was written in Welsh and in English. `groups`: the languages of each of the words of a decision."""
    return all(languages >= LANGUAGES for languages in map(set, groups) if languages)


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
    ) -> "Decision":
        """Freeze everything that the count depends on.

        `meanings`: what "yes" and "no" mean, in words. `otherwise`: what happens if it is not agreed. `roll`: membership id (hex) -> side, read at
        log position `roll_position`. `charter`: the version whose rule this is, 0 for the founding rule. `adopts`: the version of the charter that
        this decision would put in force. `exception`: why a language is missing, if one is.
        Refused: SideIsEmpty, TooFewOnASide, UnknownRule, Empty, LanguageIsMissing, ClosesTooSoon.
        """
        refused = can_open(Rule.from_dict(rule), roll)
        if refused is not None:
            raise refused
        if not question:
            raise Empty
        if exception is None and not in_both_languages([text.language for text in words] for words in (question, *meanings.values(), otherwise)):
            raise LanguageIsMissing
        if closes_at <= by.happened_at:
            raise ClosesTooSoon(now=by.happened_at)
        return cls(by, question, meanings, otherwise, rule, roll, roll_position, closes_at, charter, proposal, version, adopts, exception)

    def side_of(self, by: Act) -> str:
        """The frozen side under which this act may vote now. Refused: NotOnTheRoll, VotingIsOver (by the act's own time, the database's clock)."""
        if by.author.hex not in self.roll:
            raise NotOnTheRoll
        if self.is_closed or by.happened_at >= self.closes_at:
            raise VotingIsOver(closed_at=self.closed_at or self.closes_at)
        return self.roll[by.author.hex]

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
        without a name. `settled`: whose objection was met or found unreasoned before the close. Counted before: nothing happens."""
        if not self.is_closed:
            raise VotingIsOpen(closes_at=self.closes_at)
        if self.outcome is None:
            self._counted(by, up_to, count(Rule.from_dict(self.rule), self.roll, votes, settled).to_dict(), late, reasons or {})

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
    ) -> None:
        self.project = by.project
        self.rule = rule
        self.charter = charter
        self.roll = roll
        self.closes_at = closes_at
        self.adopts = adopts
        self.is_closed = False
        self.closed_at: datetime | None = None
        self.outcome: dict[str, Any] | None = None

    @event("Closed")
    def _closed(self, by: Act, reason: Text | None) -> None:
        self.is_closed = True
        self.closed_at = min(by.happened_at, self.closes_at)

    @event("Counted")
    def _counted(self, by: Act, up_to: int, outcome: dict[str, Any], late: int, reasons: dict[str, dict[str, list[UUID]]]) -> None:
        self.outcome = outcome
