"""The worked example that stands beside a rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.counting import Rule
from aggregates.counting.examples import worked_example

from .ballots import HALF
from .strategies import duals, rules

SIZES = {"citizen": 16, "professional": 11}
sizes = st.fixed_dictionaries({"citizen": st.integers(0, 30), "professional": st.integers(0, 30)})


def test_where_both_must_agree_the_example_shows_that_one_group_is_not_enough() -> None:
    example = worked_example(Rule("dual", quorum=HALF).to_dict(), SIZES)
    votes = {side: (tally["yes"], tally["no"]) for side, tally in example["tally"].items()}
    assert (example["result"], votes) == ("one side only", {"citizen": (9, 2), "professional": (4, 4)})


def test_counted_together_the_example_shows_that_one_group_may_be_outvoted() -> None:
    example = worked_example(Rule("majority").to_dict(), SIZES)
    assert (example["result"], example["tally"]["professional"]["yes"], example["tally"]["professional"]["no"]) == ("agreed", 4, 4)


@pytest.mark.parametrize(
    ("threshold", "base", "citizens"),
    [
        ((9, 11), "cast", (9, 2)),  # just enough is enough
        ((10, 11), "cast", (10, 1)),
        ((12, 16), "eligible", (12, 0)),  # more take part where fewer could not be enough
        ((16, 16), "eligible", (16, 0)),
        ((15, 16), "eligible", (15, 0)),
    ],
)
def test_the_group_that_agrees_in_the_example_has_some_against_where_the_rule_lets_it(threshold: tuple[int, int], base: str, citizens: tuple[int, int]) -> None:
    tally = worked_example(Rule("dual", threshold, False, base).to_dict(), SIZES)["tally"]["citizen"]
    assert (tally["yes"], tally["no"]) == citizens


@given(duals, sizes)
def test_under_dual_majority_the_example_always_ends_with_one_side_only(rule: Rule, people: dict[str, int]) -> None:
    example = worked_example(rule.to_dict(), people)
    assert example["result"] == "one side only"
    assert example["tally"]["citizen"]["reached"]


@given(rules, sizes)
def test_enough_take_part_in_every_example(rule: Rule, people: dict[str, int]) -> None:
    example = worked_example(rule.to_dict(), people)
    assert example["result"] not in ("no decision", "invalid")
    assert all(example["tally"][side]["roll"] == max(people[side], rule.least) for side in people)
