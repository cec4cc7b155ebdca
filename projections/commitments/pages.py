"""Commitments as pages show them, each with what it goes back to: we said, we agreed, it was done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

PAGE = 30
WHICH = {"all": None, "on-its-way": "on its way", "done": "done", "could-not": "could not"}


@dataclass(frozen=True, slots=True)
class Commitment:
    """Words are {language: text}; {} = never said, or taken down."""

    id: UUID
    what: dict[str, str]
    decision: UUID | None
    idea: UUID | None  # the one that it goes back to, also through a proposal
    proposal: UUID | None
    said: dict[str, str]  # the words of that idea
    said_name: str | None
    said_side: str | None
    agreed: dict[str, str]  # what the decision's yes means, or its question
    agreed_at: datetime | None
    side: str
    name: str | None  # of the owner, where they chose to be named
    role: dict[str, str]
    organisation: dict[str, str]  # for which they do it
    due_on: date
    state: str  # on its way, done, could not
    is_late: bool  # its day has passed by the database's clock, and there was no news since the reminder
    has_passed: bool
    news_on: date | None
    made_at: datetime
    maker_name: str | None  # of whoever wrote it down, unless they took it on without their name
    is_maker_unnamed: bool
    maker_side: str
    over_at: datetime | None
    closing: dict[str, str]  # what was said when it was done, or why it cannot be
    closing_text: UUID | None
    better: int  # of those who asked: how many say that it made a difference
    worse: int  # and how many that it made none
    asked_by: list[str]  # the names of those who asked, as far as they have one
    askers: int
    has_keeper: bool  # somebody took it on themselves
    is_kept: bool  # who is looking did
    is_asked: bool  # who is looking asked for it
    verdict: bool | None  # of who is looking

    @property
    def standing(self) -> str:
        """In a word: on its way, late, passed (its day, with news), done, better, no better, mixed, could not."""
        if self.state == "on its way":
            return "late" if self.is_late else "passed" if self.has_passed else self.state
        if self.state == "done" and (self.better or self.worse):
            return "mixed" if self.better and self.worse else "better" if self.better else "no better"
        return self.state


@dataclass(frozen=True, slots=True)
class Commitments:
    commitments: list[Commitment]
    counts: dict[str, int]  # state -> how many there are
    page: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to it after it was made."""

    kind: str  # reported, due moved, handed over, done, could not, better, no better
    words: dict[str, str]
    text: UUID | None
    name: str | None
    side: str
    at: datetime
    due_on: date | None
    is_unnamed: bool  # said by whoever keeps it, who chose not to be named


READ: LiteralString = """
select c.id, said(c.what) as what, c.decision, s.id as idea, d.proposal,
       coalesce(said(array[s.words]), '{}') as said, sn.name as said_name, s.side as said_side,
       coalesce(nullif(said(d.yes), '{}'), said(d.question), '{}') as agreed, d.counted_at as agreed_at,
       c.side, n.name, said(c.role) as role, coalesce(said(o.name), '{}') as organisation, c.due_on, c.state,
       c.state = 'on its way' and c.due_on < now.today as has_passed,
       c.state = 'on its way' and c.due_on < now.today and (c.news_on is null or c.news_on < c.reminds_on) as is_late,
       c.news_on, c.made_at, mn.name as maker_name, c.is_maker_unnamed, c.maker_side, c.over_at,
       coalesce(said(array[c.closing]), '{}') as closing, c.closing as closing_text,
       v.better, v.worse, v.verdict, cardinality(c.asked_by) as askers,
       array(select an.name from names an where an.member = any(c.asked_by) and an.name is not null order by array_position(c.asked_by, an.member)) as asked_by,
       c.keeper is not null as has_keeper, coalesce(c.keeper = %(viewer)s, false) as is_kept, coalesce(%(viewer)s = any(c.asked_by), false) as is_asked
from commitments c
cross join lateral (select (clock_timestamp() at time zone 'Europe/London')::date as today) now
left join decisions d on d.id = c.decision
left join commitments_organisations o on o.id = c.organisation
left join lateral (
    select i.id, i.words, i.author, i.side from board_ideas i
    where i.id = coalesce(c.idea, (select g.idea from proposals_ideas g where g.proposal = d.proposal order by g.place limit 1))
) s on true
cross join lateral (
    select count(*) filter (where is_better) as better, count(*) filter (where not is_better) as worse,
           bool_or(is_better) filter (where member = %(viewer)s) as verdict
    from commitments_verdicts where commitment = c.id
) v
left join names n on n.member = c.member left join names sn on sn.member = s.author left join names mn on mn.member = c.maker and not c.is_maker_unnamed
where c.project = %(project)s
"""

