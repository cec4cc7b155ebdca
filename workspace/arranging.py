"""How people put ideas in order together: move one under a theme, join two, set them apart again, split one. Nothing is lost by it, and all can be undone."""

from collections.abc import Sequence
from uuid import UUID

from aggregates.base import Act
from aggregates.errors import Empty
from aggregates.idea import Idea

from . import charters, ideas, members, slips, themes
from .application import Receipt, Workspace, command
from .texts import write

MOST_PARTS = 5


@command
def move(workspace: Workspace, by: Act, idea: UUID, theme: UUID | None = None) -> Receipt:
    """Put it under a theme, or under none: whoever is here may, since anybody can move it back.
    Refused: NotFound, ThemeIsClosed, IdeaIsSetAside, IdeaIsJoined."""
    found = ideas.load(workspace, by, idea)
    themes.must_be_open(workspace, by, theme)
    found.move(by, theme)
    return workspace.commit(found)


@command
def join(workspace: Workspace, by: Act, idea: UUID, into: UUID) -> Receipt:
    """Let an idea go on as one with another: its authors may, or a facilitator. Refused: NotYourTask, IdeaIsSetAside, IdeaIsJoined, UnknownChoice (itself)."""
    found, other = ideas.load(workspace, by, idea), ideas.load(workspace, by, into)
    _must_be_theirs(workspace, by, found)
    found.join(by, other, charters.terms(workspace, by.project).enough_support)
    return workspace.commit(found, other)


@command
def set_apart(workspace: Workspace, by: Act, idea: UUID) -> Receipt:
    """Undo the joining: the authors of either may, or a facilitator. Refused: NotYourTask, UnknownChoice (it is joined with none), IdeaIsJoined
    (the other was joined with a third meanwhile: that one is set apart first)."""
    found = ideas.load(workspace, by, idea)
    other = ideas.load(workspace, by, found.joined_with or idea)
    _must_be_theirs(workspace, by, found, other)
    found.set_apart(by, other)
    return workspace.commit(found, other)


@command
def split(workspace: Workspace, by: Act, idea: UUID, parts: Sequence[str]) -> Receipt:
    """Into ideas of the same authors: the first part keeps the page, with its support and replies. They are words, so whoever wrote them does it.
    Refused: NotYours, Empty (fewer than two parts), IdeaIsSetAside, IdeaIsJoined."""
    found = ideas.load(workspace, by, idea)
    words = [write(part, by, longest=ideas.LONGEST) for part in parts[:MOST_PARTS]]
    if len(words) < 2:
        raise Empty
    first, *others = words
    new = [Idea.post(by, each.reference, grew_from=idea, authors=found.authors) for each in others]
    for each in new:
        if found.theme:
            each.move(by, found.theme)
    found.split(by, first.reference, [each.id for each in new])
    return workspace.commit(found, *new, *slips.settled(workspace, by, idea), words=words)


def _must_be_theirs(workspace: Workspace, by: Act, *found: Idea) -> None:
    """Refused: NotYourTask."""
    if not any(by.author in idea.authors for idea in found):
        members.must_have_task(workspace, by, "facilitator")
