"""The commission kit against a naive model: whatever is written, named, declared and scored, in whatever order and by whom, nothing is scored by somebody
with an interest in it, nothing changes under a score, and how it came out is what a second way of counting says of what stood at the close."""

from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from secrets import token_hex
from typing import Any
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from projections.commission import FEW, Commission, commission, own_scores, to_score
from tests.cases import histories
from tests.conftest import Made
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import commission as acts
from workspace import members
from workspace.application import Act, Workspace
from workspace.commission import HEAVIEST, LEAST, MOST, MOST_CRITERIA, Criterion
from workspace.config import Settings
from workspace.story.telling import both

from .trying import Try, carry_out

CITIZENS, PROFESSIONALS = ("Eira", "Beti", "Tomos", "Nia"), ("Amina", "Rhys", "Carys")
SCORERS = (*CITIZENS, *PROFESSIONALS)
LOOK_AFTER = ("Mair", "Rhys")
"""The facilitator and the commissioner; one of them scores, too."""
PEOPLE = (*SCORERS, "Mair")
SIDES = ("citizen", "professional")
WRITING = ("need", "criteria", "offer")
DEEDS = (*WRITING, "interest", "interest", *["score"] * 9, "side", "close")
Deed = tuple[str, str, int]


@dataclass
class Kit:
    group: Gathering
    is_begun: bool = False
    is_closed: bool = False
    weights: list[int] = field(default_factory=list)
    offers: list[UUID] = field(default_factory=list)
    interests: dict[str, set[UUID]] = field(default_factory=dict)
    scores: dict[tuple[str, UUID], list[int]] = field(default_factory=dict)
    scored_as: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.workspace = self.group.workspace
        members.give_task(self.workspace, self.group.act("Mair"), self.group.member("Rhys"), "commissioner")

    def do(self, deed: str, who: str, number: int) -> None:
        carry_out(self.workspace, getattr(self, deed)(who, self.group.act(who), number), (deed, who, number))

    def need(self, who: str, by: Act, number: int) -> Try:
        may = who in LOOK_AFTER and not self.scores and not self.is_closed
        said = both(f"Angen {number}", f"A need {number}")
        return may, lambda: acts.write_need(self.workspace, by, said, said), lambda: setattr(self, "is_begun", True)

    def criteria(self, who: str, by: Act, number: int) -> Try:
        heaviest = HEAVIEST + (number == 13)
        weights = [1 + (number + each) % heaviest for each in range(number % (MOST_CRITERIA + 2))]
        written = [Criterion(both(f"Pwynt {each}", f"Point {each}"), weight) for each, weight in enumerate(weights)]
        may = self._may_write(who) and 1 <= len(weights) <= MOST_CRITERIA and max(weights) <= HEAVIEST
        return may, lambda: acts.write_criteria(self.workspace, by, written), lambda: setattr(self, "weights", weights)

    def offer(self, who: str, by: Act, number: int) -> Try:
        name = both(f"Tendr {number}", f"Offer {number}")
        return (
            self._may_write(who),
            lambda: acts.name_offer(self.workspace, by, name),
            lambda: setattr(self, "offers", acts.load(self.workspace, by).offers),
        )

    def interest(self, who: str, by: Act, number: int) -> Try:
        offers = {offer for place, offer in enumerate(self.offers) if number >> place & 1 and number % 3 == 0}
        chosen = {uuid4()} if number == 7 else offers
        may = self.is_begun and not self.is_closed and by.side in SIDES and chosen <= set(self.offers)
        words = "Mae fy chwaer yno" if chosen else ""
        return may, lambda: acts.declare_interest(self.workspace, by, words, sorted(chosen)), lambda: self.interests.update({who: chosen})

    def score(self, who: str, by: Act, number: int) -> Try:
        offer = self.offers[number % len(self.offers)] if self.offers and number % 11 else uuid4()
        given = [(number * (each + 1)) % (MOST + 1) for each in range(len(self.weights))]
        scores = {str(each): score for each, score in enumerate(given, 1)} | ({"1": MOST + 1} if number == 5 else {"9": 1} if number == 6 else {})
        may = self.is_begun and not self.is_closed and by.side in SIDES and bool(self.weights) and offer in self.offers
        may = may and number not in (5, 6) and offer not in self.interests.get(who, {offer})

        def then() -> None:
            self.scores[who, offer] = given
            self.scored_as[who] = by.side

        return may, lambda: acts.score(self.workspace, by, offer, scores, f"Achos {number}" if number % 2 else ""), then

    def side(self, _: str, by: Act, number: int) -> Try:
        return True, lambda: number % 4 or members.change_side(self.workspace, by, by.member, (*SIDES, "none")[number % 3]), lambda: None

    def close(self, who: str, by: Act, number: int) -> Try:
        if number % 4:
            return self._nothing()
        may = who in LOOK_AFTER and self.is_begun and not self.is_closed and bool(self.scores)
        return may, lambda: acts.close_scoring(self.workspace, by), lambda: setattr(self, "is_closed", True)

    def must_be_as_the_model_says(self) -> None:
        with self.workspace.reading() as db:
            found = commission(db, self.group.project, viewer=None)
            assert (found is not None) is self.is_begun
            if found is None:
                return
            assert [each.weight for each in found.criteria] == self.weights
            assert [each.id for each in found.offers] == self.offers
            assert sorted(sorted(each.offers) for each in found.interests) == sorted(sorted(each) for each in self.interests.values())
            assert found.scored == {side: people for side in SIDES if (people := sum(of == side for of in self.scored_as.values()))}
            for name in SCORERS:
                member, interests = self.group.member(name), self.interests.get(name, set())
                own = {offer: list(own_scores(db, self.group.project, offer, member)[0].values()) for offer in self.offers}
                assert own == {offer: self.scores.get((name, offer), []) for offer in self.offers}
                waiting = [offer for offer in self.offers if (name, offer) not in self.scores and offer not in interests]
                assert to_score(db, self.group.project, member) == (len(waiting) if self.weights and not self.is_closed else 0)
        assert (found.outcome is not None) is self.is_closed
        if self.is_closed:
            self._came_out_as_counted_otherwise(found)

    def _came_out_as_counted_otherwise(self, found: Commission) -> None:
        outcome: dict[str, Any] = found.outcome or {}
        told = {UUID(each["offer"]): each for each in outcome["offers"]}
        means = {offer: [self._mean(offer, side) for side in SIDES] for offer in self.offers}
        for offer, marks in means.items():
            for side, mark in zip(SIDES, marks, strict=True):
                shown = told[offer]["sides"][side]
                assert (shown["mark"] and Fraction(*shown["mark"])) == mark
                assert shown["people"] == len(self._sheets(offer, side))
                assert bool(shown["criteria"]) is (shown["people"] >= FEW)
        halves = {offer: sum(marks) / 2 for offer, marks in means.items() if None not in marks}
        assert {offer: each["rank"] for offer, each in told.items()} == {
            offer: 1 + sum(other > halves[offer] for other in halves.values()) if offer in halves else None for offer in self.offers
        }
        best = [offer for offer in halves if all(means[offer][place] == max(means[each][place] for each in halves) for place in (0, 1))]
        expected = "too few" if not halves else "differ" if not best else "both" if len(best) == 1 else "tie"
        assert (outcome["result"], outcome["first"]) == (expected, best[0].hex if expected == "both" else None)

    def _mean(self, offer: UUID, side: str) -> Fraction | None:
        sheets = self._sheets(offer, side)
        if len(sheets) < LEAST:
            return None
        points = sum(weight * score for sheet in sheets for weight, score in zip(self.weights, sheet, strict=True))
        return Fraction(points, MOST * sum(self.weights) * len(sheets))

    def _sheets(self, offer: UUID, side: str) -> list[list[int]]:
        return [sheet for (who, of), sheet in self.scores.items() if of == offer and self.scored_as[who] == side and offer not in self.interests[who]]

    def _may_write(self, who: str) -> bool:
        return who in LOOK_AFTER and self.is_begun and not self.scores and not self.is_closed

    def _nothing(self) -> Try:
        return True, lambda: None, lambda: None


@histories(4, everything=30)
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(PEOPLE), st.integers(0, 30)), min_size=60, max_size=120), is_ready=st.booleans())
def test_what_both_groups_score_comes_out_as_counted_otherwise(server: str, template: str, deeds: list[Deed], is_ready: bool) -> None:
    with Made(server, f"pleth_kit_{token_hex(6)}", template) as url, closing(Workspace(Settings(database_url=url, secret=b"of the tests"))) as workspace:
        kit = Kit(Gathering(workspace, citizens=CITIZENS, professionals=PROFESSIONALS))
        for deed in [("need", "Mair", 1), ("criteria", "Mair", 2), ("offer", "Mair", 1), ("offer", "Rhys", 2)] if is_ready else []:
            kit.do(*deed)
        for name in SCORERS if is_ready else ():
            kit.do("interest", name, 1)
            kit.do("score", name, 20 + len(name))
        for deed in deeds:
            kit.do(*deed)
        if kit.scores and not kit.is_closed:
            kit.do("close", "Mair", 0)
        assert bring_to_head(workspace) == []
        kit.must_be_as_the_model_says()
        found = check(workspace)
        assert found.identical == found.read_models, found.differing
