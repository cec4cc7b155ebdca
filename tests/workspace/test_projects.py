from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from aggregates.base import NETWORK
from aggregates.errors import Empty, NotAMember, NotYourTask, StageIsNotOpen, StageIsOpen, TooLong, UnknownChoice, Unreadable
from aggregates.member import Member
from aggregates.project import Project
from tests.gathering import Gathering
from workspace import members, projects
from workspace.application import Receipt
from workspace.story.evening_care import DESCRIPTION
from workspace.story.telling import both


def founding(group: Gathering, name: str = "Mair") -> members.Act:
    return members.act(group.workspace, group.accounts[name], NETWORK, command=uuid4(), language="cy")


def test_whoever_starts_a_project_is_its_first_member_and_facilitator(group: Gathering) -> None:
    receipt = projects.start(group.workspace, founding(group), DESCRIPTION, side="professional")
    by = members.act(group.workspace, group.accounts["Mair"], receipt.id, command=uuid4(), language="cy")
    mair = group.workspace.load(Member, by.member)
    assert (by.side, mair.state, mair.tasks) == ("professional", "here", ["facilitator"])
    assert by.member != group.member("Mair")


def test_only_whom_a_co_ordinator_named_may_start_one(group: Gathering) -> None:
    with pytest.raises(NotAMember):
        founding(group, "Eira")
    with pytest.raises(NotYourTask):
        projects.start(group.workspace, group.act("Mair"), DESCRIPTION)  # a facilitator's act in a project, which is no task of the network
    accounts = group.accounts
    assert [projects.may_be_started_by(group.workspace, accounts[name]) for name in ("Mair", "Lowri", "Eira")] == [True, True, False]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"name": {}}, Empty),
        ({"name": both("x" * 121, "x")}, TooLong),
        ({"purpose": both("tu\u202eedd", "x")}, Unreadable),
        ({"sides": {"citizen": both("Teuluoedd", "Families")}}, Empty),
    ],
)
def test_words_that_cannot_be_kept_leave_nothing_behind(group: Gathering, change: dict[str, object], refusal: type[Exception]) -> None:
    head = group.workspace.head()
    with pytest.raises(refusal):
        projects.start(group.workspace, founding(group), replace(DESCRIPTION, **change))  # type: ignore[arg-type]
    assert group.workspace.head() == head


def test_a_side_or_visibility_that_there_is_not_is_refused(group: Gathering) -> None:
    with pytest.raises(UnknownChoice):
        projects.start(group.workspace, founding(group), DESCRIPTION, side="both")
    with pytest.raises(UnknownChoice):
        projects.start(group.workspace, founding(group), DESCRIPTION, visibility="secret")


def test_a_second_press_of_the_button_starts_no_second_project(group: Gathering) -> None:
    by = founding(group)
    first = projects.start(group.workspace, by, DESCRIPTION)
    again = projects.start(group.workspace, by, DESCRIPTION)
    assert (again.id, again.already) == (first.id, True)


def test_only_facilitators_describe_show_and_move_it(group: Gathering) -> None:
    eira = group.act("Eira")
    acts: list[Callable[[], Receipt]] = [
        lambda: projects.describe(group.workspace, eira, DESCRIPTION),
        lambda: projects.show_to(group.workspace, eira, "members", "Rheswm"),
        lambda: projects.open_stage(group.workspace, eira, "design", "Rheswm"),
        lambda: projects.close_stage(group.workspace, eira, "design", "Rheswm"),
    ]
    for act in acts:
        with pytest.raises(NotYourTask):
            act()


def test_stages_go_forward_and_back_each_with_a_reason(group: Gathering) -> None:
    project = group.project
    projects.open_stage(group.workspace, group.act("Mair"), "design", "Dechrau")
    with pytest.raises(StageIsOpen):
        projects.open_stage(group.workspace, group.act("Mair"), "design", "Eto")
    with pytest.raises(StageIsNotOpen):
        projects.close_stage(group.workspace, group.act("Mair"), "deliver", "Cau")
    with pytest.raises(UnknownChoice):
        projects.open_stage(group.workspace, group.act("Mair"), "celebrate", "Dathlu")
    with pytest.raises(Empty):
        projects.close_stage(group.workspace, group.act("Mair"), "design", " ")
    projects.close_stage(group.workspace, group.act("Mair"), "design", "Gorffen")
    projects.open_stage(group.workspace, group.act("Mair"), "design", "Roedd mwy i’w wneud")
    assert group.workspace.load(Project, project).open_stages == ["design"]


def test_it_is_shown_to_members_alone_and_to_all_again(group: Gathering) -> None:
    projects.show_to(group.workspace, group.act("Mair"), "members", "Mae pobl am siarad yn rhydd")
    assert group.workspace.load(Project, group.project).visibility == "members"
    with pytest.raises(UnknownChoice):
        projects.show_to(group.workspace, group.act("Mair"), "nobody", "Rheswm")


def test_it_is_described_afresh(group: Gathering) -> None:
    receipt = projects.describe(group.workspace, group.act("Mair"), replace(DESCRIPTION, name={"en": "Evenings"}))
    assert receipt.id == group.project
    (name,) = group.workspace.load(Project, group.project).name
    assert name.language == "en"
