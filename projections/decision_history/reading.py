"""Entries as they are read: newest first, all of them or those that were chosen."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row


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
    beside: dict[str, str]  # and of the other thing that it speaks of
    is_unconfirmed: bool  # written down for somebody who has not said yet that it is theirs
    is_public: bool  # False: between the facilitators and one person


OF_PERSONS = frozenset({"member", "slip", "matter", "words", "attendance", "card", "choice", "reflection"})
"""Kinds of entries whose subject can be somebody, or something that only they hold."""
TOLD = frozenset({"stage", "task", "ground", "side", "was", "version", "source", "visibility", "standing", "way", "kind", "part", "what", "paragraph", "step"})
"""Facts that name nobody."""
NOBODY = UUID(int=0)


def veiled(entry: Entry) -> Entry:
    """The same without persons, as a sensitive project tells it: the side stands for whoever it was."""
    subject = NOBODY if entry.kind in OF_PERSONS else entry.subject
    facts = {name: said for name, said in entry.facts.items() if name in TOLD}
    who: dict[str, Any] = {"member": NOBODY, "name": None, "voice": entry.voice and NOBODY, "voice_name": None, "subject_name": None}
    return replace(entry, stream=NOBODY, subject=subject, facts=facts, **who)


COLUMNS: LiteralString = """
select e.position, e.kind, e.event, e.stream, e.subject, e.member, n.name, e.voice, v.name as voice_name,
       case when exists (
           select from decision_history_entries j
           where j.stream = e.stream and j.kind = 'member' and (j.event in ('Member.Joined', 'Member.Welcomed') or j.facts ->> 'standing' = 'recorded')
       ) then s.name end as subject_name, e.side, e.channel,
       e.happened_at, e.recorded_at, e.facts, e.texts, said(e.texts) as words,
       coalesce(case when a.reader is null or %(is_facilitator)s or a.reader = %(viewer)s then said(a.words) end, '{}') as about,
       coalesce(said(o.words), '{}') as beside,
       e.voice is not null and e.event in ('Idea.Posted', 'Idea.Replied', 'Matter.Said', 'Vote.Cast') and exists (
           select from decision_history_waiting w where w.thing = case e.event when 'Idea.Replied' then e.texts[1] else e.stream end
       ) as is_unconfirmed, e.reader is null as is_public
from decision_history_entries e
left join decision_history_subjects a on a.id = e.subject left join decision_history_subjects o on o.id = e.other
left join names n on n.member = e.member left join names v on v.member = e.voice left join names s on s.member = e.stream
"""

CHOSEN: LiteralString = """
where e.project = %(project)s and e.position < %(before)s and (e.reader is null or %(is_facilitator)s or e.reader = %(viewer)s)
  and (%(kind)s::text is null or e.kind = any(%(kinds)s)) and (%(side)s::text is null or e.side = %(side)s)
  and (%(member)s::uuid is null or %(member)s in (e.member, e.voice)) and (%(about)s::uuid is null or (e.subject = %(about)s and e.kind <> all(%(untold)s)))
  and (%(since)s::timestamptz is null or e.happened_at >= %(since)s) and (%(until)s::timestamptz is null or e.happened_at < %(until)s)
  and (%(find)s = '' or exists (select from texts t where t.id = any(e.texts) and not t.is_hidden and t.find @@ websearch_to_tsquery('simple', %(find)s)))
order by e.position desc limit %(limit)s
"""

KINDS = {kind: [kind] for kind in ("charter", "matter", "commitment")}
KINDS |= {
    "project": ["project", "challenge", "commission"],
    "member": ["member", "missingvoice"],
    "words": ["words", "report"],
    "idea": ["idea", "theme"],
    "proposal": ["proposal", "amendment", "round"],
    "decision": ["decision", "vote", "objection", "decline"],
    "session": ["session", "proceedings", "attendance", "card", "choice", "sheet", "minutes", "reflection", "poll", "availability"],
}
PAGE = 50


def entries(
    db: Connection[Any],
    project: UUID,
    *,
    viewer: UUID | None = None,
    is_facilitator: bool = False,
    kind: str | None = None,
    side: str | None = None,
    member: UUID | None = None,
    about: UUID | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    find: str = "",
    before: int | None = None,
    limit: int = PAGE,
    is_veiled: bool = False,
) -> list[Entry]:
    """What happened in a project, as far as `viewer` may read it, newest first, below position `before`, in one statement.
    `kind` is a key of KINDS, `about` an idea, a proposal or a decision; `until` is exclusive. `is_veiled`:
    what is told without persons is not found by them either."""
    chosen = {
        "project": project,
        "viewer": viewer,
        "is_facilitator": is_facilitator,
        "kind": kind,
        "kinds": KINDS.get(kind or "", []),
        "side": side,
        "member": member,
        "about": about,
        "untold": sorted(OF_PERSONS) if is_veiled else [],
        "since": since,
        "until": until,
        "find": find,
        "before": before or 2**62,
        "limit": limit,
    }
    return db.cursor(row_factory=class_row(Entry)).execute(COLUMNS + CHOSEN, chosen).fetchall()


def at(db: Connection[Any], project: UUID, position: int, *, viewer: UUID | None = None, is_facilitator: bool = False) -> Entry | None:
    """The entry at a position, if it is of this project and `viewer` may read it."""
    found = entries(db, project, viewer=viewer, is_facilitator=is_facilitator, before=position + 1, limit=1)
    return found[0] if found and found[0].position == position else None


def actors(db: Connection[Any], project: UUID) -> list[tuple[UUID, str]]:
    """Everybody who did something in a project before everybody and has a name, in the order of the names (one statement)."""
    sql = """
    select member, name from names where name is not null and member in (
        select member from decision_history_entries where project = %(project)s and reader is null
        union select voice from decision_history_entries where project = %(project)s and voice is not null
    ) order by lower(name), member
    """
    return db.execute(sql, {"project": project}).fetchall()
