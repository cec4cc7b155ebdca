"""Filling a read model anew from history: beside the live one, to swap it in, or only to prove that it comes out the same."""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from psycopg import Connection, IsolationLevel

from projections.base import ReadModel, Rows
from projections.registry import every
from workspace.application import Workspace

from .feeding import Batch, batch, connection, handle
from .projector import bring_to_head

__all__ = ["Check", "check", "rebuild"]

BATCH = 1000
CLOSE = 200
"""So few events behind the live one it is worth holding the live one up for the rest."""

NEVER = sys.maxsize
"""Born never: nothing goes to kept tables."""

log = structlog.get_logger("rebuild")


@dataclass(frozen=True, slots=True)
class Check:
    """What `pleth rebuild --check` says. `differing` names the tables that did not come out the same, and what could not be brought to the head."""

    events: int
    read_models: int
    identical: int
    differing: list[str]


def rebuild(workspace: Workspace, names: Sequence[str] = ()) -> list[str]:
    """Fill the named read models (none named: all) into a second schema each and swap it in. Tables that are kept stay as they are.

    The answer names what was rebuilt. A handler that fails leaves the live one untouched. Readers and the projector go on meanwhile.
    """
    chosen = [model for model in every() if not names or model.name in names]
    if unknown := sorted(set(names) - {model.name for model in chosen}):
        raise LookupError(", ".join(unknown))
    bring_to_head(workspace)
    with connection(workspace) as db:
        for model in chosen:
            _rebuild(db, workspace, model)
        _drop_unasked(db)
    return [model.name for model in chosen]


def _rebuild(db: Connection[Any], workspace: Workspace, model: ReadModel) -> None:
    beside, before = f"{model.home}_beside", f"{model.home}_before"
    with _alone(db, beside):
        for left in (beside, before):
            db.execute(f"drop schema if exists {left} cascade".encode())
        with db.transaction():
            _make(db, model, beside)
        position = 0
        while (end := _end(db, workspace, model)) - position > CLOSE:
            position = _fill(db, workspace, model, beside, position, born=NEVER, up_to=end)
        with db.transaction():
            _swap(db, workspace, model, beside, position)
        db.execute(f"drop schema {before} cascade".encode())
    log.info("read model rebuilt", read_model=model.home)


def _end(db: Connection[Any], workspace: Workspace, model: ReadModel) -> int:
    """How far to fill: what also writes to kept tables must not run ahead of the live one, or their rows would be missed."""
    row = db.execute("select position from read_models where name = %s and version = %s for update", (model.name, model.version)).fetchone()
    return row[0] if row and model.kept else workspace.head()


def _swap(db: Connection[Any], workspace: Workspace, model: ReadModel, beside: str, position: int) -> None:
    """The row's lock holds the projector up, never a reader: renaming takes no lock on the tables."""
    end = _end(db, workspace, model)
    while position < end:
        position = _fill(db, workspace, model, beside, position, born=NEVER, up_to=end)
    db.execute(
        """update read_models set position = %s, state = 'ready', ready_at = coalesce(ready_at, clock_timestamp()),
                  error = null, error_position = null, tries = 0, retry_at = null
           where name = %s and version = %s""",
        (position, model.name, model.version),
    )
    db.execute(f"alter schema {model.home} rename to {model.home}_before".encode())
    db.execute(f"alter schema {beside} rename to {model.home}".encode())


def _make(db: Connection[Any], model: ReadModel, home: str, kept: Iterable[str] = ()) -> None:
    db.execute(f"create schema {home}".encode())
    db.execute(f"set local search_path = {home}".encode())
    for table in kept:
        db.execute(f"create table {home}.{table} (like public.{table} including all)".encode())
    if model.schema.strip():
        db.execute(model.schema.encode())
    db.execute("reset search_path")


def _fill(db: Connection[Any], workspace: Workspace, model: ReadModel, home: str, after: int, *, born: int, up_to: int) -> int:
    """One batch."""
    given = batch(workspace, after, BATCH)
    _take_in(db, model, home, given, born=born, up_to=up_to)
    return min(given.last, up_to) if given.events else up_to


def _take_in(db: Connection[Any], model: ReadModel, home: str, given: Batch, *, born: int, up_to: int) -> None:
    """The path holds nothing but the schema being filled, so a handler that looks elsewhere fails here."""
    with db.transaction():
        db.execute(f"set local search_path = {home}".encode())
        handle(Rows(db, frozenset(model.kept), born), model, [(position, event) for position, event in given.events if position <= up_to])
        db.execute("reset search_path")


