"""Decisions happen, their pages are read."""

import json
from dataclasses import asdict, replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from aggregates.vote import Vote
from projections.decisions import FEW, Decision, Lines, decision, decisions, open_for, project_of
from projections.decisions.withholding import told
from tests.gathering import QUESTION, Gathering
from workers.projector import bring_to_head
from workspace import decisions as acts
from workspace import members, voices
from workspace.application import Workspace
from workspace.story.cast import CARE_TEAM, FAMILIES
from workspace.voices import Voice


@pytest.fixture
def group(workspace: Workspace) -> Gathering:
    group = Gathering(workspace, citizens=FAMILIES[:6], professionals=CARE_TEAM)
    group.adopt_charter()
    return group


def page(group: Gathering, id: UUID, viewer: str | None = None, **more: Any) -> Decision:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        found = decision(db, id, member=group.member(viewer) if viewer else None, **more)
    assert found is not None
    return found


def lists(group: Gathering, viewer: str | None = None, **more: Any) -> Lines:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return decisions(db, group.project, member=group.member(viewer) if viewer else None, **more)


def test_an_open_decision_with_all_that_its_page_shows(group: Gathering) -> None:
    id = group.open()
    found = page(group, id, "Eira")
    assert (found.question, found.yes, found.no, found.otherwise) == (QUESTION.asked, QUESTION.yes, QUESTION.no, QUESTION.otherwise)
    assert (found.state, found.result, found.charter, found.adopts, found.opener) == ("open", None, 1, None, "Mair")
    assert (found.roll, found.present, found.people) == ({"citizen": 6, "professional": 5}, {"citizen": 0, "professional": 0}, 11)
    assert (found.side, page(group, id, "Mair").side, page(group, id).side) == ("citizen", None, None)
    assert found.rule["method"] == "dual"


def test_how_people_took_part_is_told_once_it_is_counted_and_names_nobody(group: Gathering) -> None:
    full, few = group.open(), group.open()
    for id, on_paper in ((full, group.professionals), (few, group.professionals[:4])):
        group.vote(id, {name: "yes" for name in (*group.citizens, *group.professionals) if name not in on_paper})
        for name in on_paper:
            by = voices.speaking(group.workspace, group.act("Mair"), Voice(group.member(name), "signed", "paper"))
            acts.vote(group.workspace, by, id, "yes", "", 0)
        assert page(group, id).reached == {}, "while it is open nothing is told"
        acts.close(group.workspace, group.act("Mair"), id, "Pawb")
    assert page(group, full).reached == {"web": 6, "paper": 5}
    assert page(group, few).reached == {}


def test_what_comes_late_is_no_way_of_taking_part(group: Gathering) -> None:
    id = group.open()
    group.vote(id, dict.fromkeys((*group.citizens, *group.professionals[:4]), "yes"))
    acts.close(group.workspace, group.act("Mair"), id, "Digon")
    group.workspace.commit(Vote.cast(group.act(group.professionals[4]), id, "no", None))
    assert page(group, id).reached == {"web": 10}


def test_turnout_counts_people_with_a_vote_on_record(group: Gathering) -> None:
    id = group.open()
    group.vote(id, {"Eira": "yes", "Beti": "no", "Amina": "abstain"})
    acts.vote(group.workspace, group.act("Eira"), id, "no", "", 1)
    acts.withdraw_vote(group.workspace, group.act("Beti"), id, 1)
    assert page(group, id).present == {"citizen": 1, "professional": 1}
    acts.vote(group.workspace, group.act("Beti"), id, "no", "", 2)
    assert page(group, id).present == {"citizen": 2, "professional": 1}


def test_before_the_count_no_row_says_how_anybody_voted(group: Gathering) -> None:
    """Two groups that did the opposite leave the same rows, but for the ids of their words."""
    id = group.open()
    group.vote(id, {"Eira": "yes", "Amina": "no"}, "Achos")
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        rows = [db.execute(f"select to_jsonb(t) from {table} t").fetchall() for table in ("decisions_roll", "decisions_reasons")]  # type: ignore[arg-type]
        words = [str(row[0]) for row in db.execute("select id from texts where body = 'Achos'")]
    stored = json.dumps([row[0] for table in rows for row in table])
    assert len(words) == 2
    assert not any(word in stored for word in words)
    assert not any(f'"{choice}"' in stored for choice in ("yes", "no", "abstain"))
    assert page(group, id).reasons == []


