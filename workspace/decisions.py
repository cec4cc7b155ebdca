"""What people do with decisions: vote, close, count. How one is opened: opening.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from aggregates import ballot_box
from aggregates.ballot_box import streams_of
from aggregates.base import Act, Aggregate
from aggregates.charter import Charter, charter_id
from aggregates.decision import Decision
from aggregates.errors import AlreadyVoted, Conflict, NotFound, TheyHaveVoted, VoteCameLate
from aggregates.sheet import Sheet
from aggregates.vote import Vote, vote_id

from . import commission, members, memberships, objections, slips
from .application import Receipt, Words, Workspace, by_the_clock, command
from .opening import LONGEST as LONGEST
from .opening import WAYS as WAYS
from .opening import Question as Question
from .opening import follow as follow
from .opening import open as open  # noqa: A004
from .opening import open_adoption as open_adoption
from .texts import write


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote on record. `choice` is None where it was withdrawn; `version` is what the next ballot paper must have seen, 0 for none."""

    choice: str | None = None
    version: int = 0
    reason: UUID | None = None
    at: datetime | None = None
    is_late: bool = False  # something came after the close as well, and is not counted


Paper = Callable[[UUID], tuple[Sheet, memberships.Also]]
"""The sheet that a vote is typed in from, by the vote's id, and what its commit rests on: made anew with each attempt to commit them together."""


def vote(workspace: Workspace, by: Act, decision: UUID, choice: str, reason: str, saw: int, aim: str = "", paper: Paper | None = None) -> Receipt:
    """Vote, or change one's vote. `saw`: the version of one's vote that the ballot paper showed, 0 for none. Never repeated on a conflict.
    Whoever objects says why in `reason`, and which section of the charter would be harmed in `aim`: an Objection, which everybody can read.
    Refused: NotOnTheRoll, VotingIsOver, VoteCameLate (the close came first by log position: it is recorded as late and not counted), AlreadyVoted,
    HandsAreCounted."""
    return unless_late(workspace, decision, _vote(workspace, by, decision, choice, reason, saw, aim, paper))


def withdraw_vote(workspace: Workspace, by: Act, decision: UUID, saw: int) -> Receipt:
    """Take one's vote back: it is as if there were none, until one votes again. Refused: as for `vote`, and NotFound where there is none."""
    return unless_late(workspace, decision, _withdraw_vote(workspace, by, decision, saw))


@command
def close(workspace: Workspace, by: Act, decision: UUID, reason: str) -> Receipt:
    """Close before the time, with a reason, and count. A facilitator's task."""
    members.must_have_task(workspace, by, "facilitator")
    return closed(workspace, by, load(workspace, by, decision), reason)


def closed(workspace: Workspace, by: Act, found: Decision, reason: str) -> Receipt:
    """The same, where it was asked elsewhere whether they may."""
    words = write(reason, by, longest=LONGEST["reason"])
    found.close(by, words.reference)
    receipt = workspace.commit(found, words=[words])
    counted = count(workspace, found.id, happened_at=by.happened_at)
    return replace(receipt, position=counted.position if counted else workspace.head())


@command
def close_when_due(workspace: Workspace, decision: UUID, *, happened_at: datetime | None = None) -> None:
    """What the clock does: close a decision whose time has come, and count it. Safe to repeat."""
    found = workspace.load(Decision, decision)
    if not found.is_closed:
        found.close(by_the_clock(workspace, found.project, uuid5(decision, "close"), happened_at=happened_at), None)
        workspace.commit(found)
    count(workspace, decision, happened_at=happened_at)


@command
def count(workspace: Workspace, decision: UUID, *, happened_at: datetime | None = None) -> Receipt | None:
    """Count a closed decision from the votes in the store below the position of its Closed. A charter that it agreed to is in force in the same
    transaction. None when it was counted before."""
    found = workspace.load(Decision, decision)
    if found.outcome is not None or found.successor is not None:
        return None
    by = by_the_clock(workspace, found.project, uuid5(decision, "count"), happened_at=happened_at)
    up_to = workspace.position_of(Decision.Closed, decision) or 0
    streams = streams_of(decision, found.roll)
    box = ballot_box.opened(streams, workspace.events_of(streams), up_to)
    found.count(by, up_to, box.votes, box.late, box.reasons(found.roll), objections.settled(workspace, found, up_to))
    if found.adopts is None or found.result != "agreed":
        return workspace.commit(found)
    charter = workspace.load(Charter, charter_id(found.project))
    charter.adopt(by, found.adopts, decision, found.charter)
    return workspace.commit(found, charter)


