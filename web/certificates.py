"""The record of a decision for paper: one half in each language, everything in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from projections.decisions import Aftermath, Decision, Hands, Objection
from projections.declines import Declined
from projections.projects import Frame
from workspace.languages import Translator, in_language

from .decision_pages import ResultTold, RuleTold, names_of, result_told, rule_told
from .explanations import result_word


@dataclass(frozen=True, slots=True)
class Half:
    """`words` are the headings."""

    language: str
    project: str
    question: str
    names: Mapping[str, str]
    rule: RuleTold
    result: ResultTold
    facts: Sequence[tuple[str, str]]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadWithIt:
    """What is read with a result: objections, what followed, a decline to act."""

    raised: Sequence[Objection]
    after: Aftermath
    declined: Declined | None
    hands: Hands


def half(t: Translator, frame: Frame, decision: Decision, beside: ReadWithIt) -> Half:
    names = names_of(frame, t)
    words = {
        "title": t("Record of a decision"),
        "table": t("Needed and got"),
        "rule": t("The rule:"),
        "signed": t("Read and signed, for:"),
        "check": t("Anybody can read it, with every step, at:") if frame.visibility == "public" else t("Its members can read it, with every step, at:"),
    }
    project, question = (said[1] if (said := in_language(each, t.language)) else "" for each in (frame.name, decision.question))
    rule, result = rule_told(t, names, decision.rule, decision.roll), result_told(t, names, decision.outcome or {})
    facts = [*_facts(t, decision, beside, names), *_beside(t, beside)]
    return Half(t.language, project, question, names, rule, result, facts, words)


def _facts(t: Translator, decision: Decision, beside: ReadWithIt, names: Mapping[str, str]) -> list[tuple[str, str]]:
    yes, otherwise = (in_language(words, t.language) for words in (decision.yes, decision.otherwise))
    means = yes if decision.result == "agreed" else otherwise
    charter = t("the founding rule") if not decision.charter else t("the charter, version {version}", version=decision.charter)
    facts = [
        (t("Result"), t("{result}, counted: {when}", result=_word(t, decision), when=decision.counted_at or decision.now)),
        (t("What it means"), means[1] if means else ""),
        (t("Opened"), t.moment(decision.opened_at)),
        (t("Closed"), t.moment(decision.closed_at or decision.closes_at)),
        (t("Closed early by"), f"{decision.closer}: {_said(decision.reason, t)}" if decision.is_early else ""),
        (t("Who could vote"), "; ".join(f"{name}, {decision.roll[side]}" for side, name in names.items())),
        (t("How people answered"), t("By hands, in a room") if decision.way == "hands" else ""),
        (t("Hands counted by"), "; ".join(f"{names[each.side]}, {each.name or t('Somebody')}" for each in beside.hands.counters)),
        (t("Written down for somebody, and not confirmed"), str(decision.unconfirmed) if decision.unconfirmed else ""),
        (t("Decided under"), charter),
        (t("Only in one language"), _said(decision.exception, t)),
        (t("Declined to act"), _declined(t, beside.declined) if beside.declined else ""),
        (t("Number of the decision"), str(decision.id)),
    ]
    return [(term, value) for term, value in facts if value]


def _declined(t: Translator, declined: Declined) -> str:
    talked = t("They have talked about it.") if declined.has_talked else t("The day to talk about it: {day}.", day=declined.talk_on)
    return f"{declined.name or ''} {t.day(declined.at)}: {_said(declined.reason, t)} {talked}".strip()


def _beside(t: Translator, beside: ReadWithIt) -> list[tuple[str, str]]:
    """What is read with the result: objections, the way that was taken, the minority."""
    somebody = t("Somebody")
    facts = [
        (t("Objection, {name}", name=each.raised.name or somebody), _objection(t, each.state, _said(each.raised.words, t)))
        for each in beside.raised
        if each.state != "withdrawn"
    ]
    facts += [(t("What was chosen next"), f"{ROUTES[way.kind](t)} {_said(way.words, t)}".strip()) for way in beside.after.routes]
    facts += [(t("Minority statement, {name}", name=said.name or somebody), _said(said.words, t)) for said in beside.after.statements]
    return [(term, value) for term, value in facts if value]


def _objection(t: Translator, state: str, words: str) -> str:
    return t("{words} (open at the close)", words=words) if state == "open" else t("{words} (closed)", words=words)


ROUTES: Mapping[str, Callable[[Translator], str]] = {
    "revise": lambda t: t("Change the proposal, then ask again") + ".",
    "mediate": lambda t: t("Ask somebody both groups trust to mediate") + ".",
    "record": lambda t: t("Record that we disagree, and leave it there") + ".",
}


def _word(t: Translator, decision: Decision) -> str:
    return result_word(t, decision.result or "")


def _said(words: Mapping[str, str], t: Translator) -> str:
    found = in_language(words, t.language)
    return found[1] if found else ""
