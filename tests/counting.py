"""Which statements a piece of work sends to the database: everything psycopg is asked to execute in this process, begin and commit too."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg


@contextmanager
def statements(threads: str = "") -> Iterator[list[str]]:
    """In the order in which they were sent, by threads whose name begins so: `web` answers requests."""
    sent: list[str] = []
    execute, transact = psycopg.Cursor.execute, psycopg.Connection._exec_command

    def note(statement: Any) -> None:
        if threading.current_thread().name.startswith(threads):
            sent.append(_text(statement))

    def executing(cursor: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        note(query)
        return execute(cursor, query, *args, **kwargs)

    def transacting(db: Any, command: Any, *args: Any, **kwargs: Any) -> Any:
        note(command)
        return transact(db, command, *args, **kwargs)

    with patch.object(psycopg.Cursor, "execute", executing), patch.object(psycopg.Connection, "_exec_command", transacting):
        yield sent


def _text(statement: Any) -> str:
    text = statement if isinstance(statement, str) else statement.decode() if isinstance(statement, bytes) else repr(statement)
    return " ".join(text.split())
