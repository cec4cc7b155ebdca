"""When people are told apart by side, or by how they took part, so that nobody's own follows from what is shown."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..base import SIDES

FEW = 5
"""Of fewer people it is not told apart what they said."""
ALONE = ("web", "session")
"""Ways of taking part on a screen of one's own."""


def may_be_told_apart(sides: Iterable[str]) -> bool:
    """`sides`: of each who answered. Whoever reads what all said and what each side said can take one from the other, and is left with those of neither:
    so each of the three is nobody, or FEW at least."""
    counted = Counter(side if side in SIDES else "none" for side in sides)
    return _are_enough(counted.values())


def ways_told(ways: Mapping[str, int]) -> dict[str, int]:
    """How people took part, as it may be told: each way where each is nobody or FEW at least; else how many did it by themselves (`alone`) and how many
    some other way (`otherwise`), under the same condition; else nothing."""
    alone = sum(ways.get(way, 0) for way in ALONE)
    for each in (ways, {"alone": alone, "otherwise": sum(ways.values()) - alone}):
        if _are_enough(each.values()):
            return {way: people for way, people in each.items() if people}
    return {}


def _are_enough(groups: Iterable[int]) -> bool:
    """Each is nobody, or FEW at least."""
    return all(people >= FEW for people in groups if people)
