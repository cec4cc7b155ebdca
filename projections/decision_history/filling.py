"""Every event becomes an entry. Choices and reasons of votes are not in here: the count tells them when it is time."""

from typing import Any
from uuid import UUID

from aggregates.attendance import Attendance
from aggregates.base import NETWORK, Aggregate, Attachment, Text
from aggregates.challenge import Challenge
from aggregates.charter import Charter
from aggregates.commitment import Commitment
from aggregates.decision import Decision
from aggregates.idea import Idea
from aggregates.member import Member
from aggregates.method import Method
from aggregates.missing_voice import MissingVoice
from aggregates.poll import Poll
from aggregates.project import Project
from aggregates.proposal import Proposal
from aggregates.reflection import Reflection
from aggregates.session import Session
from aggregates.slip import Slip, thing_of
from aggregates.theme import Theme
from aggregates.vote import Vote

from ..base import Handler, ReadModel, Rows

SCHEMA = """
create table decision_history_entries (
    position bigint primary key, project uuid not null, kind text not null, event text not null, stream uuid not null, subject uuid not null, other uuid,
    member uuid not null, voice uuid, agreed text, side text not null, channel text not null,
    happened_at timestamptz not null, recorded_at timestamptz not null, facts jsonb not null, texts uuid[] not null,
    reader uuid
);
create index on decision_history_entries (project, position desc);
create index on decision_history_entries using gin (texts);
create index on decision_history_entries (project, member);
create index on decision_history_entries (project, voice) where voice is not null;
create index on decision_history_entries (stream) where kind = 'member';
create table decision_history_subjects (id uuid primary key, words uuid[] not null, reader uuid);
create table decision_history_waiting (slip uuid primary key, thing uuid not null);
create index on decision_history_waiting (thing);
"""

PLUMBING = {"originator_id", "originator_version", "timestamp", "originator_topic", "by"}
OTHERS = ("into", "other", "joined", "theme", "before")
UNSAID = {
    "Decision.Opened": {"roll"},
    "Vote.Cast": {"choice", "reason"},
    "Vote.Changed": {"choice", "reason"},
    "Decision.Counted": {"reasons"},
    "Round.Sensed": {"level"},
    "Decision.HandsReported": {"counts"},
    "Proposal.Drafted": {"credits"},
    "Proposal.Revised": {"credits", "moved"},
    "Commission.Scored": {"scores", "words"},
    "Commission.ScoringClosed": {"outcome"},
    "Matter.Said": {"words", "photo", "sound"},
    "Member.Placed": {"words"},
    "Method.Added": {"words"},
    "Method.Revised": {"words"},
    "Member.Introduced": {"words"},
    "Matter.Reworded": {"words"},
    "Matter.Transcribed": {"words"},
    "Report.Made": {"reason"},
    "Report.MadeAgain": {"reason"},
    "Availability.Said": {"times"},
    "Availability.Changed": {"times"},
    "Words.Hidden": {"owner"},
    "Words.Appealed": {"hidden_by"},
    "Card.Put": {"words", "photo"},
    "Photograph.Taken": {"photo", "found"},
    "Photograph.Cut": {"cuts", "cards"},
    "Card.Reworded": {"words"},
    "Card.Answered": {"author", "asked"},
    "Choice.Made": {"marks"},
    "Choice.Changed": {"marks"},
    "Attendance.Heard": {"member"},
    "Reflection.Given": {"words"},
    "Reflection.GivenAgain": {"words"},
    "Reflection.Rated": {"heard", "power", "worth"},
    "Sheet.TypedIn": {"things"},
}
"""What is told in no history: how people voted, what matters to somebody, which is shown where they let it be, when somebody can meet, why words were
reported, and why somebody asks to take part and what they bring, which stand where they said them; nor whose words were taken down,
nor a whole method; nor who was given the floor. How a session went for somebody stands in its minutes, where they let it be."""

UNNAMED = {"Report.Made", "Report.MadeAgain", "Words.Appealed", "Choice.Made", "Choice.Changed", "Proceedings.TurnsRefused"}
UNNAMED |= {"Card.Put", "Card.Reworded", "Card.Named", "Card.TakenBack", "Minutes.PutRight"}
UNNAMED |= {"Attendance.AskedToSpeak", "Attendance.SpeaksNoMore"}
UNNAMED |= {"Reflection.Given", "Reflection.GivenAgain", "Reflection.Rated", "Reflection.TakenBack"}
"""Nobody is named for having reported words, nor their side; nor their author, who erased them or would have them back: they can have stood without a name.
Nor for a card, or for putting minutes right, whose author says there whether they are named; for how they chose; for wanting to speak, or turns not to be
counted; for having said how it went."""

SPEAKING = (Attendance.AskedToSpeak, Attendance.SpeaksNoMore, Attendance.Heard)


