"""The commission kit of each project: need, criteria, offers, interests, who has scored; after the close how it came out, and never whose scores."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.base import Text
from aggregates.commission import Commission as Aggregate
from aggregates.counting.scoring import told_again

from .base import ReadModel, Rows

Said = dict[str, str]

FEW = 5
"""With fewer people on a side, what they gave each criterion stays with them: their mean of an offer is the result, and it is told."""

SCHEMA = """
create table commission (project uuid primary key, need uuid[] not null, buying uuid[] not null, closed_at timestamptz, outcome jsonb);
create table commission_criteria (project uuid not null, id text not null, name uuid[] not null, weight int not null, primary key (project, id));
create table commission_offers (id uuid primary key, project uuid not null, position bigint not null, name uuid[] not null);
create index on commission_offers (project, position);
create table commission_interests (
    project uuid not null, member uuid not null, side text not null, words uuid, offers uuid[] not null, at timestamptz not null, primary key (project, member)
);
create table commission_scores (
    project uuid not null, offer uuid not null, member uuid not null, side text not null, scores jsonb not null, words uuid,
    primary key (project, offer, member)
);
"""


def need_written(rows: Rows, e: Aggregate.NeedWritten) -> None:
    rows.insert("commission", project=e.by.project, need=_ids(e.need), buying=_ids(e.buying), closed_at=None, outcome=None)


def need_rewritten(rows: Rows, e: Aggregate.NeedRewritten) -> None:
    rows.set("commission", {"project": e.by.project}, need=_ids(e.need), buying=_ids(e.buying))


def criteria_written(rows: Rows, e: Aggregate.CriteriaWritten) -> None:
    rows.remove("commission_criteria", {"project": e.by.project})
    for each in e.criteria:
        rows.insert("commission_criteria", project=e.by.project, id=each["id"], name=_ids(each["name"]), weight=each["weight"])


def offer_named(rows: Rows, e: Aggregate.OfferNamed) -> None:
    rows.insert("commission_offers", id=e.offer, project=e.by.project, position=rows.position, name=_ids(e.name))


def interest_declared(rows: Rows, e: Aggregate.InterestDeclared) -> None:
    words = e.words.id if e.words else None
    key = {"project": e.by.project, "member": e.by.author}
    rows.put("commission_interests", key, side=e.by.side, words=words, offers=e.offers, at=e.by.happened_at)


def scored(rows: Rows, e: Aggregate.Scored) -> None:
    """Whoever has changed groups is counted in the one in which they scored last, with all that they gave."""
    words = e.words.id if e.words else None
    key = {"project": e.by.project, "offer": e.offer, "member": e.by.author}
    rows.put("commission_scores", key, side=e.by.side, scores=e.scores, words=words)
    rows.set("commission_scores", {"project": e.by.project, "member": e.by.author}, side=e.by.side)


def scoring_closed(rows: Rows, e: Aggregate.ScoringClosed) -> None:
    rows.set("commission", {"project": e.by.project}, closed_at=e.by.happened_at, outcome=e.outcome)


def _ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]


COMMISSION = ReadModel(
    "commission",
    version=2,
    schema=SCHEMA,
    handlers={
        Aggregate.NeedWritten: need_written,
        Aggregate.NeedRewritten: need_rewritten,
        Aggregate.CriteriaWritten: criteria_written,
        Aggregate.OfferNamed: offer_named,
        Aggregate.InterestDeclared: interest_declared,
        Aggregate.Scored: scored,
        Aggregate.ScoringClosed: scoring_closed,
    },
)


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    name: Said
    weight: int


@dataclass(frozen=True, slots=True)
class Reason:
    words: Said
    text: UUID


@dataclass(frozen=True, slots=True)
class Offer:
    id: UUID
    name: Said
    is_scored: bool  # by whoever looks
    reasons: list[Reason]  # given with scores, told after the close and without whose they are


@dataclass(frozen=True, slots=True)
class Interest:
    name: str | None
    side: str
    words: Said | None
    text: UUID | None
    offers: list[UUID]
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Commission:
    """Words are {language: text}; {} = taken down."""

    need: Said
    buying: Said
    closed_at: datetime | None
    outcome: dict[str, Any] | None
    criteria: list[Criterion]
    offers: list[Offer]
    interests: list[Interest]
    scored: dict[str, int]  # side -> how many people have scored something

    @property
    def is_scored(self) -> bool:
        return bool(self.scored)

    @property
    def mine(self) -> Interest | None:
        return next((each for each in self.interests if each.is_mine), None)


READ: LiteralString = """
select said(c.need) as need, said(c.buying) as buying, c.closed_at, c.outcome,
       array(select jsonb_build_object('id', k.id, 'name', coalesce(said(k.name), '{}'), 'weight', k.weight)
             from commission_criteria k where k.project = c.project order by k.id) as criteria,
       array(select jsonb_build_object('id', o.id, 'name', coalesce(said(o.name), '{}'), 'is_scored', exists (
                 select from commission_scores s where s.project = c.project and s.offer = o.id and s.member = %(viewer)s
             ), 'reasons', case when c.closed_at is null then '[]' else (
                 select coalesce(jsonb_agg(jsonb_build_object('words', coalesce(said(array[s.words]), '{}'), 'text', s.words) order by s.words), '[]')
                 from commission_scores s where s.project = c.project and s.offer = o.id and s.words is not null) end)
             from commission_offers o where o.project = c.project order by o.position) as offers,
       array(select jsonb_build_object('name', n.name, 'side', i.side, 'words', case when i.words is not null then coalesce(said(array[i.words]), '{}') end,
                                       'text', i.words, 'offers', i.offers, 'is_mine', coalesce(i.member = %(viewer)s, false))
             from commission_interests i left join names n on n.member = i.member where i.project = c.project order by i.at, i.member) as interests,
       (select coalesce(jsonb_object_agg(p.side, p.people), '{}')
        from (select s.side, count(distinct s.member) as people from commission_scores s where s.project = c.project group by s.side) p) as scored
