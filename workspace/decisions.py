"""What people do with decisions: open one under the charter, vote, close, count. The rule is the charter's, never the opener's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from aggregates import ballot_box
from aggregates.ballot_box import streams_of
from aggregates.base import NETWORK, Act, Aggregate, Text
from aggregates.charter import Charter, charter_id
from aggregates.counting import FOUNDING
from aggregates.decision import Decision
from aggregates.errors import AlreadyVoted, Conflict, NoCharter, NotFound, TheyHaveVoted, VoteCameLate
from aggregates.vote import Vote, vote_id

from . import members, proposals, slips
from .application import Receipt, Words, Workspace, command
from .texts import write, write_each

LONGEST = {"question": 300, "meaning": 300, "otherwise": 500, "reason": 1000}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, each as {language: text}: the question, what "yes" and "no" mean, what happens otherwise, and why a language is missing if one is."""

    asked: Mapping[str, str]
    yes: Mapping[str, str]
    no: Mapping[str, str]
    otherwise: Mapping[str, str]
    exception: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote on record. `choice` is None where it was withdrawn; `version` is what the next ballot paper must have seen, 0 for none."""

    choice: str | None = None
    version: int = 0
    reason: UUID | None = None
    at: datetime | None = None
    is_late: bool = False  # something came after the close as well, and is not counted


@command
def open(workspace: Workspace, by: Act, question: Question, closes_at: datetime, *, proposal: UUID | None = None, version: int | None = None) -> Receipt:
    """Put a question, or the version of a proposal that was read, to everybody on the roll as it is now, under the rule in force.
    Refused: NoCharter, NotYourTask, SideIsEmpty, LanguageIsMissing, ClosesTooSoon, TextMovedOn."""
    charter = workspace.find(Charter, charter_id(by.project))
    if charter is None or charter.in_force is None:
        raise NoCharter
    _must_be_opener(workspace, by, charter)
    if proposal is not None:
        proposals.load(workspace, by, proposal).must_be_open_to_decision(version or 0)
    about = {"charter": charter.in_force, "proposal": proposal, "version": version}
    return _open(workspace, by, question, charter.rule.to_dict(), closes_at, about)


@command
def open_adoption(workspace: Workspace, by: Act, question: Question, closes_at: datetime, version: int) -> Receipt:
    """Ask whether a drafted version of the charter shall be in force: the first one under the founding rule, every later one under the rule in force.
    Refused: NothingToAdopt, NotYourTask, TooFewOnASide."""
    charter = workspace.load(Charter, charter_id(by.project))
    charter.must_be_adoptable(version)
    _must_be_opener(workspace, by, charter)
    rule = FOUNDING if charter.in_force is None else charter.rule
    return _open(workspace, by, question, rule.to_dict(), closes_at, {"charter": charter.in_force or 0, "adopts": version})


def vote(workspace: Workspace, by: Act, decision: UUID, choice: str, reason: str, saw: int) -> Receipt:
    """Vote, or change one's vote. `saw`: the version of one's vote that the ballot paper showed, 0 for none. Never repeated on a conflict.
    Refused: NotOnTheRoll, VotingIsOver, VoteCameLate (the close came first by log position: it is recorded as late and not counted), AlreadyVoted."""
    return unless_late(workspace, decision, _vote(workspace, by, decision, choice, reason, saw))


def withdraw_vote(workspace: Workspace, by: Act, decision: UUID, saw: int) -> Receipt:
    """Take one's vote back: it is as if there were none, until one votes again. Refused: as for `vote`, and NotFound where there is none."""
    return unless_late(workspace, decision, _withdraw_vote(workspace, by, decision, saw))


@command
def close(workspace: Workspace, by: Act, decision: UUID, reason: str) -> Receipt:
    """Close before the time, with a reason, and count. A facilitator's task."""
    members.must_have_task(workspace, by, "facilitator")
    found = load(workspace, by, decision)
    words = write(reason, by, longest=LONGEST["reason"])
    found.close(by, words.reference)
    receipt = workspace.commit(found, words=[words])
    counted = count(workspace, decision, happened_at=by.happened_at)
    return replace(receipt, position=counted.position if counted else workspace.head())


@command
def close_when_due(workspace: Workspace, decision: UUID, *, happened_at: datetime | None = None) -> None:
    """What the clock does: close a decision whose time has come, and count it. Safe to repeat."""
    found = workspace.load(Decision, decision)
    if not found.is_closed:
        found.close(_clock(workspace, found, "close", happened_at), None)
        workspace.commit(found)
    count(workspace, decision, happened_at=happened_at)


