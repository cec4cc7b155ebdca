"""Who is on a roll is told that it is their turn, and how it came out."""

from uuid import UUID

from aggregates.decision import Decision

from ..base import Rows
from .telling import ids, is_news, tell

YOUR_TURN, CLOSES_TOMORROW, RESULT = "your turn", "closes tomorrow", "result"

SCHEMA = """
create table outbox_decisions (id uuid primary key, question uuid[] not null, proposal uuid, roll uuid[] not null, closes_at timestamptz not null);
"""


def opened(rows: Rows, e: Decision.Opened) -> None:
    roll = sorted(UUID(member) for member in e.roll)
    rows.insert("outbox_decisions", id=e.originator_id, question=ids(e.question), proposal=e.proposal, roll=roll, closes_at=e.closes_at)
    restarts = getattr(e, "restarts", None)
    told = set(rows.of("outbox_decisions", restarts, "roll")[0]) if restarts else set()  # they hear that it was started again
    if getattr(e, "way", "ballots") == "hands":  # who is in the room is asked there
        return
    refs = {"decision": e.originator_id, "question": ids(e.question), "closes_at": e.closes_at, "method": str(e.rule["method"])}
    tell(rows, e, YOUR_TURN, [member for member in roll if member not in told], **refs)


def counted(rows: Rows, e: Decision.Counted) -> None:
    """Those whose words it goes back to are thanked, also where they were not on the roll."""
    if not is_news(e):
        return
    question, proposal, roll = rows.of("outbox_decisions", e.originator_id, "question", "proposal", "roll")
    (thanked,) = rows.of("outbox_proposals", proposal, "thanked") if proposal else ([],)
    refs = {"decision": e.originator_id, "question": question, "result": str(e.outcome["result"])}
    tell(rows, e, RESULT, thanked, is_theirs=True, **refs)
    tell(rows, e, RESULT, [member for member in roll if member not in set(thanked)], **refs)


HANDLERS = {Decision.Opened: opened, Decision.Counted: counted}
