"""What people do with a session before it begins: plan it, put its agenda together, share the roles out. How it goes: proceedings.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from aggregates.agenda import KINDS as KINDS
from aggregates.agenda import LONGEST_BLOCK as LONGEST_BLOCK
from aggregates.agenda import MOST_DOTS as MOST_DOTS
from aggregates.agenda import STEPS as STEPS
from aggregates.agenda import WRITING as WRITING
from aggregates.agenda import usual_steps
from aggregates.base import Act, Text
from aggregates.errors import BlockHasBegun, SessionIsNotRunning
from aggregates.member import Member
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.session import MOST_SEATS as MOST_SEATS
from aggregates.session import ROLES as ROLES
from aggregates.session import WAYS as WAYS
from aggregates.session import WORDS as WORDS
from aggregates.session import Session

from . import members
from .application import Receipt, Words, Workspace, command
from .texts import write, write_each
from .tokens import READ_OUT, code_for

LONGEST = {"title": 120, "place": 300, "access": 1000, "agreement": 2000, "materials": 1000, "question": 300, "notes": 2000, "reason": 500}

FORGOTTEN_AFTER = timedelta(days=30)
"""From the end of a session: who said they would come, and what they needed."""

Each = Mapping[str, str]
"""The same words as {language: text}."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a session besides its times. `words`: some of WORDS, each as {language: text}."""

    title: Each
    way: str
    seats: int
    words: Mapping[str, Each] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block to be. `words`: `title`, `question`, `notes`, each as {language: text}. `steps`: None is all that its kind has but small tables."""

    kind: str
    minutes: int
    words: Mapping[str, Each]
    steps: list[str] | None = None
    is_recorded: bool = True
    settings: Mapping[str, int] = field(default_factory=dict)
    method: UUID | None = None


@command
def plan(workspace: Workspace, by: Act, told: Told, starts_at: datetime, ends_at: datetime, agenda: Sequence[PlannedBlock] = ()) -> Receipt:
    """Call a session, with the agenda that was chosen for it: a facilitator's task. Refused: NotYourTask, TimesAreWrong, UnknownChoice, BadWords."""
    members.must_have_task(workspace, by, "facilitator")
    title, words, rows = _written(by, told.title, told.words)
    session = Session.plan(by, title, starts_at, ends_at, told.way, told.seats, words)
    for block in agenda:
        rows += _add(session, by, block, None)
    return workspace.commit(session, words=rows)


@command
def describe(workspace: Workspace, by: Act, session: UUID, told: Told) -> Receipt:
    """Tell it otherwise; the times stay (see `reschedule`)."""
    found = led(workspace, by, session)
    title, words, rows = _written(by, told.title, told.words)
    found.describe(by, title, told.way, told.seats, words)
    seats = ("update session_codes set seats = greatest(taken, %s) where session = %s", (told.seats, session))
    return workspace.commit(found, words=rows, also=[seats])


@command
def reschedule(workspace: Workspace, by: Act, session: UUID, starts_at: datetime, ends_at: datetime, reason: str = "") -> Receipt:
    """Refused: TimesAreWrong; BlockHasBegun, once its doors are open."""
    found = led(workspace, by, session)
    _must_wait(workspace, session)
    words = [write(reason, by, longest=LONGEST["reason"])] if reason.strip() else []
    found.reschedule(by, starts_at, ends_at, words[0].reference if words else None)
    forget = (ends_at + FORGOTTEN_AFTER, session)
    also = [(f"update {kept} set forget_at = %s where session = %s", forget) for kept in ("session_coming", "session_notes")]
    return workspace.commit(found, words=words, also=also)


