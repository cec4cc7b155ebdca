"""Who was invited by mail is told; facilitators, that somebody asks to take part; whoever asked, what came of it; and somebody, that they
are asked to facilitate, or were chosen to write for somebody."""

from aggregates.member import Member

from ..base import Rows
from .telling import is_news, tell

INVITED, ASKS_TO_JOIN, WELCOMED, TURNED_AWAY, FACILITATE = "invited", "asks to join", "welcomed", "turned away", "asked to facilitate"
CHOSEN_TO_WRITE = "chosen to write"


def place_offered(rows: Rows, e: Member.PlaceOffered) -> None:
    if e.way == "mail":
        who = {} if e.by.author == e.originator_id else {"by": e.by.author}  # whoever asked for it themselves was invited by nobody
        tell(rows, e, INVITED, [e.originator_id], **who)


def placed(rows: Rows, e: Member.Placed) -> None:
    if e.standing != "asking" or not is_news(e):
        return
    facilitators = rows.all("select member from outbox_facilitators where project = %s order by member", e.by.project)
    words = [e.words.id] if e.words else []
    tell(rows, e, ASKS_TO_JOIN, [member for (member,) in facilitators], member=e.originator_id, words=words)


def welcomed(rows: Rows, e: Member.Welcomed) -> None:
    tell(rows, e, WELCOMED, [e.originator_id], by=e.by.author)


def turned_away(rows: Rows, e: Member.TurnedAway) -> None:
    tell(rows, e, TURNED_AWAY, [e.originator_id], reason=[e.reason.id])


def task_asked(rows: Rows, e: Member.TaskAsked) -> None:
    tell(rows, e, FACILITATE, [e.originator_id], by=e.by.author)


def helper_chosen(rows: Rows, e: Member.HelperChosen) -> None:
    tell(rows, e, CHOSEN_TO_WRITE, {e.helper} - {e.by.member}, by=e.originator_id)


HANDLERS = {
    Member.PlaceOffered: place_offered,
    Member.Placed: placed,
    Member.Welcomed: welcomed,
    Member.TurnedAway: turned_away,
    Member.TaskAsked: task_asked,
    Member.HelperChosen: helper_chosen,
}
