"""Brings the database's own tables (what cannot be rebuilt) to this release, forward only."""

import logging
import warnings

import psycopg

from .config import ROOT
from .postgres import CannotStart

MIGRATIONS = ROOT / "migrations"
OLDEST = 15
"""The oldest PostgreSQL that we speak to."""


def migrate(database_url: str) -> list[str]:
    """Apply what is missing, one process at a time; the names of what was applied. Refused: CannotStart (PostgreSQL is too old)."""
    from yoyo import get_backend, read_migrations

    logging.getLogger("yoyo").setLevel(logging.ERROR)
    with psycopg.connect(database_url, autocommit=True) as guard, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if guard.info.server_version // 10000 < OLDEST:
            raise CannotStart(f"PostgreSQL {OLDEST} or newer is needed; this is {guard.info.server_version // 10000}")
        guard.execute("select pg_advisory_lock(hashtext('pleth migrations'))")
        backend = get_backend(_for_yoyo(database_url))
        try:
            missing = backend.to_apply(read_migrations(str(MIGRATIONS)))
            backend.apply_migrations(missing)
            return [migration.id for migration in missing]
        finally:
            backend.connection.close()


def unapplied(database_url: str) -> list[str]:
    """The names of migrations that this database still lacks."""
    names = sorted(path.stem for path in MIGRATIONS.glob("*.sql"))
    with psycopg.connect(database_url) as db:
        if db.execute("select to_regclass('_yoyo_migration')").fetchone() == (None,):
            return names
        applied = {row[0] for row in db.execute("select migration_id from _yoyo_migration")}
    return [name for name in names if name not in applied]


def _for_yoyo(url: str) -> str:
    """Yoyo wants the driver in the scheme."""
    return "postgresql+psycopg://" + url.split("://", 1)[1]
