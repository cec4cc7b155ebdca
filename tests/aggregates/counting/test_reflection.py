"""How a session went, against a second way of counting that was written without the first; and that it gives nobody away."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting.few import FEW
from aggregates.counting.reflection import ANSWERS, QUESTIONS, count_reflection

SIDES = ("citizen", "professional", "none")
answered = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(ANSWERS))
people = st.lists(st.tuples(answered, st.sampled_from(SIDES)), max_size=24)


def named(group: list[tuple[dict[str, int], str]]) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    return {str(number): each for number, (each, _) in enumerate(group)}, {str(number): side for number, (_, side) in enumerate(group)}


def heard(*answers: tuple[int, str]) -> Any:
    return count_reflection(*named([({"heard": answer}, side) for answer, side in answers]))["heard"]


def test_it_says_how_many_say_so_and_never_an_average():
    found = heard((5, "citizen"), (4, "citizen"), (2, "citizen"), (5, "citizen"), (1, "citizen"), (4, "citizen"))
    assert found["all"] == {"people": 6, "so": 4, "answers": {"1": 1, "2": 1, "3": 0, "4": 2, "5": 2}, "median": 4}
    assert found["sides"]["citizen"] == found["all"]
    assert found["sides"]["professional"] is None


def test_of_four_people_it_says_only_that_they_are_four():
    found = heard(*[(5, "citizen")] * (FEW - 1))
    assert found == {"people": 4, "all": None, "sides": {"citizen": None, "professional": None}}


@pytest.mark.parametrize("sizes", [(9, 4, 0), (4, 9, 0), (5, 5, 1), (12, 12, 4), (20, 0, 1)])
def test_neither_side_is_told_where_one_or_those_of_neither_are_few(sizes: tuple[int, ...]):
    found = heard(*[(3, side) for side, many in zip(SIDES, sizes, strict=True) for _ in range(many)])
    assert found["all"] is not None
    assert found["sides"] == {"citizen": None, "professional": None}


def test_both_sides_are_told_where_each_is_five_at_least():
    found = heard(*[(5, "citizen")] * 5, *[(1, "professional")] * 6)
    assert (found["sides"]["citizen"]["so"], found["sides"]["professional"]["so"]) == (5, 0)


def test_a_question_that_few_answered_is_withheld_beside_one_that_many_did():
    group = [({"heard": 4, "power": 2}, "citizen")] * 4 + [({"heard": 4}, "citizen")] * 3
    found = count_reflection(*named(group))
    assert found["heard"]["all"]["so"] == 7
    assert found["power"] == {"people": 4, "all": None, "sides": {"citizen": None, "professional": None}}
    assert found["worth"]["people"] == 0


@given(people)
def test_a_second_way_of_counting_gives_the_same(group: list[tuple[dict[str, int], str]]):
    found = count_reflection(*named(group))
    for question in QUESTIONS:
        answers = [(each[question], side) for each, side in group if question in each]
        told, numbers = found[question], [answer for answer, _ in answers]
        assert told["people"] == len(answers)
        assert (told["all"] is None) == (len(answers) < FEW)
        if told["all"]:
            assert told["all"]["answers"] == {str(answer): numbers.count(answer) for answer in ANSWERS}
            assert told["all"]["so"] == numbers.count(4) + numbers.count(5)
            assert sum(number < told["all"]["median"] for number in numbers) < len(numbers) / 2
            assert sum(number > told["all"]["median"] for number in numbers) <= len(numbers) / 2
        sizes = [sum(side == each for _, side in answers) for each in SIDES]
        are_told = all(size == 0 or size >= FEW for size in sizes)
        assert {side for side, each in told["sides"].items() if each} == ({side for side, size in zip(SIDES[:2], sizes, strict=False) if size and are_told})
