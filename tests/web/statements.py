"""How many statements a page sends to the database."""

import threading
from unittest.mock import patch

import psycopg

from .browsing import Reader


def statements_of(reader: Reader, path: str) -> int:
    """Of the second time that the page is opened; what the projector sends beside is not counted."""
    sent: list[str] = []
    execute = psycopg.Cursor.execute

    def noted(self, query, *args, **more):  # type: ignore[no-untyped-def]
        if threading.current_thread().name.startswith("web"):
            sent.append(str(query))
        return execute(self, query, *args, **more)

    assert reader.open(path).status_code == 200
    with patch.object(psycopg.Cursor, "execute", noted):
        reader.open(path)
    return len(sent)
