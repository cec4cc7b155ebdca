"""How the scoring of offers came out, in words and numbers: one sentence, a table of both groups, and each step of the counting."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from projections.commission import Commission
from projections.projects import Frame
from workspace.commission import LEAST
from workspace.languages import Translator

SIDES = ("citizen", "professional")


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    rank: int | None
    points: str  # of 100; empty where too few scored it
    sides: list[str]
    people: list[int]


@dataclass(frozen=True, slots=True)
class Part:
    """What a group large enough gave each criterion of an offer."""

    name: str
    sides: list[str]


@dataclass(frozen=True, slots=True)
class ScoresTold:
    sentence: str
    groups: list[str]
    rows: list[Row]
    parts: dict[str, list[Part]]  # by the offer's name
    steps: list[str]


def told(t: Translator, frame: Frame, found: Commission) -> ScoresTold:
    outcome: dict[str, Any] = found.outcome or {}
    names = {offer.id.hex: _said(t, offer.name) for offer in found.offers}
    groups = [_said(t, frame.sides.get(side, {})) for side in SIDES]
    rows = [_row(names[each["offer"]], each) for each in outcome["offers"]]
    parts = {names[each["offer"]]: _parts(t, found, each) for each in outcome["offers"] if any(each["sides"][side]["criteria"] for side in SIDES)}
    return ScoresTold(_sentence(t, outcome, names), groups, rows, parts, _steps(t, found, rows))


def points(mark: Sequence[int] | None) -> str:
    """Of 100, to one decimal; exact marks stand in the record."""
    if mark is None:
        return ""
    whole, tenth = divmod(round(Fraction(*mark) * 1000), 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _sentence(t: Translator, outcome: dict[str, Any], names: dict[str, str]) -> str:
    if outcome["result"] == "both" and any(each["rank"] is None for each in outcome["offers"]):
        return t("Of the offers that enough people of both groups scored, both put this one first: {offer}.", offer=names[outcome["first"]])
    if outcome["result"] == "both":
        return t("Both groups put this offer first: {offer}.", offer=names[outcome["first"]])
    if outcome["result"] == "tie":
        return t("Both groups put the same offers first, and they stand level. Scoring does not choose between them: talk, then decide.")
    if outcome["result"] == "differ":
        return t("The two groups put different offers first. Scoring does not choose between them: talk, then decide.")
    return t("Too few people of both groups scored any offer, so there is no result.")


def _row(name: str, each: dict[str, Any]) -> Row:
    sides = [each["sides"][side] for side in SIDES]
    return Row(name, each["rank"], points(each["mark"]), [points(side["mark"]) for side in sides], [side["people"] for side in sides])


def _parts(t: Translator, found: Commission, each: dict[str, Any]) -> list[Part]:
    return [Part(_said(t, one.name), [points(each["sides"][side]["criteria"].get(one.id)) for side in SIDES]) for one in found.criteria]


def _steps(t: Translator, found: Commission, rows: Sequence[Row]) -> list[str]:
    aside = sum(bool(each.offers) for each in found.interests)
    heavy = max(found.criteria, key=lambda each: each.weight)
    steps = [
        t("Each person gave each point 0 to 5. A point counts as often as it weighs; the heaviest is this: {criterion}.", criterion=_said(t, heavy.name)),
        t("The mean of each group is taken by itself, and set against the most there could be: 100 means that everybody gave 5 for everything."),
        t("An offer’s points are halfway between the two groups, so that the larger group weighs no more."),
    ]
    if aside:
        steps.append(
            t.n("{count} person has an interest in an offer and did not score it.", "{count} people have an interest in an offer and did not score it.", aside)
        )
    if not all(row.points for row in rows):
        steps.append(t("An offer has points only where this many people of each group scored it: {least}.", least=LEAST))
        steps.append(t("With fewer, one person of a group could work out what another gave, so neither that group’s points nor those of both are told."))
    steps.append(t("An offer comes first only where both groups put it first. Nobody’s own scores are shown to anybody."))
    return steps


def _said(t: Translator, words: dict[str, str]) -> str:
    return words.get(t.language) or next(iter(words.values()), t("Words taken down"))
