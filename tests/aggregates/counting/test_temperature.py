"""A temperature check, against a second way of counting that was written without the first; and that it gives nobody away."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting.few import FEW
from aggregates.counting.temperature import LEVELS, count_temperature

from .test_dots import UNTOLD, must_leave_open, named

SIDES = ("citizen", "professional", "none")
people = st.lists(st.tuples(st.sampled_from(LEVELS), st.sampled_from(SIDES)), max_size=20)


def of(*levels: tuple[int, int]) -> dict[str, int]:
    return {str(level): 0 for level in LEVELS} | {str(level): people for level, people in levels}


@pytest.mark.parametrize(
    ("levels", "median"), [([], None), ([2], 2), ([-2, 2], -2), ([1, -2, 2], 1), ([0, 1, 1, 2], 1), ([2, -1, 0, -2], -1), ([2, 1, 0, -1, -2], 0)]
)
def test_the_middle_is_the_lower_of_two(levels: Sequence[int], median: int | None) -> None:
    found = count_temperature(*named([(level, "citizen") for level in levels]))
    assert (found["people"], found["median"]) == (len(levels), median)


def test_both_sides_are_told_where_each_is_five_at_least() -> None:
    group = [(1, "citizen")] * 4 + [(-2, "citizen")] + [(2, "professional")] * 6
    found = count_temperature(*named(group))
    assert found["levels"] == of((1, 4), (-2, 1), (2, 6))
    assert found["sides"] == {"citizen": of((1, 4), (-2, 1)), "professional": of((2, 6))}


@pytest.mark.parametrize("sizes", [(9, 4, 0), (4, 9, 0), (5, 5, 1), (12, 12, 4), (4, 0, 0), (20, 0, 1), (0, 4, 5)])
def test_neither_side_is_told_where_one_or_those_of_neither_are_few(sizes: tuple[int, ...]) -> None:
    group = [(0, side) for side, many in zip(SIDES, sizes, strict=True) for _ in range(many)]
    assert count_temperature(*named(group))["sides"] == UNTOLD


def test_whoever_has_no_side_on_record_is_of_neither() -> None:
    answers, sides = named([(0, "citizen")] * 5 + [(1, "professional")] * 5)
    assert count_temperature(answers | {"somebody": 2}, sides)["sides"] == UNTOLD
    assert count_temperature(answers, sides)["sides"] != UNTOLD


@given(people)
def test_a_second_way_of_counting_gives_the_same(group: list[tuple[int, str]]) -> None:
    found = count_temperature(*named(group))
    answers = [level for level, _ in group]
    assert found["levels"] == {str(level): answers.count(level) for level in LEVELS}
    assert found["people"] == sum(found["levels"].values()) == len(group)
    if answers:
        below, above = sum(level < found["median"] for level in answers), sum(level > found["median"] for level in answers)
        assert below < len(answers) / 2
        assert above <= len(answers) / 2
    sizes = [sum(side == each for _, side in group) for each in SIDES]
    if all(size == 0 or size >= 5 for size in sizes):
        assert found["sides"] == {side: {str(level): group.count((level, side)) for level in LEVELS} for side in UNTOLD}
    else:
        assert found["sides"] == UNTOLD


def test_no_two_groups_with_a_side_that_is_not_told_give_away_what_one_of_it_answered() -> None:
    """All groups of up to six of each side, and of neither, with two answers between them."""
    for size in product(range(FEW + 2), repeat=3):
        found: dict[str, set[tuple[int, ...]]] = {}
        for low in product(*(range(each + 1) for each in size)):
            group: list[Any] = [(-2 if number < first else 1, side) for side, all_of, first in zip(SIDES, size, low, strict=True) for number in range(all_of)]
            found.setdefault(repr(count_temperature(*named(group))), set()).add(low)
        for alike in found.values():
            must_leave_open(size, alike)
