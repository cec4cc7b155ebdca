"""What happens to a decision besides voting: words that are mended, a restart, the way a group takes where only one side agreed, the minority's words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.base import Text
from aggregates.decision import Decision

from ..base import Rows

SCHEMA = """
create table decisions_mends (
    id uuid primary key, decision uuid not null, position bigint not null, member uuid not null, side text not null, at timestamptz not null,
    question uuid[] not null, yes uuid[] not null, no uuid[] not null, otherwise uuid[] not null,
    mended_by uuid, mended_at timestamptz, was_question uuid[], was_yes uuid[], was_no uuid[], was_otherwise uuid[]
);
create index on decisions_mends (decision);
create table decisions_routes (
    position bigint primary key, decision uuid not null, route text not null, member uuid not null, side text not null, words uuid, at timestamptz not null
);
create index on decisions_routes (decision);
create table decisions_statements (
    id uuid primary key, decision uuid not null, member uuid not null, side text not null, words uuid not null, at timestamptz not null
);
create index on decisions_statements (decision);
"""


def mend_asked(rows: Rows, e: Decision.MendAsked) -> None:
    rows.insert(
        "decisions_mends",
        **{"id": e.mend, "decision": e.originator_id, "position": rows.position, "member": e.by.author, "side": e.by.side, "at": e.by.happened_at},
        **asked(e.question, e.meanings, e.otherwise),
    )


def mended(rows: Rows, e: Decision.Mended) -> None:
    now = asked(e.question, e.meanings, e.otherwise)
    before = rows.one("select question, yes, no, otherwise from decisions where id = %s", e.originator_id)
    was = {f"was_{name}": words for name, words in zip(now, before, strict=True)}
    rows.set("decisions", e.originator_id, **now)
    rows.set("decisions_mends", e.mend, mended_by=e.by.author, mended_at=e.by.happened_at, **was)


def restarted(rows: Rows, e: Decision.Restarted) -> None:
    over = {"closed_at": e.by.happened_at, "closed_position": rows.position, "closer": e.by.author, "reason": e.reason.id}
    rows.set("decisions", e.originator_id, **over, result="restarted", successor=e.successor)


def route_taken(rows: Rows, e: Decision.RouteTaken) -> None:
    words = e.words.id if e.words else None
    who = {"member": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("decisions_routes", position=rows.position, decision=e.originator_id, route=e.route, words=words, **who)


def minority_stated(rows: Rows, e: Decision.MinorityStated) -> None:
    who = {"member": e.by.author, "side": e.by.side, "at": e.by.happened_at}
    rows.insert("decisions_statements", id=e.statement, decision=e.originator_id, words=e.words.id, **who)


def asked(question: list[Text], meanings: dict[str, list[Text]], otherwise: list[Text]) -> dict[str, list[UUID]]:
    """The frozen words by the names of their columns."""
    each = {"question": question, "yes": meanings.get("yes", []), "no": meanings.get("no", []), "otherwise": otherwise}
    return {name: [text.id for text in words] for name, words in each.items()}


HANDLERS = {
    Decision.MendAsked: mend_asked,
    Decision.Mended: mended,
    Decision.Restarted: restarted,
    Decision.RouteTaken: route_taken,
    Decision.MinorityStated: minority_stated,
}


@dataclass(frozen=True, slots=True)
class Mend:
    """Words as they should read, or as they were put right. Words are {language: text}."""

    id: UUID
    name: str | None
    side: str
    at: datetime
    words: dict[str, dict[str, str]]  # question, yes, no, otherwise: as they should read
    was: dict[str, dict[str, str]]  # as they read before; while it is asked: as they read now
    mended_by: str | None
    mended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """A way that was taken, or a statement of the minority."""

    kind: str  # revise, mediate, record; for a statement: minority
    member: UUID
    name: str | None
    side: str
    words: dict[str, str]
    text: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Aftermath:
    mends: list[Mend]  # those that were made, and the one that is asked now
    routes: list[Said]
    statements: list[Said]
    followed_by: UUID | None


AFTER: LiteralString = """
select (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', n.name, 'side', m.side, 'at', m.at,
        'words', jsonb_build_object('question', said(m.question), 'yes', said(m.yes), 'no', said(m.no), 'otherwise', said(m.otherwise)),
        'was', case when m.mended_at is null
            then jsonb_build_object('question', said(d.question), 'yes', said(d.yes), 'no', said(d.no), 'otherwise', said(d.otherwise))
            else jsonb_build_object('question', said(m.was_question), 'yes', said(m.was_yes), 'no', said(m.was_no), 'otherwise', said(m.was_otherwise)) end,
        'mended_by', b.name, 'mended_at', m.mended_at) order by m.position), '[]')
    from decisions_mends m left join names n on n.member = m.member left join names b on b.member = m.mended_by
    where m.decision = d.id and (m.mended_at is not null or (d.closed_at is null and m.position = (
        select max(l.position) from decisions_mends l where l.decision = d.id)))
) as mends, (
    select coalesce(jsonb_agg(jsonb_build_object('kind', r.route, 'member', r.member, 'name', n.name, 'side', r.side,
                                                 'words', coalesce(said(array[r.words]), '{}'), 'text', r.words, 'at', r.at) order by r.position), '[]')
    from decisions_routes r left join names n on n.member = r.member where r.decision = d.id
) as routes, (
    select coalesce(jsonb_agg(jsonb_build_object('kind', 'minority', 'member', s.member, 'name', n.name, 'side', s.side,
                                                 'words', said(array[s.words]), 'text', s.words, 'at', s.at) order by s.at, s.id), '[]')
    from decisions_statements s left join names n on n.member = s.member where s.decision = d.id
) as statements, (select f.id from decisions f where f.after = d.id and f.successor is null order by f.position desc limit 1) as followed_by
from decisions d where d.id = %s
"""


def aftermath(db: Connection[Any], decision: UUID) -> Aftermath:
    """What happened to a decision that there is (one statement)."""
    row = db.cursor(row_factory=dict_row).execute(AFTER, (decision,)).fetchone()
    assert row is not None
    mends = [Mend(**{**each, "id": UUID(each["id"]), "at": _time(each["at"]), "mended_at": _time(each["mended_at"])}) for each in row["mends"]]
    return Aftermath(mends, [_said(each) for each in row["routes"]], [_said(each) for each in row["statements"]], row["followed_by"])


def _said(each: dict[str, Any]) -> Said:
    return Said(**{**each, "member": UUID(each["member"]), "text": UUID(each["text"]) if each["text"] else None, "at": _time(each["at"])})


def _time(said: str | None) -> Any:
    return datetime.fromisoformat(said) if said else None
