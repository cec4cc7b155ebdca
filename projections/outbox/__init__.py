"""Whom the system must write to, and about what. The rows are kept; a worker composes and sends each one once (workers/mail.py).

Recipients are membership ids, words are the ids of texts: who is behind them, and whether the words may still be shown, is looked up when the mail is
composed. A module for each noun: its occasions, its tables if it needs any, its handlers.
"""

from typing import Any
from uuid import UUID

from ..base import ReadModel, together
from . import amendments, commitments, deciding, decisions, declines, ideas, members, projects, slips, words
from .amendments import CHANGE_ACCEPTED, CHANGE_DECLINED, CHANGE_SUGGESTED, COMMENTED, MADE_AUTHOR, OVERTAKEN
from .commitments import CANNOT_BE_DONE, COMMITMENT_DUE, IT_WAS_DONE
from .deciding import OBJECTED, RESTARTED
from .decisions import CLOSES_TOMORROW, RESULT, YOUR_TURN
from .declines import DECLINED
from .ideas import IDEA_ANSWERED, IDEA_USED
from .members import INVITED
from .slips import WRITTEN_DOWN
from .telling import entry
from .words import TAKEN_DOWN

__all__ = [
    "CANNOT_BE_DONE",
    "CHANGE_ACCEPTED",
    "CHANGE_DECLINED",
    "CHANGE_SUGGESTED",
    "CLOSES_TOMORROW",
    "COMMENTED",
    "COMMITMENT_DUE",
    "DECLINED",
    "IDEA_ANSWERED",
    "IDEA_USED",
    "INVITED",
    "IT_WAS_DONE",
    "MADE_AUTHOR",
    "OBJECTED",
    "OUTBOX",
    "OVERTAKEN",
    "RESTARTED",
    "RESULT",
    "SIGN_IN",
    "TAKEN_DOWN",
    "WRITTEN_DOWN",
    "YOUR_TURN",
    "entry",
    "project_name",
    "project_names",
]

SIGN_IN = "sign in"
"""Asked for by a person, not by an event."""

FACTS = ("id", "position", "occasion", "recipient", "project", "refs", "created_at")

OUTBOX = ReadModel(
    "outbox",
    version=5,
    schema=projects.SCHEMA + ideas.SCHEMA + decisions.SCHEMA + deciding.SCHEMA + words.SCHEMA + commitments.SCHEMA + declines.SCHEMA + amendments.SCHEMA,
    kept={"outbox_facts": FACTS},
    handlers=together(
        projects.HANDLERS,
        members.HANDLERS,
        ideas.HANDLERS,
        decisions.HANDLERS,
        deciding.HANDLERS,
        slips.HANDLERS,
        words.HANDLERS,
        commitments.HANDLERS,
        declines.HANDLERS,
        amendments.HANDLERS,
    ),
)


def project_name(db: Any, project: UUID) -> list[UUID]:
    row = db.execute("select name from outbox_projects where id = %s", (project,)).fetchone()
    return list(row[0]) if row else []


def project_names(db: Any, projects: list[UUID]) -> dict[UUID, dict[str, str]]:
    """How projects are called, in their languages."""
    return dict(db.execute("select id, said(name) from outbox_projects where id = any(%s)", (projects,)).fetchall())
