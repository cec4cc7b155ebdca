from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.counting import FOUNDING, Rule
from aggregates.decision import Decision
from aggregates.errors import (
    ClosesTooSoon,
    Empty,
    LanguageIsMissing,
    NotCounted,
    NotOnTheRoll,
    SideIsEmpty,
    TooFewOnASide,
    UnknownRule,
    VotingIsOpen,
    VotingIsOver,
)
from tests.given import AMINA, BETI, EIRA, MAIR, NOON, PROJECT, RHYS, SIAN, act, both, happened, hours, text

DUAL = Rule("dual", quorum={"citizen": (1, 2), "professional": (1, 2)})
ROLL = {BETI.hex: "citizen", EIRA.hex: "citizen", AMINA.hex: "citizen", RHYS.hex: "professional", SIAN.hex: "professional"}
CLOSES = NOON + hours(48)


def opened(**other: Any) -> Decision:
    given = {
        "question": both(),
        "meanings": {"yes": both(), "no": both()},
        "otherwise": both(),
        "rule": DUAL.to_dict(),
        "roll": ROLL,
        "roll_position": 17,
        "closes_at": CLOSES,
        "charter": 1,
    }
    return Decision.open(act(MAIR), **{**given, **other})


def closed() -> Decision:
    decision = opened()
    decision.close(act(MAIR, at=CLOSES), None)
    return decision


def test_opening_freezes_the_roll_and_the_rule() -> None:
    decision = opened()
    assert happened(decision) == ["Opened"]
    assert decision.project == PROJECT
    assert decision.roll == ROLL
    assert decision.rule == DUAL.to_dict()


def test_an_empty_side_is_no_decision() -> None:
    with pytest.raises(SideIsEmpty):
        opened(roll={BETI.hex: "citizen", EIRA.hex: "citizen"})


def test_the_founding_rule_asks_for_two_people_on_each_side() -> None:
    with pytest.raises(TooFewOnASide):
        opened(rule=FOUNDING.to_dict(), roll={BETI.hex: "citizen", EIRA.hex: "citizen", RHYS.hex: "professional"})


def test_a_rule_that_nobody_could_meet_opens_nothing() -> None:
    with pytest.raises(UnknownRule):
        opened(rule=Rule("dual", threshold=(3, 2)).to_dict())


def test_a_question_is_needed() -> None:
    with pytest.raises(Empty):
        opened(question=[])


@pytest.mark.parametrize("part", ["question", "meanings", "otherwise"])
def test_all_that_voters_read_is_in_both_languages(part: str):
    only = {"yes": [text("cy")], "no": both()} if part == "meanings" else [text("cy")]
    with pytest.raises(LanguageIsMissing):
        opened(**{part: only})


def test_a_missing_language_can_be_excepted_with_a_reason() -> None:
    assert happened(opened(question=[text("en")], exception=text("cy"))) == ["Opened"]


def test_what_is_not_said_at_all_is_missing_in_neither_language() -> None:
    assert happened(opened(meanings={"yes": [], "no": []}, otherwise=[])) == ["Opened"]


@pytest.mark.parametrize("early", [0, 1])
def test_it_cannot_close_before_it_opens(early: int):
    with pytest.raises(ClosesTooSoon):
        opened(closes_at=NOON - hours(early))


def test_the_frozen_side_counts_not_the_side_of_today() -> None:
    assert opened().side_of(act(RHYS)) == "professional"


def test_whose_words_they_are_is_who_must_be_on_the_roll() -> None:
    assert opened().side_of(act(MAIR, voice=EIRA, agreed="spoken")) == "citizen"
    with pytest.raises(NotOnTheRoll):
        opened().side_of(act(EIRA, voice=MAIR, agreed="spoken"))


def test_only_the_roll_votes() -> None:
    with pytest.raises(NotOnTheRoll):
        opened().side_of(act(MAIR))


def test_voting_ends_on_the_dot() -> None:
    decision = opened()
    assert decision.side_of(act(BETI, at=CLOSES - hours(0.0001)))
    with pytest.raises(VotingIsOver) as refused:
        decision.side_of(act(BETI, at=CLOSES))
    assert refused.value.values == {"closed_at": CLOSES}


def test_after_an_early_close_voters_hear_when_it_was() -> None:
    decision = opened()
    decision.close(act(MAIR, at=NOON + hours(1)), text())
    with pytest.raises(VotingIsOver) as refused:
        decision.side_of(act(BETI, at=NOON + hours(2)))
    assert refused.value.values == {"closed_at": NOON + hours(1)}
    assert happened(decision) == ["Opened", "Closed"]


def test_before_its_time_it_closes_only_with_a_reason() -> None:
    with pytest.raises(VotingIsOpen):
        opened().close(act(MAIR, at=CLOSES - hours(1)), None)


def test_closing_is_final() -> None:
    decision = closed()
    with pytest.raises(VotingIsOver):
        decision.close(act(MAIR, at=CLOSES + hours(1)), text())


def test_however_late_the_clock_is_voting_ended_at_its_time() -> None:
    decision = opened()
    decision.close(act(MAIR, at=CLOSES + hours(5)), None)
    assert decision.closed_at == CLOSES


def test_nothing_is_counted_while_it_is_open() -> None:
    with pytest.raises(VotingIsOpen):
        opened().count(act(MAIR), 30, {})
    with pytest.raises(NotCounted):
        _ = opened().result


def test_counting_needs_both_sides() -> None:
    decision = closed()
    decision.count(act(MAIR, at=CLOSES), 30, {BETI.hex: "yes", EIRA.hex: "yes", RHYS.hex: "yes"})
    assert decision.result == "agreed"
    assert happened(decision) == ["Opened", "Closed", "Counted"]


def test_one_side_alone_is_told_as_that() -> None:
    decision = closed()
    decision.count(act(MAIR, at=CLOSES), 30, {BETI.hex: "yes", EIRA.hex: "yes", RHYS.hex: "no"})
    assert decision.result == "one side only"


def test_too_few_present_is_no_decision() -> None:
    decision = closed()
    decision.count(act(MAIR, at=CLOSES), 30, {BETI.hex: "yes"})
    assert decision.result == "no decision"


def test_it_is_counted_once() -> None:
    decision = closed()
    decision.count(act(MAIR, at=CLOSES), 30, {BETI.hex: "yes", EIRA.hex: "yes", RHYS.hex: "yes"})
    decision.count(act(MAIR, at=CLOSES), 30, {})
    assert decision.result == "agreed"
    assert happened(decision) == ["Opened", "Closed", "Counted"]


def test_reasons_stand_beside_the_result_by_choice_and_side_and_name_nobody() -> None:
    decision = closed()
    word: UUID = uuid4()
    decision.count(act(MAIR, at=CLOSES), 30, {BETI.hex: "yes"}, 2, {"yes": {"citizen": [word]}})
    counted = decision.pending_events[-1]
    assert counted.reasons == {"yes": {"citizen": [word]}}
    assert counted.late == 2
    assert BETI.hex not in str(counted.reasons) + str(counted.outcome)
