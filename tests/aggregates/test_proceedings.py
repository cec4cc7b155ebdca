"""How a session goes: moves, on and back; what is counted, and once; what is shown; who leads; whether turns are counted."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.agenda import Block
from aggregates.errors import (
    BlockIsNotRecorded,
    NotEnoughToChooseFrom,
    NothingToCount,
    NotThatStep,
    PhonesAreFrozen,
    SessionIsNotRunning,
    SomebodyMovedOn,
    TurnsAreRefused,
    UnknownChoice,
)
from aggregates.proceedings import Proceedings, proceedings_id
from tests.given import BETI, EIRA, MAIR, PROJECT, act, happened

IDEAS = Block("ideas", ["write", "share", "group", "talk"], 20, True, {})
DOTS = Block("dots", ["choose", "talk"], 10, True, {"dots": 3, "cap": 2})
FEELING = Block("temperature", ["choose", "talk"], 5, True, {})
UNRECORDED = Block("ideas", ["write", "talk"], 20, False, {})
OUTCOME: dict[str, Any] = {"people": 3}
ONE, TWO = uuid4(), uuid4()


class Going:
    """A session whose moves always know how many there were."""

    def __init__(self) -> None:
        self.of = Proceedings.open_doors(act(MAIR), PROJECT)
        self.first, self.second = uuid4(), uuid4()

    def to(self, step: str, plan: Block = DOTS, block: UUID | None = None, options: tuple[UUID, ...] = (ONE, TWO)) -> int:
        """Which run it is now."""
        self.of.go_to(act(MAIR), self.of.moves, block or self.first, plan, step, options if step == "choose" else ())
        assert self.of.now is not None
        return self.of.now.run

    def count(self, run: int, block: UUID | None = None) -> None:
        self.of.count(act(MAIR), block or self.first, run, OUTCOME, 7)


@pytest.fixture
def going() -> Going:
    return Going()


def test_whoever_opens_the_doors_leads_and_the_group_is_nowhere_yet(going: Going) -> None:
    of = going.of
    assert (of.id, of.leader, of.now, of.moves, of.turns) == (proceedings_id(PROJECT), MAIR, None, 0, "not counted")
    with pytest.raises(NotThatStep):
        of.must_be_at("write")
    assert happened(of) == ["DoorsOpened"]


def test_the_group_goes_to_any_step_of_any_block_on_and_back(going: Going) -> None:
    for step in ("share", "write", "talk", "group"):
        assert going.to(step, IDEAS) == 1
    going.to("choose", FEELING, going.second)
    going.to("write", IDEAS)
    assert going.of.now is not None
    assert (going.of.now.block, going.of.now.step) == (going.first, "write")
    assert (going.of.moves, list(going.of.runs)) == (6, [going.first, going.second])
    assert happened(going.of) == ["DoorsOpened", *["WentTo"] * 6]


@pytest.mark.parametrize("plan", [Block("ideas", ["share"], 5, True, {}), Block("ideas", ["write", "share"], 5, True, {}, is_set_aside=True)])
def test_nobody_goes_to_a_step_that_was_left_out_or_to_a_block_that_is_set_aside(going: Going, plan: Block) -> None:
    with pytest.raises(NotThatStep):
        going.to("write", plan)
    assert (going.of.now, happened(going.of)) == (None, ["DoorsOpened"])


def test_of_two_who_lead_and_move_at_once_the_second_is_told(going: Going) -> None:
    going.to("write", IDEAS)
    for saw in (0, 2):
        with pytest.raises(SomebodyMovedOn):
            going.of.go_to(act(BETI), saw, going.first, IDEAS, "share")
        with pytest.raises(SomebodyMovedOn):
            going.of.end(act(BETI), saw)
    assert going.of.now is not None
    assert going.of.now.step == "write"
    assert not going.of.is_over


def test_dots_need_two_different_things_to_choose_from_and_keep_their_order(going: Going) -> None:
    for options in ((), (ONE,), (ONE, ONE)):
        with pytest.raises(NotEnoughToChooseFrom):
            going.to("choose", options=options)
    going.to("choose", options=(TWO, ONE, TWO))
    assert going.of.now is not None
    assert going.of.now.options == (TWO, ONE)
    happened(going.of)


def test_what_counting_depends_on_is_frozen_as_the_group_comes_there(going: Going) -> None:
    plan = Block("dots", ["choose", "talk"], 10, True, {"dots": 3, "cap": 2})
    going.to("choose", plan)
    plan.settings["dots"] = 9
    assert going.of.now is not None
    assert going.of.now.settings == {"dots": 3, "cap": 2}
    going.of.go_to(act(MAIR), 1, going.first, plan, "talk", (ONE, TWO))
    assert going.of.now.options == ()
    going.of.go_to(act(MAIR), 2, going.second, FEELING, "choose", (ONE, TWO))
    assert (going.of.now.options, going.of.now.kind, going.of.now.is_recorded) == ((), "temperature", True)


def test_going_back_to_a_choice_that_was_left_begins_another_run_and_the_one_before_stays(going: Going) -> None:
    assert [going.to("choose"), going.to("talk"), going.to("choose"), going.to("talk"), going.to("choose")] == [1, 1, 2, 2, 3]
    for run in (1, 2):
        going.count(run)
    assert going.of.runs[going.first].counted.keys() == {1, 2}
    happened(going.of)


def test_a_choice_is_left_by_going_to_another_block_too(going: Going) -> None:
    assert going.to("choose") == 1
    going.to("talk", IDEAS, going.second)
    assert going.to("talk") == 1
    assert going.to("choose") == 2
    assert going.to("choose", FEELING, uuid4()) == 1
    assert going.to("choose") == 3


def test_a_choice_that_nobody_came_to_yet_is_its_first_run(going: Going) -> None:
    plan = Block("ideas", ["write", "choose", "talk"], 5, True, {})
    assert [going.to("write", plan), going.to("write", plan), going.to("choose", plan), going.to("choose", plan)] == [1, 1, 1, 1]


def test_going_back_before_a_choice_begins_another_run_at_once_and_only_one(going: Going) -> None:
    plan = Block("ideas", ["write", "choose", "talk"], 5, True, {})
    assert [going.to(step, plan) for step in ("choose", "write", "choose", "talk", "write", "write", "choose")] == [1, 2, 2, 2, 3, 3, 3]


def test_a_choice_that_was_skipped_counts_as_left_behind(going: Going) -> None:
    assert [going.to("talk"), going.to("choose"), going.to("talk"), going.to("choose")] == [1, 2, 2, 3]


def test_other_things_may_be_put_to_the_same_choice_while_the_group_is_at_it(going: Going) -> None:
    going.to("choose")
    assert going.to("choose", options=(ONE, TWO, uuid4())) == 1
    with pytest.raises(NothingToCount):
        going.count(1)


def test_only_what_was_left_is_counted_and_once(going: Going) -> None:
    with pytest.raises(NothingToCount):
        going.count(1)
    going.to("choose")
    for run in (0, 1, 2):
        with pytest.raises(NothingToCount):
            going.count(run)
    going.to("talk")
    for run in (0, 2):
        with pytest.raises(NothingToCount):
            going.count(run)
    going.count(1)
    going.count(1)
    assert happened(going.of) == ["DoorsOpened", "WentTo", "WentTo", "Counted"]


def test_a_run_is_counted_while_the_group_is_at_the_next_one_and_after_the_end(going: Going) -> None:
    for step in ("choose", "talk", "choose"):
        going.to(step)
    going.count(1)
    with pytest.raises(NothingToCount):
        going.count(2)
    going.to("talk")
    going.of.end(act(MAIR), 4)
    going.count(1)
    going.count(2)
    assert happened(going.of)[-4:] == ["Counted", "WentTo", "Ended", "Counted"]


def test_the_same_run_of_another_block_is_another_count(going: Going) -> None:
    going.to("choose")
    going.to("choose", FEELING, going.second)
    going.count(1)
    with pytest.raises(NothingToCount):
        going.count(1, going.second)


def test_nothing_is_taken_while_phones_are_frozen_and_the_next_move_thaws_them(going: Going) -> None:
    going.to("write", IDEAS)
    going.of.freeze(act(MAIR), True)
    going.of.freeze(act(MAIR), True)
    with pytest.raises(PhonesAreFrozen):
        going.of.must_take("write", going.first)
    going.of.freeze(act(MAIR), False)
    assert going.of.must_take("write", going.first) == going.of.now
    going.of.freeze(act(MAIR), True)
    going.to("share", IDEAS)
    assert not going.of.is_frozen
    going.of.must_take("share", going.first)
    assert happened(going.of) == ["DoorsOpened", "WentTo", "Frozen", "Frozen", "Frozen", "WentTo"]


def test_nothing_is_taken_in_a_block_that_is_not_recorded(going: Going) -> None:
    going.to("write", UNRECORDED)
    with pytest.raises(BlockIsNotRecorded):
        going.of.must_take("write", going.first)
    assert going.of.must_be_at("write", going.first).is_recorded is False


def test_something_is_taken_only_at_its_step_of_its_block(going: Going) -> None:
    going.to("write", IDEAS)
    for step, block in (("share", going.first), ("write", going.second)):
        with pytest.raises(NotThatStep):
            going.of.must_take(step, block)


def test_counts_are_hidden_again_with_the_next_move_and_what_is_blank_stays_blank(going: Going) -> None:
    going.to("choose")
    going.of.show_counts(act(MAIR), True)
    going.of.show_counts(act(MAIR), True)
    going.of.blank(act(MAIR), True)
    going.of.blank(act(MAIR), True)
    assert going.of.are_counts_shown
    going.to("talk")
    assert (going.of.are_counts_shown, going.of.is_blank) == (False, True)
    going.of.blank(act(MAIR), False)
    going.of.show_counts(act(MAIR), True)
    going.of.show_counts(act(MAIR), False)
    assert not going.of.are_counts_shown
    assert happened(going.of) == ["DoorsOpened", "WentTo", "CountsShown", "Blanked", "WentTo", "Blanked", "CountsShown", "CountsShown"]


def test_it_is_handed_over_once(going: Going) -> None:
    going.of.hand_over(act(MAIR), BETI)
    going.of.hand_over(act(BETI), BETI)
    assert (going.of.leader, happened(going.of)) == (BETI, ["DoorsOpened", "HandedOver"])


def test_a_decision_is_asked_for_only_where_one_decides(going: Going) -> None:
    going.to("talk", IDEAS)
    with pytest.raises(NotThatStep):
        going.of.decide(act(MAIR), uuid4())
    going.to("decide", Block("decide", ["talk", "decide"], 5, True, {}))
    going.of.decide(act(MAIR), uuid4())
    assert happened(going.of)[-1] == "Deciding"


def test_what_was_decided_on_paper_is_asked_once_afterwards(going: Going) -> None:
    of, block, plan = going.of, uuid4(), Block("decide", ["talk", "decide"], 5, True, {})
    with pytest.raises(NotThatStep):
        of.decide_on_paper(act(MAIR), uuid4(), block, plan)
    of.end(act(MAIR), of.moves)
    for other in (Block("discuss", ["talk"], 5, True, {}), replace(plan, is_set_aside=True)):
        with pytest.raises(NotThatStep):
            of.decide_on_paper(act(MAIR), uuid4(), block, other)
    of.decide_on_paper(act(MAIR), decision := uuid4(), block, plan)
    assert of.asked == {decision: block}
    with pytest.raises(NotThatStep):
        of.decide_on_paper(act(MAIR), uuid4(), block, plan)
    assert happened(of)[-2:] == ["Ended", "Deciding"]


def test_turns_are_noted_by_side_once_they_are_announced(going: Going) -> None:
    with pytest.raises(TurnsAreRefused):
        going.of.note_turn(act(MAIR), "citizen")
    going.of.count_turns(act(MAIR))
    going.of.count_turns(act(MAIR))
    for side in ("citizen", "professional"):
        going.of.note_turn(act(MAIR), side)
    with pytest.raises(UnknownChoice):
        going.of.note_turn(act(MAIR), "none")
    assert happened(going.of) == ["DoorsOpened", "TurnsAnnounced", "TurnNoted", "TurnNoted"]


@pytest.mark.parametrize("is_counted", [False, True])
def test_one_person_who_says_no_is_enough_for_the_rest_of_the_session(going: Going, is_counted: bool) -> None:
    if is_counted:
        going.of.count_turns(act(MAIR))
    going.of.refuse_turns(act(EIRA))
    going.of.refuse_turns(act(BETI))
    for verb in (lambda: going.of.count_turns(act(MAIR)), lambda: going.of.note_turn(act(MAIR), "citizen")):
        with pytest.raises(TurnsAreRefused):
            verb()
    assert happened(going.of)[-1] == "TurnsRefused"
    assert happened(going.of).count("TurnsRefused") == 1


def test_once_it_is_over_it_only_counts(going: Going) -> None:
    going.to("choose")
    going.of.end(act(MAIR), 1)
    of = going.of
    for verb in (
        lambda: going.to("talk"),
        lambda: of.end(act(MAIR), 1),
        lambda: of.freeze(act(MAIR), True),
        lambda: of.blank(act(MAIR), True),
        lambda: of.show_counts(act(MAIR), True),
        lambda: of.hand_over(act(MAIR), BETI),
        lambda: of.count_turns(act(MAIR)),
        lambda: of.refuse_turns(act(EIRA)),
        lambda: of.note_turn(act(MAIR), "citizen"),
        lambda: of.decide(act(MAIR), uuid4()),
        lambda: of.must_be_at("choose"),
        lambda: of.must_take("choose", going.first),
    ):
        with pytest.raises(SessionIsNotRunning):
            verb()
    assert of.now is None
    going.count(1)
    assert happened(of) == ["DoorsOpened", "WentTo", "Ended", "Counted"]
