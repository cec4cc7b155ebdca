"""Scoring offers, against a second way of counting that was written without the first."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting.scoring import LEAST, MOST, result

SIDES = ("citizen", "professional")
OFFERS, CRITERIA = ("a", "b", "c"), ("1", "2", "3")

weights = st.dictionaries(st.sampled_from(CRITERIA), st.integers(1, 5), min_size=1)
sheet = st.fixed_dictionaries({name: st.integers(0, MOST) for name in CRITERIA})
person = st.tuples(st.sampled_from(SIDES), st.dictionaries(st.sampled_from(OFFERS), sheet), st.sets(st.sampled_from(OFFERS)))
people = st.lists(person, max_size=9)


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
    staff = [("professional", {"a": low, "b": high}, set())] * 2
    found = counted(dict.fromkeys(CRITERIA, 1), families + staff)
    assert (found["result"], found["first"], [each["rank"] for each in found["offers"]]) == ("differ", None, [1, 1, None])


def test_an_interest_keeps_a_score_out() -> None:
    high = dict.fromkeys(CRITERIA, 5)
    group = [("citizen", {"a": high}, set()), ("citizen", {"a": high}, {"a"}), ("professional", {"a": high}, set())]
    assert counted({"1": 1}, group)["result"] == "too few"
