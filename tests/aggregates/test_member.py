"""Places: offered, recorded, taken, changed, left."""

from uuid import uuid4

import pytest

from aggregates.base import Text
from aggregates.errors import InNoGroup, MemberIsHere, MemberIsNotHere, NobodyAsks, NotYours, OnlyFacilitator
from aggregates.member import Member
from tests.given import BETI, EIRA, MAIR, act, happened, text


def place(side: str = "citizen", *tasks: str) -> Member:
    return Member.invite(act(MAIR), EIRA, side, list(tasks))


def taken(side: str = "citizen", *tasks: str) -> Member:
    member = place(side, *tasks)
    member.join(act(EIRA))
    return member


def test_a_place_is_somebodys_once_they_take_it():
    member = place()
    member.offer_place(act(MAIR), "mail")
    member.join(act(EIRA))
    assert (member.id, member.state, member.side) == (EIRA, "here", "citizen")
    assert happened(member) == ["Placed", "PlaceOffered", "Joined"]


def test_a_place_is_taken_by_its_own_member_and_once():
    member = place()
    with pytest.raises(NotYours):
        member.join(act(MAIR))
    member.join(act(EIRA))
    with pytest.raises(MemberIsHere):
        member.join(act(EIRA))
    with pytest.raises(MemberIsHere):
        member.offer_place(act(MAIR), "link")


def test_somebody_on_the_record_is_not_here_until_they_claim_their_place():
    member = Member.record(act(EIRA), EIRA, "citizen", "polis")
    assert member.state == "recorded"
    with pytest.raises(MemberIsNotHere):
        member.change_side(act(EIRA), "professional")
    member.offer_place(act(MAIR), "code")
    member.join(act(EIRA))
    assert happened(member) == ["Placed", "PlaceOffered", "Joined"]


def test_the_founder_is_here_from_the_start_with_their_tasks():
    member = Member.found(act(MAIR), ["facilitator"])
    assert (member.id, member.state, member.tasks) == (MAIR, "here", ["facilitator"])
    assert happened(member) == ["Placed", "Joined"]


def test_a_change_of_side_says_what_it_was_and_the_same_side_is_no_change():
    member = taken()
    member.change_side(act(EIRA), "citizen")
    member.change_side(act(EIRA), "professional")
    changed = member.pending_events[-1]
    assert (changed.was, changed.side, member.side) == ("citizen", "professional", "professional")
    assert happened(member).count("SideChanged") == 1


def test_tasks_are_given_and_ended_once():
    member = taken()
    member.give_task(act(MAIR), "facilitator")
    member.give_task(act(MAIR), "facilitator")
    member.take_task(act(MAIR), "facilitator")
    member.take_task(act(MAIR), "facilitator")
    assert member.tasks == []
    assert happened(member)[2:] == ["TaskGiven", "TaskTaken"]


def test_people_leave_for_themselves_and_can_be_offered_a_place_again():
    member = taken()
    with pytest.raises(NotYours):
        member.leave(act(MAIR))
    member.leave(act(EIRA))
    assert member.state == "left"
    for verb in (lambda: member.leave(act(EIRA)), lambda: member.give_task(act(MAIR), "facilitator"), lambda: member.take_task(act(MAIR), "facilitator")):
        with pytest.raises(MemberIsNotHere):
            verb()
    member.offer_place(act(MAIR), "link")
    member.join(act(EIRA))
    assert happened(member)[-3:] == ["Left", "PlaceOffered", "Joined"]


def test_removal_has_a_reason_and_happens_once():
    member = taken()
    reason = text()
    member.remove(act(MAIR), reason)
    assert member.pending_events[-1].reason == reason
    assert happened(member)[-1] == "Removed"
    with pytest.raises(MemberIsNotHere):
        member.remove(act(MAIR), text())


def test_a_place_is_of_the_project_of_the_act():
    project = uuid4()
    assert Member.invite(act(MAIR, project=project), EIRA, "none", []).project == project


def test_whoever_writes_for_somebody_was_chosen_by_them_and_can_step_back():
    member = taken()
    with pytest.raises(NotYours):
        member.choose_helper(act(MAIR), BETI)
    with pytest.raises(NotYours):
        member.choose_helper(act(EIRA), EIRA)
    member.choose_helper(act(EIRA), BETI)
    member.choose_helper(act(EIRA), BETI)
    with pytest.raises(NotYours):
        member.release_helper(act(MAIR), BETI)
    member.release_helper(act(BETI), BETI)
    member.choose_helper(act(MAIR, voice=EIRA, agreed="said so"), BETI)
    member.release_helper(act(EIRA), BETI)
    assert member.helpers == []
    assert happened(member)[2:] == ["HelperChosen", "HelperReleased"] * 2


def test_somebody_on_the_record_can_have_a_helper_and_somebody_who_left_cannot():
    recorded = Member.record(act(EIRA), EIRA, "citizen", "paper")
    recorded.choose_helper(act(MAIR, voice=EIRA, agreed="said so"), BETI)
    gone = taken()
    gone.leave(act(EIRA))
    with pytest.raises(MemberIsNotHere):
        gone.choose_helper(act(EIRA), BETI)


