"""A sheet of paper is one stream by its part of the agenda and its number; a choice on paper is offered once and counted again."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.agenda import Block
from aggregates.errors import BlockIsNotRecorded, NotEnoughToChooseFrom, NothingToCount, NotThatStep, UnknownChoice
from aggregates.proceedings import Proceedings
from aggregates.sheet import MOST_SHEETS, Sheet, sheet_id
from tests.given import MAIR, PROJECT, act, happened

BLOCK, ONE, TWO = uuid4(), uuid4(), uuid4()
DOTS = Block("dots", ["choose", "talk"], 10, True, {"dots": 3, "cap": 2})
FEELING = Block("temperature", ["choose", "talk"], 5, True, {})
WRITING = Block("write", ["write", "share"], 20, True, {})


def test_a_sheet_is_known_by_its_part_and_its_number() -> None:
    sheet = Sheet.type_in(act(MAIR), PROJECT, "cards", 3, BLOCK, [ONE, TWO])
    assert (sheet.id, sheet.number, sheet.typed_by) == (sheet_id(BLOCK, 3), 3, MAIR)
    assert happened(sheet) == ["TypedIn"]


@given(st.sets(st.tuples(st.sampled_from([BLOCK, ONE]), st.integers(1, MOST_SHEETS)), max_size=40))
def test_no_two_numbers_are_one_sheet(sheets: set[tuple[Any, int]]) -> None:
    assert len({sheet_id(*each) for each in sheets}) == len(sheets)


@pytest.mark.parametrize(("kind", "number"), [("letter", 1), ("cards", 0), ("ballot", MOST_SHEETS + 1)])
def test_there_is_no_such_sheet(kind: str, number: int) -> None:
    with pytest.raises(UnknownChoice):
        Sheet.type_in(act(MAIR), PROJECT, kind, number, BLOCK, [])


def ended() -> Proceedings:
    going = Proceedings.open_doors(act(MAIR), PROJECT)
    going.end(act(MAIR), 0)
    return going


def test_a_choice_on_paper_alone_is_offered_once_also_when_all_is_over() -> None:
    going = ended()
    going.offer_on_paper(act(MAIR), BLOCK, DOTS, [TWO, ONE, TWO])
    offered = going.offered(BLOCK)
    assert (offered.options, offered.run, offered.settings) == ((TWO, ONE), 1, {"dots": 3, "cap": 2})
    with pytest.raises(NotThatStep):
        going.offer_on_paper(act(MAIR), BLOCK, DOTS, [ONE, TWO])
    going.count_again(act(MAIR), BLOCK, 1, {"people": 1})
    going.count_again(act(MAIR), BLOCK, 1, {"people": 1})
    going.count_again(act(MAIR), BLOCK, 1, {"people": 2})
    assert happened(going) == ["DoorsOpened", "Ended", "OfferedOnPaper", "CountedAgain", "CountedAgain"]


def test_what_is_offered_on_paper_is_something_to_choose_from() -> None:
    going = ended()
    with pytest.raises(NotEnoughToChooseFrom):
        going.offer_on_paper(act(MAIR), BLOCK, DOTS, [ONE])
    with pytest.raises(NotThatStep):
        going.offer_on_paper(act(MAIR), BLOCK, WRITING)
    with pytest.raises(NotThatStep):
        going.offered(BLOCK)
    going.offer_on_paper(act(MAIR), BLOCK, FEELING)
    assert going.offered(BLOCK).options == ()


def test_nothing_is_chosen_on_paper_where_nothing_is_kept() -> None:
    going = ended()
    going.offer_on_paper(act(MAIR), BLOCK, Block("temperature", ["choose"], 5, False, {}))
    with pytest.raises(BlockIsNotRecorded):
        going.offered(BLOCK)


def test_what_the_group_left_is_counted_before_it_is_counted_again() -> None:
    going = Proceedings.open_doors(act(MAIR), PROJECT)
    going.go_to(act(MAIR), 0, BLOCK, DOTS, "choose", [ONE, TWO])
    with pytest.raises(NotThatStep):
        going.offer_on_paper(act(MAIR), BLOCK, DOTS, [ONE, TWO])
    going.go_to(act(MAIR), 1, BLOCK, DOTS, "talk")
    with pytest.raises(NothingToCount):
        going.count_again(act(MAIR), BLOCK, 1, {"people": 1})
    going.count(act(MAIR), BLOCK, 1, {"people": 1}, 7)
    going.count_again(act(MAIR), BLOCK, 1, {"people": 2})
    assert (going.offered(BLOCK).options, going.runs[BLOCK].counted[1].up_to) == ((ONE, TWO), 7)
    assert happened(going)[-2:] == ["Counted", "CountedAgain"]


def test_a_choice_that_was_on_paper_is_set_aside_when_the_group_chooses_again_here() -> None:
    going = Proceedings.open_doors(act(MAIR), PROJECT)
    going.offer_on_paper(act(MAIR), BLOCK, DOTS, [ONE, TWO])
    going.go_to(act(MAIR), 0, BLOCK, DOTS, "choose", [TWO, ONE])
    assert (going.offered(BLOCK).run, going.offered(BLOCK).options) == (2, (TWO, ONE))
