"""What came of one's ideas, and what waits for whom."""

from datetime import timedelta
from typing import Any

import pytest

from projections.home import Thanks, Turn, results, thanks, turns
from tests.gathering import Gathering
from workers.projector import bring_to_head
from workspace import arranging, charters, decisions, ideas, members, projects, proposals
from workspace.story.cast import CAST
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both


@pytest.fixture
def decided(group: Gathering) -> Gathering:
    group.adopt_charter()
    return group


def read(group: Gathering, query: Any, *args: Any, **more: Any) -> Any:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return query(db, *args, **more)


def waiting(group: Gathering, name: str) -> list[Turn]:
    """But that somebody who facilitates alone, as Mair does, might ask another."""
    found: list[Turn] = read(group, turns, group.accounts[name])
    return [turn for turn in found if turn.kind != "second"]


def thanked(group: Gathering, name: str) -> list[Thanks]:
    found: list[Thanks] = read(group, thanks, group.accounts[name])
    return found


def proposal(group: Gathering, name: str, sources: list[Any]) -> Any:
    return proposals.draft(group.workspace, group.act(name), both("Clywed", "Hear"), both("Cyn pedwar", "By four"), both("", "Text"), sources).id


def test_an_answer_is_news_for_whoever_had_the_idea(group: Gathering) -> None:
    idea = ideas.post(group.workspace, group.act("Eira"), "Mae enw yn ddigon").id
    ideas.answer(group.workspace, group.act("Mair"), idea, "Iawn, o fory")
    (found,) = thanked(group, "Eira")
    assert (found.kind, found.said, found.answer, found.name, found.idea) == ("answered", {"cy": "Mae enw yn ddigon"}, {"cy": "Iawn, o fory"}, "Mair", idea)
    assert thanked(group, "Mair") == []


def test_what_somebody_answers_to_their_own_idea_is_no_news(group: Gathering) -> None:
    idea = ideas.post(group.workspace, group.act("Mair"), "Mae enw yn ddigon").id
    ideas.answer(group.workspace, group.act("Mair"), idea, "Iawn")
    assert thanked(group, "Mair") == []


def test_an_idea_in_a_proposal_and_then_in_a_decision_is_told_once_by_its_latest(decided: Gathering) -> None:
    eiras, betis = (ideas.post(decided.workspace, decided.act(name), "Enw").id for name in ("Eira", "Beti"))
    found = proposal(decided, "Beti", [eiras, betis])
    (used,) = thanked(decided, "Eira")
    assert (used.kind, used.proposal, used.title, used.name) == ("used", found, both("Clywed", "Hear"), "Beti")
    assert thanked(decided, "Beti") == []
    decision = decided.open(proposal=found, version=1)
    decided.vote(decision, dict.fromkeys((*decided.citizens, *decided.professionals), "yes"))
    decisions.close(decided.workspace, decided.act("Mair"), decision, "Pawb")
    (eira,), (beti,) = thanked(decided, "Eira"), thanked(decided, "Beti")
    assert (eira.kind, eira.result, eira.decision, eira.idea) == ("decided", "agreed", decision, eiras)
    assert (beti.kind, beti.idea) == ("decided", betis)
    (newest, *_) = read(decided, results)
    assert (newest.id, newest.result, newest.called) == (decision, "agreed", {"cy": "Gofal gyda’r nos yn Nyffryn Aeron", "en": "Evening care in Dyffryn Aeron"})


def test_who_left_is_thanked_and_asked_no_more(decided: Gathering) -> None:
    idea = ideas.post(decided.workspace, decided.act("Eira"), "Enw").id
    ideas.answer(decided.workspace, decided.act("Mair"), idea, "Iawn")
    decided.open()
    assert (len(thanked(decided, "Eira")), len(waiting(decided, "Eira"))) == (1, 1)
    members.leave(decided.workspace, decided.act("Eira"))
    assert (thanked(decided, "Eira"), waiting(decided, "Eira")) == ([], [])


def test_an_open_decision_waits_for_those_on_its_roll_who_have_not_voted(decided: Gathering) -> None:
    later, sooner = decided.open(hours=48), decided.open(hours=24)
    assert [(turn.kind, turn.id, turn.of) for turn in waiting(decided, "Eira")] == [("vote", sooner, 2), ("vote", later, 2)]
    assert [turn.kind for turn in waiting(decided, "Mair")] == []
    decided.vote(sooner, {"Eira": "yes"})
    assert [turn.id for turn in waiting(decided, "Eira")] == [later]
    decisions.withdraw_vote(decided.workspace, decided.act("Eira"), sooner, 1)
    assert [turn.id for turn in waiting(decided, "Eira")] == [sooner, later]
    decisions.close(decided.workspace, decided.act("Mair"), sooner, "Digon")
    assert [turn.id for turn in waiting(decided, "Eira")] == [later]


