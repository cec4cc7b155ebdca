"""After the vote: how it came out in one sentence, needed and got in a table, and the count step by step."""

from collections.abc import Mapping, Sequence
from typing import Any

from workspace.languages import Translator

from . import consent
from .consent import is_consent
from .wording import SIDES, Names, Step, Table, cells, group


def result_word(t: Translator, result: str) -> str:
    words = {
        "agreed": t("Agreed"),
        "not agreed": t("Not agreed"),
        "one side only": t("One group only"),
        "no decision": t("No decision"),
        "invalid": t("Not valid"),
    }
    return words[result]


def result_sentence(t: Translator, names: Names, outcome: Mapping[str, Any]) -> str:
    tally, result = outcome["tally"], outcome["result"]
    if result == "no decision":
        return _too_few(t, names, [side for side in SIDES if not tally[side]["quorum_reached"]])
    if result == "invalid":
        short = [step["side"] for step in outcome["trace"] if step["step"] == "too few"]
        return t("Not valid: too few people on the list. {groups}.", groups=", ".join(names[side] for side in short))
    if is_consent(outcome):
        return consent.result_sentence(t, outcome)
    if "all" in tally and tally["all"]["yes"] is None:
        return t("Agreed.") if result == "agreed" else t("Not agreed.")
    if "all" in tally:
        numbers = {"yes": tally["all"]["yes"], "no": tally["all"]["no"], "needed": tally["all"]["needed"]}
        if result == "agreed":
            return t("Agreed: {yes} for and {no} against, with {needed} needed.", **numbers)
        return t("Not agreed: {yes} for and {no} against, with {needed} needed.", **numbers)
    if result == "agreed":
        return t("Both groups agreed.")
    if result == "one side only":
        agreed = next(side for side in SIDES if tally[side]["reached"])
        return t("Only one group agreed: {group}. Both are needed, so it is not agreed.", group=names[agreed])
    return t("Not agreed: neither group reached the number that it needed.")


def table(t: Translator, names: Names, outcome: Mapping[str, Any]) -> Table:
    if is_consent(outcome):
        return consent.table(t, names, outcome)
    tally = outcome["tally"]
    base = next((step["base"] for step in outcome["trace"] if step["step"] == "threshold"), None)
    rows = [
        (t("On the list"), cells(t, tally, "roll")),
        (t("Voted for"), cells(t, tally, "yes")),
        (t("Voted against"), cells(t, tally, "no")),
        (t("Abstained"), cells(t, tally, "abstain")),
        (t("Did not vote"), cells(t, tally, "absent")),
    ]
    if any(tally[side]["quorum_needed"] for side in SIDES):
        rows += [(t("Needed to take part"), cells(t, tally, "quorum_needed")), (t("Took part"), cells(t, tally, "present"))]
    if base:
        rows += [(_needed_label(t, base), [_needed(t, numbers) for numbers in tally.values()]), (t("Got"), cells(t, tally, "got"))]
    return Table([group(t, names, pool) for pool in tally], rows)


def steps(t: Translator, names: Names, outcome: Mapping[str, Any]) -> Sequence[str]:
    """The trace, a sentence or two for each step."""
    tell = {"roll": _roll, "not on the roll": _strays, "too few": _short_list, "quorum": _quorum, "threshold": _threshold, "answers": consent.answers}
    said = [tell[step["step"]](t, names, step) for step in outcome["trace"][:-1]]
    is_counted = outcome["result"] not in ("no decision", "invalid")
    return [*said, consent.conclusion(t, outcome) if is_consent(outcome) and is_counted else _result(t, outcome["trace"][-1])]


def _too_few(t: Translator, names: Names, short: Sequence[str]) -> str:
    if len(short) > 1:
        return t("No decision: too few people took part in both groups.")
    return t("No decision: too few people took part. {group}.", group=names[short[0]])


def _needed(t: Translator, numbers: Mapping[str, Any]) -> str:
    return "–" if numbers["needed"] is None else t("{needed} of {of}", needed=numbers["needed"], of=numbers["of"])


def _needed_label(t: Translator, base: str) -> str:
    if base == "cast":
        return t("Needed, of those for or against")
    return t("Needed, of those who took part") if base == "present" else t("Needed, of those on the list")


def _roll(t: Translator, names: Names, step: Step) -> str:
    values = {"citizens": names["citizen"], "citizens_roll": step["citizen"]}
    values |= {"professionals": names["professional"], "professionals_roll": step["professional"]}
    said = t.n(
        "{count} person could vote: {citizens}, {citizens_roll}; {professionals}, {professionals_roll}.",
        "{count} people could vote: {citizens}, {citizens_roll}; {professionals}, {professionals_roll}.",
        step["all"],
        **values,
    )
    return said + " " + t("The list was fixed when the vote opened.")


def _strays(t: Translator, _: Names, step: Step) -> str:
    return t.n("{count} vote was not from the list and was not counted.", "{count} votes were not from the list and were not counted.", step["votes"])


def _short_list(t: Translator, names: Names, step: Step) -> str:
    return t("{group}: {roll} on the list, and at least {least} needed.", group=names[step["side"]], roll=step["roll"], least=step["least"])


def _quorum(t: Translator, names: Names, step: Step) -> str:
    values = {"group": names[step["side"]], "needed": step["needed"], "present": step["present"]}
    if step["reached"]:
        return t("{group}: at least {needed} had to take part. {present} did, so it counts.", **values)
    return t("{group}: at least {needed} had to take part. {present} did, which is too few.", **values)


def _threshold(t: Translator, names: Names, step: Step) -> str:
    values = {"group": group(t, names, step["side"]), "of": step["of"], "needed": step["needed"], "got": step["got"]}
    if step["got"] is None:  # few people: their numbers are kept back
        return t("{group}: it reached its number.", **values) if step["reached"] else t("{group}: it did not reach its number.", **values)
    if step["base"] == "cast":
        said = t("{group}: {of} voted for or against, so at least {needed} had to be for. For: {got}.", **values)
    elif step["base"] == "present":
        said = t("{group}: {of} took part, so at least {needed} had to be for. For: {got}.", **values)
    else:
        said = t("{group}: {of} on the list, so at least {needed} had to be for. For: {got}.", **values)
    return said + (" " + t("A tie is not enough.") if step["yes"] == step["no"] > 0 else "")


def _result(t: Translator, step: Step) -> str:
    if step["result"] == "no decision":
        return t("Too few took part, so there is no decision.")
    if step["result"] == "invalid":
        return t("There were too few people on the list, so there was nothing to count.")
    if step["result"] == "one side only":
        return t("One group reached its number and the other did not, so it is not agreed.")
    if step["method"] != "dual":
        return t("That is enough, so it is agreed.") if step["result"] == "agreed" else t("That is not enough, so it is not agreed.")
    if step["result"] == "agreed":
        return t("Each group reached its own number, so it is agreed. Neither could have outvoted the other.")
    return t("Neither group reached its own number, so it is not agreed.")
