"""The proposals of a project in a list, and those that grew from ideas."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from .pages import Ruling

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    title: dict[str, str]
    summary: dict[str, str]
    author: UUID
    name: str | None
    side: str
    version: int
    drafted_at: datetime
    revised_at: datetime | None
    is_withdrawn: bool
    supporters: int  # of this version
    earlier: int  # who supported an earlier version only
    ideas: int
    decision: UUID | None  # the latest one
    closes_at: datetime | None
    counted_at: datetime | None
    result: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    proposals: list[Line]
    page: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class Grown:
    """A proposal that grew from an idea, and the decisions that it went to, in order."""

    proposal: UUID
    title: dict[str, str]
    version: int
    is_withdrawn: bool
    decisions: list[Ruling] = field(default_factory=list)


LISTED: LiteralString = """
select p.id, said(p.title) as title, said(p.summary) as summary, p.author, n.name, p.side, p.version, p.drafted_at, p.revised_at, p.is_withdrawn,
       (select count(*) from proposals_supports s where s.proposal = p.id and s.version = p.version) as supporters,
       (select count(*) from proposals_supports s where s.proposal = p.id and s.version < p.version) as earlier,
       (select count(*) from proposals_ideas i where i.proposal = p.id) as ideas, d.id as decision, d.closes_at, d.counted_at, d.result
from (select * from proposals p where p.project = %(project)s FOUND order by p.position desc limit 51 offset %(skip)s) p
left join names n on n.member = p.author
left join lateral (select * from proposals_decisions d where d.proposal = p.id order by d.position desc limit 1) d on true
order by p.position desc
"""

FOUND: LiteralString = """
and exists (select from proposals_versions v join texts t on t.id = any(v.title || v.summary || v.body)
            where v.proposal = p.id and v.version = p.version and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s))
"""

GROWN: LiteralString = """
select g.idea, p.id, said(p.title), p.version, p.is_withdrawn, d.id, d.version, d.opened_at, d.closes_at, d.closed_at, d.counted_at, d.result
from proposals_ideas g join proposals p on p.id = g.proposal left join proposals_decisions d on d.proposal = p.id
where g.idea = any(%s) order by p.position, d.position
"""


def proposals(db: Connection[Any], project: UUID, *, find: str = "", page: int = 1) -> Lines:
    """50 proposals, the newest first (one statement)."""
    sql = LISTED.replace("FOUND", FOUND if find else "")
    found = db.cursor(row_factory=class_row(Line)).execute(sql, {"project": project, "find": find, "skip": (page - 1) * PAGE}).fetchall()
    return Lines(found[:PAGE], page, len(found) > PAGE)


def open_proposals(db: Connection[Any], project: UUID) -> list[Line]:
    """Those about which something can be asked now: neither withdrawn nor before a decision, the newest first (one statement)."""
    return [each for each in proposals(db, project).proposals if not each.is_withdrawn and (each.decision is None or each.counted_at)]


def grown_from(db: Connection[Any], ideas: Sequence[UUID]) -> Mapping[UUID, list[Grown]]:
    """What grew from each of these ideas; nothing for those from which nothing did (one statement)."""
    found: defaultdict[UUID, dict[UUID, Grown]] = defaultdict(dict)
    for idea, proposal, title, version, is_withdrawn, *decision in db.execute(GROWN, (list(ideas),)).fetchall():
        grown = found[idea].setdefault(proposal, Grown(proposal, title, version, is_withdrawn))
        if decision[0]:
            grown.decisions.append(Ruling(*decision))
    return {idea: list(by_id.values()) for idea, by_id in found.items()}