from commission c where c.project = %(project)s
"""
WAITING: LiteralString = """
select count(*) from commission c join commission_offers o on o.project = c.project
where c.project = %(project)s and c.closed_at is null and exists (select from commission_criteria k where k.project = c.project)
  and not exists (select from commission_scores s where s.project = c.project and s.offer = o.id and s.member = %(member)s)
  and not exists (select from commission_interests i where i.project = c.project and i.member = %(member)s and o.id = any(i.offers))
"""
MINE: LiteralString = """
select s.scores, coalesce(said(array[s.words]), '{}') as words from commission_scores s where s.project = %s and s.offer = %s and s.member = %s
"""


def commission(db: Connection[Any], project: UUID, *, viewer: UUID | None) -> Commission | None:
    """The whole kit, without anybody's scores (one statement)."""
    row = db.cursor(row_factory=dict_row).execute(READ, {"project": project, "viewer": viewer}).fetchone()
    if row is None:
        return None
    criteria = [Criterion(**each) for each in row["criteria"]]
    offers = [_offer(each) for each in row["offers"]]
    interests = [_interest(each) for each in row["interests"]]
    return Commission(**{**row, "criteria": criteria, "offers": offers, "interests": interests, "outcome": _told(row["outcome"], offers)})


def to_score(db: Connection[Any], project: UUID, member: UUID) -> int:
    """How many offers wait for somebody's scores: not those in which they have an interest (one statement)."""
    (count,) = db.execute(WAITING, {"project": project, "member": member}).fetchone() or (0,)
    return int(count)


def own_scores(db: Connection[Any], project: UUID, offer: UUID, member: UUID) -> tuple[dict[str, int], Said]:
    """What somebody gave an offer, for themselves alone (one statement)."""
    return db.execute(MINE, (project, offer, member)).fetchone() or ({}, {})


def _told(outcome: dict[str, Any] | None, offers: list[Offer]) -> dict[str, Any] | None:
    if outcome is None:
        return None
    told = told_again(outcome, [offer.id.hex for offer in offers])
    for offer in told["offers"]:
        for side in offer["sides"].values():
            side["criteria"] = side["criteria"] if side["people"] >= FEW else {}
    return told


def _offer(row: dict[str, Any]) -> Offer:
    return Offer(**{**row, "id": UUID(row["id"]), "reasons": [Reason(each["words"], UUID(each["text"])) for each in row["reasons"]]})


def _interest(row: dict[str, Any]) -> Interest:
    return Interest(**{**row, "text": row["text"] and UUID(row["text"]), "offers": [UUID(offer) for offer in row["offers"]]})
