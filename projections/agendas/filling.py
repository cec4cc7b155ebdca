"""How the rows of sessions come from events."""

from typing import Any
from uuid import UUID

from aggregates.base import Text
from aggregates.card import Card
from aggregates.decision import Decision
from aggregates.photograph import Photograph
from aggregates.proceedings import Proceedings
from aggregates.round import Round
from aggregates.session import Session
from aggregates.sheet import Sheet

from ..base import ReadModel, Rows

SCHEMA = """
create table agendas (
    id uuid primary key, project uuid not null, title uuid[] not null, starts_at timestamptz not null, ends_at timestamptz not null, way text not null,
    seats int not null, place uuid[] not null, access uuid[] not null, agreement uuid[] not null, materials uuid[] not null, sequence int not null,
    code int not null, member uuid not null, side text not null, cancelled_at timestamptz, reason uuid, opened_at timestamptz, over_at timestamptz,
    leader uuid, block uuid, step text, run int not null, moves int not null, moved_at timestamptz, is_recorded bool not null, settings jsonb not null,
    options uuid[] not null, is_frozen bool not null, is_blank bool not null, are_counts_shown bool not null, turns text not null,
    wall int not null
);
create index on agendas (project, starts_at desc);
create table agendas_blocks (
    id uuid primary key, session uuid not null, place int not null, kind text not null, steps text[] not null, minutes int not null, title uuid[] not null,
    question uuid[] not null, notes uuid[] not null, is_recorded bool not null, settings jsonb not null, method uuid, member uuid not null,
    side text not null, is_set_aside bool not null, begun_at timestamptz, decision uuid, counted_at timestamptz,
    round uuid, round_step text
);
create index on agendas_blocks (session, place);
create index on agendas_blocks (method) where method is not null;
create index on agendas_blocks (round) where round is not null;
create index on agendas_blocks (decision) where decision is not null;
create table agendas_moves (
    position bigint primary key, session uuid not null, block uuid not null, step text not null, run int not null, member uuid not null, at timestamptz not null
);
create index on agendas_moves (session, position);
create table agendas_roles (session uuid not null, member uuid not null, role text not null, primary key (session, member, role));
create table agendas_counts (
    session uuid not null, block uuid not null, run int not null, outcome jsonb not null, at timestamptz not null, primary key (session, block, run)
);
"""

SHUT = {"run": 1, "moves": 0, "is_recorded": True, "settings": {}, "options": [], "is_frozen": False, "is_blank": False, "are_counts_shown": False, "wall": 0}
"""A session to which nobody has come yet."""


def planned(rows: Rows, e: Session.Planned) -> None:
    times = {"starts_at": e.starts_at, "ends_at": e.ends_at}
    who = {"member": e.by.author, "side": e.by.side}
    rows.insert("agendas", id=e.originator_id, project=e.by.project, **_told(e), **times, **who, sequence=0, code=1, turns="not counted", **SHUT)
    rows.insert("agendas_roles", session=e.originator_id, member=e.by.author, role="host")


def described(rows: Rows, e: Session.Described) -> None:
    rows.set("agendas", e.originator_id, **_told(e))
    rows.add("agendas", e.originator_id, sequence=1)


def rescheduled(rows: Rows, e: Session.Rescheduled) -> None:
    rows.set("agendas", e.originator_id, starts_at=e.starts_at, ends_at=e.ends_at)
    rows.add("agendas", e.originator_id, sequence=1)


def cancelled(rows: Rows, e: Session.Cancelled) -> None:
    rows.set("agendas", e.originator_id, cancelled_at=e.by.happened_at, reason=e.reason.id)
    rows.add("agendas", e.originator_id, sequence=1)


def block_added(rows: Rows, e: Session.BlockAdded) -> None:
    order = _order(rows, e.originator_id)
    told = {"kind": e.kind, "steps": e.steps, "minutes": e.minutes, **_words(e.words), "is_recorded": e.is_recorded, "settings": e.settings}
    whose = {"method": e.method, "member": e.by.author, "side": e.by.side}
    rows.insert("agendas_blocks", id=e.block, session=e.originator_id, place=len(order), **told, **whose, is_set_aside=False)
    if e.before is not None:
        _reorder(rows, [*order, e.block], e.block, e.before)


def block_changed(rows: Rows, e: Session.BlockChanged) -> None:
    rows.set("agendas_blocks", e.block, minutes=e.minutes, **_words(e.words), is_recorded=e.is_recorded, settings=e.settings)


def block_moved(rows: Rows, e: Session.BlockMoved) -> None:
    _reorder(rows, _order(rows, e.originator_id), e.block, e.before)


def block_set_aside(rows: Rows, e: Session.BlockSetAside) -> None:
    rows.set("agendas_blocks", e.block, is_set_aside=True)


def role_given(rows: Rows, e: Session.RoleGiven) -> None:
    rows.put("agendas_roles", {"session": e.originator_id, "member": e.member, "role": e.role})


def role_taken(rows: Rows, e: Session.RoleTaken) -> None:
    rows.remove("agendas_roles", {"session": e.originator_id, "member": e.member, "role": e.role})


def code_renewed(rows: Rows, e: Session.CodeRenewed) -> None:
    rows.set("agendas", e.originator_id, code=e.code)


def doors_opened(rows: Rows, e: Proceedings.DoorsOpened) -> None:
    rows.set("agendas", e.subject, opened_at=e.by.happened_at, leader=e.by.author)


