"""Whoever was at a session is thanked when its minutes are drafted, with what they gave; and whoever leaves an address after it, then."""

from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

from aggregates.attendance import Attendance
from aggregates.member import Member
from aggregates.minutes import Minutes

from ..base import Rows
from .telling import is_news, tell

WHAT_YOU_GAVE = "what you gave"

SCHEMA = """
create table outbox_came (session uuid not null, member uuid not null, primary key (session, member));
create index on outbox_came (member);
create table outbox_drafted (session uuid primary key);
"""

CARDS = 5
"""So many are quoted."""

GAVE: LiteralString = """
select a.title, a.leader, case when not m.is_sealed then m.until end as until,
       (select coalesce(array_agg(c.words order by c.position), '{}') from rooms_cards c
        where c.session = a.id and c.author = %(member)s and c.state <> 'taken back') as cards,
       (select count(*) from rooms_choices c where c.session = a.id and c.member = %(member)s and c.marks <> '{}') as choices,
       (select count(*) from agendas_blocks b join decisions_roll r on r.decision = b.decision
        where b.session = a.id and r.member = %(member)s and r.is_present) as votes
from agendas a left join minutes m on m.session = a.id where a.id = %(session)s
"""


def came(rows: Rows, e: Attendance.Came) -> None:
    if e.is_member:
        rows.put("outbox_came", {"session": e.subject, "member": e.by.author})


def let_in(rows: Rows, e: Attendance.LetIn) -> None:
    rows.put("outbox_came", {"session": e.subject, "member": e.member})


def turned_away(rows: Rows, e: Attendance.TurnedAway) -> None:
    rows.remove("outbox_came", {"session": e.subject, "member": e.member})


def drafted(rows: Rows, e: Minutes.Drafted) -> None:
    if not is_news(e):
        return
    rows.put("outbox_drafted", {"session": e.subject})
    there = rows.all("select member from outbox_came where session = %s order by member", e.subject)
    tell(rows, e, WHAT_YOU_GAVE, [member for (member,) in there], session=e.subject)


def place_offered(rows: Rows, e: Member.PlaceOffered) -> None:
    """Asked for by themselves: from the phone that they had in the session."""
    if e.way != "mail" or e.by.author != e.originator_id or not is_news(e):
        return
    for (session,) in rows.all("select c.session from outbox_came c join outbox_drafted d using (session) where c.member = %s", e.originator_id):
        tell(rows, e, WHAT_YOU_GAVE, [e.originator_id], session=session)


HANDLERS = {
    Attendance.Came: came,
    Attendance.LetIn: let_in,
    Attendance.TurnedAway: turned_away,
    Minutes.Drafted: drafted,
    Member.PlaceOffered: place_offered,
}


def gave(db: Connection[Any], session: UUID, member: UUID) -> dict[str, Any] | None:
    """References for the mail, of what they gave as it is when it is sent (one statement)."""
    row = db.execute(GAVE, {"session": session, "member": member}).fetchone()
    if row is None:
        return None
    title, leader, until, cards, choices, votes = row
    counts = {"cards": len(cards), "choices": choices, "votes": votes}
    who = {"by": leader.hex} if leader else {}
    until_at = until.isoformat() if until else None
    return {**counts, **who, "session": session.hex, "until": until_at, "title": [text.hex for text in title], "words": [text.hex for text in cards[:CARDS]]}
