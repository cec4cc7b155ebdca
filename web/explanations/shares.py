"""How much of the power to decide a rule gives each group, by both measures, and how that was counted."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from workspace.languages import Translator

from .wording import SIDES, Names, Table


class Share(Protocol):
    """Of one side, found by counting."""

    @property
    def people(self) -> int: ...
    @property
    def of_list(self) -> Fraction: ...
    @property
    def shapley(self) -> Fraction: ...
    @property
    def banzhaf(self) -> Fraction: ...


def shares_table(t: Translator, names: Names, shares: Mapping[str, Share]) -> Table:
    sides = [shares[side] for side in SIDES]
    rows = [
        (t("On the list"), [t.number(side.people) for side in sides]),
        (t("Share of the list"), [_percent(side.of_list) for side in sides]),
        (t("Power, one after another"), [_percent(side.shapley) for side in sides]),
        (t("Power, every way of voting"), [_percent(side.banzhaf) for side in sides]),
        (t("One after another, against the share of the list"), [_times(side.shapley / side.of_list) for side in sides]),
        (t("Every way of voting, against the share of the list"), [_times(side.banzhaf / side.of_list) for side in sides]),
    ]
    return Table([names[side] for side in SIDES], rows)


def shares_steps(t: Translator) -> Sequence[str]:
    return [
        t("Everybody on the list is taken to vote, for or against. Nobody’s own vote is looked at: only the rule and the list."),
        t("One after another: people come out for it in some order, and one of them makes it enough. How often, in all orders, is it one of this group?"),
        t("Every way of voting: in some of them one person alone would make it enough. How often is it one of this group?"),
        t("The last two lines set that against the list: 1 is as much power as the group has people, 2 is twice as much."),
        t("The two measures differ, and neither is the right one, so both are here. They are called Shapley–Shubik and Banzhaf, after those who found them."),
    ]


def _percent(share: Fraction) -> str:
    """In whole hundredths; what is less than one and not nothing is said so."""
    whole = round(100 * share)
    return f"{whole}%" if whole or not share else "<1%"


def _times(ratio: Fraction) -> str:
    whole, tenth = divmod(round(10 * ratio), 10)
    return f"{whole}.{tenth}"
