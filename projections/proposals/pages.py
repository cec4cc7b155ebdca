"""One proposal: a version of its text, who supports it, the decisions that it went to, and the list of its versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision about a proposal."""

    id: UUID
    version: int | None
    opened_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    counted_at: datetime | None
    result: str | None  # None: still open, or not counted


@dataclass(frozen=True, slots=True)
class Supporter:
    name: str | None
    side: str
    version: int


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a version that can be taken down by themselves."""

    text: UUID
    part: str  # title, summary, body
    language: str


@dataclass(frozen=True, slots=True)
class Person:
    member: UUID
    name: str | None
    side: str


@dataclass(frozen=True, slots=True)
class Note:
    """A strength or a worry."""

    id: UUID
    text: UUID
    kind: str
    version: int
    words: dict[str, str]  # {} = taken down
    name: str | None
    side: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Beside:
    """What its authors wrote besides the text: what it costs, how everybody can use it, its Easy Read version."""

    part: str
    words: dict[str, str]
    texts: list[UUID]


@dataclass(frozen=True, slots=True)
class Version:
    version: int
    amendment: UUID | None  # whose words came in, where it was a suggestion that made it
    suggested_by: str | None
    name: str | None
    side: str
    at: datetime
    why: dict[str, str]
    has_why: bool
    supporters: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A version of a proposal and where the proposal stands. Words are {language: text}; {} = taken down."""

    id: UUID
    version: int  # the one that is shown
    newest: int
    title: dict[str, str]
    summary: dict[str, str]
    body: dict[str, str]
    parts: list[Part]  # those that are not taken down
    author: UUID  # of the first version
    name: str | None
    side: str
    drafted_at: datetime
    is_author: bool  # who is looking may revise and withdraw it
    is_withdrawn: bool
    withdrawn_at: datetime | None
    withdrawn_name: str | None
    reason: dict[str, str]
    supports: int | None  # the version that who is looking supports
    supporters: list[Supporter]
    ideas: list[UUID]
    decisions: list[Ruling]
    authors: list[Person]
    voices: list[Person]  # everybody whose words stand in this version
    notes: list[Note]
    beside: list[Beside]
    wants_easy_read: bool  # the charter in force says so
    is_amended: bool  # changes were suggested to it
    versions: list[Version]  # every one, the newest first
    behind: str | None  # the language whose text was left as it was while the other's was changed, so that they may say different things
    behind_since: int | None  # the version in which that was

    @property
    def is_newest(self) -> bool:
        return self.version == self.newest


SHOWN: LiteralString = """
select p.id, v.version, p.version as newest, said(v.title) as title, said(v.summary) as summary, said(v.body) as body,
       (select coalesce(jsonb_agg(jsonb_build_array(w.id, x.part, w.language) order by x.place, w.language), '[]')
        from (values (1, 'title', v.title), (2, 'summary', v.summary), (3, 'body', v.body)) x(place, part, texts)
        join words w on w.id = any(x.texts)) as parts,
       p.author, n.name, p.side, p.drafted_at, coalesce(%(viewer)s = any(p.authors), false) as is_author,
       p.is_withdrawn, p.withdrawn_at, wn.name as withdrawn_name, coalesce(said(array[p.reason]), '{}') as reason,
       (select s.version from proposals_supports s where s.proposal = p.id and s.member = %(viewer)s) as supports,
       (select coalesce(jsonb_agg(jsonb_build_object('name', sn.name, 'side', s.side, 'version', s.version) order by sn.name, s.member), '[]')
        from proposals_supports s left join names sn on sn.member = s.member where s.proposal = p.id) as supporters,
       array(select i.idea from proposals_ideas i where i.proposal = p.id order by i.place) as ideas,
       (select coalesce(jsonb_agg(jsonb_build_array(d.id, d.version, d.opened_at, d.closes_at, d.closed_at, d.counted_at, d.result) order by d.position), '[]')
        from proposals_decisions d where d.proposal = p.id) as decisions,
       PEOPLE(p.authors) as authors, PEOPLE(v.voices) as voices,
       (select coalesce(jsonb_agg(jsonb_build_array(o.id, o.words, o.kind, o.version, said(array[o.words]), on_.name, o.side, o.at) order by o.position), '[]')
        from proposals_notes o left join names on_ on on_.member = o.author where o.proposal = p.id) as notes,
       (select coalesce(jsonb_agg(jsonb_build_array(b.part, said(b.words), b.words)), '[]') from proposals_parts b where b.proposal = p.id) as beside,
       coalesce((select w.easy_read from proposals_wishes w where w.project = p.project and w.is_adopted order by w.version desc limit 1), false)
           as wants_easy_read,
       exists (select from proposals_amendments a where a.proposal = p.id) as is_amended,
       (select jsonb_agg(jsonb_build_array(e.version, e.amendment, an.name, en.name, e.side, e.at, coalesce(said(array[e.why]), '{}'), e.why is not null,
                                           (select count(*) from proposals_supports s where s.proposal = p.id and s.version = e.version))
                         order by e.version desc)
        from proposals_versions e left join names en on en.member = e.author
        left join proposals_amendments a on a.id = e.amendment left join names an on an.member = a.author where e.proposal = p.id) as versions,
       v.behind, v.behind_since
from proposals p join proposals_versions v on v.proposal = p.id and v.version = coalesce(%(version)s, p.version)
left join names n on n.member = p.author left join names wn on wn.member = p.withdrawn_by
where p.id = %(proposal)s and p.project = %(project)s
"""

