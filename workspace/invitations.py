"""A place kept for an address can be taken by whoever signed in with that address: the mail has proved who they are already. Where nobody has an account
there, the mailed link proves it too: taking the place makes the account and signs that browser in, once. An account that exists is never opened by it.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.errors import NotFound, PlaceIsTaken
from aggregates.member import Member

from . import devices, members, memberships
from .application import Receipt, Workspace, command
from .tokens import token


@dataclass(frozen=True, slots=True)
class Invitation:
    """A place that waits for this person. `name`: as whoever invited them wrote it."""

    member: UUID
    project: UUID
    name: str
    signed_by: UUID | None  # who invited them, as the mail says


def waiting(workspace: Workspace, account: UUID, member: UUID) -> Invitation:
    """Refused: NotFound, also where the invitation is for another address."""
    with workspace.reading() as db:
        row = db.execute(
            "select m.member, m.project, coalesce(n.name, ''), "
            "(select p.signed_by from places p where p.member = m.member and p.is_mailed and p.used_at is null limit 1) "
            "from invitations i join memberships m on m.member = i.member and m.account is null "
            "join names n on n.member = m.member join accounts a on a.email = i.email where a.id = %s and m.member = %s",
            (account, member),
        ).fetchone()
    if row is None:
        raise NotFound
    return Invitation(*row)


@command
def accept(workspace: Workspace, account: UUID, member: UUID, *, command: UUID, language: str, name: str) -> Receipt:
    """Take the place, once. Refused: NotFound, MemberIsHere (this person has a place in the project)."""
    place = waiting(workspace, account, member)
    found, _, before = members.claiming(workspace, account, place.project, member, command=command, language=language)
    return workspace.commit(found, *before, also=memberships.take_place(found.id, place.project, account, name[: members.LONGEST_NAME]))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody new is here. `cookie`: what their browser keeps of the session."""

    receipt: Receipt
    cookie: str


@command
def arrive(workspace: Workspace, secret: str, *, command: UUID, language: str, name: str, device: str) -> Arrival:
    """Take the place behind a mailed link, with a new account at the address it was mailed to and a session: all in one commit, once; a second press
    opens nothing. Refused: PlaceIsTaken (used, run out, not mailed, or the address has an account by now)."""
    with workspace.reading() as db:
        place = memberships.place(db, workspace.settings.secret, secret)
    if not place.newcomer:
        raise PlaceIsTaken
    account, cookie, now, name = uuid4(), token(), workspace.now(), name[: members.LONGEST_NAME]
    found = workspace.load(Member, place.member)
    found.join(Act(place.project, found.id, found.side, "web", command, now, now, language=language))
    begin = [
        ("insert into accounts (id, email, name, language) values (%s, %s, %s, %s)", (account, place.newcomer, name, language)),
        (devices.START, devices.opening(workspace.settings.secret, cookie, account, device)),
    ]
    receipt = workspace.commit(found, also=[*begin, *memberships.take_place(found.id, place.project, account, name)])
    if receipt.already:
        raise PlaceIsTaken
    return Arrival(receipt, cookie)
