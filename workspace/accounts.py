"""What an account holds: a name, a language, a theme, and per project which mail is wanted. Ordinary rows, never in events."""

from dataclasses import dataclass
from hmac import compare_digest
from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.base import NETWORK
from aggregates.errors import NotFound, UnknownChoice
from aggregates.project import Project

from .application import Workspace
from .texts import clean
from .tokens import sealed, unpacked

MAILS = ("everything", "my turn", "nothing")
"""`my turn`: only what needs an answer or concerns one's own words."""

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class MyProject:
    """A place of somebody, as their own page shows it."""

    member: UUID
    project: UUID
    name: str
    mails: str


def call_me(workspace: Workspace, account: UUID, name: str) -> None:
    """The name from now on, in every project but those that are sensitive: there people go by the name they chose for it. Refused: TooLong, Unreadable."""
    name = checked_name(name)
    with workspace.reading() as db:
        mine = [place.project for place in my_projects(db, account)]
    sensitive = [id for id, project in workspace.find_all(Project, mine).items() if project.visibility == "sensitive"]
    with workspace.pool.connection() as db, db.transaction():
        db.execute("update accounts set name = %s where id = %s", (name, account))
        db.execute("update memberships set name = %s where account = %s and project <> all(%s)", (name, account, sensitive))


def speak(workspace: Workspace, account: UUID, language: str) -> None:
    """The language of pages and mails. Refused: UnknownChoice."""
    _one_of(language, ("cy", "en"))
    with workspace.pool.connection() as db:
        db.execute("update accounts set language = %s where id = %s", (language, account))


def wear(workspace: Workspace, account: UUID, theme: str) -> None:
    """Light, dark, or as the device says. Refused: UnknownChoice."""
    _one_of(theme, ("light", "dark", "device"))
    with workspace.pool.connection() as db:
        db.execute("update accounts set theme = nullif(%s, 'device') where id = %s", (theme, account))


def choose_mails(workspace: Workspace, account: UUID, project: UUID, mails: str) -> None:
    """Refused: UnknownChoice, NotFound (no place there)."""
    _one_of(mails, MAILS)
    with workspace.pool.connection() as db:
        if not db.execute("update memberships set mails = %s where account = %s and project = %s", (mails, account, project)).rowcount:
            raise NotFound


def my_projects(db: Connection[Any], account: UUID) -> list[MyProject]:
    mine = "select member, project, name, mails from memberships where account = %s and project <> %s order by created_at, member"
    return [MyProject(*row) for row in db.execute(mine, (account, NETWORK))]


def unsubscribe_token(secret: bytes, member: UUID) -> str:
    """For the link that every mail carries: needs no sign-in, can do one thing, and is stored nowhere."""
    return member.hex + sealed(secret, "unsubscribe", member.hex)[:16].hex()


def unsubscribed(secret: bytes, token: str) -> UUID:
    """The membership that a token is about. Refused: NotFound."""
    member = unpacked(token)
    if member is None or not compare_digest(token.encode(), unsubscribe_token(secret, member).encode()):
        raise NotFound
    return member


def unsubscribe(workspace: Workspace, token: str) -> UUID:
    """No more mail about this project; answers with the membership. Safe to repeat. Refused: NotFound."""
    member = unsubscribed(workspace.settings.secret, token)
    with workspace.pool.connection() as db:
        db.execute("update memberships set mails = 'nothing' where member = %s", (member,))
    return member


def checked_name(name: str) -> str:
    """Refused: TooLong, Unreadable."""
    return clean(" ".join(name.split()), longest=LONGEST_NAME)


def _one_of(value: str, values: tuple[str, ...]) -> None:
    if value not in values:
        raise UnknownChoice(value=value)


def with_addresses(db: Connection[Any], emails: list[str]) -> dict[str, UUID]:
    """The accounts of these addresses, as far as there are any."""
    return dict(db.execute("select email, id from accounts where email = any(%s)", (emails,)).fetchall())
