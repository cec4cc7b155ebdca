"""Short neutral addresses that can be read out on the phone: /p/7k3m, /i/..., /c/..., /d/...

A code is the beginning of the thing's id in unmistakable signs, as long as it must be to stand alone: four signs, or more where an earlier thing has them.
"""

from typing import Any
from uuid import UUID

from psycopg import Connection

from aggregates.base import Aggregate
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.project import Project
from aggregates.proposal import Proposal

from .base import ReadModel, Rows

SCHEMA = """
create table permalinks (kind text not null, code text not null, id uuid not null, project uuid not null, primary key (kind, code));
create unique index on permalinks (id);
"""

SIGNS = "34679acdefghjkmnpqrtwxy"
SHORTEST = 4
KINDS = {Project.Started: "p", Idea.Posted: "i", Proposal.Drafted: "c", Decision.Opened: "d"}


def spelled(id: UUID) -> str:
    """The whole id in SIGNS, 29 of them."""
    number, signs = id.int, []
    for _ in range(29):
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return "".join(signs)


def made(rows: Rows, e: Aggregate.Event) -> None:
    kind, signs = KINDS[type(e)], spelled(e.originator_id)
    taken = {code for (code,) in rows.all("select code from permalinks where kind = %s and code like %s", kind, signs[:SHORTEST] + "%")}
    code = next(signs[:length] for length in range(SHORTEST, len(signs) + 1) if signs[:length] not in taken)
    rows.insert("permalinks", kind=kind, code=code, id=e.originator_id, project=e.by.project)


PERMALINKS = ReadModel("permalinks", version=1, schema=SCHEMA, handlers=dict.fromkeys(KINDS, made))


def behind(db: Connection[Any], kind: str, code: str) -> tuple[UUID, UUID] | None:
    """(id, project) behind a code, however it was typed."""
    return db.execute("select id, project from permalinks where kind = %s and code = %s", (kind, code.strip().lower())).fetchone()


def code_of(db: Connection[Any], id: UUID) -> str | None:
    """The short address of a thing, without its first slash: d/7k3m."""
    row = db.execute("select kind || '/' || code from permalinks where id = %s", (id,)).fetchone()
    return row[0] if row else None
