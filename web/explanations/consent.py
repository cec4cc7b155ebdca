"""Consent in sentences: the rule, an example, the count step by step, and what would have made it come out the other way."""

from collections.abc import Mapping, Sequence
from typing import Any

from workspace.languages import Translator

from .wording import SIDES, Names, Step, Table, cells


def is_consent(outcome: Mapping[str, Any]) -> bool:
    return bool(outcome["trace"][-1]["method"] == "consent")


def rule_opening(t: Translator, turnout: str | None) -> str:
    if turnout is None:
        return t("By consent: it is agreed if no objection is still open when it closes.")
    return t("By consent: it is agreed if no objection is still open when it closes. In each group {turnout}.", turnout=turnout)


def small_print(t: Translator) -> Sequence[str]:
    """What an objection is, how it closes, and what stops nothing."""
    return (
        t("An objection says which part of our charter would be harmed, and why. Everybody can read it, with a name, so that it can be answered."),
        t("It closes when whoever raised it takes it back or accepts a change, or when one person of each group finds that it shows no harm."),
        t("A concern is heard, and stops nothing. Standing aside is taking part without consenting or objecting."),
    )


def example(t: Translator, names: Names, outcome: Mapping[str, Any]) -> str:
    said = []
    for side in SIDES:
        values = {"group": names[side], "consents": outcome["tally"][side]["consents"], "open": outcome["tally"][side]["open"]}
        said.append(t("{group}: {consents} consent, {open} objects.", **values) if values["open"] else t("{group}: {consents} consent.", **values))
    return " ".join([*said, result_sentence(t, outcome)])


def power_sentence(t: Translator) -> str:
    return t("Nobody can be outvoted: one objection that is still open stops it, whoever raised it.")


def result_sentence(t: Translator, outcome: Mapping[str, Any]) -> str:
    """Of an outcome that was counted to its end."""
    if outcome["result"] == "agreed":
        return t("Agreed by consent: no objection was still open.")
    still_open = sum(outcome["tally"][side]["open"] for side in SIDES)
    if not still_open:
        return t("Not agreed: nobody consented.")
    return t.n("Not agreed: {count} objection was still open.", "Not agreed: {count} objections were still open.", still_open)


def table(t: Translator, names: Names, outcome: Mapping[str, Any]) -> Table:
    labels = {
        "roll": t("On the list"),
        "consents": t("Consented"),
        "concerns": t("Consented, with a concern"),
        "asides": t("Stood aside"),
        "objections": t("Objected"),
        "open": t("Objections still open"),
        "absent": t("Did not answer"),
        "quorum_needed": t("Needed to take part"),
        "present": t("Took part"),
    }
    return Table([names[side] for side in SIDES], [(label, cells(t, outcome["tally"], name)) for name, label in labels.items()])


def answers(t: Translator, names: Names, step: Step) -> str:
    values = {"group": names[step["side"]], "objections": step["objections"], "open": step["open"]}
    if step["consents"] is None:  # few people: how each answered is kept back; an objection is not
        return t("{group}. Objected: {objections}. Still open: {open}.", **values)
    values |= {"consents": step["consents"], "concerns": step["concerns"], "asides": step["asides"]}
    return t("{group}. Consented: {consents}. With a concern: {concerns}. Stood aside: {asides}. Objected: {objections}. Still open: {open}.", **values)


def conclusion(t: Translator, outcome: Mapping[str, Any]) -> str:
    if outcome["result"] == "agreed":
        return t("Somebody consented and no objection was still open, so it is agreed.")
    if any(outcome["tally"][side]["open"] for side in SIDES):
        return t("An objection was still open, so it is not agreed.")
    return t("Nobody consented, so it is not agreed.")


def changes(t: Translator, name: str, count: int) -> Mapping[tuple[str, str], str]:
    values = {"group": name, "count": count}
    return {
        ("object", "consent"): t("{group}: {count} of the open objections had been closed.", **values),
        ("absent", "consent"): t("{group}: {count} of those who did not answer had consented.", **values),
        ("present", "consent"): t("{group}: {count} of those who answered had consented.", **values),
        ("present", "object"): t("{group}: {count} of those who answered had objected, and nobody had closed the objection.", **values),
    }
