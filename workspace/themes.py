"""What people do with themes: name one, rename it, close it. Whoever is here may name one; to rename or close it is for whoever named it, or a facilitator."""

from collections.abc import Mapping
from uuid import UUID

from aggregates.base import Act
from aggregates.theme import Theme

from . import members
from .application import Receipt, Words, Workspace, command
from .texts import write_each

LONGEST = 60


@command
def name(workspace: Workspace, by: Act, name: Mapping[str, str]) -> Receipt:
    """`name`: {language: text}, in one language or in both. Refused: Empty, TooLong (60 characters)."""
    theme, words = named(by, name)
    return workspace.commit(theme, words=words)


@command
def rename(workspace: Workspace, by: Act, theme: UUID, name: Mapping[str, str]) -> Receipt:
    """Refused: NotYourTask, ThemeIsClosed."""
    found = _to_change(workspace, by, theme)
    words = write_each(name, by, longest=LONGEST)
    found.rename(by, [each.reference for each in words])
    return workspace.commit(found, words=words)


@command
def close(workspace: Workspace, by: Act, theme: UUID) -> Receipt:
    """What stood under it stands under none. Refused: NotYourTask."""
    found = _to_change(workspace, by, theme)
    found.close(by)
    return workspace.commit(found)


def named(by: Act, name: Mapping[str, str]) -> tuple[Theme, list[Words]]:
    """A theme to be, for a commit of its own or of something else."""
    words = write_each(name, by, longest=LONGEST)
    return Theme.name(by, [each.reference for each in words]), words


def load(workspace: Workspace, by: Act, theme: UUID) -> Theme:
    return members.in_project(workspace.load(Theme, theme), by)


def must_be_open(workspace: Workspace, by: Act, theme: UUID | None) -> None:
    """Something may be put under it, or under none. Refused: NotFound, ThemeIsClosed."""
    if theme is not None:
        load(workspace, by, theme).must_be_open()


def _to_change(workspace: Workspace, by: Act, theme: UUID) -> Theme:
    found = load(workspace, by, theme)
    if by.author != found.author:
        members.must_have_task(workspace, by, "facilitator")
    return found
