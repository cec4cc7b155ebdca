from uuid import uuid4

import pytest

from aggregates.errors import AlreadyVoted
from aggregates.vote import Vote, vote_id
from tests.given import BETI, EIRA, SIAN, act, happened, text

DECISION = uuid4()


def cast(choice: str = "yes") -> Vote:
    return Vote.cast(act(BETI), DECISION, choice, text())


def test_a_vote_is_one_stream_a_person_and_decision() -> None:
    vote = cast()
    assert happened(vote) == ["Cast"]
    assert vote.id == vote_id(DECISION, BETI) != vote_id(DECISION, EIRA)
    assert vote.choice == "yes"


def test_a_vote_written_down_for_somebody_is_theirs() -> None:
    assert Vote.cast(act(SIAN, voice=BETI, agreed="spoken"), DECISION, "no", None).id == vote_id(DECISION, BETI)


def test_one_may_change_ones_mind() -> None:
    vote = cast()
    vote.change(act(BETI), 1, "no", None)
    assert (vote.choice, vote.reason, vote.version) == ("no", None, 2)
    assert happened(vote) == ["Cast", "Changed"]


def test_withdrawing_empties_the_vote() -> None:
    vote = cast()
    vote.withdraw(act(BETI), 1)
    assert vote.choice is None
    assert vote.reason is None
    assert happened(vote) == ["Cast", "Withdrawn"]


def test_withdrawing_twice_is_withdrawing_once() -> None:
    vote = cast()
    vote.withdraw(act(BETI), 1)
    vote.withdraw(act(BETI), 2)
    assert happened(vote) == ["Cast", "Withdrawn"]


def test_after_withdrawing_one_may_vote_again() -> None:
    vote = cast()
    vote.withdraw(act(BETI), 1)
    vote.change(act(BETI), 2, "abstain", text())
    assert vote.choice == "abstain"
    assert happened(vote) == ["Cast", "Withdrawn", "Changed"]


@pytest.mark.parametrize("saw", [0, 2])
def test_a_ballot_paper_that_is_not_the_present_one_is_told_what_is_on_record(saw: int):
    vote = cast()
    with pytest.raises(AlreadyVoted) as refused:
        vote.change(act(BETI), saw, "no", None)
    assert refused.value.values == {"choice": "yes", "version": 1}
    with pytest.raises(AlreadyVoted):
        vote.withdraw(act(BETI), saw)
    assert happened(vote) == ["Cast"]
