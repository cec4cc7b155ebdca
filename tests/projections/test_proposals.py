"""Proposals happen, their pages are read."""

from typing import Any
from uuid import UUID, uuid4

from projections.proposals import Line, Proposal, grown_from, proposal, proposals
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import decisions, ideas, words
from workspace import proposals as acts
from workspace.story.telling import both

TITLE, SUMMARY, BODY = both("Ymweliad hwyr", "A late visit"), both("Yn fyr", "In short"), both("Dau yn y car", "Two in the car")


def draft(group: Gathering, *sources: UUID, by: str = "Amina") -> UUID:
    return acts.draft(group.workspace, group.act(by), TITLE, SUMMARY, BODY, sources).id


def page(group: Gathering, made: UUID, viewer: str = "Beti", **more: Any) -> Proposal:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        found = proposal(db, group.project, made, viewer=group.member(viewer), **more)
    assert found is not None
    return found


def lines(group: Gathering, **more: Any) -> list[Line]:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return proposals(db, group.project, **more).proposals


def test_a_draft_with_its_words_and_ideas(group: Gathering) -> None:
    first, second = (ideas.post(group.workspace, group.act("Eira"), text).id for text in ("un", "dau"))
    found = page(group, draft(group, second, first))
    assert (found.title, found.summary, found.body) == (TITLE, SUMMARY, BODY)
    assert (found.version, found.newest, found.is_newest, found.name, found.side) == (1, 1, True, "Amina", "professional")
    assert found.ideas == [second, first]
    assert (found.is_author, page(group, found.id, "Eira").is_author, page(group, found.id, "Amina").is_author) == (False, True, True)


def test_every_version_can_be_read(group: Gathering) -> None:
    made = draft(group)
    acts.revise(group.workspace, group.act("Amina"), made, 1, TITLE, SUMMARY, {"en": "Three in the car"}, "Tomos comes too")
    assert (page(group, made).version, page(group, made).body) == (2, {"en": "Three in the car"})
    earlier = page(group, made, version=1)
    assert (earlier.version, earlier.newest, earlier.is_newest, earlier.body) == (1, 2, False, BODY)
    with group.workspace.reading() as db:
        assert proposal(db, group.project, made, version=3) is None
        assert proposal(db, uuid4(), made) is None
    assert [(one.version, one.name, one.has_why, one.why) for one in earlier.versions] == [
        (2, "Amina", True, {"cy": "Tomos comes too"}),
        (1, "Amina", False, {}),
    ]


def test_support_is_told_by_version(group: Gathering) -> None:
    made = draft(group)
    for name in ("Eira", "Beti"):
        acts.support(group.workspace, group.act(name), made, 1)
    acts.revise(group.workspace, group.act("Amina"), made, 1, TITLE, SUMMARY, BODY)
    acts.support(group.workspace, group.act("Beti"), made, 2)
    acts.support(group.workspace, group.act("Tomos"), made, 2)
    acts.take_back_support(group.workspace, group.act("Tomos"), made)
    found = page(group, made)
    assert [(one.name, one.version, one.side) for one in found.supporters] == [("Beti", 2, "citizen"), ("Eira", 1, "citizen")]
    assert (found.supports, page(group, made, "Eira").supports, page(group, made, "Rhys").supports) == (2, 1, None)
    (line,) = lines(group)
    assert (line.supporters, line.earlier, line.version) == (1, 1, 2)
    assert [(one.version, one.supporters) for one in found.versions] == [(2, 1), (1, 1)]


def test_what_was_withdrawn_says_why(group: Gathering) -> None:
    made = draft(group)
    acts.withdraw(group.workspace, group.act("Amina"), made, "Mae’r cyngor wedi’i wneud")
    found = page(group, made)
    assert (found.is_withdrawn, found.withdrawn_name, found.reason) == (True, "Amina", {"cy": "Mae’r cyngor wedi’i wneud"})
    assert lines(group)[0].is_withdrawn


def test_the_trail_goes_both_ways(group: Gathering) -> None:
    source = ideas.post(group.workspace, group.act("Eira"), "un").id
    made = draft(group, source)
    group.adopt_charter()
    decision = group.open(proposal=made, version=1)
    (ruling,) = page(group, made).decisions
    assert (ruling.id, ruling.version, ruling.result, ruling.closed_at) == (decision, 1, None, None)
    group.vote(decision, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Pawb wedi pleidleisio")
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        (grown,) = grown_from(db, [source, uuid4()])[source]
    assert (grown.proposal, grown.title, [one.result for one in grown.decisions]) == (made, TITLE, ["agreed"])
    assert grown.decisions == page(group, made).decisions
    assert (lines(group)[0].decision, lines(group)[0].result) == (decision, "agreed")


def test_a_list_is_found_by_words_of_the_newest_version(group: Gathering) -> None:
    draft(group)
    assert len(lines(group, find="car")) == 1
    assert lines(group, find="bws") == []


def test_words_that_were_taken_down_are_not_there(group: Gathering) -> None:
    made = draft(group)
    for each in page(group, made).parts[:2]:
        words.hide(group.workspace, group.act("Mair"), each.text, words.Place("proposal", made), "Enw")
    found = page(group, made)
    assert (found.title, found.summary) == ({}, SUMMARY)
    assert [(each.part, each.language) for each in found.parts] == [("summary", "cy"), ("summary", "en"), ("body", "cy"), ("body", "en")]
