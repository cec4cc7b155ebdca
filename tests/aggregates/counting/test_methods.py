"""Given a rule, when these votes came in, then this. Every comparison is tried just below, at, and just above its line."""

import pytest

from aggregates.counting import FOUNDING, Rule

from .ballots import HALF, NOBODY, counted, marks

MAJORITY = Rule("majority")
DUAL = Rule("dual", quorum=HALF)


def qualified(num: int, den: int, *, strict: bool = False, base: str = "cast") -> Rule:
    return Rule("qualified", (num, den), strict, base)


def dual(num: int, den: int, *, strict: bool = False, base: str = "cast") -> Rule:
    return Rule("dual", (num, den), strict, base)


@pytest.mark.parametrize(
    ("citizens", "professionals", "result"),
    [
        ("++", "-", "agreed"),
        ("+", "-", "not agreed"),  # a tie fails
        ("+", "--", "not agreed"),
        ("..", "..", "not agreed"),  # zero ballots never win
        ("00", "00", "not agreed"),
        ("+.", "..", "agreed"),
        ("+0", "00", "agreed"),  # who abstains is neither for nor against
        ("+0", "-0", "not agreed"),
        ("+++", "--", "agreed"),  # one side may be outvoted
        ("+++", "---", "not agreed"),
        ("", "+", "invalid"),
        ("+", "", "invalid"),
        ("", "", "invalid"),
    ],
)
def test_majority(citizens: str, professionals: str, result: str) -> None:
    assert counted(MAJORITY, citizens, professionals).result == result


@pytest.mark.parametrize(
    ("rule", "votes", "needed", "result"),
    [
        (qualified(2, 3), marks(6, 3), 6, "agreed"),  # two thirds of nine is six, exactly
        (qualified(2, 3), marks(5, 4), 6, "not agreed"),
        (qualified(2, 3, strict=True), marks(6, 3), 7, "not agreed"),
        (qualified(2, 3, strict=True), marks(7, 2), 7, "agreed"),
        (qualified(2, 3), marks(7, 3), 7, "agreed"),
        (qualified(2, 3), marks(6, 4), 7, "not agreed"),
        (qualified(1, 1), marks(9, 0, 1, 1), 9, "agreed"),
        (qualified(1, 1), marks(9, 1), 10, "not agreed"),
        (qualified(1, 1), marks(absent=3), 1, "not agreed"),
        (qualified(3, 5, base="present"), marks(6, 1, 3), 6, "agreed"),
        (qualified(3, 5, base="present"), marks(5, 1, 3), 6, "not agreed"),
        (qualified(3, 5, base="eligible"), marks(6, 0, 0, 4), 6, "agreed"),
        (qualified(3, 5, base="eligible"), marks(5, 0, 0, 5), 6, "not agreed"),
        (qualified(1, 2), marks(4, 4), 5, "not agreed"),  # a tie fails, also when "at least half" is asked
        (qualified(1, 2), marks(5, 4), 5, "agreed"),
        (qualified(1, 2, base="eligible"), marks(5, 4, 0, 1), 5, "agreed"),
        (qualified(1, 2, base="eligible"), marks(5, 5), 6, "not agreed"),
        (qualified(2, 5, base="eligible"), marks(4, 3, 0, 3), 4, "agreed"),  # the forty per cent rule
        (qualified(2, 5, base="eligible"), marks(4, 4, 0, 2), 5, "not agreed"),
        (qualified(2, 5, base="eligible"), marks(3, 0, 0, 7), 4, "not agreed"),
    ],
)
def test_qualified_majority(rule: Rule, votes: str, needed: int, result: str) -> None:
    outcome = counted(rule, votes[::2], votes[1::2])
    assert (outcome.tally["all"].needed, outcome.result) == (needed, result)


