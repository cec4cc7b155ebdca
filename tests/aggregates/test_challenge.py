from operator import attrgetter
from uuid import uuid4

import pytest

from aggregates.challenge import Challenge
from aggregates.errors import ChallengeIsSettled, NotYours, UnknownChoice
from tests.given import EIRA, MAIR, act, happened, text


def raised(*, is_public: bool = False) -> Challenge:
    return Challenge.raise_(act(EIRA), text(), is_public, "hearing")


def test_it_is_answered_gone_on_about_and_settled_by_whoever_raised_it() -> None:
    challenge = raised()
    challenge.answer(act(MAIR), uuid4(), text())
    challenge.answer(act(EIRA), uuid4(), text())
    challenge.settle(act(EIRA))
    assert happened(challenge) == ["Raised", "Answered", "Answered", "Settled"]


def test_nobody_else_settles_it() -> None:
    challenge = raised(is_public=True)
    with pytest.raises(NotYours):
        challenge.settle(act(MAIR))


def test_what_is_settled_is_not_gone_on_about() -> None:
    challenge = raised()
    challenge.settle(act(EIRA))
    with pytest.raises(ChallengeIsSettled):
        challenge.answer(act(MAIR), uuid4(), text())
    with pytest.raises(ChallengeIsSettled):
        challenge.settle(act(EIRA))


def test_it_is_about_something_known() -> None:
    with pytest.raises(UnknownChoice):
        Challenge.raise_(act(EIRA), text(), False, "the weather")


@pytest.mark.parametrize("is_public", [True, False])
def test_each_event_says_who_may_know_of_it(is_public: bool) -> None:
    challenge = raised(is_public=is_public)
    challenge.answer(act(MAIR), uuid4(), text())
    challenge.settle(act(EIRA))
    told = map(attrgetter("is_public", "raised_by"), challenge.pending_events)
    assert list(told) == [(is_public, EIRA)] * 3
