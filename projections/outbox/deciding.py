"""Who is told that a vote was started again, and that somebody objected: the list, and those who can meet an objection."""

from uuid import UUID

from aggregates.decision import Decision
from aggregates.member import Member
from aggregates.objection import Objection

from ..base import Rows
from .telling import ids, is_news, tell

RESTARTED, OBJECTED = "started again", "objected"

SCHEMA = """
create table outbox_facilitators (member uuid primary key, project uuid not null);
create index on outbox_facilitators (project);
"""


def placed(rows: Rows, e: Member.Placed) -> None:
    if "facilitator" in e.tasks:
        rows.put("outbox_facilitators", {"member": e.originator_id}, project=e.by.project)


def task_given(rows: Rows, e: Member.TaskGiven) -> None:
    if e.task == "facilitator":
        rows.put("outbox_facilitators", {"member": e.originator_id}, project=e.by.project)


def task_taken(rows: Rows, e: Member.TaskTaken) -> None:
    if e.task == "facilitator":
        rows.remove("outbox_facilitators", {"member": e.originator_id})


def gone(rows: Rows, e: Member.Left | Member.Removed) -> None:
    rows.remove("outbox_facilitators", {"member": e.originator_id})


def restarted(rows: Rows, e: Decision.Restarted) -> None:
    """Whoever was on the list hears why their vote is void, and where it goes on."""
    if not is_news(e):
        return
    question, roll = rows.of("outbox_decisions", e.originator_id, "question", "roll")
    tell(rows, e, RESTARTED, roll, decision=e.successor, question=question, reason=[e.reason.id])


def objected(rows: Rows, e: Objection.Raised | Objection.RaisedAgain) -> None:
    """The authors of the proposal and the facilitators can look for a change that meets it."""
    if not is_news(e):
        return
    question, proposal = rows.of("outbox_decisions", e.subject, "question", "proposal")
    facilitators = rows.all("select member from outbox_facilitators where project = %s order by member", e.by.project)
    authors = rows.of("outbox_proposals", proposal, "authors")[0] if proposal else []
    recipients = sorted({member for (member,) in facilitators} | {UUID(str(author)) for author in authors})
    told = [member for member in recipients if member != e.by.author]
    tell(rows, e, OBJECTED, told, by=e.by.author, objection=e.originator_id, question=question, words=[e.words.id])


def mended(rows: Rows, e: Decision.Mended) -> None:
    rows.set("outbox_decisions", e.originator_id, question=ids(e.question))


HANDLERS = {
    Member.Placed: placed,
    Member.TaskGiven: task_given,
    Member.TaskTaken: task_taken,
    Member.Left: gone,
    Member.Removed: gone,
    Decision.Restarted: restarted,
    Decision.Mended: mended,
    Objection.Raised: objected,
    Objection.RaisedAgain: objected,
}
