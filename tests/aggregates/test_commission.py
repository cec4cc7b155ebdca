from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.commission import Commission, commission_id
from aggregates.errors import (
    HasAnInterest,
    InterestIsMissing,
    NothingScored,
    NothingToScore,
    NotOfAGroup,
    ScoringHasBegun,
    ScoringIsClosed,
    UnknownChoice,
)
from tests.given import AMINA, BETI, EIRA, GARETH, MAIR, PROJECT, RHYS, SIAN, act, both, happened, text

CRITERIA: list[dict[str, Any]] = [{"id": "1", "name": both(), "weight": 3}, {"id": "2", "name": both(), "weight": 1}]
FIRST, SECOND = uuid4(), uuid4()


def begun(*, offers: bool = True) -> Commission:
    commission = Commission.begin(act(MAIR), both(), both())
    commission.write_criteria(act(MAIR), CRITERIA)
    for offer in (FIRST, SECOND) if offers else ():
        commission.name_offer(act(MAIR), offer, both())
    return commission


def scored(commission: Commission, member: UUID, first: int, second: int) -> None:
    commission.declare_interest(act(member), None, [])
    for offer, score in ((FIRST, first), (SECOND, second)):
        commission.score(act(member), offer, {"1": score, "2": score}, None)


def test_both_sides_score_and_both_put_the_same_one_first() -> None:
    commission = begun()
    for member in (BETI, EIRA, AMINA, RHYS, SIAN, GARETH):
        scored(commission, member, 5, 2)
    commission.close_scoring(act(MAIR))
    assert commission.id == commission_id(PROJECT)
    assert commission.outcome
    assert (commission.outcome["result"], commission.outcome["first"]) == ("both", FIRST.hex)
    assert happened(commission)[:4] == ["NeedWritten", "CriteriaWritten", "OfferNamed", "OfferNamed"]
    assert happened(commission)[-1] == "ScoringClosed"


def test_everybody_says_first_whether_they_have_an_interest() -> None:
    with pytest.raises(InterestIsMissing):
        begun().score(act(BETI), FIRST, {"1": 1, "2": 1}, None)


def test_whoever_has_an_interest_in_an_offer_scores_the_others() -> None:
    commission = begun()
    commission.declare_interest(act(AMINA), text(), [FIRST])
    commission.score(act(AMINA), SECOND, {"1": 4, "2": 4}, text())
    with pytest.raises(HasAnInterest):
        commission.score(act(AMINA), FIRST, {"1": 4, "2": 4}, None)


def test_an_interest_that_is_declared_late_takes_the_score_back() -> None:
    commission = begun()
    for member in (BETI, EIRA, AMINA, RHYS, SIAN, GARETH):
        scored(commission, member, 5, 2)
    commission.declare_interest(act(SIAN), text(), [FIRST])
    commission.close_scoring(act(MAIR))
    assert commission.outcome
    assert (commission.outcome["result"], commission.outcome["first"]) == ("both", SECOND.hex)


def test_what_is_scored_changes_no_more() -> None:
    commission = begun()
    scored(commission, BETI, 1, 1)
    for change in (
        lambda: commission.write_need(act(MAIR), both(), both()),
        lambda: commission.write_criteria(act(MAIR), CRITERIA),
        lambda: commission.name_offer(act(MAIR), uuid4(), both()),
    ):
        with pytest.raises(ScoringHasBegun):
            change()


def test_whoever_is_in_no_group_does_not_score() -> None:
    with pytest.raises(NotOfAGroup):
        begun().declare_interest(act(MAIR), None, [])


@pytest.mark.parametrize("scores", [{}, {"1": 1}, {"1": 1, "2": 6}, {"1": 1, "2": -1}, {"1": 1, "2": 1, "3": 1}])
def test_every_criterion_has_a_score_from_0_to_5(scores: dict[str, int]) -> None:
    commission = begun()
    commission.declare_interest(act(BETI), None, [])
    with pytest.raises(UnknownChoice):
        commission.score(act(BETI), FIRST, scores, None)


def test_there_is_something_to_score_and_something_to_count() -> None:
    commission = Commission.begin(act(MAIR), both(), both())
    with pytest.raises(NothingToScore):
        commission.score(act(BETI), FIRST, {}, None)
    with pytest.raises(NothingScored):
        commission.close_scoring(act(MAIR))
    with pytest.raises(UnknownChoice):
        commission.declare_interest(act(BETI), None, [uuid4()])
    with pytest.raises(UnknownChoice):
        commission.write_criteria(act(MAIR), [{"id": "1", "name": both(), "weight": 6}])


def test_once_it_is_closed_nothing_changes() -> None:
    commission = begun()
    scored(commission, BETI, 1, 1)
    commission.close_scoring(act(MAIR))
    for late in (
        lambda: commission.close_scoring(act(MAIR)),
        lambda: commission.declare_interest(act(BETI), None, []),
        lambda: commission.score(act(BETI), FIRST, {"1": 1, "2": 1}, None),
        lambda: commission.write_need(act(MAIR), both(), both()),
    ):
        with pytest.raises(ScoringIsClosed):
            late()
