"""Everybody who scored an offer is told once the scoring is closed and it can be seen how it came out."""

from uuid import UUID

from aggregates.commission import Commission

from ..base import Rows
from .telling import is_news, tell

SCORING_CLOSED = "scoring closed"

SCHEMA = """
create table outbox_scorers (project uuid not null, member uuid not null, primary key (project, member));
"""


def scored(rows: Rows, e: Commission.Scored) -> None:
    rows.put("outbox_scorers", {"project": e.by.project, "member": e.by.author})


def scoring_closed(rows: Rows, e: Commission.ScoringClosed) -> None:
    if not is_news(e):
        return
    scorers: list[UUID] = [member for (member,) in rows.all("select member from outbox_scorers where project = %s order by member", e.by.project)]
    tell(rows, e, SCORING_CLOSED, [member for member in scorers if member != e.by.author])


HANDLERS = {Commission.Scored: scored, Commission.ScoringClosed: scoring_closed}
