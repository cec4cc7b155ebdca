"""A charter clause by clause: what each says in plain words, and the rule that is kept for the group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace.languages import Translator

from .rules import amount_needed, turnout_needed
from .wording import SIDES, Names

Facts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Clause:
    id: str
    title: str
    sentence: str
    facts: Facts  # its rule: what it is about, and what was set


def clauses(t: Translator, names: Names, terms: Mapping[str, Any], opened_by: str) -> Sequence[Clause]:
    """What stands beside the rule of the vote; rights are told where any is given, and then also of which kinds nothing is said."""
    found = [_before(t, terms["consent_first"]), _opening(t, opened_by), _moving_on(t, names, terms["enough_support"]), _declining(t, terms["decline_days"])]
    found += [_shared(t, terms["rights"])] if terms["rights"] else []
    return [*found, _easy_read(t, terms["wants_easy_read"])]


def rule_facts(t: Translator, names: Names, rule: Mapping[str, Any]) -> Facts:
    """The rule of the vote, as it was set."""
    together = t("Everybody, counted together")
    facts = [(t("Who must agree"), t("Both groups, each by itself") if rule["method"] == "dual" else together)]
    if rule["method"] != "majority":
        facts.append((t("How many must be for"), amount_needed(t, rule).capitalize()))
    facts.append((t("Out of whom"), bases(t)[rule["base"]]))
    facts += [(t("Must take part, {group}", group=names[side]), turnout_needed(t, rule["quorum"][side])) for side in SIDES]
    if rule.get("least", 1) > 1:
        facts.append((t("On the list of each group, at least"), t.n("{count} person", "{count} people", rule["least"])))
    return facts


def bases(t: Translator) -> dict[str, str]:
    return {
        "cast": t("Those who are for or against"),
        "present": t("Those who take part, abstaining too"),
        "eligible": t("Everybody on the list"),
    }


def kinds(t: Translator) -> dict[str, str]:
    """Kinds of decision, by what they are about."""
    return {
        "commission": t("What is needed, and what is bought"),
        "design": t("How it is made"),
        "deliver": t("How it is run, and by whom"),
        "evaluate": t("Whether it worked"),
        "charter": t("This charter itself"),
    }


def rights(t: Translator) -> dict[str, str]:
    """How far a kind of decision is shared, from the least to the most."""
    return {
        "inform": t("We are told what was decided"),
        "consult": t("We are asked; others decide"),
        "involve": t("We work on it all the way; others decide"),
        "collaborate": t("We decide it together with those who commission"),
        "empower": t("We decide it"),
    }


def _before(t: Translator, is_asked: bool) -> Clause:
    if is_asked:
        sentence = t("First everybody is asked whether they can live with it. Only where that fails is it put to the vote.")
    else:
        sentence = t("A question goes straight to the vote.")
    return Clause("before", t("Before a vote"), sentence, [(t("Consent first"), _yes(t, is_asked))])


def _opening(t: Translator, opened_by: str) -> Clause:
    is_open = opened_by == "anybody"
    sentence = t("Anybody who is here may put a question to a vote.") if is_open else t("Facilitators put questions to a vote.")
    who = t("Anybody who is here") if is_open else t("The facilitators")
    return Clause("opening", t("Who asks"), sentence, [(t("May put a question to a vote"), who)])


def _moving_on(t: Translator, names: Names, enough: Mapping[str, int]) -> Clause:
    if not any(enough.values()):
        sentence = t("An idea is taken further when somebody takes it up. No number of supporters does that by itself.")
        return Clause("support", t("When an idea moves on"), sentence, [(t("Supporters that are enough"), t("Not set"))])
    sentence = t("An idea that enough people of each group support goes on to become a proposal. Nobody has to let it through.")
    facts = [(names[side], t.n("{count} person", "{count} people", enough[side])) for side in SIDES if enough.get(side)]
    return Clause("support", t("When an idea moves on"), sentence, facts)


def _declining(t: Translator, days: int | None) -> Clause:
    title, about = t("Who may decline to act"), t("Time to offer a conversation")
    if days is None:
        return Clause("decline", title, t("Nobody: what is decided here is acted on."), [(about, t("Not set"))])
    sentence = t("Those who commission may decline to act on a decision, but only in the open: with a reason, and a date to talk it over.")
    return Clause("decline", title, sentence, [(about, t.n("within {count} day", "within {count} days", days))])


def _shared(t: Translator, given: Mapping[str, str]) -> Clause:
    sentence = t("How far each kind of decision is ours. Where the record says otherwise, anybody may ask why.")
    return Clause("rights", t("What is ours to decide"), sentence, [(called, _right(t, given.get(kind))) for kind, called in kinds(t).items()])


def _right(t: Translator, right: str | None) -> str:
    """In words, and how far it goes."""
    meant = rights(t)
    if right is None:
        return t("We have not said")
    return t("{right} (step {number} of {steps})", right=meant[right], number=[*meant].index(right) + 1, steps=len(meant))


def _easy_read(t: Translator, is_wanted: bool) -> Clause:
    if is_wanted:
        sentence = t("A proposal is ready for a decision once it is there in Easy Read too.")
    else:
        sentence = t("A proposal can be decided without an Easy Read version.")
    return Clause("easy-read", t("Easy Read"), sentence, [(t("Easy Read of every proposal"), _yes(t, is_wanted))])


def _yes(t: Translator, is_so: bool) -> str:
    return t.p("a rule", "Yes") if is_so else t.p("a rule", "No")
