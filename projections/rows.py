"""How handlers write: `Rows` gathers what they ask for and sends runs of like rows as one statement."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, LiteralString
from uuid import UUID

import msgspec
from psycopg import Connection

Key = UUID | Mapping[str, Any]
Values = dict[str, Any]
UPDATES = ("add", "set")


class Rows:
    """What a handler writes to. A key is a UUID (column `id`) or the columns that name the rows.

    Writes to different rows may be sent in another order than they were asked for; the outcome is the same.
    """

    def __init__(self, db: Connection[Any], kept: frozenset[str] = frozenset(), born: int = 0) -> None:
        self.position = 0
        """The position in the log of the event being handled."""
        self._db, self._kept, self._born = db, kept, born
        self._waiting: dict[str, list[Run]] = {}

    def insert(self, table: str, /, **values: Any) -> None:
        if table not in self._kept:
            self._place(table, "insert", {}, values)
        elif self.position > self._born:
            self._place(table, "insert once", {}, values)

    def put(self, table: str, key: Key, /, **values: Any) -> None:
        """Insert, or set where a row of that key is there; the key must be the primary key."""
        self._place(table, "put", columns(key), values)

    def set(self, table: str, key: Key, /, **values: Any) -> None:
        self._place(table, "set", columns(key), values)

    def add(self, table: str, key: Key, /, **increments: Any) -> None:
        self._place(table, "add", columns(key), increments)

    def remove(self, table: str, key: Key, /) -> None:
        self._place(table, "remove", columns(key), {})

    def of(self, table: str, key: Key, /, *names: str) -> Any:
        """These columns of one row as all that was written so far leaves it, as a tuple, or None. Cheap: what was inserted a
        moment ago is remembered, and a row that nothing waits for is looked up without ending a run."""
        named = columns(key)
        runs = [run for run in self._waiting.get(table, ()) if run.may_touch("look", named, {})]
        row = remembered(runs, named)
        if row is not None and row.keys() >= set(names):
            return tuple(row[name] for name in names)
        if runs:
            self._flush([table])
        return self._db.execute(look(table, tuple(named), names), tuple(named.values())).fetchone()

    def one(self, sql: LiteralString, /, *params: Any) -> Any:
        """The first row as a tuple, or None; sees all that was written so far. Dear, unlike `of`: it ends the runs of the tables that it names."""
        self._flush([table for table in self._waiting if table in sql])
        return self._db.execute(sql, params).fetchone()

    def all(self, sql: LiteralString, /, *params: Any) -> list[Any]:
        """All rows as tuples; as dear as `one`."""
        self._flush([table for table in self._waiting if table in sql])
        return self._db.execute(sql, params).fetchall()

    def flush(self) -> None:
        self._flush(list(self._waiting))

    def _flush(self, tables: list[str]) -> None:
        for table in tables:
            for run in self._waiting.pop(table):
                self._db.execute(statement(run.verb, table, run.key, run.columns), (run.text,))

    def _place(self, table: str, verb: str, key: Values, values: Values) -> None:
        if key.keys() & values.keys():
            raise ValueError(f"{verb} on {table} changes its own key")
        runs = self._waiting.setdefault(table, [])
        for run in reversed(runs):
            if run.verb == verb and run.key == tuple(key) and run.columns == tuple(values):
                return run.take(key, values)
            if run.may_touch(verb, key, values):
                break
        runs.append(Run(verb, tuple(key), tuple(values)))
        runs[-1].take(key, values)


class Run:
    """Like rows for one statement: the same verb, table, key columns and value columns."""

    def __init__(self, verb: str, key: tuple[str, ...], columns: tuple[str, ...]) -> None:
        self.verb, self.key, self.columns = verb, key, columns
        self.rows: list[Values] = []
        self._by_key: dict[tuple[Any, ...], Values] = {}
        self._seen: dict[tuple[str, ...], dict[tuple[Any, ...], Values]] = {}

    def take(self, key: Values, values: Values) -> None:
        """An update must name a row once, so what is asked twice of one key becomes one."""
        named = tuple(key.values())
        before = self._by_key.get(named) if key else None
        if before is None:
            row = {**key, **values}
            self.rows.append(row)
            if key:
                self._by_key[named] = row
            for names, seen in self._seen.items():
                seen[tuple(row[name] for name in names)] = row
        elif self.verb == "add":
            before.update({name: before[name] + value for name, value in values.items()})
        else:
            before.update(values)

    def row(self, key: Values) -> Values:
        """What it holds for a key by which it `may_touch` rows; nothing where its own key is another."""
        if self.key:
            return self._by_key.get(tuple(key.values()), {}) if self.key == tuple(key) else {}
        return self._seen.get(tuple(key), {}).get(tuple(key.values()), {})

    @property
    def text(self) -> str:
        """Its rows as JSON, in which bytes would come out as base64, which PostgreSQL reads as something else."""
        for row in self.rows:
            for name, value in row.items():
                if isinstance(value, bytes):
                    row[name] = f"\\x{value.hex()}"
        return msgspec.json.encode(self.rows).decode()

    def may_touch(self, verb: str, key: Values, values: Values) -> bool:
        """Whether a write must stay behind this run: it may be about the same row. What cannot be told counts as touching."""
        if key and self.key:
            apart = verb in UPDATES and self.verb in UPDATES and not values.keys() & set(self.columns)
            return self.key != tuple(key) or (tuple(key.values()) in self._by_key and not apart)
        if key:
            return not self._is_found_by(tuple(key)) or tuple(key.values()) in self._seen[tuple(key)]
        if self.key:
            known = self.verb in UPDATES and values.keys() >= set(self.key)
            return not known or tuple(values[name] for name in self.key) in self._by_key
        return False

    def _is_found_by(self, names: tuple[str, ...]) -> bool:
        """Of inserted rows: whether each says all the columns of a key; from then on they can be found by it."""
        if not set(names) <= set(self.columns):
            return False
        if names not in self._seen:
            self._seen[names] = {tuple(row[name] for name in names): row for row in self.rows}
        return True


def columns(key: Key) -> Values:
    return {"id": key} if isinstance(key, UUID) else dict(key)


def remembered(runs: Sequence[Run], key: Values) -> Values | None:
    """The row as these runs make it, in their order, if they begin by inserting it and then only change it."""
    row: Values = {}
    for run in runs:
        given = run.row(key)
        if not given or not (run.verb in UPDATES if row else run.verb == "insert"):
            return None
        changed = given if run.verb != "add" else {name: row[name] + given[name] for name in run.columns if name in row}
        row = {**row, **changed}
    return row or None


def look(table: str, key: tuple[str, ...], names: tuple[str, ...]) -> LiteralString:
    asked = ", ".join(f'"{name}"' for name in names)
    sql: Any = f"select {asked} from {table} where " + " and ".join(f'"{name}" = %s' for name in key)
    found: LiteralString = sql
    return found


@cache
def statement(verb: str, table: str, key: tuple[str, ...], names: tuple[str, ...]) -> LiteralString:
    """One statement for any number of rows, which travel as one JSON array: the table itself says the types."""
    given = f"json_populate_recordset(null::{table}, %s::json) given"
    same = " and ".join(f'{table}."{name}" = given."{name}"' for name in key)
    listed = ", ".join(f'"{name}"' for name in key + names)
    chosen = ", ".join(f'given."{name}"' for name in key + names)
    insert = f"insert into {table} ({listed}) select {chosen} from {given}"
    taken = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    sql = {
        "insert": insert,
        "insert once": f"{insert} on conflict do nothing",
        "put": f"{insert} on conflict ({', '.join(key)}) do " + (f"update set {taken}" if names else "nothing"),
        "set": f"update {table} set " + ", ".join(f'"{name}" = given."{name}"' for name in names) + f" from {given} where {same}",
        "add": f"update {table} set " + ", ".join(f'"{name}" = {table}."{name}" + given."{name}"' for name in names) + f" from {given} where {same}",
        "remove": f"delete from {table} using {given} where {same}",
    }
    return sql[verb]
