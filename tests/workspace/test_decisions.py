from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from aggregates.charter import Charter, charter_id
from aggregates.decision import Decision
from aggregates.errors import (
    AlreadyVoted,
    ClosesTooSoon,
    EasyReadIsMissing,
    LanguageIsMissing,
    NoCharter,
    NotFound,
    NothingToAdopt,
    NotOnTheRoll,
    NotYourTask,
    SideIsEmpty,
    TextMovedOn,
    TooFewOnASide,
    TooLong,
    UnknownChoice,
    VoteCameLate,
    VotingIsOver,
)
from aggregates.vote import Vote, vote_id
from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, members, proposals
from workspace.application import Workspace
from workspace.prospects import prospect
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both


@pytest.fixture
def decided(group: Gathering) -> Gathering:
    group.adopt_charter()
    return group


def outcome(group: Gathering, decision: UUID) -> dict[str, object]:
    found = group.workspace.load(Decision, decision)
    assert found.outcome is not None
    return found.outcome


def test_decisions_need_a_charter(group: Gathering):
    with pytest.raises(NoCharter):
        group.open()
    charters.draft(group.workspace, group.act("Mair"), CHARTER, RULE, "anybody")
    with pytest.raises(NoCharter):
        group.open()


def test_a_charter_is_adopted_by_both_sides_and_in_force_with_the_count(group: Gathering):
    adoption = group.adopt_charter()
    charter = group.workspace.load(Charter, charter_id(group.project))
    assert charter.in_force == 1
    decision = group.workspace.load(Decision, adoption)
    assert (decision.result, decision.rule["base"], decision.adopts) == ("agreed", "eligible", 1)


def test_a_charter_that_is_in_force_changes_under_its_own_rule(decided: Gathering):
    decided.adopt_charter(RULE | {"threshold": [2, 3]})
    charter = charters.of(decided.workspace, decided.project)
    assert charter is not None
    assert charter.in_force == 2
    with pytest.raises(NothingToAdopt):
        decisions.open_adoption(decided.workspace, decided.act("Eira"), QUESTION, decided.in_(1), 2)


def test_who_may_open_is_what_the_charter_says(group: Gathering):
    group.adopt_charter(opened_by="facilitators")
    with pytest.raises(NotYourTask):
        decisions.open(group.workspace, group.act("Eira"), QUESTION, group.in_(1))
    charters.draft(group.workspace, group.act("Eira"), CHARTER, RULE, "anybody", 1)
    with pytest.raises(NotYourTask):
        decisions.open_adoption(group.workspace, group.act("Eira"), QUESTION, group.in_(1), 2)
    assert group.open()


def test_too_few_people_cannot_found_anything(workspace: Workspace):
    group = Gathering(workspace, professionals=["Rhys"])
    charters.draft(workspace, group.act("Mair"), CHARTER, RULE, "anybody")
    with pytest.raises(TooFewOnASide):
        decisions.open_adoption(workspace, group.act("Mair"), QUESTION, group.in_(1), 1)


def test_a_side_that_has_emptied_decides_nothing(decided: Gathering):
    for name in decided.professionals:
        members.leave(decided.workspace, decided.act(name))
    with pytest.raises(SideIsEmpty):
        decided.open()


def test_the_roll_is_frozen_who_leaves_stays_who_comes_is_not_on_it(decided: Gathering):
    decision = decided.open()
    rhys = decided.member("Rhys")
    members.leave(decided.workspace, decided.act("Rhys"))
    members.change_side(decided.workspace, decided.act("Eira"), decided.member("Eira"), "professional")
    roll = decided.workspace.load(Decision, decision).roll
    assert roll[rhys.hex] == "professional"
    assert len(roll) == 5
    decisions.vote(decided.workspace, decided.act("Eira"), decision, "yes", "", 0)
    first = decided.workspace.load(Vote, vote_id(decision, decided.member("Eira")))
    assert roll[decided.member("Eira").hex] == "citizen"
    [(_, cast)] = decided.workspace.events_of([first.id])
    assert cast.by.side == "citizen"
    with pytest.raises(NotOnTheRoll):
        decisions.vote(decided.workspace, decided.act("Mair"), decision, "yes", "", 0)