CHOSEN: LiteralString = """
and (%(state)s::text is null or c.state = %(state)s)
and (%(decision)s::uuid is null or c.decision = %(decision)s)
and (%(proposal)s::uuid is null or d.proposal = %(proposal)s)
and (%(idea)s::uuid is null or c.idea = %(idea)s or exists (select from proposals_ideas g where g.proposal = d.proposal and g.idea = %(idea)s))
order by c.state <> 'on its way', case when c.state = 'on its way' then c.due_on end, c.over_at desc, c.position desc limit %(limit)s offset %(skip)s
"""
NEWEST: LiteralString = "order by coalesce(c.over_at, c.made_at) desc, c.position desc limit %(limit)s"
ONE: LiteralString = "and c.id = %(commitment)s"


def commitments(
    db: Connection[Any],
    project: UUID,
    *,
    state: str | None = None,
    decision: UUID | None = None,
    proposal: UUID | None = None,
    idea: UUID | None = None,
    viewer: UUID | None = None,
    page: int = 1,
) -> Commitments:
    """30 of a project, what is on its way first, by its day; `decision`, `proposal` or `idea`: only those that go back to it (two statements)."""
    counted: LiteralString = "select state, count(*) from commitments where project = %s group by state"
    counts = dict(db.execute(counted, (project,)).fetchall())
    about = {"decision": decision, "proposal": proposal, "idea": idea}
    found = _read(db, CHOSEN, project, viewer, state=state, **about, limit=PAGE + 1, skip=(page - 1) * PAGE) if counts else []
    return Commitments(found[:PAGE], counts, page, len(found) > PAGE)


def about(
    db: Connection[Any], project: UUID, *, decision: UUID | None = None, proposal: UUID | None = None, idea: UUID | None = None, viewer: UUID | None = None
) -> list[Commitment]:
    """Those that go back to a decision, a proposal or an idea, for its own page (one statement)."""
    return _read(db, CHOSEN, project, viewer, state=None, decision=decision, proposal=proposal, idea=idea, limit=PAGE, skip=0)


def latest(db: Connection[Any], project: UUID, *, most: int) -> list[Commitment]:
    """What was promised or done last (one statement)."""
    return _read(db, NEWEST, project, None, limit=most)


def commitment(db: Connection[Any], project: UUID, id: UUID, *, viewer: UUID | None = None) -> Commitment | None:
    return next(iter(_read(db, ONE, project, viewer, commitment=id)), None)


def steps(db: Connection[Any], id: UUID) -> list[Step]:
    """What happened to it since it was made, in order (one statement)."""
    return (
        db.cursor(row_factory=class_row(Step))
        .execute(
            "select s.kind, coalesce(said(array[s.words]), '{}') as words, s.words as text, n.name, s.side, s.at, s.due_on, s.is_unnamed "
            "from commitments_steps s left join names n on n.member = s.member and not s.is_unnamed where s.commitment = %s order by s.position",
            (id,),
        )
        .fetchall()
    )


def _read(db: Connection[Any], rest: LiteralString, project: UUID, viewer: UUID | None, **given: Any) -> list[Commitment]:
    return db.cursor(row_factory=class_row(Commitment)).execute(READ + rest, {"project": project, "viewer": viewer, **given}).fetchall()
