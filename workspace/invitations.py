"""A place kept for an address can be taken by whoever signed in with that address: the mail has proved who they are already."""

from dataclasses import dataclass
from uuid import UUID

from aggregates.base import Act
from aggregates.errors import MemberIsHere, NotFound
from aggregates.member import Member

from . import members, memberships
from .application import Receipt, Workspace, command


@dataclass(frozen=True, slots=True)
class Invitation:
    """A place that waits for this person. `name`: as whoever invited them wrote it."""

    member: UUID
    project: UUID
    name: str


def waiting(workspace: Workspace, account: UUID, member: UUID) -> Invitation:
    """Refused: NotFound, also where the invitation is for another address."""
    with workspace.reading() as db:
        row = db.execute(
            "select m.member, m.project, m.name from invitations i join memberships m on m.member = i.member and m.account is null "
            "join accounts a on a.email = i.email where a.id = %s and m.member = %s",
            (account, member),
        ).fetchone()
    if row is None:
        raise NotFound
    return Invitation(*row)


@command
def accept(workspace: Workspace, account: UUID, member: UUID, *, command: UUID, language: str, name: str) -> Receipt:
    """Take the place, once. Refused: NotFound, MemberIsHere (this person has a place in the project)."""
    place = waiting(workspace, account, member)
    with workspace.reading() as db:
        earlier, now = memberships.membership(db, account, place.project)
    if earlier and workspace.load(Member, earlier).state == "here":
        raise MemberIsHere
    found = workspace.load(Member, member)
    found.join(Act(place.project, found.id, found.side, "web", command, now, now, language=language))
    return workspace.commit(found, also=memberships.take_place(found.id, place.project, account, name[: members.LONGEST_NAME]))
