"""What somebody who came to a session without an account may do with who they are: keep their place for later, take their name away, be forgotten by a
browser. After a year they are forgotten in any case."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.base import Act

from . import attending, members, memberships
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .tokens import sealed

MAILS = Limit("a guest's own place", 3, timedelta(hours=24))

KEPT = timedelta(days=365) - attending.LASTS
"""After that so long goes by until a guest who took no place is nobody whom one could name."""


@command
def claim_by_mail(workspace: Workspace, by: Act, session: UUID, email: str) -> Receipt:
    """A guest keeps their place for later: a link goes to an address of theirs, as in an invitation. Refused: NotThere, MemberIsHere, TooOften."""
    attending.load(workspace, by, session, by.author)
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, MAILS, by.author.hex)
    place = members.load(workspace, by, by.author)
    return members.offer(workspace, by, place, [], email).receipt


@command
def take_name_away(workspace: Workspace, by: Act) -> Receipt:
    """A guest's name goes from everywhere, and so does the address to which a link was mailed, with the link. What was said stays, and is nobody's whom
    one could name."""
    return workspace.commit(also=memberships.forget_guest(by.member))


def forget_old(db: Connection[Any]) -> None:
    """A code that is long dead; and of guests who took no place with an account, a year after they came, who they were."""
    gone = "delete from guests where expires_at < clock_timestamp() - %s returning member"
    with db.transaction():
        db.execute("delete from session_codes where until < clock_timestamp()")
        for (member,) in db.execute(gone, (KEPT,)).fetchall():
            for forget, whose in memberships.forget_guest(member):
                db.execute(forget.encode(), whose)


def forget_guest(workspace: Workspace, cookie: str) -> None:
    """Not my phone: leave nothing on it. What was said stays with whoever said it."""
    with workspace.reading() as db:
        db.execute("update guests set expires_at = clock_timestamp() where token_hash = %s", (sealed(workspace.settings.secret, "guest", cookie),))
