"""How the rows of a room come from events."""

from typing import Any, LiteralString

from aggregates.attendance import Attendance
from aggregates.card import Card
from aggregates.choice import Choice
from aggregates.minutes import Minutes
from aggregates.photograph import Photograph
from aggregates.proceedings import Proceedings
from aggregates.sheet import Sheet
from aggregates.slip import Slip

from ..base import ReadModel, Rows

SCHEMA = """
create table rooms_people (
    session uuid not null, member uuid not null, side text not null, how text not null, state text not null, is_let_in bool not null,
    is_helped bool not null, is_borrowed bool not null, sits_at int not null, came_at timestamptz not null, wants_at timestamptz, heard int not null,
    heard_at timestamptz,
    primary key (session, member)
);
create table rooms_cards (
    id uuid primary key, session uuid not null, project uuid not null, block uuid not null, position bigint not null, author uuid not null,
    side text not null, words uuid not null, is_named bool not null, is_shown bool not null, state text not null, sits_at int not null, theme uuid,
    joined uuid, what text, became uuid, answer uuid, answerer uuid, answered_at timestamptz, reason uuid, writer uuid, source text, verbatim bool,
    sheet int, is_unconfirmed bool not null, at timestamptz not null
);
create index on rooms_cards (session, block, position);
create index on rooms_cards (project) where answer is null;
create table rooms_sealed (like rooms_cards, version int not null, primary key (id, version));
create index on rooms_sealed (session, version, position);
create table rooms_choices (
    block uuid not null, run int not null, member uuid not null, session uuid not null, side text not null, marks jsonb not null,
    primary key (block, run, member)
);
create index on rooms_choices (session);
create table rooms_sheets (
    block uuid not null, number int not null, session uuid not null, kind text not null, things int not null, member uuid not null, at timestamptz not null,
    primary key (block, number)
);
create index on rooms_sheets (session);
create table rooms_turns (position bigint primary key, session uuid not null, side text not null, at timestamptz not null);
create index on rooms_turns (session, position);
"""

SEALED: LiteralString = (
    "id, session, project, block, position, author, side, words, is_named, is_shown, state, sits_at, theme, joined, what, became, answer, answerer, "
    "answered_at, reason, writer, source, verbatim, sheet, is_unconfirmed, at"
)


def came(rows: Rows, e: Attendance.Came) -> None:
    key = {"session": e.subject, "member": e.by.author}
    at = {"sits_at": 0, "came_at": e.by.happened_at, "heard": 0, "state": "here", "is_let_in": e.is_member}
    rows.put("rooms_people", key, side=e.by.side, how=e.how, is_helped=e.is_helped, is_borrowed=e.is_borrowed, **at)


def came_back(rows: Rows, e: Attendance.CameBack) -> None:
    rows.set("rooms_people", _own(e), how=e.how, is_helped=e.is_helped, is_borrowed=e.is_borrowed, state="here")


def left(rows: Rows, e: Attendance.Left) -> None:
    rows.set("rooms_people", _own(e), state="left", wants_at=None)


def asked_to_speak(rows: Rows, e: Attendance.AskedToSpeak) -> None:
    rows.set("rooms_people", _own(e), wants_at=e.by.happened_at)


def speaks_no_more(rows: Rows, e: Attendance.SpeaksNoMore) -> None:
    rows.set("rooms_people", _own(e), wants_at=None)


def let_in(rows: Rows, e: Attendance.LetIn) -> None:
    """Whoever has gone home stays gone until they come back."""
    [before] = rows.of("rooms_people", _theirs(e), "state")
    rows.set("rooms_people", _theirs(e), is_let_in=True, state="left" if before == "left" else "here")


def turned_away(rows: Rows, e: Attendance.TurnedAway) -> None:
    rows.set("rooms_people", _theirs(e), is_let_in=False, state="turned away", wants_at=None)


def sat_at(rows: Rows, e: Attendance.SatAt) -> None:
    rows.set("rooms_people", _theirs(e), sits_at=e.table)


def heard(rows: Rows, e: Attendance.Heard) -> None:
    rows.set("rooms_people", _theirs(e), wants_at=None, heard_at=e.by.happened_at)
    rows.add("rooms_people", _theirs(e), heard=1)


def put(rows: Rows, e: Card.Put) -> None:
    rows.insert(
        "rooms_cards",
        id=e.originator_id,
        session=e.subject,
        project=e.by.project,
        block=e.block,
        position=rows.position,
        author=e.by.author,
        side=e.by.side,
        words=e.words.id,
        is_named=e.is_named,
        is_shown=False,
        state="here",
        sits_at=e.table,
        writer=e.by.member if e.by.voice else None,
        source=e.by.source,
        verbatim=e.by.verbatim,
        is_unconfirmed=e.by.voice is not None,
        at=e.by.happened_at,
    )