@pytest.mark.parametrize(
    ("rule", "citizens", "professionals", "result"),
    [
        (DUAL, marks(11, 1, 1, 3), marks(6, 2, 1, 2), "agreed"),
        (DUAL, marks(8, 2), marks(3, 3), "one side only"),
        (DUAL, marks(3, 3), marks(8, 2), "one side only"),
        (DUAL, marks(3, 3), marks(2, 2), "not agreed"),
        (DUAL, marks(40), marks(0, 1), "one side only"),
        (DUAL, marks(2, 0, 0, 2), marks(2, 0, 0, 2), "agreed"),  # half of four is two
        (DUAL, marks(2, 0, 0, 3), marks(2), "no decision"),  # half of five is three
        (DUAL, marks(3, 0, 0, 2), marks(2), "agreed"),
        (DUAL, marks(2), marks(2, 0, 0, 3), "no decision"),
        (DUAL, marks(1, 0, 1, 2), marks(1, 0, 1, 2), "agreed"),  # abstaining is taking part
        (DUAL, marks(0, 0, 4), marks(4), "one side only"),
        (dual(1, 2, strict=True), marks(absent=3), marks(3), "one side only"),  # silence is not consent
        (dual(1, 2, strict=True), marks(absent=3), marks(absent=3), "not agreed"),
        (dual(2, 3), marks(6, 3), marks(2, 1), "agreed"),
        (dual(2, 3), marks(6, 3), marks(3, 2), "one side only"),
        (dual(2, 3, strict=True), marks(6, 3), marks(2, 1), "not agreed"),
        (DUAL, "", "++", "invalid"),
        (DUAL, "++", "", "invalid"),
    ],
)
def test_dual_majority(rule: Rule, citizens: str, professionals: str, result: str) -> None:
    assert counted(rule, citizens, professionals).result == result


@pytest.mark.parametrize(
    ("citizens", "professionals", "result"),
    [
        ("++", "++", "agreed"),
        ("++.", "++..", "one side only"),  # half of the roll is not more than half
        ("++.", "+++..", "agreed"),
        ("+", "++", "invalid"),
        ("++", "+", "invalid"),
        ("..", "..", "not agreed"),
    ],
)
def test_the_founding_rule(citizens: str, professionals: str, result: str) -> None:
    assert counted(FOUNDING, citizens, professionals).result == result


@pytest.mark.parametrize("method", ["majority", "qualified", "dual"])
@pytest.mark.parametrize(
    ("citizens", "professionals", "short"),
    [
        (marks(4, 0, 0, 8), marks(3), []),  # a third of twelve is four
        (marks(3, 0, 0, 9), marks(3), ["citizen"]),
        (marks(12), marks(2, 0, 0, 1), ["professional"]),
        (marks(3, 0, 0, 9), marks(2, 0, 0, 1), ["citizen", "professional"]),
        (marks(5, 0, 0, 8), marks(3), []),  # a third of thirteen is a little more than four
        (marks(4, 0, 0, 9), marks(3), ["citizen"]),
    ],
)
def test_enough_of_each_side_must_take_part_under_every_method(method: str, citizens: str, professionals: str, short: list[str]) -> None:
    outcome = counted(Rule(method, quorum={"citizen": (1, 3), "professional": (1, 1)}), citizens, professionals)
    assert outcome.result == ("no decision" if short else "agreed")
    assert [side for side, tally in outcome.tally.items() if tally.quorum_reached is False] == short


def test_no_quorum_asked_is_always_reached() -> None:
    assert counted(Rule("dual", quorum=NOBODY), "....+", ".+").result == "agreed"


def test_a_tally_says_what_was_needed_and_what_was_got_on_each_side() -> None:
    tally = counted(DUAL, marks(11, 1, 1, 3), marks(6, 2, 1, 2)).to_dict()["tally"]
    assert tally == {
        "citizen": dict(zip(NAMES, (16, 13, 3, 11, 1, 1, 8, True, 12, 7, 11, True), strict=True)),
        "professional": dict(zip(NAMES, (11, 9, 2, 6, 2, 1, 6, True, 8, 5, 6, True), strict=True)),
    }


def test_counted_together_each_side_is_shown_but_only_all_need_a_number() -> None:
    tally = counted(Rule("majority", quorum=HALF), marks(3, 1, 1, 3), marks(0, 2)).to_dict()["tally"]
    assert tally == {
        "citizen": dict(zip(NAMES, (8, 5, 3, 3, 1, 1, 4, True, None, None, None, None), strict=True)),
        "professional": dict(zip(NAMES, (2, 2, 0, 0, 2, 0, 1, True, None, None, None, None), strict=True)),
        "all": dict(zip(NAMES, (10, 7, 3, 3, 3, 1, None, None, 6, 4, 3, False), strict=True)),
    }


NAMES = ("roll", "present", "absent", "yes", "no", "abstain", "quorum_needed", "quorum_reached", "of", "needed", "got", "reached")
