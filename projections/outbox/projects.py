"""What projects are called, for every mail about them."""

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
