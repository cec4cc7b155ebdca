from uuid import UUID, uuid4

import pytest

from aggregates.errors import NotYours, ProposalIsWithdrawn, TextMovedOn
from aggregates.proposal import Proposal
from tests.given import AMINA, BETI, EIRA, PROJECT, RHYS, act, happened, text


def drafted(*authors: UUID) -> Proposal:
    return Proposal.draft(act(AMINA), [uuid4()], [AMINA, *authors], [text("cy"), text("en")], [text()], [text()])


def test_a_draft_is_version_one() -> None:
    proposal = drafted(EIRA)
    assert (proposal.text_version, proposal.authors, proposal.project, proposal.is_withdrawn) == (1, [AMINA, EIRA], PROJECT, False)
    assert len(proposal.texts) == 4
    assert happened(proposal) == ["Drafted"]


def test_every_author_may_revise_it() -> None:
    proposal = drafted(EIRA)
    proposal.revise(act(EIRA), 1, [text()], [text()], [text()], text())
    proposal.revise(act(AMINA), 2, [text()], [text()], [text()], None)
    assert proposal.text_version == 3
    assert happened(proposal) == ["Drafted", "Revised", "Revised"]
    with pytest.raises(NotYours):
        proposal.revise(act(RHYS), 3, [text()], [text()], [text()], None)


def test_whoever_revises_must_have_seen_the_newest_text() -> None:
    proposal = drafted(EIRA)
    proposal.revise(act(EIRA), 1, [text()], [text()], [text()], None)
    with pytest.raises(TextMovedOn) as refused:
        proposal.revise(act(AMINA), 1, [text()], [text()], [text()], None)
    assert refused.value.values == {"version": 2}


def test_support_binds_to_the_version_that_was_read() -> None:
    proposal = drafted()
    proposal.support(act(BETI), 1)
    proposal.support(act(BETI), 1)
    proposal.revise(act(AMINA), 1, [text()], [text()], [text()], None)
    assert proposal.supporters == {BETI.hex: 1}
    with pytest.raises(TextMovedOn):
        proposal.support(act(RHYS), 1)
    proposal.support(act(BETI), 2)
    assert proposal.supporters == {BETI.hex: 2}
    assert happened(proposal) == ["Drafted", "Supported", "Revised", "Supported"]


def test_support_can_be_taken_back() -> None:
    proposal = drafted()
    proposal.take_back_support(act(BETI))
    proposal.support(act(BETI), 1)
    proposal.take_back_support(act(BETI))
    assert proposal.supporters == {}
    assert happened(proposal) == ["Drafted", "Supported", "SupportTakenBack"]


def test_only_its_authors_withdraw_it() -> None:
    proposal = drafted(EIRA)
    with pytest.raises(NotYours):
        proposal.withdraw(act(RHYS), text())
    proposal.withdraw(act(EIRA), text())
    assert happened(proposal) == ["Drafted", "Withdrawn"]


def test_what_is_withdrawn_rests() -> None:
    proposal = drafted()
    proposal.support(act(BETI), 1)
    proposal.withdraw(act(AMINA), text())
    for verb in (
        lambda: proposal.revise(act(AMINA), 1, [text()], [text()], [text()], None),
        lambda: proposal.support(act(EIRA), 1),
        lambda: proposal.withdraw(act(AMINA), text()),
        lambda: proposal.must_be_open_to_decision(1),
    ):
        with pytest.raises(ProposalIsWithdrawn):
            verb()
    proposal.take_back_support(act(BETI))


def test_a_decision_is_about_the_newest_version() -> None:
    proposal = drafted()
    proposal.must_be_open_to_decision(1)
    with pytest.raises(TextMovedOn):
        proposal.must_be_open_to_decision(2)
