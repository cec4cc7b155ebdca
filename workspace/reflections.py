"""What people do once a session is over: say how it went for them, first in their own words; also written down by whoever led, for somebody who was there."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from aggregates.base import Act, Aggregate
from aggregates.counting.reflection import ANSWERS as ANSWERS
from aggregates.counting.reflection import QUESTIONS as QUESTIONS
from aggregates.counting.reflection import count_reflection
from aggregates.errors import NotFound, ReflectingIsOver, SessionIsNotOver
from aggregates.minutes import Minutes, minutes_id
from aggregates.proceedings import Proceedings, proceedings_id
from aggregates.reflection import Reflection, reflection_id

from . import members
from .application import Receipt, Workspace, command
from .minutes import must_have_been_there
from .texts import write

LONGEST = 2000


@command
def give(workspace: Workspace, by: Act, session: UUID, text: str, is_for_all: bool, is_named: bool, answers: Mapping[str, int] | None = None) -> Receipt:
    """Say how it went, or say it otherwise, until the minutes are sealed first. `answers`: to the three questions with it, where somebody writes all of it
    down for another. Refused: NotThere, SessionIsNotOver, ReflectingIsOver, SaidThemselves, UnknownChoice, BadWords."""
    _must_be_open(workspace, by, session)
    must_have_been_there(workspace, by, session)
    words = write(text, by, longest=LONGEST)
    found = workspace.find(Reflection, reflection_id(session, by.author))
    if found is None:
        found = Reflection.give(by, session, words.reference, is_for_all, is_named)
    else:
        found.give_again(by, words.reference, is_for_all, is_named)
    if answers:
        found.rate(by, dict(answers))
    return workspace.commit(found, words=[words])


@command
def rate(workspace: Workspace, by: Act, session: UUID, answers: Mapping[str, int]) -> Receipt:
    """Answer some of the three questions, after one's own words. Refused: NotFound (nothing was said), SessionIsNotOver, ReflectingIsOver, UnknownChoice."""
    _must_be_open(workspace, by, session)
    found = _load(workspace, by, session)
    found.rate(by, dict(answers))
    return workspace.commit(found)


@command
def take_back(workspace: Workspace, by: Act, session: UUID) -> Receipt:
    """At any time: nobody reads it any more. What was counted by then stays counted. Refused: NotFound."""
    found = _load(workspace, by, session)
    found.take_back(by)
    return workspace.commit(found)


def counted(answers: Iterable[tuple[UUID, str, Mapping[str, int]]]) -> dict[str, Any]:
    """`answers`: person, side, question -> answer."""
    given = list(answers)
    return count_reflection({person.hex: each for person, _, each in given}, {person.hex: side for person, side, _ in given})


def _load(workspace: Workspace, by: Act, session: UUID) -> Reflection:
    return members.in_project(workspace.load(Reflection, reflection_id(session, by.author)), by)


def _must_be_open(workspace: Workspace, by: Act, session: UUID) -> None:
    """From the end of the session until its minutes are sealed for the first time, whether or not they are opened again: it is counted once, so that
    nobody's answer follows from what is counted before and after."""
    found = workspace.find_all(Aggregate, [proceedings_id(session), minutes_id(session)])
    going, minutes = found.get(proceedings_id(session)), found.get(minutes_id(session))
    if not isinstance(going, Proceedings):
        raise NotFound
    if not members.in_project(going, by).is_over:
        raise SessionIsNotOver
    if isinstance(minutes, Minutes) and minutes.sealed:
        raise ReflectingIsOver