@command
def cancel(workspace: Workspace, by: Act, session: UUID, reason: str) -> Receipt:
    found = led(workspace, by, session)
    _must_wait(workspace, session)
    words = write(reason, by, longest=LONGEST["reason"])
    found.cancel(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def add_block(workspace: Workspace, by: Act, session: UUID, block: PlannedBlock, before: UUID | None = None) -> Receipt:
    """By any member: everybody may put something on the agenda. Refused: UnknownChoice, BadWords, SessionIsCancelled, SessionIsNotRunning (it is over)."""
    found = load(workspace, by, session)
    _going(workspace, session)
    rows = _add(found, by, block, before)
    return workspace.commit(found, words=rows)


@command
def change_block(workspace: Workspace, by: Act, session: UUID, block: UUID, told: PlannedBlock) -> Receipt:
    """Its kind, steps and method stay. Refused: NotYours, BlockHasBegun."""
    found = led(workspace, by, session)
    words, rows = _each(by, told.words)
    going = _going(workspace, session)
    has_begun = going is not None and block in going.runs
    found.change_block(by, block, told.minutes, words, is_recorded=told.is_recorded, settings=dict(told.settings), has_begun=has_begun)
    return workspace.commit(found, words=rows)


@command
def move_block(workspace: Workspace, by: Act, session: UUID, block: UUID, before: UUID | None) -> Receipt:
    found = led(workspace, by, session)
    _going(workspace, session)
    found.move_block(by, block, before)
    return workspace.commit(found)


@command
def set_block_aside(workspace: Workspace, by: Act, session: UUID, block: UUID) -> Receipt:
    found = led(workspace, by, session)
    going = _going(workspace, session)
    is_now = going is not None and going.now is not None and going.now.block == block
    found.set_block_aside(by, block, is_now)
    return workspace.commit(found)


@command
def give_role(workspace: Workspace, by: Act, session: UUID, member: UUID, role: str) -> Receipt:
    found = led(workspace, by, session)
    members.load(workspace, by, member)
    found.give_role(by, member, role)
    return workspace.commit(found)


@command
def take_role(workspace: Workspace, by: Act, session: UUID, member: UUID, role: str) -> Receipt:
    """By whoever leads, or by whoever has it."""
    found = load(workspace, by, session) if member == by.member else led(workspace, by, session)
    found.take_role(by, member, role)
    return workspace.commit(found)


def load(workspace: Workspace, by: Act, session: UUID) -> Session:
    return members.in_project(workspace.load(Session, session), by)


def led(workspace: Workspace, by: Act, session: UUID) -> Session:
    """The session, if whoever acts may lead it. Refused: NotYours, NotFound."""
    found = load(workspace, by, session)
    found.must_be_led_by(by, "facilitator" in workspace.load(Member, by.member).tasks)
    return found


def code_of(workspace: Workspace, session: UUID, number: int) -> str:
    """Six unmistakable letters to read out, the same for each number of a session; without the server's key nobody can tell them."""
    return code_for(workspace.settings.secret, f"session {session.hex} {number}", READ_OUT)


def _must_wait(workspace: Workspace, session: UUID) -> None:
    if workspace.find(Proceedings, proceedings_id(session)) is not None:
        raise BlockHasBegun


def _going(workspace: Workspace, session: UUID) -> Proceedings | None:
    """How it goes; the agenda of what is over is on the record. Refused: SessionIsNotRunning."""
    going = workspace.find(Proceedings, proceedings_id(session))
    if going is not None and going.is_over:
        raise SessionIsNotRunning
    return going


def _add(session: Session, by: Act, block: PlannedBlock, before: UUID | None) -> list[Words]:
    words, rows = _each(by, block.words)
    steps = usual_steps(block.kind) if block.steps is None else block.steps
    kept, settings = block.is_recorded, dict(block.settings)
    session.add_block(by, uuid4(), block.kind, steps, block.minutes, words, is_recorded=kept, settings=settings, method=block.method, before=before)
    return rows


def _written(by: Act, title: Each, words: Mapping[str, Each]) -> tuple[list[Text], dict[str, list[Text]], list[Words]]:
    named = write_each(title, by, longest=LONGEST["title"])
    references, rows = _each(by, words)
    return [each.reference for each in named], references, [*named, *rows]


def _each(by: Act, words: Mapping[str, Each]) -> tuple[dict[str, list[Text]], list[Words]]:
    """References by what they are, without what nobody wrote, and the rows to be stored."""
    written = {what: write_each(said, by, longest=LONGEST[what], required=False) for what, said in words.items()}
    references = {what: [each.reference for each in rows] for what, rows in written.items() if rows}
    return references, [each for rows in written.values() for each in rows]
