"""A photograph of a wall: what is on it is cut out once."""

from collections.abc import Sequence
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregates.errors import AlreadyCut, PhotographIsGone, UnknownChoice
from aggregates.photograph import MOST_PIECES, Cut, Photograph, is_among
from tests.given import MAIR, PROJECT, act, attached, happened

BLOCK = uuid4()
LEFT, RIGHT, NEARLY_LEFT = (100, 100, 200, 200), (500, 100, 200, 200), (120, 90, 200, 200)
CUTS = st.tuples(*[st.integers(0, 900)] * 2, *[st.integers(5, 100)] * 2)


def taken(found: Sequence[Cut] = ()) -> Photograph:
    return Photograph.take(act(MAIR), PROJECT, BLOCK, attached("photo"), found, 3)


def test_pieces_become_cards_or_are_no_notes() -> None:
    photograph = taken([LEFT, RIGHT])
    photograph.cut(act(MAIR), [LEFT, RIGHT], [uuid4(), None])
    assert happened(photograph) == ["Taken", "Cut"]
    assert photograph.pieces == [list(LEFT), list(RIGHT)]


@pytest.mark.parametrize("again", [LEFT, NEARLY_LEFT, (150, 150, 100, 100)])
def test_none_is_cut_out_twice(again: Cut) -> None:
    photograph = taken()
    photograph.cut(act(MAIR), [LEFT], [uuid4()])
    with pytest.raises(AlreadyCut):
        photograph.cut(act(MAIR), [RIGHT, again], [uuid4(), uuid4()])
    photograph.cut(act(MAIR), [RIGHT], [uuid4()])
    assert happened(photograph) == ["Taken", "Cut", "Cut"]


def test_nor_twice_at_once() -> None:
    with pytest.raises(AlreadyCut):
        taken().cut(act(MAIR), [LEFT, NEARLY_LEFT], [uuid4(), uuid4()])


def test_what_is_read_from_the_whole_of_it_is_read_as_often_as_somebody_likes() -> None:
    photograph = taken()
    for _ in range(2):
        photograph.cut(act(MAIR), [None, None], [uuid4(), uuid4()])
    assert photograph.pieces == []


@pytest.mark.parametrize("cut", [(), (1, 2, 3), (-1, 0, 50, 50), (0, 0, 4, 50), (960, 0, 50, 50), (0, 960, 50, 50), (0, 0, 1001, 50)])
def test_a_piece_lies_on_the_photograph(cut: Cut) -> None:
    for verb in (lambda: taken([cut]), lambda: taken().cut(act(MAIR), [cut], [None])):
        with pytest.raises(UnknownChoice):
            verb()


@pytest.mark.parametrize("count", [0, MOST_PIECES + 1])
def test_there_is_a_number_of_them(count: int) -> None:
    with pytest.raises(UnknownChoice):
        taken().cut(act(MAIR), [None] * count, [None] * count)


def test_one_that_was_taken_away_is_cut_no_more() -> None:
    photograph = taken()
    photograph.take_away(act(MAIR))
    for verb in (lambda: photograph.take_away(act(MAIR)), lambda: photograph.cut(act(MAIR), [LEFT], [None])):
        with pytest.raises(PhotographIsGone):
            verb()
    assert happened(photograph) == ["Taken", "TakenAway"]


@given(CUTS, CUTS)
def test_a_piece_is_another_one_where_they_share_little(one: Cut, other: Cut) -> None:
    pixels = [{(x, y) for x in range(cut[0], cut[0] + cut[2]) for y in range(cut[1], cut[1] + cut[3])} for cut in (one, other)]
    assert is_among(one, [other]) == (len(pixels[0] & pixels[1]) * 10 > len(pixels[0]) * 6)
    assert is_among(one, [one])
