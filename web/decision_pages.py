"""What the pages of a decision tell, in the reader's language: the rule and an example before the vote, turnout during it, the count step by step after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from projections.commitments import Commitment
from projections.decisions import FEW, Aftermath, Decision, Hands, Objection
from projections.declines import Declined
from projections.projects import Frame
from projections.proposals import Proposal
from workspace.aftermath import as_counted, may_state
from workspace.decisions import Ballot
from workspace.languages import LANGUAGES, Translator, in_language, translator
from workspace.prospects import at_work

from . import explanations
from .explanations import Chart, OtherWay, Table, Turnout

SIDES = ("citizen", "professional")
PAIR = 2
"""Of so few no rule that needs both of them, and no result of it, hides what each did."""


@dataclass(frozen=True, slots=True)
class RuleTold:
    sentence: str
    example: str
    small_print: Sequence[str]
    power: str
    shares: Table  # of the power to decide
    shares_steps: Sequence[str]
    who: str


@dataclass(frozen=True, slots=True)
class ResultTold:
    word: str
    sentence: str
    charts: Sequence[Chart]
    table: Table
    steps: Sequence[str]
    other_way: OtherWay | None
    kept_back: str  # why numbers of a small group are not told


@dataclass(frozen=True, slots=True)
class ShownDecision:
    decision: Decision
    standing: str  # of who is looking: visitor, not on the list, voter
    ballot: Ballot | None  # their own vote as it stands
    side_now: str | None  # where it is another than the frozen one
    rule: RuleTold
    turnout: Turnout | None
    result: ResultTold | None
    proposal: Proposal | None
    objections: Sequence[Objection]
    aftermath: Aftermath
    hands: Hands
    may_state: bool  # who is looking: why they do not stand with the outcome
    commitments: Sequence[Commitment] = ()  # what became of it, once it was agreed
    declined: Declined | None = None
    answer: str = ""  # tapped in a mail


def names_of(frame: Frame, t: Translator) -> dict[str, str]:
    """The group's own words for its sides."""
    return _names(frame.sides, t)


def _names(sides: Mapping[str, dict[str, str]], t: Translator) -> dict[str, str]:
    usual = {"citizen": t("Citizens"), "professional": t("Professionals")}
    return {side: (in_language(words, t.language) or ("", usual[side]))[1] for side, words in sides.items()}


def rule_told(t: Translator, names: Mapping[str, str], rule: Mapping[str, Any], roll: Mapping[str, int]) -> RuleTold:
    work = at_work(rule, roll)
    return RuleTold(
        explanations.rule_sentence(t, rule, names),
        explanations.example(t, names, work.example),
        explanations.small_print(t, rule),
        explanations.power_sentence(t, names, rule, work.power),
        explanations.shares_table(t, names, work.shares),
        explanations.shares_steps(t),
        explanations.who_may_vote(t, names, roll),
    )


def result_told(t: Translator, names: Mapping[str, str], outcome: Mapping[str, Any]) -> ResultTold:
    return ResultTold(
        explanations.result_word(t, outcome["result"]),
        explanations.result_sentence(t, names, outcome),
        explanations.count_charts(t, names, outcome),
        explanations.table(t, names, outcome),
        explanations.steps(t, names, outcome),
        explanations.other_way(t, names, outcome),
        _kept_back(t, names, outcome),
    )


def _kept_back(t: Translator, names: Mapping[str, str], outcome: Mapping[str, Any]) -> str:
    """Why there are dashes where numbers would stand, and what can be worked out all the same; empty where there are none."""
    hidden = [side for side in SIDES if side in outcome["withheld"]]
    if not hidden:
        return ""
    rolls = {side: outcome["tally"][side]["roll"] for side in hidden}
    few, many = ([names[side] for side in hidden if (rolls[side] < FEW) is is_few] for is_few in (True, False))
    said = [
        t(
            "Fewer than five people were on the list: {groups}. So that nobody’s vote can be worked out, only whether the number was reached is told.",
            groups=", ".join(few),
        )
    ]
    if many:
        said.append(t("Their numbers are kept back too, because they would give the others away: {groups}.", groups=", ".join(many)))
    if min(rolls.values()) <= PAIR:
        said.append(t("In a group of two, each can tell from the result itself how the other voted."))
    return " ".join(said)


def turnout_told(t: Translator, names: Mapping[str, str], decision: Decision) -> Turnout:
    return explanations.turnout(t, names, decision.rule, decision.roll, decision.present)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is read with a decision."""

    proposal: Proposal | None
    objections: Sequence[Objection]
    aftermath: Aftermath
    hands: Hands


def shown(t: Translator, frame: Frame, decision: Decision, ballot: Ballot | None, beside: Beside) -> ShownDecision:
    names = names_of(frame, t)
    standing = "visitor" if not frame.is_member else "voter" if decision.side else "not on the list"
    return ShownDecision(
        decision,
        standing,
        ballot,
        frame.side if decision.side and frame.side != decision.side else None,
        rule_told(t, names, decision.rule, decision.roll),
        turnout_told(t, names, decision) if decision.outcome is None else None,
        result_told(t, names, decision.outcome) if decision.outcome else None,
        beside.proposal,
        beside.objections,
        beside.aftermath,
        beside.hands,
        _may_state(frame, decision, ballot, beside),
    )


def _may_state(frame: Frame, decision: Decision, ballot: Ballot | None, beside: Beside) -> bool:
    stated = [said.member for said in beside.aftermath.statements]
    if decision.side is None or decision.result is None or decision.counted_at is None or frame.member in stated:
        return False
    is_met = any(each.state == "met" and each.raised.member == frame.member for each in beside.objections)
    return may_state(decision.result, as_counted(ballot.choice if ballot else None, is_met=is_met), decision.counted_at, decision.now)


@dataclass(frozen=True, slots=True)
class Brief:
    """A decision with its rule in a sentence and, once it was counted, its result."""

    decision: Decision
    rule: str
    word: str  # of the result
    result: str


def in_both(asked: Decision, sides: Mapping[str, dict[str, str]]) -> dict[str, Brief]:
    """By language, for a screen that everybody reads."""
    return {language: in_brief(language, asked, sides) for language in LANGUAGES}


def in_brief(language: str, asked: Decision, sides: Mapping[str, dict[str, str]]) -> Brief:
    """`sides`: the groups' own names by side and language."""
    t = translator(language)
    names = _names(sides, t)
    word = explanations.result_word(t, asked.outcome["result"]) if asked.outcome else ""
    result = explanations.result_sentence(t, names, asked.outcome) if asked.outcome else ""
    return Brief(asked, explanations.rule_sentence(t, asked.rule, names), word, result)
