"""Dots: what may be put where, and what they come to, against a second way of counting that was written without the first."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting.dots import count_dots, must_be_dots
from aggregates.counting.few import FEW
from aggregates.errors import TooManyDots, UnknownChoice

OPTIONS = ("a", "b", "c")
UNTOLD = {"citizen": None, "professional": None}

marks = st.dictionaries(st.sampled_from([*OPTIONS, "gone"]), st.integers(1, 4), max_size=4)
people = st.lists(st.tuples(marks, st.sampled_from(("citizen", "professional", "none"))), max_size=18)


def named(group: list[Any]) -> tuple[dict[str, Any], dict[str, str]]:
    return {str(number): of for number, (of, _) in enumerate(group)}, {str(number): side for number, (_, side) in enumerate(group)}


@pytest.mark.parametrize("of", [{}, {"a": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 1, "c": 1}])
def test_up_to_all_the_dots_may_be_put(of: dict[str, int]) -> None:
    must_be_dots(of, OPTIONS, 3, 2)


@pytest.mark.parametrize(
    ("of", "cap", "most", "given"),
    [({"a": 2, "b": 2}, 2, 3, 4), ({"a": 3}, 2, 2, 3), ({"a": 4}, 0, 3, 4), ({"b": 1, "a": 3}, 2, 2, 3)],
)
def test_more_than_there_are_or_than_one_option_takes_is_refused_and_it_is_said_how_many(of: dict[str, int], cap: int, most: int, given: int) -> None:
    with pytest.raises(TooManyDots) as refused:
        must_be_dots(of, OPTIONS, 3, cap)
    assert refused.value.values == {"most": most, "given": given}


@pytest.mark.parametrize("of", [{"d": 1}, {"a": 0}, {"a": -1, "b": 3}, {"a": 1, "d": 1}])
def test_dots_are_whole_above_nought_and_on_something_that_is_offered(of: dict[str, int]) -> None:
    with pytest.raises(UnknownChoice):
        must_be_dots(of, OPTIONS, 3, 0)


def test_without_a_cap_all_may_be_in_one_place() -> None:
    must_be_dots({"a": 3}, OPTIONS, 3, 0)


@given(of=st.dictionaries(st.sampled_from([*OPTIONS, "d"]), st.integers(-1, 5)), dots=st.integers(1, 6), cap=st.integers(0, 6))
def test_what_is_let_through_is_within_the_dots_and_the_cap_and_nothing_else_is_refused(of: dict[str, int], dots: int, cap: int) -> None:
    is_sound = "d" not in of and all(0 < given <= (cap or given) for given in of.values()) and sum(of.values()) <= dots
    try:
        must_be_dots(of, OPTIONS, dots, cap)
    except (TooManyDots, UnknownChoice):
        assert not is_sound
    else:
        assert is_sound


def test_most_dots_come_first_then_most_people_then_the_order_in_which_they_were_shown() -> None:
    found = count_dots(("a", "b", "c", "d"), {"1": {"b": 2, "a": 1}, "2": {"c": 1, "d": 1}, "3": {"c": 1}}, {})
    assert [(each["option"], each["dots"], each["people"]) for each in found["options"]] == [("c", 2, 2), ("b", 2, 1), ("a", 1, 1), ("d", 1, 1)]


def test_dots_of_what_was_withdrawn_go_back_and_are_told_apart() -> None:
    found = count_dots(("a", "b"), {"1": {"a": 1, "gone": 2}, "2": {"gone": 3}, "3": {}}, {})
    assert (found["people"], found["dots"], found["gone_back"]) == (2, 1, 5)
    assert [each["option"] for each in found["options"]] == ["a", "b"]


def test_where_nobody_chose_everything_stands_with_nothing() -> None:
    found = count_dots(OPTIONS, {}, {})
    assert (found["people"], found["dots"], found["gone_back"]) == (0, 0, 0)
    assert [each["option"] for each in found["options"]] == list(OPTIONS)


def test_how_many_of_each_side_is_told_of_five_and_five_and_not_with_four() -> None:
    five = [({"a": 1}, "citizen")] * 5 + [({"b": 2}, "professional")] * 5
    told = {each["option"]: each["sides"] for each in count_dots(OPTIONS, *named(five))["options"]}
    assert told == {"a": {"citizen": 5, "professional": 0}, "b": {"citizen": 0, "professional": 5}, "c": {"citizen": 0, "professional": 0}}
    for few in (five[1:], five[:-1], [*five, ({"c": 1}, "none")]):
        assert all(each["sides"] == UNTOLD for each in count_dots(OPTIONS, *named(few))["options"])


def test_whoever_has_no_side_on_record_is_of_neither() -> None:
    ballots, sides = named([({"a": 1}, "citizen")] * 5 + [({"b": 1}, "professional")] * 5)
    counted = count_dots(OPTIONS, ballots | {"somebody": {"c": 1}}, sides)
    assert all(each["sides"] == UNTOLD for each in counted["options"])


def test_whoever_put_no_dots_makes_no_side_larger() -> None:
    group = [({"a": 1}, "citizen")] * 5 + [({"b": 1}, "professional")] * 4 + [({}, "professional")]
    assert all(each["sides"] == UNTOLD for each in count_dots(OPTIONS, *named(group))["options"])


@given(people)
def test_a_second_way_of_counting_gives_the_same(group: list[Any]) -> None:
    heaps: dict[str, list[tuple[int, str]]] = {}
    for number, (of, _) in enumerate(group):
        for option, dots in of.items():
            heaps.setdefault(option, []).extend([(number, group[number][1])] * dots)
    found = count_dots(OPTIONS, *named(group))
    assert found["gone_back"] == len(heaps.pop("gone", []))
    assert found["dots"] == sum(map(len, heaps.values()))
    assert found["people"] == sum(1 for of, _ in group if of)
    for each in found["options"]:
        heap = heaps.get(each["option"], [])
        assert (each["dots"], each["people"]) == (len(heap), len(set(heap)))
        if each["sides"] != UNTOLD:
            assert each["sides"] == {side: len({one for one in heap if one[1] == side}) for side in UNTOLD}
    ranks = [(each["dots"], each["people"], -OPTIONS.index(each["option"])) for each in found["options"]]
    assert ranks == sorted(ranks, reverse=True)


@given(people, st.randoms())
def test_the_order_in_which_people_chose_changes_nothing(group: list[Any], chance: Any) -> None:
    ballots, sides = named(group)
    shuffled = list(ballots)
    chance.shuffle(shuffled)
    assert count_dots(OPTIONS, ballots, sides) == count_dots(OPTIONS, {person: ballots[person] for person in shuffled}, sides)


def test_no_two_groups_with_a_side_that_is_not_told_give_away_what_one_of_it_chose() -> None:
    """Everybody has one dot, for one of two things: all groups of up to six of each side, and of neither."""
    sizes = range(FEW + 2)
    for size in product(sizes, repeat=3):
        found: dict[str, set[tuple[int, ...]]] = {}
        for chose in product(*(range(each + 1) for each in size)):
            group = [
                ({"a": 1} if number < first else {"b": 1}, side)
                for side, all_of, first in zip(("citizen", "professional", "none"), size, chose, strict=True)
                for number in range(all_of)
            ]
            counted = count_dots(OPTIONS, *named(group))
            told = {each["option"]: (each["dots"], each["sides"]) for each in counted["options"]}
            found.setdefault(repr(sorted(told.items())), set()).add(chose)
        for alike in found.values():
            must_leave_open(size, alike)


def must_leave_open(size: tuple[int, ...], alike: set[tuple[int, ...]]) -> None:
    """`alike`: how many of each side chose the first thing, in all groups that show the same. Of a side with fewer than FEW it stays open how many,
    unless there is nobody else, or everybody chose alike."""
    for side, people in enumerate(size):
        is_all_alike = any(sum(chose) in (0, sum(size)) for chose in alike)
        if 0 < people < FEW and people != sum(size) and not is_all_alike:
            assert len({chose[side] for chose in alike}) > 1, (size, alike)
