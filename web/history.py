"""The history of a project: everything that was done, by whom and for whom, as sentences."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import Request

from projections.decision_history import DECISION_HISTORY, KINDS, PAGE, Entry, actors, at, entries, veiled
from projections.projects import PROJECTS, Frame
from workspace.languages import LONDON, translator
from workspace.members import MEMBER_SIDES
from workspace.refusals import NotFound

from .asking import LAST_POSITION, day, number, one_id, short, which
from .auth import workspace
from .frames import frame_of
from .rendering import Answer, Table, page, plain
from .routes import get
from .sentences import CHANNELS, GROUNDS, STAGES, TASKS, is_big, sentence_of

VOCABULARY = {"stages": STAGES, "tasks": TASKS, "grounds": GROUNDS}


@dataclass(frozen=True, slots=True)
class Filters:
    kind: str
    side: str
    member: str
    since: str
    until: str
    find: str
    about: str

    def earlier_than(self, before: int) -> dict[str, str]:
        """The same choice for the page that follows."""
        chosen = {name: value for name in ("kind", "side", "member", "since", "until", "find", "about") if (value := getattr(self, name))}
        return {**chosen, "before": str(before)}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry with the message that tells it."""

    entry: Entry
    message: str
    is_big: bool


@dataclass(frozen=True, slots=True)
class Told:
    """An entry for those who read data: what the page says, in each language."""

    entry: Entry
    sentence: dict[str, str]
    is_big: bool


@dataclass(frozen=True, slots=True)
class History:
    days: list[tuple[date, list[Line | Told]]]
    filters: Filters
    people: list[tuple[UUID, str]]
    earlier: int | None


@get("/projects/{project:uuid}/history", shows=[PROJECTS, DECISION_HISTORY])
def index(request: Request[Any, Any, Any], project: UUID) -> Answer:
    """Everything that was done in a project, newest first. In a sensitive one nobody is named, nor followed."""
    filters, before = _filters(request), number(request, "before", most=LAST_POSITION)
    frame = frame_of(request, project)
    filters = replace(filters, member="") if frame.is_sensitive else filters
    with workspace(request).reading() as db:
        found = entries(
            db,
            project,
            viewer=frame.member,
            is_facilitator=frame.is_facilitator,
            kind=filters.kind or None,
            side=filters.side or None,
            member=UUID(filters.member) if filters.member else None,
            about=UUID(filters.about) if filters.about else None,
            since=_start_of(filters.since),
            until=_start_of(filters.until, days=1),
            find=filters.find,
            before=before,
            limit=PAGE + 1,
            is_veiled=frame.is_sensitive,
        )
        people = [] if frame.is_sensitive else actors(db, project)
    shown = [_line(request, frame, entry) for entry in found[:PAGE]]
    days = [(day, list(lines)) for day, lines in groupby(shown, key=lambda line: line.entry.happened_at.astimezone(LONDON).date())]
    earlier = found[PAGE - 1].position if len(found) > PAGE else None
    return page(request, "history/index.html", _context(History(days, filters, people, earlier)), table=lambda: _table(request, shown))


@get("/projects/{project:uuid}/history/{position:int}", shows=[PROJECTS, DECISION_HISTORY])
def show(request: Request[Any, Any, Any], project: UUID, position: int) -> Answer:
    """One entry, under an address that stays."""
    frame = frame_of(request, project)
    with workspace(request).reading() as db:
        entry = at(db, project, position, viewer=frame.member, is_facilitator=frame.is_facilitator)
    if entry is None:
        raise NotFound
    return page(request, "history/show.html", _context({"line": _line(request, frame, entry), "channels": CHANNELS}))


def _line(request: Request[Any, Any, Any], frame: Frame, entry: Entry) -> Line | Told:
    line = Line(veiled(entry) if frame.is_sensitive else entry, sentence_of(entry), is_big(entry))
    return line if request.scope["state"]["format"] == "html" else Told(line.entry, _sentence(request, line), line.is_big)


def _sentence(request: Request[Any, Any, Any], line: Line) -> dict[str, str]:
    return plain(request, "history/_sentence.html", {"line": line, **VOCABULARY})


def _context(shown: Any) -> dict[str, Any]:
    given = shown if isinstance(shown, dict) else {name: getattr(shown, name) for name in ("days", "filters", "people", "earlier")}
    return {**given, **VOCABULARY, "kinds": list(KINDS)}


def _filters(request: Request[Any, Any, Any]) -> Filters:
    """What was asked for, as far as it can be read: a link that was cut off still opens."""
    return Filters(
        which(request, "kind", ("", *KINDS)),
        which(request, "side", ("", *MEMBER_SIDES)),
        str(one_id(request, "member") or ""),
        day(request, "since"),
        day(request, "until"),
        short(request, "find"),
        str(one_id(request, "about") or ""),
    )


def _start_of(day: str, *, days: int = 0) -> datetime | None:
    """Midnight by the clocks of Wales."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=days), datetime.min.time(), LONDON) if day else None


def _table(request: Request[Any, Any, Any], shown: list[Line | Told]) -> Table:
    t = translator(request.scope["state"]["language"])
    labels = {
        "position": t("Number"),
        "event": t("What"),
        "sentence": t("As a sentence"),
        "happened_at": t("When"),
        "recorded_at": t("Recorded"),
        "member": "id",
        "name": t("Who"),
        "voice_name": t("Whose words"),
        "side": t("Group"),
        "channel": t("How"),
        "about": t("About"),
        "words": t("Words"),
        "is_unconfirmed": t("Not confirmed yet"),
    }
    rows = [{name: getattr(told.entry, name, "") for name in labels} | {"sentence": told.sentence} for told in shown if isinstance(told, Told)]
    return Table(labels, rows)


routes = [index, show]
