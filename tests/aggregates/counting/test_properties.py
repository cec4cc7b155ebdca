"""What must hold for every rule and every vote."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from aggregates.counting import Rule, count

from . import naive
from .ballots import SIDES, counted, members
from .strategies import duals, rules, sides

OTHER = dict(zip(SIDES, reversed(SIDES), strict=True))


@given(rules, sides(), sides())
@settings(max_examples=500)
def test_a_second_way_of_counting_gives_the_same(rule: Rule, citizens: str, professionals: str) -> None:
    assert counted(rule, citizens, professionals).result == naive.result(rule, citizens, professionals)


@given(rules, sides(5, 1), sides(4, 1))
@settings(max_examples=300, deadline=None)
def test_no_fewer_people_could_have_changed_it(rule: Rule, citizens: str, professionals: str) -> None:
    ways = counted(rule, citizens, professionals).would_change
    if ways is None:
        assert naive.result(rule, citizens, professionals) == "invalid"
        return
    for name, movable in {"together": SIDES, "citizen": ("citizen",), "professional": ("professional",)}.items():
        found = ways[name]["people"] if ways[name] else None
        assert found == naive.least_to_turn(rule, citizens, professionals, movable), name


@given(rules, sides(6, 1), sides(6, 1))
def test_the_change_that_is_told_does_change_it(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals)
    for way in filter(None, (outcome.would_change or {}).values()):
        votes = dict(zip(SIDES, (list(citizens), list(professionals)), strict=True))
        for step in way["changes"]:
            _do(votes[step["side"]], step["from"], step["to"], step["people"])
        again = counted(rule, "".join(votes["citizen"]), "".join(votes["professional"]))
        assert (again.result == "agreed") is not (outcome.result == "agreed")
        assert again.result == way["result"]
        assert sum(step["people"] for step in way["changes"]) == way["people"]
        assert {pool: tally.present for pool, tally in again.tally.items()} == {pool: then["present"] for pool, then in way["then"].items()}


def _do(votes: list[str], before: str, after: str, people: int) -> None:
    mark = {"yes": "+", "no": "-", "abstain": "0", "absent": "."}
    found = [place for place, vote in enumerate(votes) if (vote in "0-+" if before == "present" else vote == mark[before])]
    found.sort(key=lambda place: "0-+.".index(votes[place]))
    for place in found[:people]:
        votes[place] = mark[after]
    assert len(found) >= people


RANK = ["invalid", "no decision", "not agreed", "one side only", "agreed"]


@given(rules, sides(8, 1), sides(8, 1), st.data())
@settings(max_examples=300)
def test_one_more_for_never_makes_it_come_out_worse(rule: Rule, citizens: str, professionals: str, data: st.DataObject) -> None:
    before = counted(rule, citizens, professionals).result
    place = data.draw(st.integers(0, len(citizens) - 1))
    after = counted(rule, citizens[:place] + "+" + citizens[place + 1 :], professionals).result
    assert RANK.index(after) >= RANK.index(before)


@given(rules, sides(), sides())
def test_it_does_not_matter_which_side_is_called_which(rule: Rule, citizens: str, professionals: str) -> None:
    turned = replace(rule, quorum={OTHER[side]: share for side, share in rule.quorum.items()})
    here, there = counted(rule, citizens, professionals), counted(turned, professionals, citizens)
    assert here.result == there.result
    assert {OTHER.get(pool, pool): tally for pool, tally in here.tally.items()} == there.tally


@given(duals, sides(8), st.integers(0, 4), sides(4))
def test_under_dual_majority_nobody_is_outvoted(rule: Rule, others: str, against: int, undecided: str) -> None:
    """A side with at least as many against as for stops it, however many the others are."""
    votes = undecided.replace("+", "0") + "+-" * against
    assert counted(rule, others, votes).result != "agreed"
    assert counted(rule, votes, others).result != "agreed"


@given(rules, sides(), sides(), st.randoms(use_true_random=False))
def test_names_and_order_of_the_members_do_not_matter(rule: Rule, citizens: str, professionals: str, chance: Random) -> None:
    roll, votes = members(citizens, professionals)
    names = list(roll)
    chance.shuffle(names)
    renamed = {member: f"{number:032x}" for number, member in enumerate(names)}
    shuffled = count(rule, {renamed[m]: roll[m] for m in names}, {renamed[m]: votes[m] for m in names if m in votes})
    assert shuffled.to_dict() == count(rule, roll, votes).to_dict()


@given(rules, sides(), sides())
def test_the_numbers_add_up(rule: Rule, citizens: str, professionals: str) -> None:
    tally = counted(rule, citizens, professionals).tally
    for side in tally.values():
        assert side.roll == side.present + side.absent
        assert side.present == side.yes + side.no + side.abstain
    if "all" in tally:
        for name in ("roll", "present", "absent", "yes", "no", "abstain"):
            assert getattr(tally["all"], name) == sum(getattr(tally[side], name) for side in SIDES)


@given(rules, sides(), sides())
def test_steps_are_words_and_whole_numbers_only(rule: Rule, citizens: str, professionals: str) -> None:
    for step in counted(rule, citizens, professionals).trace:
        assert all(type(value) in (int, str) for value in step.values())


@given(rules, sides(), sides())
def test_nothing_wins_that_nobody_voted_for(rule: Rule, citizens: str, professionals: str) -> None:
    assert counted(rule, citizens.replace("+", "."), professionals.replace("+", ".")).result not in ("agreed", "one side only")


@given(rules)
def test_a_rule_survives_being_recorded(rule: Rule) -> None:
    assert Rule.from_dict(rule.to_dict()) == rule
