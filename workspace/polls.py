"""When can we meet: a facilitator asks and chooses; anybody says when they can, with an account, by a link without one, or through somebody who writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hmac import compare_digest
from uuid import UUID, uuid4

from aggregates.availability import Availability, availability_id
from aggregates.base import Act
from aggregates.counting.meeting import ANSWERS as ANSWERS
from aggregates.errors import NotFound
from aggregates.member import Member
from aggregates.poll import MOST_TIMES as MOST_TIMES
from aggregates.poll import Poll, Span
from aggregates.slip import slip_id

from . import members, memberships, slips
from .accounts import checked_name
from .application import Receipt, Workspace, command
from .limits import Limit, hold_to
from .matters import Visitor
from .slips import Slip
from .texts import write, write_each
from .tokens import sealed, unpacked

LONGEST = {"question": 200, "reason": 500}
FROM_ONE_PLACE = Limit("poll", 30, timedelta(hours=1))
IN_ONE_POLL = Limit("answers to a poll", 300, timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Asking:
    """`spans`: from when until when each time would last. `answer_by`: until which day people are asked to answer."""

    question: Mapping[str, str]
    spans: Sequence[Span]
    answer_by: date


@command
def ask(workspace: Workspace, by: Act, asking: Asking) -> Receipt:
    """A facilitator's task. Refused: NotYourTask, BadWords, NoTimes, TooManyTimes, TimeHasPassed, DayHasPassed."""
    members.must_have_task(workspace, by, "facilitator")
    words = write_each(asking.question, by, longest=LONGEST["question"])
    poll = Poll.ask(by, [each.reference for each in words], asking.spans, asking.answer_by)
    return workspace.commit(poll, words=words)


@command
def add_time(workspace: Workspace, by: Act, poll: UUID, starts_at: datetime, ends_at: datetime) -> Receipt:
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, poll)
    found.add_time(by, (starts_at, ends_at))
    return workspace.commit(found)


@command
def drop_time(workspace: Workspace, by: Act, poll: UUID, time: str, reason: str) -> Receipt:
    """Refused: NotYourTask, UnknownChoice, OnlyTime, PollIsClosed."""
    members.must_have_task(workspace, by, "facilitator")
    found, words = load(workspace, by, poll), write(reason, by, longest=LONGEST["reason"])
    found.drop_time(by, time, words.reference)
    return workspace.commit(found, words=[words])


@command
def close(workspace: Workspace, by: Act, poll: UUID, time: str | None, reason: str = "") -> Receipt:
    """Choose a time, or none, saying why. Refused: NotYourTask, UnknownChoice, ReasonIsMissing, PollIsClosed."""
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, poll)
    words = [write(reason, by, longest=LONGEST["reason"])] if reason.strip() else []
    found.close(by, time, words[0].reference if words else None)
    return workspace.commit(found, words=words)


@command
def say(workspace: Workspace, by: Act, poll: UUID, times: Mapping[str, str]) -> Receipt:
    """A member says when they can, or somebody writes it down for them; the last one stands. Refused: PollIsClosed, UnknownChoice, NothingSaid."""
    said = _said(workspace, by, poll, times)
    if workspace.find(Slip, slip_id(said.id)):
        return workspace.commit(said, *slips.settled(workspace, by, said.id))
    slip, also = slips.beside(workspace, by, poll, "availability")
    return workspace.commit(said, *slip, also=also)


def say_as_visitor(workspace: Workspace, poll: UUID, visitor: Visitor, times: Mapping[str, str]) -> Receipt:
    """By whoever has the link: a place on the record, whose name is kept from view, and a slip to change it with. Refused: TooOften, as `say`."""
    done = workspace.recorded(visitor.command)
    if done:
        return done
    with workspace.reading() as db:
        hold_to(db, workspace.settings.secret, FROM_ONE_PLACE, visitor.network)
        hold_to(db, workspace.settings.secret, IN_ONE_POLL, poll.hex)
    project, now = workspace.load(Poll, poll).project, workspace.now()
    side = members.one_of(visitor.side, members.MEMBER_SIDES)
    by = Act(project, uuid4(), side, "web", visitor.command, visitor.happened_at or now, now, language=visitor.language)
    said = _said(workspace, by, poll, times)
    place = Member.record(by, by.member, side, "when can we meet")
    slip, also = slips.given(workspace, by, poll, "availability")
    also += [*memberships.enrol(by.member, project, None, checked_name(visitor.name)), *memberships.show_name(by.member, True)]
    return workspace.commit(said, place, slip, also=also)


@command
def take_back(workspace: Workspace, by: Act, poll: UUID) -> Receipt:
    """Refused: NotFound (nothing was said), AnswerIsTakenBack, PollIsClosed."""
    said = taken_back(workspace, by, poll)
    return workspace.commit(said, *slips.settled(workspace, by, said.id))


@command
def correct(workspace: Workspace, by: Act, slip: UUID, times: Mapping[str, str]) -> Receipt:
    """Whoever has the slip says it otherwise. Refused: NotFound, NotYours, SlipIsWithdrawn, as `say`."""
    held = slips.load(workspace, by, slip)
    if held.what != "availability":
        raise NotFound
    said = _said(workspace, by, held.subject, times)
    held.correct(by, None)
    return workspace.commit(said, held)


def taken_back(workspace: Workspace, by: Act, poll: UUID) -> Availability:
    load(workspace, by, poll).must_take([])
    said = workspace.load(Availability, availability_id(poll, by.author))
    said.take_back(by)
    return said


def load(workspace: Workspace, by: Act, poll: UUID) -> Poll:
    return members.in_project(workspace.load(Poll, poll), by)


def link_token(secret: bytes, poll: UUID) -> str:
    """For the link that a facilitator shares: whoever has it reads this poll alone, and answers. It is stored nowhere."""
    return poll.hex + sealed(secret, "poll", poll.hex)[:16].hex()


def behind(secret: bytes, token: str) -> UUID:
    """The poll that a link is for. Refused: NotFound."""
    poll = unpacked(token)
    if poll is None or not compare_digest(token.encode(), link_token(secret, poll).encode()):
        raise NotFound
    return poll


def _said(workspace: Workspace, by: Act, poll: UUID, times: Mapping[str, str]) -> Availability:
    load(workspace, by, poll).must_take(times)
    said = workspace.find(Availability, availability_id(poll, by.author))
    if said is None:
        return Availability.say(by, poll, times)
    said.say_again(by, times)
    return said
