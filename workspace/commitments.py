"""What people do with commitments: offer one, write one down from what was agreed, report, move the day, hand over, finish, and say what it changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from aggregates.base import Act
from aggregates.commitment import Commitment, Owner
from aggregates.decision import Decision
from aggregates.errors import IdeaIsSetAside, NotAgreed, NotAnswered, NotYourTask, UnknownChoice
from aggregates.idea import Idea
from aggregates.project import Project
from aggregates.proposal import Proposal

from . import decisions, ideas, members
from .application import Receipt, Workspace, command
from .texts import write, write_each

LONGEST = {"what": 500, "role": 120, "words": 2000}


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes it on. `is_own`: whoever acts; `is_named`: and is shown by name. `role`: as what, {language: text}."""

    side: str
    role: Mapping[str, str]
    is_own: bool = False
    is_named: bool = False
    organisation: UUID | None = None  # one of the project's


@command
def make(
    workspace: Workspace, by: Act, what: Mapping[str, str], taker: Taker, due_on: date, *, decision: UUID | None = None, idea: UUID | None = None
) -> Receipt:
    """Offer one's own; or, as a facilitator, write down what somebody agreed to in a decision or in the answer to an idea.
    Refused: NotYourTask, NotAgreed, NotAnswered, IdeaIsSetAside, DayHasPassed, BadWords."""
    if not taker.is_own:
        members.must_have_task(workspace, by, "facilitator")
    asked_by = _who_asked(workspace, by, decision, idea, is_own=taker.is_own)
    said, role = write_each(what, by, longest=LONGEST["what"]), write_each(taker.role, by, longest=LONGEST["role"])
    made = Commitment.make(
        by,
        [each.reference for each in said],
        _owner(workspace, by, taker),
        [each.reference for each in role],
        due_on,
        is_own=taker.is_own,
        decision=decision,
        idea=idea,
        asked_by=asked_by,
    )
    return workspace.commit(made, words=[*said, *role])


@command
def report(workspace: Workspace, by: Act, commitment: UUID, text: str) -> Receipt:
    """How it goes. By whoever keeps it, or a facilitator. Refused: NotYourTask, CommitmentIsOver, BadWords."""
    found = _kept(workspace, by, commitment)
    words = write(text, by, longest=LONGEST["words"])
    found.report(by, uuid4(), words.reference)
    return workspace.commit(found, words=[words])


@command
def move_due(workspace: Workspace, by: Act, commitment: UUID, due_on: date, reason: str) -> Receipt:
    """Another day, with a reason that everybody can read. Refused: as for `report`, and DayHasPassed."""
    found = _kept(workspace, by, commitment)
    words = write(reason, by, longest=LONGEST["words"])
    found.move_due(by, due_on, words.reference)
    return workspace.commit(found, words=[words])


@command
def finish(workspace: Workspace, by: Act, commitment: UUID, text: str) -> Receipt:
    """It was done. Those who asked for it are told, and asked whether it made a difference."""
    found = _kept(workspace, by, commitment)
    words = write(text, by, longest=LONGEST["words"])
    found.finish(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def give_up(workspace: Workspace, by: Act, commitment: UUID, reason: str) -> Receipt:
    """It cannot be done, and why. Those who asked for it are told."""
    found = _kept(workspace, by, commitment)
    words = write(reason, by, longest=LONGEST["words"])
    found.give_up(by, words.reference)
    return workspace.commit(found, words=[words])


@command
def hand_over(workspace: Workspace, by: Act, commitment: UUID, taker: Taker, reason: str) -> Receipt:
    """The new owner takes it on themselves, or a facilitator who is on their side, or on none, does it for them. Refused: NotYourTask, CommitmentIsOver."""
    found = load(workspace, by, commitment)
    if not taker.is_own:
        members.must_have_task(workspace, by, "facilitator")
        if by.side not in (taker.side, "none"):
            raise NotYourTask(task="facilitator")
    role, words = write_each(taker.role, by, longest=LONGEST["role"]), write(reason, by, longest=LONGEST["words"])
    found.hand_over(by, _owner(workspace, by, taker), [each.reference for each in role], words.reference, is_own=taker.is_own)
    return workspace.commit(found, words=[*role, words])


@command
def judge(workspace: Workspace, by: Act, commitment: UUID, *, is_better: bool, text: str = "") -> Receipt:
    """Whether it made a difference. Refused: NotYoursToSay, NotDone."""
    found = load(workspace, by, commitment)
    words = [write(text, by, longest=LONGEST["words"])] if text.strip() else []
    found.judge(by, is_better=is_better, words=words[0].reference if words else None)
    return workspace.commit(found, words=words)


def load(workspace: Workspace, by: Act, commitment: UUID) -> Commitment:
    return members.in_project(workspace.load(Commitment, commitment), by)


def _kept(workspace: Workspace, by: Act, commitment: UUID) -> Commitment:
    """The commitment, if this act may speak for it."""
    found = load(workspace, by, commitment)
    if not found.is_kept_by(by):
        members.must_have_task(workspace, by, "facilitator")
    return found


def _owner(workspace: Workspace, by: Act, taker: Taker) -> Owner:
    """Refused: UnknownChoice (a side, or an organisation that is not of the project)."""
    side = by.side if taker.is_own else members.one_of(taker.side, members.MEMBER_SIDES)
    if taker.organisation and taker.organisation not in workspace.load(Project, by.project).organisations:
        raise UnknownChoice(value=taker.organisation)
    return Owner(side, str(taker.organisation or ""), by.author.hex if taker.is_own and taker.is_named else "")


def _who_asked(workspace: Workspace, by: Act, decision: UUID | None, idea: UUID | None, *, is_own: bool) -> list[UUID]:
    """Those whose words it goes back to: the authors of the proposal that was agreed, or whoever asked without one; the author of the idea."""
    asked: list[UUID] = []
    if decision is not None:
        asked += _asked_by_decision(workspace, decisions.load(workspace, by, decision))
    if idea is not None:
        asked += _asked_by_idea(ideas.load(workspace, by, idea), is_own=is_own)
    return list(dict.fromkeys(asked))


def _asked_by_decision(workspace: Workspace, decision: Decision) -> list[UUID]:
    if decision.outcome is None or decision.result != "agreed":
        raise NotAgreed
    opened = workspace.events_of([decision.id])[0][1]
    return workspace.load(Proposal, opened.proposal).authors if opened.proposal else [opened.by.author]


def _asked_by_idea(idea: Idea, *, is_own: bool) -> list[UUID]:
    if idea.is_set_aside:
        raise IdeaIsSetAside
    if not is_own and not idea.is_answered:
        raise NotAnswered
    return idea.authors
