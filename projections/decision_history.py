"""The history of a project: every event, for a sentence about it. Choices and reasons of votes are not in here: the count tells them when it is time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from aggregates.base import Aggregate, Text
from aggregates.charter import Charter
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.vote import Vote

from .base import ReadModel, Rows

SCHEMA = """
create table decision_history_entries (
    position bigint primary key, project uuid not null, kind text not null, event text not null, stream uuid not null, subject uuid not null,
    member uuid not null, voice uuid, agreed text, side text not null, channel text not null,
    happened_at timestamptz not null, recorded_at timestamptz not null, facts jsonb not null, texts uuid[] not null
);
create index on decision_history_entries (project, position desc);
create index on decision_history_entries using gin (texts);
create index on decision_history_entries (project, member);
create index on decision_history_entries (project, voice) where voice is not null;
create index on decision_history_entries (stream) where kind = 'member';
create table decision_history_subjects (id uuid primary key, words uuid[] not null);
"""

PLUMBING = {"originator_id", "originator_version", "timestamp", "originator_topic", "by"}
UNSAID = {
    "Decision.Opened": {"roll"},
    "Vote.Cast": {"choice", "reason"},
    "Vote.Changed": {"choice", "reason"},
    "Decision.Counted": {"reasons"},
    "Proposal.Drafted": {"credits"},
    "Proposal.Revised": {"credits", "moved"},
}


def entry(rows: Rows, e: Aggregate.Event) -> None:
    event, texts = type(e).__qualname__, list[UUID]()
    facts = {name: _plain(value, texts) for name, value in _said(e).items()}
    who = {name: getattr(e.by, name) for name in ("project", "member", "voice", "agreed", "side", "channel", "happened_at", "recorded_at")}
    kind = event.partition(".")[0].lower()
    rows.insert(
        "decision_history_entries", position=rows.position, kind=kind, event=event, stream=e.originator_id, subject=_subject(e), **who, facts=facts, texts=texts
    )


def idea_posted(rows: Rows, e: Idea.Posted) -> None:
    rows.insert("decision_history_subjects", id=e.originator_id, words=[e.words.id])
    entry(rows, e)


def idea_reworded(rows: Rows, e: Idea.Reworded) -> None:
    rows.set("decision_history_subjects", e.originator_id, words=[e.words.id])
    entry(rows, e)


def proposal_drafted(rows: Rows, e: Proposal.Drafted) -> None:
    rows.insert("decision_history_subjects", id=e.originator_id, words=[text.id for text in e.title])
    entry(rows, e)


def proposal_revised(rows: Rows, e: Proposal.Revised) -> None:
    rows.set("decision_history_subjects", e.originator_id, words=[text.id for text in e.title])
    entry(rows, e)


def decision_opened(rows: Rows, e: Decision.Opened) -> None:
    rows.insert("decision_history_subjects", id=e.originator_id, words=[text.id for text in e.question])
    entry(rows, e)


def project_described(rows: Rows, e: Project.Started | Project.Described) -> None:
    rows.put("decision_history_subjects", e.originator_id, words=[text.id for text in e.name])
    entry(rows, e)


def _said(e: Aggregate.Event) -> dict[str, Any]:
    """What an event says, as far as everybody may read it. Of a small group numbers would say how each voted: the decision's own page tells what it may."""
    values = {name: value for name, value in vars(e).items() if name not in PLUMBING | UNSAID.get(type(e).__qualname__, set())}
    if isinstance(e, Decision.Opened):
        values["roll"] = {side: sum(of == side for of in e.roll.values()) for side in sorted(set(e.roll.values()))}
    if isinstance(e, Decision.Counted):
        values["outcome"] = {"result": e.outcome["result"], "method": e.outcome["trace"][-1]["method"]}
    return values


def _subject(e: Any) -> UUID:
    """What the entry is about: the stream, or the decision a vote is cast in, or the thing on which words were taken down."""
    if isinstance(e, Vote.Event):
        return UUID(str(getattr(e, "decision")))  # noqa: B009 every event of a vote has one
    if isinstance(e, Charter.Event):
        return e.by.project
    return UUID(str(getattr(e, "subject", e.originator_id)))


def _plain(value: Any, texts: list[UUID]) -> Any:
    """The value as JSON; the texts in it are gathered, since words are looked up when they are shown."""
    if isinstance(value, Text):
        texts.append(value.id)
        return str(value.id)
    if isinstance(value, dict):
        return {key: _plain(each, texts) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, texts) for each in value]
    return value if isinstance(value, str | int | bool | None) else str(value)


