"""The embedded PostgreSQL: one owner, others join, nothing stays behind."""

import psycopg


def test_every_test_has_a_fresh_migrated_database(database_url: str) -> None:
    with psycopg.connect(database_url) as db:
        assert db.execute("select count(*) from _yoyo_migration").fetchone() != (0,)
