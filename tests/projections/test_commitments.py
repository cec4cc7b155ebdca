"""Commitments happen, the page of what was done is read; and what waits at home because of them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from projections.commitments import Commitment, about, commitment, commitments, latest, steps, to_remind
from projections.declines import decline, declines
from projections.home import thanks, turns
from tests.gathering import Gathering
from tests.promising import MINE, THEIRS, WHAT, agreed, day, let_decline, promise
from workers.projector import bring_to_head
from workers.rebuilding import check
from workspace import commitments as acts
from workspace import declines as declining
from workspace import members
from workspace.story.telling import both


def read(group: Gathering, query: Any, *args: Any, **more: Any) -> Any:
    bring_to_head(group.workspace)
    with group.workspace.reading() as db:
        return query(db, *args, **more)


def one(group: Gathering, made: UUID, viewer: str = "Beti") -> Commitment:
    found: Commitment = read(group, commitment, group.project, made, viewer=group.member(viewer))
    return found


def kinds(group: Gathering, name: str) -> list[tuple[str, UUID]]:
    """But that somebody who facilitates alone, as Mair does, might ask another."""
    return [(turn.kind, turn.id) for turn in read(group, turns, group.accounts[name]) if turn.kind != "second"]


def news(group: Gathering, name: str) -> list[tuple[str, UUID | None]]:
    return [(each.kind, each.commitment) for each in read(group, thanks, group.accounts[name])]


def test_it_shows_what_it_goes_back_to(group: Gathering) -> None:
    idea, proposal, decision = agreed(group)
    made = promise(group, taker=replace(MINE, is_named=True), decision=decision)
    found = one(group, made)
    assert (found.what, found.role, found.side, found.name) == (WHAT, MINE.role, "professional", "Rhys")
    assert (found.idea, found.proposal, found.decision) == (idea, proposal, decision)
    assert (found.said, found.said_name, found.agreed) == ({"cy": "Dywedwch wrtha i pwy sy’n dod"}, "Eira", both("Cynnig", "Offer it"))
    assert (found.asked_by, found.askers, found.standing) == (["Amina", "Eira"], 2, "on its way")
    for where in ({"idea": idea}, {"proposal": proposal}, {"decision": decision}):
        assert [each.id for each in read(group, about, group.project, **where)] == [made]
    assert (one(group, made, "Rhys").is_kept, one(group, made, "Eira").is_asked, found.is_kept, found.is_asked) == (True, True, False, False)


def test_a_name_that_was_not_chosen_is_nowhere(group: Gathering) -> None:
    found = one(group, promise(group))
    assert (found.name, found.has_keeper) == (None, True)


def test_it_is_late_once_its_day_has_passed_and_nobody_said_anything_since_the_reminder(group: Gathering) -> None:
    today, tomorrow, silent, heard = (promise(group, ago=30, days=days) for days in (0, 1, -1, -1))
    at = group.workspace.now() - timedelta(days=3)
    acts.report(group.workspace, group.act("Rhys", happened_at=at), heard, "Bron yna")
    acts.report(group.workspace, group.act("Rhys", happened_at=at - timedelta(days=20)), silent, "Wedi dechrau")
    assert [one(group, made).standing for made in (today, tomorrow, silent, heard)] == ["on its way", "on its way", "late", "passed"]
    acts.move_due(group.workspace, group.act("Rhys"), silent, day(group, 9), "Salwch")
    assert (one(group, silent).standing, one(group, silent).due_on) == ("on its way", day(group, 9))


def test_those_who_asked_may_differ(group: Gathering) -> None:
    _, _, decision = agreed(group)
    made = promise(group, decision=decision)
    acts.finish(group.workspace, group.act("Rhys"), made, "Fe’i gwnaed")
    seen = [one(group, made).standing]
    for name, is_better in (("Eira", True), ("Amina", False), ("Eira", False)):
        acts.judge(group.workspace, group.act(name), made, is_better=is_better)
        seen.append(one(group, made).standing)
    assert seen == ["done", "better", "mixed", "no better"]
    assert (one(group, made, "Eira").verdict, one(group, made).verdict) == (False, None)


def test_its_steps_stand_in_order(group: Gathering) -> None:
    made = promise(group, taker=replace(MINE, is_named=True))
    acts.report(group.workspace, group.act("Rhys"), made, "a")
    acts.move_due(group.workspace, group.act("Rhys"), made, day(group, 40), "b")
    acts.hand_over(group.workspace, group.act("Amina"), made, MINE, "c")
    acts.give_up(group.workspace, group.act("Amina"), made, "d")
    found = read(group, steps, made)
    assert [(step.kind, step.words["cy"], step.name) for step in found if step.name == "Rhys"] == [("reported", "a", "Rhys"), ("due moved", "b", "Rhys")]
    assert [(step.kind, step.name, step.is_unnamed) for step in found[2:]] == [("handed over", None, True), ("could not", None, True)]
    assert (one(group, made).standing, next(iter(one(group, made).closing.values()))) == ("could not", "d")


def test_what_is_on_its_way_comes_first_by_its_day(group: Gathering) -> None:
    far, near, done = (promise(group, days=days) for days in (30, 5, 3))
    acts.finish(group.workspace, group.act("Rhys"), done, "Fe’i gwnaed")
    found = read(group, commitments, group.project)
    assert ([each.id for each in found.commitments], found.counts) == ([near, far, done], {"on its way": 2, "done": 1})
    assert [each.id for each in read(group, commitments, group.project, state="done").commitments] == [done]
    assert read(group, latest, group.project, most=1)[0].id == done


def test_whoever_keeps_it_is_asked_at_home_and_reminded_before_its_day(group: Gathering) -> None:
    far, near, shared = promise(group, days=20), promise(group, days=5, ago=20), promise(group, "Mair", THEIRS, days=5, ago=20)
    assert (kinds(group, "Rhys"), kinds(group, "Mair"), kinds(group, "Amina")) == ([("report", near)], [("report", shared)], [])
    assert {each.commitment: each.members for each in read(group, to_remind)} == {near: [group.member("Rhys")], shared: [group.member("Mair")]}
    acts.report(group.workspace, group.act("Rhys"), near, "Ar y ffordd")
    assert kinds(group, "Rhys") == []
    assert [each.commitment for each in read(group, to_remind)] == [shared]
    acts.hand_over(group.workspace, group.act("Amina"), shared, MINE, "Galla i")
    assert (kinds(group, "Mair"), kinds(group, "Amina")) == ([], [("report", shared)])
    acts.finish(group.workspace, group.act("Amina"), shared, "Fe’i gwnaed")
    assert (kinds(group, "Amina"), read(group, to_remind)) == ([], [])
    assert one(group, far).standing == "on its way"


def test_those_who_asked_are_thanked_and_asked_what_it_changed(group: Gathering) -> None:
    _, _, decision = agreed(group)
    made = promise(group, decision=decision)
    assert (news(group, "Eira"), news(group, "Amina")) == ([("promised", made)], [("promised", made)])
    acts.finish(group.workspace, group.act("Rhys"), made, "Fe’i gwnaed")
    assert (news(group, "Eira"), kinds(group, "Eira"), kinds(group, "Beti")) == ([("done", made)], [("difference", made)], [])
    (told,) = read(group, thanks, group.accounts["Eira"])
    assert (told.said, told.what, told.name) == ({"cy": "Dywedwch wrtha i pwy sy’n dod"}, WHAT, "Rhys")
    acts.judge(group.workspace, group.act("Eira"), made, is_better=True)
    assert (kinds(group, "Eira"), kinds(group, "Amina")) == ([], [("difference", made)])


def test_a_decline_to_act_is_read_with_what_was_said(group: Gathering) -> None:
    let_decline(group)
    members.give_task(group.workspace, group.act("Mair"), group.member("Amina"), "commissioner")
    decision = group.agree()
    assert read(group, decline, decision) is None
    declining.declare(group.workspace, group.act("Amina"), decision, "Dim arian", day(group, 9), both("Gofyn eto", "Ask again"))
    assert (kinds(group, "Eira"), kinds(group, "Beti"), kinds(group, "Amina"), kinds(group, "Mair")) == ([told := ("declined", decision)], [told], [], [])
    declining.reply(group.workspace, group.act("Eira"), decision, "Pam?")
    assert (kinds(group, "Eira"), kinds(group, "Beti")) == ([], [told])
    declining.talk(group.workspace, group.act("Mair"), decision, "Siaradon ni")
    found = read(group, decline, decision)
    assert (found.talk_on, found.will_do, found.name, found.has_talked) == (day(group, 9), both("Gofyn eto", "Ask again"), "Amina", True)
    assert [(note.kind, note.name) for note in found.notes] == [("reply", "Eira"), ("talk", "Mair")]
    assert ([each.decision for each in read(group, declines, group.project)], kinds(group, "Beti")) == ([decision], [])


def test_facilitators_are_asked_what_was_said_from_the_day_of_the_conversation(group: Gathering) -> None:
    let_decline(group)
    members.give_task(group.workspace, group.act("Mair"), group.member("Amina"), "commissioner")
    decision = group.agree()
    long_ago = group.act("Amina", happened_at=group.workspace.now() - timedelta(days=10))
    declining.declare(group.workspace, long_ago, decision, "Dim arian", day(group, -1), both("Gofyn eto", "Ask again"))
    assert kinds(group, "Mair") == [("talk", decision)]
    declining.talk(group.workspace, group.act("Mair"), decision, "Siaradon ni")
    assert kinds(group, "Mair") == []


def test_rebuilt_equals_live(group: Gathering) -> None:
    idea, _, decision = agreed(group)
    made = promise(group, decision=decision)
    bring_to_head(group.workspace)
    acts.move_due(group.workspace, group.act("Rhys"), made, day(group, 40), "b")
    acts.finish(group.workspace, group.act("Rhys"), made, "c")
    acts.judge(group.workspace, group.act("Eira"), made, is_better=True, text="Ydy")
    promise(group, idea=idea)
    found = check(group.workspace, ["commitments", "declines", "home", "outbox", "decision_history"])
    assert found.identical == found.read_models == 5, found.differing
