"""What a rule does to each side's power: told once more by trying everything that the other side could do."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings

from aggregates.counting import Rule
from aggregates.counting.power import OTHER, power

from . import naive
from .ballots import SIDES, marks
from .strategies import rules, sides

SIZES = {"citizen": 16, "professional": 11}
YES, NO = True, False


@pytest.mark.parametrize(
    ("rule", "citizen", "professional"),
    [
        ({"method": "dual"}, (NO, YES), (NO, YES)),
        ({"method": "majority"}, (YES, YES), (NO, NO)),
        ({"method": "majority", "quorum": {"professional": [1, 2]}}, (NO, YES), (NO, YES)),  # the smaller one can stay away
        ({"method": "majority", "quorum": {"citizen": [1, 2]}}, (YES, YES), (NO, NO)),
        ({"method": "qualified", "threshold": [3, 5], "strict": False}, (NO, YES), (NO, YES)),
    ],
)
def test_what_a_rule_does_to_the_power_of_each_side(rule: dict[str, object], citizen: tuple[bool, bool], professional: tuple[bool, bool]) -> None:
    assert {side: (can.can_pass, can.can_stop) for side, can in power(rule, SIZES).items()} == {"citizen": citizen, "professional": professional}


@pytest.mark.parametrize(
    ("rule", "citizen", "professional"),
    [
        ({"method": "dual"}, 8, 6),  # a tie is not enough
        ({"method": "dual", "threshold": [3, 4], "strict": False}, 5, 3),
        ({"method": "majority"}, 14, None),
    ],
)
def test_how_many_against_are_enough_to_stop_what_all_others_are_for(rule: dict[str, object], citizen: int, professional: int | None) -> None:
    assert {side: can.stops for side, can in power(rule, SIZES).items()} == {"citizen": citizen, "professional": professional}


def agreed(rule: Rule, side: str, own: str, theirs: str) -> bool:
    votes = {side: own, OTHER[side]: theirs}
    return naive.result(rule, votes["citizen"], votes["professional"]) == "agreed"


def everything(people: int) -> list[str]:
    return ["".join(votes) for votes in combinations_with_replacement("+-0.", people)]


@given(rules, sides(5, 2), sides(5, 2))
@settings(max_examples=300, deadline=None)
def test_whatever_the_others_could_do_was_thought_of(rule: Rule, citizens: str, professionals: str) -> None:
    sizes = dict(zip(SIDES, (len(citizens), len(professionals)), strict=True))
    for side, found in power(rule.to_dict(), sizes).items():
        own, others = sizes[side], sizes[OTHER[side]]
        assert found.can_pass == all(agreed(rule, side, marks(own), theirs) for theirs in everything(others))
        assert found.can_outvote == agreed(rule, side, marks(own), marks(no=others))
        assert found.can_stop == any(not agreed(rule, OTHER[side], marks(others), mine) for mine in everything(own))
        stops = [few for few in range(1, own + 1) if not agreed(rule, side, marks(own - few, few), marks(others))]
        away = [few for few in range(1, own + 1) if not agreed(rule, side, marks(own - few, absent=few), marks(others))]
        assert (found.stops, found.stays_away) == (min(stops, default=None), min(away, default=None))


@given(rules, sides(9, 2), sides(9, 2))
def test_one_of_three_sentences_is_true_of_every_rule(rule: Rule, citizens: str, professionals: str) -> None:
    """One side decides alone; or it outvotes the other, which must then be able to stop it by staying away; or neither, and either can stop it."""
    found = power(rule.to_dict(), dict(zip(SIDES, (len(citizens), len(professionals)), strict=True)))
    for side in SIDES:
        if found[side].can_pass:
            assert not found[OTHER[side]].can_outvote
            assert not found[OTHER[side]].can_stop
        elif found[side].can_outvote:
            assert not found[OTHER[side]].can_outvote
            assert found[OTHER[side]].stays_away
        else:
            assert found[OTHER[side]].stops
