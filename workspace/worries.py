"""A worry for somebody's safety: told to one named person by mail, outside the record. Ordinary rows, never events; the words are gone once the mail is."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import Act
from aggregates.errors import Empty, NotFound

from . import members
from .addresses import address
from .application import Workspace
from .limits import Limit, hold_to
from .texts import clean

FROM_ONE_PLACE = Limit("worries", 10, timedelta(hours=1))
WORRY = "worry"
LONGEST = {"words": 2000, "reach": 200, "name": 100, "telephone": 40}

NAME = """
insert into leads (project, name, telephone, email) values (%s, %s, %s, %s)
on conflict (project) do update set name = excluded.name, telephone = excluded.telephone, email = excluded.email, named_at = clock_timestamp()
"""
TELL = "insert into outbox (id, occasion, recipient, project, created_at) values (%s, %s, %s, %s, clock_timestamp()) on conflict do nothing"
TAKE = """
delete from worries w using leads l where w.id = %s and l.project = w.project and l.email <> '' returning l.email, l.name, w.words, w.reach, w.language
"""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is told. The address is for the form of facilitators and for the mail alone."""

    name: str
    telephone: str
    email: str


@dataclass(frozen=True, slots=True)
class Worry:
    """What is written to the lead."""

    email: str
    name: str
    words: str
    reach: str
    language: str


def lead_of(workspace: Workspace, project: UUID) -> Lead | None:
    with workspace.reading() as db:
        return db.cursor(row_factory=class_row(Lead)).execute("select name, telephone, email from leads where project = %s", (project,)).fetchone()


def name_lead(workspace: Workspace, by: Act, name: str, telephone: str, email: str) -> None:
    """Say who is told, and how they are reached. A facilitator's task. Refused: NotYourTask, Empty, NotAnAddress."""
    members.must_have_task(workspace, by, "facilitator")
    called, number = clean(name, longest=LONGEST["name"]), clean(telephone, longest=LONGEST["telephone"])
    if not called or not (number or email):
        raise Empty
    with workspace.pool.connection() as db:
        db.execute(NAME, (by.project, called, number, address(email) if email else ""))


def may_be_written_to(workspace: Workspace, lead: Lead | None) -> bool:
    """Whether a mail would reach them: where none can be sent, nobody is made to believe that one was."""
    return bool(lead and lead.email and (workspace.settings.smtp_url or workspace.settings.demo))


def tell(workspace: Workspace, project: UUID, words: str, reach: str, language: str, network: str, command: UUID) -> None:
    """Write to the lead of a project, once a command: anybody may who can read it, also without an account.
    Refused: TooOften, NotFound (nobody to write to), BadWords."""
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, network)
    if not may_be_written_to(workspace, lead_of(workspace, project)):
        raise NotFound
    said, how = clean(words, longest=LONGEST["words"]), clean(reach, longest=LONGEST["reach"])
    if not said:
        raise Empty
    with workspace.pool.connection() as db, db.transaction():
        if db.execute(TELL, (command, WORRY, command, project)).rowcount:
            db.execute("insert into worries (id, project, words, reach, language) values (%s, %s, %s, %s, %s)", (command, project, said, how, language))


def take(db: Connection[Any], worry: UUID) -> Worry | None:
    """The worry, to be written to the lead: its row goes in the caller's transaction. None where there is none any more, or nobody to write to."""
    return db.cursor(row_factory=class_row(Worry)).execute(TAKE, (worry,)).fetchone()


def forget_old(db: Connection[Any]) -> None:
    db.execute("delete from worries where told_at < clock_timestamp() - interval '7 days'")
