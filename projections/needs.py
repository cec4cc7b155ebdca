"""What people need to take part, as they themselves see it, and as those who lead a session may: what was ticked for it, of those who said they come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row, namedtuple_row


@dataclass(frozen=True, slots=True)
class Need:
    """`is_shown`: those who lead the session may see it."""

    id: UUID
    kind: str
    words: str
    is_shown: bool
    arranged_name: str | None  # who saw to it
    arranged_at: datetime | None


@dataclass(frozen=True, slots=True)
class Own:
    """Of who is looking, for one session."""

    is_coming: bool
    needs: Sequence[Need]


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who said that they come, with what they let be seen."""

    member: UUID
    name: str | None
    side: str
    needs: Sequence[Need]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A session to which somebody said that they come, with the needs that those who lead it may see."""

    id: UUID
    project: UUID
    title: Mapping[str, str]
    starts_at: datetime
    needs: Sequence[Need]


OWN: LiteralString = """
select n.id, n.kind, n.words, s.need is not null as is_shown, a.name as arranged_name, s.arranged_at
from needs n left join session_needs s on s.need = n.id and s.session = %(session)s left join names a on a.member = s.arranged_by
where n.account = %(account)s order by n.told_at, n.kind
"""

COMERS: LiteralString = """
select m.member, c.name, p.side, n.id, n.kind, n.words, a.name as arranged_name, s.arranged_at
from session_coming w join memberships m on m.project = w.project and m.account = w.account
join people p on p.id = m.member and p.standing = 'here' left join names c on c.member = m.member
left join session_needs s on s.session = w.session and s.account = w.account left join needs n on n.id = s.need left join names a on a.member = s.arranged_by
where w.session = %s order by w.said_at, m.member, n.told_at, n.kind
"""

AHEAD: LiteralString = """
select g.id as session, g.project, said(g.title) as title, g.starts_at, n.id, n.kind, n.words, a.name as arranged_name, s.arranged_at
from session_coming w join agendas g on g.id = w.session and g.cancelled_at is null and g.ends_at > clock_timestamp()
join memberships m on m.project = w.project and m.account = w.account join people p on p.id = m.member and p.standing = 'here'
join session_needs s on s.session = w.session and s.account = w.account join needs n on n.id = s.need left join names a on a.member = s.arranged_by
where w.account = %s order by g.starts_at, g.id, n.told_at, n.kind limit 100
"""

ARRANGED: LiteralString = """
select g.title, bool_and(s.arranged_at is not null) as is_all
from agendas g join session_needs s on s.session = g.id join memberships m on m.project = g.project and m.account = s.account
where g.id = %s and m.member = %s and g.cancelled_at is null group by g.id having bool_or(s.arranged_at is not null)
"""


def told(db: Connection[Any], account: UUID) -> dict[str, str]:
    """Kind -> words of what somebody needs (one statement)."""
    return dict(db.execute("select kind, words from needs where account = %s order by told_at, kind", (account,)).fetchall())


def own(db: Connection[Any], session: UUID, account: UUID) -> Own:
    """Two statements."""
    asked = {"session": session, "account": account}
    coming = db.execute("select 1 from session_coming where session = %(session)s and account = %(account)s", asked).fetchone()
    return Own(coming is not None, db.cursor(row_factory=class_row(Need)).execute(OWN, asked).fetchall())


def ahead(db: Connection[Any], account: UUID) -> list[Ahead]:
    """What somebody let be seen for sessions that are not over, and what is arranged of it (one statement)."""
    rows = db.cursor(row_factory=namedtuple_row).execute(AHEAD, (account,)).fetchall()
    found = []
    for _, group in groupby(rows, lambda row: row.session):
        theirs = list(group)
        needs = [_shown(row) for row in theirs]
        found.append(Ahead(theirs[0].session, theirs[0].project, theirs[0].title, theirs[0].starts_at, needs))
    return found


def arranged(db: Connection[Any], session: UUID, member: UUID) -> dict[str, Any] | None:
    """References for the mail, as it is when it is sent, without a word of what they need; None where nothing is arranged any more (one statement)."""
    row = db.execute(ARRANGED, (session, member)).fetchone()
    return {"session": session.hex, "title": [text.hex for text in row[0]], "is_all": row[1]} if row else None


def comers(db: Connection[Any], session: UUID) -> list[Comer]:
    """Everybody who said that they come, first come first (one statement). For those who lead the session alone."""
    rows = db.cursor(row_factory=namedtuple_row).execute(COMERS, (session,)).fetchall()
    found = []
    for (member, name, side), theirs in groupby(rows, lambda row: (row.member, row.name, row.side)):
        needs = [_shown(row) for row in theirs if row.id]
        found.append(Comer(member, name, side, needs))
    return found


def _shown(row: Any) -> Need:
    """One that those who lead may see."""
    return Need(row.id, row.kind, row.words, True, row.arranged_name, row.arranged_at)
