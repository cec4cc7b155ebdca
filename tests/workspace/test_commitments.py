"""What people do with commitments, through the store."""

from dataclasses import replace
from uuid import uuid4

import pytest

from aggregates.commitment import Commitment
from aggregates.errors import Empty, IdeaIsSetAside, NotAgreed, NotAnswered, NotFound, NotYoursToSay, NotYourTask, UnknownChoice
from aggregates.project import Project
from tests.gathering import Gathering
from tests.promising import MINE, THEIRS, agreed, day, promise
from workspace import commitments, footing, ideas
from workspace.story.telling import both


def load(group: Gathering, made: object) -> Commitment:
    return group.workspace.load(Commitment, made)  # type: ignore[arg-type]


def test_those_who_asked_are_the_authors_behind_the_decision(group: Gathering) -> None:
    idea, _, decision = agreed(group)
    assert load(group, promise(group, decision=decision)).asked_by == [group.member("Amina"), group.member("Eira")]
    assert load(group, promise(group, idea=idea)).asked_by == [group.member("Eira")]
    assert load(group, promise(group)).asked_by == []


def test_without_a_proposal_whoever_asked_the_question_asked(group: Gathering) -> None:
    group.adopt_charter()
    assert load(group, promise(group, decision=group.agree())).asked_by == [group.member("Mair")]


def test_only_what_was_agreed_or_answered_binds_somebody_else(group: Gathering) -> None:
    idea, _, decision = agreed(group)
    still_open = group.open()
    for taker, by in ((MINE, "Rhys"), (THEIRS, "Mair")):
        with pytest.raises(NotAgreed):
            promise(group, by, taker, decision=still_open)
    promise(group, "Mair", THEIRS, decision=decision)
    with pytest.raises(NotAnswered):
        promise(group, "Mair", THEIRS, idea=idea)
    promise(group, "Rhys", MINE, idea=idea)
    ideas.answer(group.workspace, group.act("Mair"), idea, "Iawn")
    promise(group, "Mair", THEIRS, idea=idea)
    ideas.set_aside(group.workspace, group.act("Eira"), idea, "Na")
    with pytest.raises(IdeaIsSetAside):
        promise(group, "Rhys", MINE, idea=idea)


def test_nobody_but_a_facilitator_writes_down_what_others_do(group: Gathering) -> None:
    with pytest.raises(NotYourTask):
        promise(group, "Eira", THEIRS)
    with pytest.raises(UnknownChoice):
        promise(group, "Mair", replace(THEIRS, side="council"))
    with pytest.raises(Empty):
        promise(group, "Rhys", replace(MINE, role={}))


def test_a_name_only_of_whoever_does_it(group: Gathering) -> None:
    named, unnamed = (load(group, promise(group, "Rhys", replace(MINE, is_named=is_named))) for is_named in (True, False))
    assert named.owner == {"side": "professional", "organisation": "", "member": group.member("Rhys").hex}
    assert unnamed.owner == {"side": "professional", "organisation": "", "member": ""}
    assert load(group, promise(group, "Mair", replace(THEIRS, is_named=True))).owner["member"] == ""


def test_an_organisation_only_of_the_project(group: Gathering) -> None:
    footing.join_organisation(group.workspace, group.act("Mair"), both("Cyngor", "Council"), {})
    (council,) = group.workspace.load(Project, group.project).organisations
    assert load(group, promise(group, "Mair", replace(THEIRS, organisation=council))).owner["organisation"] == str(council)
    with pytest.raises(UnknownChoice):
        promise(group, "Rhys", replace(MINE, organisation=uuid4()))


def test_whoever_keeps_it_speaks_for_it_or_a_facilitator(group: Gathering) -> None:
    kept, shared = promise(group, "Rhys"), promise(group, "Mair", THEIRS)
    for verb in (commitments.report, commitments.finish, commitments.give_up):
        for made, by in ((kept, "Amina"), (kept, "Eira"), (shared, "Eira")):
            with pytest.raises(NotYourTask):
                verb(group.workspace, group.act(by), made, "Na")
    commitments.report(group.workspace, group.act("Mair"), kept, "Ar y ffordd")
    commitments.move_due(group.workspace, group.act("Rhys"), kept, day(group, 30), "Salwch")
    commitments.finish(group.workspace, group.act("Amina"), shared, "Wedi’i wneud")


def test_it_is_handed_over_by_whoever_takes_it_or_by_a_facilitator_for_them(group: Gathering) -> None:
    made = promise(group, "Rhys")
    with pytest.raises(NotYourTask):
        commitments.hand_over(group.workspace, group.act("Rhys"), made, replace(THEIRS, side="citizen"), "Ti")
    commitments.hand_over(group.workspace, group.act("Beti"), made, replace(MINE, is_named=True), "Galla i")
    assert (load(group, made).keeper, load(group, made).owner["side"]) == (group.member("Beti"), "citizen")
    commitments.hand_over(group.workspace, group.act("Mair"), made, THEIRS, "Cytunodd y tîm")
    assert (load(group, made).keeper, load(group, made).owner["member"]) == (None, "")


def test_those_who_asked_say_whether_it_made_a_difference(group: Gathering) -> None:
    idea, _, _ = agreed(group)
    made = promise(group, idea=idea)
    commitments.finish(group.workspace, group.act("Rhys"), made, "Wedi’i wneud")
    for name in ("Rhys", "Mair", "Beti"):
        with pytest.raises(NotYoursToSay):
            commitments.judge(group.workspace, group.act(name), made, is_better=True)
    commitments.judge(group.workspace, group.act("Eira"), made, is_better=True)
    assert load(group, made).verdicts == {group.member("Eira").hex: True}


def test_what_is_not_there(group: Gathering) -> None:
    for verb in (commitments.report, commitments.finish, commitments.give_up):
        with pytest.raises(NotFound):
            verb(group.workspace, group.act("Mair"), uuid4(), "x")
    with pytest.raises(NotFound):
        promise(group, idea=uuid4())
    with pytest.raises(NotFound):
        promise(group, decision=group.project)
