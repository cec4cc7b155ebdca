"""What people choose in a session, by dots or as a temperature: from a phone, from paper, or written down for somebody; one choice a person."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID, uuid5

from aggregates.attendance import Attendance, attendance_id
from aggregates.base import NETWORK, Act, Aggregate
from aggregates.card import Card
from aggregates.choice import Choice, choice_id
from aggregates.counting.dots import count_dots
from aggregates.counting.temperature import LEVELS as LEVELS
from aggregates.counting.temperature import count_temperature
from aggregates.errors import NotFound, NotThatStep, NotThere
from aggregates.proceedings import Now, Proceedings, proceedings_id

from . import members
from .application import Receipt, Workspace, command


def choose(workspace: Workspace, by: Act, session: UUID, block: UUID, marks: Mapping[str, int]) -> Receipt:
    """Choose, or choose otherwise: the last one before the group moves on counts. `marks`: option (hex) -> dots, or {"level": -2 to 2}; none takes it back.
    Refused: SessionIsNotRunning, NotThatStep (also where it came a moment too late), PhonesAreFrozen, NotThere, NotLetIn, TooManyDots, UnknownChoice."""
    receipt = _choose(workspace, by, session, block, marks)
    if _is_late(workspace, session, block, receipt.position):
        raise NotThatStep
    return receipt


@command
def _choose(workspace: Workspace, by: Act, session: UUID, block: UUID, marks: Mapping[str, int]) -> Receipt:
    going, attendance = here(workspace, by, session)
    attendance.must_be_let_in()
    now = going.must_take("choose", block)
    own = workspace.find(Choice, choice_id(block, now.run, by.author))
    if own is None and not marks:
        return workspace.commit(going)  # there is nothing to take back
    if own is None:
        own = Choice.make(by, session, now, dict(marks))
    else:
        own.change(by, now, dict(marks))
    return workspace.commit(own)


@command
def count(workspace: Workspace, session: UUID, left: Now, up_to: int) -> Receipt:
    """Count what was chosen below the log position at which the group moved on. Safe to repeat."""
    going = workspace.load(Proceedings, proceedings_id(session))
    now = workspace.now()
    by = Act(going.project, NETWORK, "none", "clock", uuid5(left.block, f"count {left.run}"), now, now, session=session)
    going.count(by, left.block, left.run, _outcome(workspace, going.project, left, up_to), up_to)
    return workspace.commit(going)


def counted(kind: str, options: Collection[str], marks: Mapping[str, Mapping[str, int]], sides: Mapping[str, str]) -> dict[str, Any]:
    """What choices come to. `options`: those that still stand (hex); `marks`: person -> what they chose; `sides`: person -> side."""
    if kind == "temperature":
        return count_temperature({person: each["level"] for person, each in marks.items()}, sides)
    return count_dots(options, marks, sides)


def must_be_here(workspace: Workspace, by: Act, session: UUID) -> None:
    """Refused: NotThere."""
    here(workspace, by, session)


def here(workspace: Workspace, by: Act, session: UUID) -> tuple[Proceedings, Attendance]:
    """How the session goes and the attendance of whose act this is, in one statement. Refused: NotThere, NotFound."""
    found = workspace.find_all(Aggregate, [proceedings_id(session), attendance_id(session, by.author)])
    going, attendance = found.get(proceedings_id(session)), found.get(attendance_id(session, by.author))
    if not isinstance(going, Proceedings):
        raise NotFound
    if not isinstance(attendance, Attendance) or attendance.state != "here":
        raise NotThere
    return members.in_project(going, by), attendance


def _is_late(workspace: Workspace, session: UUID, block: UUID, position: int) -> bool:
    """Order of positions is order of commits, so now it is known which came first: this choice, or the move."""
    at = None
    for moved, event in workspace.events_of([proceedings_id(session)]):
        if moved > position:
            break
        if isinstance(event, Proceedings.WentTo):
            at = (event.block, event.step)
        elif isinstance(event, Proceedings.Ended):
            at = None
    return at != (block, "choose")


def _outcome(workspace: Workspace, project: UUID, left: Now, up_to: int) -> dict[str, Any]:
    marks, sides = _chosen(workspace, project, left, up_to)
    cards = workspace.find_all(Card, left.options)
    return counted(left.kind, [option.hex for option in left.options if option in cards and cards[option].state == "here"], marks, sides)


def _chosen(workspace: Workspace, project: UUID, left: Now, up_to: int) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    """Person (hex) -> the last marks below the position, without those taken back; person -> side."""
    with workspace.reading() as db:
        people = [row[0] for row in db.execute("select member from memberships where project = %s", (project,))]
    streams = {choice_id(left.block, left.run, member): member.hex for member in people}
    marks: dict[str, dict[str, int]] = {}
    sides: dict[str, str] = {}
    for position, event in workspace.events_of(streams):
        if position < up_to:
            marks[streams[event.originator_id]], sides[streams[event.originator_id]] = event.marks, event.by.side
    return {person: each for person, each in marks.items() if each}, sides
