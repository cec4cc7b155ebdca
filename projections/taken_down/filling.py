"""What happened to words that were reported or taken down becomes rows: how each stands, and every act, to be counted."""

from typing import Any
from uuid import UUID

from aggregates.report import Report
from aggregates.words import Words

from ..base import ReadModel, Rows

SCHEMA = """
create table taken_down (
    id uuid primary key, project uuid not null, owner uuid not null, kind text not null, subject uuid not null, state text not null,
    member uuid not null, side text not null, at timestamptz not null, reason uuid not null, ground text, hidden_by uuid not null,
    appeal uuid, appealed_at timestamptz, is_appealed bool not null, verdict uuid, verdict_by uuid, is_upheld bool
);
create index on taken_down (project, at desc);
create table taken_down_reports (id uuid primary key, project uuid not null, kind text not null, subject uuid not null, is_open bool not null, answer uuid);
create table taken_down_reasons (position bigint primary key, text uuid not null, words uuid not null);
create index on taken_down_reasons (text);
create table taken_down_acts (position bigint primary key, project uuid not null, kind text not null);
create index on taken_down_acts (project);
"""


def hidden(rows: Rows, e: Words.Hidden) -> None:
    facts = {"project": e.by.project, "owner": e.owner, "kind": e.kind, "subject": e.subject, "is_appealed": False, "hidden_by": e.by.author}
    rows.insert("taken_down", id=e.text, **facts, **_done(e, "hidden"), reason=e.reason.id)
    _count(rows, e, "hidden")


def hidden_again(rows: Rows, e: Words.HiddenAgain) -> None:
    none = dict.fromkeys(("appeal", "appealed_at", "verdict", "verdict_by", "is_upheld"))
    rows.set("taken_down", e.text, **_done(e, "hidden"), reason=e.reason.id, hidden_by=e.by.author, **none)
    _count(rows, e, "hidden")


def shown(rows: Rows, e: Words.Shown) -> None:
    rows.set("taken_down", e.text, **_done(e, "shown"), reason=e.reason.id, is_appealed=False)
    _count(rows, e, "put back")


def appealed(rows: Rows, e: Words.Appealed) -> None:
    rows.set("taken_down", e.text, appeal=e.reason.id, appealed_at=e.by.happened_at, is_appealed=True)
    _count(rows, e, "appealed")


def appeal_answered(rows: Rows, e: Words.AppealAnswered) -> None:
    """Where it is upheld, the words are shown again, and it is whoever decided that did so."""
    verdict = {"is_appealed": False, "verdict": e.reason.id, "verdict_by": e.by.author, "is_upheld": e.upheld}
    rows.set("taken_down", e.text, **verdict, **(_done(e, "shown") if e.upheld else {}))
    if e.upheld:
        _count(rows, e, "put back")


def erased(rows: Rows, e: Words.Erased) -> None:
    rows.set("taken_down", e.text, **_done(e, "erased"), ground=e.ground, is_appealed=False)
    _count(rows, e, "erased")


def reported(rows: Rows, e: Report.Made) -> None:
    rows.insert("taken_down_reports", id=e.text, project=e.by.project, kind=e.kind, subject=e.subject, is_open=True)
    rows.insert("taken_down_reasons", position=rows.position, text=e.text, words=e.reason.id)
    _count(rows, e, "reported")


def reported_again(rows: Rows, e: Report.MadeAgain) -> None:
    rows.set("taken_down_reports", e.text, is_open=True, answer=None)
    rows.insert("taken_down_reasons", position=rows.position, text=e.text, words=e.reason.id)
    _count(rows, e, "reported")


def answered(rows: Rows, e: Report.Answered) -> None:
    rows.set("taken_down_reports", e.text, is_open=False, answer=e.words.id if e.words else None)
    _count(rows, e, "taken down" if e.was_hidden else "left")


def _done(e: Any, state: str) -> dict[str, Any]:
    return {"state": state, "member": e.by.member, "side": e.by.side, "at": e.by.happened_at}


def _count(rows: Rows, e: Any, kind: str) -> None:
    rows.insert("taken_down_acts", position=rows.position, project=UUID(str(e.by.project)), kind=kind)


TAKEN_DOWN = ReadModel(
    "taken_down",
    version=2,
    schema=SCHEMA,
    handlers={
        Words.Hidden: hidden,
        Words.HiddenAgain: hidden_again,
        Words.Shown: shown,
        Words.Appealed: appealed,
        Words.AppealAnswered: appeal_answered,
        Words.Erased: erased,
        Report.Made: reported,
        Report.MadeAgain: reported_again,
        Report.Answered: answered,
    },
)