@command
def count(workspace: Workspace, decision: UUID, *, happened_at: datetime | None = None) -> Receipt | None:
    """Count a closed decision from the votes in the store below the position of its Closed. A charter that it agreed to is in force in the same
    transaction. None when it was counted before."""
    found = workspace.load(Decision, decision)
    if found.outcome is not None:
        return None
    by = _clock(workspace, found, "count", happened_at)
    up_to = workspace.position_of(Decision.Closed, decision) or 0
    streams = streams_of(decision, found.roll)
    box = ballot_box.opened(streams, workspace.events_of(streams), up_to)
    found.count(by, up_to, box.votes, box.late, box.reasons(found.roll))
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


def _must_be_opener(workspace: Workspace, by: Act, charter: Charter) -> None:
    """Before there is a charter anybody may ask for one."""
    if charter.in_force is not None and charter.openers[charter.in_force] == "facilitators":
        members.must_have_task(workspace, by, "facilitator")


def _open(workspace: Workspace, by: Act, question: Question, rule: dict[str, Any], closes_at: datetime, about: dict[str, Any]) -> Receipt:
    asked = write_each(question.asked, by, longest=LONGEST["question"])
    yes = write_each(question.yes, by, longest=LONGEST["meaning"], required=False)
    no = write_each(question.no, by, longest=LONGEST["meaning"], required=False)
    otherwise = write_each(question.otherwise, by, longest=LONGEST["otherwise"], required=False)
    exception = [write(question.exception, by, longest=LONGEST["reason"])] if question.exception.strip() else []
    meanings = {"yes": _references(yes), "no": _references(no)}
    position = workspace.head()
    roll = members.roll(workspace, by.project)
    decision = Decision.open(
        by,
        _references(asked),
        meanings,
        _references(otherwise),
        rule,
        roll,
        position,
        closes_at,
        exception=exception[0].reference if exception else None,
        **about,
    )
    return workspace.commit(decision, words=[*asked, *yes, *no, *otherwise, *exception])


@command
def _vote(workspace: Workspace, by: Act, decision: UUID, choice: str, reason: str, saw: int) -> Receipt:
    opened, ballot = _at_the_box(workspace, by, decision)
    by = under_the_frozen_side(opened, by)
    choice = members.one_of(choice, opened.choices)
    words = [write(reason, by, longest=LONGEST["reason"])] if reason.strip() else []
    reference = words[0].reference if words else None
    if ballot is not None and by.voice is not None:
        raise TheyHaveVoted
    if ballot is not None:
        ballot.change(by, saw, choice, reference)
    elif saw == 0:
        ballot = Vote.cast(by, decision, choice, reference)
    else:
        raise AlreadyVoted(choice=None, version=0)
    return _put_in(workspace, by, ballot, words)


@command
def _withdraw_vote(workspace: Workspace, by: Act, decision: UUID, saw: int) -> Receipt:
    opened, ballot = _at_the_box(workspace, by, decision)
    by = under_the_frozen_side(opened, by)
    if ballot is None:
        raise NotFound
    ballot.withdraw(by, saw)
    return _put_in(workspace, by, ballot, [])


def _at_the_box(workspace: Workspace, by: Act, decision: UUID) -> tuple[Decision, Vote | None]:
    """The decision and the voter's own vote, in one statement. Refused: NotFound."""
    own = vote_id(decision, by.author)
    found = workspace.find_all(Aggregate, [decision, own])
    opened, ballot = found.get(decision), found.get(own)
    if not isinstance(opened, Decision):
        raise NotFound
    return members.in_project(opened, by), ballot if isinstance(ballot, Vote) else None


def _put_in(workspace: Workspace, by: Act, ballot: Vote, words: list[Words]) -> Receipt:
    """Commit a vote, with the slip of one that was written down; who was not quick enough is told what is on record."""
    slip, also = slips.beside(workspace, by, ballot.decision, "vote")
    own_hand = slips.settled(workspace, by, ballot.id) if ballot.is_written_down else []
    try:
        return workspace.commit(ballot, *slip, *own_hand, words=words, also=also)
    except Conflict:
        if by.voice is not None:
            raise TheyHaveVoted from None
        stands = workspace.load(Vote, ballot.id)
        raise AlreadyVoted(choice=stands.choice, version=stands.version) from None


def unless_late(workspace: Workspace, decision: UUID, receipt: Receipt) -> Receipt:
    """Order of positions is order of commits, so now it is known which came first: this vote or the close. Also for a press of the button that
    was answered before."""
    closed = workspace.position_of(Decision.Closed, decision)
    if closed is not None and closed < receipt.position:
        raise VoteCameLate
    return receipt


def _clock(workspace: Workspace, decision: Decision, what: str, happened_at: datetime | None) -> Act:
    """The act of the clock, which is on no side. Its command id is the decision's own, so that it happens once however often it is tried."""
    now = workspace.now()
    return Act(decision.project, NETWORK, "none", "clock", uuid5(decision.id, what), happened_at or now, now)


def _references(words: list[Words]) -> list[Text]:
    return [each.reference for each in words]
