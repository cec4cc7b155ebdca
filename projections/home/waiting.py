"""What waits for somebody: a turn. One row for each person, kind and thing; it goes when it is done, or when it is over.

A turn is told by a template of its kind (web/templates/home/turns/). `words`: the texts that its card shows.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from ..base import Rows

SCHEMA = """
create table home_turns (
    kind text not null, subject uuid not null, member uuid not null, project uuid not null, position bigint not null, words uuid[] not null,
    from_at timestamptz, due_at timestamptz, facts jsonb not null, primary key (kind, subject, member)
);
create index on home_turns (member);
"""


def wait(
    rows: Rows,
    e: Any,
    kind: str,
    member: UUID,
    subject: UUID,
    *,
    words: Iterable[UUID] = (),
    from_at: datetime | None = None,
    due_at: datetime | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    """From now on, or from `from_at`, it is this member's turn; asked twice of the same thing, the later one stands. `facts`: what the card needs besides,
    JSON-shaped."""
    key = {"kind": kind, "subject": subject, "member": member}
    what = {"words": list(words), "from_at": from_at, "due_at": due_at, "facts": facts or {}}
    rows.put("home_turns", key, project=e.by.project, position=rows.position, **what)


def wait_for_facilitators(rows: Rows, e: Any, kind: str, subject: UUID, **what: Any) -> None:
    """It is the turn of whoever has that task in the project when they look: the row is kept under the project's own id."""
    wait(rows, e, kind, e.by.project, subject, **what)


def wait_for_side(rows: Rows, e: Any, kind: str, side: str, subject: UUID, *, words: Iterable[UUID] = (), facts: dict[str, Any] | None = None) -> None:
    """It is the turn of anybody on the roll of the decision who is on that side when they look, kept as for facilitators."""
    wait(rows, e, kind, e.by.project, subject, words=words, facts={**(facts or {}), "for": side})


def done(rows: Rows, kind: str, member: UUID, subject: UUID) -> None:
    rows.remove("home_turns", {"kind": kind, "subject": subject, "member": member})


def over(rows: Rows, kind: str, subject: UUID) -> None:
    """For everybody for whom it waited, the facilitators too."""
    rows.remove("home_turns", {"kind": kind, "subject": subject})
