"""What people do with a project: start it, describe it, show it to some or to all, open and close its stages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from aggregates.base import NETWORK, SIDES, Act
from aggregates.member import MEMBER_SIDES, Member
from aggregates.project import STAGES, Project
from aggregates.project import VISIBILITIES as VISIBILITIES

from . import members, memberships
from .application import Receipt, Words, Workspace, command
from .texts import write, write_each

LONGEST = {"name": 120, "purpose": 1000, "question": 200, "place": 120, "contact": 120, "telephone": 40, "side": 40}
DETAILS = ("name", "purpose", "question", "place", "contact", "telephone")


@dataclass(frozen=True, slots=True)
class Description:
    """How a project is described, each as {language: text}; `sides` names the two sides in the group's own words."""

    name: Mapping[str, str]
    purpose: Mapping[str, str]
    question: Mapping[str, str]
    place: Mapping[str, str]
    contact: Mapping[str, str]
    telephone: Mapping[str, str]
    sides: Mapping[str, Mapping[str, str]]


@command
def start(workspace: Workspace, by: Act, description: Description, *, visibility: str = "public", side: str = "none") -> Receipt:
    """Start a project; whoever starts it is its first member and facilitator, on `side`. `by` is an act in the network.
    Refused: NotYourTask (a co-ordinator says who may start projects), BadWords."""
    members.must_have_task(workspace, by, "co-ordinator", "founder")
    account, name = _identity(workspace, by)
    here = replace(by, project=uuid4(), member=uuid4(), side=members.one_of(side, MEMBER_SIDES))
    words, references = _write(here, description)
    project = Project.start(here, **references, visibility=members.one_of(visibility, VISIBILITIES))
    founder = Member.found(here, ["facilitator"])
    return workspace.commit(project, founder, words=words, also=memberships.enrol(founder.id, here.project, account, name))


@command
def describe(workspace: Workspace, by: Act, description: Description) -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    project = workspace.load(Project, by.project)
    words, references = _write(by, description)
    project.describe(by, **references)
    return workspace.commit(project, words=words)


@command
def show_to(workspace: Workspace, by: Act, visibility: str, reason: str) -> Receipt:
    """Make it public, for members only, or sensitive. What was public may have been copied."""
    members.must_have_task(workspace, by, "facilitator")
    project = workspace.load(Project, by.project)
    words = write(reason, by)
    project.show_to(by, members.one_of(visibility, VISIBILITIES), words.reference)
    return workspace.commit(project, words=[words])


@command
def open_stage(workspace: Workspace, by: Act, stage: str, reason: str) -> Receipt:
    """Open a stage, or go back to it. Refused: StageIsOpen, NotYourTask."""
    members.must_have_task(workspace, by, "facilitator")
    project = workspace.load(Project, by.project)
    words = write(reason, by)
    project.open_stage(by, members.one_of(stage, STAGES), words.reference)
    return workspace.commit(project, words=[words])


@command
def close_stage(workspace: Workspace, by: Act, stage: str, reason: str) -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    project = workspace.load(Project, by.project)
    words = write(reason, by)
    project.close_stage(by, members.one_of(stage, STAGES), words.reference)
    return workspace.commit(project, words=[words])


def may_be_started_by(workspace: Workspace, account: UUID) -> bool:
    """Whether a co-ordinator has said that this person may start projects."""
    member = members.membership(workspace, account, NETWORK)
    found = member and workspace.find(Member, member)
    return bool(found and found.state == "here" and {"co-ordinator", "founder"} & set(found.tasks))


def _write(by: Act, description: Description) -> tuple[list[Words], dict[str, Any]]:
    details = {name: write_each(getattr(description, name), by, longest=LONGEST[name]) for name in DETAILS}
    sides = {side: write_each(description.sides.get(side, {}), by, longest=LONGEST["side"]) for side in SIDES}
    words = [each for group in (*details.values(), *sides.values()) for each in group]
    references: dict[str, Any] = {name: [each.reference for each in group] for name, group in details.items()}
    references["sides"] = {side: [each.reference for each in group] for side, group in sides.items()}
    return words, references


def _identity(workspace: Workspace, by: Act) -> tuple[UUID | None, str]:
    with workspace.reading() as db:
        return memberships.identity(db, by.member)
