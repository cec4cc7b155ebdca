"""What is read at home: thanks first, then what waits; and the newest results that anybody may read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


@dataclass(frozen=True, slots=True)
class Thanks:
    """Something that came of what this person said."""

    kind: str  # answered, used in a proposal, decided, promised, done, could not, question
    project: UUID
    called: dict[str, str]  # the project
    said: dict[str, str]  # their idea; {} = taken down, or they are an author of the proposal
    answer: dict[str, str]
    name: str | None  # who answered, or drafted the proposal
    title: dict[str, str]  # of the proposal
    question: dict[str, str]  # of the decision
    what: dict[str, str]  # of the commitment
    idea: UUID | None
    proposal: UUID | None
    decision: UUID | None
    commitment: UUID | None
    result: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that waits for this person. `of`: how many there are."""

    kind: str  # vote, invited, draft, close, and those of home_turns; each has a template in web/templates/home/turns/
    project: UUID
    called: dict[str, str]
    id: UUID  # of the decision, the place, the project, ...
    words: dict[str, str]
    due_at: datetime | None
    facts: dict[str, Any]
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    id: UUID
    project: UUID
    called: dict[str, str]
    question: dict[str, str]
    result: str
    counted_at: datetime


THANKS: LiteralString = """
select t.kind, t.project, coalesce(said(p.name), '{}') as called, coalesce(said(array[i.words]), '{}') as said, coalesce(said(array[t.words]), '{}') as answer,
       n.name, coalesce(said(c.title), '{}') as title, coalesce(said(d.question), '{}') as question,
       coalesce(said(k.what), '{}') as what, t.idea, t.proposal, t.decision, t.commitment, t.result, t.at
from (
    select distinct on (coalesce(w.idea, w.proposal, w.commitment)) w.*
    from memberships m join people here on here.id = m.member and here.standing = 'here' join home_thanks w on w.member = m.member
    where m.account = %s order by coalesce(w.idea, w.proposal, w.commitment), w.position desc
) t
join projects p on p.id = t.project
left join home_ideas i on i.id = t.idea left join home_proposals c on c.id = t.proposal left join home_decisions d on d.id = t.decision
left join home_commitments k on k.id = t.commitment left join names n on n.member = t.actor
order by t.at desc, t.position desc limit %s
"""

TURNS: LiteralString = """
with mine as (
    select m.member, m.project, p.tasks, p.side from memberships m join people p on p.id = m.member and p.standing = 'here' where m.account = %(account)s
), waiting as (
    select 1 as rank, 'vote' as kind, d.project, d.id, d.question as words, d.closes_at as due_at, '{}'::jsonb as facts
    from mine join home_votes v on v.member = mine.member join home_decisions d on d.id = v.decision
    where d.is_open and d.closes_at > clock_timestamp()
    union all
    select 2, 'invited', m.project, m.member, null, null, '{}'
    from accounts a join invitations i on i.email = a.email join memberships m on m.member = i.member and m.account is null
    where a.id = %(account)s
    union all
    select 3, t.kind, t.project, t.subject, t.words, t.due_at, t.facts
    from mine join home_turns t on t.member = mine.member or (
        t.member = mine.project
        and case when t.facts ? 'for' then t.facts ->> 'for' = mine.side and exists (
            select from home_decisions d where mine.member = any (d.roll)
              and d.id in (t.subject, (select o.decision from home_objections o where o.id = t.subject)))
        else mine.tasks ?| array['facilitator', 'co-ordinator'] end)
    where (t.from_at is null or t.from_at <= clock_timestamp())
      and (t.kind <> 'appeal' or not exists (
          select from memberships s where s.account = %(account)s and s.member::text in (t.facts ->> 'hidden_by', t.facts ->> 'owner')
      ) and (t.member = t.project or not exists (
          select from people o where o.project = t.project and o.standing = 'here' and o.tasks ? 'facilitator'
            and o.id::text not in (t.facts ->> 'hidden_by', t.facts ->> 'owner'))))
    union all
    select 3, 'meet', p.project, p.id, p.question, p.due_at, '{}'
    from mine join home_polls p on p.project = mine.project
    where not exists (select from home_polls_answers a where a.poll = p.id and a.member = mine.member and a.position > p.position)
    union all
    select 3, 'round', r.project, r.id, c.title, null, jsonb_build_object('step', r.step)
    from mine join home_rounds r on r.project = mine.project join home_proposals c on c.id = r.proposal
    where (mine.side <> 'none' or r.step <> 'sense check')
      and not exists (select from home_rounds_acts a where a.round = r.id and a.member = mine.member and a.position >= r.position)
    union all
    select 3, 'calls', c.project, c.project, null, min(c.asked_at), jsonb_build_object('count', count(*), 'of', min(mine.of))
    from (select project, case when tasks ? 'co-ordinator' then 'network' when tasks ? 'facilitator' then 'project' end as of from mine) mine
    join calls c on c.project = mine.project where mine.of is not null group by c.project
    union all
    select 3, 'question', q.project, q.project, null, null, jsonb_build_object('count', count(*))
    from mine join home_questions q on q.project = mine.project and q.is_shown where mine.tasks ? 'commissioner' group by q.project
    union all
    select 4, 'draft', c.project, c.project, null, null, jsonb_build_object('version', c.drafted)
    from mine join home_drafts c on c.project = mine.project where mine.tasks ? 'facilitator' and c.drafted > c.asked
    union all
    select 4, 'close', d.project, d.id, d.question, d.closes_at, '{}'
    from mine join home_decisions d on d.project = mine.project where mine.tasks ? 'facilitator' and d.is_open and d.closes_at > clock_timestamp()
      and not d.is_by_hands and not exists (select from home_votes v where v.decision = d.id)
    union all
    select 5, 'second', mine.project, mine.project, null, null, jsonb_build_object('side', f.side)
    from mine cross join lateral (
        select count(*), min(side) as side, count(distinct side) as sides from people
        where project = mine.project and standing = 'here' and tasks ? 'facilitator'
    ) f
    where mine.tasks ? 'facilitator' and f.sides = 1 and (f.side <> 'none' or f.count = 1)
      and exists (select from people q where q.project = mine.project and q.standing = 'here' and q.facilitating is null and q.side not in ('none', f.side))
      and not exists (select from people q where q.project = mine.project and q.standing = 'here' and q.facilitating = 'asked')
)
select w.kind, w.project, coalesce(said(p.name), '{}') as called, w.id, coalesce(said(w.words), '{}') as words, w.due_at, w.facts, count(*) over () as of
from waiting w left join projects p on p.id = w.project order by w.rank, w.due_at, w.id limit %(limit)s
"""

