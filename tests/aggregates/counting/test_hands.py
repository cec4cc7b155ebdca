"""Hands are counted by the same rule as votes: the votes that they could have been give the same outcome, to the last step."""

from collections import Counter

from hypothesis import given

from aggregates.counting import Rule, count_hands

from .ballots import CHOICE, SIDES, counted, members
from .strategies import rules, sides


@given(rules, sides(), sides())
def test_hands_count_as_the_same_number_of_votes_do(rule: Rule, citizens: str, professionals: str) -> None:
    roll, _ = members(citizens, professionals)
    hands = {side: Counter(CHOICE[mark] for mark in marks if mark in CHOICE) for side, marks in zip(SIDES, (citizens, professionals), strict=True)}
    assert count_hands(rule, roll, hands) == counted(rule, citizens, professionals)


def test_where_nobody_raised_a_hand_nobody_took_part() -> None:
    roll, _ = members("...", "..")
    assert count_hands(Rule("dual", quorum=dict.fromkeys(SIDES, (1, 2))), roll, {}).result == "no decision"
