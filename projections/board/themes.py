"""The themes of a project: what ideas and what matters to people can be put under."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Theme:
    id: UUID
    name: dict[str, str]  # {} = taken down
    texts: dict[str, UUID]
    ideas: int  # that stand on the board
    named_by: str | None
    is_mine: bool  # who is looking named it


def themes(db: Connection[Any], project: UUID, *, viewer: UUID | None = None) -> list[Theme]:
    """Those that are open, in the order in which they were named (one statement)."""
    sql = """
    select t.id, said(t.name) as name, coalesce((select jsonb_object_agg(w.language, w.id) from words w where w.id = any(t.name)), '{}') as texts,
           t.ideas, n.name as named_by, coalesce(t.author = %(viewer)s, false) as is_mine
    from board_themes t left join names n on n.member = t.author
    where t.project = %(project)s and not t.is_closed order by t.position
    """
    return db.cursor(row_factory=class_row(Theme)).execute(sql, {"project": project, "viewer": viewer}).fetchall()


def theme_names(db: Connection[Any], themes: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """What some themes are called, also those that are closed by now (one statement)."""
    return dict(db.execute("select id, said(name) from board_themes where id = any(%s)", (list(themes),)).fetchall())