def asking(words: Text | None = None) -> Member:
    return Member.ask(act(EIRA), words)


def test_whoever_asks_is_here_once_they_are_welcomed_and_not_before():
    member = asking(text())
    assert (member.id, member.state, member.side) == (EIRA, "asking", "citizen")
    for too_early in (lambda: member.join(act(EIRA)), lambda: member.offer_place(act(MAIR), "link"), lambda: member.leave(act(EIRA))):
        with pytest.raises(MemberIsNotHere):
            too_early()
    member.welcome(act(MAIR))
    assert member.state == "here"
    assert happened(member) == ["Placed", "Welcomed"]


def test_a_request_is_answered_once_and_taken_back_by_whoever_asked():
    turned_away, taken_back = asking(), asking()
    turned_away.turn_away(act(MAIR), text())
    with pytest.raises(NotYours):
        taken_back.ask_no_longer(act(MAIR))
    taken_back.ask_no_longer(act(EIRA))
    for member in (turned_away, taken_back, taken()):
        for again in (lambda m=member: m.welcome(act(MAIR)), lambda m=member: m.turn_away(act(MAIR), text()), lambda m=member: m.ask_no_longer(act(EIRA))):
            with pytest.raises(NobodyAsks):
                again()
    assert (happened(turned_away)[-1], happened(taken_back)[-1]) == ("TurnedAway", "AskedNoLonger")


def test_whoever_was_turned_away_has_no_place_to_remove_or_claim():
    member = asking()
    member.turn_away(act(MAIR), text())
    for verb in (lambda: member.remove(act(MAIR), text()), lambda: member.offer_place(act(MAIR), "link"), lambda: member.join(act(EIRA))):
        with pytest.raises(MemberIsNotHere):
            verb()


def test_what_somebody_brings_is_theirs_to_say_and_to_take_back():
    member = taken()
    member.introduce(act(EIRA), None)
    with pytest.raises(NotYours):
        member.introduce(act(MAIR), text())
    member.introduce(act(EIRA), text())
    said = text()
    member.introduce(act(MAIR, voice=EIRA, agreed="said so"), said)
    assert member.introduction == said
    member.introduce(act(EIRA), None)
    assert happened(member)[2:] == ["Introduced"] * 3


def test_whoever_belongs_to_both_groups_is_counted_once():
    member = taken("none")
    with pytest.raises(InNoGroup):
        member.count_once(act(EIRA), True)
    member.change_side(act(EIRA), "professional")
    with pytest.raises(NotYours):
        member.count_once(act(MAIR), True)
    member.count_once(act(EIRA), True)
    member.count_once(act(EIRA), True)
    member.change_side(act(MAIR), "citizen")
    assert (member.side, member.is_both) == ("citizen", True)
    member.change_side(act(EIRA), "none")
    assert not member.is_both
    assert happened(member)[2:] == ["SideChanged", "CountedOnce", "SideChanged", "SideChanged", "CountedOnce"]


def test_whoever_asks_for_a_place_says_that_they_belong_to_both_groups():
    member = Member.ask(act(EIRA), None, is_both=True)
    assert (member.side, member.is_both, happened(member)) == ("citizen", True, ["Placed", "CountedOnce"])
    assert happened(Member.ask(act(EIRA), None)) == ["Placed"]
    with pytest.raises(InNoGroup):
        Member.ask(act(MAIR), None, is_both=True)
    with pytest.raises(MemberIsNotHere):
        member.count_once(act(MAIR), False)


def test_whoever_is_asked_to_facilitate_answers_for_themselves():
    member = taken()
    member.ask_to_take(act(MAIR), "facilitator")
    member.ask_to_take(act(MAIR), "facilitator")
    with pytest.raises(NotYours):
        member.answer(act(MAIR), "facilitator", True)
    member.answer(act(EIRA), "facilitator", False)
    with pytest.raises(NobodyAsks):
        member.answer(act(EIRA), "facilitator", True)
    member.ask_to_take(act(MAIR), "facilitator")
    member.answer(act(EIRA), "facilitator", True)
    member.ask_to_take(act(MAIR), "facilitator")
    assert (member.tasks, member.asked) == (["facilitator"], [])
    assert happened(member)[2:] == ["TaskAsked", "TaskDeclined", "TaskAsked", "TaskGiven"]


def test_whoever_left_and_came_back_is_asked_again_or_not():
    member = taken()
    member.ask_to_take(act(MAIR), "facilitator")
    member.leave(act(EIRA))
    member.join(act(EIRA))
    with pytest.raises(NobodyAsks):
        member.answer(act(EIRA), "facilitator", True)


def test_only_a_facilitator_can_carry_on_where_another_goes():
    member = taken("citizen")
    with pytest.raises(OnlyFacilitator):
        member.carry_on(act(MAIR), MAIR)
    member.give_task(act(MAIR), "facilitator")
    member.carry_on(act(MAIR), MAIR)
    assert happened(member)[-1] == "CarriedOn"
