"""What is new in a project for somebody who has one mail a week: what nobody else tells them of. The clock asks for it (workers/clock.py)."""

from datetime import datetime, timedelta
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

NEW_HERE = "new here"

WEEK = timedelta(days=7)
TITLES = 3

IDEAS: LiteralString = """
select count(*) from board_ideas i
where i.project = %(project)s and i.posted_at > %(since)s and not i.is_imported and not i.is_aside and i.joined_with is null
  and not exists (select from board_authors a where a.idea = i.id and a.member = %(member)s)
"""
PROPOSALS: LiteralString = """
select p.title from proposals p
where p.project = %(project)s and p.drafted_at > %(since)s and not p.is_withdrawn and not %(member)s = any(p.authors) order by p.position desc
"""
DECISIONS: LiteralString = """
select d.question, d.result is not null from decisions d
where d.project = %(project)s and d.successor is null and (d.counted_at > %(since)s or (d.opened_at > %(since)s and d.closed_at is null))
  and not exists (select from decisions_roll r where r.decision = d.id and r.member = %(member)s) order by d.position desc
"""


def new_here(db: Connection[Any], project: UUID, member: UUID, now: datetime) -> dict[str, Any] | None:
    """References for the mail: how many of each there are, and the texts of a few titles and questions; None where nothing is new. What is somebody's own,
    or was on their list to vote, they hear of by itself (three statements)."""
    about = {"project": project, "member": member, "since": now - WEEK}
    ideas = db.execute(IDEAS, about).fetchone()
    titles = [title for (title,) in db.execute(PROPOSALS, about).fetchall()]
    decisions = db.execute(DECISIONS, about).fetchall()
    decided = sum(is_over for _, is_over in decisions)
    counts = {"ideas": ideas[0] if ideas else 0, "proposals": len(titles), "opened": len(decisions) - decided, "decided": decided}
    if not any(counts.values()):
        return None
    return {**counts, "title": _some(titles), "question": _some([question for question, _ in decisions])}


def _some(texts: list[list[UUID]]) -> list[str]:
    return [text.hex for each in texts[:TITLES] for text in each]