def went_to(rows: Rows, e: Proceedings.WentTo) -> None:
    frozen = {"is_recorded": e.is_recorded, "settings": e.settings, "options": e.options}
    shown = {"is_frozen": False, "are_counts_shown": False}
    rows.set("agendas", e.subject, block=e.block, step=e.step, run=e.run, moved_at=e.by.happened_at, **frozen, **shown)
    rows.add("agendas", e.subject, moves=1)
    rows.insert("agendas_moves", position=rows.position, session=e.subject, block=e.block, step=e.step, run=e.run, member=e.by.author, at=e.by.happened_at)
    if rows.of("agendas_blocks", e.block, "begun_at") == (None,):
        rows.set("agendas_blocks", e.block, begun_at=e.by.happened_at)


def counted(rows: Rows, e: Proceedings.Counted) -> None:
    rows.insert("agendas_counts", session=e.subject, block=e.block, run=e.run, outcome=e.outcome, at=e.by.happened_at)


def counted_again(rows: Rows, e: Proceedings.CountedAgain) -> None:
    rows.put("agendas_counts", {"session": e.subject, "block": e.block, "run": e.run}, outcome=e.outcome, at=e.by.happened_at)


def on_paper(rows: Rows, e: Proceedings.OfferedOnPaper | Sheet.TypedIn | Photograph.Cut) -> None:
    """The group was there, though nobody led it there by phone."""
    if rows.of("agendas_blocks", e.block, "begun_at") == (None,):
        rows.set("agendas_blocks", e.block, begun_at=e.by.happened_at)


def deciding(rows: Rows, e: Proceedings.Deciding) -> None:
    rows.set("agendas_blocks", e.block, decision=e.decision)


def decision_counted(rows: Rows, e: Decision.Counted) -> None:
    rows.set("agendas_blocks", {"decision": e.originator_id}, counted_at=e.by.happened_at)


def wall_changed(rows: Rows, e: Any) -> None:
    """By whoever leads: seldom, so that every phone can look."""
    rows.add("agendas", e.subject, wall=1)


def took_up(rows: Rows, e: Proceedings.TookUp) -> None:
    rows.set("agendas_blocks", e.block, round=e.round, round_step=e.step)


def round_went_on(rows: Rows, e: Round.WentOn) -> None:
    rows.set("agendas_blocks", {"round": e.originator_id}, round_step=e.step)


def frozen(rows: Rows, e: Proceedings.Frozen) -> None:
    rows.set("agendas", e.subject, is_frozen=e.is_frozen)


def blanked(rows: Rows, e: Proceedings.Blanked) -> None:
    rows.set("agendas", e.subject, is_blank=e.is_blank)


def counts_shown(rows: Rows, e: Proceedings.CountsShown) -> None:
    rows.set("agendas", e.subject, are_counts_shown=e.is_shown)


def handed_over(rows: Rows, e: Proceedings.HandedOver) -> None:
    rows.set("agendas", e.subject, leader=e.to)


def turns_announced(rows: Rows, e: Proceedings.TurnsAnnounced) -> None:
    rows.set("agendas", e.subject, turns="counted")


def turns_refused(rows: Rows, e: Proceedings.TurnsRefused) -> None:
    rows.set("agendas", e.subject, turns="refused")


def ended(rows: Rows, e: Proceedings.Ended) -> None:
    rows.set("agendas", e.subject, over_at=e.by.happened_at, block=None, step=None)


AGENDAS = ReadModel(
    "agendas",
    version=3,
    schema=SCHEMA,
    handlers={
        Session.Planned: planned,
        Session.Described: described,
        Session.Rescheduled: rescheduled,
        Session.Cancelled: cancelled,
        Session.BlockAdded: block_added,
        Session.BlockChanged: block_changed,
        Session.BlockMoved: block_moved,
        Session.BlockSetAside: block_set_aside,
        Session.RoleGiven: role_given,
        Session.RoleTaken: role_taken,
        Session.CodeRenewed: code_renewed,
        Proceedings.DoorsOpened: doors_opened,
        Proceedings.WentTo: went_to,
        Proceedings.Counted: counted,
        Proceedings.CountedAgain: counted_again,
        Proceedings.OfferedOnPaper: on_paper,
        Sheet.TypedIn: on_paper,
        Photograph.Cut: on_paper,
        Proceedings.Deciding: deciding,
        Decision.Counted: decision_counted,
        **dict.fromkeys((Card.Shown, Card.SetAside, Card.BroughtBack, Card.Themed, Card.Joined, Card.Parted, Card.Answered), wall_changed),
        Proceedings.TookUp: took_up,
        Round.WentOn: round_went_on,
        Proceedings.Frozen: frozen,
        Proceedings.Blanked: blanked,
        Proceedings.CountsShown: counts_shown,
        Proceedings.HandedOver: handed_over,
        Proceedings.TurnsAnnounced: turns_announced,
        Proceedings.TurnsRefused: turns_refused,
        Proceedings.Ended: ended,
    },
)


def _told(e: Any) -> dict[str, Any]:
    words = {what: _ids(e.words.get(what, ())) for what in ("place", "access", "agreement", "materials")}
    return {"title": _ids(e.title), "way": e.way, "seats": e.seats, **words}


def _words(words: dict[str, list[Text]]) -> dict[str, list[UUID]]:
    return {what: _ids(words.get(what, ())) for what in ("title", "question", "notes")}


def _ids(words: Any) -> list[UUID]:
    return [text.id for text in words]


def _order(rows: Rows, session: UUID) -> list[UUID]:
    return [row[0] for row in rows.all("select id from agendas_blocks where session = %s order by place", session)]


def _reorder(rows: Rows, order: list[UUID], block: UUID, before: UUID | None) -> None:
    rest = [each for each in order if each != block]
    place = rest.index(before) if before in rest else len(rest)
    for at, each in enumerate([*rest[:place], block, *rest[place:]]):
        rows.set("agendas_blocks", each, place=at)
