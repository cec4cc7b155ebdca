"""The commission kit of a project: what is needed, what is bought, by which criteria, and how both sides score the offers.

Everybody says first whether they have an interest in an offer; whoever has does not score it. Nobody sees a score before the scoring is closed.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from .base import SIDES, Act, Aggregate, Text, event
from .counting import scoring
from .errors import HasAnInterest, InterestIsMissing, NothingScored, NothingToScore, NotOfAGroup, ScoringHasBegun, ScoringIsClosed, UnknownChoice

MOST_CRITERIA = 6
HEAVIEST = 5

Criteria = list[dict[str, Any]]
"""[{"id": "1", "name": [Text, ...], "weight": 1..5}, ...]"""


def commission_id(project: UUID) -> UUID:
    return uuid5(project, "commission")


class Commission(Aggregate):
    @classmethod
    def begin(cls, by: Act, need: list[Text], buying: list[Text]) -> "Commission":
        """What is needed, and what is bought to meet it."""
        return cls(by, need, buying)

    def write_need(self, by: Act, need: list[Text], buying: list[Text]) -> None:
        """Refused: ScoringHasBegun."""
        self._must_not_be_scored()
        self._need_rewritten(by, need, buying)

    def write_criteria(self, by: Act, criteria: Criteria) -> None:
        """All of them, each with its weight. Refused: ScoringHasBegun, UnknownChoice (none, too many, or a weight that there is not)."""
        self._must_not_be_scored()
        if not 1 <= len(criteria) <= MOST_CRITERIA or not all(1 <= each["weight"] <= HEAVIEST for each in criteria):
            raise UnknownChoice(value=str(len(criteria)))
        self._criteria_written(by, criteria)

    def name_offer(self, by: Act, offer: UUID, name: list[Text]) -> None:
        """Refused: ScoringHasBegun."""
        self._must_not_be_scored()
        self._offer_named(by, offer, name)

    def declare_interest(self, by: Act, words: Text | None, offers: list[UUID]) -> None:
        """Which offers somebody gains from, or is close to; none is an answer too. What they scored of those counts no more.
        Refused: NotOfAGroup, ScoringIsClosed, UnknownChoice."""
        self._must_be_open_to(by)
        self._must_be_offers(offers)
        self._interest_declared(by, words, offers)

    def score(self, by: Act, offer: UUID, scores: Mapping[str, int], words: Text | None) -> None:
        """Every criterion, 0 to 5; again replaces. Refused: NotOfAGroup, ScoringIsClosed, NothingToScore, UnknownChoice, InterestIsMissing, HasAnInterest."""
        self._must_be_open_to(by)
        if not self.weights:
            raise NothingToScore
        self._must_be_offers([offer])
        if scores.keys() != self.weights.keys() or not all(0 <= score <= scoring.MOST for score in scores.values()):
            raise UnknownChoice(value="")
        if by.author.hex not in self.interests:
            raise InterestIsMissing
        if offer.hex in self.interests[by.author.hex]:
            raise HasAnInterest
        self._scored(by, offer, dict(scores), words)

    def close_scoring(self, by: Act) -> None:
        """Refused: ScoringIsClosed, NothingScored."""
        if self.outcome is not None:
            raise ScoringIsClosed
        if not self.sheets:
            raise NothingScored
        self._scoring_closed(by, scoring.result(self.weights, [offer.hex for offer in self.offers], self.sides, self.sheets, self.interests))

    @staticmethod
    def create_id(by: Act) -> UUID:
        return commission_id(by.project)

    @event("NeedWritten")
    def __init__(self, by: Act, need: list[Text], buying: list[Text]) -> None:
        self.project = by.project
        self.weights: dict[str, int] = {}
        self.offers: list[UUID] = []
        self.interests: dict[str, list[str]] = {}
        self.sides: dict[str, str] = {}
        self.sheets: dict[str, dict[str, dict[str, int]]] = {}
        self.outcome: dict[str, Any] | None = None

    @event("NeedRewritten")
    def _need_rewritten(self, by: Act, need: list[Text], buying: list[Text]) -> None: ...

    @event("CriteriaWritten")
    def _criteria_written(self, by: Act, criteria: Criteria) -> None:
        self.weights = {each["id"]: each["weight"] for each in criteria}

    @event("OfferNamed")
    def _offer_named(self, by: Act, offer: UUID, name: list[Text]) -> None:
        self.offers.append(offer)

    @event("InterestDeclared")
    def _interest_declared(self, by: Act, words: Text | None, offers: list[UUID]) -> None:
        self.interests[by.author.hex] = [offer.hex for offer in offers]

    @event("Scored")
    def _scored(self, by: Act, offer: UUID, scores: dict[str, int], words: Text | None) -> None:
        self.sides[by.author.hex] = by.side
        self.sheets.setdefault(by.author.hex, {})[offer.hex] = scores

    @event("ScoringClosed")
    def _scoring_closed(self, by: Act, outcome: dict[str, Any]) -> None:
        self.outcome = outcome

    def _must_not_be_scored(self) -> None:
        if self.outcome is not None:
            raise ScoringIsClosed
        if self.sheets:
            raise ScoringHasBegun

    def _must_be_open_to(self, by: Act) -> None:
        if self.outcome is not None:
            raise ScoringIsClosed
        if by.side not in SIDES:
            raise NotOfAGroup

    def _must_be_offers(self, offers: list[UUID]) -> None:
        for offer in offers:
            if offer not in self.offers:
                raise UnknownChoice(value=str(offer))
