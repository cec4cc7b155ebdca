"""Each side's share of the power to decide: held against published figures, and against every order and every vote that there could be."""

from collections import Counter
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings

from aggregates.counting import Rule
from aggregates.counting.indices import of_game, shares

from . import naive
from .ballots import SIDES, marks
from .strategies import rules, sides

FORTY_AND_EIGHT = {"citizen": 40, "professional": 8}


def test_the_security_council() -> None:
    """Shapley and Shubik: of five who can each say no, and ten of whom four are needed, each has 421/2145 and 4/2145; Banzhaf: 848 and 84 of 5,080."""
    lasting, elected = of_game(5, 10, lambda lasting, elected: lasting == 5 and elected >= 4)
    assert (lasting.shapley / 5, elected.shapley / 10) == (Fraction(421, 2145), Fraction(4, 2145))
    assert (lasting.banzhaf / 5, elected.banzhaf / 10) == (Fraction(848, 5080), Fraction(84, 5080))


def test_where_each_side_must_agree_the_two_measures_say_otherwise() -> None:
    found = shares({"method": "dual"}, FORTY_AND_EIGHT)
    assert {side: (round(float(share.shapley), 3), round(float(share.banzhaf), 3)) for side, share in found.items()} == {
        "citizen": (0.400, 0.656),
        "professional": (0.600, 0.344),
    }
    assert [share.of_list for share in found.values()] == [Fraction(5, 6), Fraction(1, 6)]


@pytest.mark.parametrize("method", ["majority", "consent"])
def test_where_everybody_counts_alike_a_side_has_the_power_of_its_people(method: str) -> None:
    for share in shares({"method": method}, FORTY_AND_EIGHT).values():
        assert share.shapley == share.banzhaf == share.of_list


def test_a_side_that_is_too_small_yet_is_as_large_as_it_has_to_be() -> None:
    assert [share.people for share in shares({"method": "dual", "least": 3}, {"citizen": 7}).values()] == [7, 3]


@given(rules, sides(4, 2), sides(3, 2))
@settings(max_examples=60, deadline=None)
def test_every_order_and_every_vote_tried(rule: Rule, citizens: str, professionals: str) -> None:
    sizes = len(citizens), len(professionals)
    people = ["citizen"] * sizes[0] + ["professional"] * sizes[1]

    def is_agreed(those_for: list[str]) -> bool:
        many = [those_for.count(side) for side in SIDES]
        return naive.result(rule, *(marks(yes, of - yes) for yes, of in zip(many, sizes, strict=True))) == "agreed"

    turning = Counter(
        next(order[place] for place in range(len(order)) if is_agreed([people[each] for each in order[: place + 1]]))
        for order in permutations(range(len(people)))
    )
    swings: Counter[str] = Counter()
    for vote in product((False, True), repeat=len(people)):
        for one in [place for place, is_for in enumerate(vote) if not is_for]:
            those_for = [side for side, is_for in zip(people, vote, strict=True) if is_for]
            if not is_agreed(those_for) and is_agreed([*those_for, people[one]]):
                swings[people[one]] += 1
    by_side: Counter[str] = Counter()
    for one, many in turning.items():
        by_side[people[one]] += many
    for side, share in shares(rule.to_dict(), dict(zip(SIDES, sizes, strict=True))).items():
        assert share.shapley == Fraction(by_side[side], by_side.total())
        assert share.banzhaf == Fraction(swings[side], swings.total())
