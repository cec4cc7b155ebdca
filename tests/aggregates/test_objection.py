from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from aggregates import ballot_box
from aggregates.errors import AlreadyDoubted, NotYours, ObjectionIsClosed, UnknownChoice, YourOwnObjection
from aggregates.objection import Objection, objection_id
from tests.given import AMINA, BETI, EIRA, RHYS, SIAN, act, happened, text

DECISION = uuid4()


def raised(aim: str = "aim") -> Objection:
    return Objection.raise_(act(EIRA), DECISION, aim, text())


def test_an_objection_is_open_and_says_which_part_of_the_charter_would_be_harmed() -> None:
    objection = raised()
    assert (objection.id, objection.state, objection.author) == (objection_id(DECISION, EIRA), "open", EIRA)
    assert happened(objection) == ["Raised"]
    assert happened(raised("")) == ["Raised"]  # something else that matters
    with pytest.raises(UnknownChoice):
        raised("the weather")


def test_whose_vote_was_written_down_is_whose_objection_it_is() -> None:
    assert Objection.raise_(act(BETI, voice=EIRA, agreed="said so"), DECISION, "", text()).author == EIRA


def test_anybody_replies() -> None:
    objection = raised()
    objection.reply(act(RHYS), uuid4(), text())
    objection.withdraw(act(EIRA))
    objection.reply(act(EIRA), uuid4(), text())  # also when it is closed
    assert happened(objection) == ["Raised", "Replied", "Withdrawn", "Replied"]


def test_it_takes_one_person_of_each_side_to_find_it_unreasoned() -> None:
    objection = raised()
    objection.doubt(act(BETI), text())
    assert objection.state == "open"
    with pytest.raises(AlreadyDoubted):
        objection.doubt(act(AMINA), text())
    objection.doubt(act(RHYS), text())
    assert objection.state == "unreasoned"
    assert happened(objection) == ["Raised", "Doubted", "FoundUnreasoned"]
    found = objection.pending_events[-1]
    assert (found.doubted_by, found.by.member) == (BETI, RHYS)


def test_the_side_that_was_frozen_counts() -> None:
    objection = raised()
    objection.doubt(act(BETI), text())
    with pytest.raises(AlreadyDoubted):
        objection.doubt(replace(act(RHYS), side="citizen"), text())


def test_nobody_finds_their_own_objection_unreasoned() -> None:
    with pytest.raises(YourOwnObjection):
        raised().doubt(act(EIRA), text())
    with pytest.raises(YourOwnObjection):
        raised().doubt(act(RHYS, voice=EIRA, agreed="said so"), text())


def test_only_its_author_accepts_a_change() -> None:
    objection, amendment = raised(), uuid4()
    with pytest.raises(NotYours):
        objection.accept(act(RHYS), amendment, None)
    objection.accept(act(EIRA), amendment, text())
    assert objection.state == "met"
    assert happened(objection) == ["Raised", "Met"]


def close_each_way(objection: Objection, way: str) -> None:
    if way == "met":
        objection.accept(act(EIRA), None, None)
    elif way == "withdrawn":
        objection.withdraw(act(EIRA))
    else:
        objection.doubt(act(BETI), text())
        objection.doubt(act(SIAN), text())


@pytest.mark.parametrize("way", ["met", "withdrawn", "unreasoned"])
def test_what_is_closed_is_not_closed_again(way: str) -> None:
    objection = raised()
    close_each_way(objection, way)
    assert objection.state == way
    for refused in (lambda: objection.doubt(act(RHYS), text()), lambda: objection.accept(act(EIRA), None, None)):
        with pytest.raises(ObjectionIsClosed):
            refused()


@pytest.mark.parametrize("way", ["met", "withdrawn", "unreasoned"])
def test_raised_again_it_is_open_and_earlier_doubts_hold_no_more(way: str) -> None:
    objection = raised()
    close_each_way(objection, way)
    objection.raise_again(act(EIRA), "who", text())
    assert (objection.state, objection.doubts) == ("open", {})
    objection.doubt(act(RHYS), text())
    assert objection.state == "open"
    happened(objection)


def test_withdrawn_twice_is_withdrawn_once() -> None:
    objection = raised()
    objection.withdraw(act(EIRA))
    objection.withdraw(act(EIRA))
    assert happened(objection) == ["Raised", "Withdrawn"]


@pytest.mark.parametrize(
    ("up_to", "settled"),
    [(2, set()), (3, {EIRA.hex}), (4, set()), (5, {EIRA.hex})],
)
def test_what_was_settled_is_what_stood_below_the_close(up_to: int, settled: set[str]) -> None:
    objection = raised()  # at 1
    objection.accept(act(EIRA), None, None)  # 2
    objection.raise_again(act(EIRA), "", text())  # 3
    objection.accept(act(EIRA), None, None)  # 4
    events = list(enumerate(objection.collect_events(), 1))
    streams = ballot_box.objections_of(DECISION, [EIRA.hex, RHYS.hex])
    assert streams == {objection_id(DECISION, UUID(member)): member for member in (EIRA.hex, RHYS.hex)}
    assert ballot_box.settled(streams, events, up_to) == settled
