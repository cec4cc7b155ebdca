"""Before the vote: the rule in one sentence, an example, and what it does to each group's power."""

from collections.abc import Mapping, Sequence
from math import gcd
from typing import Any, Protocol

from workspace.languages import Translator

from . import consent
from .consent import is_consent
from .results import result_sentence
from .wording import SIDES, Names, group


class Power(Protocol):
    """What one side could do, all of it wanting the same."""

    @property
    def can_pass(self) -> bool: ...
    @property
    def can_outvote(self) -> bool: ...
    @property
    def stops(self) -> int | None: ...
    @property
    def stays_away(self) -> int | None: ...


def rule_sentence(t: Translator, rule: Mapping[str, Any], names: Names) -> str:
    """The rule in one sentence; a second one only where it asks for something else of each group."""
    quorums = {side: tuple(rule["quorum"][side]) for side in SIDES}
    first, second = quorums.values()
    alike = first[0] * second[1] == second[0] * first[1]
    said = [_opening(t, rule, _least_turnout(t, rule["method"], *first) if alike else None)]
    if not alike:
        said += [t("{group}: {turnout}.", group=names[side], turnout=_turnout(t, *share)) for side, share in quorums.items() if share[0]]
    if rule.get("least", 1) > 1:
        said.append(t.n("Each group needs at least {count} person on the list.", "Each group needs at least {count} people on the list.", rule["least"]))
    return " ".join(said)


def small_print(t: Translator, rule: Mapping[str, Any]) -> Sequence[str]:
    """What a tie, abstaining and not voting do; under consent, what an objection is."""
    if rule["method"] == "consent":
        return consent.small_print(t)
    if rule["base"] == "cast":
        abstaining = t("Abstaining is taking part without being for or against.")
    elif rule["base"] == "present":
        abstaining = t("Abstaining makes it harder to agree, because everybody who takes part is counted.")
    else:
        abstaining = t("Abstaining or not voting makes it harder to agree, because everybody on the list is counted.")
    return (t("A tie is not enough."), abstaining)


def who_may_vote(t: Translator, names: Names, rolls: Mapping[str, int]) -> str:
    """`rolls`: people on the list of each side."""
    values = {"citizens": names["citizen"], "citizens_roll": rolls["citizen"]}
    values |= {"professionals": names["professional"], "professionals_roll": rolls["professional"]}
    return t("Who may vote: {citizens}, {citizens_roll}; {professionals}, {professionals_roll}.", **values)


def example(t: Translator, names: Names, outcome: Mapping[str, Any]) -> str:
    """`outcome`: of made-up ballots, really counted. How each group voted, what was missing, and how it came out."""
    if is_consent(outcome):
        return consent.example(t, names, outcome)
    tally = outcome["tally"]
    said = [t("{group}: {yes} for, {no} against.", group=names[side], yes=tally[side]["yes"], no=tally[side]["no"]) for side in SIDES]
    short = [(pool, numbers) for pool, numbers in tally.items() if numbers["reached"] is False]
    said += [t("{group}: needed {needed}, got {got}.", group=group(t, names, pool), needed=n["needed"], got=n["got"]) for pool, n in short]
    return " ".join([*said, result_sentence(t, names, outcome)])


def power_sentence(t: Translator, names: Names, rule: Mapping[str, Any], power: Mapping[str, Power]) -> str:
    """`power`: of each side, found by counting. Who could outvote whom and what is left to the others; else how many of each group can stop something."""
    if rule["method"] == "consent":
        return consent.power_sentence(t)
    first, second = SIDES
    for side, other in ((first, second), (second, first)):
        if power[side].can_pass:
            return t(
                "{group}: this group could decide alone. {other}: this group could not stop it, even with everybody in it against.",
                group=names[side],
                other=names[other],
            )
        if power[side].can_outvote:
            return t(
                "{group}: this group could outvote the other. {other}: this group could stop it only by staying away; so many are enough: {count}.",
                group=names[side],
                other=names[other],
                count=power[other].stays_away or 0,
            )
    enough = "; ".join(t("{group}, {count}", group=names[side], count=power[side].stops or 0) for side in SIDES)
    return t("Neither group can outvote the other; so many against are enough to stop something that everybody else is for: {groups}.", groups=enough)


def amount_needed(t: Translator, rule: Mapping[str, Any]) -> str:
    """How many must be for, as a share."""
    num, den = rule["threshold"]
    return t("more for than against") if rule["base"] == "cast" and 2 * num <= den else _amount(t, num, den, strict=rule["strict"])


def turnout_needed(t: Translator, share: Sequence[int]) -> str:
    """How many of a group have to take part, as a share."""
    num, den = share
    return _amount(t, num, den, strict=False).capitalize() if num else t("No minimum")


def _opening(t: Translator, rule: Mapping[str, Any], turnout: str | None) -> str:
    if rule["method"] == "consent":
        return consent.rule_opening(t, turnout)
    clause = _clause(t, rule)
    if rule["method"] == "dual":
        if turnout:
            return t("Both groups must agree: in each group {clause}, and {turnout}.", clause=clause, turnout=turnout)
        return t("Both groups must agree: in each group {clause}.", clause=clause)
    if turnout:
        return t("Both groups are counted together: {clause}. In each group {turnout}.", clause=clause, turnout=turnout)
    return t("Both groups are counted together: {clause}.", clause=clause)


def _clause(t: Translator, rule: Mapping[str, Any]) -> str:
    num, den = rule["threshold"]
    is_low = 2 * num < den or (2 * num == den and not rule["strict"])  # then more for than against asks for something besides
    if rule["base"] == "cast" and 2 * num <= den:
        return t("more must be for than against")
    amount = _amount(t, num, den, strict=rule["strict"])
    if rule["base"] == "cast":
        return t("{amount} of those for or against must be for", amount=amount)
    if rule["base"] == "present":
        clause = t("{amount} of those who take part must be for", amount=amount)
    else:
        clause = t("{amount} of those on the list must be for", amount=amount)
    return t("{clause}, with more for than against", clause=clause) if is_low else clause


def _amount(t: Translator, num: int, den: int, *, strict: bool) -> str:
    num, den = num // gcd(num, den), den // gcd(num, den)
    if (num, den) == (1, 2):
        return t("more than half") if strict else t("at least half")
    if (num, den) == (1, 3):
        return t("more than a third") if strict else t("at least a third")
    if (num, den) == (1, 4):
        return t("more than a quarter") if strict else t("at least a quarter")
    if (num, den) == (2, 3):
        return t("more than two thirds") if strict else t("at least two thirds")
    if (num, den) == (3, 4):
        return t("more than three quarters") if strict else t("at least three quarters")
    if num == den:
        return t("every one")
    return t("more than {num} in every {den}", num=num, den=den) if strict else t("at least {num} in every {den}", num=num, den=den)


def _least_turnout(t: Translator, method: str, num: int, den: int) -> str | None:
    if num:
        return _turnout(t, num, den)
    return t("somebody must answer") if method == "consent" else None


def _turnout(t: Translator, num: int, den: int) -> str:
    num, den = num // gcd(num, den), den // gcd(num, den)
    if (num, den) == (1, 2):
        return t("at least half of the members must take part")
    if (num, den) == (1, 3):
        return t("at least a third of the members must take part")
    if (num, den) == (2, 3):
        return t("at least two thirds of the members must take part")
    if num == den:
        return t("all the members must take part")
    return t("at least {num} in every {den} of the members must take part", num=num, den=den)
