"""Short neutral addresses that can be read out on the phone: /p/7k3m, /i/..., /c/..., /d/...

A code is the beginning of the thing's id in unmistakable signs, as long as it must be to stand alone: four signs, or more where an earlier thing has them.
A row holds all signs, so that nothing is read to write it; whose code is how long is found among the few that begin alike.
"""

from collections.abc import Iterable
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
create table permalinks (id uuid primary key, kind text not null, start text not null, signs text not null, position bigint not null, project uuid not null);
create index on permalinks (kind, start, position);
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
    signs = spelled(e.originator_id)
    start = signs[:SHORTEST]
    rows.insert("permalinks", id=e.originator_id, kind=KINDS[type(e)], start=start, signs=signs, position=rows.position, project=e.by.project)


PERMALINKS = ReadModel("permalinks", version=2, schema=SCHEMA, handlers=dict.fromkeys(KINDS, made))


def behind(db: Connection[Any], kind: str, code: str) -> tuple[UUID, UUID] | None:
    """(id, project) behind a code, however it was typed."""
    typed = code.strip().lower()
    sql = "select signs, id, project from permalinks where kind = %s and start = %s order by position"
    return _coded(db.execute(sql, (kind, typed[:SHORTEST])).fetchall()).get(typed)


def code_of(db: Connection[Any], id: UUID) -> str | None:
    """The short address of a thing, without its first slash: d/7k3m."""
    alike = db.execute(
        "select near.signs, near.id, near.kind from permalinks mine join permalinks near on near.kind = mine.kind and near.start = mine.start "
        "where mine.id = %s order by near.position",
        (id,),
    ).fetchall()
    return next((f"{kind}/{code}" for code, (found, kind) in _coded(alike).items() if found == id), None)


def _coded(alike: Iterable[tuple[str, Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """What stands behind each code. `alike`: (signs, ...) in the order in which they came, for a code is never given twice."""
    codes: dict[str, tuple[Any, Any]] = {}
    for signs, *what in alike:
        code = next(signs[:length] for length in range(SHORTEST, len(signs) + 1) if signs[:length] not in codes)
        codes[code] = (what[0], what[1])
    return codes
