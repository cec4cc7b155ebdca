"""Scoring offers, against a second way of counting that was written without the first."""

from collections import defaultdict
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting import scoring
from aggregates.counting.scoring import LEAST, MOST, result, told_again

SIDES = ("citizen", "professional")
OFFERS, CRITERIA = ("a", "b", "c"), ("1", "2", "3")

weights = st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 5), min_size=1)
sheet = st.fixed_dictionaries({name: st.integers(0, MOST) for name in CRITERIA})
person = st.tuples(st.sampled_from(SIDES), st.dictionaries(st.sampled_from(OFFERS), sheet), st.sets(st.sampled_from(OFFERS)))
everything = st.fixed_dictionaries(dict.fromkeys(OFFERS, sheet))
everybody = st.tuples(*(st.lists(st.tuples(st.just(side), everything, st.just(set[str]())), min_size=LEAST, max_size=LEAST + 2) for side in SIDES))
people = st.lists(person, max_size=9) | everybody.map(lambda sides: [*sides[0], *sides[1]])


def counted(weighed: dict[str, int], group: list[Any]) -> dict[str, Any]:
    names = [f"m{number}" for number in range(len(group))]
    sides = {name: side for name, (side, _, _) in zip(names, group, strict=True)}
    sheets = {name: {offer: {c: scores[c] for c in weighed} for offer, scores in said.items()} for name, (_, said, _) in zip(names, group, strict=True) if said}
    return result(weighed, OFFERS, sides, sheets, {name: interests for name, (_, _, interests) in zip(names, group, strict=True)})


def pile(weighed: dict[str, int], group: list[Any], offer: str, side: str) -> list[int]:
    """Every number that a side gave an offer, as often as its criterion weighs."""
    return [
        scores[offer][name]
        for of, scores, interests in group
        if of == side and offer in scores and offer not in interests
        for name, weight in weighed.items()
        for _ in range(weight)
    ]


def mean(numbers: list[int], of: int) -> Fraction | None:
    return Fraction(sum(numbers), MOST * len(numbers)) if len(numbers) >= LEAST * of else None


@given(weights, people)
def test_a_second_way_of_counting_gives_the_same(weighed: dict[str, int], group: list[Any]) -> None:
    found = counted(weighed, group)
    means = {offer: {side: mean(pile(weighed, group, offer, side), sum(weighed.values())) for side in SIDES} for offer in OFFERS}
    for told in found["offers"]:
        for side in SIDES:
            mark = told["sides"][side]["mark"]
            assert (mark and Fraction(*mark)) == means[told["offer"]][side]
    whole = [offer for offer in OFFERS if None not in means[offer].values()]
    best = [offer for offer in whole if not any((means[other][side] or 0) > (means[offer][side] or 0) for other in whole for side in SIDES)]
    expected = "too few" if not whole else "differ" if not best else "both" if len(best) == 1 else "tie"
    assert (found["result"], found["first"]) == (expected, best[0] if expected == "both" else None)
    halves = {offer: sum((means[offer][side] or Fraction(0) for side in SIDES), Fraction(0)) / 2 for offer in whole}
    ranks = [(told["offer"], told["rank"]) for told in found["offers"] if told["rank"]]
    assert ranks == sorted(((offer, 1 + sum(halves[other] > halves[offer] for other in whole)) for offer in whole), key=lambda pair: pair[1])


@given(weights, people)
def test_it_does_not_matter_which_side_is_called_which(weighed: dict[str, int], group: list[Any]) -> None:
    turned = [({"citizen": "professional", "professional": "citizen"}[side], said, interests) for side, said, interests in group]
    here, there = counted(weighed, group), counted(weighed, turned)
    assert (here["result"], here["first"]) == (there["result"], there["first"])


@given(weights, people, person)
def test_more_people_on_one_side_weigh_no_more_than_the_other(weighed: dict[str, int], group: list[Any], one: Any) -> None:
    """A whole side that says the same twice over changes nothing."""
    citizens = [each for each in group if each[0] == "citizen"]
    here, there = counted(weighed, [*group, one]), counted(weighed, [*group, one, *citizens])
    for before in here["offers"]:
        (after,) = [each for each in there["offers"] if each["offer"] == before["offer"]]
        if before["mark"] is not None and one[0] == "professional":
            assert after["mark"] == before["mark"]


