from uuid import UUID, uuid4

import pytest

from aggregates.errors import LastAuthor, NotFound, NotYours, ProposalIsWithdrawn, TextMovedOn, UnknownChoice
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


def test_a_paragraph_is_followed_from_version_to_version() -> None:
    proposal = drafted()
    proposal.revise(act(AMINA), 1, [text()], [text()], [text()], None, {}, {"cy": [2, None, 1]})
    proposal.revise(act(AMINA), 2, [text()], [text()], [text()], None, {}, {"en": [1]})
    proposal.revise(act(AMINA), 3, [text()], [text()], [text()], None, {}, {"cy": [1, 3]})
    assert [proposal.place_of("cy", paragraph, 1) for paragraph in (1, 2, 3)] == [3, None, 1]
    assert (proposal.place_of("cy", 2, 2), proposal.place_of("cy", 2, 4), proposal.place_of("en", 1, 1)) == (3, 2, 1)


def test_anybody_comments_on_a_version_that_there_was() -> None:
    proposal = drafted()
    proposal.comment(act(RHYS), uuid4(), text(), 1, "cy", 2)
    with pytest.raises(NotFound):
        proposal.comment(act(RHYS), uuid4(), text(), 2, "cy", 2)
    assert happened(proposal) == ["Drafted", "Commented"]


def test_strengths_and_worries_are_weighed() -> None:
    proposal = drafted()
    proposal.weigh(act(RHYS), uuid4(), text(), "worry")
    with pytest.raises(UnknownChoice):
        proposal.weigh(act(RHYS), uuid4(), text(), "doubt")
    assert happened(proposal) == ["Drafted", "Weighed"]


def test_its_authors_write_what_it_costs() -> None:
    proposal = drafted()
    proposal.write_part(act(AMINA), "cost", [text()])
    with pytest.raises(NotYours):
        proposal.write_part(act(RHYS), "cost", [text()])
    with pytest.raises(UnknownChoice):
        proposal.write_part(act(AMINA), "colour", [text()])
    assert happened(proposal) == ["Drafted", "PartWritten"]


def test_authors_add_one_another_and_never_all_leave() -> None:
    proposal = drafted()
    with pytest.raises(LastAuthor):
        proposal.leave_authors(act(AMINA))
    with pytest.raises(NotYours):
        proposal.add_author(act(RHYS), RHYS)
    proposal.add_author(act(AMINA), RHYS)
    proposal.add_author(act(RHYS), RHYS)
    proposal.leave_authors(act(AMINA))
    assert proposal.authors == [RHYS]
    assert happened(proposal) == ["Drafted", "AuthorAdded", "AuthorLeft"]


def test_an_amendment_comes_in_with_its_body_alone() -> None:
    proposal, body = drafted(), [text()]
    title, amendment = proposal.title, uuid4()
    proposal.take_in(act(AMINA), amendment, body, {}, {"cy": [None]})
    assert (proposal.title, proposal.bodies[2], proposal.text_version) == (title, body, 2)
    with pytest.raises(NotYours):
        proposal.take_in(act(RHYS), amendment, body, {}, {})
    assert happened(proposal) == ["Drafted", "Revised"]
