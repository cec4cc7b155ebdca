"""What projects are called, for every mail about them."""

from typing import Any
from uuid import UUID

from aggregates.project import Project

from ..base import Rows
from .telling import ids

SCHEMA = """
create table outbox_projects (id uuid primary key, name uuid[] not null);
"""


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("outbox_projects", id=e.originator_id, name=ids(e.name))


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("outbox_projects", e.originator_id, name=ids(e.name))


HANDLERS = {Project.Started: started, Project.Described: described}


def project_name(db: Any, project: UUID) -> list[UUID]:
    row = db.execute("select name from outbox_projects where id = %s", (project,)).fetchone()
    return list(row[0]) if row else []


def project_names(db: Any, projects: list[UUID]) -> dict[UUID, dict[str, str]]:
    """How projects are called, in their languages."""
    return dict(db.execute("select id, said(name) from outbox_projects where id = any(%s)", (projects,)).fetchall())
