"""Backup and restore, while the server runs.

A restored database takes the place of the present one in a moment; the present one is kept beside it under another name.
What was erased since the backup is erased in it again before anybody can see it.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg import Connection, IsolationLevel, connect, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.errors import InsufficientPrivilege

from .config import Settings, clean_environment
from .postgres import CannotStart, program

DUMP, FACTS, SECRET = "database.dump", "backup.json", "secret"


class BackupFailed(CannotStart): ...


def backup(settings: Settings, folder: Path) -> dict[str, Any]:
    """Write database, secret and what there is to know about them into a new folder. One snapshot: nobody has to stop working."""
    if folder.exists() and any(folder.iterdir()):
        raise BackupFailed(f"{folder} is not empty: a backup gets a folder of its own")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = folder / f"{DUMP}.half"
    with connect(settings.database_url) as db:
        db.isolation_level = IsolationLevel.REPEATABLE_READ
        row = db.execute("select pg_export_snapshot()").fetchone()
        _program("pg_dump", settings.database_url, "--format=custom", f"--file={half}", f"--snapshot={row[0] if row else ''}")
        facts = {"made_at": datetime.now(UTC).isoformat(), "position": _head(db), "postgresql": db.info.server_version // 10000}
    with os.fdopen(os.open(folder / SECRET, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        file.write(settings.secret)
    (folder / FACTS).write_text(json.dumps(facts))
    half.rename(folder / DUMP)  # last: a folder with a dump is a whole backup
    return {"backup": str(folder), **facts}


def restore(settings: Settings, folder: Path) -> dict[str, Any]:
    """Put a backup in the place of the database."""
    if not (folder / DUMP).exists():
        raise BackupFailed(f"{folder} holds no whole backup")
    name = str(conninfo_to_dict(settings.database_url)["dbname"])
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
    fresh, kept = f"{name}_restored_{stamp}", f"{name}_before_{stamp}"
    with _beside(settings.database_url) as db:
        try:
            _do(db, "create database {} template template0", fresh)
        except InsufficientPrivilege:
            raise BackupFailed(f"{db.info.user} may not make databases, and a backup is restored into a new one: alter role {db.info.user} createdb") from None
        try:
            _program("pg_restore", _named(settings.database_url, fresh), "--exit-on-error", str(folder / DUMP))
            erased = erase_again(settings.database_url, _named(settings.database_url, fresh))
        except BaseException:
            _do(db, "drop database {} with (force)", fresh)
            raise
        _swap(db, name, fresh, kept)
    if settings.data is not None and (folder / SECRET).exists():
        _keep_secret(settings.data, (folder / SECRET).read_bytes())
    with connect(settings.database_url) as restored:
        return {"restored": str(folder), "position": _head(restored), "erased_again": erased, "kept": kept}


def erase_again(present: str, restored: str) -> int:
    """Erase in the restored database what the present one, if it is a later state of the same, no longer holds."""
    with connect(present) as now, connect(restored) as then:
        if now.execute("select to_regclass('public.texts'), to_regclass('public.stored_events')").fetchone() in (None, (None, None)) or _head(now) < _head(
            then
        ):
            return 0
        first = "select originator_id from stored_events order by notification_id limit 1"
        if now.execute(first).fetchone() != then.execute(first).fetchone():
            return 0
        return sum(_erase_missing(now, then, table) for table in ("texts", "files", "accounts") if _is_in(now, table) and _is_in(then, table))


def _is_in(db: Connection[Any], table: str) -> bool:
    """A backup may be older than the table."""
    return db.execute("select to_regclass(%s)", (f"public.{table}",)).fetchone() != (None,)


def _erase_missing(now: Connection[Any], then: Connection[Any], table: str) -> int:
    ids = sql.SQL("select id from {}").format(sql.Identifier(table))
    gone = {row[0] for row in then.execute(ids)} - {row[0] for row in now.execute(ids)}
    then.execute(sql.SQL("delete from {} where id = any(%s)").format(sql.Identifier(table)), [list(gone)])
    return len(gone)


def _swap(db: Connection[Any], name: str, fresh: str, kept: str) -> None:
    """Renaming needs a database that nobody is connected to, and everybody comes back at once: try until nobody is quick enough."""
    _do(db, "alter database {} with allow_connections false", name)
    try:
        db.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = %s", [name])
        with db.transaction():
            db.execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(name), sql.Identifier(kept)))
            db.execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(fresh), sql.Identifier(name)))
    finally:
        there = db.execute("select 1 from pg_database where datname = %s", [kept]).fetchone()
        _do(db, "alter database {} with allow_connections true", kept if there else name)


@contextmanager
def _beside(url: str) -> Iterator[Connection[Any]]:
    """A connection to the same server, to another database of it."""
    with connect(_named(url, "postgres"), autocommit=True) as db:
        yield db


def _named(url: str, name: str) -> str:
    return make_conninfo(url, dbname=name)


def _do(db: Connection[Any], statement: str, name: str) -> None:
    db.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _head(db: Connection[Any]) -> int:
    row = db.execute("select coalesce(max(notification_id), 0) from stored_events").fetchone()
    return int(row[0]) if row else 0


def _keep_secret(data: Path, secret: bytes) -> None:
    beside = data / f"secret.{os.getpid()}"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        file.write(secret)
    beside.rename(data / "secret")


def _program(name: str, url: str, *words: str) -> None:
    """Run it on a database. The password goes by the environment, since everybody can read the words of a process."""
    parts: dict[str, Any] = {**conninfo_to_dict(url)}
    env = clean_environment() | {"PGPASSWORD": str(parts.pop("password", None) or "")}
    all_words = [program(name), "--no-owner", "--no-privileges", f"--dbname={make_conninfo(**parts)}", *words]
    done = subprocess.run(all_words, capture_output=True, text=True, env=env, check=False)
    if done.returncode != 0:
        raise BackupFailed(f"{name}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")
