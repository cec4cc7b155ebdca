"""How a decision is opened: under the charter, never under a rule of the opener's. By consent first, where the charter says so; what follows a consent
that failed is a decision of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from aggregates.base import Act, Text
from aggregates.bilingual import Asked
from aggregates.charter import Charter, charter_id
from aggregates.counting import FOUNDING, Rule
from aggregates.decision import Decision
from aggregates.errors import NoCharter, NothingToFollow
from aggregates.opening import WAYS as WAYS

from . import charters, members, proposals
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
class Asking:
    """The frozen words of a question by reference, and the rows of them that are to be stored."""

    frozen: Asked
    exception: Text | None
    words: Sequence[Words]


@command
def open(workspace: Workspace, by: Act, question: Question, closes_at: datetime, *, proposal: UUID | None = None, version: int | None = None) -> Receipt:
    """Put a question, or the version of a proposal that was read, to everybody on the roll as it is now, under the rule in force: by consent first,
    where the charter says so.
    Refused: NoCharter, NotYourTask, SideIsEmpty, LanguageIsMissing, ClosesTooSoon, TextMovedOn, EasyReadIsMissing."""
    charter, in_force = charter_in_force(workspace, by, proposal)
    about = {"charter": in_force, "proposal": proposal, "version": version}
    decision, words = put(workspace, by, question, charter.rule_of_opening, closes_at, about)
    return workspace.commit(decision, words=words)


@command
def open_adoption(workspace: Workspace, by: Act, question: Question, closes_at: datetime, version: int, way: str = "ballots") -> Receipt:
    """Ask whether a drafted version of the charter shall be in force: the first one under the founding rule, every later one under the rule in force.
    `way`: one of WAYS, by ballots or by hands in a room (hands.py).
    Refused: NothingToAdopt, BeingAsked, SentencesWait, NotYourTask, TooFewOnASide, UnknownChoice."""
    charter = workspace.load(Charter, charter_id(by.project))
    charter.must_be_adoptable(version)
    charters.must_not_be_asked(workspace, charter, version)
    charters.must_be_finished(workspace, charter, version)
    _must_be_opener(workspace, by, charter)
    rule = FOUNDING if charter.in_force is None else charter.rule
    asked = asking(by, question)
    decision = opened(workspace, by, asked, rule, closes_at, {"charter": charter.in_force or 0, "adopts": version, "way": way})
    charter.ask(by, version, decision.id)
    return workspace.commit(decision, charter, words=asked.words)


@command
def follow(workspace: Workspace, by: Act, decision: UUID, closes_at: datetime) -> Receipt:
    """Put the question of a consent that failed, as it stands, to a vote under the charter's own rule: a new decision that is linked to it.
    Refused: NothingToFollow, NotYourTask, TextMovedOn (the proposal has a newer version: that is another question), ClosesTooSoon."""
    charter, in_force = charter_in_force(workspace, by)
    failed = members.in_project(workspace.load(Decision, decision), by)
    failed.must_be_followable()
    if charter.rule.method == "consent":
        raise NothingToFollow
    if failed.proposal is not None:
        proposals.load(workspace, by, failed.proposal).must_be_open_to_decision(failed.proposal_version or 0)
    about = {"charter": in_force, "proposal": failed.proposal, "version": failed.proposal_version, "after": decision}
    asked = Asking(failed.words, failed.exception, [])
    return workspace.commit(opened(workspace, by, asked, charter.rule, closes_at, about))


def charter_in_force(workspace: Workspace, by: Act, proposal: UUID | None = None) -> tuple[Charter, int]:
    """The charter and its version, if this act may open a decision under it, about this proposal. Refused: NoCharter, NotYourTask."""
    charter = workspace.find(Charter, charter_id(by.project))
    if charter is None or charter.in_force is None:
        raise NoCharter
    _must_be_opener(workspace, by, charter, proposal)
    return charter, charter.in_force


def may_raise_hands(workspace: Workspace, project: UUID) -> bool:
    """Whether the charter's own rule counts hands: consent is asked of each."""
    charter = workspace.find(Charter, charter_id(project))
    return charter is not None and charter.in_force is not None and charter.rule.method != "consent"


def put(
    workspace: Workspace, by: Act, question: Question, rule: Rule, closes_at: datetime, about: Mapping[str, Any], guests: Mapping[str, str] | None = None
) -> tuple[Decision, Sequence[Words]]:
    """A question as a decision to be committed, with its words; `about` as for `opened`, with the `proposal` and the `version` of it that was read, if any.
    Refused: TextMovedOn, ProposalIsWithdrawn, EasyReadIsMissing, BadWords, and as for `opened`."""
    if about["proposal"] is not None:
        _must_be_ready(workspace, by, about["proposal"], about["version"] or 0)
    asked = asking(by, question)
    return opened(workspace, by, asked, rule, closes_at, about, guests), asked.words


def opened(
    workspace: Workspace, by: Act, asking: Asking, rule: Rule, closes_at: datetime, about: Mapping[str, Any], guests: Mapping[str, str] | None = None
) -> Decision:
    """A decision of everybody who is here now, and of the guests (hex -> side) of a session who were let in. `about`: what else it freezes."""
    position = workspace.head()
    roll = {**members.roll(workspace, by.project), **(guests or {})}
    return Decision.open(by, *asking.frozen, rule.to_dict(), roll, position, closes_at, exception=asking.exception, **about)


def asking(by: Act, question: Question) -> Asking:
    """A question, written so that it can be recorded. Refused: BadWords."""
    asked = write_each(question.asked, by, longest=LONGEST["question"])
    yes = write_each(question.yes, by, longest=LONGEST["meaning"], required=False)
    no = write_each(question.no, by, longest=LONGEST["meaning"], required=False)
    otherwise = write_each(question.otherwise, by, longest=LONGEST["otherwise"], required=False)
    exception = [write(question.exception, by, longest=LONGEST["reason"])] if question.exception.strip() else []
    frozen = _references(asked), {"yes": _references(yes), "no": _references(no)}, _references(otherwise)
    return Asking(frozen, exception[0].reference if exception else None, [*asked, *yes, *no, *otherwise, *exception])


def _must_be_ready(workspace: Workspace, by: Act, proposal: UUID, version: int) -> None:
    found = proposals.load(workspace, by, proposal)
    found.must_be_open_to_decision(version)
    found.must_be_as_wanted(workspace.load(Charter, charter_id(by.project)).terms)


def _must_be_opener(workspace: Workspace, by: Act, charter: Charter, proposal: UUID | None = None) -> None:
    """Before there is a charter anybody may ask for one; with enough support behind them the authors of a proposal may put it to everybody."""
    is_for_facilitators = charter.in_force is not None and charter.openers[charter.in_force] == "facilitators"
    if is_for_facilitators and not proposals.may_take_on(workspace, by.author, proposal):
        members.must_have_task(workspace, by, "facilitator")


def _references(words: list[Words]) -> list[Text]:
    return [each.reference for each in words]
