"""How a session went for somebody: said, said otherwise, answered to three questions, taken back; and by whom."""

from uuid import uuid4

import pytest

from aggregates.errors import NotFound, NotYours, SaidThemselves, UnknownChoice
from aggregates.reflection import Reflection, reflection_id
from tests.given import BETI, EIRA, MAIR, act, happened, text

SESSION = uuid4()


def given() -> Reflection:
    return Reflection.give(act(BETI), SESSION, text(), False, False)


def written_down() -> Reflection:
    return Reflection.give(act(MAIR, voice=BETI, agreed="said so"), SESSION, text(), True, True)


def test_each_person_has_one_for_each_session():
    reflection = given()
    assert reflection.id == reflection_id(SESSION, BETI)
    assert reflection.member == BETI
    assert written_down().id == reflection.id


def test_it_is_said_otherwise_and_answered_and_answered_otherwise():
    reflection = given()
    reflection.give_again(act(BETI), text(), True, False)
    reflection.rate(act(BETI), {"heard": 5})
    reflection.rate(act(BETI), {"heard": 5})
    reflection.rate(act(BETI), {"power": 1, "worth": 3})
    assert reflection.answers == {"power": 1, "worth": 3}
    reflection.rate(act(BETI), {})
    assert happened(reflection) == ["Given", "GivenAgain", "Rated", "Rated", "Rated"]


@pytest.mark.parametrize("answers", [{"heard": 0}, {"heard": 6}, {"power": -1}, {"liked": 3}])
def test_no_other_answer_is_taken(answers: dict[str, int]):
    with pytest.raises(UnknownChoice):
        given().rate(act(BETI), answers)


def test_what_is_taken_back_is_gone_with_its_answers_and_can_be_said_again():
    reflection = given()
    reflection.rate(act(BETI), {"heard": 2})
    reflection.take_back(act(BETI))
    reflection.take_back(act(BETI))
    with pytest.raises(NotFound):
        reflection.rate(act(BETI), {"heard": 2})
    reflection.give_again(act(BETI), text(), False, False)
    assert reflection.answers == {}
    assert happened(reflection) == ["Given", "Rated", "TakenBack", "GivenAgain"]


def test_nobody_says_it_for_somebody_else():
    reflection = given()
    for change in (
        lambda: reflection.give_again(act(EIRA), text(), True, True),
        lambda: reflection.rate(act(EIRA), {"heard": 1}),
        lambda: reflection.take_back(act(EIRA)),
    ):
        with pytest.raises(NotYours):
            change()


def test_what_was_written_down_may_be_written_down_otherwise_until_they_say_it_themselves():
    reflection = written_down()
    reflection.rate(act(MAIR, voice=BETI), {"heard": 4})
    reflection.give_again(act(BETI), text(), False, False)
    for change in (
        lambda: reflection.give_again(act(MAIR, voice=BETI), text(), True, True),
        lambda: reflection.rate(act(MAIR, voice=BETI), {"heard": 1}),
        lambda: reflection.take_back(act(MAIR, voice=BETI)),
    ):
        with pytest.raises(SaidThemselves):
            change()
    assert happened(reflection) == ["Given", "Rated", "GivenAgain"]


def test_the_answers_of_somebody_written_down_become_theirs_when_they_give_them():
    reflection = written_down()
    reflection.rate(act(BETI), {"worth": 5})
    with pytest.raises(SaidThemselves):
        reflection.rate(act(MAIR, voice=BETI), {"worth": 1})
