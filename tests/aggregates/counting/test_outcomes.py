"""What an outcome records: its steps, its hash, and what would have made it come out the other way."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pytest

from aggregates.counting import FOUNDING, Rule, count

from .ballots import HALF, counted, marks, members

DUAL = Rule("dual", quorum=HALF)


def change(side: str, before: str, after: str, people: int) -> Mapping[str, Any]:
    return {"side": side, "from": before, "to": after, "people": people}


def test_the_steps_of_a_decision_that_both_sides_took() -> None:
    assert list(counted(DUAL, marks(11, 1, 1, 3), marks(6, 2, 1, 2)).trace) == [
        {"step": "roll", "citizen": 16, "professional": 11, "all": 27},
        {"step": "quorum", "side": "citizen", "num": 1, "den": 2, "roll": 16, "needed": 8, "present": 13, "reached": 1},
        {"step": "quorum", "side": "professional", "num": 1, "den": 2, "roll": 11, "needed": 6, "present": 9, "reached": 1},
        {"step": "threshold", "side": "citizen", "num": 1, "den": 2, "strict": 1, "base": "cast", "yes": 11, "no": 1, "abstain": 1}
        | {"of": 12, "needed": 7, "got": 11, "reached": 1},
        {"step": "threshold", "side": "professional", "num": 1, "den": 2, "strict": 1, "base": "cast", "yes": 6, "no": 2, "abstain": 1}
        | {"of": 8, "needed": 5, "got": 6, "reached": 1},
        {"step": "result", "method": "dual", "result": "agreed"},
    ]


def test_counted_together_there_is_one_number_to_reach_and_no_step_for_a_quorum_that_nobody_asked_for() -> None:
    assert [(step["step"], step.get("side")) for step in counted(Rule("majority"), "++", "-").trace] == [
        ("roll", None),
        ("threshold", "all"),
        ("result", None),
    ]


def test_too_few_who_took_part_end_the_count() -> None:
    trace = counted(DUAL, "+...", "++").trace
    assert [(step["step"], step.get("reached")) for step in trace] == [("roll", None), ("quorum", 0), ("quorum", 1), ("result", None)]


def test_a_roll_with_too_few_ends_the_count_and_no_vote_would_have_changed_it() -> None:
    outcome = counted(FOUNDING, "+", "++")
    assert outcome.trace[1] == {"step": "too few", "side": "citizen", "roll": 1, "least": 2}
    assert (len(outcome.trace), outcome.would_change) == (3, None)
    assert [step.get("side") for step in counted(FOUNDING, "+", "+").trace] == [None, "citizen", "professional", None]


def test_what_would_have_changed_it_is_told_of_one_side_after_the_other() -> None:
    def moved(rule: Rule, citizens: str, professionals: str) -> list[tuple[str, int]]:
        ways = counted(rule, citizens, professionals).would_change
        assert ways is not None
        return [(change["side"], change["people"]) for change in ways["together"]["changes"]]

    assert moved(Rule("majority"), "+-", "--") == [("citizen", 1), ("professional", 1)]
    assert moved(DUAL, "+...", "+...") == [("citizen", 1), ("professional", 1)]
    assert moved(DUAL, "+++...", "+++...") == [("citizen", 1)], "the first of two that would be as few"


def test_votes_from_outside_the_roll_are_not_counted_and_it_is_said_how_many() -> None:
    roll, votes = members("+-", "+")
    outcome = count(Rule("majority"), roll, votes | {"somebody": "no", "else": "no"})
    assert outcome.result == "agreed"
    assert outcome.trace[1] == {"step": "not on the roll", "votes": 2}


@pytest.mark.parametrize(("roll", "votes"), [({"a": "citizen", "b": "none"}, {}), ({"a": "citizen"}, {"a": "maybe"})])
def test_a_side_or_a_choice_that_there_is_not_is_a_mistake_of_the_caller(roll: dict[str, str], votes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not a side or not a choice"):
        count(Rule("majority"), roll, votes)


def test_the_dict_is_json_and_its_hash_is_of_the_canonical_tally() -> None:
    outcome = counted(DUAL, "++-.", "+0").to_dict()
    assert json.loads(json.dumps(outcome)) == outcome
    canonical = json.dumps(outcome["tally"], sort_keys=True, separators=(",", ":")).encode()
    assert outcome["tally_hash"] == hashlib.sha256(canonical).hexdigest()
    assert outcome["code_version"] == 1
    assert set(outcome) == {"result", "tally", "trace", "would_change", "tally_hash", "code_version"}


def test_two_against_on_one_side_or_five_on_the_other_would_have_stopped_it() -> None:
    ways = counted(DUAL, marks(11, 1, 1, 3), marks(6, 2, 1, 2)).would_change
    assert ways is not None
    assert ways["citizen"]["changes"] == [change("citizen", "yes", "no", 5)]
    assert ways["professional"]["changes"] == [change("professional", "yes", "no", 2)]
    assert ways["professional"]["then"]["professional"] == {"yes": 4, "no": 4, "present": 9, "needed": 5}
    assert (ways["professional"]["people"], ways["professional"]["result"]) == (2, "one side only")
    assert ways["together"] == ways["professional"]


def test_somebody_who_stays_away_may_be_enough() -> None:
    ways = counted(DUAL, marks(3, 0, 0, 3), marks(4)).would_change
    assert ways is not None
    assert ways["together"]["changes"] == [change("citizen", "present", "absent", 1)]
    assert ways["together"]["result"] == "no decision"
    assert ways["professional"]["changes"] == [change("professional", "yes", "no", 2)]  # not three who stay away


def test_who_would_have_to_stay_away_is_one_number_whatever_they_voted() -> None:
    ways = counted(Rule("dual", quorum={"citizen": (1, 2), "professional": (0, 1)}), marks(8, 1, 1, 6), "+").would_change
    assert ways is not None
    assert ways["citizen"]["changes"] == [change("citizen", "present", "absent", 3)]


def test_where_neither_side_agreed_both_would_have_had_to_change_and_neither_could_alone() -> None:
    ways = counted(DUAL, marks(2, 3, 1), marks(0, 0, 3, 3)).would_change
    assert ways is not None
    assert ways["together"]["changes"] == [change("citizen", "no", "yes", 1), change("professional", "abstain", "yes", 1)]
    assert ways["together"]["result"] == "agreed"
    assert (ways["citizen"], ways["professional"]) == (None, None)


def test_where_too_few_took_part_those_who_were_missing_come_first() -> None:
    ways = counted(DUAL, marks(1, 1, 0, 4), marks(4)).would_change
    assert ways is not None
    assert ways["together"]["changes"] == [change("citizen", "absent", "yes", 1)]
    assert ways["citizen"] == ways["together"]
    assert ways["professional"] is None


def test_counted_together_a_small_side_may_not_be_able_to_change_it_alone() -> None:
    ways = counted(Rule("majority"), marks(9), marks(2)).would_change
    assert ways is not None
    assert (ways["together"]["people"], ways["citizen"]["people"], ways["professional"]) == (6, 6, None)