def entry(rows: Rows, e: Aggregate.Event) -> None:
    event, texts = type(e).__qualname__, list[UUID]()
    facts = {name: _plain(value, texts) for name, value in _said(e).items()}
    who = {name: getattr(e.by, name) for name in ("project", "member", "voice", "agreed", "side", "channel", "happened_at", "recorded_at")}
    if event in UNNAMED or getattr(e, "by_owner", False) or (isinstance(e, Slip.Event) and getattr(e, "what", None) == "card"):
        who |= {"member": NETWORK, "voice": None, "side": "none"}
    kind = event.partition(".")[0].lower()
    about = {"stream": _stream(e), "subject": _subject(e), "other": _other(e)}
    rows.insert("decision_history_entries", position=rows.position, kind=kind, event=event, **about, **who, facts=facts, texts=texts, reader=_reader(e))


def called(field: str) -> Handler:
    """From this event on the thing is known by the words in this field: entries about it link to it by them."""

    def handler(rows: Rows, e: Any) -> None:
        words = getattr(e, field)
        words = words["name"] if isinstance(words, dict) else words
        rows.put("decision_history_subjects", e.originator_id, words=[text.id for text in (words if isinstance(words, list) else [words])], reader=_reader(e))
        entry(rows, e)

    return handler


def slip_given(rows: Rows, e: Slip.Given) -> None:
    """Until it is settled, the entry about what was written down says that it is not confirmed."""
    if e.by.voice:
        rows.insert("decision_history_waiting", slip=e.originator_id, thing=thing_of(e.subject, e.what, e.words, e.voice))
    entry(rows, e)


def slip_settled(rows: Rows, e: Slip.Confirmed | Slip.Corrected | Slip.Withdrawn) -> None:
    rows.remove("decision_history_waiting", {"slip": e.originator_id})
    entry(rows, e)


def _said(e: Aggregate.Event) -> dict[str, Any]:
    """What an event says, as far as everybody may read it. Of a small group numbers would say how each voted: the decision's own page tells what it may."""
    values = {name: value for name, value in vars(e).items() if name not in PLUMBING | UNSAID.get(type(e).__qualname__, set())}
    if isinstance(e, Decision.Opened):
        values["roll"] = {side: sum(of == side for of in e.roll.values()) for side in sorted(set(e.roll.values()))}
    if isinstance(e, Decision.Counted):
        values["outcome"] = {"result": e.outcome["result"], "method": e.outcome["trace"][-1]["method"]}
    return values


def _stream(e: Any) -> UUID:
    """Of a reflection, and of who speaks, the session: their own stream follows from whose it is, so it would name them."""
    names_them: bool = isinstance(e, (Reflection.Event, *SPEAKING))
    return UUID(str(e.subject if names_them else e.originator_id))


def _subject(e: Any) -> UUID:
    """What the entry is about: the stream, or the decision a vote is cast in, or the thing on which words were taken down."""
    if isinstance(e, Vote.Event):
        return UUID(str(getattr(e, "decision")))  # noqa: B009 every event of a vote has one
    if isinstance(e, Charter.Event):
        return e.by.project
    return UUID(str(getattr(e, "subject", e.originator_id)))


def _other(e: Any) -> UUID | None:
    """The other thing that the entry speaks of: what something is joined with, set apart from, put under, or taken from."""
    return next((other for name in OTHERS if isinstance(other := getattr(e, name, None), UUID)), None)


def _reader(e: Any) -> UUID | None:
    """Who alone reads it, with the facilitators: also that somebody would rather not take a task. None: whoever may read the project."""
    if isinstance(e, Member.TaskDeclined):
        return UUID(str(e.originator_id))
    return None if getattr(e, "is_public", True) else UUID(str(e.raised_by))


def _plain(value: Any, texts: list[UUID]) -> Any:
    """The value as JSON; the texts in it are gathered, since words are looked up when they are shown."""
    if isinstance(value, Text):
        texts.append(value.id)
        return str(value.id)
    if isinstance(value, Attachment):
        return str(value.id)
    if isinstance(value, dict):
        return {key: _plain(each, texts) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each, texts) for each in value]
    return value if isinstance(value, str | int | bool | None) else str(value)


CALLED: dict[type, str] = {
    Idea.Posted: "words",
    Idea.Reworded: "words",
    Theme.Named: "name",
    Theme.Renamed: "name",
    Proposal.Drafted: "title",
    Proposal.Revised: "title",
    Decision.Opened: "question",
    Decision.Mended: "question",
    Commitment.Made: "what",
    Challenge.Raised: "words",
    MissingVoice.Named: "who",
    Session.Planned: "title",
    Session.Described: "title",
    Poll.Asked: "question",
    Method.Added: "words",
    Method.Revised: "words",
    Project.Started: "name",
    Project.Described: "name",
}
"""The words by which something is known, and the event that says them."""

DECISION_HISTORY = ReadModel(
    "decision_history",
    version=18,
    schema=SCHEMA,
    handlers={
        Aggregate.Event: entry,
        **{event: called(field) for event, field in CALLED.items()},
        Slip.Given: slip_given,
        **dict.fromkeys((Slip.Confirmed, Slip.Corrected, Slip.Withdrawn), slip_settled),
    },
)