def test_a_result_with_reasons_that_nobody_is_named_for(group: Gathering) -> None:
    id = group.open()
    group.vote(id, dict.fromkeys(FAMILIES[:6], "yes"))
    group.vote(id, {"Amina": "yes", "Rhys": "yes"}, "Mae’n bosibl")
    group.vote(id, {"Carys": "no"}, "Rhy hwyr")
    acts.close(group.workspace, group.act("Mair"), id, "Mae pawb wedi pleidleisio")
    found = page(group, id)
    assert (found.state, found.result, found.is_early, found.closer, found.reason) == ("over", "agreed", True, "Mair", {"cy": "Mae pawb wedi pleidleisio"})
    assert sorted((each.choice, each.side, each.words["cy"]) for each in found.reasons) == [
        ("no", "professional", "Rhy hwyr"),
        ("yes", "professional", "Mae’n bosibl"),
        ("yes", "professional", "Mae’n bosibl"),
    ]
    assert found.outcome is not None
    assert found.outcome["tally"]["professional"]["yes"] == 2
    assert found.outcome["withheld"] == []
    names = {group.member(name).hex for name in (*group.citizens, *group.professionals)}
    assert not any(name in json.dumps(asdict(found), default=str).replace("-", "") for name in names)


def test_in_a_small_group_only_whether_it_reached_its_number_is_told(workspace: Workspace) -> None:
    group = Gathering(workspace, citizens=FAMILIES[:6])
    group.adopt_charter()
    id = group.open()
    group.vote(id, {"Eira": "yes", "Beti": "yes", "Tomos": "yes"}, "Achos")
    group.vote(id, {"Amina": "yes", "Rhys": "no"}, "Rheswm")
    acts.close(workspace, group.act("Mair"), id, "Nawr")
    found = page(group, id)
    assert found.outcome is not None
    assert found.result == "one side only"
    assert found.outcome["withheld"] == ["professional"]
    tally = found.outcome["tally"]
    assert (tally["professional"]["present"], tally["professional"]["reached"], tally["professional"]["yes"]) == (2, False, None)
    assert (tally["citizen"]["yes"], found.outcome["would_change"], found.outcome["tally_hash"]) == (3, None, None)
    assert {(each.choice, each.side) for each in found.reasons} == {(None, None)}


def test_what_a_small_group_did_cannot_be_worked_out_from_the_whole() -> None:
    numbers = {"roll": FEW, "yes": 3, "no": 1, "abstain": 0, "present": 4, "absent": 1, "needed": None, "got": None, "of": None, "reached": None}
    small, whole = {**numbers, "roll": FEW - 1}, {**numbers, "roll": 2 * FEW - 1, "needed": 3}
    outcome = {"result": "agreed", "tally": {"citizen": numbers, "professional": small, "all": whole}, "trace": [], "would_change": {}, "tally_hash": "x"}
    shown = told(outcome)
    assert shown["withheld"] == ["citizen", "professional"]
    assert [shown["tally"][pool]["yes"] for pool in ("citizen", "professional", "all")] == [None, None, 3]


def test_what_came_after_the_close_is_a_number(group: Gathering) -> None:
    id = group.open()
    early = group.act("Eira")
    acts.close(group.workspace, group.act("Mair"), id, "Nawr")
    group.workspace.commit(Vote.cast(early, id, "yes", None))
    found = page(group, id)
    assert found.late == 1
    assert found.outcome is not None
    assert found.outcome["tally"]["citizen"]["yes"] == 0
    ballot = acts.on_record(group.workspace, id, early.member)
    assert ballot is not None
    assert (ballot.choice, ballot.version, ballot.is_late) == (None, 0, True)


def test_open_ones_come_first_the_next_to_close_at_the_top(group: Gathering) -> None:
    later, sooner = group.open(hours=48), group.open(hours=24)
    group.vote(later, {"Eira": "yes"})
    found = lists(group, "Eira")
    assert [line.id for line in found.open] == [sooner, later]
    assert [(line.has_voted, line.side, line.present, line.people) for line in found.open] == [(False, "citizen", 0, 11), (True, "citizen", 1, 11)]
    assert [(line.adopts, line.result) for line in found.over] == [(1, "agreed")]
    assert not found.has_more
    assert lists(group, page=2).open == []


def test_what_waits_for_somebody(group: Gathering) -> None:
    first, second = group.open(hours=2), group.open(hours=3)
    group.vote(first, {"Eira": "yes"})
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        assert [(line.id, line.has_voted) for line in open_for(db, [group.member("Eira")])] == [(second, False), (first, True)]
        assert open_for(db, [group.member("Mair")]) == []


def test_the_frozen_side_stays(group: Gathering) -> None:
    id = group.open()
    members.change_side(group.workspace, group.act("Eira"), group.member("Eira"), "professional")
    found = page(group, id, "Eira")
    assert (found.side, found.roll) == ("citizen", {"citizen": 6, "professional": 5})


def test_why_a_language_is_missing(group: Gathering) -> None:
    found = page(group, group.open(replace(QUESTION, asked={"en": "Shall we?"}, exception="Dim cyfieithydd heno")))
    assert (found.question, found.has_exception, found.exception) == ({"en": "Shall we?"}, True, {"cy": "Dim cyfieithydd heno"})


def test_where_a_decision_belongs(group: Gathering) -> None:
    id = group.open()
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        assert project_of(db, id) == group.project
        assert project_of(db, uuid4()) is None
        assert decision(db, uuid4()) is None