PEOPLE: LiteralString = """
(select coalesce(jsonb_agg(jsonb_build_array(x.member, xn.name, coalesce(xp.side, 'none')) order by x.place), '[]')
        from unnest(WHOM) with ordinality x(member, place) left join names xn on xn.member = x.member left join people xp on xp.id = x.member)
"""

SHOWN = SHOWN.replace("PEOPLE(p.authors)", PEOPLE.replace("WHOM", "p.authors")).replace("PEOPLE(v.voices)", PEOPLE.replace("WHOM", "v.voices"))


def proposal_row(db: Connection[Any], project: UUID, id: UUID, *, version: int | None = None, viewer: UUID | None = None) -> Row | None:
    """The newest or a named version of a proposal of this project, as it came (one statement)."""
    asked = {"project": project, "proposal": id, "version": version, "viewer": viewer}
    return db.cursor(row_factory=dict_row).execute(SHOWN, asked).fetchone()


def as_proposal(row: Row) -> Proposal:
    """What `proposal_row` read."""
    made: dict[str, Any] = {people: [Person(UUID(member), name, side) for member, name, side in row[people]] for people in ("authors", "voices")}
    made["parts"] = [Part(UUID(text), part, language) for text, part, language in row["parts"]]
    made["supporters"] = [Supporter(**each) for each in row["supporters"]]
    made["decisions"] = [_ruling(*each) for each in row["decisions"]]
    made["notes"] = [_note(*each) for each in row["notes"]]
    made["beside"] = [Beside(part, words, [UUID(text) for text in texts]) for part, words, texts in row["beside"]]
    made["versions"] = [_version(*each) for each in row["versions"]]
    return Proposal(**{**row, **made})


def proposal(db: Connection[Any], project: UUID, id: UUID, *, version: int | None = None, viewer: UUID | None = None) -> Proposal | None:
    """Both at once (one statement)."""
    row = proposal_row(db, project, id, version=version, viewer=viewer)
    return as_proposal(row) if row else None


def _note(id: str, text: str, kind: str, version: int, words: dict[str, str], name: str | None, side: str, at: str) -> Note:
    return Note(UUID(id), UUID(text), kind, version, words, name, side, _time(at))


def _version(version: int, amendment: str | None, suggested_by: str | None, name: str | None, side: str, at: str, *rest: Any) -> Version:
    return Version(version, UUID(amendment) if amendment else None, suggested_by, name, side, _time(at), *rest)


def _ruling(decision: str, version: int | None, opened_at: str, closes_at: str, closed_at: str | None, counted_at: str | None, result: str | None) -> Ruling:
    return Ruling(
        UUID(decision), version, _time(opened_at), _time(closes_at), _time(closed_at) if closed_at else None, _time(counted_at) if counted_at else None, result
    )


def _time(said: str) -> datetime:
    return datetime.fromisoformat(said)
