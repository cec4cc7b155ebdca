"""What each who was at a session gave in it, and what became of that: of one person, or of all who have no other way to see it than on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """A card that somebody put on the wall. `what`: what it was taken on as, an idea or what matters; `answer`: to a question."""

    author: UUID
    words: Said
    state: str  # here, set aside
    is_shown: bool
    what: str | None
    became: UUID | None
    answer: Said


@dataclass(frozen=True, slots=True)
class Promise:
    """What was taken on because of a decision of the session."""

    id: UUID
    what: Said
    due_on: date
    state: str


@dataclass(frozen=True, slots=True)
class Gift:
    """`choices`, `votes`: that they chose and voted, never what. How often somebody spoke is told nobody, so it is not in here."""

    member: UUID
    name: str | None
    side: str
    written: Sequence[Written]
    choices: int
    votes: int


PEOPLE: LiteralString = """
select p.member, n.name, p.side,
       (select count(*) from rooms_choices c where c.session = p.session and c.member = p.member and c.marks <> '{}') as choices,
       (select count(*) from agendas_blocks b join decisions_roll r on r.decision = b.decision
        where b.session = p.session and r.member = p.member and r.is_present) as votes
from rooms_people p left join names n on n.member = p.member
where p.session = %(session)s and p.member = any(%(members)s::uuid[]) and p.is_let_in order by p.came_at, p.member
"""

WRITTEN: LiteralString = """
select c.author, said(array[c.words]) as words, c.state, c.is_shown, c.what, c.became, coalesce(said(array[c.answer]), '{}') as answer
from rooms_cards c where c.session = %(session)s and c.author = any(%(members)s::uuid[]) and c.state <> 'taken back' order by c.position
"""

PROMISED: LiteralString = """
select k.id, said(k.what) as what, k.due_on, k.state from agendas_blocks b join commitments k on k.decision = b.decision
where b.session = %s order by k.due_on, k.id limit 50
"""

WITHOUT: LiteralString = """
select p.member from rooms_people p join memberships m on m.member = p.member
where p.session = %s and p.is_let_in and m.account is null
  and not exists (select from guests g where g.member = p.member and not g.is_borrowed and g.expires_at > clock_timestamp())
  and not exists (select from invitations i where i.member = p.member)
"""


def gifts(db: Connection[Any], session: UUID, members: Sequence[UUID]) -> list[Gift]:
    """Of those of them who were let in, those who came first before (two statements)."""
    about = {"session": session, "members": list(members)}
    written: dict[UUID, list[Written]] = {}
    for each in db.cursor(row_factory=class_row(Written)).execute(WRITTEN, about).fetchall():
        written.setdefault(each.author, []).append(each)
    rows = db.execute(PEOPLE, about).fetchall()
    return [Gift(member, name, side, written.get(member, []), choices, votes) for member, name, side, choices, votes in rows]


def promised(db: Connection[Any], session: UUID) -> list[Promise]:
    """What was taken on because of what was decided in it, what is due first before (one statement)."""
    return db.cursor(row_factory=class_row(Promise)).execute(PROMISED, (session,)).fetchall()


def on_paper(db: Connection[Any], session: UUID) -> list[UUID]:
    """Who was there and has neither an account, nor a phone of their own that is known from it, nor left an address (one statement)."""
    return [member for (member,) in db.execute(WITHOUT, (session,))]


def counts(gift: Gift) -> Mapping[str, int]:
    """How many of each, where there are any."""
    given = {"cards": len(gift.written), "choices": gift.choices, "votes": gift.votes}
    return {what: many for what, many in given.items() if many}
