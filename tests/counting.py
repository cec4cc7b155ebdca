"""Which statements a piece of work sends to the database: everything psycopg is asked to execute in this process, begin and commit too."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg

PROJECTOR = "pleth projector"


@contextmanager
def statements(*, projector: bool = False) -> Iterator[list[str]]:
    """In the order in which they were sent. Those of the projector, which may run beside, only if asked for."""
    sent: list[str] = []
    execute, transact = psycopg.Cursor.execute, psycopg.Connection._exec_command

    def note(db: Any, statement: Any) -> None:
        if projector or db.info.parameter_status("application_name") != PROJECTOR:
            sent.append(_text(statement))

    def executing(cursor: Any, query: Any, *args: Any, **kwargs: Any) -> Any:
        note(cursor.connection, query)
        return execute(cursor, query, *args, **kwargs)

    def transacting(db: Any, command: Any, *args: Any, **kwargs: Any) -> Any:
        note(db, command)
        return transact(db, command, *args, **kwargs)

    with patch.object(psycopg.Cursor, "execute", executing), patch.object(psycopg.Connection, "_exec_command", transacting):
        yield sent


def _text(statement: Any) -> str:
    text = statement if isinstance(statement, str) else statement.decode() if isinstance(statement, bytes) else repr(statement)
    return " ".join(text.split())
