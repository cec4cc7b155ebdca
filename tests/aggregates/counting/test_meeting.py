"""Which time suits most people, against a second way of counting that was written without the first."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting.meeting import ANSWERS, suiting

MONDAY = datetime(2026, 11, 30, 18, tzinfo=UTC)
OFFERED = {str(number): MONDAY + timedelta(days=number) for number in (1, 2, 3)}
YES, PERHAPS, NO = ANSWERS

answers = st.dictionaries(st.sampled_from([*OFFERED, "4"]), st.sampled_from(ANSWERS), max_size=4)
people = st.lists(st.tuples(st.sampled_from(("citizen", "professional", "none")), answers), max_size=8)


def said(*each: tuple[str, Sequence[str]]) -> list[tuple[str, dict[str, str]]]:
    """A side, and its person's answers to the times in their order."""
    return [(side, dict(zip(OFFERED, of, strict=False))) for side, of in each]


def test_most_can_then_fewest_cannot_then_most_can_if_needed_then_the_earliest():
    assert suiting(OFFERED, said(("citizen", [NO, YES, NO]), ("professional", [NO, NO, PERHAPS]))).favourite == "2"
    assert suiting(OFFERED, said(("citizen", [YES, YES, NO]), ("professional", [NO, PERHAPS, NO]))).favourite == "2"
    assert suiting(OFFERED, said(("citizen", [YES, YES]), ("professional", ["no", "no"]), ("none", [NO, PERHAPS]))).favourite == "2"
    assert suiting(OFFERED, said(("citizen", [YES, YES, YES]))).favourite == "1"


def test_where_nobody_can_there_is_no_favourite():
    found = suiting(OFFERED, said(("citizen", [NO, NO]), ("professional", [NO])))
    assert (found.favourite, found.for_both, found.lacking, found.silent, found.people) == (None, None, (), (), 2)
    assert suiting(OFFERED, []).people == 0


def test_a_favourite_of_one_side_alone_is_said_and_the_best_for_both_named():
    families, team = [("citizen", [YES, PERHAPS, NO]), ("citizen", [YES, NO, NO])], [("professional", [NO, NO, YES]), ("professional", [NO, YES, NO])]
    found = suiting(OFFERED, said(*families, *team))
    assert (found.favourite, found.lacking, found.silent, found.for_both) == ("1", ("professional",), (), "2")


def test_if_needed_is_enough_to_suit_a_side():
    found = suiting(OFFERED, said(("citizen", [YES]), ("professional", [PERHAPS])))
    assert (found.favourite, found.lacking, found.for_both) == ("1", (), "1")


def test_a_side_that_has_not_answered_is_said_to_be_silent_not_against():
    found = suiting(OFFERED, said(("citizen", [YES]), ("none", [YES])))
    assert (found.favourite, found.lacking, found.silent, found.for_both) == ("1", (), ("professional",), None)


def test_what_was_said_of_a_time_that_is_set_aside_counts_no_more():
    found = suiting({"2": OFFERED["2"]}, said(("citizen", [YES, NO]), ("professional", [YES])))
    assert (found.favourite, found.silent, found.people) == (None, ("professional",), 1)


@given(people)
def test_a_second_way_of_counting_gives_the_same(group: list[Any]) -> None:
    found = suiting(OFFERED, group)
    heard = [(side, {time: each for time, each in of.items() if time != "4"}) for side, of in group]
    heard = [(side, of) for side, of in heard if of]
    tally = {time: [sum(of.get(time) == answer for _, of in heard) for answer in ANSWERS] for time in OFFERED}
    able = [time for time in OFFERED if tally[time][0] + tally[time][1]]
    for better in (lambda t: tally[t][0], lambda t: -tally[t][2], lambda t: tally[t][1]):
        most = max(map(better, able), default=0)
        able = [time for time in able if better(time) == most]
    assert found.favourite == (able[0] if able else None)
    sides = {side: [of for each, of in heard if each == side] for side in ("citizen", "professional")}
    assert set(found.silent) == ({side for side, group in sides.items() if not group} if heard else set())
    if found.favourite:
        shut = {side for side, group in sides.items() if group and not any(of.get(found.favourite, NO) != NO for of in group)}
        assert set(found.lacking) == shut
    fit = {time for time in OFFERED if all(any(of.get(time, NO) != NO for of in group) for group in sides.values())}
    assert (found.for_both in fit) if fit else found.for_both is None


@given(people)
def test_it_does_not_matter_in_which_order_people_answer_nor_which_side_is_called_which(group: list[Any]) -> None:
    found, other = suiting(OFFERED, group), {"citizen": "professional", "professional": "citizen", "none": "none"}
    assert suiting(OFFERED, group[::-1]) == found
    turned = suiting(OFFERED, [(other[side], of) for side, of in group])
    assert (turned.favourite, turned.for_both) == (found.favourite, found.for_both)
    assert {other[side] for side in turned.lacking} == set(found.lacking)