def check(workspace: Workspace, names: Sequence[str] = ()) -> Check:
    """Bring the live read models to the head, fill each again from history, and compare byte for byte in one snapshot. Leaves nothing behind."""
    behind = bring_to_head(workspace)
    chosen = [model for model in every() if not names or model.name in names]
    with connection(workspace) as db:
        db.isolation_level = IsolationLevel.REPEATABLE_READ
        with db.transaction(force_rollback=True):
            positions = {f"{n}_v{v}": (p, b) for n, v, p, b in db.execute("select name, version, position, born from read_models").fetchall()}
            _fill_together(db, workspace, chosen, positions)
            differing = {model.name: _differing(db, model) for model in chosen}
            furthest = max((positions[model.home][0] for model in chosen), default=0)
            ((events,),) = db.execute("select count(*) from stored_events where notification_id <= %s", (furthest,)).fetchall()
    for name in behind:
        if name in differing:
            differing[name].append(f"{name} is parked")
    return Check(events, len(chosen), sum(not found for found in differing.values()), sorted(one for found in differing.values() for one in found))


def _fill_together(db: Connection[Any], workspace: Workspace, chosen: Sequence[ReadModel], positions: Mapping[str, tuple[int, int]]) -> None:
    """Each event is read once for all of them, and taken in by those whose live one is as far."""
    for model in chosen:
        _make(db, model, f"{model.home}_check", model.kept)
    filled, furthest = 0, max((positions[model.home][0] for model in chosen), default=0)
    while filled < furthest:
        given = batch(workspace, filled, BATCH)
        for model in chosen:
            position, born = positions[model.home]
            _take_in(db, model, f"{model.home}_check", given, born=born, up_to=position)
        filled = given.last if given.events else furthest


def _differing(db: Connection[Any], model: ReadModel) -> list[str]:
    beside = f"{model.home}_check"
    pairs = {table: (f"{model.home}.{table}", f"{beside}.{table}", "*") for table in _tables(db, model.home) | (_tables(db, beside) - model.kept.keys())}
    for table, columns in model.kept.items():
        pairs[table] = (f"public.{table}", f"{beside}.{table}", ", ".join(columns))
    found = [table for table, (live, again, columns) in pairs.items() if _dump(db, live, columns) != _dump(db, again, columns)]
    db.execute(f"drop schema {beside} cascade".encode())
    return found


def _tables(db: Connection[Any], home: str) -> set[str]:
    rows = db.execute("select relname from pg_class where relnamespace = to_regnamespace(%s) and relkind in ('r', 'p')", (home,)).fetchall()
    return {name for (name,) in rows}


def _dump(db: Connection[Any], table: str, columns: str) -> str:
    """A canonical dump of a table, as its hash: every row as text, in the order of these texts. A table that is not there has none."""
    if db.execute("select to_regclass(%s)", (table,)).fetchone() == (None,):
        return "missing"
    dump = hashlib.sha256()
    rows_of = f'select row::text from (select {columns} from {table}) row order by row::text collate "C"'
    with db.cursor() as cursor, cursor.copy(f"copy ({rows_of}) to stdout".encode()) as rows:
        for block in rows:
            dump.update(block)
    return dump.hexdigest()


def _drop_unasked(db: Connection[Any]) -> list[str]:
    """Drop the versions that this code does not ask for, unless a projector of older code still leads them."""
    asked = {model.home for model in every()}
    found = [ReadModel(name, version, "", {}) for name, version in db.execute("select name, version from read_models").fetchall()]
    dropped = []
    for model in found:
        if model.home in asked:
            continue
        with db.transaction():
            if db.execute("select pg_try_advisory_xact_lock(%s)", (model.lock,)).fetchone() == (True,):
                db.execute(f"drop schema if exists {model.home} cascade".encode())
                db.execute("delete from read_models where name = %s and version = %s", (model.name, model.version))
                dropped.append(model.home)
    return dropped


@contextmanager
def _alone(db: Connection[Any], what: str) -> Iterator[None]:
    """Two rebuilds of one read model wait for each other."""
    db.execute("select pg_advisory_lock(hashtextextended(%s, 0))", (what,))
    try:
        yield
    finally:
        db.execute("select pg_advisory_unlock(hashtextextended(%s, 0))", (what,))
