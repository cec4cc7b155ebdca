"""What is told of a count in which a side is small, by trying every way in which both sides could have voted."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from aggregates.counting import NO_DECISION, Rule
from aggregates.counting.base import Ballots
from aggregates.counting.hands import outcome
from projections.decisions.withholding import COVER, FEW, told

SIDES = ("citizen", "professional")
QUORUM = {"citizen": (1, 2), "professional": (1, 2)}
POOLED = [Rule("majority"), Rule("majority", quorum=QUORUM), Rule("qualified", threshold=(2, 3), strict=False, base="eligible")]
APART = [Rule("dual"), Rule("dual", quorum=QUORUM), Rule("dual", threshold=(3, 4), base="present")]
ROLLS = [(FEW, 2), (FEW, FEW - 1), (2, FEW), (3, 2)]
"""How many are on the list of each side."""

Counted = tuple[Ballots, Ballots]


def all_ways(roll: int) -> Iterator[Ballots]:
    for yes, no, abstain in product(range(roll + 1), repeat=3):
        if yes + no + abstain <= roll:
            yield Ballots(roll, yes, no, abstain)


def by_what_is_told(rule: Rule, rolls: tuple[int, int]) -> dict[str, list[Counted]]:
    """What is told -> every way of voting of which just that would be told."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for ways in product(*map(all_ways, rolls)):
        shown = told(outcome(rule, dict(zip(SIDES, ways, strict=True))).to_dict())
        found[json.dumps(shown, sort_keys=True)].append(ways)
    return found


def what_the_rule_asks(rule: Rule, ways: Counted) -> tuple[Any, ...]:
    """How it came out, how many took part, and, only where it came to that, who reached their number."""
    came_out = outcome(rule, dict(zip(SIDES, ways, strict=True)))
    reached = [numbers.reached for numbers in came_out.tally.values()] if came_out.result != NO_DECISION else []
    return came_out.result, [each.present for each in ways], reached


@pytest.mark.parametrize("rolls", ROLLS, ids=str)
@pytest.mark.parametrize("rule", APART, ids=str)
def test_where_each_side_is_counted_apart_a_small_one_tells_what_the_rule_asks_and_no_more(rule: Rule, rolls: tuple[int, int]) -> None:
    """Two ways of voting that differ in nothing else are told in the same words."""
    small = [roll < FEW for roll in rolls]
    seen: dict[str, str] = {}
    for shown, all_of_it in by_what_is_told(rule, rolls).items():
        for ways in all_of_it:
            open_numbers = [way for way, is_small in zip(ways, small, strict=True) if not is_small]
            assert seen.setdefault(repr((what_the_rule_asks(rule, ways), open_numbers)), shown) == shown


@pytest.mark.parametrize("rolls", ROLLS, ids=str)
@pytest.mark.parametrize("rule", POOLED, ids=str)
def test_the_whole_does_not_give_away_a_side_that_is_kept_back(rule: Rule, rolls: tuple[int, int]) -> None:
    """Neither to everybody nor to somebody of the other side, who knows what they did: unless all who took part did the same."""
    for shown, all_of_it in by_what_is_told(rule, rolls).items():
        whole = json.loads(shown)["tally"]["all"]
        if whole["yes"] is None:
            continue
        for small, other in ((0, 1), (1, 0)):
            known: dict[str, set[Ballots]] = defaultdict(set)
            for ways in all_of_it:
                for own in ("yes", "no", "abstain"):
                    if getattr(ways[other], own):
                        known[own].add(ways[small])
            for own, possible in known.items():
                rest = {name: whole[name] - (name == own) for name in ("yes", "no", "abstain")}
                is_unanimous = max(rest.values()) == sum(rest.values())
                assert is_unanimous or len(possible) > 1 or not all_of_it[0][small].present


@pytest.mark.parametrize("rolls", ROLLS, ids=str)
def test_where_too_few_took_part_nobody_reads_how_those_who_did_would_have_come_out(rolls: tuple[int, int]) -> None:
    for shown in by_what_is_told(Rule("dual", quorum=QUORUM), rolls):
        read = json.loads(shown)
        if read["result"] == NO_DECISION:
            assert all(read["tally"][side]["reached"] is None for side in read["withheld"])


def test_the_whole_is_kept_back_where_hardly_anybody_stands_beside_the_few() -> None:
    for present in range(FEW + 1):
        sides = {"citizen": Ballots(FEW, yes=present), "professional": Ballots(FEW - 1, yes=1, no=2)}
        assert ("all" in told(outcome(Rule("majority"), sides).to_dict())["withheld"]) is (present < COVER)
