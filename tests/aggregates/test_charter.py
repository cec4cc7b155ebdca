from typing import Any
from uuid import uuid4

import pytest

from aggregates.base import Text
from aggregates.charter import SECTIONS, Charter, Terms, charter_id
from aggregates.counting import FOUNDING, Rule
from aggregates.errors import NoCharter, NothingToAdopt, TextMovedOn, UnknownRule
from tests.given import AMINA, BETI, PROJECT, act, both, happened

RULE = Rule("dual", quorum={"citizen": (1, 2), "professional": (1, 2)}).to_dict()


def sections() -> dict[str, list[Text]]:
    return {section: both() for section in SECTIONS}


def charter(versions: int = 1) -> Charter:
    drafted = Charter.draft(act(BETI), sections(), RULE, "anybody")
    for saw in range(1, versions):
        drafted.redraft(act(AMINA), saw, sections(), RULE, "facilitators")
    return drafted


def test_a_project_has_one_charter_and_a_draft_binds_nobody() -> None:
    drafted = charter()
    assert (drafted.id, drafted.drafted, drafted.in_force) == (charter_id(PROJECT), 1, None)
    with pytest.raises(NoCharter):
        _ = drafted.rule
    assert happened(drafted) == ["Drafted"]


def test_a_new_draft_leaves_the_rule_in_force_as_it_is() -> None:
    drafted = charter()
    drafted.adopt(act(), 1, uuid4(), under=0)
    drafted.redraft(act(AMINA), 1, sections(), FOUNDING.to_dict(), "facilitators")
    assert (drafted.drafted, drafted.in_force, drafted.rule) == (2, 1, Rule.from_dict(RULE))
    assert drafted.openers == {1: "anybody", 2: "facilitators"}
    assert happened(drafted) == ["Drafted", "Adopted", "Redrafted"]


@pytest.mark.parametrize("saw", [0, 1, 3])
def test_a_draft_written_over_another_version_than_the_newest_is_refused(saw: int) -> None:
    with pytest.raises(TextMovedOn) as refused:
        charter(versions=2).redraft(act(BETI), saw, sections(), RULE, "anybody")
    assert refused.value.values == {"version": 2}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"method": "acclamation"},
        RULE | {"threshold": [3, 2]},
        RULE | {"threshold": [0, 1]},
        RULE | {"threshold": [1, 1]},
        RULE | {"quorum": {"citizen": [1, 2], "donors": [1, 2]}},
        RULE | {"least": 0},
        RULE | {"base": "wealth"},
        RULE | {"veto": True},
    ],
)
def test_a_rule_that_is_none_or_can_never_be_met_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        Charter.draft(act(), sections(), wrong, "anybody")
    drafted = charter()
    with pytest.raises(UnknownRule):
        drafted.redraft(act(), 1, sections(), wrong, "anybody")
    assert happened(drafted) == ["Drafted"]


def test_a_rule_is_recorded_whole_whatever_was_left_out() -> None:
    drafted = Charter.draft(act(), sections(), {"method": "majority"}, "anybody")
    assert set(drafted.pending_events[0].rule) == {"method", "threshold", "strict", "base", "quorum", "least"}


def test_only_a_draft_newer_than_what_is_in_force_can_be_adopted() -> None:
    drafted = charter(versions=3)
    drafted.adopt(act(), 2, uuid4(), under=0)
    drafted.must_be_adoptable(3)
    for version in (0, 1, 2, 4):
        with pytest.raises(NothingToAdopt):
            drafted.must_be_adoptable(version)


def test_it_never_goes_back_to_an_older_version() -> None:
    drafted, decision = charter(versions=3), uuid4()
    drafted.adopt(act(), 3, decision, under=0)
    drafted.adopt(act(), 2, uuid4(), under=3)
    drafted.adopt(act(), 3, uuid4(), under=3)
    assert drafted.in_force == 3
    assert happened(drafted) == ["Drafted", "Redrafted", "Redrafted", "Adopted"]
    assert drafted.pending_events[-1].decision == decision


def test_a_vote_that_was_opened_under_an_earlier_rule_does_not_change_it() -> None:
    drafted = charter(versions=3)
    drafted.adopt(act(), 2, uuid4(), under=0)
    drafted.adopt(act(), 3, uuid4(), under=0)
    assert drafted.in_force == 2
    drafted.adopt(act(), 3, uuid4(), under=2)
    assert drafted.in_force == 3


def test_terms_bind_once_they_are_in_force_and_change_with_the_version() -> None:
    terms = Terms(consent_first=True, enough_support={"citizen": 3}, decline_days=21, rights={"design": "collaborate"}).to_dict()
    drafted = Charter.draft(act(BETI), sections(), RULE, "anybody", terms)
    assert drafted.terms == Terms()
    drafted.adopt(act(), 1, uuid4(), under=0)
    assert drafted.terms == Terms(**terms)
    drafted.redraft(act(AMINA), 1, sections(), RULE, "anybody", {"wants_easy_read": True})
    assert drafted.terms == Terms(**terms)
    drafted.adopt(act(), 2, uuid4(), under=1)
    assert drafted.terms == Terms(wants_easy_read=True)
    assert happened(drafted) == ["Drafted", "Adopted", "Redrafted", "Adopted"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"veto": "funder"},
        {"enough_support": {"donor": 3}},
        {"enough_support": {"citizen": -1}},
        {"enough_support": {"citizen": 0}},
        {"decline_days": 1.5},
        {"rights": {"design": "ignore"}},
        {"rights": {"lunch": "empower"}},
        {"consent_first": "yes"},
    ],
)
def test_terms_that_nobody_could_keep_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        Charter.draft(act(BETI), sections(), RULE, "anybody", wrong)


def test_the_last_decision_about_a_version_is_known() -> None:
    drafted, first, second = charter(), uuid4(), uuid4()
    for decision in (first, second):
        drafted.ask(act(BETI), 1, decision)
    assert drafted.asked == {1: second}
    assert happened(drafted) == ["Drafted", "Asked", "Asked"]
