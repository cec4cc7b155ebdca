from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.amendment import Amendment, amendment_id
from aggregates.errors import AmendmentIsSettled, AuthorIsAsked, NotAlone, NothingLeft, NotYours, WordsMovedOn
from tests.given import AMINA, BETI, EIRA, RHYS, act, happened, text

AUTHORS = [EIRA, RHYS]


def suggested(by: UUID = BETI, **more: Any) -> Amendment:
    return Amendment.suggest(act(by, **more), 1, PROPOSAL, 2, "cy", 3, text(), text())


PROPOSAL = uuid4()


def test_it_is_numbered_within_its_proposal() -> None:
    amendment = suggested()
    assert amendment.id == amendment_id(PROPOSAL, 1)
    assert (amendment.author, amendment.text_version, amendment.paragraph, amendment.is_open) == (BETI, 2, 3, True)
    assert happened(amendment) == ["Suggested"]


def test_an_author_of_the_proposal_accepts_it() -> None:
    amendment = suggested()
    with pytest.raises(NotYours):
        amendment.accept(act(BETI), amendment.version, AUTHORS, 3)
    amendment.accept(act(RHYS), amendment.version, AUTHORS, 3)
    assert happened(amendment) == ["Suggested", "Accepted"]


def test_nobody_decides_alone_about_their_own() -> None:
    amendment = suggested(EIRA)
    for verb in (lambda: amendment.accept(act(EIRA), amendment.version, AUTHORS, 3), lambda: amendment.decline(act(EIRA), AUTHORS, text())):
        with pytest.raises(NotAlone):
            verb()
    amendment.accept(act(EIRA), amendment.version, [EIRA], 3)
    assert happened(amendment) == ["Suggested", "Accepted"]


def test_a_sole_author_withdraws_their_own_and_does_not_decline_it() -> None:
    amendment = suggested(EIRA)
    with pytest.raises(NotAlone):
        amendment.decline(act(EIRA), [EIRA], text())
    amendment.withdraw(act(EIRA))
    assert happened(amendment) == ["Suggested", "Withdrawn"]


def test_what_was_overtaken_waits_for_its_author() -> None:
    amendment, fitted = suggested(), text()
    amendment.overtake(act(EIRA), 3, 4, fitted)
    assert (amendment.text_version, amendment.paragraph, amendment.words, amendment.is_asked) == (3, 4, fitted, True)
    with pytest.raises(AuthorIsAsked):
        amendment.accept(act(EIRA), amendment.version, AUTHORS, 4)
    with pytest.raises(NotYours):
        amendment.still_mean(act(EIRA), amendment.version)
    amendment.still_mean(act(BETI), amendment.version)
    amendment.still_mean(act(BETI), amendment.version)
    amendment.accept(act(EIRA), amendment.version, AUTHORS, 4)
    assert happened(amendment) == ["Suggested", "Overtaken", "StillMeant", "Accepted"]


def test_what_could_not_be_made_to_fit_is_written_afresh() -> None:
    amendment = suggested()
    own = amendment.own
    amendment.overtake(act(EIRA), 3, None, None)
    assert (amendment.words, amendment.own) == (None, own)
    with pytest.raises(NothingLeft):
        amendment.still_mean(act(BETI), amendment.version)
    with pytest.raises(NotYours):
        amendment.reword(act(AMINA), 3, 1, text(), text())
    amendment.reword(act(BETI), 3, 1, words := text(), text())
    assert (amendment.words, amendment.paragraph, amendment.is_asked) == (words, 1, False)
    assert happened(amendment) == ["Suggested", "Overtaken", "Reworded"]


def test_it_can_be_declined_while_its_author_is_asked() -> None:
    amendment = suggested()
    amendment.overtake(act(EIRA), 3, 4, text())
    amendment.decline(act(EIRA), AUTHORS, text())
    assert happened(amendment) == ["Suggested", "Overtaken", "Declined"]


def test_a_declined_one_may_become_a_proposal_of_its_own() -> None:
    amendment = suggested()
    amendment.decline(act(EIRA), AUTHORS, text())
    with pytest.raises(NotYours):
        amendment.promote(act(EIRA), uuid4())
    amendment.promote(act(BETI), uuid4())
    assert happened(amendment) == ["Suggested", "Declined", "Promoted"]
    with pytest.raises(AmendmentIsSettled):
        amendment.promote(act(BETI), uuid4())


def test_words_written_down_for_somebody_are_theirs() -> None:
    amendment = suggested(RHYS, voice=BETI, agreed="said so")
    amendment.withdraw(act(BETI))
    assert amendment.author == BETI


def test_what_is_settled_rests() -> None:
    amendment = suggested()
    amendment.accept(act(EIRA), amendment.version, AUTHORS, 3)
    for verb in (
        lambda: amendment.reword(act(BETI), 3, 1, text(), text()),
        lambda: amendment.overtake(act(EIRA), 3, 1, text()),
        lambda: amendment.still_mean(act(BETI), amendment.version),
        lambda: amendment.accept(act(EIRA), amendment.version, AUTHORS, 4),
        lambda: amendment.decline(act(EIRA), AUTHORS, text()),
        lambda: amendment.withdraw(act(BETI)),
        lambda: amendment.promote(act(BETI), uuid4()),
    ):
        with pytest.raises(AmendmentIsSettled):
            verb()


def test_nobody_accepts_or_means_words_that_they_have_not_read() -> None:
    amendment = suggested()
    read = amendment.version
    amendment.overtake(act(EIRA), 3, 4, text())
    with pytest.raises(WordsMovedOn):
        amendment.still_mean(act(BETI), read)
    amendment.reword(act(BETI), 3, 4, text(), text())
    with pytest.raises(WordsMovedOn):
        amendment.accept(act(EIRA), read, AUTHORS, 4)
    assert happened(amendment) == ["Suggested", "Overtaken", "Reworded"]