RESULTS: LiteralString = """
select d.id, d.project, said(p.name) as called, said(d.question) as question, d.result, d.counted_at
from home_decisions d join projects p on p.id = d.project and p.visibility = 'public'
where d.result is not null order by d.counted_at desc, d.id limit %s
"""


def thanks(db: Connection[Any], account: UUID, *, limit: int = 3) -> list[Thanks]:
    """The latest of what came of each of their ideas, in projects where they still are (one statement)."""
    return db.cursor(row_factory=class_row(Thanks)).execute(THANKS, (account, limit)).fetchall()


def turns(db: Connection[Any], account: UUID, *, limit: int = 3) -> list[Turn]:
    """Votes they have not cast, what closes first at the top; places kept for their address; what else waits; drafts to put to a vote and
    votes in which everybody has voted, for facilitators (one statement)."""
    return db.cursor(row_factory=class_row(Turn)).execute(TURNS, {"account": account, "limit": limit}).fetchall()


def results(db: Connection[Any], *, limit: int = 3) -> list[Result]:
    """The newest decisions of public projects (one statement)."""
    return db.cursor(row_factory=class_row(Result)).execute(RESULTS, (limit,)).fetchall()


WAITS: LiteralString = """
select 1 from home_votes v join home_decisions d on d.id = v.decision and d.is_open
where %(kind)s = 'vote' and v.decision = %(subject)s and v.member = %(member)s
union all
select 1 from home_turns t where t.kind = %(kind)s and t.subject = %(subject)s
  and t.member in (%(member)s, (select project from memberships where member = %(member)s))
union all
select 1 from home_polls p where %(kind)s = 'meet' and p.id = %(subject)s
  and not exists (select from home_polls_answers a where a.poll = p.id and a.member = %(member)s and a.position > p.position)
union all
select 1 from home_rounds r where %(kind)s = 'round' and r.id = %(subject)s
  and exists (select from people p where p.id = %(member)s and (p.side <> 'none' or r.step <> 'sense check'))
  and not exists (select from home_rounds_acts a where a.round = r.id and a.member = %(member)s and a.position >= r.position)
union all
select 1 from read_models r where r.name = 'home' and r.version = (select max(version) from read_models where name = 'home') and r.position < %(known)s
limit 1
"""


def waits_no_more(db: Connection[Any], kind: str, subject: UUID, member: UUID, known: int) -> bool:
    """Whether somebody did what waited for them, or it is over. What is not known yet, after the event at `known`, still waits (one statement)."""
    key = {"kind": kind, "subject": subject, "member": member, "known": known}
    return db.execute(WAITS, key).fetchone() is None
