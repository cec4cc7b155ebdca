"""What projects are called, for every mail about them, and of which no mail may say anything."""

from typing import Any
from uuid import UUID

from aggregates.project import Project

from ..base import Rows
from .telling import ids

SCHEMA = """
create table outbox_projects (id uuid primary key, name uuid[] not null, is_sensitive bool not null);
"""


def started(rows: Rows, e: Project.Started) -> None:
    rows.insert("outbox_projects", id=e.originator_id, name=ids(e.name), is_sensitive=e.visibility == "sensitive")


def described(rows: Rows, e: Project.Described) -> None:
    rows.set("outbox_projects", e.originator_id, name=ids(e.name))


def shown_to(rows: Rows, e: Project.ShownTo) -> None:
    rows.set("outbox_projects", e.originator_id, is_sensitive=e.visibility == "sensitive")


HANDLERS = {Project.Started: started, Project.Described: described, Project.ShownTo: shown_to}


def project_name(db: Any, project: UUID) -> list[UUID]:
    """The texts of its name; of a sensitive one none."""
    row = db.execute("select name from outbox_projects where id = %s and not is_sensitive", (project,)).fetchone()
    return list(row[0]) if row else []


def project_names(db: Any, projects: list[UUID]) -> dict[UUID, dict[str, str]]:
    """How projects are called, in their languages; those that are sensitive are not among them."""
    return dict(db.execute("select id, said(name) from outbox_projects where id = any(%s) and not is_sensitive", (projects,)).fetchall())


def is_sensitive(db: Any, project: UUID) -> bool:
    """Whether a mail about this project gives nothing away."""
    return db.execute("select 1 from outbox_projects where id = %s and is_sensitive", (project,)).fetchone() is not None
