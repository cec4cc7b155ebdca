"""What people do with proposals, through the store."""

from uuid import uuid4

import pytest

from aggregates.errors import Empty, NotFound, NotYours, ProposalIsWithdrawn, TextMovedOn, TooLong
from aggregates.proposal import Proposal
from tests.gathering import Gathering
from workspace import ideas, proposals
from workspace.story.telling import both

WORDS = both("Teitl", "Title"), both("Yn fyr", "In short"), {"cy": "Testun"}


def test_the_authors_of_its_ideas_are_its_authors(group: Gathering) -> None:
    sources = [ideas.post(group.workspace, group.act(name), "un").id for name in ("Eira", "Beti", "Eira")]
    made = proposals.draft(group.workspace, group.act("Amina"), *WORDS, [*sources, sources[0]]).id
    found = group.workspace.load(Proposal, made)
    assert found.authors == [group.member(name) for name in ("Amina", "Eira", "Beti")]
    assert found.ideas == sources


def test_words_that_cannot_be_kept(group: Gathering) -> None:
    head = group.workspace.head()
    with pytest.raises(Empty):
        proposals.draft(group.workspace, group.act("Amina"), {"cy": " "}, *WORDS[1:])
    with pytest.raises(TooLong):
        proposals.draft(group.workspace, group.act("Amina"), {"cy": "x" * 201}, *WORDS[1:])
    with pytest.raises(NotFound):
        proposals.draft(group.workspace, group.act("Amina"), *WORDS, [uuid4()])
    assert group.workspace.head() == head


def test_a_stale_version_is_refused(group: Gathering) -> None:
    made = proposals.draft(group.workspace, group.act("Amina"), *WORDS).id
    proposals.revise(group.workspace, group.act("Amina"), made, 1, *WORDS, "Yn gliriach")
    for stale in (1, 3):
        with pytest.raises(TextMovedOn):
            proposals.revise(group.workspace, group.act("Amina"), made, stale, *WORDS)
        with pytest.raises(TextMovedOn):
            proposals.support(group.workspace, group.act("Beti"), made, stale)
    with pytest.raises(NotYours):
        proposals.revise(group.workspace, group.act("Beti"), made, 2, *WORDS)


def test_withdrawn_is_final(group: Gathering) -> None:
    made = proposals.draft(group.workspace, group.act("Amina"), *WORDS).id
    with pytest.raises(NotYours):
        proposals.withdraw(group.workspace, group.act("Beti"), made, "Na")
    proposals.withdraw(group.workspace, group.act("Amina"), made, "Mae wedi’i wneud")
    with pytest.raises(ProposalIsWithdrawn):
        proposals.support(group.workspace, group.act("Beti"), made, 1)
