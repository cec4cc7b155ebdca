from typing import Any

from projections.charters import Version, charter, versions
from tests.gathering import QUESTION, Gathering
from workers.projector import bring_to_head
from workspace import charters, decisions
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both


def read(group: Gathering, version: int | None = None) -> Version | None:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return charter(db, group.project, version)


def draft(group: Gathering, name: str, saw: int, **change: Any) -> None:
    charters.draft(group.workspace, group.act(name), CHARTER | change, RULE, "anybody", saw)


def test_where_nobody_has_written_one_there_is_none(group: Gathering) -> None:
    assert read(group) is None


def test_the_newest_draft_is_shown_until_one_is_in_force(group: Gathering) -> None:
    draft(group, "Eira", 0)
    draft(group, "Amina", 1, aim=both("Nosweithiau da", "Good evenings"))
    found = read(group)
    assert found
    assert (found.version, found.aim, found.name, found.side, found.standing) == (2, both("Nosweithiau da", "Good evenings"), "Amina", "professional", "draft")
    assert found.rule["method"] == "dual"
    first = read(group, 1)
    assert first
    assert first.aim == CHARTER["aim"]
    assert read(group, 3) is None


def test_the_one_in_force_is_shown_with_its_decision_while_others_write_on(group: Gathering) -> None:
    adoption = group.adopt_charter()
    draft(group, "Tomos", 1)
    found = read(group)
    assert found
    assert (found.version, found.standing, found.decision, found.drafted, found.in_force) == (1, "in force", adoption, 2, 1)
    assert found.adopted_at is not None
    group.adopt_charter()
    bring_to_head(group.workspace)
    standings = []
    for version in (1, 2, 3):
        each = read(group, version)
        assert each
        standings.append((each.standing, each.decision is not None))
    assert standings == [("earlier", True), ("earlier", False), ("in force", True)]
    with group.workspace.reading() as db:
        assert [(each.version, each.name) for each in versions(db, group.project)] == [(3, "Mair"), (2, "Tomos"), (1, "Mair")]


def test_a_draft_says_that_a_vote_on_it_is_under_way_and_how_it_came_out(group: Gathering) -> None:
    draft(group, "Eira", 0)
    adoption = decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), 1).id
    found = read(group)
    assert found
    assert (found.standing, found.asked, found.result) == ("asked", adoption, None)
    decisions.close(group.workspace, group.act("Mair"), adoption, "Digon am heno")
    found = read(group)
    assert found
    assert (found.standing, found.asked, found.result) == ("draft", adoption, "not agreed")