def test_both_languages_or_a_reason(decided: Gathering):
    only = replace(QUESTION, asked={"en": "Shall we?"})
    with pytest.raises(LanguageIsMissing):
        decided.open(only)
    assert decided.open(replace(only, exception="Does neb yma heno i gyfieithu"))


def test_it_closes_in_the_future(decided: Gathering):
    with pytest.raises(ClosesTooSoon):
        decided.open(hours=-1)


def test_a_proposal_is_put_as_it_was_read(decided: Gathering):
    words = (both("Teitl", "Title"), both("Crynodeb", "Summary"), both("Testun", "Text"))
    proposal = proposals.draft(decided.workspace, decided.act("Eira"), *words).id
    proposals.revise(decided.workspace, decided.act("Eira"), proposal, 1, *words)
    with pytest.raises(TextMovedOn):
        decided.open(proposal=proposal, version=1)
    assert decided.open(proposal=proposal, version=2)
    with pytest.raises(NotFound):
        decided.open(proposal=uuid4(), version=1)


def test_where_the_charter_wants_easy_read_a_proposal_waits_for_it(decided: Gathering):
    words = (both("Teitl", "Title"), both("Crynodeb", "Summary"), both("Testun", "Text"))
    proposal = proposals.draft(decided.workspace, decided.act("Eira"), *words).id
    eira = decided.member("Eira")
    assert prospect(decided.workspace, decided.project, eira, proposal=proposal).why_not is None
    decided.adopt_charter(wants_easy_read=True)
    assert isinstance(prospect(decided.workspace, decided.project, eira, proposal=proposal).why_not, EasyReadIsMissing)
    with pytest.raises(EasyReadIsMissing):
        decided.open(proposal=proposal, version=1)
    assert decided.open()  # about nothing that is written
    proposals.write_part(decided.workspace, decided.act("Eira"), proposal, "easy read", both("Brawddeg fer.", "A short sentence."))
    assert prospect(decided.workspace, decided.project, eira, proposal=proposal).why_not is None
    assert decided.open(proposal=proposal, version=1)


def test_a_vote_can_be_changed_and_withdrawn_until_the_close(decided: Gathering):
    decision = decided.open()
    for saw, choice in enumerate(["yes", "no", "abstain"]):
        decisions.vote(decided.workspace, decided.act("Eira"), decision, choice, f"Achos {saw}", saw)
    stands = decisions.on_record(decided.workspace, decision, decided.member("Eira"))
    assert stands is not None
    assert (stands.choice, stands.version) == ("abstain", 3)
    decisions.withdraw_vote(decided.workspace, decided.act("Eira"), decision, 3)
    stands = decisions.on_record(decided.workspace, decision, decided.member("Eira"))
    assert stands is not None
    assert (stands.choice, stands.reason) == (None, None)
    decisions.vote(decided.workspace, decided.act("Eira"), decision, "yes", "", 4)


def test_a_second_first_vote_is_told_what_is_on_record(decided: Gathering):
    decision = decided.open()
    decided.vote(decision, {"Eira": "yes"})
    with pytest.raises(AlreadyVoted) as refused:
        decided.vote(decision, {"Eira": "no"})
    assert refused.value.values == {"choice": "yes", "version": 1}
    with pytest.raises(AlreadyVoted):
        decisions.vote(decided.workspace, decided.act("Beti"), decision, "no", "", 3)


def test_pressing_the_button_twice_is_voting_once(decided: Gathering):
    decision, press = decided.open(), uuid4()
    first = decisions.vote(decided.workspace, decided.act("Eira", command=press), decision, "yes", "", 0)
    again = decisions.vote(decided.workspace, decided.act("Eira", command=press), decision, "yes", "", 0)
    assert again == replace(first, already=True)


def test_nonsense_is_refused_and_nothing_is_kept(decided: Gathering):
    decision = decided.open()
    with pytest.raises(UnknownChoice):
        decisions.vote(decided.workspace, decided.act("Eira"), decision, "perhaps", "", 0)
    with pytest.raises(TooLong):
        decisions.vote(decided.workspace, decided.act("Eira"), decision, "yes", "x" * 1001, 0)
    assert decisions.on_record(decided.workspace, decision, decided.member("Eira")) is None


