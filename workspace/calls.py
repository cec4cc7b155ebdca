"""Being rung back: a name and a number, until somebody has rung. Ordinary rows, never events, and gone when it is done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import Act
from aggregates.errors import NotFound

from . import members
from .application import Workspace
from .limits import Limit, hold_to
from .network import task_for
from .texts import clean

FROM_ONE_PLACE = Limit("calls", 10, timedelta(hours=1))
RING_BACK = "ring back"
LONGEST = {"name": 100, "number": 40, "suits": 200}

ASK = "insert into calls (id, project, name, number, suits, language) values (%s, %s, %s, %s, %s, %s) on conflict do nothing"
TELL = """
insert into outbox (id, occasion, recipient, project, created_at)
select gen_random_uuid(), %(occasion)s, p.id, %(project)s, clock_timestamp() from people p
where p.project = %(project)s and p.standing = 'here' and p.tasks ? %(task)s
  and (select count(*) from calls where project = %(project)s and asked_at > clock_timestamp() - interval '1 hour') = 1
"""


@dataclass(frozen=True, slots=True)
class Call:
    id: UUID
    name: str
    number: str
    suits: str
    language: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom to ring, on which number, when it suits, and in which language."""

    name: str
    number: str
    suits: str
    language: str


def ask(workspace: Workspace, project: UUID, asking: Asking, network: str, command: UUID) -> None:
    """Ask to be rung back by those who look after a project, or the network: once a command. They are told by mail, once an hour at most, without name
    and number. Refused: TooOften, BadWords."""
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, network)
    said = [clean(getattr(asking, what), longest=longest) for what, longest in LONGEST.items()]
    with workspace.pool.connection() as db, db.transaction():
        if db.execute(ASK, (command, project, *said, asking.language)).rowcount:
            db.execute(TELL, {"occasion": RING_BACK, "project": project, "task": task_for(project)})


def waiting(workspace: Workspace, by: Act) -> list[Call]:
    """Who is to be rung, who has waited longest first. For those who look after it. Refused: NotYourTask."""
    members.must_have_task(workspace, by, task_for(by.project))
    with workspace.reading() as db:
        sql = "select id, name, number, suits, language, asked_at from calls where project = %s order by asked_at, id"
        return db.cursor(row_factory=class_row(Call)).execute(sql, (by.project,)).fetchall()


def done(workspace: Workspace, by: Act, call: UUID) -> None:
    """They have been rung: name and number are deleted. Refused: NotYourTask, NotFound."""
    members.must_have_task(workspace, by, task_for(by.project))
    with workspace.pool.connection() as db:
        if not db.execute("delete from calls where id = %s and project = %s", (call, by.project)).rowcount:
            raise NotFound


def forget_old(db: Connection[Any]) -> None:
    db.execute("delete from calls where asked_at < clock_timestamp() - interval '30 days'")
