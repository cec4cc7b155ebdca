"""What happened to commitments becomes rows: how each stands, and its steps in order."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from aggregates.base import Text, today
from aggregates.commitment import Commitment
from aggregates.project import Project

from ..base import ReadModel, Rows

SOON = 7
"""Days before the day of a commitment on which its keeper is reminded; half of the time where there is less."""

JUDGED = ("better", "no better")

SCHEMA = """
create table commitments (
    id uuid primary key, project uuid not null, position bigint not null, decision uuid, idea uuid, what uuid[] not null,
    side text not null, organisation uuid, member uuid, keeper uuid, role uuid[] not null, asked_by uuid[] not null,
    maker uuid not null, maker_side text not null, is_maker_unnamed bool not null, made_at timestamptz not null,
    due_on date not null, reminds_on date not null, news_on date, state text not null, closing uuid, over_at timestamptz
);
create index on commitments (project, position desc);
create index on commitments (decision);
create index on commitments (idea);
create index on commitments (reminds_on) where state = 'on its way';
create table commitments_steps (
    position bigint primary key, commitment uuid not null, kind text not null, words uuid, member uuid not null, side text not null,
    at timestamptz not null, due_on date, is_unnamed bool not null
);
create index on commitments_steps (commitment, position);
create table commitments_organisations (id uuid primary key, name uuid[] not null);
create table commitments_verdicts (commitment uuid not null, member uuid not null, is_better bool not null, primary key (commitment, member));
"""


def organisation_joined(rows: Rows, e: Project.OrganisationJoined) -> None:
    """Kept also when it leaves: what it took on stays with it."""
    rows.insert("commitments_organisations", id=e.organisation, name=_ids(e.name))


def made(rows: Rows, e: Commitment.Made) -> None:
    due_on, made_on = date.fromisoformat(e.due_on), today(e.by)
    rows.insert(
        "commitments",
        id=e.originator_id,
        project=e.by.project,
        position=rows.position,
        decision=e.decision,
        idea=e.idea,
        what=_ids(e.what),
        **_owner(e),
        asked_by=e.asked_by,
        maker=e.by.author,
        maker_side=e.by.side,
        is_maker_unnamed=_is_unnamed(e),
        made_at=e.by.happened_at,
        due_on=due_on,
        reminds_on=_reminds_on(made_on, due_on),
        state="on its way",
    )


def reported(rows: Rows, e: Commitment.Reported) -> None:
    rows.set("commitments", e.originator_id, news_on=today(e.by))
    _step(rows, e, "reported", e.words)


def due_moved(rows: Rows, e: Commitment.DueMoved) -> None:
    due_on = date.fromisoformat(e.due_on)
    rows.set("commitments", e.originator_id, due_on=due_on, reminds_on=_reminds_on(today(e.by), due_on))
    _step(rows, e, "due moved", e.reason, due_on=due_on)


def handed_over(rows: Rows, e: Commitment.HandedOver) -> None:
    _step(rows, e, "handed over", e.reason, is_unnamed=_is_unnamed(e))
    rows.set("commitments", e.originator_id, **_owner(e))


def done(rows: Rows, e: Commitment.Done) -> None:
    rows.set("commitments", e.originator_id, state="done", closing=e.words.id, over_at=e.by.happened_at)
    _step(rows, e, "done", e.words)


def cannot_be_done(rows: Rows, e: Commitment.CannotBeDone) -> None:
    rows.set("commitments", e.originator_id, state="could not", closing=e.reason.id, over_at=e.by.happened_at)
    _step(rows, e, "could not", e.reason)


def made_a_difference(rows: Rows, e: Commitment.MadeADifference) -> None:
    _judged(rows, e, True)


def made_no_difference(rows: Rows, e: Commitment.MadeNoDifference) -> None:
    _judged(rows, e, False)


def _judged(rows: Rows, e: Commitment.MadeADifference | Commitment.MadeNoDifference, is_better: bool) -> None:
    rows.put("commitments_verdicts", {"commitment": e.originator_id, "member": e.by.author}, is_better=is_better)
    _step(rows, e, JUDGED[not is_better], e.words)


def _step(rows: Rows, e: Any, kind: str, words: Text | None, due_on: date | None = None, *, is_unnamed: bool = False) -> None:
    """Whoever keeps it and is not named beside it is named by no step of it either."""
    keeper, named = rows.of("commitments", e.originator_id, "keeper", "member")
    rows.insert(
        "commitments_steps",
        position=rows.position,
        commitment=e.originator_id,
        kind=kind,
        words=words.id if words else None,
        member=e.by.author,
        side=e.by.side,
        at=e.by.happened_at,
        due_on=due_on,
        is_unnamed=is_unnamed or (named is None and keeper == e.by.author and kind not in JUDGED),
    )


def _is_unnamed(e: Commitment.Made | Commitment.HandedOver) -> bool:
    """Whether whoever did this keeps it, and chose to be shown by their role alone."""
    return e.is_own and not e.owner["member"]


def _owner(e: Commitment.Made | Commitment.HandedOver) -> dict[str, Any]:
    named = UUID(e.owner["member"]) if e.owner["member"] else None
    organisation = UUID(e.owner["organisation"]) if e.owner["organisation"] else None
    keeper = e.by.author if e.is_own else None
    return {"side": e.owner["side"], "organisation": organisation, "member": named, "keeper": keeper, "role": _ids(e.role)}


def _reminds_on(since: date, due_on: date) -> date:
    return due_on - timedelta(days=min(SOON, (due_on - since).days // 2))


def _ids(words: list[Text]) -> list[UUID]:
    return [text.id for text in words]


COMMITMENTS = ReadModel(
    "commitments",
    version=3,
    schema=SCHEMA,
    handlers={
        Project.OrganisationJoined: organisation_joined,
        Commitment.Made: made,
        Commitment.Reported: reported,
        Commitment.DueMoved: due_moved,
        Commitment.HandedOver: handed_over,
        Commitment.Done: done,
        Commitment.CannotBeDone: cannot_be_done,
        Commitment.MadeADifference: made_a_difference,
        Commitment.MadeNoDifference: made_no_difference,
    },
)
