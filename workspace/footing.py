"""On what footing a project stands: its mandate, how people are looked after, the organisations in it, who delivers, and what better would mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from aggregates.base import Act, Text
from aggregates.errors import Empty
from aggregates.project import Project

from . import members
from .application import Receipt, Words, Workspace, command
from .texts import write_each

LONGEST = 1000
LONGEST_NAME, LONGEST_PART = 120, 300
MANDATE = ("open", "fixed", "money", "confirms", "pays")
CARE = ("costs", "access", "replacement", "ring", "worry")

Said = Mapping[str, str]
"""The same words in the languages in which they were written."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What is open and what is fixed and why, the money, which body must confirm, who keeps paying; until when, as an ISO day."""

    open: Said = field(default_factory=dict)
    fixed: Said = field(default_factory=dict)
    money: Said = field(default_factory=dict)
    confirms: Said = field(default_factory=dict)
    pays: Said = field(default_factory=dict)
    until_on: str | None = None


@dataclass(frozen=True, slots=True)
class Care:
    """Costs met beforehand, access, care in one's place, whom to ring, whom to tell about a worry for somebody's safety."""

    costs: Said = field(default_factory=dict)
    access: Said = field(default_factory=dict)
    replacement: Said = field(default_factory=dict)
    ring: Said = field(default_factory=dict)
    worry: Said = field(default_factory=dict)


@command
def write_mandate(workspace: Workspace, by: Act, mandate: Mandate) -> Receipt:
    """As far as it is known; what is left out is not said any more. Refused: NotYourTask, BadWords."""
    project, parts = _project(workspace, by), {name: _written(getattr(mandate, name), by) for name in MANDATE}
    words = _some(parts, also=mandate.until_on)
    project.write_mandate(by, until_on=mandate.until_on, **_references(parts))
    return workspace.commit(project, words=words)


@command
def write_care(workspace: Workspace, by: Act, care: Care) -> Receipt:
    """Refused: NotYourTask, BadWords."""
    project, parts = _project(workspace, by), {name: _written(getattr(care, name), by) for name in CARE}
    words = _some(parts)
    project.write_care(by, **_references(parts))
    return workspace.commit(project, words=words)


@command
def write_delivery(workspace: Workspace, by: Act, text: Said) -> Receipt:
    """Who runs it together."""
    project, words = _project(workspace, by), write_each(text, by, longest=LONGEST)
    project.write_delivery(by, [each.reference for each in words])
    return workspace.commit(project, words=words)


@command
def write_better(workspace: Workspace, by: Act, text: Said) -> Receipt:
    """What better would mean."""
    project, words = _project(workspace, by), write_each(text, by, longest=LONGEST)
    project.write_better(by, [each.reference for each in words])
    return workspace.commit(project, words=words)


@command
def join_organisation(workspace: Workspace, by: Act, name: Said, part: Said) -> Receipt:
    """An organisation takes part; `part`: what it does here, if that is to be said. It can own commitments by its id."""
    project = _project(workspace, by)
    called, plays = write_each(name, by, longest=LONGEST_NAME), write_each(part, by, longest=LONGEST_PART, required=False)
    project.join_organisation(by, uuid4(), [each.reference for each in called], [each.reference for each in plays])
    return workspace.commit(project, words=[*called, *plays])


@command
def part_from_organisation(workspace: Workspace, by: Act, organisation: UUID) -> Receipt:
    """Refused: NotYourTask, NotFound."""
    project = _project(workspace, by)
    project.part_from_organisation(by, organisation)
    return workspace.commit(project)


def _project(workspace: Workspace, by: Act) -> Project:
    members.must_have_task(workspace, by, "facilitator")
    return workspace.load(Project, by.project)


def _written(text: Said, by: Act) -> list[Words]:
    return write_each(text, by, longest=LONGEST, required=False)


def _some(parts: Mapping[str, list[Words]], also: str | None = None) -> list[Words]:
    """All the words. Refused: Empty, where nothing at all was said."""
    words = [each for part in parts.values() for each in part]
    if not words and not also:
        raise Empty
    return words


def _references(parts: Mapping[str, list[Words]]) -> dict[str, list[Text]]:
    return {name: [each.reference for each in words] for name, words in parts.items()}
