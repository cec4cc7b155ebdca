"""What one person chooses in one block: the last one counts, whoever writes it down."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.choice import Choice, choice_id
from aggregates.counting.temperature import LEVELS
from aggregates.errors import TooManyDots, UnknownChoice
from aggregates.whereabouts import Now
from tests.given import EIRA, MAIR, PROJECT, act, happened

ONE, TWO, BLOCK = UUID(int=1), UUID(int=2), uuid4()
DOTS = Now(BLOCK, "choose", 2, "dots", True, {"dots": 3, "cap": 2}, (ONE, TWO))
FEELING = Now(BLOCK, "choose", 1, "temperature", True, {}, ())


def test_a_choice_is_one_stream_a_person_and_run_however_it_came() -> None:
    own = Choice.make(act(EIRA), PROJECT, DOTS, {ONE.hex: 1})
    paper = Choice.make(act(MAIR, voice=EIRA, agreed="said so", source="paper"), PROJECT, DOTS, {TWO.hex: 1})
    assert own.id == paper.id == choice_id(BLOCK, 2, EIRA)
    assert len({choice_id(block, run, who) for block in (BLOCK, ONE) for run in (1, 2) for who in (EIRA, MAIR)}) == 8


def test_the_last_one_counts_and_the_same_again_is_nothing_new() -> None:
    choice = Choice.make(act(EIRA), PROJECT, DOTS, {ONE.hex: 1})
    choice.change(act(EIRA), DOTS, {ONE.hex: 1})
    choice.change(act(MAIR, voice=EIRA, agreed="said so", source="paper"), DOTS, {ONE.hex: 2, TWO.hex: 1})
    choice.change(act(EIRA), DOTS, {})
    assert (choice.marks, happened(choice)) == ({}, ["Made", "Changed", "Changed"])


@pytest.mark.parametrize("marks", [{ONE.hex: 3}, {ONE.hex: 2, TWO.hex: 2}])
def test_no_more_dots_than_were_frozen(marks: dict[str, int]) -> None:
    choice = Choice.make(act(EIRA), PROJECT, DOTS, {ONE.hex: 1})
    with pytest.raises(TooManyDots):
        Choice.make(act(EIRA), PROJECT, DOTS, marks)
    with pytest.raises(TooManyDots):
        choice.change(act(EIRA), DOTS, marks)
    assert happened(choice) == ["Made"]


@pytest.mark.parametrize(
    ("now", "marks"),
    [
        (DOTS, {UUID(int=3).hex: 1}),
        (DOTS, {"level": 1}),
        (FEELING, {"level": 3}),
        (FEELING, {"mood": 1}),
        (FEELING, {"level": 1, "mood": 1}),
        (FEELING, {ONE.hex: 1}),
    ],
)
def test_nothing_is_chosen_that_is_not_offered(now: Now, marks: dict[str, Any]) -> None:
    with pytest.raises(UnknownChoice):
        Choice.make(act(EIRA), PROJECT, now, marks)


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_may_be_said_and_taken_back(level: int) -> None:
    choice = Choice.make(act(EIRA), PROJECT, FEELING, {"level": level})
    choice.change(act(EIRA), FEELING, {})
    assert happened(choice) == ["Made", "Changed"]
