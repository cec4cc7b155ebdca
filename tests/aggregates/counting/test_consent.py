"""Consent: "++c-x!0." is two who consent, one with a concern, one open objection, one met, one found unreasoned, one standing aside, one silent."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregates.counting import CODE_VERSION, Answers, Outcome, Rule, by_consent, can_open, count, is_sound
from aggregates.counting.examples import worked_example
from aggregates.counting.power import Power, power

from .ballots import HALF, SIDES
from .strategies import duals, leasts, quorums

CHOICE = {"+": "consent", "c": "concern", "-": "object", "x": "object", "0": "stand aside"}
CONSENT = Rule("consent", quorum=HALF)
rules = st.builds(Rule, st.just("consent"), quorum=quorums, least=leasts)


def answers(longest: int = 10, least: int = 1) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from("+++cx-0."), min_size=least, max_size=longest)


def counted(rule: Rule, citizens: str, professionals: str) -> Outcome:
    people = [(f"{side}{number}", side, mark) for side, marks in zip(SIDES, (citizens, professionals), strict=True) for number, mark in enumerate(marks)]
    votes = {member: CHOICE[mark] for member, _, mark in people if mark in CHOICE}
    return count(rule, {member: side for member, side, _ in people}, votes, {member for member, _, mark in people if mark == "x"})


def of(outcome: Outcome, side: str) -> Answers:
    found = outcome.tally[side]
    assert isinstance(found, Answers)
    return found


@pytest.mark.parametrize(
    ("citizens", "professionals", "result"),
    [
        ("+++", "++", "agreed"),
        ("+cc", "c0", "agreed"),  # concerns stop nothing, nor does standing aside
        ("++-", "++", "not agreed"),  # one open objection, whatever the others say
        ("+++", "+-", "not agreed"),
        ("++x", "+x", "agreed"),  # objections that were met or found unreasoned
        ("xx.", "+.", "agreed"),
        ("000", "00", "not agreed"),  # nobody consented
        ("xxx", "x0", "not agreed"),  # nor is an objection that was closed a consent
        ("+..", "++", "no decision"),  # silence is not consent
        ("++-", "..", "no decision"),
    ],
)
def test_how_consent_comes_out(citizens: str, professionals: str, result: str) -> None:
    assert counted(CONSENT, citizens, professionals).result == result


def test_somebody_of_each_group_must_answer_even_where_the_rule_asks_for_nobody() -> None:
    assert counted(Rule("consent"), "+++", "..").result == "no decision"
    assert counted(Rule("consent"), "+++", "0.").result == "agreed"


def test_too_few_on_the_list_is_not_valid() -> None:
    assert counted(Rule("consent", least=3), "+++", "++").result == "invalid"
    assert counted(Rule("consent", least=2), "+++", "++").result == "agreed"
    short = [step for step in counted(Rule("consent", least=3), "+++", "++").trace if step["step"] == "too few"]
    assert short == [{"step": "too few", "side": "professional", "roll": 2, "least": 3}]
    assert [step.get("side") for step in counted(Rule("consent", least=4), "+++", "++").trace] == [None, "citizen", "professional", None]


def test_what_would_have_stopped_it_is_told_of_both_and_then_of_each_in_their_order() -> None:
    ways = counted(CONSENT, "++", "++").would_change
    assert ways is not None
    assert list(ways) == ["together", "citizen", "professional"]
    assert [[change["side"] for change in way["changes"]] for way in ways.values()] == [["citizen"], ["citizen"], ["professional"]]


def test_votes_from_elsewhere_are_told_and_not_counted() -> None:
    outcome = count(CONSENT, {"a": "citizen", "b": "professional"}, {"a": "consent", "b": "consent", "c": "object"})
    assert outcome.result == "agreed"
    assert {"step": "not on the roll", "votes": 1} in outcome.trace


def test_a_choice_of_another_method_is_not_a_vote() -> None:
    with pytest.raises(ValueError, match="yes"):
        count(CONSENT, {"a": "citizen", "b": "professional"}, {"a": "yes"})
    with pytest.raises(ValueError, match="object"):
        count(Rule("dual"), {"a": "citizen", "b": "professional"}, {"a": "object"})


def test_the_steps_and_what_is_recorded() -> None:
    outcome = counted(CONSENT, "++cx-0.", "+.")
    assert [step["step"] for step in outcome.trace] == ["roll", "quorum", "quorum", "answers", "answers", "result"]
    assert outcome.trace[3] == {"step": "answers", "side": "citizen", "consents": 2, "concerns": 1, "asides": 1, "objections": 2, "open": 1}
    recorded = outcome.to_dict()
    assert recorded["tally"]["citizen"] == {
        **{"roll": 7, "present": 6, "absent": 1, "quorum_needed": 4, "quorum_reached": True},
        **{"consents": 2, "concerns": 1, "asides": 1, "objections": 2, "open": 1},
    }
    assert recorded["code_version"] == CODE_VERSION == 1


@pytest.mark.parametrize("other", [{"threshold": (2, 3)}, {"strict": False}, {"base": "eligible"}, {"least": 0}, {"quorum": {"citizen": (1, 2)}}])
def test_a_consent_has_no_threshold(other: dict[str, Any]) -> None:
    assert is_sound(CONSENT)
    assert not is_sound(Rule("consent", **other))


@given(duals)
def test_the_consent_before_a_vote_asks_as_many_to_answer(rule: Rule) -> None:
    asked = by_consent(rule)
    assert is_sound(asked)
    assert (asked.quorum, asked.least) == (rule.quorum, rule.least)
    assert Rule.from_dict(asked.to_dict()) == asked


def test_it_cannot_open_with_an_empty_side() -> None:
    assert type(can_open(CONSENT, {"a": "citizen"})).__name__ == "SideIsEmpty"


@given(rules, answers(), answers())
@settings(max_examples=400)
def test_a_second_way_of_counting_gives_the_same(rule: Rule, citizens: str, professionals: str) -> None:
    assert counted(rule, citizens, professionals).result == naive(rule, citizens, professionals)


@given(rules, answers(), answers())
def test_one_open_objection_is_enough_to_stop_it(rule: Rule, citizens: str, professionals: str) -> None:
    assert counted(rule, citizens + "-", professionals).result != "agreed"
    assert counted(rule, citizens, professionals + "-").result != "agreed"


@given(rules, answers(), answers())
def test_it_does_not_matter_how_many_consent_once_somebody_does(rule: Rule, citizens: str, professionals: str) -> None:
    more = counted(rule, "+" + citizens.replace("c", "+").replace("0", "+"), professionals.replace("c", "+").replace("0", "+"))
    assert counted(rule, "+" + citizens, professionals).result == more.result


@given(rules, answers(), answers())
def test_what_is_withdrawn_does_no_harm(rule: Rule, citizens: str, professionals: str) -> None:
    rank = ["invalid", "no decision", "not agreed", "agreed"]
    before, after = counted(rule, citizens, professionals), counted(rule, citizens.replace("-", "0"), professionals.replace("-", "x"))
    assert rank.index(after.result) >= rank.index(before.result)


@given(rules, answers(), answers())
def test_the_numbers_add_up(rule: Rule, citizens: str, professionals: str) -> None:
    for side in SIDES:
        told = of(counted(rule, citizens, professionals), side)
        assert told.roll == told.present + told.absent
        assert told.present == told.consents + told.concerns + told.asides + told.objections
        assert 0 <= told.open <= told.objections
        assert told.quorum_needed >= 1


@given(rules, answers(), answers())
def test_steps_are_words_and_whole_numbers_only(rule: Rule, citizens: str, professionals: str) -> None:
    for step in counted(rule, citizens, professionals).trace:
        assert all(type(value) in (int, str) for value in step.values())


@given(rules, answers(4), answers(3))
@settings(max_examples=200, deadline=None)
def test_no_fewer_people_could_have_changed_it(rule: Rule, citizens: str, professionals: str) -> None:
    ways = counted(rule, citizens, professionals).would_change
    if ways is None:
        assert naive(rule, citizens, professionals) == "invalid"
        return
    for name, movable in {"together": SIDES, "citizen": ("citizen",), "professional": ("professional",)}.items():
        found = ways[name]["people"] if ways[name] else None
        assert found == least_to_turn(rule, citizens, professionals, movable), name


@given(rules, answers(6), answers(6))
def test_the_change_that_is_told_does_change_it(rule: Rule, citizens: str, professionals: str) -> None:
    outcome = counted(rule, citizens, professionals)
    for way in filter(None, (outcome.would_change or {}).values()):
        votes = dict(zip(SIDES, (list(citizens), list(professionals)), strict=True))
        for step in way["changes"]:
            do(votes[step["side"]], step["from"], step["to"], step["people"])
        assert counted(rule, "".join(votes["citizen"]), "".join(votes["professional"])).result == way["result"]
        assert (way["result"] == "agreed") is not (outcome.result == "agreed")
        assert sum(step["people"] for step in way["changes"]) == way["people"]


def test_the_example_shows_that_one_objection_stops_it() -> None:
    example = worked_example(CONSENT.to_dict(), {"citizen": 16, "professional": 11})
    told = {side: (tally["present"], tally["consents"], tally["open"]) for side, tally in example["tally"].items()}
    assert (example["result"], told) == ("not agreed", {"citizen": (11, 11, 0), "professional": (8, 7, 1)})


@given(rules, st.integers(0, 20), st.integers(0, 20))
def test_the_example_always_fails_by_its_objection(rule: Rule, citizens: int, professionals: int) -> None:
    example = worked_example(rule.to_dict(), {"citizen": citizens, "professional": professionals})
    assert example["result"] == "not agreed"
    assert [tally["open"] for tally in example["tally"].values()] == [0, 1]


def test_neither_side_passes_anything_alone_and_each_can_stop_it() -> None:
    for can in power(CONSENT.to_dict(), {"citizen": 16, "professional": 2}).values():
        assert can == Power(can_pass=False, can_outvote=False, can_stop=True, stops=1, stays_away=None)


def naive(rule: Rule, citizens: str, professionals: str) -> str:
    if min(len(citizens), len(professionals)) < rule.least:
        return "invalid"
    for side, marks in zip(SIDES, (citizens, professionals), strict=True):
        silent = marks.count(".")
        if silent == len(marks) or Fraction(len(marks) - silent, len(marks)) < Fraction(*rule.quorum[side]):
            return "no decision"
    both = citizens + professionals
    return "agreed" if ("+" in both or "c" in both) and "-" not in both else "not agreed"


def least_to_turn(rule: Rule, citizens: str, professionals: str, movable: tuple[str, ...]) -> int | None:
    agreed = naive(rule, citizens, professionals) == "agreed"
    costs = [
        differ(citizens, others) + differ(professionals, more)
        for others in others_of(citizens, "citizen" in movable)
        for more in others_of(professionals, "professional" in movable)
        if (naive(rule, others, more) == "agreed") is not agreed
    ]
    return min(costs, default=None)


def others_of(votes: str, may_move: bool) -> Iterator[str]:
    yield from ("".join(marks) for marks in combinations_with_replacement("+cx-0.", len(votes))) if may_move else [votes]


def differ(votes: str, others: str) -> int:
    return sum(max(0, others.count(mark) - votes.count(mark)) for mark in "+cx-0.")


def do(votes: list[str], before: str, after: str, people: int) -> None:
    """Those who stand aside or consent change first: an objection that is open stays."""
    marks = {"object": "-", "absent": ".", "present": "0c+x"}[before]
    found = sorted((place for place, vote in enumerate(votes) if vote in marks), key=lambda place: marks.index(votes[place]))[:people]
    assert len(found) == people
    for place in found:
        votes[place] = {"consent": "+", "object": "-"}[after]