def on_record(workspace: Workspace, decision: UUID, member: UUID) -> Ballot | None:
    """The member's own vote as it stands, or as it stood at the close, in the store now: what only they are shown (one statement)."""
    ballot, is_closed, is_late = None, False, False
    for _, event in workspace.events_of([decision, vote_id(decision, member)]):
        if isinstance(event, Decision.Event):
            is_closed = is_closed or isinstance(event, Decision.Closed)
        elif is_closed:
            is_late = True
        else:
            ballot = event.mutate(ballot)
    if ballot is None:
        return Ballot(is_late=True) if is_late else None
    return Ballot(ballot.choice, ballot.version, ballot.reason.id if ballot.reason else None, ballot.at, is_late)


def load(workspace: Workspace, by: Act, decision: UUID) -> Decision:
    return members.in_project(workspace.load(Decision, decision), by)


def under_the_frozen_side(decision: Decision, by: Act) -> Act:
    """Refused: NotOnTheRoll, VotingIsOver."""
    return replace(by, side=decision.side_of(by))


@command
def _vote(workspace: Workspace, by: Act, decision: UUID, choice: str, reason: str, saw: int, aim: str, paper: Paper | None) -> Receipt:
    opened, ballot = _at_the_box(workspace, by, decision)
    by = under_the_frozen_side(opened, by)
    opened.must_take_ballots()
    choice = members.one_of(choice, opened.choices)
    words = [write(reason, by, longest=LONGEST["reason"])] if reason.strip() else []
    reference = words[0].reference if words else None
    if by.voice is not None:
        commission.must_have_no_interest(workspace, by)
        if ballot is not None:
            raise TheyHaveVoted
    beside: list[Aggregate] = [*objections.moved(workspace, by, decision, choice, aim, reference)] if opened.is_by_consent else []
    sheet, unsealed = paper(vote_id(decision, by.author)) if paper else (None, [])
    beside += [sheet] if sheet else []
    if choice == "object":
        reference = None  # it is the objection that says why
    if ballot is not None:
        ballot.change(by, saw, choice, reference)
    elif saw == 0:
        ballot = Vote.cast(by, decision, choice, reference)
    else:
        raise AlreadyVoted(choice=None, version=0)
    return _put_in(workspace, by, ballot, beside, words, unsealed)


@command
def _withdraw_vote(workspace: Workspace, by: Act, decision: UUID, saw: int) -> Receipt:
    opened, ballot = _at_the_box(workspace, by, decision)
    by = under_the_frozen_side(opened, by)
    if ballot is None:
        raise NotFound
    ballot.withdraw(by, saw)
    beside = objections.moved(workspace, by, decision, None, "", None) if opened.is_by_consent else []
    return _put_in(workspace, by, ballot, beside, [], [])


def _at_the_box(workspace: Workspace, by: Act, decision: UUID) -> tuple[Decision, Vote | None]:
    """The decision and the voter's own vote, in one statement. Refused: NotFound."""
    own = vote_id(decision, by.author)
    found = workspace.find_all(Aggregate, [decision, own])
    opened, ballot = found.get(decision), found.get(own)
    if not isinstance(opened, Decision):
        raise NotFound
    return members.in_project(opened, by), ballot if isinstance(ballot, Vote) else None


def _put_in(workspace: Workspace, by: Act, ballot: Vote, beside: Sequence[Aggregate], words: list[Words], unsealed: memberships.Also) -> Receipt:
    """Commit a vote, with the slip of one that was written down; who was not quick enough is told what is on record. Where only what is beside it had
    changed, it is tried again."""
    slip, also = slips.beside(workspace, by, ballot.decision, "vote")
    own_hand = slips.settled(workspace, by, ballot.id) if ballot.is_written_down else []
    try:
        return workspace.commit(ballot, *beside, *slip, *own_hand, words=words, also=[*also, *unsealed])
    except Conflict:
        stands = workspace.find(Vote, ballot.id)
        if stands is None or stands.version < ballot.version:
            raise
        if by.voice is not None:
            raise TheyHaveVoted from None
        raise AlreadyVoted(choice=stands.choice, version=stands.version) from None


def unless_late(workspace: Workspace, decision: UUID, receipt: Receipt) -> Receipt:
    """Order of positions is order of commits, so now it is known which came first: this vote or the close. Also for a press of the button that
    was answered before."""
    closed = workspace.position_of(Decision.Closed, decision)
    if closed is not None and closed < receipt.position:
        raise VoteCameLate
    return receipt
