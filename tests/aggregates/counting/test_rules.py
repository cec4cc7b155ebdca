"""Rules as they are recorded, and which of them a group may write down."""

from typing import Any

import pytest

from aggregates.counting import FOUNDING, Rule, asked_for, can_open
from aggregates.errors import SideIsEmpty, TooFewOnASide, UnknownRule

from .ballots import HALF, NOBODY, members

WRITTEN = {
    "method": "dual",
    "threshold": [2, 3],
    "strict": False,
    "base": "present",
    "quorum": {"citizen": [1, 2], "professional": [1, 3]},
    "least": 2,
}


def test_a_rule_is_recorded_like_this_for_ever() -> None:
    rule = Rule("dual", (2, 3), False, "present", {"citizen": (1, 2), "professional": (1, 3)}, 2)
    assert (rule.to_dict(), Rule.from_dict(WRITTEN)) == (WRITTEN, rule)


def test_what_is_not_said_is_more_for_than_against_with_no_quorum() -> None:
    rule = {"threshold": [1, 2], "strict": True, "base": "cast", "quorum": {"citizen": [0, 1], "professional": [0, 1]}, "least": 1}
    assert asked_for({"method": "majority"}).to_dict() == {"method": "majority"} | rule
    assert asked_for({"method": "dual", "quorum": {"citizen": [1, 2]}}).quorum == {"citizen": (1, 2), "professional": (0, 1)}


def test_the_founding_rule_is_more_than_half_of_each_roll() -> None:
    assert Rule("dual", (1, 2), True, "eligible", NOBODY, 2) == FOUNDING
    assert asked_for(FOUNDING.to_dict()) == FOUNDING


@pytest.mark.parametrize(
    "changed",
    [
        {"method": "veto"},
        {"method": ["dual"]},
        {"method": None},
        {"base": "all"},
        {"base": 1},
        {"strict": 1},
        {"strict": "yes"},
        {"threshold": [0, 2]},
        {"threshold": [-1, 2]},
        {"threshold": [3, 2]},
        {"threshold": [1, 0]},
        {"threshold": [1, 1], "strict": True},
        {"threshold": [1]},
        {"threshold": [1, 2, 3]},
        {"threshold": 0.5},
        {"threshold": [0.5, 1]},
        {"threshold": ["1", "2"]},
        {"threshold": [True, 2]},
        {"threshold": None},
        {"threshold": [1, 1001]},
        {"quorum": {"citizen": [-1, 2]}},
        {"quorum": {"citizen": [2, 1]}},
        {"quorum": {"citizen": [0, 0]}},
        {"quorum": {"professional": [0.5, 1]}},
        {"quorum": {"citizen": [1, 2], "professional": [1, 2], "none": [1, 2]}},
        {"quorum": [1, 2]},
        {"quorum": None},
        {"least": 0},
        {"least": -1},
        {"least": "2"},
        {"least": 1.5},
        {"least": 1001},
        {"colour": "red"},
        {"method": "majority"},  # two thirds of those present are no majority but a qualified one
    ],
)
def test_what_is_no_rule_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        asked_for(WRITTEN | changed)


@pytest.mark.parametrize("changed", [{"threshold": [2, 3]}, {"strict": False}, {"base": "present"}])
def test_a_majority_is_always_more_for_than_against(changed: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        asked_for({"method": "majority"} | changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"threshold": [1, 1]},
        {"threshold": [999, 1000], "strict": True},
        {"threshold": [1, 1000]},
        {"quorum": {"citizen": [1, 1], "professional": [0, 1000]}},
        {"least": 1},
        {"least": 1000},
        {"method": "qualified"},
        {"base": "cast"},
        {"base": "eligible"},
    ],
)
def test_what_is_just_within_the_limits_is_a_rule(changed: dict[str, Any]) -> None:
    asked_for(WRITTEN | changed)


def test_a_rule_is_not_an_empty_form() -> None:
    with pytest.raises(UnknownRule):
        asked_for({})


def opening(rule: Rule, citizens: str, professionals: str) -> tuple[str, dict[str, object]] | None:
    reason = can_open(rule, members(citizens, professionals)[0])
    return None if reason is None else (type(reason).__name__, reason.values)


def test_a_decision_opens_only_where_both_sides_are_there() -> None:
    rule = Rule("majority", quorum=HALF)
    assert opening(rule, "..", ".") is None
    assert opening(rule, "..", "") == (SideIsEmpty.__name__, {"side": "professional"})
    assert opening(rule, "", "..") == (SideIsEmpty.__name__, {"side": "citizen"})


def test_a_decision_opens_only_with_as_many_on_each_side_as_the_rule_asks_for() -> None:
    assert opening(FOUNDING, "..", "..") is None
    assert opening(FOUNDING, "...", ".") == (TooFewOnASide.__name__, {"side": "professional", "least": 2, "people": 1})
    assert opening(FOUNDING, ".", "...") == (TooFewOnASide.__name__, {"side": "citizen", "least": 2, "people": 1})


def test_a_decision_opens_only_under_a_rule_that_makes_sense() -> None:
    assert opening(Rule("dual", (3, 2)), "..", "..") == (UnknownRule.__name__, {})
