"""Who is here, for what everybody in a project is told."""

from uuid import UUID

from aggregates.member import Member

from ..base import Rows

SCHEMA = """
create table outbox_here (member uuid primary key, project uuid not null);
create index on outbox_here (project);
"""


def came(rows: Rows, e: Member.Joined | Member.Welcomed) -> None:
    rows.put("outbox_here", {"member": e.originator_id}, project=e.by.project)


def gone(rows: Rows, e: Member.Left | Member.Removed) -> None:
    rows.remove("outbox_here", {"member": e.originator_id})


HANDLERS = {Member.Joined: came, Member.Welcomed: came, Member.Left: gone, Member.Removed: gone}


def everybody(rows: Rows, project: UUID, but: UUID) -> list[UUID]:
    """Whoever is here, except one."""
    found = rows.all("select member from outbox_here where project = %s and member <> %s order by member", project, but)
    return [member for (member,) in found]
