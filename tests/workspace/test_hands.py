"""A charter adopted in a room: two people count the hands, one of each side."""

from threading import Barrier, Thread
from uuid import UUID

import pytest

from aggregates.decision import Decision
from aggregates.errors import CountedDifferently, HandsAreCounted, MoreHandsThanPeople, NothingToCount, NotOnTheRoll, UnknownChoice, VotingIsOver
from tests.gathering import QUESTION, Gathering
from workspace import charters, decisions, hands, mending
from workspace.story.evening_care import CHARTER, RULE


def asked(group: Gathering, way: str = "hands") -> UUID:
    charters.draft(group.workspace, group.act("Mair"), CHARTER, RULE, "anybody")
    return decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), 1, way).id


def counts(citizens: int = 3, professionals: int = 2) -> dict[str, dict[str, int]]:
    return {"citizen": {"yes": citizens, "no": 3 - citizens, "abstain": 0}, "professional": {"yes": professionals, "no": 2 - professionals, "abstain": 0}}


def in_force(group: Gathering) -> int | None:
    charter = charters.of(group.workspace, group.project)
    return charter.in_force if charter else None


def test_two_people_who_counted_the_same_put_the_charter_in_force(group: Gathering) -> None:
    decision = asked(group)
    first = hands.report(group.workspace, group.act("Eira"), decision, counts())
    assert in_force(group) is None
    second = hands.report(group.workspace, group.act("Rhys"), decision, counts())
    assert in_force(group) == 1
    assert first.position < second.position == group.workspace.head()
    with pytest.raises(VotingIsOver):
        hands.report(group.workspace, group.act("Amina"), decision, counts())


def test_who_counted_differently_count_again_and_both_counts_are_on_record(group: Gathering) -> None:
    decision = asked(group)
    hands.report(group.workspace, group.act("Eira"), decision, counts(2))
    with pytest.raises(CountedDifferently):
        hands.report(group.workspace, group.act("Rhys"), decision, counts(3))
    with pytest.raises(CountedDifferently):
        hands.report(group.workspace, group.act("Eira"), decision, counts(1))
    hands.report(group.workspace, group.act("Beti"), decision, counts(3))
    assert in_force(group) == 1
    told = [type(event).__name__ for _, event in group.workspace.events_of([decision])]
    assert told == ["Opened", *["HandsReported"] * 4, "Closed", "Counted"]


def test_what_the_room_did_not_agree_to_is_not_in_force(group: Gathering) -> None:
    decision = asked(group)
    for name in ("Eira", "Rhys"):
        hands.report(group.workspace, group.act(name), decision, counts(3, 1))
    assert group.workspace.load(Decision, decision).result == "one side only"
    assert in_force(group) is None


def test_of_two_who_report_at_once_the_later_one_makes_the_count(group: Gathering) -> None:
    decision, ready = asked(group), Barrier(2)

    def report(name: str) -> None:
        by = group.act(name)
        ready.wait()
        hands.report(group.workspace, by, decision, counts())

    threads = [Thread(target=report, args=(name,)) for name in ("Eira", "Rhys")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert in_force(group) == 1


def test_the_button_pressed_twice_is_answered_as_the_first_time(group: Gathering) -> None:
    decision = asked(group)
    hands.report(group.workspace, group.act("Eira"), decision, counts())
    by, head = group.act("Rhys"), 0
    for _ in range(2):
        hands.report(group.workspace, by, decision, counts())
        head = head or group.workspace.head()
    assert group.workspace.head() == head


def test_a_count_is_refused_of_whoever_is_not_on_the_roll_and_of_more_hands_than_people(group: Gathering) -> None:
    decision = asked(group)
    with pytest.raises(NotOnTheRoll):
        hands.report(group.workspace, group.act("Mair"), decision, counts())
    with pytest.raises(MoreHandsThanPeople):
        hands.report(group.workspace, group.act("Eira"), decision, counts() | {"citizen": {"yes": 3, "no": 1, "abstain": 0}})


def test_hands_and_ballots_do_not_mix(group: Gathering) -> None:
    decision = asked(group)
    with pytest.raises(HandsAreCounted):
        decisions.vote(group.workspace, group.act("Eira"), decision, "yes", "", 0)
    again = mending.restart(group.workspace, group.act("Mair"), decision, QUESTION, group.in_(2), "Gair arall").id
    assert group.workspace.load(Decision, again).way == "hands"


def test_by_ballots_there_are_no_hands_to_count_and_another_way_is_none(group: Gathering) -> None:
    with pytest.raises(UnknownChoice):
        asked(group, "shouting")
    decision = decisions.open_adoption(group.workspace, group.act("Mair"), QUESTION, group.in_(1), 1).id
    with pytest.raises(NothingToCount):
        hands.report(group.workspace, group.act("Eira"), decision, counts())


def test_hands_that_nobody_counted_in_time_are_closed_by_the_clock(group: Gathering) -> None:
    decision = asked(group)
    hands.report(group.workspace, group.act("Eira"), decision, counts())
    decisions.close_when_due(group.workspace, decision, happened_at=group.in_(2))
    assert group.workspace.load(Decision, decision).result == "not agreed"
