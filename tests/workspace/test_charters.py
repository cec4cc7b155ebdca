import threading
from typing import Any
from uuid import UUID

import pytest

from aggregates.charter import Charter, charter_id
from aggregates.decision import Decision
from aggregates.errors import BeingAsked, Empty, NoCharter, NotAMember, TextMovedOn, TooLong, UnknownChoice, UnknownRule
from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, members, mending
from workspace.story.evening_care import CHARTER, RULE
from workspace.story.telling import both


def draft(group: Gathering, name: str = "Eira", saw: int = 0, **change: Any) -> int:
    given: dict[str, Any] = {"sections": CHARTER, "rule": RULE, "opened_by": "anybody"} | change
    charters.draft(group.workspace, group.act(name), **given, saw=saw)
    return group.workspace.load(Charter, charter_id(group.project)).drafted


def test_any_member_may_write_a_draft_and_the_next_one(group: Gathering) -> None:
    assert charters.of(group.workspace, group.project) is None
    assert [draft(group, "Eira"), draft(group, "Amina", saw=1), draft(group, "Mair", saw=2)] == [1, 2, 3]


def test_who_left_writes_no_more(group: Gathering) -> None:
    members.leave(group.workspace, group.act("Eira"))
    with pytest.raises(NotAMember):
        draft(group, "Eira")


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"sections": {}}, Empty),
        ({"sections": CHARTER | {"aim": both(" ", "")}}, Empty),
        ({"sections": CHARTER | {"how": both("x" * 4001, "")}}, TooLong),
        ({"rule": {"method": "dual", "threshold": [2, 1]}}, UnknownRule),
        ({"rule": {}}, UnknownRule),
        ({"opened_by": "the council"}, UnknownChoice),
    ],
)
def test_what_cannot_be_a_charter_is_refused_and_leaves_nothing(group: Gathering, change: dict[str, object], refusal: type[Exception]) -> None:
    head = group.workspace.head()
    with pytest.raises(refusal):
        draft(group, **change)
    assert group.workspace.head() == head


def test_of_two_people_who_ask_at_once_one_hears_that_it_is_asked_and_later_it_can_be_asked_again(group: Gathering) -> None:
    draft(group)
    told: list[object] = []

    def ask(name: str) -> None:
        by = group.act(name)
        ready.wait()
        try:
            told.append(decisions.open_adoption(group.workspace, by, QUESTION, group.in_(1), 1).id)
        except BeingAsked:
            told.append("being asked")

    ready = threading.Barrier(2)
    threads = [threading.Thread(target=ask, args=(name,)) for name in ("Eira", "Rhys")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (opened,) = [each for each in told if each != "being asked"]
    assert told.count("being asked") == 1
    assert isinstance(opened, UUID)
    again = mending.restart(group.workspace, group.act("Mair"), opened, QUESTION, group.in_(1), "Gair arall").id
    with pytest.raises(BeingAsked):
        decisions.open_adoption(group.workspace, group.act("Eira"), QUESTION, group.in_(1), 1)
    decisions.close(group.workspace, group.act("Mair"), again, "Neb wedi pleidleisio")
    decisions.open_adoption(group.workspace, group.act("Eira"), QUESTION, group.in_(1), 1)


def test_two_versions_that_are_asked_at_once_and_both_agreed_to_leave_one_in_force(group: Gathering) -> None:
    asked = [decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), draft(group, saw=saw)).id for saw in (0, 1)]
    for decision in asked:
        group.vote(decision, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
    threads = [threading.Thread(target=decisions.close, args=(group.workspace, group.act("Mair"), decision, "Pawb")) for decision in asked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    charter = charters.of(group.workspace, group.project)
    assert charter is not None
    assert [group.workspace.load(Decision, decision).result for decision in asked] == ["agreed", "agreed"]
    adopted = [event.version for _, event in group.workspace.events_of([charter.id]) if isinstance(event, Charter.Adopted)]
    assert adopted == [charter.in_force]  # the first to be counted; the other was decided under another rule than is in force then


def test_of_two_people_who_write_at_once_one_is_shown_the_others_text(group: Gathering) -> None:
    draft(group)
    told: list[object] = []

    def write(name: str) -> None:
        try:
            told.append(draft(group, name, saw=1))
        except TextMovedOn as moved:
            told.append(moved.values)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("Beti", "Rhys")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, told)) == ["2", "{'version': 2}"]


def test_of_two_first_drafts_at_once_one_is_kept(group: Gathering) -> None:
    draft(group)
    with pytest.raises(TextMovedOn):
        draft(group, "Rhys")


def test_it_changes_only_by_a_decision_under_itself(group: Gathering) -> None:
    group.adopt_charter(opened_by="facilitators")
    draft(group, "Tomos", saw=1, opened_by="anybody")
    charter = group.workspace.load(Charter, charter_id(group.project))
    assert (charter.drafted, charter.in_force, charter.openers[1]) == (2, 1, "facilitators")


def test_a_draft_that_was_not_agreed_is_no_charter(group: Gathering) -> None:
    draft(group)
    adoption = decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), 1).id
    group.vote(adoption, dict.fromkeys((*group.citizens, group.professionals[0]), "yes"))
    decisions.close(group.workspace, group.act("Mair"), adoption, "Digon am heno")
    with pytest.raises(NoCharter):
        group.open()


def test_of_two_adoptions_at_once_the_second_is_under_a_rule_that_is_gone(group: Gathering) -> None:
    draft(group)
    draft(group, saw=1)
    first, second = (decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), version).id for version in (1, 2))
    for adoption in (first, second):
        group.vote(adoption, dict.fromkeys((*group.citizens, *group.professionals), "yes"))
        decisions.close(group.workspace, group.act("Mair"), adoption, "Pawb wedi pleidleisio")
    assert group.workspace.load(Charter, charter_id(group.project)).in_force == 1
