from uuid import UUID

import pytest

from aggregates.charter import Charter, charter_id
from aggregates.decision import Decision
from aggregates.errors import (
    ClosesTooSoon,
    MendNeedsTheOtherSide,
    NotDeadlocked,
    NothingToFollow,
    NotInTheMinority,
    NotYourTask,
    TextMovedOn,
    UnknownChoice,
    VotingIsOver,
    WasRestarted,
)
from tests.gathering import QUESTION, Gathering
from workspace import aftermath, charters, decisions, mending, proposals
from workspace.decisions import Question
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both

OTHERWISE = Question(both("Ydyn ni’n cynnig ymweliad olaf?", "Do we offer a last visit?"), QUESTION.yes, QUESTION.no, QUESTION.otherwise)


@pytest.fixture
def group(gathering: Gathering) -> Gathering:
    gathering.adopt_charter(consent_first=True)
    return gathering


def load(group: Gathering, decision: UUID) -> Decision:
    return group.workspace.load(Decision, decision)


def failed(group: Gathering, **about: object) -> UUID:
    """A consent with an open objection."""
    decision = group.open(**about)  # type: ignore[arg-type]
    decisions.vote(group.workspace, group.act("Eira"), decision, "object", "Does neb wedi gofyn", 0, "aim")
    group.vote(decision, dict.fromkeys(("Beti", "Amina", "Rhys"), "consent"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    assert load(group, decision).result == "not agreed"
    return decision


def follow(group: Gathering, decision: UUID, name: str = "Mair") -> UUID:
    return decisions.follow(group.workspace, group.act(name), decision, group.in_(24)).id


def one_side_only(group: Gathering) -> UUID:
    decision = follow(group, failed(group))
    group.vote(decision, dict.fromkeys(("Eira", "Beti", "Tomos"), "yes") | dict.fromkeys(("Amina", "Rhys"), "no"))
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    assert load(group, decision).result == "one side only"
    return decision


def proposed(group: Gathering) -> UUID:
    return proposals.draft(group.workspace, group.act("Eira"), *[both("Te", "Tea")] * 3).id


def test_a_consent_that_failed_goes_on_to_a_vote_of_the_same_question_under_the_charters_own_rule(group: Gathering) -> None:
    first = load(group, failed(group))
    then = load(group, follow(group, first.id))
    assert (then.after, then.rule, then.words) == (first.id, RULE, first.words)
    assert load(group, first.id).result == "not agreed"  # it stays so
    with pytest.raises(NothingToFollow):
        follow(group, then.id)


def test_only_a_consent_that_failed_is_followed_and_only_by_who_may_open(group: Gathering) -> None:
    with pytest.raises(NothingToFollow):
        follow(group, group.open())
    first = failed(group)
    with pytest.raises(ClosesTooSoon):
        decisions.follow(group.workspace, group.act("Mair"), first, group.in_(-1))
    group.adopt_charter(opened_by="facilitators")
    with pytest.raises(NotYourTask):
        follow(group, first, "Eira")


def test_a_newer_version_of_the_proposal_is_another_question(group: Gathering) -> None:
    proposal = proposed(group)
    first = failed(group, proposal=proposal, version=1)
    proposals.revise(group.workspace, group.act("Eira"), proposal, 1, *[both("Te a choffi", "Tea and coffee")] * 3)
    with pytest.raises(TextMovedOn):
        follow(group, first)


def test_where_one_side_agreed_anybody_on_the_list_or_a_facilitator_says_what_next(group: Gathering) -> None:
    decision = one_side_only(group)
    aftermath.take_route(group.workspace, group.act("Eira"), decision, "mediate", "Gofyn i Lowri")
    aftermath.take_route(group.workspace, group.act("Mair"), decision, "record")
    assert load(group, decision).route == "record"
    with pytest.raises(UnknownChoice):
        aftermath.take_route(group.workspace, group.act("Mair"), decision, "vote again")
    with pytest.raises(NotDeadlocked):
        aftermath.take_route(group.workspace, group.act("Mair"), group.open(), "mediate")


def test_the_minority_is_asked_of_the_votes_in_the_store(group: Gathering) -> None:
    decision = group.open()
    group.vote(decision, dict.fromkeys(("Eira", "Beti", "Amina", "Rhys"), "consent"))
    group.vote(decision, {"Tomos": "stand aside"})
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    with pytest.raises(NotInTheMinority):
        aftermath.state_minority(group.workspace, group.act("Eira"), decision, "Ond")
    aftermath.state_minority(group.workspace, group.act("Tomos"), decision, "My mother sleeps at eight")
    assert load(group, decision).stated == {group.member("Tomos")}


def test_a_slip_of_the_pen_is_mended_by_both_sides_and_votes_stay(group: Gathering) -> None:
    decision = group.open()
    group.vote(decision, {"Eira": "consent"})
    mending.ask_mend(group.workspace, group.act("Beti"), decision, OTHERWISE)
    asked = load(group, decision).asked_mend
    assert asked is not None
    with pytest.raises(MendNeedsTheOtherSide):
        mending.mend(group.workspace, group.act("Tomos"), decision, asked[0])
    before = load(group, decision).words
    mending.mend(group.workspace, group.act("Rhys"), decision, asked[0])
    assert load(group, decision).words == asked[2] != before
    decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    tally = (load(group, decision).outcome or {})["tally"]
    assert tally["citizen"]["consents"] == 1


def test_a_restart_voids_the_ballots_and_asks_everybody_again(group: Gathering) -> None:
    proposal = proposed(group)
    decision = group.open(proposal=proposal, version=1)
    group.vote(decision, {"Eira": "consent"})
    proposals.revise(group.workspace, group.act("Eira"), proposal, 1, *[both("Te a choffi", "Tea and coffee")] * 3)
    again = mending.restart(group.workspace, group.act("Mair"), decision, OTHERWISE, group.in_(24), "Newidiwyd y cynnig", 2).id
    old, new = load(group, decision), load(group, again)
    assert (old.successor, new.proposal_version, new.is_by_consent) == (again, 2, True)
    with pytest.raises(WasRestarted):
        group.vote(decision, {"Beti": "consent"})
    with pytest.raises(VotingIsOver):
        decisions.close(group.workspace, group.act("Mair"), decision, "Nawr")
    decisions.close_when_due(group.workspace, decision)
    assert load(group, decision).outcome is None
    assert decisions.on_record(group.workspace, again, group.member("Eira")) is None


def test_only_who_opened_it_or_a_facilitator_restarts(group: Gathering) -> None:
    with pytest.raises(NotYourTask):
        mending.restart(group.workspace, group.act("Eira"), group.open(), OTHERWISE, group.in_(24), "Na")
    own = decisions.open(group.workspace, group.act("Eira"), QUESTION, group.in_(24)).id
    mending.restart(group.workspace, group.act("Eira"), own, OTHERWISE, group.in_(24), "Gwell fel hyn")


def test_what_follows_a_consent_is_restarted_as_a_vote(group: Gathering) -> None:
    then = follow(group, failed(group))
    again = load(group, mending.restart(group.workspace, group.act("Mair"), then, OTHERWISE, group.in_(24), "Gair").id)
    assert (again.is_by_consent, again.after) == (False, load(group, then).after)


def test_adopting_a_charter_is_restarted_under_the_rule_in_force(group: Gathering) -> None:
    charters.draft(group.workspace, group.act("Mair"), CHARTER, RULE, "anybody", 1)
    adoption = decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(24), 2).id
    again = mending.restart(group.workspace, group.act("Mair"), adoption, OTHERWISE, group.in_(24), "Gair").id
    group.vote(again, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
    decisions.close(group.workspace, group.act("Mair"), again, "Nawr")
    assert group.workspace.load(Charter, charter_id(group.project)).in_force == 2
