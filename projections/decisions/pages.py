"""One decision with everything that its page shows, before and after the count (one statement)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from aggregates.counting.few import ways_told

from .withholding import FEW, told


@dataclass(frozen=True, slots=True)
class Reason:
    """Words given with a vote that counted. Whose they are is not said; the side and the choice only where that names nobody."""

    words: dict[str, str]  # {} = taken down
    text: UUID
    choice: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """Words are {language: text}; {} = not said, or taken down. Nothing of how anybody voted is in it before `outcome` is."""

    id: UUID
    project: UUID
    question: dict[str, str]
    yes: dict[str, str]
    no: dict[str, str]
    otherwise: dict[str, str]
    exception: dict[str, str]  # why a language is missing
    has_exception: bool
    rule: dict[str, Any]
    charter: int  # the version whose rule this is; 0: the founding rule
    adopts: int | None
    way: str  # how people answer: ballots, or hands in a room
    proposal: UUID | None
    version: int | None
    opener: str | None
    opener_side: str
    opened_at: datetime
    closes_at: datetime
    roll: dict[str, int]  # side -> people, as frozen
    in_both: int  # people on the roll who belong to both groups; each is on it once
    present: dict[str, int]  # side -> people with a vote on record
    late: int  # people whose last act came after the close
    reached: dict[str, int]  # how people took part -> how many, as far as it may be told: web, session, paper, phone, written; or alone and otherwise
    unconfirmed: int  # votes that somebody wrote down and the voter has not confirmed
    closed_at: datetime | None
    is_early: bool
    closer: str | None
    reason: dict[str, str]  # why it was closed before its time
    counted_at: datetime | None
    outcome: dict[str, Any] | None  # as far as it may be told: see withholding.py
    reasons: list[Reason]
    side: str | None  # the frozen side of who is looking; None: not on the roll
    own_reason: dict[str, str]  # of who is looking
    after: UUID | None  # the consent that failed and that this follows
    restarts: UUID | None  # the decision in whose place this stands
    successor: UUID | None  # what stands in the place of this one
    now: datetime

    @property
    def state(self) -> str:
        """open; counting, from its time until the count is there; over; restarted."""
        if self.successor is not None:
            return "restarted"
        if self.outcome is not None:
            return "over"
        return "open" if self.closed_at is None and self.now < self.closes_at else "counting"

    @property
    def is_by_consent(self) -> bool:
        return bool(self.rule["method"] == "consent")

    @property
    def result(self) -> str | None:
        return str(self.outcome["result"]) if self.outcome else None

    @property
    def is_complete(self) -> bool:
        """Everybody on the roll has a vote on record."""
        return self.present == self.roll

    @property
    def people(self) -> int:
        return sum(self.roll.values())


SHOWN: LiteralString = """
select d.id, d.project, said(d.question) as question, said(d.yes) as yes, said(d.no) as no, said(d.otherwise) as otherwise,
       coalesce(said(array[d.exception]), '{}') as exception, d.exception is not null as has_exception,
       d.rule, d.charter, d.adopts, d.way, d.proposal, d.version, opener.name as opener, d.opener_side, d.opened_at, d.closes_at,
       jsonb_build_object('citizen', d.citizens, 'professional', d.professionals) as roll, d.in_both,
       jsonb_build_object('citizen', r.citizens, 'professional', r.professionals) as present, r.late, d.reached, d.unconfirmed,
       d.closed_at, d.closer is not null as is_early, closer.name as closer, coalesce(said(array[d.reason]), '{}') as reason,
       d.counted_at, d.outcome, w.reasons, r.side, coalesce(said(array[%(own)s]::uuid[]), '{}') as own_reason,
       d.after, d.restarts, d.successor, clock_timestamp() as now
from decisions d
left join names opener on opener.member = d.opener
left join names closer on closer.member = d.closer
cross join lateral (
    select count(*) filter (where is_present and side = 'citizen') as citizens, count(*) filter (where is_present and side = 'professional') as professionals,
           count(*) filter (where position > d.closed_position) as late, max(side) filter (where member = %(member)s) as side
    from decisions_roll where decision = d.id
) r
cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('words', coalesce(said(array[g.words]), '{}'), 'text', g.words, 'choice', g.choice, 'side', g.side)
                              order by g.choice, g.words), '[]') as reasons
    from decisions_reasons g where g.decision = d.id
) w
where d.id = %(decision)s
"""


def decision(db: Connection[Any], decision: UUID, *, member: UUID | None = None, own_reason: UUID | None = None) -> Decision | None:
    """`own_reason`: the words that who is looking gave, from their own vote in the store."""
    row = db.cursor(row_factory=dict_row).execute(SHOWN, {"decision": decision, "member": member, "own": own_reason}).fetchone()
    if row is None:
        return None
    outcome = row["outcome"] and told(row["outcome"])
    reached = ways_told(row["reached"]) if outcome and not outcome["withheld"] else {}
    return Decision(**{**row, "outcome": outcome, "reached": reached, "reasons": _unnamed(row["reasons"], row["roll"])})


def project_of(db: Connection[Any], decision: UUID) -> UUID | None:
    row = db.execute("select project from decisions where id = %s", (decision,)).fetchone()
    return row[0] if row else None


def _unnamed(reasons: list[dict[str, Any]], roll: dict[str, int]) -> list[Reason]:
    """Without choice and side where a side has few people, and then in an order that does not give them away: by the ids of the words, which are random."""
    is_told = min(roll.values()) >= FEW
    found = [Reason(each["words"], each["text"], each["choice"] if is_told else None, each["side"] if is_told else None) for each in reasons]
    return found if is_told else sorted(found, key=lambda reason: reason.text)