DECISION_HISTORY = ReadModel(
    "decision_history",
    version=3,
    schema=SCHEMA,
    handlers={
        Aggregate.Event: entry,
        Idea.Posted: idea_posted,
        Idea.Reworded: idea_reworded,
        Proposal.Drafted: proposal_drafted,
        Proposal.Revised: proposal_revised,
        Decision.Opened: decision_opened,
        Project.Started: project_described,
        Project.Described: project_described,
    },
)


@dataclass(frozen=True, slots=True)
class Entry:
    position: int
    kind: str
    event: str
    stream: UUID
    subject: UUID
    member: UUID
    name: str | None  # None: taken down, erased, or never given
    voice: UUID | None
    voice_name: str | None
    subject_name: str | None  # of the member the entry is about; None also for a place that nobody has taken: they have not agreed to be named
    side: str
    channel: str
    happened_at: datetime
    recorded_at: datetime
    facts: dict[str, Any]
    texts: list[UUID]
    words: dict[str, str]  # what was said with it, by language; empty where there was nothing or it was taken down
    about: dict[str, str]  # the words of what it is about


COLUMNS: LiteralString = """
select e.position, e.kind, e.event, e.stream, e.subject, e.member, n.name, e.voice, v.name as voice_name,
       case when exists (
           select from decision_history_entries j
           where j.stream = e.stream and j.kind = 'member' and (j.event = 'Member.Joined' or j.facts ->> 'standing' = 'recorded')
       ) then s.name end as subject_name, e.side, e.channel,
       e.happened_at, e.recorded_at, e.facts, e.texts, said(e.texts) as words, coalesce(said(a.words), '{}') as about
from decision_history_entries e
left join decision_history_subjects a on a.id = e.subject
left join names n on n.member = e.member left join names v on v.member = e.voice left join names s on s.member = e.stream
"""

CHOSEN: LiteralString = """
where e.project = %(project)s and e.position < %(before)s
  and (%(kind)s::text is null or e.kind = any(%(kinds)s)) and (%(side)s::text is null or e.side = %(side)s)
  and (%(member)s::uuid is null or %(member)s in (e.member, e.voice)) and (%(about)s::uuid is null or e.subject = %(about)s)
  and (%(since)s::timestamptz is null or e.happened_at >= %(since)s) and (%(until)s::timestamptz is null or e.happened_at < %(until)s)
  and (%(find)s = '' or exists (select from texts t where t.id = any(e.texts) and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s)))
order by e.position desc limit %(limit)s
"""

KINDS = (
    {kind: [kind] for kind in ("project", "member", "charter", "idea", "words")} | {"proposal": ["proposal", "amendment"]} | {"decision": ["decision", "vote"]}
)
PAGE = 50


def entries(
    db: Connection[Any],
    project: UUID,
    *,
    kind: str | None = None,
    side: str | None = None,
    member: UUID | None = None,
    about: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    find: str = "",
    before: int | None = None,
    limit: int = PAGE,
) -> list[Entry]:
    """What happened in a project, newest first, below position `before`, in one statement.
    `kind` is a key of KINDS, `about` an idea, a proposal or a decision; `until` is exclusive."""
    chosen = {
        "project": project,
        "kind": kind,
        "kinds": KINDS.get(kind or "", []),
        "side": side,
        "member": member,
        "about": about,
        "since": since,
        "until": until,
        "find": find,
        "before": before or 2**62,
        "limit": limit,
    }
    return db.cursor(row_factory=class_row(Entry)).execute(COLUMNS + CHOSEN, chosen).fetchall()


def at(db: Connection[Any], project: UUID, position: int) -> Entry | None:
    """The entry at a position, if it is of this project."""
    found = entries(db, project, before=position + 1, limit=1)
    return found[0] if found and found[0].position == position else None


def actors(db: Connection[Any], project: UUID) -> list[tuple[UUID, str]]:
    """Everybody who did something in a project and has a name, in the order of the names (one statement)."""
    sql = """
    select member, name from names where name is not null and member in (
        select member from decision_history_entries where project = %(project)s
        union select voice from decision_history_entries where project = %(project)s and voice is not null
    ) order by lower(name), member
    """
    return db.execute(sql, {"project": project}).fetchall()