def reworded(rows: Rows, e: Card.Reworded) -> None:
    rows.set("rooms_cards", e.originator_id, words=e.words.id)


def named(rows: Rows, e: Card.Named) -> None:
    rows.set("rooms_cards", e.originator_id, is_named=e.is_named)


def shown(rows: Rows, e: Card.Shown) -> None:
    rows.set("rooms_cards", e.originator_id, is_shown=True)


def taken_back(rows: Rows, e: Card.TakenBack) -> None:
    rows.set("rooms_cards", e.originator_id, state="taken back")


def set_aside(rows: Rows, e: Card.SetAside) -> None:
    rows.set("rooms_cards", e.originator_id, state="set aside", reason=e.reason.id)


def brought_back(rows: Rows, e: Card.BroughtBack) -> None:
    rows.set("rooms_cards", e.originator_id, state="here", reason=None)


def themed(rows: Rows, e: Card.Themed) -> None:
    rows.set("rooms_cards", e.originator_id, theme=e.theme)


def joined(rows: Rows, e: Card.Joined) -> None:
    rows.set("rooms_cards", e.originator_id, joined=e.into)


def parted(rows: Rows, e: Card.Parted) -> None:
    rows.set("rooms_cards", e.originator_id, joined=None)


def taken_on(rows: Rows, e: Card.TakenOn) -> None:
    rows.set("rooms_cards", e.originator_id, what=e.what, became=e.thing)


def answered(rows: Rows, e: Card.Answered) -> None:
    rows.set("rooms_cards", e.originator_id, answer=e.words.id, answerer=e.by.author, answered_at=e.by.happened_at)


def chosen(rows: Rows, e: Choice.Made | Choice.Changed) -> None:
    rows.put("rooms_choices", {"block": e.block, "run": e.run, "member": e.by.author}, session=e.subject, side=e.by.side, marks=e.marks)


def typed_in(rows: Rows, e: Sheet.TypedIn) -> None:
    """Whoever wrote on paper said it with their own hand: there is nothing to confirm."""
    rows.insert("rooms_sheets", block=e.block, number=e.number, session=e.subject, kind=e.kind, things=len(e.things), member=e.by.member, at=e.by.happened_at)
    for card in e.things if e.kind == "cards" else []:
        rows.set("rooms_cards", card, sheet=e.number, is_unconfirmed=False)


def cut(rows: Rows, e: Photograph.Cut) -> None:
    """Whoever wrote on paper said it with their own hand: there is nothing to confirm."""
    for card in e.cards:
        if card:
            rows.set("rooms_cards", card, is_unconfirmed=False)


def turn_noted(rows: Rows, e: Proceedings.TurnNoted) -> None:
    rows.insert("rooms_turns", position=rows.position, session=e.subject, side=e.side, at=e.by.happened_at)


def sealed(rows: Rows, e: Minutes.Sealed) -> None:
    """What everybody may read of its wall stays in the version as it was that day; words that are taken down later are gone from it too."""
    found = rows.all(f"select {SEALED} from rooms_cards where session = %s and is_shown and state <> 'taken back' order by position", e.subject)
    for row in found:
        rows.insert("rooms_sealed", **dict(zip(SEALED.split(", "), row, strict=True)), version=e.version)


def settled(rows: Rows, e: Any) -> None:
    """A slip was confirmed, corrected or withdrawn by whose words they are."""
    if e.what == "card":
        rows.set("rooms_cards", e.subject, is_unconfirmed=False)


ROOMS = ReadModel(
    "rooms",
    version=5,
    schema=SCHEMA,
    handlers={
        Attendance.Came: came,
        Attendance.CameBack: came_back,
        Attendance.Left: left,
        Attendance.AskedToSpeak: asked_to_speak,
        Attendance.SpeaksNoMore: speaks_no_more,
        Attendance.LetIn: let_in,
        Attendance.TurnedAway: turned_away,
        Attendance.SatAt: sat_at,
        Attendance.Heard: heard,
        Card.Put: put,
        Card.Reworded: reworded,
        Card.Named: named,
        Card.Shown: shown,
        Card.TakenBack: taken_back,
        Card.SetAside: set_aside,
        Card.BroughtBack: brought_back,
        Card.Themed: themed,
        Card.Joined: joined,
        Card.Parted: parted,
        Card.TakenOn: taken_on,
        Card.Answered: answered,
        Choice.Made: chosen,
        Choice.Changed: chosen,
        Sheet.TypedIn: typed_in,
        Photograph.Cut: cut,
        Proceedings.TurnNoted: turn_noted,
        Minutes.Sealed: sealed,
        Slip.Confirmed: settled,
        Slip.Corrected: settled,
        Slip.Withdrawn: settled,
    },
)


def _own(e: Any) -> dict[str, Any]:
    return {"session": e.subject, "member": e.by.author}


def _theirs(e: Any) -> dict[str, Any]:
    return {"session": e.subject, "member": e.member}
