"""How a decision is opened: under the charter, never under a rule of the opener's; by consent first, where the charter says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from aggregates.base import Act, Text
from aggregates.charter import Charter, charter_id
from aggregates.counting import FOUNDING
from aggregates.decision import Decision
from aggregates.errors import NoCharter

from . import members, proposals
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


@command
def open(workspace: Workspace, by: Act, question: Question, closes_at: datetime, *, proposal: UUID | None = None, version: int | None = None) -> Receipt:
    """Put a question, or the version of a proposal that was read, to everybody on the roll as it is now, under the rule in force: by consent first,
    where the charter says so.
    Refused: NoCharter, NotYourTask, SideIsEmpty, LanguageIsMissing, ClosesTooSoon, TextMovedOn."""
    charter = workspace.find(Charter, charter_id(by.project))
    if charter is None or charter.in_force is None:
        raise NoCharter
    _must_be_opener(workspace, by, charter)
    if proposal is not None:
        proposals.load(workspace, by, proposal).must_be_open_to_decision(version or 0)
    about = {"charter": charter.in_force, "proposal": proposal, "version": version}
    return _open(workspace, by, question, charter.rule_of_opening.to_dict(), closes_at, about)


@command
def open_adoption(workspace: Workspace, by: Act, question: Question, closes_at: datetime, version: int) -> Receipt:
    """Ask whether a drafted version of the charter shall be in force: the first one under the founding rule, every later one under the rule in force.
    Refused: NothingToAdopt, NotYourTask, TooFewOnASide."""
    charter = workspace.load(Charter, charter_id(by.project))
    charter.must_be_adoptable(version)
    _must_be_opener(workspace, by, charter)
    rule = FOUNDING if charter.in_force is None else charter.rule
    return _open(workspace, by, question, rule.to_dict(), closes_at, {"charter": charter.in_force or 0, "adopts": version})


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


def _references(words: list[Words]) -> list[Text]:
    return [each.reference for each in words]
