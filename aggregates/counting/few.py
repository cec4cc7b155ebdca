"""When the sides are told apart from all, so that nobody's answer follows from what is shown."""

from collections import Counter
from collections.abc import Iterable

from ..base import SIDES

FEW = 5
"""Of fewer people it is not told apart what they said."""


def may_be_told_apart(sides: Iterable[str]) -> bool:
    """`sides`: of each who answered. Whoever reads what all said and what each side said can take one from the other, and is left with those of neither:
    so each of the three is nobody, or FEW at least."""
    counted = Counter(side if side in SIDES else "none" for side in sides)
    return all(people >= FEW for people in counted.values())
