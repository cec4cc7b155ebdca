"""What people bring, in their own words, beside their names."""

from uuid import UUID

from aggregates.base import Act

from . import members, memberships
from .application import Receipt, Workspace, command
from .texts import write

LONGEST = 500


@command
def introduce(workspace: Workspace, by: Act, member: UUID, text: str) -> Receipt:
    """Of oneself; empty takes it back. The words before it are deleted, unless they were taken down. Refused: NotYours, BadWords (500 characters)."""
    found = members.load(workspace, by, member)
    words = [write(text, by, longest=LONGEST)] if text.strip() else []
    before = found.introduction
    found.introduce(by, words[0].reference if words else None)
    gone: memberships.Also = [("delete from texts where id = %s and not is_hidden", (before.id,))] if before else []
    return workspace.commit(found, words=words, also=gone)
