"""The demo's database is marked as one: its doors stand open, so it must never be opened over people's real work."""

from psycopg import connect

from .config import Settings
from .postgres import CannotStart

BEGUN, TOLD = "pleth demo, its story begun", "pleth demo, its story told"


class NotADemo(CannotStart):
    def __init__(self, where: object) -> None:
        super().__init__(f"{where} holds real work, and a demo lets everybody in as anybody: give the demo another folder with --data")


def admit(settings: Settings) -> None:
    """Mark an empty database as a demo's. Refused: NotADemo."""
    with connect(settings.database_url, autocommit=True) as db:
        if _mark(db.execute("select obj_description('public'::regnamespace)").fetchone()) in (BEGUN, TOLD):
            return
        used = db.execute("select exists (select from stored_events), exists (select from accounts)").fetchone()
        if used != (False, False):
            raise NotADemo(settings.data or "this database")
        db.execute(f"comment on schema public is '{BEGUN}'".encode())


def tell(settings: Settings) -> None:
    """Load the story, the first time."""
    with connect(settings.database_url, autocommit=True) as db:
        if _mark(db.execute("select obj_description('public'::regnamespace)").fetchone()) == TOLD:
            return
        _load(settings)
        db.execute(f"comment on schema public is '{TOLD}'".encode())


def _load(settings: Settings) -> None:
    from contextlib import closing

    import workspace.story as story

    from .application import Workspace

    with closing(Workspace(settings)) as workspace:
        story.tell(workspace)


def _mark(row: tuple[str | None] | None) -> str:
    return (row and row[0]) or ""
