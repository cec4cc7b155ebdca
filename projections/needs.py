"""What people need to take part, as they themselves see it, and as those who lead a session may: what was ticked for it, of those who said they come."""

from collections.abc import Sequence
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


def told(db: Connection[Any], account: UUID) -> dict[str, str]:
    """Kind -> words of what somebody needs (one statement)."""
    return dict(db.execute("select kind, words from needs where account = %s order by told_at, kind", (account,)).fetchall())


def own(db: Connection[Any], session: UUID, account: UUID) -> Own:
    """Two statements."""
    asked = {"session": session, "account": account}
    coming = db.execute("select 1 from session_coming where session = %(session)s and account = %(account)s", asked).fetchone()
    return Own(coming is not None, db.cursor(row_factory=class_row(Need)).execute(OWN, asked).fetchall())


def comers(db: Connection[Any], session: UUID) -> list[Comer]:
    """Everybody who said that they come, first come first (one statement). For those who lead the session alone."""
    rows = db.cursor(row_factory=namedtuple_row).execute(COMERS, (session,)).fetchall()
    found = []
    for (member, name, side), theirs in groupby(rows, lambda row: (row.member, row.name, row.side)):
        needs = [Need(row.id, row.kind, row.words, True, row.arranged_name, row.arranged_at) for row in theirs if row.id]
        found.append(Comer(member, name, side, needs))
    return found