def test_a_decision_of_another_project_does_not_exist_here(decided: Gathering):
    decision = decided.open()
    elsewhere = replace(decided.act("Eira"), project=uuid4())
    with pytest.raises(NotFound):
        decisions.vote(decided.workspace, elsewhere, decision, "yes", "", 0)


def test_only_a_facilitator_closes_early_and_says_why(decided: Gathering):
    decision = decided.open()
    with pytest.raises(NotYourTask):
        decisions.close(decided.workspace, decided.act("Eira"), decision, "Digon")
    decided.vote(decision, {"Eira": "yes", "Beti": "yes", "Amina": "yes"}, "Achos mae ei angen")
    decisions.close(decided.workspace, decided.act("Mair"), decision, "Mae pawb oedd am bleidleisio wedi gwneud")
    assert outcome(decided, decision)["result"] == "agreed"
    with pytest.raises(VotingIsOver):
        decided.vote(decision, {"Tomos": "no"})
    with pytest.raises(VotingIsOver):
        decisions.close(decided.workspace, decided.act("Mair"), decision, "Eto")


def test_by_the_clock_a_vote_is_refused_even_before_anybody_closed_it(decided: Gathering):
    decision = decided.open(hours=0.5)
    late = decided.act("Eira", happened_at=decided.in_(0.5))
    with pytest.raises(VotingIsOver):
        decisions.vote(decided.workspace, late, decision, "yes", "", 0)


def test_the_clock_closes_and_counts_once(decided: Gathering):
    decision = decided.open(hours=1)
    decided.vote(decision, {"Eira": "yes", "Beti": "yes", "Amina": "yes", "Rhys": "abstain"})
    later = decided.in_(2)
    decisions.close_when_due(decided.workspace, decision, happened_at=later)
    decisions.close_when_due(decided.workspace, decision, happened_at=later)
    assert outcome(decided, decision)["result"] == "agreed"
    kinds = [type(event).__name__ for _, event in decided.workspace.events_of([decision])]
    assert kinds == ["Opened", "Closed", "Counted"]


def test_what_was_closed_and_not_counted_is_finished_later(decided: Gathering):
    decision = decided.open(hours=1)
    decided.vote(decision, {"Eira": "yes", "Beti": "no", "Amina": "yes"})
    found = decided.workspace.load(Decision, decision)
    found.close(replace(decided.act("Mair"), happened_at=found.closes_at), None)
    decided.workspace.commit(found)
    decisions.close_when_due(decided.workspace, decision)
    assert outcome(decided, decision)["result"] == "one side only"


def test_a_withdrawn_vote_is_not_there_and_a_changed_one_counts_once(decided: Gathering):
    decision = decided.open()
    decided.vote(decision, {"Eira": "no", "Beti": "no", "Tomos": "yes", "Amina": "yes"}, "Achos")
    decisions.vote(decided.workspace, decided.act("Eira"), decision, "yes", "Wedi meddwl", 1)
    decisions.withdraw_vote(decided.workspace, decided.act("Beti"), decision, 1)
    decisions.close(decided.workspace, decided.act("Mair"), decision, "Dyna ni")
    tally = outcome(decided, decision)["tally"]
    assert isinstance(tally, dict)
    assert {name: tally["citizen"][name] for name in ("yes", "no", "abstain", "present")} == {"yes": 2, "no": 0, "abstain": 0, "present": 2}
    *_, (_, counted) = decided.workspace.events_of([decision])
    assert {choice: {side: len(words) for side, words in sides.items()} for choice, sides in counted.reasons.items()} == {
        "yes": {"citizen": 2, "professional": 1}
    }


def test_a_vote_that_lost_the_race_is_on_record_as_late_and_told_so(decided: Gathering):
    decision, press = decided.open(), uuid4()
    early = decided.act("Eira", command=press)
    found = decided.workspace.load(Decision, decision)
    side = found.side_of(early)
    assert side == "citizen"
    decisions.close(decided.workspace, decided.act("Mair"), decision, "Nawr")
    decided.workspace.commit(Vote.cast(early, decision, "yes", None))  # what the race comes to: let in before, stored after
    with pytest.raises(VoteCameLate):
        decisions.vote(decided.workspace, decided.act("Eira", command=press), decision, "yes", "", 0)
    assert outcome(decided, decision)["result"] == "no decision"
