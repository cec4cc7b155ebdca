"""Charts of a count and of a turnout: what to draw and the words that stand beside it. The drawing is in shared/_count_chart.html."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace.languages import Translator

from .consent import is_consent
from .drawing import Drawing, drawing
from .wording import SIDES, Names, Table, group


@dataclass(frozen=True, slots=True)
class Marks:
    """The people to draw, in this order. Where it is not shown how they voted, all who took part are drawn as `yes`."""

    yes: int = 0
    abstain: int = 0
    no: int = 0
    absent: int = 0

    def each(self) -> Sequence[tuple[str, int]]:
        return (("yes", self.yes), ("abstain", self.abstain), ("no", self.no), ("absent", self.absent))


@dataclass(frozen=True, slots=True)
class Chart:
    side: str
    name: str
    marks: Marks
    needed: int | None  # where the line stands
    caption: str
    needed_label: str
    alt: str

    @property
    def drawing(self) -> Drawing:
        return drawing(self.marks.each(), self.needed)


@dataclass(frozen=True, slots=True)
class Turnout:
    charts: Sequence[Chart]
    table: Table  # a row for each group


def count_charts(t: Translator, names: Names, outcome: Mapping[str, Any]) -> Sequence[Chart]:
    """Each side whose numbers are told; a line only where it had a number of its own to reach and was counted."""
    if is_consent(outcome):
        return [_answers_chart(t, side, names[side], outcome["tally"][side]) for side in SIDES if outcome["tally"][side]["consents"] is not None]
    is_counted = any(step["step"] == "threshold" for step in outcome["trace"])
    return [_count_chart(t, side, group(t, names, side), outcome["tally"][side], is_counted) for side in SIDES if outcome["tally"][side]["yes"] is not None]


def turnout(t: Translator, names: Names, rule: Mapping[str, Any], rolls: Mapping[str, int], present: Mapping[str, int]) -> Turnout:
    """How many have taken part so far, never how. `rolls`, `present`: people by side."""
    least = 1 if rule["method"] == "consent" else 0
    needed = {side: max(least, -(-rule["quorum"][side][0] * rolls[side] // rule["quorum"][side][1])) for side in SIDES}
    charts = [_turnout_chart(t, side, names[side], rolls[side], present[side], needed[side]) for side in SIDES]
    rows = [(names[side], [t.number(rolls[side]), t.number(needed[side]) if needed[side] else "–", t.number(present[side])]) for side in SIDES]
    return Turnout(charts, Table([t("On the list"), t("Enough"), t("So far")], rows))


def _count_chart(t: Translator, side: str, name: str, tally: Mapping[str, Any], is_counted: bool) -> Chart:
    votes = {kind: tally[kind] for kind in ("yes", "abstain", "no", "absent")}
    alt = t("{group}: {yes} for, {no} against, {abstain} abstained, {absent} did not vote.", group=name, **votes)
    if not is_counted or tally["needed"] is None:
        return Chart(side, name, Marks(**votes), None, t("{yes} for, {no} against", yes=votes["yes"], no=votes["no"]), "", alt)
    caption = t("Needed {needed}, got {got}", needed=tally["needed"], got=tally["got"])
    return Chart(side, name, Marks(**votes), tally["needed"], caption, t("needed {needed}", needed=tally["needed"]), f"{alt} {caption}.")


def _answers_chart(t: Translator, side: str, name: str, tally: Mapping[str, Any]) -> Chart:
    """Whoever consents with a concern is drawn as one who consents; the words tell them apart."""
    consented = tally["consents"] + tally["concerns"]
    marks = Marks(yes=consented, abstain=tally["asides"], no=tally["objections"], absent=tally["absent"])
    values = {"group": name, "consented": consented, **{kind: tally[kind] for kind in ("concerns", "asides", "objections", "absent")}}
    alt = t(
        "{group}: {consented} consented, {concerns} of them with a concern; {asides} stood aside, {objections} objected, {absent} did not answer.", **values
    )
    return Chart(side, name, marks, None, t("{consented} consented, {objections} objected", **values), "", alt)


def _turnout_chart(t: Translator, side: str, name: str, roll: int, present: int, needed: int) -> Chart:
    if not needed:
        caption = t("So far {present} of {roll}", present=present, roll=roll)
    elif present >= needed:
        caption = t("So far {present} of {roll}; that is enough", present=present, roll=roll)
    else:
        caption = t("So far {present} of {roll}; not enough yet", present=present, roll=roll)
    line = t("enough: {needed}", needed=needed) if needed else ""
    return Chart(side, name, Marks(yes=present, absent=roll - present), needed or None, caption, line, f"{name}: {caption}.")
