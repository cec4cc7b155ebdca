from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.counting import FOUNDING, Rule, by_consent
from aggregates.decision import Decision
from aggregates.errors import (
    AlreadyStated,
    ClosesTooSoon,
    Empty,
    HandsAreCounted,
    LanguageIsMissing,
    MendNeedsTheOtherSide,
    MoreHandsThanPeople,
    NotCounted,
    NotDeadlocked,
    NothingToCount,
    NothingToFollow,
    NothingToMend,
    NotInTheMinority,
    NotOnTheRoll,
    RouteIsTaken,
    SideIsEmpty,
    StatementsAreOver,
    TooFewOnASide,
    UnknownChoice,
    UnknownRule,
    VotingIsOpen,
    VotingIsOver,
    WasRestarted,
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


def mended(decision: Decision, by: UUID) -> list[Any]:
    """What a person of that name would put right, asked for."""
    mend, words = uuid4(), (both(), {"yes": both(), "no": both()}, both())
    decision.ask_mend(replace(act(by), side=decision.side_of(act(by))), mend, *words)
    return [mend, *words]


def test_a_slip_of_the_pen_is_mended_by_one_person_of_each_side() -> None:
    decision = opened()
    mend, *words = mended(decision, BETI)
    with pytest.raises(MendNeedsTheOtherSide):
        decision.mend(act(EIRA), mend)
    decision.mend(act(RHYS), mend)
    assert decision.words == tuple(words)
    assert not decision.is_closed
    with pytest.raises(NothingToMend):
        decision.mend(act(RHYS), mend)
    assert happened(decision) == ["Opened", "MendAsked", "Mended"]


def test_only_the_newest_mend_waits() -> None:
    decision = opened()
    first, *_ = mended(decision, BETI)
    second, *_ = mended(decision, RHYS)
    with pytest.raises(NothingToMend):
        decision.mend(act(SIAN), first)
    with pytest.raises(MendNeedsTheOtherSide):
        decision.mend(act(SIAN), second)
    decision.mend(act(EIRA), second)


def test_a_mend_leaves_no_language_out() -> None:
    decision = opened()
    with pytest.raises(LanguageIsMissing):
        decision.ask_mend(act(BETI), uuid4(), [text("cy")], {}, [])
    with pytest.raises(Empty):
        decision.ask_mend(act(BETI), uuid4(), [], {}, [])
    opened(question=[text("en")], exception=text()).ask_mend(act(BETI), uuid4(), [text("en")], {}, [])


def test_anything_else_is_a_restart_after_which_nothing_is_voted_closed_or_counted() -> None:
    decision, successor = opened(), uuid4()
    decision.restart(act(MAIR), text(), successor)
    assert (decision.successor, decision.is_closed) == (successor, True)
    for refused in (
        lambda: decision.side_of(act(BETI)),
        lambda: decision.count(act(MAIR, at=CLOSES), 30, {}),
        lambda: decision.restart(act(MAIR), text(), uuid4()),
    ):
        with pytest.raises(WasRestarted):
            refused()
    with pytest.raises(VotingIsOver):
        decision.close(act(MAIR, at=CLOSES), None)
    assert happened(decision) == ["Opened", "Restarted"]


def test_what_is_over_is_not_restarted() -> None:
    with pytest.raises(VotingIsOver):
        closed().restart(act(MAIR), text(), uuid4())
    with pytest.raises(VotingIsOver):
        opened().restart(act(MAIR, at=CLOSES), text(), uuid4())


def counted(votes: dict[UUID, str], rule: Rule = DUAL) -> Decision:
    decision = opened(rule=rule.to_dict())
    decision.close(act(MAIR, at=CLOSES), None)
    decision.count(act(MAIR, at=CLOSES), 30, {member.hex: choice for member, choice in votes.items()})
    return decision


AGREED = {BETI: "yes", EIRA: "yes", AMINA: "no", RHYS: "yes", SIAN: "yes"}
ONE_SIDE = {BETI: "yes", EIRA: "yes", RHYS: "no"}
OBJECTED = {BETI: "consent", EIRA: "consent", RHYS: "object"}


def test_where_only_one_side_agreed_the_group_takes_one_way_after_another_until_it_records_the_disagreement() -> None:
    decision = counted(ONE_SIDE)
    decision.take_route(act(BETI), "revise", text(), uuid4())
    with pytest.raises(RouteIsTaken):
        decision.take_route(act(RHYS), "revise", None, None)
    decision.take_route(act(RHYS), "mediate", None, None)
    decision.take_route(act(RHYS), "record", text(), None)
    with pytest.raises(RouteIsTaken):
        decision.take_route(act(BETI), "mediate", None, None)
    assert happened(decision)[3:] == ["RouteTaken"] * 3


@pytest.mark.parametrize("decision", [opened(), closed(), counted(AGREED), counted(OBJECTED, by_consent(DUAL))])
def test_nothing_else_is_a_deadlock(decision: Decision) -> None:
    with pytest.raises(NotDeadlocked):
        decision.take_route(act(BETI), "mediate", None, None)


def test_only_a_consent_that_failed_is_followed() -> None:
    counted(OBJECTED, by_consent(DUAL)).must_be_followable()
    consented = dict.fromkeys((BETI, EIRA, RHYS), "consent")
    for other in (opened(rule=by_consent(DUAL).to_dict()), counted(consented, by_consent(DUAL)), counted({}, by_consent(DUAL)), counted(ONE_SIDE)):
        with pytest.raises(NothingToFollow):
            other.must_be_followable()


def test_who_does_not_stand_with_the_outcome_may_say_why_for_two_weeks() -> None:
    decision = counted(AGREED)
    with pytest.raises(NotInTheMinority):
        decision.state_minority(act(BETI, at=CLOSES), uuid4(), text(), "yes")
    with pytest.raises(NotOnTheRoll):
        decision.state_minority(act(MAIR, at=CLOSES), uuid4(), text(), None)
    with pytest.raises(StatementsAreOver):
        decision.state_minority(act(AMINA, at=CLOSES + hours(14 * 24 + 1)), uuid4(), text(), "no")
    decision.state_minority(act(AMINA, at=CLOSES + hours(14 * 24)), uuid4(), text(), "no")
    with pytest.raises(AlreadyStated):
        decision.state_minority(act(AMINA, at=CLOSES), uuid4(), text(), "no")
    assert happened(decision)[3:] == ["MinorityStated"]
    with pytest.raises(NotCounted):
        closed().state_minority(act(AMINA, at=CLOSES), uuid4(), text(), "no")


@pytest.mark.parametrize(
    ("decision", "choice", "may"),
    [
        (counted(AGREED), "abstain", True),
        (counted(AGREED), None, True),
        (counted(ONE_SIDE), "yes", True),
        (counted(ONE_SIDE), "no", True),
        (counted({BETI: "no", EIRA: "no", RHYS: "no"}), "no", False),
        (counted({BETI: "no", EIRA: "no", RHYS: "no"}), "yes", True),
        (counted(OBJECTED, by_consent(DUAL)), "object", False),
        (counted(OBJECTED, by_consent(DUAL)), "consent", True),
    ],
)
def test_the_minority_is_who_wanted_it_otherwise(decision: Decision, choice: str | None, may: bool) -> None:
    if may:
        decision.state_minority(act(SIAN, at=CLOSES), uuid4(), text(), choice)
    else:
        with pytest.raises(NotInTheMinority):
            decision.state_minority(act(SIAN, at=CLOSES), uuid4(), text(), choice)


def hands(citizens: tuple[int, int, int] = (2, 1, 0), professionals: tuple[int, int, int] = (2, 0, 0)) -> dict[str, dict[str, int]]:
    counted = {"citizen": citizens, "professional": professionals}
    return {side: dict(zip(("yes", "no", "abstain"), numbers, strict=True)) for side, numbers in counted.items()}


def test_hands_that_one_of_each_side_counted_alike_are_the_count() -> None:
    decision = opened(way="hands")
    decision.report_hands(act(BETI), hands())
    decision.report_hands(act(RHYS), hands())
    decision.count(act(RHYS), 40, {})
    decision.count(act(RHYS), 41, {})
    assert happened(decision) == ["Opened", "HandsReported", "HandsReported", "Closed", "Counted"]
    assert decision.result == "agreed"
    assert decision.outcome is not None
    assert [decision.outcome["tally"]["citizen"][name] for name in ("yes", "no", "absent")] == [2, 1, 0]


def test_one_side_alone_never_makes_the_count_however_often_it_counts() -> None:
    decision = opened(way="hands")
    for member in (BETI, EIRA, BETI):
        decision.report_hands(act(member), hands())
    assert not decision.is_closed


def test_hands_that_were_counted_differently_are_counted_again_until_both_find_the_same() -> None:
    decision = opened(way="hands")
    decision.report_hands(act(BETI), hands((3, 0, 0)))
    decision.report_hands(act(RHYS), hands((2, 1, 0)))
    assert not decision.is_closed
    decision.report_hands(act(EIRA), hands((2, 1, 0)))  # anybody of the side may count again
    assert decision.is_closed
    with pytest.raises(VotingIsOver):
        decision.side_of(act(RHYS))


def test_hands_on_which_nobody_agreed_by_the_close_are_nobody_s() -> None:
    decision = opened(way="hands", rule=FOUNDING.to_dict())
    decision.report_hands(act(BETI), hands())
    decision.close(act(MAIR, at=CLOSES), None)
    decision.count(act(MAIR, at=CLOSES), 40, {})
    assert decision.result == "not agreed"


@pytest.mark.parametrize(
    ("counts", "refused"),
    [
        (hands((2, 1, 1)), MoreHandsThanPeople),
        (hands(professionals=(0, 3, 0)), MoreHandsThanPeople),
        (hands((-1, 1, 0)), UnknownChoice),
        ({"citizen": {"yes": 1, "no": 0, "abstain": 0}}, UnknownChoice),
        ({"citizen": {"yes": True, "no": 0, "abstain": 0}, "professional": {"yes": 0, "no": 0, "abstain": 0}}, UnknownChoice),
    ],
)
def test_a_count_that_cannot_be_is_refused(counts: Any, refused: type[Exception]) -> None:
    decision = opened(way="hands")
    with pytest.raises(refused):
        decision.report_hands(act(BETI), counts)
    assert happened(decision) == ["Opened"]


def test_hands_and_ballots_do_not_mix() -> None:
    with pytest.raises(NothingToCount):
        opened().report_hands(act(BETI), hands())
    opened().must_take_ballots()
    with pytest.raises(HandsAreCounted):
        opened(way="hands").must_take_ballots()


@pytest.mark.parametrize("other", [{"way": "shouting"}, {"way": "hands", "rule": by_consent(DUAL).to_dict()}])
def test_consent_is_asked_of_each_and_not_by_hands(other: dict[str, Any]) -> None:
    with pytest.raises(UnknownChoice):
        opened(**other)
