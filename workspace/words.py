"""Taking words down: hide with a reason, show again, erase for good. A name counts as words, under its member's id; so do a photo and a voice."""

from dataclasses import dataclass
from uuid import UUID

from aggregates.base import Act
from aggregates.errors import NotFound, NotHidden, UnknownChoice
from aggregates.report import Report, report_id
from aggregates.words import GROUNDS, Words, words_id

from . import files, members, memberships
from .application import Receipt, Workspace, command
from .network import task_for
from .texts import write

KINDS = (
    "matter",
    "idea",
    "reply",
    "answer",
    "proposal",
    "comment",
    "amendment",
    "note",
    "reason",
    "charter",
    "project",
    "theme",
    "commitment",
    "decline",
    "challenge",
    "introduction",
    "commission",
    "missing",
    "poll",
    "card",
    "photo",
    "sound",
    "method",
    "experience",
    "reflection",
    "name",
)
APART = ("photo", "sound", "name")
"""What is no row of `texts`."""

OWNER = """
select owner, project, '' from texts where id = %(id)s union all select owner, project, kind from files where id = %(id)s
union all select member, project, 'name' from memberships where member = %(id)s
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: what they are, and the stream they stand in."""

    kind: str
    subject: UUID


@command
def hide(workspace: Workspace, by: Act, text: UUID, place: Place, reason: str) -> Receipt:
    """Withhold words everywhere at once; their author is told, and whoever reported them is answered. The task of those who look after
    the project or the network, with a reason that everybody can read.
    Refused: NotYourTask, NotFound (no such words or no such place in this project), UnknownChoice, AlreadyHidden, AlreadyErased."""
    members.must_have_task(workspace, by, task_for(by.project))
    owner = owner_of(workspace, by.project, text, place)
    why = write(reason, by)
    words = workspace.find(Words, words_id(text))
    if words is None:
        words = Words.hide(by, text, owner, members.one_of(place.kind, KINDS), place.subject, why.reference)
    else:
        words.hide_again(by, why.reference)
    report = workspace.find(Report, report_id(text))
    if report is None or not report.is_open:
        return workspace.commit(words, words=[why], also=withhold(text, True))
    report.answer(by, None, was_hidden=True)
    return workspace.commit(words, report, words=[why], also=withhold(text, True))


@command
def show(workspace: Workspace, by: Act, text: UUID, reason: str) -> Receipt:
    members.must_have_task(workspace, by, task_for(by.project))
    words = taken_down(workspace, by, text)
    why = write(reason, by)
    words.show(by, why.reference)
    return workspace.commit(words, words=[why], also=withhold(text, False))


@command
def erase(workspace: Workspace, by: Act, text: UUID, ground: str) -> Receipt:
    """Delete words that are hidden, for good: the row and its salt. By a facilitator, or by whoever wrote them. Refused: NotHidden, AlreadyErased."""
    words = taken_down(workspace, by, text)
    if by.author != words.owner:
        members.must_have_task(workspace, by, task_for(by.project))
    words.erase(by, members.one_of(ground, GROUNDS))
    table = "files" if words.kind in files.KINDS else "texts"
    also = memberships.erase_name(text) if words.kind == "name" else [*files.erased_with(text), (f"delete from {table} where id = %s", (text,))]
    return workspace.commit(words, also=also)


def owner_of(workspace: Workspace, project: UUID, text: UUID, place: Place) -> UUID:
    """Whose words they are. A name is a name and a photo is a photo, and nothing else is: otherwise erasing would miss the row."""
    with workspace.reading() as db:
        row = db.execute(OWNER, {"id": text}).fetchone()
    stands = workspace.events_of([place.subject])
    if row is None or row[1] != project or not stands or stands[0][1].by.project != project:
        raise NotFound
    if row[2] != (place.kind if place.kind in APART else ""):
        raise UnknownChoice(value=place.kind)
    return UUID(str(row[0]))


def taken_down(workspace: Workspace, by: Act, text: UUID) -> Words:
    words = workspace.find(Words, words_id(text))
    if words is None:
        raise NotHidden
    return members.in_project(words, by)


def withhold(text: UUID, is_hidden: bool) -> memberships.Also:
    return [
        ("update texts set is_hidden = %s where id = %s", (is_hidden, text)),
        ("update memberships set is_hidden = %s where member = %s", (is_hidden, text)),
        *files.withheld(text, is_hidden),
        *files.covered(text),
    ]