def test_a_vote_in_which_everybody_has_voted_waits_for_facilitators(decided: Gathering) -> None:
    decision = decided.open()
    *most, last = (*decided.citizens, *decided.professionals)
    decided.vote(decision, dict.fromkeys(most, "yes"))
    assert waiting(decided, "Mair") == []
    decided.vote(decision, {last: "no"})
    (turn,) = waiting(decided, "Mair")
    assert (turn.kind, turn.id, turn.words["en"], turn.facts) == ("close", decision, "Shall we offer a last visit?", {})
    assert waiting(decided, "Eira") == []
    decisions.withdraw_vote(decided.workspace, decided.act(last), decision, 1)
    assert waiting(decided, "Mair") == []
    decisions.vote(decided.workspace, decided.act(last), decision, "yes", "", 2)
    assert len(waiting(decided, "Mair")) == 1
    decisions.close(decided.workspace, decided.act("Mair"), decision, "Pawb")
    assert waiting(decided, "Mair") == []


def test_a_draft_waits_for_facilitators_until_it_is_put_to_a_vote(group: Gathering) -> None:
    charters.draft(group.workspace, group.act("Eira"), CHARTER, RULE, "anybody")
    assert [(turn.kind, turn.facts["version"]) for turn in waiting(group, "Mair")] == [("draft", 1)]
    assert waiting(group, "Eira") == []
    decisions.open_adoption(group.workspace, group.act("Mair"), decisions.Question(both("A?", "A?"), both("Ie", "Yes"), both("Na", "No"), {}), group.in_(1), 1)
    assert waiting(group, "Mair") == []
    charters.draft(group.workspace, group.act("Beti"), CHARTER, RULE, "anybody", saw=1)
    assert [(turn.kind, turn.facts["version"]) for turn in waiting(group, "Mair")] == [("draft", 2)]


def test_a_place_kept_for_ones_address_waits_until_it_is_taken_back(group: Gathering) -> None:
    kept = members.invite(group.workspace, group.act("Mair"), side="citizen", email=CAST["Nia"].email).receipt.id
    assert [(turn.kind, turn.id, turn.called["en"]) for turn in waiting(group, "Nia")] == [("invited", kept, "Evening care in Dyffryn Aeron")]
    members.remove(group.workspace, group.act("Mair"), kept, "Camgymeriad")
    assert waiting(group, "Nia") == []


def test_results_of_what_is_for_members_alone_are_not_shown(decided: Gathering) -> None:
    assert len(read(decided, results)) == 1
    projects.show_to(decided.workspace, decided.act("Mair"), "members", "Siarad yn rhydd")
    assert read(decided, results) == []


def test_an_answer_waits_for_whoever_was_asked_until_they_give_it(group: Gathering) -> None:
    idea = ideas.post(group.workspace, group.act("Eira"), "Sundays later").id
    until = (group.workspace.now() + timedelta(days=5)).date()
    for name in ("Rhys", "Amina"):
        ideas.ask_for_answer(group.workspace, group.act("Beti"), idea, group.member(name), until)
    (found,) = waiting(group, "Rhys")
    assert (found.kind, found.id, found.words, found.due_at and found.due_at.date()) == ("answer", idea, {"cy": "Sundays later"}, until)
    ideas.reword(group.workspace, group.act("Eira"), idea, "Sundays, after ten")
    assert waiting(group, "Rhys")[0].words == {"cy": "Sundays, after ten"}
    ideas.answer(group.workspace, group.act("Rhys"), idea, "From May", "yes")
    assert (waiting(group, "Rhys"), len(waiting(group, "Amina"))) == ([], 1)
    ideas.set_aside(group.workspace, group.act("Eira"), idea, "Enough")
    assert waiting(group, "Amina") == []


def test_all_authors_of_joined_ideas_are_thanked_and_none_of_them_after_they_are_apart(group: Gathering) -> None:
    one, other = (ideas.post(group.workspace, group.act(name), "Later").id for name in ("Eira", "Beti"))
    arranging.join(group.workspace, group.act("Mair"), one, other)
    ideas.answer(group.workspace, group.act("Mair"), other, "Yes", "yes")
    assert [thanked(group, name)[0].idea for name in ("Eira", "Beti")] == [other, other]
    arranging.set_apart(group.workspace, group.act("Eira"), one)
    ideas.answer(group.workspace, group.act("Mair"), other, "Still", "yes")
    assert [thanked(group, name)[0].answer for name in ("Eira", "Beti")] == [{"cy": "Yes"}, {"cy": "Still"}]
