"""What an account holds: a name, a language, a theme, and per project which mail is wanted. Ordinary rows, never in events."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.base import NETWORK
from aggregates.errors import UnknownChoice
from aggregates.project import Project

from .application import Workspace
from .texts import clean

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


def name_of(workspace: Workspace, account: UUID) -> str:
    with workspace.reading() as db:
        row = db.execute("select name from accounts where id = %s", (account,)).fetchone()
    return row[0] if row else ""


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


def my_projects(db: Connection[Any], account: UUID) -> list[MyProject]:
    mine = "select member, project, name, mails from memberships where account = %s and project <> %s order by created_at, member"
    return [MyProject(*row) for row in db.execute(mine, (account, NETWORK))]


def checked_name(name: str) -> str:
    """Refused: TooLong, Unreadable."""
    return clean(" ".join(name.split()), longest=LONGEST_NAME)


def _one_of(value: str, values: tuple[str, ...]) -> None:
    if value not in values:
        raise UnknownChoice(value=value)


def with_addresses(db: Connection[Any], emails: list[str]) -> dict[str, UUID]:
    """The accounts of these addresses, as far as there are any."""
    return dict(db.execute("select email, id from accounts where email = any(%s)", (emails,)).fetchall())
