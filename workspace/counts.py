"""What was chosen in a session, by dots or as a temperature, counted as the group leaves it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from aggregates.base import Act
from aggregates.card import Card
from aggregates.choice import choice_id
from aggregates.counting.dots import count_dots
from aggregates.counting.temperature import count_temperature
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.whereabouts import Now

from .application import Receipt, Workspace, by_the_clock, command


def count_what_was_left(workspace: Workspace, session: UUID) -> Receipt | None:
    """The choice that the group left a moment ago, and any before that nobody got to count because something stopped in between. Safe to repeat."""
    receipt = None
    for left, up_to, left_at in _left(workspace, session):
        receipt = _count(workspace, session, left, up_to, left_at)
    return receipt


def _left(workspace: Workspace, session: UUID) -> list[tuple[Now, int, datetime]]:
    """What was being chosen, with the log position at which the group moved on, and when, where it is not counted yet. While the group is still at the same
    choice, of other things it may be, it has not left it."""
    going: Any = None
    left: dict[tuple[UUID, int], tuple[Now, int, datetime]] = {}
    for position, event in workspace.events_of([proceedings_id(session)]):
        before = going.now if going else None
        going = event.mutate(going)
        if before and before.step == "choose" and (going.now is None or _place(going.now) != _place(before)):
            left[before.block, before.run] = before, position, event.by.happened_at
        if isinstance(event, Proceedings.Counted):
            left.pop((event.block, event.run), None)
    return list(left.values())


def _place(now: Now) -> tuple[UUID, str, int]:
    return now.block, now.step, now.run


@command
def _count(workspace: Workspace, session: UUID, left: Now, up_to: int, left_at: datetime) -> Receipt:
    """From the choices below the log position at which the group moved on, as of that moment."""
    going = workspace.load(Proceedings, proceedings_id(session))
    by = by_the_clock(workspace, going.project, uuid5(left.block, f"count {left.run}"), session=session, happened_at=left_at)
    going.count(by, left.block, left.run, _outcome(workspace, going.project, left, up_to), up_to)
    return workspace.commit(going)


def count_again(workspace: Workspace, by: Act, session: UUID, block: UUID) -> Receipt | None:
    """With the ballots on paper that were typed in since the group left the choice; while it is at it there is nothing to count yet. Safe to repeat."""
    going = workspace.load(Proceedings, proceedings_id(session))
    if going.now is not None and going.now == going.offers.get(block):
        return None
    count_what_was_left(workspace, session)
    return _count_again(workspace, replace(by, command=uuid5(by.command, "counted again")), session, block)


def count_paper(workspace: Workspace, by: Act, session: UUID) -> None:
    """All that was typed in and that nobody got to count again because something stopped in between. Safe to repeat, also when more has come since."""
    position, going = workspace.head(), workspace.load(Proceedings, proceedings_id(session))
    for block in [block for block, offer in going.offers.items() if offer.is_recorded]:
        count_again(workspace, replace(by, command=uuid5(by.command, f"{block.hex} {position}")), session, block)


@command
def _count_again(workspace: Workspace, by: Act, session: UUID, block: UUID) -> Receipt:
    going = workspace.load(Proceedings, proceedings_id(session))
    offered = going.offered(block)
    up_to = going.runs[block].counted[offered.run].up_to
    going.count_again(by, block, offered.run, _outcome(workspace, going.project, offered, up_to))
    return workspace.commit(going)


def counted(kind: str, options: Collection[str], marks: Mapping[str, Mapping[str, int]], sides: Mapping[str, str]) -> dict[str, Any]:
    """What choices come to. `options`: those that still stand (hex); `marks`: person -> what they chose; `sides`: person -> side."""
    if kind == "temperature":
        return count_temperature({person: each["level"] for person, each in marks.items()}, sides)
    return count_dots(options, marks, sides)


def _outcome(workspace: Workspace, project: UUID, left: Now, up_to: int) -> dict[str, Any]:
    marks, sides = _chosen(workspace, project, left, up_to)
    cards = workspace.find_all(Card, left.options)
    return counted(left.kind, [option.hex for option in left.options if option in cards and cards[option].state == "here"], marks, sides)


def _chosen(workspace: Workspace, project: UUID, left: Now, up_to: int) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    """Person (hex) -> the last marks below the position, without those taken back; person -> side. What was on paper was on it before the group moved
    on, whenever it was typed in."""
    with workspace.reading() as db:
        people = [row[0] for row in db.execute("select member from memberships where project = %s", (project,))]
    streams = {choice_id(left.block, left.run, member): member.hex for member in people}
    marks: dict[str, dict[str, int]] = {}
    sides: dict[str, str] = {}
    for position, event in workspace.events_of(streams):
        if position < up_to or event.by.channel == "paper":
            marks[streams[event.originator_id]], sides[streams[event.originator_id]] = event.marks, event.by.side
    return {person: each for person, each in marks.items() if each}, sides
