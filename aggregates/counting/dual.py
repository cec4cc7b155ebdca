"""Dual majority: each side counted apart, and each must reach its own number. Neither can be outvoted."""

from collections.abc import Iterable

from ..base import SIDES
from . import qualified
from .base import AGREED, NOT_AGREED, ONE_SIDE_ONLY, Method


def result(reached: Iterable[bool]) -> str:
    return {0: NOT_AGREED, 1: ONE_SIDE_ONLY, 2: AGREED}[sum(reached)]


DUAL = Method({side: (side,) for side in SIDES}, qualified.base, qualified.needed, result)