def test_the_groups_may_put_different_ones_first() -> None:
    low, high = dict.fromkeys(CRITERIA, 1), dict.fromkeys(CRITERIA, 5)
    families = [("citizen", {"a": high, "b": low}, set())] * 5
    staff = [("professional", {"a": low, "b": high}, set())] * 3
    found = counted(dict.fromkeys(CRITERIA, 1), families + staff)
    assert (found["result"], found["first"], [each["rank"] for each in found["offers"]]) == ("differ", None, [1, 1, None])


def test_an_interest_keeps_a_score_out() -> None:
    high = dict.fromkeys(CRITERIA, 5)
    others = [("citizen", {"a": high}, set())] * (LEAST - 1) + [("professional", {"a": high}, set())] * LEAST
    assert counted({"1": 1}, [*others, ("citizen", {"a": high}, {"a"})])["result"] == "too few"
    assert counted({"1": 1}, [*others, ("citizen", {"a": high}, {"b"})])["result"] == "both"


def test_the_offers_are_ranked_by_what_both_gave_and_what_is_level_has_one_rank() -> None:
    assert MOST == 5, "the numbers that people are offered"
    numbers = {"a": 2, "b": 5, "c": 2}
    found = counted({"1": 1}, [(side, {offer: dict.fromkeys(CRITERIA, number) for offer, number in numbers.items()}, set()) for side in SIDES * LEAST])
    assert [(each["offer"], each["rank"], each["mark"]) for each in found["offers"]] == [("b", 1, [1, 1]), ("a", 2, [2, 5]), ("c", 2, [2, 5])]
    assert [list(each["sides"]) for each in found["offers"]] == [list(SIDES)] * len(OFFERS)


def each_gave(citizens: Any, professionals: Any) -> dict[str, Any]:
    """What is told where everybody gave each offer one number."""
    group = [
        (side, {offer: {"1": number} for offer, number in zip(OFFERS, numbers, strict=False)}, set())
        for side, people in zip(SIDES, (citizens, professionals), strict=True)
        for numbers in people
    ]
    return counted({"1": 1}, group)


def test_nothing_that_is_told_depends_on_what_a_few_gave() -> None:
    """Every group of up to three people a side who give two offers nothing or everything: what too few of a side gave, could be anything."""
    ways = list(product((0, MOST), repeat=2))
    sides = [gave for size in range(LEAST + 1) for gave in product(ways, repeat=size)]
    told: dict[Any, dict[str, Any]] = {}
    for citizens, professionals in product(sides, repeat=2):
        known = tuple(gave if len(gave) >= LEAST else len(gave) for gave in (citizens, professionals))
        found = each_gave(citizens, professionals)
        assert told.setdefault(known, found) == found
        assert all(each["mark"] is None for each in found["offers"]) or min(len(citizens), len(professionals)) >= LEAST


@pytest.mark.parametrize("size", range(1, LEAST + 2))
def test_nobody_works_out_what_another_gave_from_what_is_told_and_what_they_gave(size: int) -> None:
    """Unless all the others gave nothing, or all the most: then the mean of any number of people tells it."""
    numbers = range(MOST + 1) if size <= LEAST else range(3)
    others: dict[Any, set[Any]] = defaultdict(set)
    for own, *rest in product(numbers, repeat=size):
        found = each_gave([(3,)] * LEAST, [(number,) for number in (own, *rest)])
        others[own, str(found)].add(tuple(rest))
    for possible in others.values():
        (total,) = {sum(each) for each in possible} if size >= LEAST else {None}
        if size > 1 and total not in (0, max(numbers) * (size - 1)):
            assert all(len({each[who] for each in possible}) > 1 for who in range(size - 1))


@given(weights, people)
def test_what_was_recorded_when_fewer_were_enough_is_told_as_it_is_now(weighed: dict[str, int], group: list[Any]) -> None:
    now = counted(weighed, group)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scoring, "LEAST", 2)
        before = counted(weighed, group)
    assert told_again(before, OFFERS) == told_again(now, OFFERS) == now
