"""What would have made it come out the other way: the least number of people who would have had to do otherwise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workspace.languages import Translator

from . import consent
from .consent import is_consent
from .wording import SIDES, Names, group


@dataclass(frozen=True, slots=True)
class OtherWay:
    heading: str
    ways: Sequence[Sequence[str]]  # any one of them is enough; within one, everything in it
    alone: Sequence[str]  # counted together: whether each group could have done it by itself


def other_way(t: Translator, names: Names, outcome: Mapping[str, Any]) -> OtherWay | None:
    """Nothing where no vote could have changed it."""
    found = outcome["would_change"]
    if found is None:
        return None
    if is_consent(outcome):
        ways = [found[side] for side in SIDES] if outcome["result"] == "agreed" else [found["together"]]
        return OtherWay(_heading(t), [_by_consent(t, names, way) for way in ways], [])
    is_pooled = "all" in outcome["tally"]
    if outcome["result"] == "agreed" and not is_pooled:
        ways = sorted(filter(None, (found[side] for side in SIDES)), key=lambda way: int(way["people"]))
    else:
        ways = [found["together"]]
    alone = [_alone(t, names[side], found[side]) for side in SIDES] if is_pooled else []
    return OtherWay(_heading(t), [_told(t, names, way, is_pooled) for way in ways], alone)


def _heading(t: Translator) -> str:
    return t("It would have gone the other way if…")


def _by_consent(t: Translator, names: Names, way: Mapping[str, Any]) -> Sequence[str]:
    return [consent.changes(t, names[change["side"]], change["people"])[change["from"], change["to"]] for change in way["changes"]]


def _told(t: Translator, names: Names, way: Mapping[str, Any], is_pooled: bool) -> Sequence[str]:
    people: Counter[tuple[str, str, str]] = Counter()
    for change in way["changes"]:
        merges = is_pooled and "absent" not in (change["from"], change["to"])  # who is there matters by group, who votes how does not
        people["all" if merges else change["side"], change["from"], change["to"]] += change["people"]
    said = [_change(t, group(t, names, pool), before, after, count) for (pool, before, after), count in people.items()]
    pools = ["all"] if is_pooled else list(dict.fromkeys(pool for pool, _, _ in people))
    if way["result"] != "no decision":
        said[-1] += "".join(" " + _then(t, group(t, names, pool) if len(pools) > 1 else "", way["then"][pool]) for pool in pools)
    return said


def _change(t: Translator, name: str, before: str, after: str, count: int) -> str:
    values = {"group": name, "count": count}
    changes = {
        ("yes", "no"): t("{group}: {count} of those who were for had voted against.", **values),
        ("no", "yes"): t("{group}: {count} of those who were against had voted for.", **values),
        ("abstain", "yes"): t("{group}: {count} of those who abstained had voted for.", **values),
        ("abstain", "no"): t("{group}: {count} of those who abstained had voted against.", **values),
        ("absent", "yes"): t("{group}: {count} of those who did not vote had voted for.", **values),
        ("absent", "no"): t("{group}: {count} of those who did not vote had voted against.", **values),
        ("present", "absent"): t("{group}: {count} of those who took part had not voted.", **values),
    }
    return changes[before, after]


def _then(t: Translator, name: str, numbers: Mapping[str, int]) -> str:
    """How it would have stood; with the group's name only where there are two of them."""
    values = {"yes": numbers["yes"], "no": numbers["no"], "needed": numbers["needed"]}
    if name:
        said = t("{group} then: {yes} for, {no} against, {needed} needed.", group=name, **values)
    else:
        said = t("Then: {yes} for, {no} against, {needed} needed.", **values)
    return said + (" " + t("A tie is not enough.") if numbers["yes"] == numbers["no"] > 0 else "")


def _alone(t: Translator, name: str, way: Mapping[str, Any] | None) -> str:
    if way is None:
        return t("{group}: this group could not have changed it alone.", group=name)
    return t("{group}: in this group alone it would have taken {count}.", group=name, count=way["people"])
